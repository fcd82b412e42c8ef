import { sql } from 'kysely';
import type { Facts } from '../domain/facts.ts';
import type { Day, Moment } from '../domain/moment.ts';
import { fromJson } from './columns.ts';
import type { Db, StoryRow } from './schema.ts';

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
    .where('mergedInto', 'is', null)
    .executeTakeFirstOrThrow();
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
