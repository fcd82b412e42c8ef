import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fastClock, systemClock } from '../../src/ops/clock.ts';

const begun = Date.parse('2031-05-06T08:00:00Z');
const start = Date.parse('2040-01-01T00:00:00Z');

/** Notes when a promise has resolved. */
function watch(sleep: Promise<void>): { over: boolean } {
  const watched = { over: false };
  sleep.then(() => {
    watched.over = true;
  });
  return watched;
}

beforeEach(() => {
  vi.useFakeTimers({ now: begun });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the machine's clock", () => {
  it("shows the machine's time and sleeps in it", async () => {
    const sleep = watch(systemClock.sleep(1_000));
    await vi.advanceTimersByTimeAsync(999);
    expect([systemClock.now(), sleep.over]).toEqual([begun + 999, false]);

    await vi.advanceTimersByTimeAsync(1);
    expect([systemClock.now(), sleep.over]).toEqual([begun + 1_000, true]);
  });
});

describe('a fast clock', () => {
  it('runs so many times as fast from where it was set', async () => {
    const clock = fastClock(start, 300, begun);
    expect(clock.now()).toBe(start);

    await vi.advanceTimersByTimeAsync(2_000);
    expect(clock.now()).toBe(start + 600_000);
  });

  it('agrees with another one of the same numbers, whenever that is made', async () => {
    const [first, other] = [fastClock(start, 300, begun), fastClock(start, 250, begun)];
    await vi.advanceTimersByTimeAsync(1_234);
    const second = fastClock(start, 300, begun);

    expect(second.now()).toBe(first.now());
    expect(other.now()).not.toBe(first.now());
  });

  it('sleeps in its own time', async () => {
    const sleep = watch(fastClock(start, 60, begun).sleep(60_000));
    await vi.advanceTimersByTimeAsync(999);
    expect(sleep.over).toBe(false);

    await vi.advanceTimersByTimeAsync(1);
    expect(sleep.over).toBe(true);
  });

  it('shows whole milliseconds', async () => {
    const clock = fastClock(start, 0.3, begun);
    await vi.advanceTimersByTimeAsync(1_001);

    expect(clock.now()).toBe(start + 300);
  });
});

describe.each([
  ["the machine's", systemClock],
  ['a fast', fastClock(start, 300, begun)],
])('a sleep by %s clock', (_, clock) => {
  it('ends at once when it is called off, and leaves no timer behind', async () => {
    const stop = new AbortController();
    const sleep = watch(clock.sleep(3_600_000, stop.signal));
    await vi.advanceTimersByTimeAsync(0);
    expect([sleep.over, vi.getTimerCount()]).toEqual([false, 1]);

    stop.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect([sleep.over, vi.getTimerCount()]).toEqual([true, 0]);
  });

  it('does not begin when it has been called off before', async () => {
    await expect(clock.sleep(3_600_000, AbortSignal.abort())).resolves.toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not listen to its signal any longer once it is over', async () => {
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, 'removeEventListener');
    const sleep = clock.sleep(1_000, signal);
    await vi.advanceTimersByTimeAsync(1_000);
    await sleep;

    expect(removed).toHaveBeenCalledOnce();
  });
});
