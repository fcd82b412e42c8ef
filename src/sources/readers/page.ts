import type { CheerioAPI } from 'cheerio/slim';
import type { Instant } from '../../domain/moment.ts';
import type { NextPages, Reader, Source } from '../../domain/source.ts';
import { loadHtml } from '../html.ts';
import type { Listing, ListingReader } from '../reader.ts';
import { rowsOfPage } from '../rows.ts';
import { assertSome, challengeOf, nothingOlder, readListing } from './listing.ts';

const version = 2;

/** A list page whose rows stand in its HTML. Further pages are read where the Source says how they are called. */
export const page: ListingReader = {
  version,
  parse: async (text, source, url, now) => parsePage(text, source, { url, now, page: 1 }),
  async read(request) {
    const { source, page, now } = request;
    const { next } = settings(source);
    if (page > 1 && !next) return nothingOlder(request, version);
    return readListing(request, {
      version,
      ask: { url: page > 1 && next ? addressOfPage(next, page) : source.url },
      parse: ({ text, url }) => parsePage(text, source, { url, now, page }),
    });
  },
};

/** @param page - 2 or more. */
export function addressOfPage({ address, second, step }: NextPages, page: number): string {
  return address.replace('{n}', String(second + (page - 2) * step));
}

interface At {
  url: string;
  now: Instant | undefined;
  page: number;
}

function parsePage(text: string, source: Source, { url, now, page }: At): Listing {
  const { rows: selectors, path, next } = settings(source);
  const $ = loadHtml(text, url);
  const base = baseOfPage($, url);
  const listed = rowsOfPage($, selectors, source, { baseOf: () => base, now });
  const rows = listed.rows.filter((row) => !path || path.test(new URL(row.url).pathname));

  if (rows.length === 0) {
    const challenge = challengeOf(text, url);
    if (challenge) throw challenge;
  }
  assertSome(rows, source);
  const more = next !== undefined && rows.length > 0 && leadsTo($, text, addressOfPage(next, page + 1), base);
  return { rows, more, warnings: listed.warnings };
}

/** What the addresses in a page are relative to. */
export function baseOfPage($: CheerioAPI, url: string): string {
  const base = $('base[href]').attr('href');
  return base && URL.canParse(base, url) ? new URL(base, url).href : url;
}

/** Whether a page links to an address, or writes its pager by a script: then only the site knows the last one. */
function leadsTo($: CheerioAPI, text: string, address: string, base: string): boolean {
  const linked = $('a[href], link[rel="next"]')
    .toArray()
    .some((link) => {
      const href = $(link).attr('href') ?? '';
      return URL.canParse(href, base) && new URL(href, base).href === address;
    });
  if (linked) return true;
  const [, pages, current] =
    /createPageHTML\s*\(\s*(?:['"][^'"]*['"]\s*,\s*)?(\d+)\s*,\s*(\d+)/.exec(text) ?? [];
  return pages !== undefined && Number(current) + 1 < Number(pages);
}

function settings({ id, reader }: Source): Extract<Reader, { kind: 'page' }> {
  if (reader.kind !== 'page') throw new TypeError(`${id} is a ${reader.kind}, not a page`);
  return reader;
}
