import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kinds } from '../../src/domain/facts.ts';
import {
  archiveSize,
  type Cursor,
  countReports,
  goodsInArchive,
  listStories,
  reportsUpTo,
  type StoryQuery,
  storyAddresses,
} from '../../src/store/archive.ts';
import type { Db, StoryRow } from '../../src/store/schema.ts';
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

const keys = async (query: Omit<StoryQuery, 'limit'> = {}) =>
  (await listStories(db, { limit: 100, ...query })).map(({ key }) => key);

describe('listing Stories', () => {
  test('begins with the newest day, and within a day with what was stored last', async () => {
    await storeStory(db, { key: 'a', publishedOn: '2031-03-02' });
    await storeStory(db, { key: 'b', publishedOn: '2031-03-10' });
    await storeStory(db, { key: 'c', publishedOn: '2031-03-02' });

    expect(await keys()).toEqual(['b', 'c', 'a']);
    expect((await listStories(db, { limit: 2 })).map(({ key }) => key)).toEqual(['b', 'c']);
  });

  test('takes one kind, one tier, one good or all of these', async () => {
    await storeStory(db, { key: 'a', goods: ['gallium', 'germanium'] });
    await storeStory(db, { key: 'b', goods: ['gallium'], kind: 'measure', tier: 'measure' });
    await storeStory(db, { key: 'c', goods: ['antimony'], kind: 'measure', tier: 'measure' });

    expect(await keys({ kind: 'measure' })).toEqual(['c', 'b']);
    expect(await keys({ tier: 'decision' })).toEqual(['a']);
    expect(await keys({ good: 'gallium' })).toEqual(['b', 'a']);
    expect(await keys({ good: 'gallium', kind: 'measure', tier: 'measure' })).toEqual(['b']);
    expect(await keys({ good: 'gall' })).toEqual([]);
  });

  const goods = ['gallium', 'germanium', 'antimony'];
  const sample = fc.record({
    publishedOn: fc.constantFrom('2031-02-28', '2031-03-01', '2031-03-02', '2031-12-31'),
    kind: fc.constantFrom(...kinds),
    goods: fc.uniqueArray(fc.constantFrom(...goods), { maxLength: 3 }),
  });

  test('page by page shows every Story once, in the order of the whole list', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(sample, { maxLength: 25 }),
        fc.integer({ min: 1, max: 7 }),
        fc.record({ kind: fc.constantFrom(...kinds), good: fc.constantFrom(...goods) }, { requiredKeys: [] }),
        async (samples, limit, filter) => {
          const archive = await openArchive();
          const stories: StoryRow[] = [];
          for (const [index, { kind, ...story }] of samples.entries()) {
            stories.push(await storeStory(archive, { key: `story-${index}`, kind, ...story }));
          }

          const pages = await readAll(archive, { ...filter, limit });

          const wanted = stories.filter(
            (story, index) =>
              (!filter.kind || story.kind === filter.kind) &&
              (!filter.good || samples[index]?.goods.includes(filter.good)),
          );
          expect(pages.flat()).toEqual(wanted.sort(newestFirst));
          expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
          await archive.destroy();
        },
      ),
      { numRuns: 40 },
    );
  });

  test('goes on where it was, though something newer has been stored meanwhile', async () => {
    const [a, b] = [await storeStory(db, { key: 'a' }), await storeStory(db, { key: 'b' })];
    expect(await listStories(db, { limit: 1 })).toEqual([b]);

    await storeStory(db, { key: 'c' });

    expect(await listStories(db, { limit: 1, after: { publishedOn: b.publishedOn, id: b.id } })).toEqual([a]);
  });
});

function newestFirst(a: StoryRow, b: StoryRow): number {
  if (a.publishedOn !== b.publishedOn) return a.publishedOn < b.publishedOn ? 1 : -1;
  return b.id - a.id;
}

/** Page after page, as a reader turns them. */
async function readAll(archive: Db, query: StoryQuery): Promise<StoryRow[][]> {
  const pages: StoryRow[][] = [];
  let after: Cursor | undefined;
  for (;;) {
    const page = await listStories(archive, after ? { ...query, after } : query);
    const last = page.at(-1);
    if (!last) return pages;
    pages.push(page);
    after = { publishedOn: last.publishedOn, id: last.id };
  }
}

test('Stories are read at the address their facts were read from', async () => {
  const other = await storeItem(db, { key: 'notice-2', url: 'https://trade.example/notices/2' });
  const stories = [
    await storeStory(db, { key: 'a' }),
    await storeStory(db, { key: 'b', leadItemId: other.id }),
    await storeStory(db, { key: 'c', leadItemId: other.id }),
  ];

  const addresses = await storyAddresses(db, stories);

  expect(stories.map(({ id }) => addresses.get(id))).toEqual([
    'https://trade.example/notices/1',
    'https://trade.example/notices/2',
    'https://trade.example/notices/2',
  ]);
  expect(await storyAddresses(db, [])).toEqual(new Map());
});

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
  expect(await archiveSize(db)).toEqual({ items: 1, stories: 0, since: null });

  await storeStory(db, { key: 'a', goods: ['gallium', 'antimony'], publishedOn: '2031-02-10' });
  await storeStory(db, { key: 'b', goods: ['gallium'], publishedOn: '2031-01-10' });
  await storeItem(db, { key: 'notice-2', firstSeenAt: now });

  expect(await archiveSize(db)).toEqual({ items: 2, stories: 2, since: '2031-01-10' });
  expect(await goodsInArchive(db)).toEqual(['antimony', 'gallium']);
});
