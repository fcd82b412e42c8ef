import type { CheerioAPI } from 'cheerio/slim';
import { ReadFailure } from '../domain/failure.ts';
import type { Row } from '../domain/item.ts';
import type { Instant } from '../domain/moment.ts';
import type { RowSelectors, Source, SourceLanguage } from '../domain/source.ts';
import { canonicalUrl, isHub } from './aliases.ts';
import { moreWords } from './detect/chrome.ts';
import type { Element, Node } from './html.ts';
import { dateShare, listedDate } from './list-date.ts';
import { hrefOf, partsOf, wordsOf } from './row-parts.ts';

/** What a reader makes of one entry of a listing; null where it lacks a title or an address. */
type RowOf<Entry> = (entry: Entry) => Row | null;

/**
 * The Rows of a listing's entries, each key once. Pages that lead to others are dropped in silence,
 * entries without a title or an address with a warning.
 *
 * @throws {ReadFailure} `mojibake` where a title arrived destroyed: then no title of the read can be trusted.
 */
export function collectRows<Entry>(
  entries: readonly Entry[],
  rowOf: RowOf<Entry>,
  source: Source,
): { rows: Row[]; warnings: string[] } {
  const rows = new Map<string, Row>();
  let incomplete = 0;
  const taken = entries.slice(0, source.newest);
  for (const entry of taken) {
    const row = rowOf(entry);
    if (!row) incomplete += 1;
    else if (!rows.has(row.key) && !isHub(row.url, source.url)) rows.set(row.key, row);
  }
  for (const { title } of rows.values()) assertLegible(title, source);
  const warnings =
    incomplete === 0 ? [] : [`${incomplete} of ${taken.length} rows had no title or no address`];
  return { rows: [...rows.values()], warnings };
}

/** What the words of a page are read against. */
export interface PageContext {
  /** What an address in the page is relative to. */
  baseOf: (href: string) => string;
  /** When the page was read: dates without a year need it. */
  now?: Instant | undefined;
  /** Only so many rows, from the first. */
  most?: number;
}

/** The Rows that `selectors` find in a page. */
export function rowsOfPage(
  $: CheerioAPI,
  selectors: RowSelectors,
  source: Source,
  { baseOf, now, most }: PageContext,
): { rows: Row[]; warnings: string[]; found: number } {
  const entries = headedRows($, selectors).slice(0, most);
  const listed = collectRows(
    entries,
    ({ element, heading }) => {
      const { link, title, dates } = partsOf($, element, selectors);
      const href = hrefOf(link, selectors);
      const url = href ? addressOf(href, baseOf(href), source) : null;
      if (!url || !title) return null;
      const order = selectors.dateOrder ?? 'dmy';
      const words = dates.find((each) => dateShare(each, order) > 0) ?? '';
      const published = listedDate(words, { timeZone: source.timeZone, order, heading, url, now });
      return { key: canonicalUrl(url), title, url, published };
    },
    source,
  );
  // Pagers are built like the rows above them as often as not.
  const rows = listed.rows.filter(({ title }) => !moreWords.test(title));
  return { ...listed, rows, found: entries.length };
}

/** The rows, each with the text of the last heading before it. */
function headedRows($: CheerioAPI, { row, heading }: RowSelectors): { element: Element; heading: string }[] {
  const isElement = (node: Node): node is Element => 'attribs' in node;
  if (!heading)
    return $(row)
      .toArray()
      .filter(isElement)
      .map((element) => ({ element, heading: '' }));
  const rows = new Set<Node>($(row).toArray());
  let words = '';
  return $(`${row}, ${heading}`)
    .toArray()
    .filter(isElement)
    .flatMap((element) => {
      if (rows.has(element)) return [{ element, heading: words }];
      words = wordsOf($(element));
      return [];
    });
}

/**
 * An absolute http(s) address without a fragment, or null. Plain http becomes https where the listing itself
 * is read over https from the same host: such links are leftovers of the site's past.
 */
export function addressOf(href: string, base: string, source: Source): string | null {
  if (!URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const listing = new URL(source.url);
  if (url.host === listing.host && listing.protocol === 'https:') url.protocol = 'https:';
  url.hash = '';
  return url.href;
}

/** @throws {ReadFailure} `mojibake` where the text is not what the ministry wrote. */
export function assertLegible(text: string, source: Pick<Source, 'language' | 'url'>): void {
  if (!isDestroyed(text, source.language)) return;
  throw new ReadFailure('mojibake', `${source.url} gave destroyed text: "${text.slice(0, 40)}"`);
}

/** In what script a language is written, where that is not the Latin one. */
const scripts: Partial<Record<SourceLanguage, RegExp>> = {
  zh: /\p{Script=Han}/u,
  'zh-TW': /\p{Script=Han}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ko: /\p{Script=Hangul}/u,
};

/**
 * Three question marks in a row stand for three lost characters; lost or control characters are no text at all;
 * Chinese without a Chinese character but with many accents is UTF-8 read as Latin-1, and so are its neighbours.
 */
function isDestroyed(text: string, language: SourceLanguage): boolean {
  if (/[\ufffd\u0080-\u009f]{2}/.test(text)) return true;
  const script = scripts[language];
  if (!script) return false;
  return /\?{3}/.test(text) || (!script.test(text) && /[À-ÿ](?:.?[À-ÿ]){3}/.test(text));
}
