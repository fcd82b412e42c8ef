import type { Instant } from '../domain/moment.ts';
import type { Clock } from '../ops/clock.ts';

interface Spacing {
  /**
   * Resolves when it is this request's turn to go to `host`.
   * @throws the signal's reason when it aborts first; the turn is then left unused.
   */
  turn(host: string, signal: AbortSignal): Promise<void>;
}

/** A queue per host, first come, first served: starts are at least `gap` milliseconds of `clock` apart. */
export function createSpacing(clock: Clock, gap: number): Spacing {
  const freeAt = new Map<string, Instant>();

  return {
    async turn(host, signal) {
      const now = clock.now();
      const startAt = Math.max(now, freeAt.get(host) ?? now);
      freeAt.set(host, startAt + gap);

      if (startAt > now) await clock.sleep(startAt - now, signal);
      signal.throwIfAborted();
    },
  };
}
