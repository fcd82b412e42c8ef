import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/domain/moment.ts';
import { beginBlindness } from '../../src/store/authorities.ts';
import { settleDelivery } from '../../src/store/outbox.ts';
import type { Db, SourceRow } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { channelTraffic, lastDeliveryError, readHealth, type Verdict } from '../../src/store/status.ts';
import { now, register, storeDelivery, storeItem, storeStory } from './samples.ts';

let db: Db;
beforeEach(async () => {
  db = await openSqlite(':memory:');
});
afterEach(() => db.destroy());

describe('the health of a Source', () => {
  const failing = { failureReason: 'timeout', failureDetail: 'no answer in 30 s' } as const;

  test.each<[string, string, Partial<SourceRow>]>([
    ['unread', 'before its first poll', {}],
    ['reading', 'once it was read', { lastSuccessAt: now - MINUTE }],
    [
      'reading',
      'while it is being unlucky',
      { lastSuccessAt: now, failures: 2, failingSince: now - HOUR, ...failing },
    ],
    [
      'reading',
      'while it fails briefly',
      { lastSuccessAt: now, failures: 9, failingSince: now - 29 * MINUTE, ...failing },
    ],
    [
      'failing',
      'once that lasts',
      { lastSuccessAt: now, failures: 3, failingSince: now - 30 * MINUTE, ...failing },
    ],
    ['failing', 'when it has never been read', { failures: 1, failingSince: now, ...failing }],
    ['reading', 'when its poll is a little late', { lastSuccessAt: now, nextPollAt: now - 15 * MINUTE }],
    ['overdue', 'when nobody polls it', { lastSuccessAt: now, nextPollAt: now - 15 * MINUTE - 1 }],
  ])('is "%s" %s', async (state, _, changes) => {
    await register(db, ['cn-trade-notices']);
    await db
      .updateTable('sources')
      .set({ enabled: 1, ...changes })
      .execute();

    const { sources } = await readHealth(db, now);

    expect(sources).toMatchObject([{ id: 'cn-trade-notices', authorityId: 'cn-trade', state }]);
  });

  test('tells what went wrong while it fails, and not after', async () => {
    await register(db, ['cn-trade-notices']);
    await db
      .updateTable('sources')
      .set({ failures: 1, failingSince: now - MINUTE, lastSuccessAt: now - HOUR, ...failing })
      .execute();
    const failure = { reason: 'timeout', detail: 'no answer in 30 s', since: now - MINUTE };
    expect((await readHealth(db, now)).sources).toMatchObject([{ failure, lastReadAt: now - HOUR }]);

    await db.updateTable('sources').set({ failures: 0, failingSince: null }).execute();
    expect((await readHealth(db, now)).sources).toMatchObject([{ failure: null }]);
  });
});

describe('the verdict', () => {
  const troubled = { failures: 3, failingSince: now - HOUR, lastSuccessAt: now - HOUR };
  const read = { lastSuccessAt: now };

  /** Sources as they are now, by id. */
  async function health(sources: Record<string, Partial<SourceRow>>) {
    await register(db, Object.keys(sources));
    for (const [id, changes] of Object.entries(sources)) {
      if (Object.keys(changes).length > 0) {
        await db.updateTable('sources').set(changes).where('id', '=', id).execute();
      }
    }
    return readHealth(db, now);
  }

  test.each<[Verdict, string, Record<string, Partial<SourceRow>>]>([
    ['normal', 'every Source is read', { 'cn-trade-a': read, 'uk-trade-a': read }],
    ['starting', 'one has not been read yet', { 'cn-trade-a': read, 'uk-trade-a': {} }],
    [
      'degraded',
      'one fails, and another covers its authority',
      { 'cn-trade-a': read, 'cn-trade-b': troubled },
    ],
    ['blind', 'no other covers its authority', { 'uk-trade-a': read, 'cn-trade-b': troubled }],
    ['blind', 'the other has not been read yet', { 'cn-trade-a': {}, 'cn-trade-b': troubled }],
  ])('is "%s" when %s', async (verdict, _, sources) => {
    const found = await health(sources);

    expect(found.verdict).toBe(verdict);
    expect(found.uncovered).toEqual(verdict === 'blind' ? ['cn-trade'] : []);
  });

  test('is "blind" as long as the watchdogs say so, for the authorities that are read', async () => {
    await beginBlindness(db, 'cn-trade', now - MINUTE);
    await beginBlindness(db, 'fr-trade', now);

    const found = await health({ 'cn-trade-a': read, 'uk-trade-a': read });

    expect(found).toMatchObject({ verdict: 'blind', uncovered: ['cn-trade'] });
  });

  test('comes with the newest read of all', async () => {
    const found = await health({ 'cn-trade-a': { lastSuccessAt: now - 1 }, 'uk-trade-a': read });

    expect(found.lastReadAt).toBe(now);
  });
});

test('health knows no last read where nothing was ever read', async () => {
  await register(db, ['cn-trade-notices']);

  expect((await readHealth(db, now)).lastReadAt).toBeNull();
});

describe('the messages of a channel', () => {
  const since = now - DAY;

  test('are counted by what became of them since, and by what waits', async () => {
    const states = {
      a: 'sent',
      b: 'sent',
      c: 'sent',
      d: 'rejected',
      e: 'unknown',
      f: 'held',
      g: 'sending',
      h: 'pending',
    } as const;
    for (const [id, state] of Object.entries(states)) {
      await storeDelivery(db, id);
      await settleDelivery(db, id, { state });
    }
    for (const [id, settledAt] of Object.entries({ a: since - 1, b: since, c: now - 1, d: now, e: now })) {
      await settleDelivery(db, id, { settledAt });
    }
    await storeDelivery(db, 'elsewhere', { channelId: 'channel-2' });

    expect(await channelTraffic(db, ['channel-1', 'channel-3'], since)).toEqual([
      { channelId: 'channel-1', sent: 2, lastSentAt: now - 1, waiting: 3, held: 1, rejected: 1, unknown: 1 },
    ]);
    expect(await channelTraffic(db, [], since)).toEqual([]);
  });

  test('leave edits out', async () => {
    await register(db, ['cn-trade-notices']);
    await storeItem(db, { key: 'notice-1' });
    const { id: storyId } = await storeStory(db, { key: 'a' });
    await storeDelivery(db, 'send');
    await storeDelivery(db, 'edit', { operation: 'edit', storyId });

    expect(await channelTraffic(db, ['channel-1'], since)).toMatchObject([
      { waiting: 1, sent: 0, lastSentAt: null },
    ]);
  });

  test('tell the newest refusal or unknown outcome', async () => {
    const outcomes = [
      ['a', { state: 'rejected', error: 'Missing Access', settledAt: now - 2 }],
      ['b', { state: 'unknown', error: 'no answer', settledAt: now - 1 }],
      ['c', { state: 'sent', error: null, settledAt: now }],
    ] as const;
    for (const [id, outcome] of outcomes) {
      await storeDelivery(db, id);
      await settleDelivery(db, id, outcome);
    }

    expect(await lastDeliveryError(db, ['channel-1'], since)).toEqual({
      channelId: 'channel-1',
      error: 'no answer',
      at: now - 1,
    });
    expect(await lastDeliveryError(db, ['channel-1'], now)).toBeNull();
    expect(await lastDeliveryError(db, ['channel-2'], since)).toBeNull();
    expect(await lastDeliveryError(db, [], since)).toBeNull();
  });
});
