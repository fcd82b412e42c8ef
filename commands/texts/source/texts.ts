import type { FailureReason } from '../../../src/domain/failure.ts';
import type { Reader } from '../../../src/domain/source.ts';

export interface SourceTexts {
  title(reading: number, sources: number): string;
  unread: string;
  overdue: string;
  hiccup: string;
  since: string;
  advice: Record<FailureReason, string>;
  pausedSince: string;
  /** To the neighbouring pages. */
  before: string;
  after: string;
  /** `name` is markdown, here and below. */
  paused(name: string): string;
  resumed(name: string): string;
  removed(name: string): string;
  ofCatalogue(name: string): string;
  notFound(id: string): string;
  /** The server may not change what is read. */
  notHere: string;
  beingRead(name: string): string;
  /** `news`: null where the listing had not changed. */
  checked(name: string, news: number | null): string;
  checkFailed(name: string, reason: string, advice: string): string;
  found: FoundTexts;
  catalogue: CatalogueTexts;
  preview: PreviewTexts;
  edit: EditTexts;
}

/** What an address turned out to hold. */
interface FoundTexts {
  title(rows: number, host: string): string;
  kinds: Record<Reader['kind'], string>;
  more(rows: number): string;
  undated: string;
  others: string;
  /** One of the lists not chosen. */
  other(place: number, rows: number, first: string): string;
  look(place: number): string;
  save: string;
  known(name: string): string;
  noAddress: string;
  /** The address is one announcement, not a list. */
  article: string;
  failed(message: string, advice: string): string;
  saved(name: string, minutes: number): string;
}

/** What ships with the bot. */
interface CatalogueTexts {
  title(read: number, all: number): string;
  of(country: string, read: number, all: number): string;
  /** Of bodies that belong to no country. */
  international: string;
  every(minutes: number): string;
  paused: string;
  /** Why an entry is not read. */
  recalled: string;
  leftOut: string;
  added(count: number): string;
  noCountry(written: string): string;
}

interface PreviewTexts {
  title(rows: number, name: string): string;
  nothingSaved: string;
  failed(message: string, advice: string): string;
  /** Neither an address nor a source. */
  unknown(written: string): string;
  article: string;
}

interface EditTexts {
  /** At most 45 characters, as all labels of forms. */
  title: string;
  name: string;
  address: string;
  language: string;
  cadence: string;
  every(minutes: number): string;
  /** Of the name of one of the catalogue. */
  ownName: string;
  /** Of the pace of one that is read more often at times. */
  pressWindows: string;
  /** `name` is markdown. */
  saved(name: string): string;
  /** It is read at another address from now on: as a new one. */
  moved(name: string, rows: number): string;
  unchanged(name: string): string;
}
