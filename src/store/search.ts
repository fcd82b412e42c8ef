import { sql } from 'kysely';
import type { Kind } from '../domain/facts.ts';
import type { Day } from '../domain/moment.ts';
import type { Phrase, Term } from '../understand/search/terms.ts';
import { lookedUp } from '../understand/search/words.ts';
import { fromJson } from './columns.ts';
import { itemById, latestRevision } from './items.ts';
import type { Db, StoryRow } from './schema.ts';
import { dayOfItem, itemIdAt, marks, placesWithin, toldIn } from './search-index.ts';
import { storyById } from './stories.ts';

/** What to search for. Absent filters, and empty lists, let everything through; without any term all texts are found. */
export interface Search {
  terms: readonly Term[];
  /** Texts that name any of these. */
  goods?: readonly string[];
  kind?: Kind;
  /** Also texts that tell no Story: what was read and found to be about something else. */
  everything?: boolean;
  /** Published on these days or between them. */
  since?: Day;
  until?: Day;
}

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
  const reading = new Reading(db, search);
  const first = await reading.chunk(
    after ?? Number.MAX_SAFE_INTEGER,
    after === undefined ? COUNTED + 1 : CHUNK,
  );
  const found: { place: number; told: Told | null }[] = [];
  for await (const each of reading.from(first)) {
    found.push(each);
    if (found.length > limit) break;
  }
  const hits: Hit[] = [];
  for (const { place, told } of found.slice(0, limit)) hits.push(await hitAt(db, place, told));
  return { hits, more: found.length > limit, counted: after === undefined ? countIn(first) : null };
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

function countIn({ places, stories }: Chunk): { count: number; more: boolean } {
  const counted = places.slice(0, COUNTED);
  const told = counted.flatMap((place) => stories.get(place)?.storyId ?? []);
  const silent = counted.length - told.length;
  return { count: new Set(told).size + silent, more: places.length > COUNTED };
}

class Reading {
  readonly #db: Db;
  readonly #search: Search;

  constructor(db: Db, search: Search) {
    this.#db = db;
    this.#search = search;
  }

  async chunk(before: number, size: number): Promise<Chunk> {
    const places = await placesBefore(this.#db, this.#search, before, size);
    const stories = await storiesAt(this.#db, this.#search, places);
    return { places, stories, last: places.length < size };
  }

  /** What is shown of a chunk and of those after it: of every Story its newest text. */
  async *from(first: Chunk): AsyncGenerator<{ place: number; told: Told | null }> {
    const shown = new Set<number>();
    for (let chunk = first; ; ) {
      for (const place of chunk.places) {
        const told = chunk.stories.get(place) ?? null;
        if (
          told &&
          (shown.has(told.storyId) || (await isToldAbove(this.#db, this.#search, told.storyId, place)))
        )
          continue;
        if (told) shown.add(told.storyId);
        yield { place, told };
      }
      const end = chunk.places.at(-1);
      if (chunk.last || end === undefined) return;
      chunk = await this.chunk(end, CHUNK);
    }
  }
}

async function placesBefore(db: Db, search: Search, before: number, limit: number): Promise<number[]> {
  const [from, to] = placesWithin(search);
  const { rows } = await sql<{ place: number }>`select rowid as place from search
    where search match ${matchOf(search)} and rowid >= ${from} and rowid < ${Math.min(before, to)}
    order by rowid desc limit ${limit}`.execute(db);
  return rows.map(({ place }) => place);
}

/** The query in the language of FTS5. Every word is quoted, so that nothing typed is an operator. */
function matchOf({ terms, goods = [], kind, everything }: Search): string {
  const marked = [
    `"${everything ? marks.any : marks.tells}"`,
    ...(kind ? [`"${marks.kind(kind)}"`] : []),
    ...(goods.length > 0 ? [`(${goods.map((good) => `"${marks.good(good)}"`).join(' OR ')})`] : []),
  ];
  return [
    ...terms.map(({ wordings }) => `({title text} : (${wordings.map(phraseMatch).join(' OR ')}))`),
    `(marks : (${marked.join(' AND ')}))`,
  ].join(' AND ');
}

function phraseMatch(phrase: Phrase): string {
  const { words, open } = lookedUp(phrase.words, phrase.open);
  return `"${words.join(' ').replaceAll('"', '""')}"${open ? '*' : ''}`;
}

/** What stands at these places and fits the search: of each page the strongest Story. */
async function storiesAt(
  db: Db,
  { kind, goods = [] }: Search,
  places: readonly number[],
): Promise<Map<number, Told>> {
  if (places.length === 0) return new Map();
  const told = Map.groupBy(await toldIn(db, places.map(itemIdAt)), ({ itemId }) => itemId);
  return new Map(
    places.flatMap((place) => {
      const all = told.get(itemIdAt(place)) ?? [];
      const strongest = all.find(
        (one) =>
          (kind === undefined || one.kind === kind) &&
          (goods.length === 0 || fromJson(one.facts).goods.some((good) => goods.includes(good))),
      );
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

async function isFoundAt(db: Db, search: Search, place: number): Promise<boolean> {
  // Not `rowid = place`: beside a match, SQLite 3.53 then answers with the first row that matches, whichever it is.
  const { rows } = await sql`select 1 from search
    where search match ${matchOf(search)} and rowid >= ${place} and rowid <= ${place}`.execute(db);
  return rows.length > 0;
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
