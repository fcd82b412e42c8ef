import { sql } from 'kysely';
import type { Evidence } from '../domain/facts.ts';
import { fromJson } from './columns.ts';
import type { Db, StoryRow } from './schema.ts';

/**
 * The newest earlier Story of the same authority and kind about any of these goods; of two on one day, the one
 * seen first is the earlier.
 */
export async function previousReport(
  db: Db,
  story: Pick<StoryRow, 'id' | 'authorityId' | 'kind' | 'publishedOn'>,
  goods: readonly string[],
): Promise<StoryRow | null> {
  // One query for each of the goods walks its index backwards and stops at the first that fits.
  const found = await Promise.all(
    goods.map((good) =>
      db
        .selectFrom('storyGoods')
        .innerJoin('stories', 'stories.id', 'storyGoods.storyId')
        .selectAll('stories')
        .where('storyGoods.good', '=', good)
        .where(
          sql<boolean>`(story_goods.published_on, story_goods.story_id) < (${story.publishedOn}, ${story.id})`,
        )
        .where('stories.kind', '=', story.kind)
        .where('stories.authorityId', '=', story.authorityId)
        .where('stories.withdrawnAt', 'is', null)
        .orderBy('storyGoods.publishedOn', 'desc')
        .orderBy('storyGoods.storyId', 'desc')
        .limit(1)
        .executeTakeFirst(),
    ),
  );
  const [newest = null] = found
    .flatMap((each) => each ?? [])
    .sort((one, other) => (one.publishedOn === other.publishedOn ? other.id - one.id : later(one, other)));
  return newest;
}

/** Whether an earlier Story of the same authority and kind about any of these goods is about general licences. */
export async function toldOfGeneral(
  db: Db,
  story: Pick<StoryRow, 'id' | 'authorityId' | 'kind' | 'publishedOn'>,
  goods: readonly string[],
): Promise<boolean> {
  const told = await db
    .selectFrom('storyGoods')
    .innerJoin('stories', 'stories.id', 'storyGoods.storyId')
    .select('stories.id')
    .where('storyGoods.good', 'in', goods)
    .where(
      sql<boolean>`(story_goods.published_on, story_goods.story_id) < (${story.publishedOn}, ${story.id})`,
    )
    .where('stories.kind', '=', story.kind)
    .where('stories.authorityId', '=', story.authorityId)
    .where('stories.withdrawnAt', 'is', null)
    .where('stories.facts', 'like', '%"licenceType":"general"%')
    .limit(1)
    .executeTakeFirst();
  return told !== undefined;
}

const later = (one: StoryRow, other: StoryRow) => (one.publishedOn < other.publishedOn ? 1 : -1);

/** What each page of a Story quotes, by its newest Revision; the pages in the order in which they were seen. */
export async function quotesOf(
  db: Db,
  storyId: number,
): Promise<{ itemId: number; part: string; sourceId: string; evidence: Evidence }[]> {
  const rows = await db
    .selectFrom('announcements')
    .innerJoin('items', 'items.id', 'announcements.itemId')
    .select(['items.id as itemId', 'announcements.part', 'items.sourceId', 'announcements.evidence'])
    .where('announcements.storyId', '=', storyId)
    .orderBy('announcements.revision')
    .execute();
  const newest = new Map(rows.map((row) => [`${row.itemId}/${row.part}`, row]));
  return [...newest.values()]
    .sort((one, other) => one.itemId - other.itemId)
    .map((row) => ({ ...row, evidence: fromJson(row.evidence) }));
}
