import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import pLimit from 'p-limit';
import type { FailureReason } from '../../domain/failure.ts';
import { SECOND } from '../../domain/moment.ts';

/** What a document gave. */
export type Extract =
  | { outcome: 'text'; text: string; whole: boolean }
  | { outcome: 'scan' }
  | { outcome: 'failed'; reason: FailureReason; message: string };

/** What the other process is to read. */
export interface Order {
  bytes: Uint8Array;
  /** Characters after which the rest is left out. */
  enough: number;
}

export interface DocumentLimits {
  /** Milliseconds, in the machine's own time. Default 10,000. */
  timeout?: number;
  /** Bytes that the process reading it may take in all, where the system tells. Default 300,000,000. */
  memory?: number;
  /** Characters after which the rest is left out. Default 60,000. */
  enough?: number;
}

/** One at a time: each may take the memory of all. */
const turn = pLimit(1);

/**
 * The text of a PDF or DOCX, read in a process that is ended when it takes too long or too much: a thread that runs
 * out of memory can end the whole program. What goes wrong in there is an outcome; only the caller's own abort
 * rejects.
 */
export function readDocument(
  bytes: Uint8Array,
  limits: DocumentLimits = {},
  signal?: AbortSignal,
): Promise<Extract> {
  return turn(() => {
    signal?.throwIfAborted();
    return extract(bytes, limits, signal);
  });
}

/** As the system says that memory ran out: V8 aborts, or the kernel kills. 134 is how some say the first. */
const outOfMemory = (code: number | null, signal: NodeJS.Signals | null) =>
  code === 134 || signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGKILL';

function extract(
  bytes: Uint8Array,
  { timeout = 10 * SECOND, memory = 300_000_000, enough = 60_000 }: DocumentLimits,
  signal: AbortSignal | undefined,
): Promise<Extract> {
  const child = fork(new URL('./child.ts', import.meta.url), {
    env: {},
    execArgv: ['--max-old-space-size=128', '--max-semi-space-size=8'],
    serialization: 'advanced',
    // What pdf.js has to say about fonts is of no use to anybody here.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<Extract>();
  const fail = (reason: FailureReason, message: string) => resolve({ outcome: 'failed', reason, message });
  const tooLarge = () => fail('too-large', 'The document takes too much memory to read');
  const onAbort = () => reject(signal?.reason);

  const time = setTimeout(
    () => fail('timeout', `The document was not read within ${timeout / SECOND} s`),
    timeout,
  );
  // Its heap has a limit of its own; its buffers, into which bombs unpack, have not.
  const watch = setInterval(() => {
    if (residentBytes(child.pid) > memory) tooLarge();
  }, 50);
  signal?.addEventListener('abort', onAbort);
  child.on('message', (message) => resolve(message as Extract));
  child.on('error', reject);
  child.on('exit', (code, ended) =>
    outOfMemory(code, ended)
      ? tooLarge()
      : fail('malformed', 'The document ended its reading without a word'),
  );
  const order: Order = { bytes, enough };
  // Where it has gone already, its exit has said so.
  child.send(order, () => undefined);

  return promise.finally(() => {
    clearTimeout(time);
    clearInterval(watch);
    signal?.removeEventListener('abort', onAbort);
    child.kill('SIGKILL');
  });
}

/** What a process holds in memory; 0 where there is no such process, or no such system (proc(5), statm). */
function residentBytes(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * pageBytes;
  } catch {
    return 0;
  }
}

/** Of memory, on all systems that Node supports and that have /proc. */
const pageBytes = 4096;
