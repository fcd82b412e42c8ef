import type { Reader, Source } from '../../domain/source.ts';
import { loadHtml } from '../html.ts';
import type { Listing, ListingReader } from '../reader.ts';
import { rowsOfPage } from '../rows.ts';
import { assertSome, challengeOf, nothingOlder, readListing } from './listing.ts';

const version = 1;

/**
 * A list page whose rows stand in its HTML. Only the first page is read: list pages have no common way
 * to the older ones.
 */
export const page: ListingReader = {
  version,
  parse: async (text, source, url) => parsePage(text, source, url),
  async read(request) {
    const { source } = request;
    if (request.page > 1) return nothingOlder(request, version);
    return readListing(request, {
      version,
      ask: { url: source.url },
      parse: ({ text, url }) => parsePage(text, source, url),
    });
  },
};

function parsePage(text: string, source: Source, url: string): Listing {
  const { rows: selectors, path } = settings(source);
  const $ = loadHtml(text, url);
  const base = $('base[href]').attr('href');
  const from = base && URL.canParse(base, url) ? new URL(base, url).href : url;
  const listed = rowsOfPage($, selectors, source, () => from);
  const rows = listed.rows.filter((row) => !path || path.test(new URL(row.url).pathname));

  if (rows.length === 0) {
    const challenge = challengeOf(text, url);
    if (challenge) throw challenge;
  }
  assertSome(rows, source);
  return { rows, more: false, warnings: listed.warnings };
}

function settings({ id, reader }: Source): Extract<Reader, { kind: 'page' }> {
  if (reader.kind !== 'page') throw new TypeError(`${id} is a ${reader.kind}, not a page`);
  return reader;
}
