import { sql } from 'kysely';
import type { Action, Kind } from '../domain/facts.ts';
import type { Day, Instant } from '../domain/moment.ts';
import { DAY } from '../domain/moment.ts';
import { indexed } from '../understand/search/words.ts';
import { fromJson } from './columns.ts';
import { latestRevision } from './items.ts';
import type { Db, ItemRow } from './schema.ts';

/**
 * Where a text stands among all others, the newest highest: by its day, then by the id of its Item. The index is
 * kept in this order, so that the newest texts are found without looking at the rest. A whole number below 2^53.
 */
export function placeOf(on: Day, itemId: number): number {
  const day = Math.round(Date.parse(on) / DAY);
  return Math.min(Math.max(day, 0), LAST_DAY) * PLACES_A_DAY + itemId;
}

export const itemIdAt = (place: number): number => place % PLACES_A_DAY;

/** The places of the days from `since` to `until`, the second number not among them. */
export function placesWithin({ since, until }: { since?: Day; until?: Day }): [number, number] {
  return [
    since === undefined ? 0 : placeOf(since, 0),
    until === undefined ? Number.MAX_SAFE_INTEGER : placeOf(until, 0) + PLACES_A_DAY,
  ];
}

const PLACES_A_DAY = 2 ** 37;
/** In 2149; what is dated later stands with it. */
const LAST_DAY = 2 ** 16 - 1;

const bare = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** What narrows a search besides words, as words that no text holds: they stand in a column of their own. */
export const marks = {
  any: 'any',
  /** It tells a Story. */
  tells: 'tells',
  kind: (kind: Kind) => `kind${kind}`,
  good: (good: string) => `good${bare(good)}`,
  action: (action: Action) => `action${bare(action)}`,
  source: (id: string) => `source${bare(id)}`,
} as const;

/** The day a text is listed under: that of its publication, else that on which it was first seen. */
export function dayOfItem({
  publishedOn,
  firstSeenAt,
}: {
  publishedOn: Day | null;
  firstSeenAt: Instant;
}): Day {
  return publishedOn ?? new Date(firstSeenAt).toISOString().slice(0, 10);
}

/**
 * Lets an Item be found by the words of its newest text, or of its title where no text was read, as it now stands in
 * the archive. To be called in the transaction that changed it.
 */
export async function indexForSearch(db: Db, item: ItemRow): Promise<void> {
  const revision = await latestRevision(db, item.id);
  const { title, text } = revision ?? { title: item.title, text: item.summary ?? '' };
  const told = await toldIn(db, [item.id]);
  const marked = told.flatMap(({ kind, facts }) => {
    const { goods, action } = fromJson(facts);
    return [marks.tells, marks.kind(kind), marks.action(action), ...goods.map(marks.good)];
  });
  const marksText = [...new Set([marks.any, marks.source(item.sourceId), ...marked])].join(' ');
  const place = placeOf(dayOfItem(item), item.id);

  await removeFromSearch(db, item.id);
  await db.insertInto('searchPlaces').values({ itemId: item.id, place }).execute();
  await sql`insert into search (rowid, title, text, marks)
    values (${place}, ${indexed(title)}, ${indexed(text)}, ${marksText})`.execute(db);
}

/** What the newest texts of these Items announce, the strongest first. */
export function toldIn(db: Db, itemIds: readonly number[]) {
  return db
    .selectFrom('announcements')
    .select(['itemId', 'storyId', 'kind', 'facts'])
    .where('itemId', 'in', itemIds)
    .where('revision', '=', (eb) =>
      eb
        .selectFrom('revisions')
        .select((revision) => revision.fn.max('revisions.number').as('newest'))
        .whereRef('revisions.itemId', '=', 'announcements.itemId'),
    )
    .orderBy('score', 'desc')
    .orderBy('id')
    .execute();
}

async function removeFromSearch(db: Db, itemId: number): Promise<void> {
  const before = await db
    .deleteFrom('searchPlaces')
    .where('itemId', '=', itemId)
    .returning('place')
    .executeTakeFirst();
  if (before) await sql`delete from search where rowid = ${before.place}`.execute(db);
}

const PAGE = 500;

/** Indexes everything that the archive holds. */
export async function indexArchive(db: Db): Promise<void> {
  for (let after = 0; ; ) {
    const items = await db
      .selectFrom('items')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const item of items) await indexForSearch(db, item);
    const last = items.at(-1);
    if (!last) return;
    after = last.id;
  }
}
