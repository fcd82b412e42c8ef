import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../src/domain/moment.ts';
import { beginBlindness, blindAuthorities } from '../../src/store/authorities.ts';
import { updateItem } from '../../src/store/items.ts';
import type { Db } from '../../src/store/schema.ts';
import {
  claimDue,
  claimSource,
  enabledSources,
  LeaseLost,
  nextDueAt,
  readFailed,
  readSucceeded,
  releaseLease,
  renewLease,
  updateAsHolder,
  voidLeases,
} from '../../src/store/sources.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { now, register, storeItem } from './samples.ts';

let db: Db;
beforeEach(async () => {
  db = await openSqlite(':memory:');
});
afterEach(() => db.destroy());

/** Claims as a poller does, whose lease runs for a minute. */
async function claim(at = now, only?: string) {
  if (only !== undefined) return claimSource(db, at, at + MINUTE, only);
  const [claimed = null] = await claimDue(db, at, at + MINUTE, 1);
  return claimed;
}

async function claimed(at = now, only?: string) {
  const claimedSource = await claim(at, only);
  if (!claimedSource) throw new Error('nothing to claim');
  return claimedSource;
}

const source = async (id: string) => {
  const sources = await enabledSources(db);
  return sources.find((row) => row.id === id);
};

describe('registering Sources', () => {
  test('makes them due at once', async () => {
    await register(db, ['cn-trade-notices', 'cn-trade-news']);

    expect(await enabledSources(db)).toMatchObject([
      {
        id: 'cn-trade-news',
        authorityId: 'cn-trade',
        enabled: 1,
        nextPollAt: now,
        fence: 0,
        baselineAt: null,
      },
      {
        id: 'cn-trade-notices',
        authorityId: 'cn-trade',
        enabled: 1,
        nextPollAt: now,
        fence: 0,
        baselineAt: null,
      },
    ]);
  });

  test('anew keeps what is known of them', async () => {
    await register(db, ['cn-trade-notices']);
    const { lease, state } = await claimed();
    await readSucceeded(db, lease, state, { rows: 20, oldestOn: '2031-01-05' }, now, now + HOUR);

    await register(db, ['cn-trade-notices'], now + MINUTE);

    expect(await enabledSources(db)).toMatchObject([
      { nextPollAt: now + HOUR, fence: 1, baselineAt: now, baselineOldestOn: '2031-01-05', rows: 20 },
    ]);
  });

  test('remembers what reading them has shown', async () => {
    await register(db, ['cn-trade-notices']);
    const { lease, state } = await claimed();
    const movedTo = 'https://trade.example/new';
    await readSucceeded(db, lease, state, { rows: 20, oldestOn: null }, now, now, { inFull: true, movedTo });
    expect(await source('cn-trade-notices')).toMatchObject({
      fullReadAt: now,
      movedTo,
      usualRows: 20,
      gapFrom: null,
    });

    const again = await source('cn-trade-notices');
    if (!again) throw new Error('it is registered');
    const later = now + HOUR;
    await readSucceeded(db, lease, again, { rows: 10, oldestOn: null, gap: true }, later, later);
    expect(await source('cn-trade-notices')).toMatchObject({
      ...{ fullReadAt: now, movedTo, usualRows: 19.5, rows: 10 },
      ...{ gapFrom: now, gapUntil: later },
    });

    await readSucceeded(db, lease, again, null, later, later, { inFull: true, movedTo: null });
    expect(await source('cn-trade-notices')).toMatchObject({
      fullReadAt: later,
      movedTo: null,
      gapUntil: later,
    });
  });

  test('disables those left out, and finds them as they were when they come back', async () => {
    await register(db, ['cn-trade-notices', 'cn-trade-news']);
    const { lease, state } = await claimed(now, 'cn-trade-news');
    await readSucceeded(db, lease, state, { rows: 9, oldestOn: null }, now, now + HOUR);

    await register(db, ['cn-trade-notices']);
    expect((await enabledSources(db)).map(({ id }) => id)).toEqual(['cn-trade-notices']);
    expect(await claim(now + 2 * HOUR, 'cn-trade-news')).toBeNull();

    await register(db, ['cn-trade-notices', 'cn-trade-news']);
    expect(await source('cn-trade-news')).toMatchObject({ rows: 9, baselineAt: now });
  });
});

describe('an authority that nobody covered', () => {
  test('is forgotten once none of its Sources is read, and only then', async () => {
    await register(db, ['cn-trade-notices', 'uk-trade-notices']);
    await beginBlindness(db, 'cn-trade', now);
    await beginBlindness(db, 'uk-trade', now);

    await register(db, ['uk-trade-notices']);

    expect((await blindAuthorities(db)).map(({ id }) => id)).toEqual(['uk-trade']);
  });
});

describe('a claim', () => {
  test('gives one Source to one of two pollers', async () => {
    await register(db, ['cn-trade-notices']);

    const claims = [await claim(), await claim()];

    expect(claims).toMatchObject([{ lease: { sourceId: 'cn-trade-notices', fence: 1 } }, null]);
  });

  test('takes the Source that has been due longest', async () => {
    await register(db, ['cn-trade-news'], now);
    await register(db, ['cn-trade-news', 'cn-trade-notices'], now - MINUTE);

    expect((await claimed()).state.id).toBe('cn-trade-notices');
    expect((await claimed()).state.id).toBe('cn-trade-news');
    expect(await claim()).toBeNull();
  });

  test('takes several at once, those that have been due longest, and no more than are due', async () => {
    const ids = ['cn-trade-gazette', 'cn-trade-news', 'cn-trade-notices'];
    for (const index of ids.keys()) await register(db, ids.slice(0, index + 1), now - index);

    const two = await claimDue(db, now, now + MINUTE, 2);
    const rest = await claimDue(db, now, now + MINUTE, 2);

    expect(two.map(({ lease }) => lease.sourceId).toSorted()).toEqual(['cn-trade-news', 'cn-trade-notices']);
    expect(rest.map(({ lease, state }) => [lease.sourceId, lease.fence, state.leaseUntil])).toEqual([
      ['cn-trade-gazette', 1, now + MINUTE],
    ]);
  });

  test('says when the first article is to be read', async () => {
    await register(db, ['cn-trade-news', 'cn-trade-notices']);
    for (const [key, nextReadAt] of Object.entries({ later: now + HOUR, sooner: now + 1, never: null }))
      await updateItem(db, (await storeItem(db, { key })).id, { nextReadAt });

    const claims = await claimDue(db, now, now + MINUTE, 2);

    expect(new Map(claims.map(({ lease, readAt }) => [lease.sourceId, readAt]))).toEqual(
      new Map([
        ['cn-trade-news', null],
        ['cn-trade-notices', now + 1],
      ]),
    );
  });

  test('takes nothing before it is due, but for a Source that is asked for', async () => {
    await register(db, ['cn-trade-notices'], now + 1);

    expect(await claim()).toBeNull();
    expect((await claimed(now, 'cn-trade-notices')).state.id).toBe('cn-trade-notices');
    expect(await claim(now, 'cn-trade-notices')).toBeNull();
  });

  test('comes about because an article is to be read', async () => {
    await register(db, ['cn-trade-news', 'cn-trade-notices'], now + HOUR);
    const item = await storeItem(db, { key: 'notice-1' });
    await updateItem(db, item.id, { nextReadAt: now + 1 });

    expect(await claim(now)).toBeNull();
    expect((await claimed(now + 1)).state).toMatchObject({ id: 'cn-trade-notices', nextPollAt: now + HOUR });
    expect(await claim(now + 1)).toBeNull();
  });

  test('takes the Source whose article has been due longer than the listing of another', async () => {
    await register(db, ['cn-trade-notices'], now + HOUR);
    const item = await storeItem(db, { key: 'notice-1' });
    await updateItem(db, item.id, { nextReadAt: now - HOUR });
    await register(db, ['cn-trade-notices', 'cn-trade-news'], now - MINUTE);

    expect((await claimed()).state.id).toBe('cn-trade-notices');
    expect((await claimed()).state.id).toBe('cn-trade-news');
  });

  test('can be made anew once its lease has ended, expired or been voided', async () => {
    await register(db, ['cn-trade-notices']);

    const first = await claimed(now);
    expect(await claim(now + MINUTE - 1)).toBeNull();
    const second = await claimed(now + MINUTE);
    await releaseLease(db, second.lease);
    const third = await claimed(now + MINUTE);
    await voidLeases(db);
    const fourth = await claimed(now + MINUTE);

    expect([first, second, third, fourth].map(({ lease }) => lease.fence)).toEqual([1, 2, 3, 4]);
  });
});

describe('a lease', () => {
  test('is prolonged by its holder', async () => {
    await register(db, ['cn-trade-notices']);
    const { lease } = await claimed(now);

    await renewLease(db, lease, now + HOUR);

    expect(await claim(now + MINUTE)).toBeNull();
    expect(await claim(now + HOUR)).not.toBeNull();
  });

  test.each([
    ['renewed', (lease) => renewLease(db, lease, now + HOUR)],
    ['used to move the Source on', (lease) => updateAsHolder(db, lease, { nextPollAt: now + HOUR })],
  ] satisfies [string, (lease: { sourceId: string; fence: number }) => Promise<void>][])(
    'that was taken over cannot be %s',
    async (_, use) => {
      await register(db, ['cn-trade-notices']);
      const { lease } = await claimed(now);
      const successor = await claimed(now + MINUTE);

      const attempt = use(lease);

      await expect(attempt).rejects.toThrow(LeaseLost);
      await expect(attempt).rejects.toThrow(/cn-trade-notices \(fence 1\)/);
      expect(await source('cn-trade-notices')).toEqual(successor.state);
    },
  );

  test('that was taken over cannot end that of its successor', async () => {
    await register(db, ['cn-trade-notices']);
    const { lease } = await claimed(now);
    await claimed(now + MINUTE);

    await releaseLease(db, lease);

    expect(await claim(now + MINUTE)).toBeNull();
  });

  test('still holds after it has expired, while nobody has taken over', async () => {
    await register(db, ['cn-trade-notices']);
    const { lease } = await claimed(now);

    await updateAsHolder(db, lease, { nextPollAt: now + 3 * HOUR });

    expect(await source('cn-trade-notices')).toMatchObject({ nextPollAt: now + 3 * HOUR });
  });

  test('that was lost undoes the whole transaction', async () => {
    await register(db, ['cn-trade-notices']);
    const { lease } = await claimed(now);
    await claimed(now + MINUTE);

    const late = db.transaction().execute(async (tx) => {
      await storeItem(tx, { key: 'notice-1' });
      await updateAsHolder(tx, lease, { leaseUntil: 0 });
    });

    await expect(late).rejects.toThrow(LeaseLost);
    expect(await db.selectFrom('items').selectAll().execute()).toEqual([]);
  });
});

describe('what becomes of a read', () => {
  const failure = { reason: 'timeout', detail: 'trade.example did not answer in 30 s' } as const;

  test('that failed is counted from the first failure on', async () => {
    await register(db, ['cn-trade-notices']);
    const first = await claimed(now);
    await readFailed(db, first.lease, first.state, failure, now, now + MINUTE);
    const second = await claimed(now + MINUTE);
    await readFailed(db, second.lease, second.state, failure, now + MINUTE, now + HOUR);

    expect(await source('cn-trade-notices')).toMatchObject({
      failures: 2,
      failingSince: now,
      failureReason: 'timeout',
      failureDetail: failure.detail,
      failureAt: now + MINUTE,
      nextPollAt: now + HOUR,
      lastSuccessAt: null,
      baselineAt: null,
    });
  });

  test('that succeeded ends a failure', async () => {
    await register(db, ['cn-trade-notices']);
    const first = await claimed(now);
    await readFailed(db, first.lease, first.state, failure, now, now + MINUTE);
    const second = await claimed(now + MINUTE);

    await readSucceeded(
      db,
      second.lease,
      second.state,
      { rows: 3, oldestOn: null },
      now + MINUTE,
      now + HOUR,
    );

    expect(await source('cn-trade-notices')).toMatchObject({
      failures: 0,
      failingSince: null,
      lastSuccessAt: now + MINUTE,
    });
  });

  test('sets the baseline once, and not by an unchanged listing', async () => {
    await register(db, ['cn-trade-notices']);
    const at = [now, now + MINUTE, now + 2 * MINUTE] as const;
    const unchanged = await claimed(at[0]);
    await readSucceeded(db, unchanged.lease, unchanged.state, null, at[0], at[1]);
    expect(await source('cn-trade-notices')).toMatchObject({ baselineAt: null, rows: null });

    const first = await claimed(at[1]);
    await readSucceeded(db, first.lease, first.state, { rows: 20, oldestOn: '2031-01-05' }, at[1], at[2]);
    const later = await claimed(at[2]);
    await readSucceeded(db, later.lease, later.state, { rows: 21, oldestOn: '2031-02-01' }, at[2], at[2]);

    expect(await source('cn-trade-notices')).toMatchObject({
      baselineAt: at[1],
      baselineOldestOn: '2031-01-05',
      rows: 21,
      lastSuccessAt: at[2],
    });
  });
});

describe('the next due time', () => {
  test('is that of the listing or the article that comes first', async () => {
    await register(db, ['cn-trade-news'], now + HOUR);
    await register(db, ['cn-trade-news', 'cn-trade-notices'], now + 2 * HOUR);
    expect(await nextDueAt(db)).toBe(now + HOUR);

    const item = await storeItem(db, { key: 'notice-1' });
    await updateItem(db, item.id, { nextReadAt: now + MINUTE });
    expect(await nextDueAt(db)).toBe(now + MINUTE);
  });

  test('is not before the lease of the Source has ended', async () => {
    await register(db, ['cn-trade-notices']);
    await claimed();
    expect(await nextDueAt(db)).toBe(now + MINUTE);

    await register(db, ['cn-trade-notices', 'cn-trade-news'], now + 1);
    expect(await nextDueAt(db)).toBe(now + 1);
  });

  test('is the time at which a claim succeeds', async () => {
    await register(db, ['cn-trade-news'], now + HOUR);
    await register(db, ['cn-trade-news', 'cn-trade-notices'], now + 2 * HOUR);
    const item = await storeItem(db, { key: 'notice-1' });
    await updateItem(db, item.id, { nextReadAt: now + MINUTE });

    for (const sourceId of ['cn-trade-notices', 'cn-trade-news']) {
      const at = (await nextDueAt(db)) ?? 0;
      expect(await claim(at - 1)).toBeNull();
      const claims = await claimDue(db, at, now + 3 * HOUR, 1);
      expect(claims.map(({ state }) => state.id)).toEqual([sourceId]);
    }
  });

  test('leaves out disabled Sources and their articles', async () => {
    await register(db, ['cn-trade-notices']);
    const item = await storeItem(db, { key: 'notice-1' });
    await updateItem(db, item.id, { nextReadAt: now });

    await register(db, []);

    expect(await nextDueAt(db)).toBeNull();
    expect(await claim(now + HOUR)).toBeNull();
  });
});
