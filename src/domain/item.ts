import type { FailureReason } from './failure.ts';
import type { Moment } from './moment.ts';

/** One entry as a reader finds it in a listing, before it is compared with what is stored. */
export interface Row {
  /** Identifies the Item within its Source for ever: an announcement id, a guid, else the canonical URL. */
  key: string;
  /** The entry's own id as its feed writes it, a path as an address. */
  id?: string;
  /** One line, white space collapsed, never empty. */
  title: string;
  /** Absolute, http or https. */
  url: string;
  published: Moment | null;
  /** When the listing says the entry was last changed (Atom's `updated`); it triggers a reread, never an alert. */
  updated?: string;
  /** A text the listing itself carries: a feed's summary or content. Plain text, one paragraph a line. */
  text?: string;
}

export interface Attachment {
  title: string;
  url: string;
  /** Absent where nobody tried: the page's own text says enough, or the document is of a kind we cannot read. */
  reading?: AttachmentReading;
}

export type AttachmentReading =
  /** Its text stands in the article's from `start` to `end`; not `whole` where only its beginning does. */
  | { outcome: 'read'; start: number; end: number; whole: boolean }
  /** Pictures of pages: there is no text to read. */
  | { outcome: 'scan' }
  | { outcome: 'failed'; reason: FailureReason; message: string };

/** What an article page says. */
export interface Article {
  title: string;
  /** Plain text, one paragraph a line, without the page's chrome; then that of the attachments that were read. */
  text: string;
  published: Moment | null;
  /** The office named as the text's origin: 发布单位, ContentSource, dc:creator. */
  issuer: string | null;
  attachments: Attachment[];
}

/** `pending`: its article has not been read yet. `withdrawn`: two rereads an hour apart found it gone. */
export type BodyState = 'pending' | 'read' | 'withdrawn';

/** `baseline`: found by the first poll. `slid-in`: older than the baseline's oldest row. */
export type Quiet = 'baseline' | 'slid-in';
