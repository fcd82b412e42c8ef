import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nonceOf } from '../../src/domain/delivery.ts';
import { MINUTE } from '../../src/domain/moment.ts';
import { insertStoryMessage } from '../../src/store/alerts.ts';
import {
  claimDelivery,
  countDeliveries,
  interruptedDeliveries,
  nextAttemptAt,
  outgoing,
  rejectWaiting,
  settleDelivery,
} from '../../src/store/outbox.ts';
import type { Db, DeliveryRow } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { blind, now, register, storeDelivery, storeItem, storeStory } from './samples.ts';

let db: Db;
beforeEach(async () => {
  db = await openSqlite(':memory:');
});
afterEach(() => db.destroy());

async function claimed(at = now): Promise<DeliveryRow> {
  const delivery = await claimDelivery(db, at);
  if (!delivery) throw new Error('nothing to deliver');
  return delivery;
}

const claimedId = async (at = now) => (await claimDelivery(db, at))?.id ?? null;
const settle = (id: string) =>
  settleDelivery(db, id, { state: 'sent', messageId: `message of ${id}`, settledAt: now });
/** Another try a minute from now. */
const putOff = (id: string) =>
  settleDelivery(db, id, { state: 'pending', error: '503', nextAttemptAt: now + MINUTE });

describe('a channel', () => {
  test('is told one thing at a time, in the order in which things were stored', async () => {
    for (const id of ['first', 'second', 'third']) await storeDelivery(db, id);

    expect(await claimedId()).toBe('first');
    expect(await claimedId()).toBeNull();
    await settle('first');
    expect(await claimedId()).toBe('second');
    await settle('second');
    expect(await claimedId()).toBe('third');
  });

  test('waits for its first Delivery though the second is due', async () => {
    await storeDelivery(db, 'first');
    await storeDelivery(db, 'second');
    await claimed();
    await putOff('first');

    expect(await claimedId()).toBeNull();
    expect(await claimedId(now + MINUTE)).toBe('first');
  });

  test('that is stuck holds up no other', async () => {
    await storeDelivery(db, 'stuck');
    await storeDelivery(db, 'behind it');
    await storeDelivery(db, 'elsewhere', { channelId: 'channel-2' });
    await claimed();
    await putOff('stuck');

    expect(await claimedId()).toBe('elsewhere');
    expect(await claimedId()).toBeNull();
  });

  test.each(['sent', 'rejected', 'unknown', 'held'] as const)(
    'goes on after a Delivery that is %s',
    async (state) => {
      await storeDelivery(db, 'first');
      await storeDelivery(db, 'second');
      await settleDelivery(db, 'first', { state });

      expect(await claimedId()).toBe('second');
    },
  );

  test('that is not used any more gets nothing of what waits', async () => {
    await storeDelivery(db, 'sending');
    await storeDelivery(db, 'waiting');
    await storeDelivery(db, 'held', { held: true });
    await storeDelivery(db, 'elsewhere', { channelId: 'channel-2' });
    await claimed();

    await rejectWaiting(db, 'channel-1', 'the channel was deleted', now);

    const rows = await db
      .selectFrom('deliveries')
      .select(['id', 'state', 'error', 'settledAt'])
      .orderBy('seq')
      .execute();
    expect(rows).toEqual([
      { id: 'sending', state: 'sending', error: null, settledAt: null },
      { id: 'waiting', state: 'rejected', error: 'the channel was deleted', settledAt: now },
      { id: 'held', state: 'rejected', error: 'the channel was deleted', settledAt: now },
      { id: 'elsewhere', state: 'pending', error: null, settledAt: null },
    ]);
  });
});

describe('a Delivery', () => {
  test('that is claimed is being sent, and its attempts are counted from the first on', async () => {
    await storeDelivery(db, 'first');

    expect(await claimed()).toMatchObject({
      id: 'first',
      state: 'sending',
      attempts: 1,
      firstAttemptAt: now,
    });
    await putOff('first');
    expect(await claimed(now + MINUTE)).toMatchObject({ state: 'sending', attempts: 2, firstAttemptAt: now });
  });

  test('whose first attempt certainly failed counts from the next one', async () => {
    await storeDelivery(db, 'first');
    await claimed();
    await settleDelivery(db, 'first', {
      state: 'pending',
      nextAttemptAt: now + MINUTE,
      firstAttemptAt: null,
    });

    expect(await claimed(now + MINUTE)).toMatchObject({ attempts: 2, firstAttemptAt: now + MINUTE });
  });

  test('is not claimed before it is due', async () => {
    await storeDelivery(db, 'first', { createdAt: now });

    expect(await claimedId(now - 1)).toBeNull();
    expect(await claimedId(now)).toBe('first');
  });

  test('is interrupted while it is being sent, neither before nor after', async () => {
    await storeDelivery(db, 'sent');
    await storeDelivery(db, 'sending', { channelId: 'channel-2' });
    await storeDelivery(db, 'pending', { channelId: 'channel-3' });
    await claimed();
    await settle('sent');
    await claimed();

    expect((await interruptedDeliveries(db)).map(({ id }) => id)).toEqual(['sending']);
  });

  test('may be attempted next at the earliest time of those that wait', async () => {
    expect(await nextAttemptAt(db)).toBeNull();

    await storeDelivery(db, 'first', { createdAt: now + MINUTE });
    await storeDelivery(db, 'second', { createdAt: now, channelId: 'channel-2' });
    expect(await nextAttemptAt(db)).toBe(now);
    await settle('second');
    expect(await nextAttemptAt(db)).toBe(now + MINUTE);
    await settle('first');
    expect(await nextAttemptAt(db)).toBeNull();
  });

  test('that waits behind another may not be attempted before that one', async () => {
    await storeDelivery(db, 'first');
    await storeDelivery(db, 'second');
    await claimed();
    await putOff('first');

    expect(await nextAttemptAt(db)).toBe(now + MINUTE);
  });

  test('is counted by its state', async () => {
    for (const id of ['a', 'b', 'c']) await storeDelivery(db, id);
    await settle('a');

    const counts = await countDeliveries(db);

    expect(Object.fromEntries(counts.map(({ state, count }) => [state, count]))).toEqual({
      sent: 1,
      pending: 2,
    });
  });
});

describe('what goes out', () => {
  test('is the Alert with the manners of its Delivery, under a nonce of its own', async () => {
    await storeDelivery(db, 'first', {
      roleIds: ['role-1', 'role-2'],
      silent: false,
      language: 'zh',
      market: 'EU',
    });
    const installation = await db.selectFrom('installation').selectAll().executeTakeFirstOrThrow();

    expect(await outgoing(db, await claimed())).toEqual({
      target: null,
      outgoing: {
        deliveryId: 'first',
        nonce: nonceOf(installation.value, 'first'),
        channelId: 'channel-1',
        operation: 'send',
        targetMessageId: null,
        body: blind,
        roleIds: ['role-1', 'role-2'],
        silent: false,
        language: 'zh',
        market: 'EU',
      },
    });
  });

  describe.each(['edit', 'reply'] as const)('as %s', (operation) => {
    const plain = { grouped: false, threads: false };
    let storyId: number;
    beforeEach(async () => {
      await register(db, ['cn-trade-notices']);
      await storeItem(db, { key: 'notice-1' });
      storyId = (await storeStory(db, { key: 'a' })).id;
      for (const channelId of ['channel-1', 'channel-2']) {
        const deliveryId = `first in ${channelId}`;
        await storeDelivery(db, deliveryId, { channelId });
        await insertStoryMessage(db, { storyId, channelId, deliveryId, grouped: false });
      }
    });

    /** Sends what comes first, then claims what concerns the Story. */
    async function next(state: 'sent' | 'rejected', channelId: string): Promise<DeliveryRow> {
      for (const delivery of [await claimed(), await claimed()]) {
        await settleDelivery(db, delivery.id, {
          state,
          messageId: state === 'sent' ? `message ${delivery.id}` : null,
        });
      }
      await storeDelivery(db, 'next', { operation, storyId, channelId });
      return claimed();
    }

    test('concerns the message in which its own channel first read of the Story', async () => {
      const { outgoing: sent, target } = await outgoing(db, await next('sent', 'channel-2'));

      expect(sent).toMatchObject({ operation, targetMessageId: 'message first in channel-2' });
      expect(target).toEqual({ ...plain, messageId: 'message first in channel-2', state: 'sent' });
    });

    test('knows that the first message was refused', async () => {
      const { outgoing: sent, target } = await outgoing(db, await next('rejected', 'channel-1'));

      expect(sent.targetMessageId).toBeNull();
      expect(target).toEqual({ ...plain, messageId: null, state: 'rejected' });
    });

    test('concerns no message in a channel that never read of the Story', async () => {
      const { outgoing: sent, target } = await outgoing(db, await next('sent', 'channel-3'));

      expect(sent.targetMessageId).toBeNull();
      expect(target).toBeNull();
    });
  });
});
