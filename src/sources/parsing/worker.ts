import { parentPort } from 'node:worker_threads';
import { type Job, outcomeOf } from './protocol.ts';

/** The other thread: does one {@link Job} after the other. The first message says that it is ready. */
if (!parentPort) throw new Error('This is no program of its own; the parser starts it.');
const port = parentPort;
port.on('message', async (job: Job) => port.postMessage(await outcomeOf(job)));
port.postMessage('ready');
