import type { Instant } from '../domain/moment.ts';

/** The only way the program knows the time, so that tests and demonstrations can make it run. */
export interface Clock {
  now(): Instant;
  /** Resolves after `ms` of this clock's time, or at once when the signal aborts. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => wait(ms, signal),
};

/**
 * A clock that showed `start` when the machine's showed `begun`, and runs `speed` times as fast.
 * Processes that are given the same numbers agree on the time.
 */
export function fastClock(start: Instant, speed: number, begun: Instant = Date.now()): Clock {
  return {
    now: () => Math.round(start + (Date.now() - begun) * speed),
    sleep: (ms, signal) => wait(ms / speed, signal),
  };
}

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}
