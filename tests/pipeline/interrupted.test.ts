import { StatementSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/domain/delivery.ts';
import { HOUR, SECOND } from '../../src/domain/moment.ts';
import { unpark } from '../../src/store/parking.ts';
import { found, openWireRoom, type WireRoom } from '../fakes/wire-room.ts';

/*
 * The process ends before every single step of what the outbox does with what is held, parked or put together, and
 * another goes on. A step is a statement that writes, or a message; from then on the old process does nothing more.
 */

const { story, update, followUp } = found;
const originals = { run: StatementSync.prototype.run, all: StatementSync.prototype.all };

/** Ends the process before its nth step; tells how many steps there were. */
class Death {
  taken = 0;
  readonly #deadline: number;

  constructor(deadline: number) {
    this.#deadline = deadline;
  }

  step(): void {
    this.taken += 1;
    if (this.taken >= this.#deadline) throw new Error('the process has ended');
  }

  /** @returns what ends the watch. */
  watch(room: WireRoom): () => void {
    const { deliver } = room.messenger;
    room.messenger.deliver = async (outgoing) => {
      this.step();
      const outcome = await deliver(outgoing);
      this.step();
      return outcome;
    };
    for (const method of ['run', 'all'] as const) {
      const step = () => this.step();
      const original = originals[method] as (...values: never[]) => unknown;
      const watched = function (this: StatementSync, ...values: never[]): unknown {
        // What a process that has ended leaves open, the database takes back by itself.
        if (!/^\s*(select|pragma|rollback)\b/i.test(this.sourceSQL)) step();
        return original.apply(this, values);
      };
      Object.defineProperty(StatementSync.prototype, method, {
        value: watched,
        configurable: true,
        writable: true,
      });
    }
    return () => {
      room.messenger.deliver = deliver;
      restore();
    };
  }
}

function restore(): void {
  for (const [method, value] of Object.entries(originals))
    Object.defineProperty(StatementSync.prototype, method, { value, configurable: true, writable: true });
}
afterEach(restore);

const quiet = { from: '22:00', until: '07:00', exceptDecisions: false };
const barred: Outcome = {
  outcome: 'barred',
  code: 50013,
  error: 'the bot lacks a permission in the channel',
};

/** What stands before the outbox works, and what it is to come to. */
const scenes: Record<string, (room: WireRoom) => Promise<void>> = {
  async 'letting go what was held at night'(room) {
    await room.watch({ quiet });
    const views = await Promise.all(Array.from({ length: 6 }, () => room.story()));
    for (const view of views) await room.tell(story(view));
    const [first] = views;
    if (first) await room.tell(update(first), followUp(first));
    await room.clock.advance(9 * HOUR);
  },
  async 'letting go a few, one of them with what came of it'(room) {
    await room.watch({ quiet });
    const [one, other] = [await room.story(), await room.story()];
    await room.tell(story(one), story(other));
    await room.tell(update(one), followUp(one));
    await room.clock.advance(9 * HOUR);
  },
  async 'making a digest'(room) {
    await room.watch({ digest: { every: 'day', at: '07:00' } });
    await room.tell(story(await room.story()), story(await room.story()));
    await room.clock.advance(9 * HOUR);
  },
  async 'parking a channel'(room) {
    await room.watch();
    room.messenger.answer({ outcome: barred });
    await room.tell(story(await room.story()), story(await room.story()));
  },
};

describe.each(Object.entries(scenes))('%s', (_, prepare) => {
  /** To the end, in spite of a death; what has arrived. */
  async function live(deadline: number, pause: number): Promise<{ arrived: string[]; steps: number }> {
    const room = await openWireRoom('2031-01-10T22:00:00Z');
    await prepare(room);
    const death = new Death(deadline);
    const unwatch = death.watch(room);
    await room.work().catch(() => undefined);
    unwatch();
    await room.clock.advance(pause);
    await room.restart();
    await unpark(room.db, 'channel', room.clock.now());
    for (let turn = 0; turn < 5; turn++) {
      await room.clock.advance(pause);
      await room.work();
    }
    const states = Object.keys(await room.states());
    expect(states.filter((state) => state !== 'sent' && state !== 'unknown')).toEqual([]);
    return { arrived: room.arrived(), steps: death.taken };
  }

  it.each([20 * SECOND, HOUR])('tells all once, whenever the process ends, %d ms later', async (pause) => {
    const whole = await live(Number.POSITIVE_INFINITY, pause);
    expect(whole.arrived.length).toBeGreaterThan(0);
    expect(whole.steps).toBeGreaterThan(5);

    for (let step = 1; step <= whole.steps; step++) {
      const { arrived } = await live(step, pause);
      // After Discord has forgotten the nonce, what may have arrived is not sent again, and shown.
      if (pause < 2 * 60 * SECOND) expect(arrived, `ended before step ${step}`).toEqual(whole.arrived);
      else expect(new Set(arrived).size, `ended before step ${step}`).toBe(arrived.length);
    }
  });
});
