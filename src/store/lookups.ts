import { sql } from 'kysely';
import type { Action, Evidence, Kind, Tier } from '../domain/facts.ts';
import type { Day } from '../domain/moment.ts';
import { fromJson } from './columns.ts';
import type { Db, StoryRow } from './schema.ts';

/** Where a page of a list ends: the next one begins after it. */
export interface Cursor {
  publishedOn: Day;
  id: number;
}

/** Which Stories to look up. Absent filters, and empty lists, let everything through. */
export interface Lookup {
  kind?: Kind;
  tier?: Tier;
  /** Stories about any of these. */
  goods?: readonly string[];
  /** Of any of these. */
  actions?: readonly Action[];
  /** By any of these, by their ids. */
  authorities?: readonly string[];
  /** Published on this day or later. */
  since?: Day;
  after?: Cursor;
  limit: number;
}

/** Stories, the newest first. */
export async function findStories(db: Db, lookup: Lookup): Promise<StoryRow[]> {
  const walks = walksOf(db, lookup);
  if (walks.length === 0) return newest(db, lookup);

  // One query for each entry walks its index in order and stops; one for all would have to sort them all.
  const found = await Promise.all(walks);
  const stories = new Map(found.flat().map((story) => [story.id, story]));
  return [...stories.values()].sort(newestFirst).slice(0, lookup.limit);
}

/** A list that narrows is walked entry by entry, and the rest of the filter is looked at on the way. */
function walksOf(db: Db, lookup: Lookup): Promise<StoryRow[]>[] {
  const { goods = [], actions = [], authorities = [], ...rest } = lookup;
  if (goods.length > 0) return goods.map((good) => newestAbout(db, good, lookup));
  if (actions.length > 0)
    return actions.map((action) => newest(db, { ...rest, authorities, actions: [action] }));
  return authorities.map((authority) => newest(db, { ...rest, authorities: [authority] }));
}

function newest(db: Db, { after, limit, ...filter }: Lookup): Promise<StoryRow[]> {
  let query = storiesMatching(db, filter);
  if (after) query = query.where(sql<boolean>`(published_on, id) < (${after.publishedOn}, ${after.id})`);
  return query.orderBy('stories.publishedOn', 'desc').orderBy('stories.id', 'desc').limit(limit).execute();
}

function newestAbout(db: Db, good: string, { after, limit, ...filter }: Lookup): Promise<StoryRow[]> {
  let query = storiesMatching(db, filter)
    .innerJoin('storyGoods', 'storyGoods.storyId', 'stories.id')
    .where('storyGoods.good', '=', good);
  if (after) {
    query = query.where(
      sql<boolean>`(story_goods.published_on, story_goods.story_id) < (${after.publishedOn}, ${after.id})`,
    );
  }
  return query
    .orderBy('storyGoods.publishedOn', 'desc')
    .orderBy('storyGoods.storyId', 'desc')
    .limit(limit)
    .execute();
}

type Filtered = Pick<Lookup, 'kind' | 'tier' | 'actions' | 'authorities' | 'since'>;

function storiesMatching(db: Db, { kind, tier, actions = [], authorities = [], since }: Filtered) {
  let query = db.selectFrom('stories').selectAll('stories').where('stories.mergedInto', 'is', null);
  if (kind) query = query.where('stories.kind', '=', kind);
  if (tier) query = query.where('stories.tier', '=', tier);
  if (actions.length > 0) query = query.where('stories.action', 'in', actions);
  if (authorities.length > 0) query = query.where('stories.authorityId', 'in', authorities);
  if (since) query = query.where('stories.publishedOn', '>=', since);
  return query;
}

function newestFirst(one: StoryRow, other: StoryRow): number {
  if (one.publishedOn !== other.publishedOn) return one.publishedOn < other.publishedOn ? 1 : -1;
  return other.id - one.id;
}

/** The day of the oldest Story; null while there is none. */
export async function archiveSince(db: Db): Promise<Day | null> {
  const row = await db
    .selectFrom('stories')
    .select('publishedOn')
    .where('mergedInto', 'is', null)
    .orderBy('publishedOn')
    .limit(1)
    .executeTakeFirst();
  return row?.publishedOn ?? null;
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

/** A page that tells a Story. */
export interface Page {
  sourceId: string;
  title: string;
}

/** The pages that tell Stories published on this day or later and can still be read, by the Stories' ids. */
export async function pagesSince(db: Db, since: Day): Promise<Map<number, Page[]>> {
  const rows = await db
    .selectFrom('stories')
    .innerJoin('announcements', 'announcements.storyId', 'stories.id')
    .innerJoin('items', 'items.id', 'announcements.itemId')
    .select(['stories.id as storyId', 'items.sourceId', 'items.title'])
    .distinct()
    .where('stories.publishedOn', '>=', since)
    .where((eb) =>
      eb.or([eb('items.body', '!=', 'withdrawn'), eb('items.id', '=', eb.ref('stories.leadItemId'))]),
    )
    .execute();
  return Map.groupBy(rows, ({ storyId }) => storyId);
}

/** How many Items the archive holds. */
export async function countItems(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('items')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Every good that a Story names, for completion while typing. */
export async function goodsInArchive(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('storyGoods').select('good').distinct().orderBy('good').execute();
  return rows.map(({ good }) => good);
}
