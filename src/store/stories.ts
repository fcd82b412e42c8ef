import type { Insertable, Selectable } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Understood } from '../domain/announcement.ts';
import type { Details } from '../domain/details.ts';
import type { Joining } from '../domain/joining.ts';
import type { Day, Instant } from '../domain/moment.ts';
import { fromJson, toJson } from './columns.ts';
import { indexNotice } from './notice-index.ts';
import type { AnnouncementTable, Db, StoryRow, StoryTable } from './schema.ts';
import { standing } from './standing.ts';

/**
 * Stories that one published on this day could belong to, give or take `days`, the newest first. Those that were
 * merged are among them: they say what else the Story that stands for them is known by.
 */
export function storiesAround(db: Db, authorityId: string, on: Day, days: number): Promise<StoryRow[]> {
  const day = Temporal.PlainDate.from(on);
  return db
    .selectFrom('stories')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('publishedOn', '>=', day.subtract({ days }).toString())
    .where('publishedOn', '<=', day.add({ days }).toString())
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}

export async function storyByKey(db: Db, key: string): Promise<StoryRow | undefined> {
  const [story] = await storiesByKeys(db, [key]);
  return story;
}

/** The Stories that any of these keys leads to, the oldest first, each once. */
export function storiesByKeys(db: Db, keys: readonly string[]): Promise<StoryRow[]> {
  return db
    .selectFrom('stories')
    .selectAll()
    .where('id', 'in', (eb) => eb.selectFrom('storyKeys').select('storyId').where('key', 'in', keys))
    .orderBy('id')
    .execute();
}

/** Lets a Story be found by further keys. A key that leads to another Story stays that one's. */
export async function addStoryKeys(db: Db, storyId: number, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await db
    .insertInto('storyKeys')
    .values(keys.map((key) => ({ key, storyId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * The Story that another Item has told from the same address or in the very same words: two listings show
 * one page, or two pages one text.
 */
export async function storyOfTwin(
  db: Db,
  twin: { authorityId: string; itemId: number; part: string; url: string; hash: string },
): Promise<StoryRow | undefined> {
  const told = await db
    .selectFrom('stories')
    .innerJoin('announcements', 'announcements.storyId', 'stories.id')
    .selectAll('stories')
    .where('announcements.part', '=', twin.part)
    .where('announcements.itemId', '!=', twin.itemId)
    .where('announcements.itemId', 'in', (eb) =>
      eb
        .selectFrom('items')
        .select('items.id')
        .where('items.url', '=', twin.url)
        .union(
          eb.selectFrom('revisions').select('revisions.itemId as id').where('revisions.hash', '=', twin.hash),
        ),
    )
    // What a person has taken out of another Story comes first: SQLite sorts null last here.
    .orderBy('stories.splitFrom', 'desc')
    .orderBy('stories.id')
    .execute();
  // Not in the query: SQLite would begin with all Stories of the authority.
  return told.find(({ authorityId }) => authorityId === twin.authorityId);
}

/** The Story of this id, or the one that stands for it. */
export function storyById(db: Db, id: number): Promise<StoryRow> {
  return db.selectFrom('stories').selectAll().where('id', '=', standing(id)).executeTakeFirstOrThrow();
}

export async function insertStory(db: Db, story: Insertable<StoryTable>): Promise<StoryRow> {
  const stored = await db.insertInto('stories').values(story).returningAll().executeTakeFirstOrThrow();
  await addStoryKeys(db, stored.id, [stored.key]);
  await listGoods(db, stored);
  return stored;
}

export async function updateStory(db: Db, id: number, set: Partial<Omit<StoryRow, 'id'>>): Promise<StoryRow> {
  const stored = await db
    .updateTable('stories')
    .set(set)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (set.facts !== undefined || set.publishedOn !== undefined) await listGoods(db, stored);
  return stored;
}

async function listGoods(db: Db, { id, facts, publishedOn }: StoryRow): Promise<void> {
  await db.deleteFrom('storyGoods').where('storyId', '=', id).execute();
  const goods = [...new Set(fromJson(facts).goods)];
  if (goods.length === 0) return;
  await db
    .insertInto('storyGoods')
    .values(goods.map((good) => ({ storyId: id, good, publishedOn })))
    .execute();
}

export async function insertAnnouncement(
  db: Db,
  announcement: Omit<Understood, 'decidedBy'> & {
    itemId: number;
    revision: number;
    storyId: number;
    details?: Details | null;
    /** Why it belongs to the Story. */
    why?: Joining | null;
    createdAt: Instant;
  },
): Promise<void> {
  const { itemId, part, revision, storyId, tier, kind, score, reasons, facts, evidence, createdAt } =
    announcement;
  await db
    .insertInto('announcements')
    .values({
      ...{ itemId, part, revision, storyId, tier, kind, score, createdAt },
      reasons: toJson(reasons),
      facts: toJson(facts),
      evidence: toJson(evidence),
      details: announcement.details ? toJson(announcement.details) : null,
      question: announcement.question?.words ?? null,
      why: announcement.why ? toJson(announcement.why) : null,
    })
    .execute();
  await indexNotice(db, itemId, facts, announcement.details ?? null);
}

/** The other Stories that one page tells: the further answers of a transcript. */
export function storiesLedBy(db: Db, itemId: number, except: number): Promise<StoryRow[]> {
  return db
    .selectFrom('stories')
    .selectAll()
    .where('leadItemId', '=', itemId)
    .where('id', '!=', except)
    .where('mergedInto', 'is', null)
    .orderBy('id')
    .execute();
}

export type CurrentAnnouncement = Selectable<AnnouncementTable>;

/** The newest Announcement of each part of an Item, with the Story it belongs to. */
export function currentAnnouncements(db: Db, itemId: number): Promise<CurrentAnnouncement[]> {
  return db
    .selectFrom('announcements')
    .selectAll()
    .where('itemId', '=', itemId)
    .where('revision', '=', (eb) =>
      eb
        .selectFrom('announcements as newest')
        .select((newest) => newest.fn.max('newest.revision').as('revision'))
        .where('newest.itemId', '=', itemId)
        .whereRef('newest.part', '=', 'announcements.part'),
    )
    .orderBy('id')
    .execute();
}

/** Every page on which a Story can or could be read, in the order in which they were seen. */
export function storyPages(db: Db, storyId: number) {
  return db
    .selectFrom('announcements')
    .innerJoin('items', 'items.id', 'announcements.itemId')
    .select((eb) => [
      'items.id as itemId',
      'items.sourceId',
      'items.url',
      'items.title',
      'items.lateness',
      'items.firstSeenAt',
      'items.body',
      eb.fn.max('announcements.revision').as('saidIn'),
      eb
        .selectFrom('revisions')
        .select((revision) => revision.fn.max('revisions.number').as('number'))
        .whereRef('revisions.itemId', '=', 'items.id')
        .as('newest'),
    ])
    .where('announcements.storyId', '=', storyId)
    .groupBy('items.id')
    .orderBy('items.id')
    .execute();
}
