import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { FailureReason } from '../../domain/failure.ts';
import { SECOND } from '../../domain/moment.ts';

/** What a document gave. */
export type Extract =
  | { outcome: 'text'; text: string; whole: boolean }
  | { outcome: 'scan' }
  | { outcome: 'failed'; reason: FailureReason; message: string };

export interface DocumentLimits {
  /** Milliseconds, in the machine's own time. Default 10,000. */
  timeout?: number;
  /** Bytes by which the process may grow meanwhile. Default 200,000,000. */
  memory?: number;
  /** Characters after which the rest is left out. Default 60,000. */
  enough?: number;
}

/** One at a time: each may take the memory of all. */
const turn = pLimit(1);

/**
 * The text of a PDF or DOCX, read in a thread that is ended when it takes too long or too much. What goes wrong in
 * there is an outcome; only the caller's own abort rejects.
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

function extract(
  bytes: Uint8Array,
  { timeout = 10 * SECOND, memory = 200_000_000, enough = 60_000 }: DocumentLimits,
  signal: AbortSignal | undefined,
): Promise<Extract> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { bytes, enough },
    resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    // What pdf.js has to say about fonts is of no use to anybody here.
    stdout: true,
    stderr: true,
  });
  const { promise, resolve, reject } = Promise.withResolvers<Extract>();
  const fail = (reason: FailureReason, message: string) => resolve({ outcome: 'failed', reason, message });
  const onAbort = () => reject(signal?.reason);

  const time = setTimeout(
    () => fail('timeout', `The document was not read within ${timeout / SECOND} s`),
    timeout,
  );
  // A thread's heap has a limit of its own; its buffers, into which bombs unpack, have not.
  const ceiling = process.memoryUsage.rss() + memory;
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() > ceiling) fail('too-large', 'The document takes too much memory to read');
  }, 50);
  signal?.addEventListener('abort', onAbort);
  worker.on('message', resolve);
  worker.on('error', (error: NodeJS.ErrnoException) =>
    error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? fail('too-large', 'The document takes too much memory to read')
      : fail('malformed', `The document cannot be read: ${error.message}`),
  );
  worker.on('exit', () => fail('malformed', 'The document ended its reading without a word'));

  return promise.finally(async () => {
    clearTimeout(time);
    clearInterval(watch);
    signal?.removeEventListener('abort', onAbort);
    await worker.terminate();
  });
}
