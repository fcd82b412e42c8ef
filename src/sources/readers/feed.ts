import { createHash } from 'node:crypto';
import type { Row } from '../../domain/item.ts';
import type { Moment } from '../../domain/moment.ts';
import type { Source } from '../../domain/source.ts';
import { canonicalUrl } from '../aliases.ts';
import { parseFeedDate } from '../feed-dates.ts';
import { oneLine } from '../html.ts';
import type { Listing, ListingReader } from '../reader.ts';
import { addressOf, assertLegible } from '../rows.ts';
import { hasFeedRoot } from './feed-repair.ts';
import { opening } from './feed-text.ts';
import { type FeedDocument, type FeedEntry, parseFeedXml } from './feed-xml.ts';
import { looksLikeJsonFeed, parseJsonFeed } from './json-feed.ts';
import { assertSome, notDue, nothingOlder, readListing } from './listing.ts';

const version = 3;

/** RSS, RDF, Atom, CDF and JSON Feed. A feed holds its newest entries only. */
export const feed: ListingReader = {
  version,
  parse,
  async read(request) {
    const { source } = request;
    if (request.page > 1) return nothingOlder(request, version);
    return readListing(request, {
      version,
      ask: { url: source.url },
      parse: ({ text, url }) => parse(text, source, url),
    });
  },
};

/** Whether a text is a feed of a kind that `feed` reads. Cheap: it looks at the start. */
export function looksLikeFeed(text: string): boolean {
  return looksLikeJsonFeed(text) || hasFeedRoot(text);
}

async function parse(text: string, source: Source, url: string): Promise<Listing> {
  const document = documentOf(text, url);
  if (!document) throw notDue(text, 'a feed', url);

  const entries = document.entries.filter((entry) => entry !== null);
  const rows = withOwnKeys(entries.map((entry) => toRow(entry, document, source, url)));
  for (const { title } of rows) assertLegible(title, source);
  assertSome(rows, source);
  return { rows, more: false, warnings: warningsOf(document.entries.length, entries) };
}

function documentOf(text: string, url: string): FeedDocument | null {
  return looksLikeJsonFeed(text) ? parseJsonFeed(text, url) : parseFeedXml(text, url);
}

function toRow(entry: FeedEntry, { link }: FeedDocument, source: Source, url: string): Row {
  const own = openable(entry.link, url, source);
  // An entry that leads nowhere is read where it stands: on the feed's site.
  const address = own ?? openable(link, url, source) ?? source.url;
  const { key, editedAt } = entry.id
    ? identify(entry.id, address)
    : { key: keyWithoutId(entry, own), editedAt: '' };
  const updated = entry.updated || editedAt;
  return {
    key,
    ...(entry.id && { id: entry.id }),
    title: oneLine(entry.title) || opening(entry.text) || entry.link || address,
    url: address,
    published: dateOf(entry.published, source) ?? dateOf(updated, source),
    ...(updated && { updated }),
    ...(entry.text && { text: entry.text }),
  };
}

function dateOf(written: string, { timeZone }: Source): Moment | null {
  return written === '' ? null : parseFeedDate(written, timeZone);
}

/** As `addressOf`, with its fragment: some feeds lead to the parts of one page. */
function openable(href: string, base: string, source: Source): string | null {
  const address = href === '' ? null : addressOf(href, base, source);
  return address && address + new URL(href, base).hash;
}

/**
 * The same entry keeps its key when its id moves from http to https, and when the id carries the time of
 * the last edit: GOV.UK's organisation feeds say `https://…/guidance#2026-09-24T08:49:08Z`.
 */
function identify(id: string, url: string): { key: string; editedAt: string } {
  if (!/^https?:/i.test(id) || !URL.canParse(id)) return { key: id, editedAt: '' };
  const { hash } = new URL(id);
  if (/^#\d{4}-\d{2}-\d{2}T/.test(hash)) return { key: canonicalUrl(url), editedAt: hash.slice(1) };
  return { key: id.replace(/^http:/i, 'https:'), editedAt: '' };
}

function keyWithoutId({ title, text, published }: FeedEntry, own: string | null): string {
  return own ? canonicalUrl(own) : digest(title || text, published);
}

/**
 * Each key once. Where entries share a key though they lead to different pages, or share only their page and have
 * different titles, a digest of both is added to it; what repeats the same is dropped.
 */
function withOwnKeys(rows: readonly Row[]): Row[] {
  const variants = new Map<string, Set<string>>();
  for (const row of rows) {
    const seen = variants.get(row.key) ?? new Set();
    variants.set(row.key, seen.add(variantOf(row)));
  }
  const apart = new Map<string, Row>();
  for (const row of rows) {
    const shared = (variants.get(row.key)?.size ?? 1) > 1;
    const key = shared ? `${row.key}#${digest(row.title, row.url)}` : row.key;
    if (!apart.has(key)) apart.set(key, { ...row, key });
  }
  return [...apart.values()];
}

/** What must be the same for two rows of one key to be one entry. */
function variantOf({ key, title, url }: Row): string {
  return key === canonicalUrl(url) ? `${url}\n${title}` : url;
}

function digest(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}

/** @param all - How many entries there are, those among them that say nothing. */
function warningsOf(all: number, entries: readonly FeedEntry[]): string[] {
  const empty = all - entries.length;
  const nowhere = entries.filter(({ link }) => link === '').length;
  return [
    ...(empty === 0 ? [] : [`${empty} of ${all} entries say nothing`]),
    ...(nowhere === 0 ? [] : [`${nowhere} of ${all} entries have no address of their own`]),
  ];
}
