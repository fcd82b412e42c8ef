import { ReadFailure } from '../../domain/failure.ts';
import type { Row } from '../../domain/item.ts';
import type { Instant } from '../../domain/moment.ts';
import type { Reader } from '../../domain/source.ts';
import { loadHtml } from '../html.ts';
import { looksLikeFeed } from '../readers/feed.ts';
import { readerOf } from '../readers/index.ts';
import { baseOfUnit } from '../readers/jpaas.ts';
import { findQuery } from '../readers/jpaas-shell.ts';
import { challengeOf } from '../readers/listing.ts';
import { baseOfPage } from '../readers/page.ts';
import { type FeedLink, feedLinks } from './head.ts';
import { asSource, type FoundList, listsIn, listsInUnit, type Surroundings } from './lists.ts';
import { nextPagesOf } from './next-pages.ts';
import { settingOf } from './place.ts';
import { isArticle, weak } from './prose.ts';
import type { Reason } from './score.ts';

/** One way to read an address: all that a Source needs, and what it gives. */
export interface Candidate {
  reader: Reader;
  /** Where the reader starts: the page's own address, or that of its feed. */
  url: string;
  rows: Row[];
  /** IANA, from the host's country. */
  timeZone: string;
  /** BCP 47. */
  language: string;
  /** Comparable within one page only; the sum of the reasons. */
  score: number;
  reasons: readonly Reason[];
}

/** What an address turns out to be, from its text alone. */
export type Detection =
  | { kind: 'list'; chosen: Candidate; alternatives: Candidate[]; leads: Leads }
  | { kind: 'article' }
  /** No list of its own; at least one lead. */
  | { kind: 'elsewhere'; leads: Leads };

/** What may hold the list instead, to be fetched. */
export interface Leads {
  feeds: FeedLink[];
  /** Of a JPAAS column: the address of its list. */
  unit: string | null;
}

/**
 * Finds how the text at an address is read as a listing. Pure: nothing is fetched, so that feeds and lists
 * elsewhere are only named.
 *
 * @param shell - Of a JPAAS column whose list the text is: the address of its page.
 * @throws {ReadFailure} `empty` where there is no list, `wrong-type` where the text is none of ours,
 *   `challenge`, `too-deep`, `malformed`; and as the readers do.
 */
export async function detect(text: string, url: string, now?: Instant, shell?: string): Promise<Detection> {
  if (looksLikeFeed(text))
    return { kind: 'list', chosen: await feedCandidate(text, url), alternatives: [], leads: none };
  if (/^\s*\{/.test(text)) return unitDetection(text, url, shell ?? url, now);
  if (!/<\w/.test(text)) {
    throw new ReadFailure(
      'wrong-type',
      `${url} is neither a page nor a feed. Give the address of a list or of its feed`,
    );
  }
  return pageDetection(text, url, now);
}

const none: Leads = { feeds: [], unit: null };

/** @throws {ReadFailure} as the reader of feeds does. */
async function feedCandidate(text: string, url: string): Promise<Candidate> {
  const { timeZone, language } = settingOf(null, text, url);
  const reader: Reader = { kind: 'feed' };
  const { rows } = await readerOf({ ...asSource(url, { timeZone, language }), reader }).parse(
    text,
    { ...asSource(url, { timeZone, language }), reader },
    url,
  );
  const reasons = [{ points: 50, says: 'a feed, which says itself what its entries are' }];
  return { reader, url, rows, timeZone, language, score: 50, reasons };
}

function pageDetection(html: string, url: string, now: Instant | undefined): Detection {
  const $ = loadHtml(html, url);
  const setting = settingOf($, html, url);
  const base = baseOfPage($, url);
  const around = { baseOf: () => base, url, setting, now };
  const { lists, outline } = listsIn($, around);
  const [best = null, ...others] = lists;
  if (isArticle($, outline, best, url)) return { kind: 'article' };

  const leads = { feeds: feedLinks($, base, url), unit: columnOf(html, url) };
  if (!best || best.score < weak) {
    if (leads.unit || leads.feeds.length > 0) return { kind: 'elsewhere', leads };
    throw challengeOf(html, url) ?? noList(url);
  }
  const next = nextPagesOf($, html, base, url);
  const [chosen, ...alternatives] = [best, ...others.slice(0, 2)].map((list, index) =>
    candidateOf(list, { kind: 'page', rows: list.selectors, ...(next && index === 0 && { next }) }, around),
  ) as [Candidate, ...Candidate[]];
  return { kind: 'list', chosen, alternatives, leads };
}

/** Only a column's own list: articles build their menus by the same script. */
function columnOf(html: string, url: string): string | null {
  const unit = findQuery(html, url);
  return unit && new URL(unit).searchParams.get('pageType') === 'column' ? unit : null;
}

function noList(url: string): ReadFailure {
  return new ReadFailure(
    'empty',
    `${url} shows no list of links with titles. Give the address of the list or of its feed`,
  );
}

/**
 * The list in the answer of a JPAAS column's list service.
 *
 * @param url - Of the answer.
 * @param shell - Of the page that shows the list: the reader starts there.
 * @throws {ReadFailure} `unit-refused`, `empty`, `wrong-type`.
 */
function unitDetection(json: string, url: string, shell: string, now?: Instant): Detection {
  const html = unitHtml(json, url);
  const $ = loadHtml(html, url);
  const setting = settingOf(null, html, url);
  const around = { baseOf: (href: string) => baseOfUnit(href, shell), url: shell, setting, now };
  const [best, ...others] = listsInUnit($, around);
  if (!best)
    throw new ReadFailure('empty', `${url} holds no rows. Look on the site whether the column has any`);
  const [chosen, ...alternatives] = [best, ...others.slice(0, 2)].map((list) =>
    candidateOf(list, { kind: 'jpaas', rows: list.selectors }, around),
  ) as [Candidate, ...Candidate[]];
  return { kind: 'list', chosen, alternatives, leads: none };
}

function unitHtml(json: string, url: string): string {
  const unit = objectIn(json, url) as { success?: unknown; data?: { html?: unknown } | null };
  if (typeof unit.data?.html === 'string') return unit.data.html;
  if ('success' in unit) throw new ReadFailure('unit-refused', `${url} refused its list`);
  throw new ReadFailure(
    'wrong-type',
    `${url} is JSON of a shape that is not known. Give the address of the page that shows it`,
  );
}

function objectIn(json: string, url: string): object {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null) return value;
  } catch (cause) {
    throw new ReadFailure('malformed', `${url} gave JSON that cannot be parsed`, { cause });
  }
  throw new ReadFailure('wrong-type', `${url} gave JSON that is no object`);
}

function candidateOf(
  { rows, score, reasons }: FoundList,
  reader: Reader,
  { url, setting }: Surroundings,
): Candidate {
  const { timeZone, language } = setting;
  return { reader, url, rows, timeZone, language, score, reasons };
}
