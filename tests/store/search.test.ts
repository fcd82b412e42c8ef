import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kindOf } from '../../src/domain/facts.ts';
import { updateItem } from '../../src/store/items.ts';
import type { Db } from '../../src/store/schema.ts';
import { type Search, searchTexts } from '../../src/store/search.ts';
import { indexArchive, indexForSearch } from '../../src/store/search-index.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { insertAnnouncement } from '../../src/store/stories.ts';
import { termsOf } from '../../src/understand/search/terms.ts';
import { wordsOf } from '../../src/understand/search/words.ts';
import { facts, now, register, storeItem, storeRevision, storeStory, understood } from './samples.ts';

let db: Db;
let stored: number;
beforeEach(async () => {
  db = await openSqlite(':memory:');
  await register(db, ['cn-trade-notices']);
  stored = 0;
});
afterEach(() => db.destroy());

interface Page {
  on?: string;
  title?: string;
  text?: string;
  /** The Story it tells; a new one of its own unless one is given. Null: none. */
  storyId?: number | null;
  goods?: string[];
  action?: 'approve' | 'new_control';
}

/** A page that was read, and found to tell a Story. */
async function page({ on = '2031-03-13', title = 'Notice', text = '', ...told }: Page): Promise<number> {
  const { goods = [], action = 'approve', storyId } = told;
  const number = ++stored;
  const published = { precision: 'date', on, at: null } as const;
  const item = await storeItem(db, {
    key: `n${number}`,
    url: `https://trade.example/${number}`,
    title,
    published,
  });
  await storeRevision(db, { itemId: item.id, title, text });
  if (storyId !== null) {
    const story =
      storyId ??
      (await storeStory(db, { key: `s${number}`, leadItemId: item.id, publishedOn: on, goods })).id;
    const stated = facts({ goods, action });
    const place = { itemId: item.id, revision: 1, storyId: story, createdAt: now };
    await insertAnnouncement(db, { ...understood('', stated), kind: kindOf(stated), ...place });
  }
  await indexForSearch(db, { ...item, body: 'read' });
  return item.id;
}

async function found(written: string, more: Partial<Search> = {}, limit = 20): Promise<string[]> {
  const { hits } = await searchTexts(db, { terms: termsOf(written), ...more }, { limit });
  return hits.map(({ title }) => title);
}

describe('a text is found', () => {
  beforeEach(() =>
    page({
      title: '公告第46号',
      text: '对稀土、出口实行管制；鎵的通用許可 Licences for dual-use items, 3C001.b',
    }),
  );

  test.each`
    written                | is
    ${'稀土'}              | ${true}
    ${'稀土出口'}          | ${true}
    ${'土'}                | ${true}
    ${'镓'}                | ${true}
    ${'鎵'}                | ${true}
    ${'gallium'}           | ${true}
    ${'通用许可'}          | ${true}
    ${'通用 管制 46'}      | ${true}
    ${'第46号'}            | ${true}
    ${'46号'}              | ${true}
    ${'licence'}           | ${true}
    ${'LICENSING licence'} | ${true}
    ${'dual use'}          | ${true}
    ${'dual-use'}          | ${true}
    ${'"dual use items"'}  | ${true}
    ${'3C001'}             | ${true}
    ${'3C001.b'}           | ${true}
    ${'ite'}               | ${false}
    ${'item'}              | ${true}
    ${'土稀'}              | ${false}
    ${'号46'}              | ${false}
    ${'"use dual"'}        | ${false}
    ${'稀土 AND 出口'}     | ${false}
    ${'marks:tells'}       | ${false}
    ${'tells'}             | ${false}
    ${'dual -use'}         | ${true}
    ${'licen*'}            | ${true}
    ${'^licences'}         | ${true}
  `('by "$written": $is', async ({ written, is }) => {
    expect(await found(written)).toEqual(is ? ['公告第46号'] : []);
  });
});

test('a word of any stored text finds it, whatever the text', async () => {
  const text = fc.array(
    fc.oneof(
      fc.constantFrom(
        '稀土',
        '镓',
        '，',
        ' ',
        '\n',
        'gallium',
        'dual-use',
        '第46号',
        'ﬁ',
        '½',
        'é',
        'ß',
        '한국',
        'カナ',
        '"',
        '𬭊',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 20 },
  );
  await fc.assert(
    fc.asyncProperty(text, fc.nat(), fc.integer({ min: 1, max: 4 }), async (pieces, at, length) => {
      const whole = pieces.join('').toWellFormed();
      const words = wordsOf(whole);
      fc.pre(words.length > 0);
      const start = at % words.length;
      const [first] = words.slice(start);
      const last = words.slice(start, start + length).at(-1);
      const id = await page({ text: whole, storyId: null });

      const terms = termsOf(`"${whole.slice(first?.start, last?.end).replace(/["“”「」『』]/g, ' ')}"`);
      const { hits } = await searchTexts(db, { terms, everything: true }, { limit: 1 });

      expect(hits.map(({ itemId }) => itemId)).toEqual([id]);
    }),
    { numRuns: 150 },
  );
});

describe('a list of what was found', () => {
  test('has the newest first, whatever the order in which they were seen, and goes on where it ended', async () => {
    for (const day of [3, 1, 5, 2, 4])
      await page({ on: `2031-03-0${day}`, title: `day ${day}`, text: '稀土' });

    const terms = termsOf('稀土');
    const first = await searchTexts(db, { terms }, { limit: 2 });
    expect(first.hits.map(({ title }) => title)).toEqual(['day 5', 'day 4']);
    expect(first).toMatchObject({ more: true, counted: { count: 5, more: false } });

    await page({ on: '2031-03-09', title: 'newer', text: '稀土' });
    const second = await searchTexts(db, { terms }, { limit: 3, after: first.hits[1]?.place ?? 0 });
    expect(second.hits.map(({ title }) => title)).toEqual(['day 3', 'day 2', 'day 1']);
    expect(second).toMatchObject({ more: false, counted: null });
  });

  test('shows a Story once, by the newest of its texts that was found', async () => {
    const { id: storyId } = await storeStory(db, {
      key: 'told',
      leadItemId: await page({ on: '2031-03-01', text: 'x' }),
    });
    await page({ on: '2031-03-02', title: 'first', text: '稀土 quota', storyId });
    await page({ on: '2031-03-03', title: 'other', text: '稀土' });
    await page({ on: '2031-03-04', title: 'second', text: '稀土', storyId });

    expect(await found('稀土')).toEqual(['second', 'other']);
    expect(await found('quota')).toEqual(['first']);
    const after = (await searchTexts(db, { terms: termsOf('稀土') }, { limit: 1 })).hits[0]?.place ?? 0;
    const rest = await searchTexts(db, { terms: termsOf('稀土') }, { limit: 9, after });
    expect(rest.hits.map(({ title }) => title)).toEqual(['other']);
  });

  test('has texts that tell no Story only when all are asked for', async () => {
    await page({ title: 'tea fair', text: '稀土', storyId: null });

    expect(await found('稀土')).toEqual([]);
    expect(await found('稀土', { everything: true })).toEqual(['tea fair']);
    expect(await found('', { everything: true })).toEqual(['tea fair']);
  });

  test.each`
    filter                                          | titles
    ${{ goods: ['gallium'] }}                       | ${['c', 'b']}
    ${{ goods: ['gallium', 'rare earth magnets'] }} | ${['c', 'b', 'a']}
    ${{ goods: ['rare earths'] }}                   | ${[]}
    ${{ kind: 'measure' }}                          | ${['c']}
    ${{ actions: ['new_control'] }}                 | ${['c']}
    ${{ actions: ['new_control', 'approve'] }}      | ${['c', 'b', 'a']}
    ${{ sources: ['cn-trade-notices', 'x'] }}       | ${['c', 'b', 'a']}
    ${{ sources: ['cn-trade-news'] }}               | ${[]}
    ${{ since: '2031-03-02' }}                      | ${['c', 'b']}
    ${{ until: '2031-03-02' }}                      | ${['b', 'a']}
    ${{ since: '2031-03-02', until: '2031-03-02' }} | ${['b']}
  `('keeps to $filter', async ({ filter, titles }) => {
    await page({ on: '2031-03-01', title: 'a', text: '许可', goods: ['rare earth magnets'] });
    await page({ on: '2031-03-02', title: 'b', text: '许可', goods: ['gallium'] });
    await page({ on: '2031-03-03', title: 'c', text: '许可', goods: ['gallium'], action: 'new_control' });

    expect(await found('许可', filter)).toEqual(titles);
    expect(await found('', filter)).toEqual(titles);
  });

  test('has a page only where one of its Stories is about all that is asked', async () => {
    const itemId = await page({ title: 'answers', text: '许可', goods: ['gallium'], action: 'approve' });
    const { id: storyId } = await storeStory(db, { key: 'second', leadItemId: itemId });
    const stated = facts({ goods: ['helium'], action: 'new_control' });
    const place = { itemId, revision: 1, storyId, createdAt: now };
    await insertAnnouncement(db, { ...understood('2', stated), kind: 'measure', ...place });
    await indexArchive(db);

    expect(await found('许可', { goods: ['helium'], actions: ['new_control'] })).toEqual(['answers']);
    for (const kind of ['measure', undefined] as const) {
      const asked = { goods: ['gallium'], actions: ['new_control' as const], ...(kind && { kind }) };
      const { hits, counted } = await searchTexts(db, { terms: termsOf('许可'), ...asked }, { limit: 5 });
      expect(hits).toEqual([]);
      expect(counted).toEqual({ count: 0, more: false });
    }
  });

  test('counts a hundred texts, and no further', async () => {
    for (let day = 0; day < 101; day += 1) await page({ text: '稀土' });

    expect((await searchTexts(db, { terms: termsOf('稀土') }, { limit: 5 })).counted).toEqual({
      count: 100,
      more: true,
    });
  });
});

describe('the index', () => {
  test('knows the newest text only, and the day it is moved to', async () => {
    const itemId = await page({ title: 'old title', text: 'quota', on: '2031-03-13' });
    await storeRevision(db, { itemId, number: 2, title: 'new title', text: 'ceiling' });
    await updateItem(db, itemId, { publishedOn: '2031-01-01' });
    await indexForSearch(db, await db.selectFrom('items').selectAll().executeTakeFirstOrThrow());

    expect(await found('quota', { everything: true })).toEqual([]);
    expect(await found('ceiling', { everything: true })).toEqual(['new title']);
    expect(await found('ceiling', { everything: true, since: '2031-02-01' })).toEqual([]);
  });

  test('of an archive that was filled before is the same', async () => {
    await page({ title: 'one', text: '稀土', goods: ['gallium'] });
    await page({ title: 'two', text: '稀土', storyId: null });
    await indexArchive(db);

    expect(await found('稀土', { goods: ['gallium'] })).toEqual(['one']);
    expect(await found('稀土', { everything: true })).toEqual(['two', 'one']);
  });
});
