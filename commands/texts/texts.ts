import type { Kind, Tier } from '../../src/domain/facts.ts';
import type { FilterName } from '../../src/domain/filter.ts';
import type { Verdict } from '../../src/store/status.ts';
import type { Group } from '../../src/understand/register/report.ts';
import type { SettingsTexts } from './settings/texts.ts';
import type { SourceTexts } from './source/texts.ts';
import type { WatchTexts } from './watch/texts.ts';

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
  unknownEntry(option: string, names: string): string;
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
  settings: SettingsTexts;
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
  /** Of the menu that leads to one good's reports, and of its options. */
  open: string;
  option(good: string, reports: number): string;
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
  /** Above what became of it; so many lines. */
  timeline(count: number): string;
  /** Of a menu that leads to one of several. */
  open: string;
  /** A page has other words than before. */
  reworded: string;
  /** Above further lines. */
  pagesOn: string;
  /** Why the first page belongs to it. */
  began: string;
}

interface SearchTexts {
  askedNothing: string;
  title(asked: string, count: number, more: boolean): string;
  also(names: string): string;
  near(word: string): string;
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
  /** `options` are those of the command. */
  watch(options: string): string;
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

interface StatusTexts {
  title: Record<Verdict, (reading: number, sources: number, uncovered: string) => string>;
  covered: string;
  uncovered: string;
  unread: string;
  notCovered: string;
  coveredByOthers: string;
  thisServer: string;
  checkNow: string;
  noWatch: string;
  alerts(count: number): string;
  last: string;
  /** `held`: how many of those that wait. */
  deliveries(waiting: number, held: number, rejected: number, unknown: number): string;
  /** Where an admin learns what to do about a channel that is closed to the bot. */
  parkedHow: string;
  lastError(channel: string, error: string): string;
  cacheFault(message: string): string;
}

interface WhyTexts {
  title: string;
  tier(tier: string): string;
  fired: string;
  against: string;
  /** Why a rule counts; `words` are in quotes. */
  reason(says: string, words: string, rule: string, points: string): string;
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
