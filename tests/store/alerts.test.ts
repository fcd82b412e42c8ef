import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  alertOfDelivery,
  insertAlert,
  insertStoryMessage,
  isTold,
  storyMessages,
} from '../../src/store/alerts.ts';
import { fromJson } from '../../src/store/columns.ts';
import { settleDelivery } from '../../src/store/outbox.ts';
import type { Db } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { blind, now, register, storeDelivery, storeItem, storeStory } from './samples.ts';

let db: Db;
beforeEach(async () => {
  db = await openSqlite(':memory:');
});
afterEach(() => db.destroy());

describe('an Alert', () => {
  test('of one key is stored once', async () => {
    const first = await insertAlert(db, 'blind/cn-trade/1', blind, now);
    const again = await insertAlert(db, 'blind/cn-trade/1', { ...blind, authorityId: 'uk-trade' }, now + 1);
    const other = await insertAlert(db, 'blind/uk-trade/1', blind, now);

    expect([first, again, other]).toEqual([expect.any(Number), null, expect.any(Number)]);
    expect(other).not.toBe(first);
    const stored = await db.selectFrom('alerts').select(['kind', 'body', 'createdAt']).execute();
    expect(stored).toMatchObject([{ kind: 'blind', createdAt: now }, { kind: 'blind' }]);
    expect(stored[0] && fromJson(stored[0].body)).toEqual(blind);
  });

  test('is found by its Delivery, with the time at which that was settled', async () => {
    await storeDelivery(db, 'delivery-1');

    expect(await alertOfDelivery(db, 'delivery-1')).toEqual({ body: blind, sentAt: null });
    await settleDelivery(db, 'delivery-1', { state: 'sent', settledAt: now + 5 });
    expect(await alertOfDelivery(db, 'delivery-1')).toEqual({ body: blind, sentAt: now + 5 });
    expect(await alertOfDelivery(db, 'delivery-2')).toBeNull();
  });

  test('goes to a channel once', async () => {
    await storeDelivery(db, 'delivery-1');
    const { alertId } = await db.selectFrom('deliveries').select('alertId').executeTakeFirstOrThrow();

    await expect(storeDelivery(db, 'delivery-2', { alertId })).rejects.toThrow(/unique/i);
    await storeDelivery(db, 'delivery-3', { alertId, channelId: 'channel-2' });
  });
});

describe('the messages of a Story', () => {
  const waiting = { state: 'pending', threads: 0 };
  let storyId: number;
  beforeEach(async () => {
    await register(db, ['cn-trade-notices']);
    await storeItem(db, { key: 'notice-1' });
    storyId = (await storeStory(db, { key: 'a' })).id;
  });

  test('are those in which channels first read of it, in the manner of their Deliveries', async () => {
    await storeDelivery(db, 'd1', {
      channelId: 'channel-2',
      roleIds: ['role-1'],
      language: 'zh',
      market: 'EU',
    });
    await storeDelivery(db, 'd2', { channelId: 'channel-1' });
    const other = await storeStory(db, { key: 'b' });
    await insertStoryMessage(db, { storyId, channelId: 'channel-2', deliveryId: 'd1', grouped: false });
    await insertStoryMessage(db, { storyId, channelId: 'channel-1', deliveryId: 'd2', grouped: true });
    await insertStoryMessage(db, {
      storyId: other.id,
      channelId: 'channel-1',
      deliveryId: 'd2',
      grouped: true,
    });

    expect(await storyMessages(db, storyId)).toEqual([
      { ...waiting, channelId: 'channel-1', grouped: 1, roleIds: '[]', language: 'both', market: 'US' },
      { ...waiting, channelId: 'channel-2', grouped: 0, roleIds: '["role-1"]', language: 'zh', market: 'EU' },
    ]);
  });

  test('are one a channel', async () => {
    await storeDelivery(db, 'd1');
    await storeDelivery(db, 'd2');
    const message = { storyId, channelId: 'channel-1', grouped: false };
    await insertStoryMessage(db, { ...message, deliveryId: 'd1' });

    await insertStoryMessage(db, { ...message, deliveryId: 'd2' });

    const kept = await db.selectFrom('storyMessages').select('deliveryId').execute();
    expect(kept).toEqual([{ deliveryId: 'd1' }]);
    expect(await isTold(db, storyId, 'channel-1')).toBe(true);
    expect(await isTold(db, storyId, 'channel-2')).toBe(false);
  });
});
