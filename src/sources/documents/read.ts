import pLimit from 'p-limit';
import type { FailureReason } from '../../domain/failure.ts';
import { SECOND } from '../../domain/moment.ts';
import { createWorkbench, Stopped } from '../../ops/workbench.ts';

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
 * The text of a PDF or DOCX, read in a process of its own that is ended when it takes too long or too much. What
 * goes wrong in there is an outcome; only the caller's own abort rejects.
 */
export function readDocument(
  bytes: Uint8Array,
  { timeout = 10 * SECOND, memory = 300_000_000, enough = 60_000 }: DocumentLimits = {},
  signal?: AbortSignal,
): Promise<Extract> {
  return turn(async () => {
    const module = new URL('./child.ts', import.meta.url);
    const limits = { deadline: timeout, heap: 128, memory, idle: 0 };
    const workbench = createWorkbench<Order, Extract>(module, limits);
    try {
      return await workbench.run({ bytes, enough }, signal);
    } catch (error) {
      if (error instanceof Stopped) return failureOf(error, timeout);
      throw error;
    } finally {
      await workbench.close();
    }
  });
}

function failureOf({ reason }: Stopped, timeout: number): Extract {
  const failed = (reason: FailureReason, message: string) =>
    ({ outcome: 'failed', reason, message }) as const;
  switch (reason) {
    case 'too-slow':
      return failed('timeout', `The document was not read within ${timeout / SECOND} s`);
    case 'too-large':
      return failed('too-large', 'The document takes too much memory to read');
    case 'ended':
      return failed('malformed', 'The document ended its reading without a word');
  }
}
