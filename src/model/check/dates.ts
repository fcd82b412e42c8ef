import type { Day } from '../../domain/moment.ts';
import { datePattern, dayOf } from '../../understand/calendar.ts';
import { numberOf, numeral } from '../../understand/numerals.ts';
import { masked, type Span } from './found.ts';

/** A date as far as it is said: `2025-04-04`, `2025-04`, `2025`. Null: it cannot be told which, or there is none. */
interface Dated extends Span {
  value: string | null;
  role: DateRole;
}

/** Whether something begins or ends on a date, as the words beside it say. */
export type DateRole = 'start' | 'end' | 'plain';

const monthNames =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const year = '(?:19|20)\\d{2}';
const hanYear = `${numeral}{4}`;
const outside = '(?<![A-Za-z\\d.,])';

type Reading = (groups: Record<string, string>, context: { publishedOn: Day | null }) => string | null;

/** In order: what names more of a date stands before what names less of it. */
const forms: readonly [pattern: RegExp, read: Reading][] = [
  [
    new RegExp(
      `${outside}(?<d>\\d{1,2})(?:st|nd|rd|th)(?: day)?(?: of)? (?<m>${monthNames})\\b\\.?(?:,? (?<y>${year})(?!\\d))?`,
      'giu',
    ),
    ({ d, m, y }, { publishedOn }) => dayOf(`${d} ${m}${y ? ` ${y}` : ''}`, publishedOn),
  ],
  // Which of the first two is the month, readers of different countries do not agree on.
  [/(?<![\d/])\d{1,2}\/\d{1,2}(?:\/\d{2,4})(?!\d)/gu, () => null],
  [
    new RegExp(`${outside}(?<d>\\d{1,2})-(?<m>${monthNames})-(?<y>${year})(?!\\d)`, 'giu'),
    ({ d, m, y }) => dayOf(`${d} ${m} ${y}`, null),
  ],
  [
    new RegExp(`${outside}(?<y>${year})[/.](?<m>\\d{1,2})[/.](?<d>\\d{1,2})(?!\\d)`, 'gu'),
    ({ y, m, d }) => dayOf(`${y}-${m}-${d}`, null),
  ],
  [
    new RegExp(`(?<before>去年|上年|前年|后年)(?<md>${numeral}{1,3} ?月 ?${numeral}{1,3} ?日)`, 'gu'),
    ({ before = '', md = '' }, { publishedOn }) =>
      publishedOn && dayOf(`${Number(publishedOn.slice(0, 4)) + yearsFrom(before)}年${md}`, null),
  ],
  // "Last 10 November", "10 November next year": which year that is depends on the day it is read.
  [
    new RegExp(
      `\\b(?:last|next) (?:\\d{1,2} (?:${monthNames})|(?:${monthNames})(?: \\d{1,2}(?!\\d))?)\\b|(?:\\b\\d{1,2} (?:${monthNames})|\\b(?:${monthNames}) \\d{1,2}),? (?:of )?(?:last|next) year`,
      'giu',
    ),
    () => null,
  ],
  [
    new RegExp(`(?<![A-Za-z\\d.,])(?<date>${datePattern})(?![A-Za-z\\d])`, 'giu'),
    ({ date = '' }, { publishedOn }) => dayOf(date, publishedOn),
  ],
  [
    new RegExp(`(?<y>${hanYear}) ?年 ?(?<m>${numeral}{1,3}) ?月`, 'gu'),
    ({ y = '', m = '' }) => monthText(numberOf(y), numberOf(m)),
  ],
  [
    new RegExp(`\\b(?<m>${monthNames})\\b\\.?,? (?:of )?(?<y>${year})(?!\\d)`, 'giu'),
    ({ y, m = '' }) => monthText(Number(y), monthOf(m)),
  ],
  [
    new RegExp(`${outside}(?<y>${year})[-/](?<m>0[1-9]|1[0-2])(?![\\d/-])`, 'gu'),
    ({ y, m }) => monthText(Number(y), Number(m)),
  ],
  [
    new RegExp(`(?<![\\d年个${numeral.slice(3, -1)}])(?<m>${numeral}{1,3}) ?月(?!球|饼)`, 'gu'),
    ({ m = '' }, { publishedOn }) => monthText(yearOf(publishedOn), numberOf(m)),
  ],
  [
    /\b(?<m>January|February|April|June|July|August|September|October|November|December)\b|(?<=\b(?:in|since|until|till|by|from|of|early|late|mid|during|through|to|before|after)[ -])(?<n>March|May)\b/gu,
    ({ m, n }, { publishedOn }) => monthText(yearOf(publishedOn), monthOf(m ?? n ?? '')),
  ],
  [
    new RegExp(
      `(?<![\\d月个${numeral.slice(3, -1)}])(?<d>${numeral}{1,3}) ?日(?!内|以内|之内|元|本|前完成)`,
      'gu',
    ),
    ({ d = '' }, { publishedOn }) => dayIn(publishedOn, numberOf(d)),
  ],
  [
    /\b(?:on|from|since|until|till|by|before|after) the (?<d>\d{1,2})(?:st|nd|rd|th)\b/giu,
    ({ d }, { publishedOn }) => dayIn(publishedOn, Number(d)),
  ],
  [new RegExp(`(?<y>${hanYear}) ?年`, 'gu'), ({ y = '' }) => yearText(numberOf(y))],
];

/** Every date of a folded text, and the text without them. */
export function datesIn(text: string, publishedOn: Day | null): { dates: Dated[]; rest: string } {
  const dates: Dated[] = [];
  let rest = text;
  for (const [pattern, read] of forms) {
    for (const match of rest.matchAll(pattern)) {
      const { index, groups = {} } = match;
      const words = match[0];
      dates.push({ index, words, value: read(groups, { publishedOn }), role: roleOf(text, index, words) });
      rest = masked(rest, { index, words });
    }
  }
  return { dates, rest };
}

const ends =
  /(?:\b(?:until|till|through|expir\w+(?: on)?|ends?(?: on)?|ending(?: on)?|up to|(?:extended|prolonged) to|no later than|lapses?(?: on)?)(?: the)? |(?:截?至|直到|到|届满日为) ?)$/i;
const starts =
  /(?:\b(?:from|since|effective(?: date)?:?(?: on| from| as of)?|as of|starting(?: on| from)?|starts?(?: on)?|beginning(?: on)?|begins?(?: on)?|tak(?:e|es|ing) effect(?: on| from)?|took effect(?: on| from)?|(?:enter(?:s|ed)?|comes?|came|coming) into (?:force|effect)(?: on| from)?|in force(?: on| from| since))(?: the)? |自 ?)$/i;
const startsAfter = /^ ?(?:起|(?:正式)?(?:施行|实施|生效|执行))/;

function roleOf(text: string, index: number, words: string): DateRole {
  const lead = text.slice(Math.max(0, index - 40), index);
  if (ends.test(lead)) return 'end';
  return starts.test(lead) || startsAfter.test(text.slice(index + words.length)) ? 'start' : 'plain';
}

/** What is said of dates: of each, as what. Whoever says a day says its month and its year, too. */
export class SaidDates {
  readonly #roles = new Map<string, Set<DateRole | 'published'>>();

  add(value: string | null, role: DateRole | 'published'): void {
    for (const end of [10, 7, 4]) {
      if (!value || value.length < end) continue;
      const known = value.slice(0, end);
      this.#roles.set(known, (this.#roles.get(known) ?? new Set()).add(role));
    }
  }

  has(value: string): boolean {
    return this.#roles.has(value);
  }

  /** False where the date is only said to be something else: an end, where a start is asked for. */
  hasAs(value: string, role: DateRole): boolean {
    const roles = this.#roles.get(value);
    return roles !== undefined && (role === 'plain' || roles.has(role) || roles.has('plain'));
  }
}

/** 0 for Sunday. */
interface Weekday extends Span {
  weekday: number;
}

const weekdays =
  /\b(?<en>Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)days?\b|(?:星期|礼拜|周)(?<zh>[一二三四五六日天])(?!次|个)/giu;
const order = ['sun日天', 'mon一', 'tues二', 'wednes三', 'thurs四', 'fri五', 'satur六'];

export function weekdaysIn(text: string): Weekday[] {
  return [...text.matchAll(weekdays)].map(({ 0: words, index, groups }) => {
    const name = (groups?.en ?? groups?.zh ?? '').toLowerCase();
    return { index, words, weekday: order.findIndex((names) => names.includes(name)) };
  });
}

export function weekdayOf(on: Day): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay();
}

/** Whether a number without anything beside it can be a year. */
export function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value <= 2099;
}

function yearsFrom(words: string): number {
  if (words === '前年') return -2;
  return words === '后年' ? 2 : -1;
}

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function yearOf(on: Day | null): number | null {
  return on ? Number(on.slice(0, 4)) : null;
}

function yearText(value: number | null): string | null {
  return value !== null && isYear(value) ? String(value) : null;
}

function monthText(value: number | null, month: number | null): string | null {
  if (value === null || month === null || month < 1 || month > 12 || !isYear(value)) return null;
  return `${value}-${String(month).padStart(2, '0')}`;
}

/** "On the 13th": of the month of publication. */
function dayIn(publishedOn: Day | null, date: number | null): string | null {
  return publishedOn && date !== null ? dayOf(`${publishedOn.slice(0, 8)}${date}`, null) : null;
}
