import { describe, expect, it } from 'vitest';
import { HOUR, SECOND } from '../../src/domain/moment.ts';
import { createSpacing } from '../../src/fetch/spacing.ts';
import { failureOf, stillClock } from './support.ts';

const { signal } = new AbortController();
const host = 'ministry.example';
const many = Number.POSITIVE_INFINITY;

describe('a gap', () => {
  it('lets the first request go at once, and each further one a gap later', async () => {
    const clock = stillClock();
    const spacing = createSpacing(clock);

    await Promise.all([1, 2, 3].map(() => spacing.turn(host, { gap: 1500, atOnce: many }, signal)));

    expect(clock.slept).toEqual([1500, 3000]);
  });

  it('lets nobody wait for another host', async () => {
    const clock = stillClock();
    const spacing = createSpacing(clock);

    await spacing.turn(host, { gap: 1500, atOnce: 1 }, signal);
    await spacing.turn('customs.example', { gap: 1500, atOnce: 1 }, signal);

    expect(clock.slept).toEqual([]);
  });

  it('asks for no wait where it has gone by', async () => {
    let now = 0;
    const clock = { ...stillClock(), now: () => now };
    const spacing = createSpacing(clock);
    const pace = { gap: 1000, atOnce: many };

    await spacing.turn(host, pace, signal);
    now = 400;
    await spacing.turn(host, pace, signal);
    now = 2000;
    await spacing.turn(host, pace, signal);

    expect(clock.slept).toEqual([600]);
  });

  it('does not send who was called off while waiting, and gives the seat to the next', async () => {
    const controller = new AbortController();
    const clock = { ...stillClock(), sleep: async () => controller.abort(new Error('called off')) };
    const spacing = createSpacing(clock);

    await spacing.turn(host, { gap: 1000, atOnce: 2 }, signal);

    await expect(spacing.turn(host, { gap: 1000, atOnce: 2 }, controller.signal)).rejects.toThrow(
      'called off',
    );
    await spacing.turn(host, { gap: 1000, atOnce: 2 }, signal);
  });
});

describe('the requests at once', () => {
  const pace = { gap: 0, atOnce: 2 };

  it('are no more than a host bears; who comes first goes first', async () => {
    const spacing = createSpacing(stillClock());
    const begun: number[] = [];
    const begin = async (number: number) => {
      const leave = await spacing.turn(host, pace, signal);
      begun.push(number);
      return leave;
    };
    const [first, second, ...others] = [1, 2, 3, 4].map(begin);
    const leave = await first;
    await second;
    expect(begun).toEqual([1, 2]);

    leave?.();
    // Leaving twice frees one seat.
    leave?.();
    await others[0];
    expect(begun).toEqual([1, 2, 3]);

    (await second)?.();
    await others[1];
    expect(begun).toEqual([1, 2, 3, 4]);
  });

  it('leave out who was called off while in line', async () => {
    const spacing = createSpacing(stillClock());
    const controller = new AbortController();
    const leave = await spacing.turn(host, { gap: 0, atOnce: 1 }, signal);
    const givenUp = expect(spacing.turn(host, { gap: 0, atOnce: 1 }, controller.signal)).rejects.toThrow(
      'called off',
    );
    const next = spacing.turn(host, { gap: 0, atOnce: 1 }, signal);

    controller.abort(new Error('called off'));
    leave();

    await givenUp;
    await next;
  });
});

describe('a rest', () => {
  const pace = { gap: 1000, atOnce: many };

  it('that is short is waited for, by everybody', async () => {
    const clock = stillClock();
    const spacing = createSpacing(clock);

    spacing.rest(host, 5 * SECOND);
    await Promise.all([spacing.turn(host, pace, signal), spacing.turn(host, pace, signal)]);

    expect(clock.slept).toEqual([5 * SECOND, 6 * SECOND]);
  });

  it('that is long lets requests fail at once, saying for how long', async () => {
    let now = Date.UTC(2031, 4, 6);
    const clock = { ...stillClock(), now: () => now };
    const spacing = createSpacing(clock);

    spacing.rest(host, 120 * SECOND);
    now += 30 * SECOND;

    const failure = await failureOf(spacing.turn(host, pace, signal), 'too-many-requests');
    expect(failure).toMatchObject({
      retryAfter: 90 * SECOND,
      message: 'ministry.example asked not to be asked for another 90 s',
    });
    await spacing.turn('customs.example', pace, signal);
    now += 90 * SECOND;
    await spacing.turn(host, pace, signal);
  });

  it('that begins while a request waits for its turn holds for it too', async () => {
    const clock = stillClock();
    const spacing = createSpacing({
      ...clock,
      sleep: async (ms) => {
        if (clock.slept.length === 0) spacing.rest(host, HOUR);
        await clock.sleep(ms);
      },
    });
    await spacing.turn(host, pace, signal);

    await failureOf(spacing.turn(host, pace, signal), 'too-many-requests');
  });

  it('never lasts for longer than six hours, and is never cut short by another', async () => {
    const spacing = createSpacing(stillClock());

    spacing.rest(host, 1e12);
    spacing.rest(host, 0);

    const failure = await failureOf(spacing.turn(host, pace, signal), 'too-many-requests');
    expect(failure.retryAfter).toBe(6 * HOUR);
  });
});
