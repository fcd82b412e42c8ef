import { sql } from 'kysely';
import type { Evidence, Facts, Kind, Tier } from '../domain/facts.ts';
import type { Day } from '../domain/moment.ts';
import type { Cursor } from './archive.ts';
import { fromJson } from './columns.ts';
import type { Db, StoryRow } from './schema.ts';

/** Which Stories to look up. Absent filters, and an empty list of goods, let everything through. */
export interface Lookup {
  kind?: Kind;
  tier?: Tier;
  /** Stories about any of these. */
  goods?: readonly string[];
  /** Published on this day or later. */
  since?: Day;
  after?: Cursor;
  limit: number;
}

/** Stories, the newest first. */
export function findStories(db: Db, lookup: Lookup): Promise<StoryRow[]> {
  const { kind, tier, goods = [], since, after, limit } = lookup;
  let query = db.selectFrom('stories').selectAll();
  if (kind) query = query.where('kind', '=', kind);
  if (tier) query = query.where('tier', '=', tier);
  if (since) query = query.where('publishedOn', '>=', since);
  if (after) query = query.where(sql<boolean>`(published_on, id) < (${after.publishedOn}, ${after.id})`);
  if (goods.length > 0) {
    query = query.where('id', 'in', (eb) =>
      eb.selectFrom('storyGoods').select('storyId').where('good', 'in', goods),
    );
  }
  return query.orderBy('publishedOn', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** The page a Story's facts are read from. */
export interface Lead {
  url: string;
  sourceId: string;
  evidence: Evidence;
}

/** The leading pages of these Stories, by the Stories' ids. */
export async function leadsOf(db: Db, stories: readonly StoryRow[]): Promise<Map<number, Lead>> {
  if (stories.length === 0) return new Map();
  const rows = await db
    .selectFrom('stories')
    .innerJoin('items', 'items.id', 'stories.leadItemId')
    .leftJoin('announcements', (join) =>
      join
        .onRef('announcements.itemId', '=', 'stories.leadItemId')
        .onRef('announcements.part', '=', 'stories.leadPart'),
    )
    .select(['stories.id', 'items.url', 'items.sourceId', 'announcements.evidence'])
    .where(
      'stories.id',
      'in',
      stories.map(({ id }) => id),
    )
    .orderBy('announcements.revision')
    .execute();
  // The newest Revision's evidence comes last, and stays.
  return new Map(
    rows.map(({ id, url, sourceId, evidence }) => [
      id,
      { url, sourceId, evidence: evidence ? fromJson(evidence) : {} },
    ]),
  );
}

/** The facts of every report of licences about any of these goods, the newest first. */
export async function reportFacts(
  db: Db,
  goods: readonly string[],
): Promise<{ facts: Facts; publishedOn: Day }[]> {
  const rows = await db
    .selectFrom('stories')
    .select(['facts', 'publishedOn'])
    .where('kind', '=', 'batch')
    .where('id', 'in', (eb) => eb.selectFrom('storyGoods').select('storyId').where('good', 'in', goods))
    .orderBy('publishedOn', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ facts, publishedOn }) => ({ facts: fromJson(facts), publishedOn }));
}

/** How many reports of licences the archive holds, and how many of them name no goods. */
export async function countAllReports(db: Db): Promise<{ reports: number; withoutGoods: number }> {
  return db
    .selectFrom('stories')
    .select((eb) => [
      eb.fn.countAll<number>().as('reports'),
      eb.fn
        .countAll<number>()
        .filterWhere('id', 'not in', eb.selectFrom('storyGoods').select('storyId'))
        .as('withoutGoods'),
    ])
    .where('kind', '=', 'batch')
    .executeTakeFirstOrThrow();
}
