import { ReadFailure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/moment.ts';
import type { Fetcher } from '../../fetch/fetcher.ts';
import { type Candidate, type Detection, detect, feedCandidate, type Leads, unitDetection } from './index.ts';

/** What an address turns out to be, its leads followed. */
export interface Discovery {
  detection: Detection;
  /** The text at the address and where it came from in the end. */
  text: string;
  url: string;
  /** One sentence each: leads that led nowhere. */
  notes: string[];
}

/** So many feeds of a head are read: sites name one for every column. */
const feedsRead = 2;

/**
 * Fetches an address and what it leads to, and finds how it is read: by a feed named in its head, where that
 * has the page's own rows or the page has none; by the list service of a JPAAS column; else by its own list.
 *
 * @throws {ReadFailure} As the fetcher and {@link detect} do.
 */
export async function discover(
  url: string,
  fetcher: Fetcher,
  now: Instant,
  signal?: AbortSignal,
): Promise<Discovery> {
  const page = await textAt(url, fetcher, signal);
  const detection = await detect(page.text, page.url, now);
  if (detection.kind === 'article') return { detection, ...page, notes: [] };

  const notes: string[] = [];
  const feeds = await feedsOf(detection.leads, fetcher, notes, signal);
  const unit = await unitOf(detection.leads, page.url, { fetcher, now, signal }, notes);
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

async function feedsOf(
  { feeds }: Leads,
  fetcher: Fetcher,
  notes: string[],
  signal: AbortSignal | undefined,
): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const { url } of feeds.slice(0, feedsRead)) {
    const candidate = await attempt(notes, `the feed ${url}`, async () => {
      const feed = await textAt(url, fetcher, signal);
      return feedCandidate(feed.text, feed.url);
    });
    if (candidate) found.push(candidate);
  }
  return found;
}

async function unitOf(
  { unit }: Leads,
  shell: string,
  { fetcher, now, signal }: { fetcher: Fetcher; now: Instant; signal: AbortSignal | undefined },
  notes: string[],
): Promise<Candidate[]> {
  if (!unit) return [];
  const found = await attempt(notes, `the column's list ${unit}`, async () => {
    const { text } = await textAt(unit, fetcher, signal, { Referer: shell });
    return unitDetection(text, unit, shell, now);
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
  fetcher: Fetcher,
  signal: AbortSignal | undefined,
  headers?: Record<string, string>,
): Promise<{ text: string; url: string }> {
  const answer = await fetcher.fetch({ url, ...(headers && { headers }), signal });
  if (answer.outcome === 'ok') return { text: answer.text, url: answer.url };
  throw new ReadFailure('malformed', `${url} answered "not modified" to a first request`);
}
