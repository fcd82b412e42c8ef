import { z } from 'zod';
import type { Article, Row } from '../domain/item.ts';
import type { Instant } from '../domain/moment.ts';
import type { Source } from '../domain/source.ts';
import type { Fetcher } from '../fetch/fetcher.ts';

/**
 * What makes the next poll cheap. Losing it costs one unconditional read.
 * One whose `version` is not the reader's own is not used.
 */
export const Snapshot = z.object({
  version: z.number(),
  validators: z
    .object({ etag: z.string().exactOptional(), lastModified: z.string().exactOptional() })
    .nullable(),
  /** Of the bytes last parsed: the same bytes are not parsed again. */
  hash: z.string().nullable(),
  /** What a reader found out about the site, such as the parameters of a list request. */
  found: z.record(z.string(), z.string()),
});
export type Snapshot = z.infer<typeof Snapshot>;

export interface ReadRequest {
  source: Source;
  fetcher: Fetcher;
  snapshot: Snapshot | null;
  /** 1 is the newest. Later pages are always read unconditionally. */
  page: number;
  /** When this is read: lists leave out the year of a date. Absent: such dates are not read. */
  now?: Instant | undefined;
  /** Absent: the text is parsed where it is, however long that takes. */
  parser?: Parser | undefined;
  signal?: AbortSignal | undefined;
}

/** What a listing's text holds. */
export interface Listing {
  rows: Row[];
  /** Whether the listing says that an older page exists. */
  more: boolean;
  /** One sentence each: what looks wrong without being a failure. */
  warnings: string[];
}

/** What parsing a listing's text finds. */
export interface Parsed extends Listing {
  /** Kept in the Snapshot beside what it holds already. */
  found?: Record<string, string>;
}

/** Which page of an article one is. */
export interface ArticlePlace {
  /** The address of its first page. */
  first: string;
  /** Whether a page that only leads to another is taken for that. */
  leads: boolean;
}

/** What one page of an article holds: a way to another address, or a text and the addresses of further pages. */
export type ArticlePage = { leadsTo: string } | { article: Article; further: string[] };

/** Where texts from outside are parsed. Fails as {@link ListingReader.parse} and `parseArticle` do. */
export interface Parser {
  listing(...given: Parameters<ListingReader['parse']>): Promise<Parsed>;
  /** @param place - Absent: the only page, whatever it leads to. */
  article(html: string, source: Source, url: string, place?: ArticlePlace): Promise<ArticlePage>;
}

/** What an answer says beyond its rows. */
interface Advice {
  /** Milliseconds for which the answer says that it stays fresh. */
  freshFor?: number;
  /** Where permanent redirects alone led to: the address to read from now on. */
  movedTo?: string;
}

/** `unchanged` gives the very Snapshot that was handed over where that still holds. */
export type Reading = Advice &
  ({ outcome: 'unchanged'; snapshot: Snapshot } | (Listing & { outcome: 'rows'; snapshot: Snapshot }));

/** Reads one kind of listing. Throws {@link ReadFailure}; then nothing is to be recorded. */
export interface ListingReader {
  /** Raised whenever the same bytes would give other rows, so that snapshots of the old reader are not used. */
  version: number;
  read(request: ReadRequest): Promise<Reading>;
  /** The rows in a listing's text: no I/O. Fails as `read` does. `url` is the address the text came from. */
  parse(text: string, source: Source, url: string, now?: Instant): Promise<Parsed>;
}
