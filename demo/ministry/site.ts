import type { IncomingHttpHeaders } from 'node:http';
import type { Archive, ColumnId, Entry } from './archive.ts';

/** Whose sites they are; a challenge is switched on for all sites of one authority. */
export type AuthorityId = 'cn-mofcom' | 'cn-tao' | 'uk-ofsi';

export interface Asked {
  method: string;
  /** As if the real site had been asked: its origin, path and query. */
  url: URL;
  headers: IncomingHttpHeaders;
  /** The fields of a form body; none where the body is not declared to be a form. */
  form: URLSearchParams;
}

export interface Answer {
  /** 200 when absent. */
  status?: number;
  /** The whole Content-Type header. */
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
  /** A file on the site's disk: it carries an ETag and is not sent again to whoever has it. */
  isStatic?: boolean;
}

/** One simulated origin. */
export interface Site {
  origin: string;
  authority: AuthorityId;
  /** Null: nothing is there (404). */
  answer(asked: Asked, archive: Archive): Answer | null;
  /** The addresses of an article on this site, the first being the one its listing gives. */
  columns: Partial<Record<ColumnId, (entry: Entry) => string[]>>;
}

/** The article at a path, among those of one column that are still published. */
export function entryAt(site: Site, column: ColumnId, path: string, archive: Archive): Entry | null {
  const paths = site.columns[column];
  return archive.published(column).find((entry) => paths?.(entry).includes(path)) ?? null;
}

/** A static page. Without a charset in `type`, a reader has to look into the page for it. */
export function page(body: string | Buffer, type = 'text/html'): Answer {
  return { type, body, isStatic: true };
}
