import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../domain/moment.ts';

/**
 * The first date in a text, with its time where one follows, read in `timeZone` (IANA) unless the text
 * names an offset. Null when there is none.
 *
 * A time of exactly midnight is what a site writes when it knows none, so it leaves a date as written:
 * "2026-02-24 00:00:00" and "Fri, 15 May 2026 00:00:00 -0400" are days, not instants.
 */
export function parseMoment(text: string, timeZone: string): Moment | null {
  // Full-width digits and colons become plain ones. No date stands further in than this.
  const plain = text.slice(0, 300).normalize('NFKC');
  for (const { pattern, read } of dateForms) {
    const match = pattern.exec(plain);
    const date = match?.groups && toDate(read(match.groups));
    if (!match || !date) continue;

    const on = date.toString();
    const time = timePattern.exec(plain.slice(match.index + match[0].length))?.groups;
    return (time && withTime(date, time, timeZone)) ?? { precision: 'date', on, at: null };
  }
  return null;
}

/**
 * The day that an address names, as some sites put it nowhere else: `…/t20260326_126904.htm`,
 * `/recent-actions/20260924` and MOFCOM's press conferences, `…lxxwfbh2026n9y3r/`.
 */
export function dayInAddress(url: string): Moment | null {
  const { pathname } = new URL(url);
  const [, digits, year, month, day] =
    /(?:\/t|\/)(20\d{6})(?!\d)|(20\d\d)n(\d{1,2})y(\d{1,2})r/.exec(pathname) ?? [];
  const written = digits ?? (year && `${year}-${month}-${day}`);
  return written ? parseMoment(written, 'UTC') : null;
}

type Groups = Record<string, string | undefined>;
type Ymd = { year: number; month: number; day: number };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = String.raw`(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;
const dayNumber = String.raw`(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th)?`;

/** Tried in this order; the first that gives a real date decides. */
const dateForms: readonly { pattern: RegExp; read: (groups: Groups) => Ymd }[] = [
  // 2026-09-29, [2026/9/29], 2026.09.29, 2026年9月29日
  {
    pattern: /(?<!\d)(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})(?!\d)\s*日?/,
    read: numbers,
  },
  // 二〇二六年一月六日
  {
    pattern:
      /(?<year>[〇零○一二三四五六七八九]{4})年(?<month>[一二三四五六七八九十]{1,2})月(?<day>[一二三四五六七八九十]{1,3})日/,
    read: ({ year = '', month = '', day = '' }) => ({
      year: Number([...year].map(hanDigit).join('')),
      month: hanNumber(month),
      day: hanNumber(day),
    }),
  },
  // Thu, 24 Sep 2026; 24th September 2026; 24 Sep 26
  {
    pattern: new RegExp(
      String.raw`${dayNumber}[\s-]+(?:of\s+)?${monthName},?[\s-]+(?<year>\d{4}|\d{2})(?!\d)`,
      'i',
    ),
    read: named,
  },
  // September 24, 2026
  { pattern: new RegExp(String.raw`${monthName}\s+${dayNumber},?\s+(?<year>\d{4})(?!\d)`, 'i'), read: named },
  // 20260924
  { pattern: /(?<!\d)(?<year>(?:19|20)\d{2})(?<month>[01]\d)(?<day>[0-3]\d)(?!\d)/, read: numbers },
];

const timePattern =
  /^\s*(?:\(?(?:星期|周)[一二三四五六日天]\)?)?\s*(?:T|,|-|at\b)?\s*(?<early>上午|下午|午前|午[後后]|오전|오후)?\s*(?<hour>\d{1,2})\s*[:时時]\s*(?<minute>\d{2})(?:\s*[:分]\s*(?<second>\d{2}))?(?:[.,]\d+)?\s*[分秒]?\s*(?<half>[ap]\.?m\b\.?|午[後后]|下午)?\s*(?<zone>[A-Z][a-z]{2,9}\/[A-Z]\w{2,19}(?:\/[A-Z]\w{2,19})?|(?:Etc\/)?(?:GMT|UTC?)(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}(?::?\d{2})?(?!\d)|[A-Z]{3,5}\b|Z\b|[ACEMP]T(?=\s*$)|[AMNY](?=\s*$))?/i;

/**
 * Names of zones that mean one thing only, in capitals, as "met" and "at" are words. What is not here is read in the
 * source's own zone.
 */
const zones: Record<string, string> = {
  Z: '+00:00',
  UT: '+00:00',
  UTC: '+00:00',
  GMT: '+00:00',
  WET: '+00:00',
  WEST: '+01:00',
  BST: '+01:00',
  CET: '+01:00',
  MET: '+01:00',
  MEZ: '+01:00',
  CEST: '+02:00',
  MEST: '+02:00',
  MESZ: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  HKT: '+08:00',
  SGT: '+08:00',
  AWST: '+08:00',
  JST: '+09:00',
  KST: '+09:00',
  ACST: '+09:30',
  AEST: '+10:00',
  AEDT: '+11:00',
  NZST: '+12:00',
  NZDT: '+13:00',
  NDT: '-02:30',
  NST: '-03:30',
  AST: '-04:00',
  ADT: '-03:00',
  EST: '-05:00',
  EDT: '-04:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  AKST: '-09:00',
  AKDT: '-08:00',
  HST: '-10:00',
  // As newspapers write them, summer and winter.
  AT: 'America/Halifax',
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
  // The military letters that RFC 822 names.
  A: '-01:00',
  M: '-12:00',
  N: '+01:00',
  Y: '+12:00',
};

function withTime(date: Temporal.PlainDate, time: Groups, timeZone: string): Moment | null {
  const minute = Number(time.minute);
  const second = Number(time.second ?? 0);
  const hour = hourOf(time);
  if (hour > 23 || minute > 59 || second > 59) return null;
  if (hour === 0 && minute === 0 && second === 0) return null;

  const zone = zoneOf(time.zone, timeZone);
  const at = date.toZonedDateTime({ timeZone: zone, plainTime: { hour, minute, second } });
  return {
    precision: time.second === undefined ? 'minute' : 'second',
    on: at.withTimeZone(timeZone).toPlainDate().toString(),
    at: at.epochMilliseconds,
  };
}

function hourOf({ hour, early, half = early }: Groups): number {
  if (!half) return Number(hour);
  return (Number(hour) % 12) + (/^p|下午|午[後后]|오후/i.test(half) ? 12 : 0);
}

function zoneOf(written = '', timeZone: string): string {
  const [, sign, hours = '', minutes = '00'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(written) ?? [];
  // No place is further from Greenwich than 14 hours.
  if (sign && Number(hours) <= 14 && Number(minutes) <= 59)
    return `${sign}${hours.padStart(2, '0')}:${minutes}`;
  if (/^[A-Z][a-z]+\//.test(written) && isZone(written)) return written;
  const name = written.replace(/^Etc\//i, '').replace(/^(?:z|utc?|gmt)$/i, (common) => common.toUpperCase());
  // Chicago's time or Shanghai's.
  if (name === 'CST') return timeZone.startsWith('Asia/') ? timeZone : '-06:00';
  return zones[name] ?? timeZone;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function numbers({ year, month, day }: Groups): Ymd {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function named({ year = '', month = '', day }: Groups): Ymd {
  // RFC 822 dates may have two-digit years; no feed is older than 1970.
  const century = year.length === 4 ? 0 : Number(year) < 70 ? 2000 : 1900;
  return {
    year: century + Number(year),
    month: months.indexOf(month.slice(0, 3).toLowerCase()) + 1,
    day: Number(day),
  };
}

const hanDigits = '〇一二三四五六七八九';

function hanDigit(character: string): number {
  return '零○'.includes(character) ? 0 : hanDigits.indexOf(character);
}

/** 1 to 99: 六, 十, 十二, 二十四. */
function hanNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['〇', text];
  return (tens ? hanDigit(tens) : 1) * 10 + (ones ? hanDigit(ones) : 0);
}

function toDate({ year, month, day }: Ymd): Temporal.PlainDate | null {
  if (year < 1970 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  const date = Temporal.PlainDate.from({ year, month, day });
  return date.day === day ? date : null;
}
