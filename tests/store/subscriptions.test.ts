import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Subscription } from '../../src/domain/subscription.ts';
import type { Db } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import {
  deleteSubscription,
  deleteSubscriptionsOf,
  insertSubscription,
  listSubscriptions,
  type NewSubscription,
  pauseSubscription,
  updateSubscription,
} from '../../src/store/subscriptions.ts';
import { now } from './samples.ts';

let db: Db;
beforeEach(async () => {
  db = await openSqlite(':memory:');
});
afterEach(() => db.destroy());

function subscribe(changes: Partial<NewSubscription> = {}): Promise<Subscription> {
  return insertSubscription(db, {
    guildId: 'guild-1',
    channelId: 'channel-1',
    authorities: [],
    tiers: [],
    goods: [],
    roleId: null,
    language: 'both',
    market: 'US',
    createdAt: now,
    ...changes,
  });
}

const ids = async (guildId?: string) => (await listSubscriptions(db, guildId)).map(({ id }) => id);

test('a Subscription comes back as it was made', async () => {
  const wishes: NewSubscription = {
    guildId: '900000000000000001',
    channelId: '900000000000000002',
    authorities: ['cn-trade'],
    tiers: ['decision', 'measure'],
    kinds: ['batch', 'measure'],
    actions: ['approve', 'new_control'],
    goods: ['rare earths', 'gallium'],
    destinations: ['Japan', 'EU'],
    sources: ['cn-trade-notices'],
    sourceLanguages: ['zh'],
    words: ['磁材', '"general licence"'],
    roleId: '900000000000000003',
    language: 'zh',
    market: 'South Korea',
    createdAt: now,
    createdBy: '900000000000000004',
    digest: { every: 'week', on: 1, at: '08:30' },
    quiet: { from: '22:00', until: '07:00', exceptDecisions: true },
    threads: true,
  };

  const made = await subscribe(wishes);

  expect(made).toEqual({ id: made.id, ...wishes, pausedAt: null, parked: null, since: now });
  expect(await listSubscriptions(db)).toEqual([made]);
});

test('Subscriptions are listed for all servers or for one, in the order in which they were made', async () => {
  const [first, elsewhere, last] = [
    await subscribe(),
    await subscribe({ guildId: 'guild-2' }),
    await subscribe(),
  ];

  expect(await ids()).toEqual([first.id, elsewhere.id, last.id]);
  expect(await ids('guild-1')).toEqual([first.id, last.id]);
  expect(await ids('guild-3')).toEqual([]);
});

test('a Subscription is removed by its own server only', async () => {
  const { id } = await subscribe();

  expect(await deleteSubscription(db, 'guild-2', id)).toBe(false);
  expect(await ids()).toEqual([id]);
  expect(await deleteSubscription(db, 'guild-1', id)).toBe(true);
  expect(await deleteSubscription(db, 'guild-1', id)).toBe(false);
});

test('the Subscriptions of a server or channel that is gone are removed together', async () => {
  const stays = await subscribe({ channelId: 'channel-2' });
  await subscribe();
  await subscribe();
  await subscribe({ guildId: 'guild-2', channelId: 'channel-3' });

  expect(await deleteSubscriptionsOf(db, { channelId: 'channel-1' })).toBe(2);
  expect(await deleteSubscriptionsOf(db, { guildId: 'guild-2' })).toBe(1);
  expect(await deleteSubscriptionsOf(db, { guildId: 'guild-2' })).toBe(0);

  expect(await ids()).toEqual([stays.id]);
});

test('the id of a Subscription that was removed is not given again', async () => {
  const { id } = await subscribe();
  await deleteSubscription(db, 'guild-1', id);

  expect((await subscribe()).id).toBeGreaterThan(id);
});

test('a Subscription is changed in its place, in its own server only', async () => {
  const made = await subscribe({ goods: ['gallium'], words: ['镓'] });
  const changed: Subscription = { ...made, channelId: 'channel-2', goods: [], destinations: ['Japan'] };

  await updateSubscription(db, { ...changed, guildId: 'guild-2' });
  expect(await listSubscriptions(db)).toEqual([made]);

  await updateSubscription(db, changed);
  expect(await listSubscriptions(db)).toEqual([changed]);
});

test('a Subscription is paused and resumed once, by its own server only', async () => {
  const { id } = await subscribe();
  const pause = (guildId: string, paused: boolean, at: number) =>
    pauseSubscription(db, { guildId, id }, paused, at);

  expect(await pause('guild-2', true, now + 1)).toBe(false);
  expect(await pause('guild-1', true, now + 2)).toBe(true);
  expect(await pause('guild-1', true, now + 3)).toBe(false);
  expect(await listSubscriptions(db)).toMatchObject([{ pausedAt: now + 2, since: now }]);

  expect(await pause('guild-1', false, now + 4)).toBe(true);
  expect(await pause('guild-1', false, now + 5)).toBe(false);
  expect(await listSubscriptions(db)).toMatchObject([{ pausedAt: null, since: now + 4 }]);
});
