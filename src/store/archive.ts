import { sql } from 'kysely';
import type { Kind, Tier } from '../domain/facts.ts';
import type { Day, Moment } from '../domain/moment.ts';
import { fromJson } from './columns.ts';
import type { Db, StoryRow } from './schema.ts';

/** Where a page of a list ends: the next one begins after it. */
export interface Cursor {
  publishedOn: Day;
  id: number;
}

/** Which Stories to list. Absent filters let everything through. */
export interface StoryQuery {
  kind?: Kind;
  tier?: Tier;
  /** One good, by its English name. */
  good?: string;
  after?: Cursor;
  limit: number;
}

/** Stories, the newest first: what was published on one day in the order in which it was stored, reversed. */
export function listStories(db: Db, { kind, tier, good, after, limit }: StoryQuery): Promise<StoryRow[]> {
  return db
    .selectFrom('stories')
    .selectAll()
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind as Kind))
    .$if(tier !== undefined, (query) => query.where('tier', '=', tier as Tier))
    .$if(good !== undefined, (query) =>
      query.where('id', 'in', (eb) =>
        eb
          .selectFrom('storyGoods')
          .select('storyId')
          .where('good', '=', good ?? ''),
      ),
    )
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(published_on, id) < (${after?.publishedOn}, ${after?.id})`),
    )
    .orderBy('publishedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The addresses at which these Stories can be read: the page their facts are read from. */
export async function storyAddresses(db: Db, stories: readonly StoryRow[]): Promise<Map<number, string>> {
  if (stories.length === 0) return new Map();
  const rows = await db
    .selectFrom('items')
    .select(['id', 'url'])
    .where(
      'id',
      'in',
      stories.map((story) => story.leadItemId),
    )
    .execute();
  const urls = new Map(rows.map(({ id, url }) => [id, url]));
  return new Map(stories.map((story) => [story.id, urls.get(story.leadItemId) ?? '']));
}

/** How many reports of licences the archive holds, per good: the newest good first. */
export function countReports(db: Db): Promise<{ good: string; reports: number; first: Day; last: Day }[]> {
  return db
    .selectFrom('stories')
    .innerJoin('storyGoods', 'storyGoods.storyId', 'stories.id')
    .select((eb) => [
      'storyGoods.good',
      eb.fn.countAll<number>().as('reports'),
      eb.fn.min('stories.publishedOn').as('first'),
      eb.fn.max('stories.publishedOn').as('last'),
    ])
    .where('stories.kind', '=', 'batch')
    .groupBy('storyGoods.good')
    .orderBy('last', 'desc')
    .orderBy('storyGoods.good')
    .execute();
}

/**
 * The place of a report of licences among those of the same authority and goods: "3rd report since …".
 * Counted anew each time: the ministry does not number batches, and neither does the database.
 */
export async function reportsUpTo(
  db: Db,
  story: StoryRow,
  goods: readonly string[],
): Promise<{ number: number; since: Moment | null } | null> {
  if (goods.length === 0) return null;
  const reports = await db
    .selectFrom('stories')
    .select(['id', 'published'])
    .where('kind', '=', 'batch')
    .where('authorityId', '=', story.authorityId)
    .where('id', 'in', (eb) => eb.selectFrom('storyGoods').select('storyId').where('good', 'in', goods))
    .where(sql<boolean>`(published_on, id) <= (${story.publishedOn}, ${story.id})`)
    .orderBy('publishedOn')
    .orderBy('id')
    .execute();
  const first = reports[0];
  return first ? { number: reports.length, since: first.published && fromJson(first.published) } : null;
}

/** How much the archive holds, and since when. */
export async function archiveSize(db: Db): Promise<{ items: number; stories: number; since: Day | null }> {
  const items = await db
    .selectFrom('items')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const stories = await db
    .selectFrom('stories')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('publishedOn').as('since')])
    .executeTakeFirstOrThrow();
  return { items: items.count, stories: stories.count, since: stories.since };
}

/** Every good that a Story names, for completion while typing. */
export async function goodsInArchive(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('storyGoods').select('good').distinct().orderBy('good').execute();
  return rows.map(({ good }) => good);
}
