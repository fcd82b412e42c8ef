import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countItems, goodsInArchive } from '../../src/store/lookups.ts';
import { countReports, reportsUpTo } from '../../src/store/reports.ts';
import type { Db } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { now, on, register, storeItem, storeStory } from './samples.ts';

let db: Db;
beforeEach(async () => {
  db = await openArchive();
});
afterEach(() => db.destroy());

async function openArchive(): Promise<Db> {
  const opened = await openSqlite(':memory:');
  await register(opened, ['cn-trade-notices']);
  await storeItem(opened, { key: 'notice-1' });
  return opened;
}

describe('counting reports of licences', () => {
  test('tells the goods, the newest first, without what is no report', async () => {
    await storeStory(db, { key: 'a', goods: ['gallium', 'antimony'], publishedOn: '2031-01-10' });
    await storeStory(db, { key: 'b', goods: ['gallium'], publishedOn: '2031-02-10' });
    await storeStory(db, { key: 'c', goods: ['germanium'], publishedOn: '2031-02-10' });
    await storeStory(db, { key: 'd', goods: ['gallium'], publishedOn: '2031-03-10', kind: 'measure' });

    expect(await countReports(db)).toEqual([
      { good: 'gallium', reports: 2, first: '2031-01-10', last: '2031-02-10' },
      { good: 'germanium', reports: 1, first: '2031-02-10', last: '2031-02-10' },
      { good: 'antimony', reports: 1, first: '2031-01-10', last: '2031-01-10' },
    ]);
  });

  test('finds the place of one among those of its authority and goods, by day, not by when it was seen', async () => {
    const last = await storeStory(db, { key: 'last', goods: ['gallium'], publishedOn: '2031-03-01' });
    const first = await storeStory(db, {
      key: 'first',
      goods: ['gallium', 'antimony'],
      publishedOn: '2031-01-05',
    });
    const second = await storeStory(db, { key: 'second', goods: ['antimony'], publishedOn: '2031-01-05' });
    await storeStory(db, { key: 'measure', goods: ['gallium'], publishedOn: '2031-01-01', kind: 'measure' });
    await storeStory(db, {
      key: 'abroad',
      goods: ['gallium'],
      publishedOn: '2031-01-01',
      authorityId: 'uk-trade',
    });
    await storeStory(db, { key: 'other', goods: ['germanium'], publishedOn: '2031-01-01' });
    const since = on('2031-01-05');

    expect(await reportsUpTo(db, first, ['gallium', 'antimony'])).toEqual({ number: 1, since });
    expect(await reportsUpTo(db, second, ['antimony'])).toEqual({ number: 2, since });
    expect(await reportsUpTo(db, last, ['gallium'])).toEqual({ number: 2, since });
    expect(await reportsUpTo(db, last, ['gallium', 'antimony'])).toEqual({ number: 3, since });
  });

  test('knows no place where no good is named, or none was reported', async () => {
    const story = await storeStory(db, { key: 'a', goods: ['gallium'] });

    expect(await reportsUpTo(db, story, [])).toBeNull();
    expect(await reportsUpTo(db, story, ['tungsten'])).toBeNull();
  });

  test('does not know since when, if the first report has no date', async () => {
    const story = await storeStory(db, { key: 'a', goods: ['gallium'], published: null });

    expect(await reportsUpTo(db, story, ['gallium'])).toEqual({ number: 1, since: null });
  });
});

test('the archive tells its size and its goods', async () => {
  expect(await countItems(db)).toBe(1);

  await storeStory(db, { key: 'a', goods: ['gallium', 'antimony'], publishedOn: '2031-02-10' });
  await storeStory(db, { key: 'b', goods: ['gallium'], publishedOn: '2031-01-10' });
  await storeItem(db, { key: 'notice-2', firstSeenAt: now });

  expect(await countItems(db)).toBe(2);
  expect(await goodsInArchive(db)).toEqual(['antimony', 'gallium']);
});
