import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../src/domain/moment.ts';
import { fromJson } from '../../src/store/columns.ts';
import {
  countSeenSince,
  dueItems,
  insertItem,
  insertRevision,
  itemsByKey,
  latestRevision,
  type NewRevision,
  updateItem,
} from '../../src/store/items.ts';
import type { Db } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { insertAnnouncement } from '../../src/store/stories.ts';
import { newItem, now, on, register, storeItem, storeStory, understood } from './samples.ts';

let db: Db;
beforeEach(async () => {
  db = await openSqlite(':memory:');
  await register(db, ['cn-trade-notices', 'cn-trade-news']);
});
afterEach(() => db.destroy());

function revision(itemId: number, number: number, changes: Partial<NewRevision> = {}): NewRevision {
  return {
    itemId,
    number,
    hash: `hash-${number}`,
    title: `第${number}稿`,
    text: '正文。',
    published: on('2031-03-13'),
    issuer: '许可处',
    attachments: [{ title: '附件.pdf', url: 'https://trade.example/a.pdf' }],
    textRead: true,
    seenAt: now,
    ...changes,
  };
}

describe('an Item', () => {
  test('is stored with its article unread', async () => {
    const stored = await insertItem(db, newItem());

    expect(stored).toMatchObject({
      body: 'pending',
      reads: 0,
      failedReads: 0,
      nextReadAt: null,
      goneSince: null,
    });
    expect(stored).toMatchObject({ publishedOn: '2031-03-13', quiet: null, lateness: 'fresh' });
    expect(stored.published && fromJson(stored.published)).toEqual(on('2031-03-13'));
  });

  test('that is stored twice stays the first', async () => {
    const first = await insertItem(db, newItem({ title: '原题' }));

    const second = await insertItem(db, newItem({ title: '改题', firstSeenAt: now + HOUR }));

    expect(second).toEqual(first);
    expect(await db.selectFrom('items').selectAll().execute()).toEqual([first]);
  });

  test('of the same key in another Source is another', async () => {
    const [one, other] = [
      await insertItem(db, newItem()),
      await insertItem(db, newItem({ sourceId: 'cn-trade-news' })),
    ];

    expect(other.id).not.toBe(one.id);
  });

  test('of an unknown Source is refused', async () => {
    await expect(insertItem(db, newItem({ sourceId: 'cn-trade-nowhere' }))).rejects.toThrow(/foreign key/i);
  });

  test('without a date has none', async () => {
    expect(await insertItem(db, newItem({ published: null }))).toMatchObject({
      published: null,
      publishedOn: null,
    });
  });

  test.each(['[2026]', '{}', 'null', '1', '"quoted"', "it's; drop table items --", '0x10', ' 镓 '])(
    'keeps the title %s as text',
    async (title) => {
      await insertItem(db, newItem({ title, summary: title }));

      const found = await itemsByKey(db, 'cn-trade-notices', ['notice-1']);

      expect(found.get('notice-1')).toMatchObject({ title, summary: title });
    },
  );
});

test('Items are found by key, within their Source', async () => {
  await storeItem(db, { key: 'a' });
  await storeItem(db, { key: 'b' });
  await storeItem(db, { key: 'c', sourceId: 'cn-trade-news' });

  const found = await itemsByKey(db, 'cn-trade-notices', ['a', 'c', 'never']);

  expect([...found.keys()]).toEqual(['a']);
  expect(await itemsByKey(db, 'cn-trade-notices', [])).toEqual(new Map());
});

test('Items are due in the order of their clocks, those without one never', async () => {
  const clocks = { late: now, early: now - HOUR, future: now + 1, none: null };
  for (const [key, nextReadAt] of Object.entries(clocks)) {
    const { id } = await storeItem(db, { key });
    await updateItem(db, id, { nextReadAt });
  }
  const elsewhere = await storeItem(db, { key: 'elsewhere', sourceId: 'cn-trade-news' });
  await updateItem(db, elsewhere.id, { nextReadAt: now - 2 * HOUR });
  const due = async (at: number, limit: number) =>
    (await dueItems(db, 'cn-trade-notices', at, limit)).map(({ key }) => key);

  expect(await due(now, 10)).toEqual(['early', 'late']);
  expect(await due(now, 1)).toEqual(['early']);
  expect(await due(now + 1, 10)).toEqual(['early', 'late', 'future']);
});

test('one Item is changed and no other', async () => {
  const [one, other] = [await storeItem(db, { key: 'one' }), await storeItem(db, { key: 'other' })];

  await updateItem(db, one.id, { body: 'read', reads: 1, nextReadAt: now + 15 * MINUTE });

  const found = await itemsByKey(db, 'cn-trade-notices', ['one', 'other']);
  expect(found.get('one')).toEqual({ ...one, body: 'read', reads: 1, nextReadAt: now + 15 * MINUTE });
  expect(found.get('other')).toEqual(other);
});

describe('a Revision', () => {
  test('that is the latest has the highest number, in whatever order they were stored', async () => {
    const { id } = await storeItem(db, { key: 'a' });
    const other = await storeItem(db, { key: 'b' });
    expect(await latestRevision(db, id)).toBeUndefined();

    for (const number of [2, 10, 1]) await insertRevision(db, revision(id, number));
    await insertRevision(db, revision(other.id, 11));

    expect(await latestRevision(db, id)).toMatchObject({ itemId: id, number: 10, hash: 'hash-10' });
  });

  test('comes back as it was stored', async () => {
    const { id } = await storeItem(db, { key: 'a' });
    await insertRevision(db, revision(id, 1, { title: '[2031]', text: '{"a":1}', textRead: false }));

    const stored = await latestRevision(db, id);

    expect(stored).toMatchObject({
      title: '[2031]',
      text: '{"a":1}',
      issuer: '许可处',
      textRead: 0,
      seenAt: now,
    });
    expect(stored && fromJson(stored.attachments)).toEqual([
      { title: '附件.pdf', url: 'https://trade.example/a.pdf' },
    ]);
  });

  test('of the same number is refused', async () => {
    const { id } = await storeItem(db, { key: 'a' });
    await insertRevision(db, revision(id, 1));

    await expect(insertRevision(db, revision(id, 1, { hash: 'other' }))).rejects.toThrow(/unique/i);
  });
});

describe('counting what has appeared since an instant', () => {
  test('tells the relevant Items, each once, within the Sources named, without quiet ones', async () => {
    await storeItem(db, { key: 'before', firstSeenAt: now - 1 });
    await storeItem(db, { key: 'slid in', quiet: 'slid-in' });
    const relevant = await storeItem(db, { key: 'relevant', firstSeenAt: now });
    await storeItem(db, { key: 'other', firstSeenAt: now + 1 });
    await storeItem(db, { key: 'elsewhere', sourceId: 'cn-trade-news', firstSeenAt: now });
    const { id: storyId } = await storeStory(db, { key: 's', leadItemId: relevant.id });
    for (const [part, revision] of [
      ['', 1],
      ['2', 1],
      ['', 2],
    ] as const) {
      const link = { itemId: relevant.id, revision, storyId, createdAt: now };
      await insertAnnouncement(db, { ...understood(part), ...link });
    }

    expect(await countSeenSince(db, ['cn-trade-notices'], now)).toEqual({ items: 2, relevant: 1 });
    expect(await countSeenSince(db, ['cn-trade-notices', 'cn-trade-news'], now)).toEqual({
      items: 3,
      relevant: 1,
    });
    expect(await countSeenSince(db, ['cn-trade-notices'], now + 2)).toEqual({ items: 0, relevant: 0 });
    expect(await countSeenSince(db, [], now)).toEqual({ items: 0, relevant: 0 });
  });
});
