import { z } from 'zod';
import { ReadFailure } from '../../domain/failure.ts';
import type { Row } from '../../domain/item.ts';
import type { JsonFields, Reader, Source } from '../../domain/source.ts';
import { canonicalUrl } from '../aliases.ts';
import { parseMoment } from '../dates.ts';
import { oneLine, plainText } from '../html.ts';
import type { Listing, ListingReader } from '../reader.ts';
import { addressOf, collectRows } from '../rows.ts';
import { assertSome, jsonIn, readListing } from './listing.ts';

const version = 1;

/** Listings that a site gives as JSON, each in a shape of its own: its entry says which field holds what. */
export const json: ListingReader = {
  version,
  parse: async (text, source, url) => parsePage(text, source, url),
  async read(request) {
    const { source, page } = request;
    return readListing(request, {
      version,
      ask: { url: addressOfPage(source, page) },
      parse: ({ text, url }) => parsePage(text, source, url),
    });
  },
};

function addressOfPage(source: Source, page: number): string {
  const parameter = settings(source).page;
  if (page === 1 || parameter === undefined) return source.url;
  const url = new URL(source.url);
  url.searchParams.set(parameter, String(page));
  return url.href;
}

/** Numbers identify, and stand for dates nowhere in the catalogue. */
const Value = z.union([z.string(), z.number().transform(String)]);
const Entries = z.array(z.record(z.string(), z.unknown()));
type Entry = z.infer<typeof Entries>[number];

function parsePage(text: string, source: Source, url: string): Listing {
  const { fields, path, page } = settings(source);
  const entries = Entries.safeParse(fieldOf(jsonIn(text, 'a JSON listing', url), fields.list));
  if (!entries.success) {
    const wrong = z.prettifyError(entries.error);
    throw new ReadFailure('malformed', `${url} gave a listing of another shape: ${wrong}`, {
      cause: entries.error,
    });
  }
  const listed = collectRows(entries.data, (entry) => toRow(entry, fields, source), source);
  const rows = listed.rows.filter((row) => !path || path.test(new URL(row.url).pathname));
  assertSome(rows, source);
  return { rows, more: page !== undefined && listed.rows.length > 0, warnings: listed.warnings };
}

function toRow(entry: Entry, fields: JsonFields, source: Source): Row | null {
  const href = linkOf(entry, fields.link);
  const url = href ? addressOf(href, source.url, source) : null;
  if (!url) return null;
  const title = oneLine(plainText(textAt(entry, fields.title), url));
  if (!title) return null;

  const text = fields.text ? plainText(textAt(entry, fields.text), url) : '';
  return {
    key: (fields.id && textAt(entry, fields.id)) || canonicalUrl(url),
    title,
    url,
    published: fields.date ? parseMoment(textAt(entry, fields.date), source.timeZone) : null,
    ...(text && { text }),
  };
}

/** The field of that name; where addresses are made of fields, each put into its place. '' where one is missing. */
function linkOf(entry: Entry, link: string): string {
  if (!link.includes('{')) return textAt(entry, link);
  let whole = true;
  const filled = link.replace(/\{([^}]+)\}/g, (_, path: string) => {
    const value = textAt(entry, path);
    whole &&= value !== '';
    return encodeURIComponent(value);
  });
  return whole ? filled : '';
}

/** What stands at a dot path, as text; '' where there is nothing that is one. */
function textAt(entry: Entry, path: string): string {
  return Value.safeParse(fieldOf(entry, path)).data ?? '';
}

function fieldOf(value: unknown, path: string): unknown {
  let found = value;
  for (const name of path === '' ? [] : path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Record<string, unknown>)[name];
  }
  return found;
}

function settings({ id, reader }: Source): Extract<Reader, { kind: 'json' }> {
  if (reader.kind !== 'json') throw new TypeError(`${id} is a ${reader.kind}, not a JSON listing`);
  return reader;
}
