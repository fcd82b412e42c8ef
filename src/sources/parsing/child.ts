import { type Job, outcomeOf } from './protocol.ts';

/** The other process: does one {@link Job} after the other. Its first message says that it is ready. */
if (!process.send) throw new Error('This is no program of its own; the parser starts it.');
process.on('message', async (job: Job) => {
  process.send?.(await outcomeOf(job));
});
process.send('ready');
