import { Temporal } from 'temporal-polyfill';
import { type Instant, MINUTE, type Moment } from '../domain/moment.ts';
import type { DateOrder } from '../domain/source.ts';
import { dayInAddress, parseMoment } from './dates.ts';

/** What a list says of a row's date outside the row. */
export interface DateContext {
  /** IANA. */
  timeZone: string;
  /** Of dates in numbers alone that begin or end with the year in two or four digits. */
  order: DateOrder;
  /** The words of the heading above the row, such as "November 2026". */
  heading: string;
  /** The row's address: some sites put the date nowhere else. */
  url: string;
  /** When the page was read. Without it a date whose year is written nowhere is not read. */
  now: Instant | undefined;
}

/**
 * The date of a row of a list, as lists write them: whole, in any of the languages of {@link monthNames};
 * without its year ("11-20"), which the heading, the address or the time of reading gives; a day alone under
 * a heading with the month; or only in the heading or the address.
 */
export function listedDate(words: string, context: DateContext): Moment | null {
  const { timeZone, order } = context;
  const plain = plainWords(words);
  return (
    wholeDate(plain, order, timeZone) ??
    completed(plain, context) ??
    (context.heading ? wholeDate(plainWords(context.heading), order, timeZone) : null) ??
    dayInUrl(context.url)
  );
}

/** How much of a date stands in some words: the less is missing, the higher. 0: nothing. */
export function dateShare(words: string, order: DateOrder): 0 | 1 | 2 | 3 {
  const plain = plainWords(words);
  if (wholeDate(plain, order, 'UTC')) return 3;
  const part = partOf(plain, order);
  if (!part) return 0;
  return part.month === undefined ? 1 : 2;
}

/** Whether some words name a month or a year, and so may stand above the days of a list. */
export function isCalendarHeading(words: string): boolean {
  const { year, month } = calendarOf(plainWords(words));
  return year !== undefined || month !== undefined;
}

/** The day in a path: `/2026/11/20/`, `/2026-11/20/`, `/202611/20/`, `/2026/1120/`, `…-20261120.html`. */
export function dayInUrl(url: string): Moment | null {
  const known = dayInAddress(url);
  if (known) return known;
  const { pathname } = new URL(url);
  const [, year, month, day] =
    /(?<!\d)(20\d\d)[-_/.]?(0[1-9]|1[0-2])[-_/.]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(pathname) ?? [];
  return year ? parseMoment(`${year}-${month}-${day}`, 'UTC') : null;
}

const languages =
  'en fr de es pt it nl id ms pl sv da nb fi cs sk hu ro tr sl et lv lt el bg uk ru vi sr-Latn sr mk th'.split(
    ' ',
  );

/** Names and short names of months, in lower case without a full stop, to their numbers. */
const monthNames: ReadonlyMap<string, number> = (() => {
  const names = new Map<string, number>([
    ['sept', 9],
    // Indonesian and Malay as their ministries write them.
    ['nop', 11],
    ['nopember', 11],
    ['agt', 8],
    ['ogos', 8],
    ['mac', 3],
  ]);
  for (const language of languages) {
    for (const width of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: width, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2026, month - 1, 1));
        const name = (parts.find(({ type }) => type === 'month')?.value ?? '')
          .toLowerCase()
          .replace(/\.$/, '');
        // Thai puts vowels over its letters, and full stops between them: "พ.ย".
        if (
          /^(?:[\p{L}\p{M}]{3,}|\p{Script=Thai}{1,2}\.\p{Script=Thai}{1,2})$/u.test(name) &&
          !names.has(name)
        )
          names.set(name, month);
      }
    }
  }
  return names;
})();

/** Longer names first: "mars" is not "mar" and an s. */
const monthName = [...monthNames.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll('.', String.raw`\.`))
  .join('|');

/** What stands between the parts of a date in words: "20. November 2026", "20 de noviembre de 2026". */
const of = String.raw`[\s.,-]*(?:\s(?:de|del|of|d’)\s+)?`;
const notDigit = String.raw`(?!\d)`;
const year4 = String.raw`(?<year>(?:19|20|25)\d\d)${notDigit}`;
const dayNumber = String.raw`(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th|er|º|ª)?(?![\d:])`;
const month = String.raw`(?<![\p{L}\p{M}])(?<name>${monthName})(?![\p{L}\p{M}])`;

type Parts = { year?: number; month?: number; day?: number };

/** Whole dates that {@link parseMoment} does not know. The order of the parts is the order of the groups. */
const wholeForms: readonly RegExp[] = [
  // 令和8年11月20日, R8.11.20
  /(?:令和|(?<![A-Za-z])R)\s*(?<reiwa>\d{1,2}|元)\s*[年.]\s*(?<month>\d{1,2})\s*[月.]\s*(?<day>\d{1,2})日?/u,
  // 民國115年11月20日, 115-11-20
  /(?<!\d)(?:民[國国])?\s*(?<minguo>1[0-2]\d)\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})(?!\d)日?/u,
  new RegExp(`${dayNumber}${of}${month}${of}${year4}`, 'iu'),
  new RegExp(`${month}${of}${dayNumber}${of}${year4}`, 'iu'),
  new RegExp(`(?<!\\d)${year4}${of}${month}${of}${dayNumber}`, 'iu'),
  new RegExp(`(?<!\\d)${year4}${of}${dayNumber}${of}${month}`, 'iu'),
  // 20 tháng 11 năm 2026
  /(?<day>\d{1,2})\s*tháng\s*(?<month>\d{1,2}),?\s*(?:năm\s*)?(?<year>20\d\d)/iu,
  // A day in one element, year and month in another: "20 2026-11", "2026.11 20"
  /(?<![\d./-])(?<day>\d{1,2})日?\s+(?<year>20\d\d)\s*[-./年]\s*(?<month>\d{1,2})(?!\s*[-./\d])月?/u,
  /(?<!\d)(?<year>20\d\d)\s*[-./年]\s*(?<month>\d{1,2})月?\s+(?<day>\d{1,2})日?(?![\d:./-])/u,
  // Month and day in one, the year in another: "11-20 2026", "2026 11-20"
  /(?<!\d)(?<a>\d{1,2})[-./月](?<b>\d{1,2})日?\s+(?<year>20\d\d)(?!\s*[-./\d])/u,
  /(?<!\d)(?<year>20\d\d)\s+(?<a>\d{1,2})[-./月](?<b>\d{1,2})日?(?![\d./-])/u,
  // 20/11/2026, 20. 11. 2026
  /(?<!\d)(?<a>\d{1,2})\s?(?<s>[./-])\s?(?<b>\d{1,2})\s?\k<s>\s?(?<year>(?:19|20|25)\d\d)(?!\d)/u,
  // 20.11.26, 26/11/20
  /(?<![\d./-])(?<x>\d{2})(?<s>[./-])(?<y>\d{2})\k<s>(?<z>\d{2})(?![\d./-])/u,
  // 9/5/26, 11/9/26; with full stops it is a version.
  /(?<![\d./-])(?<x>\d{1,2})\/(?<y>\d{1,2})\/(?<z>\d{2})(?![\d./-])/u,
];

/** Dates without a year; the last is a day alone, and then nothing else may stand there. */
const partForms: readonly RegExp[] = [
  new RegExp(`${dayNumber}${of}${month}`, 'iu'),
  new RegExp(`${month}${of}${dayNumber}`, 'iu'),
  /(?<![\d./-])(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日?/u,
  // 11-20, 20/11, 20.11.; not 3.5
  /(?<![\d./:-])(?<a>\d{1,2})\s?[-/]\s?(?<b>\d{1,2})(?!\d|[:%]|\s?[-/.]\s?\d)/u,
  /(?<![\d./:-])(?<a>\d{1,2})\.\s?(?<b>\d{1,2})\.(?!\s?\d)/u,
  /(?<![\d./:-])(?<a>\d{2})\.(?<b>\d{2})(?!\d|[:%]|\s?[-/.]\s?\d)/u,
  /^[^\p{L}\d]*(?<day>\d{1,2})(?:日|st|nd|rd|th)?[^\p{L}\d%]*$/iu,
];

function plainWords(words: string): string {
  // "1 st" is what two elements make of it.
  return words
    .slice(0, 300)
    .normalize('NFKC')
    .replace(/(\d)\s+(st|nd|rd|th)\b/gi, '$1$2');
}

/** The forms that every reader knows are tried first: they are most of all dates, and cost least. */
function wholeDate(text: string, order: DateOrder, timeZone: string): Moment | null {
  if (!/\d/.test(text)) return null;
  return parseMoment(text, timeZone) ?? parseMoment(withIsoDates(text, order), timeZone);
}

/** The text with its first date of a foreign form written as `2026-11-20`, which every reader of dates knows. */
function withIsoDates(text: string, order: DateOrder): string {
  for (const form of wholeForms) {
    const match = form.exec(text);
    const { year, month, day } = match?.groups ? partsIn(match.groups, order) : {};
    if (!match || !year || !isDay(year, month, day)) continue;
    return text.slice(0, match.index) + iso(year, month, day) + text.slice(match.index + match[0].length);
  }
  return text;
}

function partOf(text: string, order: DateOrder): Parts | null {
  if (!/\d/.test(text)) return null;
  for (const form of partForms) {
    const match = form.exec(text);
    if (!match?.groups) continue;
    const parts = partsIn(match.groups, order);
    if (isDay(2028, parts.month ?? 1, parts.day)) return parts;
  }
  return null;
}

/** A part of a date and what the heading, the address and the time of reading add to it. */
function completed(text: string, { timeZone, order, heading, url, now }: DateContext): Moment | null {
  const part = partOf(text, order);
  if (!part) return null;
  const above = calendarOf(plainWords(heading));
  const month = part.month ?? above.month;
  if (month === undefined) return null;
  const year = above.year ?? yearInUrl(url, month) ?? yearBefore(now, timeZone, month, part.day ?? 1);
  if (year === undefined || !isDay(year, month, part.day)) return null;
  return parseMoment(iso(year, month, part.day), timeZone);
}

function calendarOf(text: string): Parts {
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(text)?.[0];
  const named = new RegExp(month, 'iu').exec(text)?.groups?.name;
  const number = /(?<!\d)(?:(?:19|20)\d\d\s*[-./年]\s*)?(0?[1-9]|1[0-2])\s*月/.exec(text)?.[1];
  const numeric = /(?:19|20)\d\d\s*[-./]\s*(0?[1-9]|1[0-2])(?!\d)/.exec(text)?.[1];
  const found = named ? monthNames.get(named.toLowerCase()) : Number(number ?? numeric ?? Number.NaN);
  return { ...(year && { year: Number(year) }), ...(found && { month: found }) };
}

/** The year that an address names, with the row's month where it names one: `/202611/`, `/art/2026/`. */
function yearInUrl(url: string, month: number): number | undefined {
  const { pathname } = new URL(url);
  const match = /(?:[/_-])(20\d\d)(?:[-_/]?(0[1-9]|1[0-2]))?(?:\/|[-_.])/.exec(pathname);
  if (!match || (match[2] !== undefined && Number(match[2]) !== month)) return undefined;
  return Number(match[1]);
}

/** The newest year in which the day is not still to come, a day's grace for sites ahead of their clocks. */
function yearBefore(
  now: Instant | undefined,
  timeZone: string,
  month: number,
  day: number,
): number | undefined {
  if (now === undefined) return undefined;
  const today = Temporal.Instant.fromEpochMilliseconds(now + 24 * 60 * MINUTE)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  const past = month < today.month || (month === today.month && day <= today.day);
  return past ? today.year : today.year - 1;
}

function partsIn(groups: Record<string, string | undefined>, order: DateOrder): Parts {
  const { a, b, x, y, z } = groups;
  if (a && b) return { ...pair(Number(a), Number(b), order), ...yearIn(groups) };
  if (x && y && z) {
    // A year is never one digit.
    const [year, ...rest] = order === 'ymd' && x.length === 2 ? [x, y, z] : [z, x, y];
    return { year: 2000 + Number(year), ...pair(Number(rest[0]), Number(rest[1]), order) };
  }
  const month = groups.name ? monthNames.get(groups.name.toLowerCase()) : Number(groups.month);
  return { ...yearIn(groups), ...(month && { month }), day: Number(groups.day) };
}

function yearIn({ year, reiwa, minguo }: Record<string, string | undefined>): Parts {
  if (reiwa) return { year: 2018 + (reiwa === '元' ? 1 : Number(reiwa)) };
  if (minguo) return { year: 1911 + Number(minguo) };
  if (!year) return {};
  // Thai years are 543 ahead.
  return { year: Number(year) > 2500 ? Number(year) - 543 : Number(year) };
}

/** Two numbers as month and day; where their order makes no date, the other one does. */
function pair(first: number, second: number, order: DateOrder): Parts {
  const dayFirst = order === 'dmy' ? second <= 12 : first > 12;
  return dayFirst ? { day: first, month: second } : { month: first, day: second };
}

function isDay(year: number, month: number | undefined, day: number | undefined): boolean {
  if (!month || !day || month > 12) return false;
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

function iso(year: number, month = 1, day = 1): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
