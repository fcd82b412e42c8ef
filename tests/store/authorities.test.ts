import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR } from '../../src/domain/moment.ts';
import {
  beginBlindness,
  blindAuthorities,
  blindness,
  endBlindness,
  readAgain,
  sourcesOf,
} from '../../src/store/authorities.ts';
import type { Db } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { now, register } from './samples.ts';

let db: Db;
beforeEach(async () => {
  db = await openSqlite(':memory:');
});
afterEach(() => db.destroy());

test('an authority has the Sources that are read at present', async () => {
  await register(db, ['cn-trade-notices', 'cn-trade-news', 'cn-trade-old', 'uk-trade-notices']);
  await register(db, ['cn-trade-notices', 'cn-trade-news', 'uk-trade-notices']);

  expect((await sourcesOf(db, 'cn-trade')).map(({ id }) => id)).toEqual([
    'cn-trade-news',
    'cn-trade-notices',
  ]);
});

test('blindness is known from its beginning to its end', async () => {
  expect(await blindness(db, 'cn-trade')).toBeUndefined();

  await beginBlindness(db, 'uk-trade', now + 1);
  await beginBlindness(db, 'cn-trade', now);
  expect(await blindness(db, 'cn-trade')).toEqual({ id: 'cn-trade', blindSince: now, readAgainAt: null });
  expect((await blindAuthorities(db)).map(({ id }) => id)).toEqual(['cn-trade', 'uk-trade']);

  await endBlindness(db, 'cn-trade');
  expect(await blindness(db, 'cn-trade')).toBeUndefined();
  expect(await blindness(db, 'uk-trade')).toMatchObject({ blindSince: now + 1 });
});

test('blindness does not begin twice', async () => {
  await beginBlindness(db, 'cn-trade', now);

  await expect(beginBlindness(db, 'cn-trade', now + 1)).rejects.toThrow(/unique/i);
});

describe('once one of its Sources reads again', () => {
  test('a blind authority knows since when, and no other does', async () => {
    await beginBlindness(db, 'cn-trade', now);
    await beginBlindness(db, 'uk-trade', now);

    await readAgain(db, 'cn-trade', now + HOUR);

    expect(await blindness(db, 'cn-trade')).toEqual({
      id: 'cn-trade',
      blindSince: now,
      readAgainAt: now + HOUR,
    });
    expect(await blindness(db, 'uk-trade')).toMatchObject({ readAgainAt: null });
  });

  test('only the failing Sources of the authority are tried again at once', async () => {
    const ids = ['cn-trade-failing', 'cn-trade-sound', 'uk-trade-failing'];
    await register(db, ids, now + HOUR);
    await db.updateTable('sources').set({ failures: 3 }).where('id', 'like', '%-failing').execute();

    await readAgain(db, 'cn-trade', now);

    const due = await db.selectFrom('sources').select('id').where('nextPollAt', '=', now).execute();
    expect(due).toEqual([{ id: 'cn-trade-failing' }]);
  });

  test('a Source that is overdue is not put off by that', async () => {
    await register(db, ['cn-trade-failing'], now - HOUR);
    await db.updateTable('sources').set({ failures: 3 }).execute();

    await readAgain(db, 'cn-trade', now);

    expect(await sourcesOf(db, 'cn-trade')).toMatchObject([{ nextPollAt: now - HOUR }]);
  });
});
