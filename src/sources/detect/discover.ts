import { ReadFailure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/moment.ts';
import type { Fetcher } from '../../fetch/fetcher.ts';
import { type Candidate, type Detection, detect, type Leads } from './index.ts';

/** What an address turns out to be, its leads followed. */
export interface Discovery {
  detection: Detection;
  /** The text at the address and where it came from in the end. */
  text: string;
  url: string;
  /** One sentence each: leads that led nowhere. */
  notes: string[];
}

/** How an address is searched. */
interface Search {
  fetcher: Fetcher;
  now: Instant;
  /** Where texts are searched. Absent: where they are, however long that takes. */
  detection?: typeof detect | undefined;
  signal?: AbortSignal | undefined;
}

/** So many feeds of a head are read: sites name one for every column. */
const feedsRead = 2;

/**
 * Fetches an address and what it leads to, and finds how it is read: by a feed named in its head, where that
 * has the page's own rows or the page has none; by the list service of a JPAAS column; else by its own list.
 *
 * @throws {ReadFailure} As the fetcher and {@link detect} do.
 */
export async function discover(url: string, search: Search): Promise<Discovery> {
  const { now, detection: detectIn = detect } = search;
  const page = await textAt(url, search);
  const detection = await detectIn(page.text, page.url, now);
  if (detection.kind === 'article') return { detection, ...page, notes: [] };

  const notes: string[] = [];
  const feeds = await feedsOf(detection.leads, search, notes);
  const unit = await unitOf(detection.leads, page.url, search, notes);
  const listed = detection.kind === 'list' ? [detection.chosen, ...detection.alternatives] : [];
  const [chosen, ...alternatives] = ranked(feeds, [...unit, ...listed]);
  if (!chosen) throw new ReadFailure('empty', `${page.url} shows no list of its own. ${notes.join('. ')}`);
  const { leads } = detection;
  return {
    detection: { kind: 'list', chosen, alternatives: alternatives.slice(0, 2), leads },
    ...page,
    notes,
  };
}

/** A feed that has none of the list's rows is the whole site's, not this list's. */
function ranked(feeds: readonly Candidate[], lists: readonly Candidate[]): Candidate[] {
  const [list] = lists;
  if (!list) return [...feeds];
  const keys = new Set(list.rows.map(({ url }) => url));
  const own = feeds.filter(({ rows }) => rows.some(({ url }) => keys.has(url)));
  const foreign = feeds.filter((feed) => !own.includes(feed));
  return [...own, list, ...foreign, ...lists.slice(1)];
}

async function feedsOf({ feeds }: Leads, search: Search, notes: string[]): Promise<Candidate[]> {
  const { now, detection = detect } = search;
  const found: Candidate[] = [];
  for (const { url } of feeds.slice(0, feedsRead)) {
    const candidate = await attempt(notes, `the feed ${url}`, async () => {
      const feed = await textAt(url, search);
      const read = await detection(feed.text, feed.url, now);
      if (read.kind === 'list' && read.chosen.reader.kind === 'feed') return read.chosen;
      throw new ReadFailure('wrong-type', `${feed.url} is no feed`);
    });
    if (candidate) found.push(candidate);
  }
  return found;
}

async function unitOf({ unit }: Leads, shell: string, search: Search, notes: string[]): Promise<Candidate[]> {
  if (!unit) return [];
  const { now, detection = detect } = search;
  const found = await attempt(notes, `the column's list ${unit}`, async () => {
    const { text } = await textAt(unit, search, { Referer: shell });
    return detection(text, unit, now, shell);
  });
  return found?.kind === 'list' ? [found.chosen, ...found.alternatives] : [];
}

/** A lead that fails is told, and the others are followed. */
async function attempt<Found>(
  notes: string[],
  what: string,
  follow: () => Promise<Found>,
): Promise<Found | null> {
  try {
    return await follow();
  } catch (failure) {
    if (!(failure instanceof ReadFailure)) throw failure;
    notes.push(`${what} could not be read (${failure.reason}): ${failure.message}`);
    return null;
  }
}

async function textAt(
  url: string,
  { fetcher, signal }: Search,
  headers?: Record<string, string>,
): Promise<{ text: string; url: string }> {
  const answer = await fetcher.fetch({ url, ...(headers && { headers }), signal });
  if (answer.outcome === 'ok') return { text: answer.text, url: answer.url };
  throw new ReadFailure('malformed', `${url} answered "not modified" to a first request`);
}
