import type { Kind, Tier } from '../../src/domain/facts.ts';
import type { FailureReason } from '../../src/domain/failure.ts';
import type { FilterName } from '../../src/domain/filter.ts';
import type { Reader } from '../../src/domain/source.ts';
import type { MessageLanguage } from '../../src/domain/subscription.ts';
import type { Verdict } from '../../src/store/status.ts';
import type { Group } from '../../src/understand/register/report.ts';

/** Every word of the commands' replies; a missing one does not compile. Plain text unless it says markdown. */
export interface Texts {
  newer: string;
  older: string;
  shareHere: string;
  asCsv: string;
  /** Beside a table that is attached. */
  rows(count: number): string;
  noFiles: string;
  sources: string;
  sharedBy(mention: string): string;
  cannotShare: string;
  expired: string;
  unknownGoods(names: string): string;
  tiers: Record<Tier, string>;
  tiersAll: string;
  goodsAll: string;
  goodsMore(count: number): string;
  /** A family of goods with all its members: "rare earths (all)". */
  whole(good: string): string;
  /** Before what is filtered by. */
  filters: Record<FilterName, string>;
  /** A setting and its value. */
  pair(name: string, value: string): string;
  /** Between the parts of a list. */
  comma: string;
  archive(since: string): string;
  lastRead: string;
  never: string;
  /** What was typed for a date is none. */
  notADate(written: string): string;
  recent: { title(filter: string | null): string; none: string };
  batches: BatchTexts;
  measures: MeasureTexts;
  story: StoryTexts;
  search: SearchTexts;
  timeline: TimelineTexts;
  help: HelpTexts;
  source: SourceTexts;
  status: StatusTexts;
  watch: WatchTexts;
  why: WhyTexts;
  changed: ChangedTexts;
  wrong: WrongTexts;
  stories: { title(count: number): string };
}

interface BatchTexts {
  title(goods: string, reports: number, since: string): string;
  titleAll(reports: number): string;
  none(goods: string | null): string;
  count(licences: number): string;
  noQuantity: string;
  forPlaces(places: string): string;
  noNumbers: string;
  someNumbers(count: number, reports: number): string;
  noUsFirms: string;
  someUsFirms(count: number): string;
  notNumbered: string;
  perGood(reports: number, first: string, last: string): string;
  withoutGoods(reports: number): string;
}

interface MeasureTexts {
  unread: string;
  notACode: string;
  noNotices: string;
  title(subject: string | null, day: string): string;
  groups: Record<Group | 'buyers', string>;
  notNamed(subject: string): string;
  notFree: string;
  brackets(codes: string): string;
  /** A speech beside a date that has passed: it moves none. */
  spoken(day: string, title: string, until: string | null): string;
  source: string;
  next: string;
  /** `days` after the day that was asked for. */
  statedEnd(day: string, notice: string, days: number): string;
  notRead: string;
  footer(notices: number, newest: string, readOn: string): string;
  back: string;
  further: string;
  otherDate: string;
  otherGoods: string;
  quotes: string;
  quotesTitle(subject: string | null): string;
  noQuotes: string;
  /** Of the form; at most 45 characters. */
  dateTitle: string;
  dateLabel: string;
}

interface StoryTexts {
  none: string;
  number(id: number): string;
  merged(id: number, into: number): string;
  pages(count: number): string;
  /** Above further pages. */
  pagesOn: string;
  /** Why the first page belongs to it. */
  began: string;
}

interface SearchTexts {
  askedNothing: string;
  title(asked: string, count: number, more: boolean): string;
  also(names: string): string;
  open(number: number): string;
  /** Before the title of a page that tells no Story. */
  silent: string;
  moreHere(stories: number): string;
  /** Before words that are a reporter's. */
  asked: string;
  kinds: Record<Kind, string>;
  only: Record<Kind, string>;
  allKinds: string;
  everything: string;
  nothing(asked: string): string;
  looked(items: number, since: string | null, everything: boolean): string;
  watch: string;
}

interface TimelineTexts {
  title(goods: string, from: string, to: string): string;
  /** "Jun 2025", of `2025-06`. */
  month(month: string): string;
  counts: Record<Tier, (count: number) => string>;
  nothing: string;
  /** Before what is marked. */
  marks: Record<Kind, string>;
  /** What is written in the picture; its space is small. */
  picture: {
    title: string;
    subject(goods: string, from: string, to: string): string;
    /** "Jan", of `2031-01`. */
    month(month: string): string;
    year(year: string): string;
    legend: Record<Tier, string>;
    note(told: {
      authority: string;
      badge: string;
      withdrawn: boolean;
      goods: string | null;
      notice: string | null;
    }): string;
    footer(shown: number, marked: number, since: string): string;
    /** For those who cannot see it: a month that has any, and all of them. */
    monthTold(month: string, counts: string): string;
    between: string;
    told(subject: string, months: string): string;
  };
}

/** Six lines: who may, and what they can do. */
interface HelpTexts {
  title: string;
  lines: { who: string; what: string }[];
}

interface SourceTexts {
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

interface StatusTexts {
  title: Record<Verdict, (reading: number, sources: number, uncovered: string) => string>;
  covered: string;
  uncovered: string;
  unread: string;
  notCovered: string;
  coveredByOthers: string;
  thisServer: string;
  noWatch: string;
  alerts(count: number): string;
  last: string;
  deliveries(waiting: number, rejected: number, unknown: number): string;
  lastError(channel: string, error: string): string;
  cacheFault(message: string): string;
}

interface WatchTexts {
  title(channel: string): string;
  notAChannel: string;
  everyoneRole: string;
  /** Markdown. */
  unknownEntry(option: string, names: string): string;
  noWords: string;
  editedTitle(id: number, channel: string): string;
  unchanged(id: number): string;
  duplicate(id: number, channel: string): string;
  /** Markdown; `names` are permissions as Discord's settings call them. */
  missing(channel: string, names: string[], bot: string): string;
  archive(items: number): string;
  preview(pushes: number, silent: number): string;
  /** What a watch would have sent before it was changed. */
  previewBefore(pushes: number, silent: number): string;
  /** None of so many Stories passes. */
  previewNone(stories: number): string;
  /** The archive has no Stories to judge by. */
  previewEmpty: string;
  /** What each filter lets through by itself: "goods 5 · words 0". */
  alone(counts: string): string;
  /** `word` is in quotes. */
  wordFound(word: string, count: number): string;
  quietPhones: string;
  /** `role` and `bot` are display names. */
  cannotMention(role: string, bot: string): string;
  settings: { what: string; language: string; market: string; role: string };
  languages: Record<MessageLanguage, string>;
  noRole: string;
  remove: string;
  test: { send: string; content: string; delete: string; sent(channel: string): string; deleted: string };
  removed(id: number, channel: string): string;
  /** Beside a watch in a list. */
  paused: string;
  pausedNow(id: number, channel: string): string;
  stillPaused(id: number): string;
  resumed(id: number, channel: string): string;
  notPaused(id: number): string;
  notFound(id: number): string;
  listTitle(count: number): string;
  listNone: string;
  goneChannel: string;
}

interface WhyTexts {
  title: string;
  tier(tier: string): string;
  fired: string;
  against: string;
  passedOver: string;
  /** Each is told why it is no news; `words` are in quotes. */
  passed: { question(words: string): string; number(words: string, asked: boolean): string };
  letThrough: string;
  noWatch: string;
  evidence: string;
  published: string;
  /** After when it was published: how exactly that is known. */
  precision: Record<'date' | 'minute' | 'second', string>;
  undated: string;
  firstSeen: string;
  sent: string;
  revision(number: number, of: number, seen: string): string;
  /** `name`: null where no file may be attached. */
  file(sha256: string, name: string | null): string;
  addresses: string;
  noEnglish: string;
  titleOnly: string;
  unknown: string;
}

/** What became of the words of a page. */
interface ChangedTexts {
  title(source: string): string;
  times(before: string, after: string): string;
  /** No word differs. */
  onlyForm: string;
  footer(place: number, of: number): string;
  none: string;
}

/** What whoever says that a message is wrong is told; `id` is that of the report. */
export interface WrongTexts {
  /** Of the button and of the form; at most 45 characters. */
  button: string;
  ask: string;
  optional: string;
  stored(id: number): string;
  known(id: number): string;
}
