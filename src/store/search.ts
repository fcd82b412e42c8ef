import type { Day } from '../domain/moment.ts';
import { fromJson } from './columns.ts';
import { itemById, latestRevision } from './items.ts';
import type { Db, StoryRow } from './schema.ts';
import { dayOfItem, itemIdAt, placesWithin, toldIn } from './search-index.ts';
import { isFoundAt, placesBelow, type Search } from './search-query.ts';
import { storyById } from './stories.ts';

export type { Search } from './search-query.ts';

/** A text that was found. */
export interface Hit {
  /** Where it stands among all texts; a page of a list ends here, and the next one begins after it. */
  place: number;
  itemId: number;
  sourceId: string;
  url: string;
  /** The day it was published, else first seen. */
  on: Day;
  title: string;
  text: string;
  /** The Story that it tells; of several, the strongest that fits. Null: it tells none. */
  story: StoryRow | null;
  /** How many further Stories the same page tells. */
  moreStories: number;
}

/** A page of what was found, and how much there is. */
export interface Found {
  hits: Hit[];
  /** Whether more follow. */
  more: boolean;
  /** Only of the first page: how many Stories, and texts that tell none, the newest hundred texts come to. */
  counted: { count: number; more: boolean } | null;
}

/**
 * The newest texts that hold every term; of a Story that several texts tell, the newest that was found stands for
 * all.
 *
 * @param page.after - The place at which the page before ended.
 */
export async function searchTexts(
  db: Db,
  search: Search,
  { after, limit }: { after?: number; limit: number },
): Promise<Found> {
  const size = after === undefined ? COUNTED + 1 : CHUNK;
  const first = await chunkBelow(db, search, after ?? Number.MAX_SAFE_INTEGER, size);
  const found: { place: number; told: Told | null }[] = [];
  for await (const each of shownFrom(first, db, search)) {
    found.push(each);
    if (found.length > limit) break;
  }
  const hits: Hit[] = [];
  for (const { place, told } of found.slice(0, limit)) hits.push(await hitAt(db, place, told));
  return { hits, more: found.length > limit, counted: after === undefined ? countIn(first, search) : null };
}

/** So many texts are counted, and no more: counting all of a common word would read half of the archive. */
const COUNTED = 100;
/** Read so many at a time further down: a page is five, and of some the Story stands further up. */
const CHUNK = 24;

interface Told {
  storyId: number;
  /** How many further Stories the same page tells. */
  more: number;
}

/** Texts that were found one after another, the newest first, and which Story each tells. */
interface Chunk {
  places: number[];
  stories: ReadonlyMap<number, Told>;
  /** Nothing follows. */
  last: boolean;
}

function countIn({ places, stories }: Chunk, search: Search): { count: number; more: boolean } {
  const counted = places.slice(0, COUNTED);
  const told = counted.flatMap((place) => stories.get(place)?.storyId ?? []);
  const silent = mustTell(search) ? 0 : counted.length - told.length;
  return { count: new Set(told).size + silent, more: places.length > COUNTED };
}

async function chunkBelow(db: Db, search: Search, place: number, size: number): Promise<Chunk> {
  const places = await placesBelow(db, search, place, size);
  const stories = await storiesAt(db, search, places);
  return { places, stories, last: places.length < size };
}

/**
 * Whether only texts are wanted that tell a Story which fits. The index knows of a page all that its Stories are
 * about, not which of them is about what: a page may be found whose Stories fit only together.
 */
const mustTell = ({ everything, kind, goods = [], actions = [] }: Search) =>
  !everything || kind !== undefined || goods.length > 0 || actions.length > 0;

/** What is shown of a chunk and of those after it: of every Story its newest text. */
async function* shownFrom(
  first: Chunk,
  db: Db,
  search: Search,
): AsyncGenerator<{ place: number; told: Told | null }> {
  const shown = new Set<number>();
  for (let chunk = first; ; ) {
    for (const place of chunk.places) {
      const told = chunk.stories.get(place) ?? null;
      if (!told && mustTell(search)) continue;
      const above = told && (shown.has(told.storyId) || (await isToldAbove(db, search, told.storyId, place)));
      if (above) continue;
      if (told) shown.add(told.storyId);
      yield { place, told };
    }
    const end = chunk.places.at(-1);
    if (chunk.last || end === undefined) return;
    chunk = await chunkBelow(db, search, end, CHUNK);
  }
}

/** What stands at these places and fits the search: of each page the strongest Story. */
async function storiesAt(
  db: Db,
  { kind, goods = [], actions = [] }: Search,
  places: readonly number[],
): Promise<Map<number, Told>> {
  if (places.length === 0) return new Map();
  const told = Map.groupBy(await toldIn(db, places.map(itemIdAt)), ({ itemId }) => itemId);
  return new Map(
    places.flatMap((place) => {
      const all = told.get(itemIdAt(place)) ?? [];
      const strongest = all.find((one) => {
        const facts = fromJson(one.facts);
        return (
          (kind === undefined || one.kind === kind) &&
          (goods.length === 0 || facts.goods.some((good) => goods.includes(good))) &&
          (actions.length === 0 || actions.includes(facts.action))
        );
      });
      const more = new Set(all.map(({ storyId }) => storyId)).size - 1;
      return strongest ? [[place, { storyId: strongest.storyId, more }] as const] : [];
    }),
  );
}

/** Whether a newer text of the same Story is found too, so that the Story stands further up. */
async function isToldAbove(db: Db, search: Search, storyId: number, place: number): Promise<boolean> {
  const [, to] = placesWithin(search);
  const texts = await db
    .selectFrom('announcements')
    .innerJoin('searchPlaces', 'searchPlaces.itemId', 'announcements.itemId')
    .select('searchPlaces.place')
    .distinct()
    .where('announcements.storyId', '=', storyId)
    .where('searchPlaces.place', '>', place)
    .where('searchPlaces.place', '<', to)
    .execute();
  const above = await storiesAt(
    db,
    search,
    texts.map((text) => text.place),
  );
  for (const [newer, told] of above) {
    if (told.storyId === storyId && (await isFoundAt(db, search, newer))) return true;
  }
  return false;
}

async function hitAt(db: Db, place: number, told: Told | null): Promise<Hit> {
  const itemId = itemIdAt(place);
  const item = await itemById(db, itemId);
  const revision = await latestRevision(db, itemId);
  return {
    ...{ place, itemId, on: dayOfItem(item), sourceId: item.sourceId, url: item.url },
    title: revision?.title ?? item.title,
    text: revision?.text ?? item.summary ?? '',
    story: told ? await storyById(db, told.storyId) : null,
    moreStories: told?.more ?? 0,
  };
}
