import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/domain/delivery.ts';
import { MINUTE, SECOND } from '../../src/domain/moment.ts';
import { silentLog } from '../../src/ops/log.ts';
import { deliverDue, resumeInterrupted } from '../../src/pipeline/deliver.ts';
import { insertAlert, insertDelivery } from '../../src/store/alerts.ts';
import { claimDelivery } from '../../src/store/outbox.ts';
import type { Db } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { type ManualClock, manualClock } from '../fakes/clock.ts';
import { type FakeMessenger, fakeMessenger } from '../fakes/messenger.ts';

const unanswered: Outcome = { outcome: 'unknown', error: 'the socket closed' };
const later: Outcome = { outcome: 'later', after: 5 * SECOND, error: '429' };
const rejected: Outcome = { outcome: 'rejected', error: 'Missing Access' };

let db: Db;
let clock: ManualClock;
let messenger: FakeMessenger;

beforeEach(async () => {
  db = await openSqlite(':memory:');
  clock = manualClock('2031-03-13T08:00:00Z');
  messenger = fakeMessenger({ nonceMemory: 2 * MINUTE });
});

const ports = () => ({ db, clock, messenger, log: silentLog });

/** Puts one message into the outbox. */
async function enqueue(
  id: string,
  channelId = 'channel',
  operation: 'send' | 'edit' = 'send',
): Promise<void> {
  const body = {
    kind: 'recovery',
    authorityId: 'cn',
    since: 0,
    until: 1,
    caughtUp: { items: 0, relevant: 0 },
  } as const;
  const alertId = (await insertAlert(db, id, body, clock.now())) ?? 0;
  await insertDelivery(db, {
    id,
    alertId,
    channelId,
    operation,
    storyId: null,
    roleIds: [],
    silent: true,
    language: 'both',
    market: 'US',
    createdAt: clock.now(),
  });
}

/** Lets the outbox work for some time. */
async function work(forMs: number): Promise<void> {
  for (let passed = 0; passed <= forMs; passed += SECOND) {
    await deliverDue(ports());
    await clock.advance(SECOND);
  }
}

const states = async () =>
  Object.fromEntries(
    (await db.selectFrom('deliveries').selectAll().execute()).map(({ id, state }) => [id, state]),
  );

const arrivedIds = () => messenger.arrived.map(({ deliveryId }) => deliveryId);

describe('the outbox', () => {
  it('sends what waits, in order', async () => {
    await enqueue('first');
    await enqueue('second');

    await deliverDue(ports());

    expect(arrivedIds()).toEqual(['first', 'second']);
    expect(await states()).toEqual({ first: 'sent', second: 'sent' });
  });

  it('leaves what still waits to the next start when told to stop', async () => {
    const stop = new AbortController();
    await enqueue('first');
    await enqueue('second');
    const { deliver } = messenger;
    messenger.deliver = (outgoing) => {
      stop.abort();
      return deliver(outgoing);
    };

    await deliverDue(ports(), stop.signal);

    expect(await states()).toEqual({ first: 'sent', second: 'pending' });
  });

  it('comes back later when asked to, and keeps the order of the channel meanwhile', async () => {
    await enqueue('first');
    await enqueue('second');
    await enqueue('elsewhere', 'other channel');
    messenger.answer({ outcome: later });

    await deliverDue(ports());
    expect(arrivedIds()).toEqual(['elsewhere']);
    await work(6 * SECOND);

    expect(arrivedIds()).toEqual(['elsewhere', 'first', 'second']);
  });

  it('gives up what is refused, and goes on', async () => {
    await enqueue('first');
    await enqueue('second');
    messenger.answer({ outcome: rejected });

    await deliverDue(ports());

    expect(await states()).toEqual({ first: 'rejected', second: 'sent' });
  });

  it('sends again with the same nonce while it is remembered, so that an unanswered message arrives once', async () => {
    await enqueue('first');
    messenger.answer({ outcome: unanswered, arrives: true });

    await work(10 * SECOND);

    expect(messenger.attempts).toHaveLength(2);
    expect(new Set(messenger.attempts.map(({ nonce }) => nonce)).size).toBe(1);
    expect(arrivedIds()).toEqual(['first']);
    expect(await states()).toEqual({ first: 'sent' });
  });

  it('looks for the message once the nonce may be forgotten, and never sends it again', async () => {
    await enqueue('first');
    await claimDelivery(db, clock.now());
    await messenger.deliver({ ...(await firstOutgoing()), nonce: 'forgotten' });
    await clock.advance(3 * MINUTE);
    await resumeInterrupted(ports());

    await deliverDue(ports());

    expect(messenger.arrived).toHaveLength(1);
    expect(await states()).toEqual({ first: 'sent' });
  });

  it('shows as unknown what it can neither repeat nor find', async () => {
    await enqueue('first');
    await enqueue('second');
    await claimDelivery(db, clock.now());
    await clock.advance(3 * MINUTE);
    await resumeInterrupted(ports());

    await deliverDue(ports());

    expect(arrivedIds()).toEqual(['second']);
    expect(await states()).toEqual({ first: 'unknown', second: 'sent' });
  });

  it('does not take a certain failure for a forgotten nonce', async () => {
    await enqueue('first');
    messenger.answer(...Array(4).fill({ outcome: { ...later, after: 10 * MINUTE } }));

    await work(45 * MINUTE);

    expect(await states()).toEqual({ first: 'sent' });
  });

  it('does not edit a message that was never sent', async () => {
    await enqueue('edit', 'channel', 'edit');

    await deliverDue(ports());

    expect(messenger.attempts).toEqual([]);
    expect(await states()).toEqual({ edit: 'rejected' });
  });

  it('tells each channel everything once and in order, whatever Discord answers', async () => {
    const answers = fc.constantFrom(
      { outcome: later },
      { outcome: unanswered },
      { outcome: unanswered, arrives: true },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(answers, { maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        async (faults, count) => {
          db = await openSqlite(':memory:');
          messenger = fakeMessenger({ nonceMemory: 10 * MINUTE });
          messenger.answer(...faults);
          for (let index = 0; index < count; index++) await enqueue(`${index}`, `channel ${index % 2}`);

          await work(5 * MINUTE);

          const inOrder = (channel: string) =>
            messenger.arrived
              .filter(({ channelId }) => channelId === channel)
              .map(({ deliveryId }) => deliveryId);
          expect(arrivedIds().toSorted()).toEqual(Array.from({ length: count }, (_, index) => `${index}`));
          expect(inOrder('channel 0')).toEqual(inOrder('channel 0').toSorted());
          expect(inOrder('channel 1')).toEqual(inOrder('channel 1').toSorted());
          await db.destroy();
        },
      ),
      { numRuns: 40 },
    );
  });
});

async function firstOutgoing() {
  const row = await db.selectFrom('deliveries').selectAll().executeTakeFirstOrThrow();
  return {
    deliveryId: row.id,
    nonce: '',
    channelId: row.channelId,
    operation: row.operation,
    targetMessageId: null,
    body: { kind: 'recovery', authorityId: 'cn', since: 0, until: 1, caughtUp: { items: 0, relevant: 0 } },
    roleIds: [],
    silent: true,
    language: row.language,
    market: row.market,
  } as const satisfies Parameters<FakeMessenger['deliver']>[0];
}
