import type { Clock } from '../../src/ops/clock.ts';

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Moves the time on and wakes whoever was to wake by then, in order. */
  advance(ms: number): Promise<void>;
}

export function manualClock(start: string | number): ManualClock {
  let now = typeof start === 'string' ? Date.parse(start) : start;
  const sleepers = new Set<{ at: number; wake: () => void }>();

  return {
    now: () => now,
    sleep(ms, signal) {
      if (signal?.aborted || ms <= 0) return Promise.resolve();
      return new Promise((resolve) => {
        const sleeper = { at: now + ms, wake: () => resolve() };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          resolve();
        });
      });
    },
    async advance(ms) {
      const until = now + ms;
      for (;;) {
        const [next] = [...sleepers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        now = Math.max(now, next.at);
        sleepers.delete(next);
        next.wake();
        await Promise.resolve();
      }
      now = until;
    },
  };
}
