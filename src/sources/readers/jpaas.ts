import type { CheerioAPI } from 'cheerio/slim';
import { z } from 'zod';
import { type FailureReason, ReadFailure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/moment.ts';
import type { Reader, Source } from '../../domain/source.ts';
import { loadHtml } from '../html.ts';
import type { ListingReader, Parsed, Reading, ReadRequest, Snapshot } from '../reader.ts';
import { rowsOfPage } from '../rows.ts';
import { findQuery } from './jpaas-shell.ts';
import { assertSome, jsonIn, notDue, readListing, sha256, usable } from './listing.ts';

const version = 1;
const defaultPageSize = 15;

/**
 * Columns of the JPAAS content system (MOFCOM, MIIT and most Chinese ministries). The page is a shell; its
 * rows come as HTML inside JSON from one request, whose parameters the shell names. They change with every
 * redesign, so they are looked up, kept in the Snapshot, and looked up again when the request fails.
 */
export const jpaas: ListingReader = {
  version,
  parse: async (text, source, url, now) => parseUnit(text, source, url, now),
  async read(request) {
    const known = usable(request.snapshot, version);
    const cached = known?.found.unit;
    if (!cached) return readUnit(request, await discover(request));
    try {
      return await readUnit(request, cached);
    } catch (failure) {
      if (!(failure instanceof ReadFailure) || !curable.has(failure.reason)) throw failure;
      const unit = await discover(request);
      if (unit === cached) throw failure;
      return readUnit({ ...request, snapshot: moved(known, unit) }, unit);
    }
  },
};

/** Failures that other parameters could cure; the rest are the network's or the site's own. */
const curable: ReadonlySet<FailureReason> = new Set([
  'unit-refused',
  'empty',
  'redesigned',
  'wrong-type',
  'malformed',
  'refused',
  'not-found',
  'server-error',
]);

/** The address of a column's list request, where a column has no page of its own. */
const unitPath = '/front/page/build/unit';

async function discover({ source, fetcher, signal }: ReadRequest): Promise<string> {
  if (new URL(source.url).pathname.endsWith(unitPath)) return source.url;
  const shell = await fetcher.fetch({ url: source.url, charset: source.charset, signal });
  const unit = shell.outcome === 'ok' ? findQuery(shell.text, shell.url) : null;
  if (unit) return unit;
  if (shell.outcome === 'not-modified') throw new ReadFailure('malformed', `${source.url} has no text`);
  throw notDue(shell.text, "a column's shell that names its list", source.url);
}

function readUnit(request: ReadRequest, unit: string): Promise<Reading> {
  const { source, page } = request;
  const url = new URL(unit);
  if (page > 1) {
    const pageSize = Number(usable(request.snapshot, version)?.found.pageSize ?? defaultPageSize);
    url.searchParams.set('paramJson', JSON.stringify({ pageNo: page, pageSize }));
  }
  return readListing(request, {
    version,
    ask: { url: url.href, headers: { Referer: source.url } },
    parse: (answer) => parseUnit(answer.text, source, answer.url, request.now),
    complete: (parsed) => ({ ...parsed, found: { ...parsed.found, unit } }),
    // The envelope carries a trace id of its own each time.
    hashOf: (answer) => sha256(unitHtml(answer.text, answer.url)),
  });
}

/** What is known of a column does not hold for its new parameters, except the rows of its first page. */
function moved(known: Snapshot | null, unit: string): Snapshot {
  return { version, validators: null, hash: null, found: { ...known?.found, unit } };
}

const Unit = z.object({
  success: z.literal(true),
  code: z.literal('200'),
  data: z.object({ html: z.string() }),
});

function unitHtml(text: string, url: string): string {
  if (!/^\s*\{/.test(text)) {
    const list = findQuery(text, url);
    if (!list) throw notDue(text, "a column's JSON", url);
    throw new ReadFailure('wrong-type', `${url} is the shell of a column; its list comes from ${list}`);
  }
  const unit = Unit.safeParse(jsonIn(text, "a column's JSON", url));
  if (unit.success) return unit.data.data.html;
  const wrong = unit.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new ReadFailure('unit-refused', `${url} refused its list (wrong: ${wrong})`, { cause: unit.error });
}

function parseUnit(text: string, source: Source, url: string, now: Instant | undefined): Parsed {
  const $ = loadHtml(unitHtml(text, url), url);
  const { rows, found, warnings } = rowsOfPage($, settings(source).rows, source, {
    baseOf: (href) => baseOfUnit(href, source.url),
    now,
  });
  const pager = pagerIn($);
  const expected = pager ? Math.min(pager.size, pager.count - (pager.page - 1) * pager.size) : 0;

  if (found === 0 && expected > 0) {
    throw new ReadFailure('empty', `${url} held no rows, though its pager counts ${pager?.count}`);
  }
  assertSome(rows, source);
  if (found < expected) warnings.push(`the pager says ${expected} rows on this page, ${found} were found`);
  const more = pager !== null && pager.page * pager.size < pager.count;
  return { rows, more, warnings, ...(pager && { found: { pageSize: String(pager.size) } }) };
}

/** Addresses are relative to the site's root, with a leading slash or without; only "./" means the column. */
export function baseOfUnit(href: string, column: string): string {
  return href.startsWith('.') ? column : new URL('/', column).href;
}

interface Pager {
  page: number;
  size: number;
  count: number;
}

/** `<div class="pagination" rows="15" count="8242" pageNo="1">`; some columns have none. */
function pagerIn($: CheerioAPI): Pager | null {
  const pager = $('.pagination').first();
  const number = (name: string) => Number(pager.attr(name) ?? Number.NaN);
  const [size, count, page] = [number('rows'), number('count'), number('pageno') || 1];
  return size > 0 && count >= 0 ? { size, count, page } : null;
}

function settings({ id, reader }: Source): Extract<Reader, { kind: 'jpaas' }> {
  if (reader.kind !== 'jpaas') throw new TypeError(`${id} is a ${reader.kind}, not a JPAAS column`);
  return reader;
}
