import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Details, RelationKind } from '../../src/domain/details.ts';
import { updateItem } from '../../src/store/items.ts';
import { migrations } from '../../src/store/migrations.ts';
import { noticesUnder } from '../../src/store/notices.ts';
import type { Db } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { insertAnnouncement } from '../../src/store/stories.ts';
import { now, register, storeItem, storeStory, understood } from './samples.ts';

let db: Db;
beforeEach(async () => {
  db = await openSqlite(':memory:');
  await register(db, ['cn-trade-notices', 'cn-other-notices']);
});
afterEach(() => db.destroy());

const acting = (kind: RelationKind, notice: string): Details => ({
  relations: [{ kind, notice, section: null, quotes: [] }],
  controlCodes: [],
  hsCodes: [],
  thresholds: [],
  issuers: [],
  spokesperson: null,
  commentsUntil: null,
});

/** A page with the notice of this number on it, which does something to No. 1. */
async function store(
  number: number | null,
  goods: string[],
  kind: RelationKind = 'cites',
  authorityId = 'cn-trade',
) {
  const key = `page-${number}-${authorityId}`;
  const item = await storeItem(db, { key, sourceId: `${authorityId}-notices`, title: key });
  const story = await storeStory(db, { key, authorityId, leadItemId: item.id });
  const announcementNo = number === null ? null : `No. ${number} of 2031`;
  await announce(item.id, story.id, 1, announcementNo, goods, kind);
  return { item, story };
}

function announce(
  itemId: number,
  storyId: number,
  revision: number,
  announcementNo: string | null,
  goods: string[],
  kind: RelationKind,
) {
  const details = acting(kind, 'No. 1 of 2031');
  const stated = understood('', { announcementNo, goods });
  return insertAnnouncement(db, { ...stated, details, itemId, revision, storyId, createdAt: now });
}

const found = async (...terms: string[]) =>
  (await noticesUnder(db, 'cn-trade', terms)).map(({ announcementNo }) => announcementNo).toSorted();

describe('a numbered notice is found', () => {
  it('by its number, by the notice it acts on, and by its goods', async () => {
    await store(1, ['gallium']);
    await store(2, ['neon'], 'suspends');
    await store(3, ['argon'], 'cites');

    expect(await found('No. 1 of 2031')).toEqual(['No. 1 of 2031', 'No. 2 of 2031']);
    expect(await found('argon', 'gallium')).toEqual(['No. 1 of 2031', 'No. 3 of 2031']);
    expect(await found('xenon')).toEqual([]);
    expect(await found()).toEqual([]);
  });

  it('among those of its own authority; what has no number is no notice', async () => {
    await store(1, ['gallium']);
    await store(2, ['gallium'], 'cites', 'cn-other');
    await store(null, ['gallium']);

    expect(await found('gallium')).toEqual(['No. 1 of 2031']);
  });

  it('as it reads now, and not once its page is withdrawn', async () => {
    const { item, story } = await store(1, ['gallium']);
    await announce(item.id, story.id, 2, 'No. 1 of 2031', ['gallium', 'neon'], 'repeals');

    expect(await noticesUnder(db, 'cn-trade', ['neon'])).toMatchObject([
      { facts: { goods: ['gallium', 'neon'] }, details: { relations: [{ kind: 'repeals' }] } },
    ]);
    await updateItem(db, item.id, { body: 'withdrawn' });
    expect(await found('gallium')).toEqual([]);
  });

  it('that was read before there was an index', async () => {
    await store(1, ['gallium']);
    await db.schema.dropTable('noticeIndex').execute();

    await migrations['0003-notice-index']?.up(db);

    expect(await found('gallium')).toEqual(['No. 1 of 2031']);
  });
});
