import type { CheerioAPI } from 'cheerio/slim';
import { ReadFailure } from '../domain/failure.ts';
import type { Row } from '../domain/item.ts';
import type { RowSelectors, Source, SourceLanguage } from '../domain/source.ts';
import { canonicalUrl, isHub } from './aliases.ts';
import { dayInOrder } from './date-order.ts';
import { dayInAddress, parseMoment } from './dates.ts';
import { type Nodes, oneLine } from './html.ts';

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

/** The Rows that `selectors` find in a page; `baseOf` says what an address in it is relative to. */
export function rowsOfPage(
  $: CheerioAPI,
  selectors: RowSelectors,
  source: Source,
  baseOf: (href: string) => string,
): { rows: Row[]; warnings: string[]; found: number } {
  const elements = $(selectors.row).toArray();
  const listed = collectRows(
    elements,
    (element) => {
      const link = selectors.link ? $(selectors.link, element).first() : $(element);
      const href = hrefOf(link, selectors);
      const url = href ? addressOf(href, baseOf(href), source) : null;
      const title = selectors.title
        ? oneLine(
            $(selectors.title, element)
              .toArray()
              .map((part) => $(part).text())
              .join(' '),
          )
        : titleOf(link);
      if (!url || !title) return null;
      const date = selectors.date ? $(selectors.date, element).first().text() : '';
      const day = selectors.dateOrder && dayInOrder(date, selectors.dateOrder);
      const published = day ?? parseMoment(date, source.timeZone) ?? dayInAddress(url);
      return { key: canonicalUrl(url), title, url, published };
    },
    source,
  );
  return { ...listed, found: elements.length };
}

/** The attribute first: the text is often cut, "关于对部分…". */
function titleOf(link: Nodes): string {
  return oneLine(link.attr('title') ?? '') || oneLine(link.text());
}

/** Where a link leads; where it calls a script instead, what the call stands for. */
function hrefOf(link: Nodes, { call }: RowSelectors): string | undefined {
  const href = link.attr('href')?.trim();
  if (!call) return href;
  const [called, name] = call.pattern.exec(`${href ?? ''} ${link.attr('onclick') ?? ''}`) ?? [];
  return called && name ? call.url.replaceAll('$1', () => name) : undefined;
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
