import type { Attachment, Quiet } from '../domain/item.ts';
import type { Day, Instant, Moment } from '../domain/moment.ts';
import { trouble } from '../domain/schedule.ts';
import type { Lateness } from '../domain/story.ts';
import { flag, toJson } from './columns.ts';
import type { Db, ItemRow, RevisionRow } from './schema.ts';

/** The Items of a Source that have one of these keys. */
export async function itemsByKey(
  db: Db,
  sourceId: string,
  keys: readonly string[],
): Promise<Map<string, ItemRow>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('items')
    .selectAll()
    .where('sourceId', '=', sourceId)
    .where('key', 'in', keys)
    .execute();
  return new Map(rows.map((row) => [row.key, row]));
}

/** The Items of a Source that stand at one of these addresses, spelt exactly so. */
export function itemsByUrl(db: Db, sourceId: string, urls: readonly string[]): Promise<ItemRow[]> {
  return db
    .selectFrom('items')
    .selectAll()
    .where('sourceId', '=', sourceId)
    .where('url', 'in', urls)
    .orderBy('id')
    .execute();
}

/** The newest day of publication among the Items of a Source, null where none has one; undefined without Items. */
export async function newestDay(db: Db, sourceId: string): Promise<Day | null | undefined> {
  const row = await db
    .selectFrom('items')
    .select((eb) => [eb.fn.max('publishedOn').as('on'), eb.fn.countAll<number>().as('items')])
    .where('sourceId', '=', sourceId)
    .executeTakeFirstOrThrow();
  return row.items === 0 ? undefined : row.on;
}

/** Whether another Item of a Source has had this very content. */
export async function isSaidElsewhere(
  db: Db,
  sourceId: string,
  hash: string,
  itemId: number,
): Promise<boolean> {
  const row = await db
    .selectFrom('revisions')
    .innerJoin('items', 'items.id', 'revisions.itemId')
    .select('items.id')
    .where('revisions.hash', '=', hash)
    .where('items.sourceId', '=', sourceId)
    .where('items.id', '!=', itemId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The latest Items of a Source whose article was read and, as far as is known, is still there, but for these. */
export function otherReadItems(
  db: Db,
  sourceId: string,
  but: readonly number[],
  limit: number,
): Promise<ItemRow[]> {
  return db
    .selectFrom('items')
    .selectAll()
    .where('sourceId', '=', sourceId)
    .where('body', '=', 'read')
    .where('goneSince', 'is', null)
    .where('id', 'not in', but)
    .orderBy('firstSeenAt', 'desc')
    .limit(limit)
    .execute();
}

/** Items whose article is to be read by now, the longest due first. */
export function dueItems(db: Db, sourceId: string, now: Instant, limit: number): Promise<ItemRow[]> {
  return db
    .selectFrom('items')
    .selectAll()
    .where('sourceId', '=', sourceId)
    .where('nextReadAt', '<=', now)
    .orderBy('nextReadAt')
    .limit(limit)
    .execute();
}

export function itemById(db: Db, id: number): Promise<ItemRow> {
  return db.selectFrom('items').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

export function latestRevision(db: Db, itemId: number): Promise<RevisionRow | undefined> {
  return db
    .selectFrom('revisions')
    .selectAll()
    .where('itemId', '=', itemId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** What is known of an Item when it is first seen. */
export interface NewItem {
  sourceId: string;
  key: string;
  title: string;
  url: string;
  summary: string | null;
  published: Moment | null;
  fingerprint: string;
  firstSeenAt: Instant;
  quiet: Quiet | null;
  lateness: Lateness;
}

/** Stores an Item whose article has not been read; the one already stored where its key is known. */
export async function insertItem(db: Db, item: NewItem): Promise<ItemRow> {
  const { published, ...rest } = item;
  const inserted = await db
    .insertInto('items')
    .values({
      ...rest,
      published: published && toJson(published),
      publishedOn: published?.on ?? null,
      body: 'pending',
      reads: 0,
      failedReads: 0,
      nextReadAt: null,
    })
    .onConflict((conflict) => conflict.columns(['sourceId', 'key']).doNothing())
    .returningAll()
    .executeTakeFirst();
  return (
    inserted ??
    (await db
      .selectFrom('items')
      .selectAll()
      .where('sourceId', '=', item.sourceId)
      .where('key', '=', item.key)
      .executeTakeFirstOrThrow())
  );
}

export async function updateItem(db: Db, id: number, set: Partial<Omit<ItemRow, 'id'>>): Promise<void> {
  await db.updateTable('items').set(set).where('id', '=', id).execute();
}

export interface NewRevision {
  itemId: number;
  number: number;
  hash: string;
  title: string;
  text: string;
  published: Moment | null;
  issuer: string | null;
  attachments: Attachment[];
  textRead: boolean;
  seenAt: Instant;
}

export async function insertRevision(db: Db, revision: NewRevision): Promise<void> {
  await db
    .insertInto('revisions')
    .values({
      ...revision,
      published: revision.published && toJson(revision.published),
      attachments: toJson(revision.attachments),
      textRead: flag(revision.textRead),
    })
    .execute();
}

/** Of each Source, how many Items have an article that could not be read so far, though it was tried time and again. */
export function countUnreadable(db: Db): Promise<{ sourceId: string; articles: number }[]> {
  return db
    .selectFrom('items')
    .select((eb) => ['sourceId', eb.fn.countAll<number>().as('articles')])
    .where('body', '=', 'pending')
    .where('failedReads', '>=', trouble.failures)
    .groupBy('sourceId')
    .orderBy('sourceId')
    .execute();
}

/** How many Items have appeared in these Sources since an instant, and how many of them are relevant. */
export async function countSeenSince(
  db: Db,
  sourceIds: readonly string[],
  since: Instant,
): Promise<{ items: number; relevant: number }> {
  if (sourceIds.length === 0) return { items: 0, relevant: 0 };
  const row = await db
    .selectFrom('items')
    .select((eb) => [
      eb.fn.countAll<number>().as('items'),
      eb.fn
        .countAll<number>()
        .filterWhere(
          eb.exists(
            eb
              .selectFrom('announcements')
              .select('announcements.id')
              .whereRef('announcements.itemId', '=', 'items.id'),
          ),
        )
        .as('relevant'),
    ])
    .where('sourceId', 'in', sourceIds)
    .where('firstSeenAt', '>=', since)
    .where('quiet', 'is', null)
    .executeTakeFirstOrThrow();
  return row;
}
