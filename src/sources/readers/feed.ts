import { ReadFailure } from '../../domain/failure.ts';
import type { Row } from '../../domain/item.ts';
import type { Source } from '../../domain/source.ts';
import { assertShallow } from '../../fetch/nesting.ts';
import { canonicalUrl } from '../aliases.ts';
import { parseMoment } from '../dates.ts';
import { oneLine, plainText } from '../html.ts';
import type { Listing, ListingReader } from '../reader.ts';
import { addressOf, collectRows } from '../rows.ts';
import { type FeedDocument, type FeedEntry, parseFeedXml } from './feed-xml.ts';
import { assertSome, notDue, nothingOlder, readListing } from './listing.ts';

const version = 1;

/** RSS and Atom. A feed holds its newest entries only. */
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

async function parse(text: string, source: Source, url: string): Promise<Listing> {
  if (!/<(?:feed|rss|rdf:RDF)[\s>]/i.test(text) || /^\s*<(?:!doctype html|html)/i.test(text)) {
    throw notDue(text, 'a feed', url);
  }
  assertShallow(text, url);
  const document = await documentOf(text, url);
  const base = resolved(document.base, url);
  const listed = collectRows(document.entries, (entry) => toRow(entry, base, source), source);
  assertSome(listed.rows, source);
  return { ...listed, more: false };
}

async function documentOf(text: string, url: string): Promise<FeedDocument> {
  let document: FeedDocument | null;
  try {
    document = await parseFeedXml(text);
  } catch (cause) {
    throw new ReadFailure('malformed', `${url} gave a feed that cannot be parsed`, { cause });
  }
  if (!document) throw notDue(text, 'a feed', url);
  return document;
}

function toRow(entry: FeedEntry, feedBase: string, source: Source): Row | null {
  const base = resolved(entry.base, feedBase);
  const url = linkOf(entry, base, source);
  const title = titleOf(entry.title, base);
  if (!url || !title) return null;

  const { key, editedAt } = identify(entry.id, url);
  const updated = entry.updated || editedAt;
  const text = plainText(entry.content, base);
  return {
    key,
    title,
    url,
    published: parseMoment(entry.published || updated, source.timeZone),
    ...(updated && { updated }),
    ...(text && { text }),
  };
}

/** The link; else an id that is an address. Some feeds ship a whole escaped anchor as the link. */
function linkOf({ link, id }: FeedEntry, base: string, source: Source): string | null {
  const href = /<a\s[^>]*href\s*=\s*["']([^"']+)/i.exec(link.slice(0, 2000))?.[1] ?? link;
  if (href) return addressOf(href, base, source);
  return /^https?:/i.test(id) ? addressOf(id, base, source) : null;
}

/**
 * The same entry keeps its key when its id moves from http to https, and when the id carries the time of
 * the last edit: GOV.UK's organisation feeds say `https://…/guidance#2026-09-24T08:49:08Z`.
 */
function identify(id: string, url: string): { key: string; editedAt: string } {
  if (!id) return { key: canonicalUrl(url), editedAt: '' };
  if (!/^https?:/i.test(id) || !URL.canParse(id)) return { key: id, editedAt: '' };
  const { hash } = new URL(id);
  if (/^#\d{4}-\d{2}-\d{2}T/.test(hash)) return { key: canonicalUrl(url), editedAt: hash.slice(1) };
  return { key: canonicalUrl(id) + hash, editedAt: '' };
}

function titleOf(title: string, base: string): string {
  return oneLine(/<\w|<\/|&[#\w]+;/.test(title) ? plainText(title, base) : title);
}

function resolved(href: string, base: string): string {
  return href && URL.canParse(href, base) ? new URL(href, base).href : base;
}
