import type { Day } from './moment.ts';

export type Language = 'zh' | 'en';
export type Names = Record<Language, string>;

/** The body that publishes: one ministry, whatever the number of its Sources. */
export interface Authority {
  id: string;
  /** As in a sentence: "China's commerce ministry". */
  name: Names;
  /** As in a push line, where characters are dear: "China", "商务部". */
  short: Names;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

/** How the rows of a listing are found in its HTML. All selectors are CSS. */
export interface RowSelectors {
  row: string;
  /** Within a row; the row itself when absent. Its `title` attribute is preferred to its text, which sites cut. */
  link?: string;
  /** Within a row. Absent: rows carry no date. */
  date?: string;
}

/** How a Source is read; `kind` chooses the reader. */
export type Reader =
  | { kind: 'feed' }
  | { kind: 'page'; rows: RowSelectors /** Rows whose path does not match are not Items. */; path?: RegExp }
  | { kind: 'jpaas'; rows: RowSelectors }
  | { kind: 'portal' /** The site's own number of the column. */; column: number };

/** How a host is asked, by all who ask it. */
export interface Politeness {
  /** Milliseconds between the starts of two requests. */
  gap: number;
  /** Requests on the way at one time. */
  atOnce: number;
}

/** One official listing. Plain data: adding one is an entry in the catalogue and a fixture. */
export interface Source {
  /** Lower case, words joined by hyphens, country first: `cn-mofcom-policy`. Never reused. */
  id: string;
  authority: Authority;
  name: Names;
  language: Language;
  /** IANA zone in which its dates are written. */
  timeZone: string;
  /** The address a person opens, and the reader starts from. */
  url: string;
  reader: Reader;
  /** Only where bytes and headers cannot be trusted: a WHATWG encoding label. */
  charset?: string;
  /** Where its host asks for, or bears, another pace than the usual one. */
  politeness?: Politeness;
  /** PEM: certificate authorities that its host's chain needs and does not send. Trusted besides the system's. */
  ca?: string;
  /** The address of a proxy that its host is asked through. */
  proxy?: string;
  /** Minutes between polls. */
  cadence: number;
  /** Fewer rows than this on the first page is a failure, not a quiet day. 0: the listing may be empty. */
  minRows: number;
  /** What its listing showed before we began to read it. Absent: nothing is known of that. */
  earlier?: readonly Earlier[];
}

/**
 * An official notice that has left its listing. Read once, with the baseline; nothing is taken from here but where
 * it stands, so that the register says only what was read at its source.
 */
export interface Earlier {
  /** Its number, as its publisher writes it: a name for the page until its own title is read. */
  notice: string;
  on: Day;
  url: string;
}
