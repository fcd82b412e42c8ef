import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kinds } from '../../src/domain/facts.ts';
import { type Cursor, findStories, type Lookup } from '../../src/store/lookups.ts';
import type { Db, StoryRow } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { register, storeItem, storeStory } from './samples.ts';

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

describe('a list of Stories', () => {
  const goods = ['gallium', 'germanium', 'antimony'];
  const actions = ['approve', 'deny', 'relax'] as const;
  const authorities = ['cn-trade', 'cn-customs', 'jp-trade'];
  const sample = fc.record({
    publishedOn: fc.constantFrom('2031-02-28', '2031-03-01', '2031-03-02', '2031-12-31'),
    kind: fc.constantFrom(...kinds),
    goods: fc.uniqueArray(fc.constantFrom(...goods), { maxLength: 3 }),
    action: fc.constantFrom(...actions),
    authorityId: fc.constantFrom(...authorities),
  });

  test('page by page shows every Story once, in the order of the whole list', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(sample, { maxLength: 25 }),
        fc.integer({ min: 1, max: 7 }),
        fc.record(
          {
            kind: fc.constantFrom(...kinds),
            goods: fc.subarray(goods),
            actions: fc.subarray([...actions]),
            authorities: fc.subarray(authorities),
          },
          { requiredKeys: [] },
        ),
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
              (!filter.actions?.length || filter.actions.some((action) => action === story.action)) &&
              (!filter.authorities?.length || filter.authorities.includes(story.authorityId)) &&
              (!filter.goods?.length || samples[index]?.goods.some((good) => filter.goods?.includes(good))),
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
    expect(await findStories(db, { limit: 1 })).toEqual([b]);

    await storeStory(db, { key: 'c' });

    expect(await findStories(db, { limit: 1, after: { publishedOn: b.publishedOn, id: b.id } })).toEqual([a]);
  });
});

function newestFirst(a: StoryRow, b: StoryRow): number {
  if (a.publishedOn !== b.publishedOn) return a.publishedOn < b.publishedOn ? 1 : -1;
  return b.id - a.id;
}

/** Page after page, as a reader turns them. */
async function readAll(archive: Db, query: Lookup): Promise<StoryRow[][]> {
  const pages: StoryRow[][] = [];
  let after: Cursor | undefined;
  for (;;) {
    const page = await findStories(archive, after ? { ...query, after } : query);
    const last = page.at(-1);
    if (!last) return pages;
    pages.push(page);
    after = { publishedOn: last.publishedOn, id: last.id };
  }
}
