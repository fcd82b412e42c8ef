import type { Day } from '../domain/moment.ts';
import { numberOf, numeral } from './numerals.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthName =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

/** 2027年, or the year 116 of Taiwan's count. */
const hanYear = `(?:(?:中华)?民国 ?)?(?:${numeral}{4}|1[0-4]\\d) ?年 ?`;

/** A pattern of dates without capturing groups, for use within patterns of folded text: read them with {@link dayOf}. */
export const datePattern = `(?:(?:${hanYear}|[明今次]年)?${numeral}{1,3} ?月 ?${numeral}{1,3} ?日|[本下]月${numeral}{1,3} ?日|[明今次]年元旦|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)|\\d{1,2}\\.\\d{1,2}\\.20\\d\\d(?!\\d)|${monthName} \\d{1,2}(?!\\d)(?:st|nd|rd|th)?(?:,? \\d{4})?|(?:the )?(?:\\d{1,2}(?:st|nd|rd|th)?|first)(?: day)?(?: of)? ${monthName}(?:,? \\d{4})?)`;

const chinese = new RegExp(
  `^(?:(?:(?:中华)?民国 ?)?(${numeral}{4}|1[0-4]\\d) ?年 ?|([明今次])年)?(${numeral}{1,3}) ?月 ?(${numeral}{1,3}) ?日`,
);
const newYear = /^([明今次])年元旦/;
const ofMonth = new RegExp(`^([本下])月(${numeral}{1,3}) ?日`);
/** "The end of 2027", "end of June 2027", 2027年底, 2027年6月底: no {@link datePattern}, as nothing begins then. */
export const endPattern = `(?:(?:the )?end of (?:${monthName} )?\\d{4}|\\d{4} ?年(?:\\d{1,2} ?月)?[底末])`;
const endOf = new RegExp(
  `^(?:the )?end of (?:(?<month>${monthName}) )?(?<year>\\d{4})|^(?<year>\\d{4}) ?年(?:(?<month>\\d{1,2}) ?月)?[底末]`,
  'i',
);
const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/;
const dotted = /^(\d{1,2})\.(\d{1,2})\.(20\d\d)/;
const monthFirst = new RegExp(
  `^(?<month>${monthName}) (?<date>\\d{1,2})(?!\\d)(?:st|nd|rd|th)?(?:,? (?<year>\\d{4}))?`,
  'i',
);
const dayFirst = new RegExp(
  `^(?:the )?(?:(?<date>\\d{1,2})(?:st|nd|rd|th)?|first)(?: day)?(?: of)? (?<month>${monthName})(?:,? (?<year>\\d{4}))?`,
  'i',
);

/**
 * The day that a date means. Where its words name no year it is that of the year around `publishedOn`: in December
 * "1 January" is the next. Null when that is unknown too, or when there is no such day.
 */
export function dayOf(words: string, publishedOn: Day | null): Day | null {
  const han = chinese.exec(words);
  if (han) {
    const [month, date] = [numberOf(han[3] ?? ''), numberOf(han[4] ?? '')];
    if (han[1]) return day(westernYear(numberOf(han[1])), month, date);
    if (!han[2]) return dayAround(publishedOn, month, date);
    const published = publishedOn ? Number(publishedOn.slice(0, 4)) : null;
    return day(published && published + (han[2] === '今' ? 0 : 1), month, date);
  }
  const first = newYear.exec(words);
  if (first) return publishedOn && day(Number(publishedOn.slice(0, 4)) + (first[1] === '今' ? 0 : 1), 1, 1);
  const near = ofMonth.exec(words);
  if (near) {
    if (!publishedOn) return null;
    const [year, month] = publishedOn.split('-').map(Number) as [number, number];
    return day(year, month + (near[1] === '下' ? 1 : 0), numberOf(near[2] ?? ''));
  }
  const european = dotted.exec(words);
  if (european) return day(Number(european[3]), Number(european[2]), Number(european[1]));
  const plain = iso.exec(words);
  if (plain) return day(Number(plain[1]), Number(plain[2]), Number(plain[3]));
  const last = endOf.exec(words)?.groups;
  if (last) return lastDayOf(Number(last.year), last.month);
  const english = monthFirst.exec(words)?.groups ?? dayFirst.exec(words)?.groups;
  if (!english) return null;
  const [month, date] = [monthOf(english.month), Number(english.date ?? 1)];
  return english.year ? day(Number(english.year), month, date) : dayAround(publishedOn, month, date);
}

/** A day so far past is the next year's, and one so far ahead the last year's: in December "1 January" is to come. */
const longPast = 270;
const longAhead = 300;

/** The day of the publication's own year, unless that would be far from it. */
function dayAround(publishedOn: Day | null, month: number | null, date: number | null): Day | null {
  if (publishedOn === null) return null;
  const year = Number(publishedOn.slice(0, 4));
  const same = day(year, month, date);
  if (same === null) return null;
  const ahead = (Date.parse(same) - Date.parse(publishedOn)) / 86_400_000;
  if (ahead < -longPast) return day(year + 1, month, date);
  return ahead > longAhead ? day(year - 1, month, date) : same;
}

/** Taiwan counts from 1912. */
function westernYear(year: number | null): number | null {
  return year !== null && year < 200 ? year + 1911 : year;
}

/** Of a month by its name or its number, else of the year. */
function lastDayOf(year: number, month: string | undefined): Day {
  const number = month === undefined ? 12 : Number(month) || monthOf(month);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

function monthOf(words: string | undefined): number {
  return months.indexOf((words ?? '').slice(0, 3).toLowerCase()) + 1;
}

function day(year: number | null, month: number | null, date: number | null): Day | null {
  if (year === null || month === null || date === null) return null;
  const value = new Date(Date.UTC(year, month - 1, date));
  if (value.getUTCMonth() !== (month - 1) % 12 || value.getUTCDate() !== date) return null;
  return value.toISOString().slice(0, 10);
}
