import { StatementSync } from 'node:sqlite';
import type { Messenger } from '../../src/domain/delivery.ts';
import type { Fetcher } from '../../src/fetch/fetcher.ts';

let taken = 0;
let deadline = Number.POSITIVE_INFINITY;

/** How many steps have been taken. */
export const stepsTaken = () => taken;

/**
 * From now on the process ends, as by `kill -9`, before its nth step. A step is whatever leaves a mark: a
 * statement that writes (begin and commit included), a request, a message. Reading leaves none, so a kill
 * before a read is the same as one before the next step.
 */
export function dieBeforeStep(step: number): void {
  deadline = step;
  watch('run');
  watch('all');
}

function step(): void {
  taken += 1;
  if (taken === deadline) process.kill(process.pid, 'SIGKILL');
}

function watch(method: 'run' | 'all'): void {
  const original = StatementSync.prototype[method] as (...values: never[]) => unknown;
  const watched = function (this: StatementSync, ...values: never[]): unknown {
    if (!/^\s*(select|pragma)\b/i.test(this.sourceSQL)) step();
    return original.apply(this, values);
  };
  Object.defineProperty(StatementSync.prototype, method, { value: watched });
}

/** Before a request, and after its answer has come. */
export function stepwiseFetcher(fetcher: Fetcher): Fetcher {
  return {
    ...fetcher,
    async fetch(request) {
      step();
      const response = await fetcher.fetch(request);
      step();
      return response;
    },
  };
}

/** Before a message is sent, and after Discord has answered. */
export function stepwiseMessenger(messenger: Messenger): Messenger {
  return {
    ...messenger,
    async deliver(outgoing) {
      step();
      const outcome = await messenger.deliver(outgoing);
      step();
      return outcome;
    },
  };
}
