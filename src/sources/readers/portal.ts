import { z } from 'zod';
import { ReadFailure } from '../../domain/failure.ts';
import type { Row } from '../../domain/item.ts';
import type { Reader, Source } from '../../domain/source.ts';
import { parseMoment } from '../dates.ts';
import { oneLine, plainText } from '../html.ts';
import type { ListingReader, Parsed } from '../reader.ts';
import { addressOf, collectRows } from '../rows.ts';
import { assertSome, jsonIn, readListing } from './listing.ts';

const version = 1;
const endpoint = '/edi_ecms_web_front/front/column/getColumnList';

/**
 * MOFCOM's export-control portal: columns of a JSON service. Unless the request looks like the portal's own
 * XHR it answers 200 with every Chinese character replaced by "?", which {@link collectRows} refuses.
 */
export const portal: ListingReader = {
  version,
  parse: async (text, source, url) => parsePage(text, source, url),
  async read(request) {
    const { source, page } = request;
    return readListing(request, {
      version,
      ask: {
        url: new URL(endpoint, source.url).href,
        form: { pageNumber: String(page), columnID: String(settings(source).column), title: '' },
        headers: { 'X-Requested-With': 'XMLHttpRequest' },
      },
      parse: ({ text, url }) => parsePage(text, source, url),
      complete: (parsed) => ({ ...parsed, more: page < Number(parsed.found?.pages) }),
    });
  },
};

const optional = z.string().nullish();
const Entry = z.object({
  id: z.union([z.number().int(), z.string().regex(/^\d+$/)]),
  title: optional,
  url: optional,
  htmlUrl: optional,
  publishTimeStr: optional,
  content: optional,
});
type Entry = z.infer<typeof Entry>;

const Answer = z.object({
  pageInfo: z.object({ maxPageNum: z.number().nullish(), rows: z.array(Entry) }),
});

/** As of the first page; which page it is, the answer does not say. */
function parsePage(json: string, source: Source, url: string): Parsed {
  const { pageInfo } = answerIn(json, url);
  const listed = collectRows(pageInfo.rows, (entry) => toRow(entry, source), source);
  assertSome(listed.rows, source);
  const pages = pageInfo.maxPageNum ?? 1;
  return { ...listed, more: pages > 1, found: { pages: String(pages) } };
}

function toRow(entry: Entry, source: Source): Row | null {
  const href = entry.url || entry.htmlUrl;
  const url = href ? addressOf(href, source.url, source) : null;
  const title = oneLine(entry.title ?? '');
  if (!url || !title) return null;
  const content = plainText(entry.content ?? '', url);
  return {
    // Numbers rise with every post and outlive a change of address.
    key: String(entry.id),
    title,
    url,
    published: parseMoment(entry.publishTimeStr ?? '', source.timeZone),
    ...(content && { text: content }),
  };
}

function answerIn(json: string, url: string): z.infer<typeof Answer> {
  const answer = Answer.safeParse(jsonIn(json, "a column's JSON", url));
  if (answer.success) return answer.data;
  throw new ReadFailure(
    'malformed',
    `${url} gave a column of another shape: ${z.prettifyError(answer.error)}`,
    {
      cause: answer.error,
    },
  );
}

function settings({ id, reader }: Source): Extract<Reader, { kind: 'portal' }> {
  if (reader.kind !== 'portal') throw new TypeError(`${id} is a ${reader.kind}, not a column of the portal`);
  return reader;
}
