import type { Day } from './moment.ts';

/** What messages are written in, and what texts are judged by. */
export type Language = 'zh' | 'en';
export type Names = Record<Language, string>;

/** What a Source is written in: BCP 47. `zh` is Simplified, `zh-TW` Traditional Chinese. */
export type SourceLanguage = string;

/** The language by whose rules a text is judged: the other way of writing Chinese is Chinese, all else English. */
export function judgedAs(language: SourceLanguage): Language {
  return language.startsWith('zh') ? 'zh' : 'en';
}

/** The body that publishes: one ministry, whatever the number of its Sources. */
export interface Authority {
  id: string;
  /** As in a sentence: "China's commerce ministry". */
  name: Names;
  /** As in a push line, where characters are dear: "China", "商务部". */
  short: Names;
  /** ISO 3166-1 alpha-2; `EU` for the European Union, '' for a body of no country. */
  country: string;
}

/** Of a date in numbers alone: day, month or year first. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/**
 * How the rows of a listing are found in its HTML. All selectors are CSS; within a row, `:scope` is the row itself.
 */
export interface RowSelectors {
  row: string;
  /** Within a row; the row itself when absent. Its `title` attribute is preferred to its text where that is cut. */
  link?: string;
  /** Where links call a script: what in the call names the article, and the address it stands for, with `$1`. */
  call?: { pattern: RegExp; url: string };
  /** Within a row, where the link's text is not the title: "Read more", or a whole card. Several are joined. */
  title?: string;
  /** Within the title: what is no part of it, such as a badge. Its date never is. */
  without?: string;
  /**
   * Within a row; `:scope` for its text outside the link. Several: the parts of one date, joined in this order.
   * Absent: rows carry no date.
   */
  date?: string | readonly string[];
  /** The date is the text between this row and the next one, or the one before. */
  beside?: 'before' | 'after';
  /** Elements above rows that hold the date, or its year or month. */
  heading?: string;
  /** Absent: day first. */
  dateOrder?: DateOrder;
}

/** Where page N of a listing is: `{n}` in the address is `second` for page 2, `step` more for each one after. */
export interface NextPages {
  address: string;
  second: number;
  step: number;
}

/**
 * Where the rows of a JSON listing are. Fields are dot paths, `title.rendered`. What they hold may be HTML.
 */
export interface JsonFields {
  /** The array of rows; '' where the whole answer is that. */
  list: string;
  title: string;
  /** The field of the address; or an address with fields in braces, `https://ministry.example/n/{id}`. */
  link: string;
  date?: string;
  /** A text the listing carries, such as an abstract. */
  text?: string;
  /** What identifies a row for ever. Absent: its address. */
  id?: string;
}

/** How a Source is read; `kind` chooses the reader. */
export type Reader =
  | { kind: 'feed' }
  | {
      kind: 'page';
      rows: RowSelectors;
      /** Rows whose path does not match are not Items. */
      path?: RegExp;
      /** Absent: only the first page is read. */
      next?: NextPages;
    }
  | { kind: 'jpaas'; rows: RowSelectors }
  | { kind: 'portal' /** The site's own number of the column. */; column: number }
  | {
      kind: 'json';
      fields: JsonFields;
      /** As for a page. */
      path?: RegExp;
      /** The query parameter that asks for older pages. Absent: there are none. */
      page?: string;
    };

/**
 * How well an entry of the catalogue is known, by its weakest part: its address, or where its rows stand.
 * `verified`: a public record tells of a live read. `published`: public code or configuration reads it so, and no
 * result is recorded. `recalled`: from memory alone.
 */
export const grades = ['verified', 'published', 'recalled'] as const;
export type Grade = (typeof grades)[number];

/** When a body is known to speak, it is asked more often. In the Source's zone. */
export interface PressWindow {
  /** 1 is Monday, 7 Sunday. */
  weekday: number;
  /** `HH:MM`, `from` included and `to` not; both of one day. */
  from: string;
  to: string;
  /** Minutes between polls meanwhile. */
  cadence: number;
}

/** How gently a host is asked. */
export interface Politeness {
  /** Milliseconds between the starts of two requests to its host. */
  gap: number;
  /** Requests to its host under way at a time. */
  atOnce: number;
}

/** One official listing. Plain data: adding one is an entry in the catalogue and a fixture. */
export interface Source {
  /** Lower case, words joined by hyphens, country first: `cn-mofcom-policy`. Never reused. */
  id: string;
  authority: Authority;
  name: Names;
  language: SourceLanguage;
  /** IANA zone in which its dates are written. */
  timeZone: string;
  /** The address a person opens, and the reader starts from. `{year}` in it is the year of the reading. */
  url: string;
  reader: Reader;
  /** Only where bytes and headers cannot be trusted: a WHATWG encoding label. */
  charset?: string;
  /** Minutes between polls. */
  cadence: number;
  pressWindows?: readonly PressWindow[];
  /** Absent: the fetcher's own, which suits most. */
  politeness?: Politeness;
  /** Extra certificate authorities that its host needs, in PEM: trusted for that host alone. */
  ca?: string;
  /** `http://host:port` through which its host is read, its articles too. */
  proxy?: string;
  /** Fewer rows than this on the first page is a failure, not a quiet day. 0: the listing may be empty. */
  minRows: number;
  /** Of a listing that shows its whole archive, newest first, only so many rows are taken. Absent: all. */
  newest?: number;
  /** What its listing showed before we began to read it. Absent: nothing is known of that. */
  earlier?: readonly Earlier[];
}

/** A Source that ships with the bot, and what is known of it. */
export interface CatalogueSource extends Source {
  grade: Grade;
  /** When the live read took place: `2026-10-01`, or `2026-10` or `2026` where no more is recorded. */
  checkedOn?: string;
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
