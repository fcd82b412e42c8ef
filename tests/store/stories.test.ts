import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fromJson, toJson } from '../../src/store/columns.ts';
import { updateItem } from '../../src/store/items.ts';
import type { Db, ItemRow } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import {
  addStoryKeys,
  currentAnnouncements,
  insertAnnouncement,
  storiesAround,
  storiesByKeys,
  storyById,
  storyByKey,
  storyPages,
  updateStory,
} from '../../src/store/stories.ts';
import { facts, now, register, storeItem, storeStory, understood } from './samples.ts';

let db: Db;
let item: ItemRow;
beforeEach(async () => {
  db = await openSqlite(':memory:');
  await register(db, ['cn-trade-notices', 'cn-trade-news']);
  item = await storeItem(db, { key: 'notice-1' });
});
afterEach(() => db.destroy());

const goodsOf = (storyId: number) =>
  db
    .selectFrom('storyGoods')
    .select(['good', 'publishedOn'])
    .where('storyId', '=', storyId)
    .orderBy('good')
    .execute();

describe('a Story', () => {
  test('is found by its key and its id, as it was stored', async () => {
    const stored = await storeStory(db, { key: 'cn-trade/no-7-2031', goods: ['gallium'] });

    expect(await storyByKey(db, 'cn-trade/no-7-2031')).toEqual(stored);
    expect(await storyById(db, stored.id)).toEqual(stored);
    expect(fromJson(stored.facts)).toEqual(facts({ goods: ['gallium'] }));
    expect(await storyByKey(db, 'cn-trade/no-8-2031')).toBeUndefined();
    await expect(storyById(db, stored.id + 1)).rejects.toThrow();
  });

  test('is found by every key it was given, and keeps a key that another claims', async () => {
    const one = await storeStory(db, { key: 'cn-trade/2031/7' });
    const other = await storeStory(db, { key: 'cn-trade/2031/9' });
    await addStoryKeys(db, one.id, ['cn-trade/2031/8']);
    await addStoryKeys(db, other.id, ['cn-trade/2031/8', 'cn-trade/2031/9']);
    await addStoryKeys(db, other.id, []);

    expect(await storyByKey(db, 'cn-trade/2031/8')).toEqual(one);
    expect(await storiesByKeys(db, ['cn-trade/2031/9', 'cn-trade/2031/8', 'cn-trade/2031/7'])).toEqual([
      one,
      other,
    ]);
  });

  test('of a key that is taken is refused', async () => {
    await storeStory(db, { key: 'cn-trade/no-7-2031' });

    await expect(storeStory(db, { key: 'cn-trade/no-7-2031' })).rejects.toThrow(/unique/i);
  });

  test('lists its goods, each once, under the day it was published', async () => {
    const story = await storeStory(db, {
      key: 'a',
      goods: ['germanium', 'gallium', 'gallium'],
      publishedOn: '2031-03-12',
    });

    expect(await goodsOf(story.id)).toEqual([
      { good: 'gallium', publishedOn: '2031-03-12' },
      { good: 'germanium', publishedOn: '2031-03-12' },
    ]);
  });

  test('lists other goods when its facts change, and the same when they do not', async () => {
    const story = await storeStory(db, { key: 'a', goods: ['gallium', 'germanium'] });
    const other = await storeStory(db, { key: 'b', goods: ['gallium'] });

    await updateStory(db, story.id, { withdrawnAt: now });
    expect((await goodsOf(story.id)).map(({ good }) => good)).toEqual(['gallium', 'germanium']);
    await updateStory(db, story.id, { facts: toJson(facts({ goods: ['antimony', 'gallium'] })) });
    expect((await goodsOf(story.id)).map(({ good }) => good)).toEqual(['antimony', 'gallium']);
    await updateStory(db, story.id, { facts: toJson(facts({ goods: [] })) });
    expect(await goodsOf(story.id)).toEqual([]);
    expect(await goodsOf(other.id)).toHaveLength(1);
  });

  test('lists its goods under another day when that changes', async () => {
    const story = await storeStory(db, { key: 'a', goods: ['gallium'] });

    await updateStory(db, story.id, { publishedOn: '2031-03-10' });

    expect(await goodsOf(story.id)).toEqual([{ good: 'gallium', publishedOn: '2031-03-10' }]);
  });

  test('comes back changed, and no other does', async () => {
    const story = await storeStory(db, { key: 'a' });
    const other = await storeStory(db, { key: 'b' });

    const changed = await updateStory(db, story.id, { withdrawnAt: now, updatedAt: now + 1 });

    expect(changed).toEqual({ ...story, withdrawnAt: now, updatedAt: now + 1 });
    expect(await storyById(db, story.id)).toEqual(changed);
    expect(await storyById(db, other.id)).toEqual(other);
  });
});

test('Stories around a day are those of the authority within so many days, the newest first', async () => {
  const days = ['2031-02-25', '2031-02-26', '2031-03-02', '2031-03-04', '2031-03-05'];
  for (const publishedOn of days) await storeStory(db, { key: publishedOn, publishedOn });
  await storeStory(db, { key: 'elsewhere', publishedOn: '2031-03-02', authorityId: 'uk-trade' });
  const around = async (reach: number) =>
    (await storiesAround(db, 'cn-trade', '2031-03-01', reach)).map(({ key }) => key);

  expect(await around(3)).toEqual(['2031-03-04', '2031-03-02', '2031-02-26']);
  expect(await around(1)).toEqual(['2031-03-02']);
  expect(await around(0)).toEqual([]);
});

describe('an Announcement', () => {
  let storyId: number;
  beforeEach(async () => {
    storyId = (await storeStory(db, { key: 'a' })).id;
  });
  const announce = (part: string, revision: number, stated = {}, itemId = item.id) =>
    insertAnnouncement(db, { ...understood(part, stated), itemId, revision, storyId, createdAt: now });

  test('comes back with its reasons, facts and evidence', async () => {
    await announce('', 1, { licencesCount: 12 });

    const [stored, ...more] = await currentAnnouncements(db, item.id);

    expect(more).toEqual([]);
    expect(stored).toMatchObject({
      part: '',
      revision: 1,
      storyId,
      score: 7.5,
      tier: 'decision',
      kind: 'batch',
    });
    expect(stored && fromJson(stored.reasons)).toEqual(understood('').reasons);
    expect(stored && fromJson(stored.facts)).toEqual(facts({ licencesCount: 12 }));
    expect(stored && fromJson(stored.evidence)).toEqual(understood('').evidence);
  });

  test('is one per Item, part and Revision', async () => {
    await announce('', 1);
    await announce('answer-2', 1);
    await announce('', 2);

    await expect(announce('answer-2', 1)).rejects.toThrow(/unique/i);
  });

  test('of a newer Revision takes the place of the older one', async () => {
    await announce('answer-1', 1);
    await announce('answer-2', 1);
    await announce('answer-1', 2, { licencesCount: 3 });
    await announce('answer-2', 2);
    const other = await storeItem(db, { key: 'other' });
    await announce('', 3, {}, other.id);

    const current = await currentAnnouncements(db, item.id);

    expect(current.map(({ part, revision }) => [part, revision])).toEqual([
      ['answer-1', 2],
      ['answer-2', 2],
    ]);
  });

  test('is the newest of its part though a newer Revision says nothing of that part', async () => {
    await announce('answer-1', 1);
    await announce('answer-2', 1);
    await announce('answer-1', 2);

    const current = await currentAnnouncements(db, item.id);

    expect(current.map(({ part, revision }) => [part, revision]).sort()).toEqual([
      ['answer-1', 2],
      ['answer-2', 1],
    ]);
  });

  test('makes its page one of the Story, once, in the order in which pages were seen', async () => {
    const copy = await storeItem(db, {
      key: 'copy',
      sourceId: 'cn-trade-news',
      title: 'Copy',
      lateness: 'late',
    });
    await announce('', 1, {}, copy.id);
    await announce('', 1);
    await announce('', 2);
    await updateItem(db, item.id, { body: 'read' });

    expect(await storyPages(db, storyId)).toMatchObject([
      { itemId: item.id, sourceId: 'cn-trade-notices', url: item.url, title: item.title, body: 'read' },
      { itemId: copy.id, sourceId: 'cn-trade-news', title: 'Copy', body: 'pending', lateness: 'late' },
    ]);
    expect(await storyPages(db, storyId + 1)).toEqual([]);
  });
});
