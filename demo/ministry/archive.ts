import { createHash } from 'node:crypto';
import type { Instant } from '../../src/domain/moment.ts';

/** The listings of the simulated sites; one Source of the bot reads one of them. */
export const columnIds = [
  /** www.mofcom.gov.cn, 新闻发言人谈话. */
  'spokesperson',
  /** www.mofcom.gov.cn, 政策发布. */
  'policy',
  /** aqygzj.mofcom.gov.cn, the export control bureau's notices. */
  'security-bureau',
  /** exportcontrol.mofcom.gov.cn, 国内动态. */
  'portal',
  /** english.mofcom.gov.cn, press conferences and significant news. */
  'english',
  /** www.gwytb.gov.cn, the Taiwan Affairs Office. */
  'taiwan',
  /** www.gov.uk, the Office of Financial Sanctions Implementation. */
  'ofsi',
] as const;
export type ColumnId = (typeof columnIds)[number];

/** What an office writes; when and where it appears is the site's business. */
export interface Post {
  title: string;
  /** Plain text. */
  paragraphs: readonly string[];
  /** Makes the post a numbered notice with its header block: `商务部公告2031年第7号`. */
  announcementNo?: string;
  /** The office named as the text's origin; each site has its own default. */
  issuer?: string;
  attachments?: readonly PostAttachment[];
}

/** Linked under the text, and served as plain text. */
export interface PostAttachment {
  /** As the link reads: `附件1.txt`. */
  title: string;
  text: string;
}

/** The same Post in one or more columns: one notice has several official addresses. */
export interface Placed {
  columns: readonly ColumnId[];
  post: Post;
}

/** A Placed that was published before the ministries were started. */
export interface Archived extends Placed {
  hoursAgo: number;
}

/** A Post on a site. */
export interface Entry {
  column: ColumnId;
  /** Counts up over all columns. */
  serial: number;
  /** 32 hexadecimal digits, as in MOFCOM's addresses. */
  hex: string;
  /** As it was published: what the listing goes on saying, whatever becomes of the article. */
  listed: Post;
  /** What the article says now. */
  post: Post;
  publishedAt: Instant;
  /** When the article's page was last written to disk; sites print it, and it is not the publication. */
  generatedAt: Instant;
  withdrawn: boolean;
  /** Its listing shows it no longer, though it is where it was. */
  unlisted: boolean;
}

/** Everything published on the simulated sites. */
export class Archive {
  readonly #entries: Entry[] = [];

  add(column: ColumnId, post: Post, times: { publishedAt: Instant; generatedAt: Instant }): Entry {
    const serial = this.#entries.length + 1;
    const entry: Entry = {
      column,
      serial,
      hex: hexOf(`${column}/${serial}`),
      listed: post,
      post,
      ...times,
      withdrawn: false,
      unlisted: false,
    };
    this.#entries.push(entry);
    return entry;
  }

  /** A column as its listing shows it: the latest addition first. */
  listed(column: ColumnId): Entry[] {
    return this.published(column).filter(({ unlisted }) => !unlisted);
  }

  /** All of a column that can still be read, the latest addition first. */
  published(column: ColumnId): Entry[] {
    return this.#entries.filter((entry) => entry.column === column && !entry.withdrawn).reverse();
  }
}

/** 32 hexadecimal digits that are always the same for the same name. */
export function hexOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 32);
}
