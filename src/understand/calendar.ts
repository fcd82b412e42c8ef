import type { Day } from '../domain/moment.ts';
import { numberOf, numeral } from './numerals.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthName =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

/** A pattern of dates without capturing groups, for use within patterns of folded text: read them with {@link dayOf}. */
export const datePattern = `(?:(?:${numeral}{4} ?年 ?|[明今次]年)?${numeral}{1,3} ?月 ?${numeral}{1,3} ?日|\\d{4}-\\d{1,2}-\\d{1,2}|${monthName} \\d{1,2}(?!\\d)(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2} ${monthName}(?:,? \\d{4})?)`;

const chinese = new RegExp(
  `^(?:(${numeral}{4}) ?年 ?|([明今次])年)?(${numeral}{1,3}) ?月 ?(${numeral}{1,3}) ?日`,
);
const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/;
const monthFirst = new RegExp(`^(${monthName}) (\\d{1,2})(?!\\d)(?:st|nd|rd|th)?(?:,? (\\d{4}))?`, 'i');
const dayFirst = new RegExp(`^(\\d{1,2}) (${monthName})(?:,? (\\d{4}))?`, 'i');

/**
 * The day that a date means. Where its words name no year it is the year of `publishedOn`;
 * null when that is unknown too, or when there is no such day.
 */
export function dayOf(words: string, publishedOn: Day | null): Day | null {
  const publishedYear = publishedOn ? Number(publishedOn.slice(0, 4)) : null;
  const han = chinese.exec(words);
  if (han) {
    const relative =
      han[2] && publishedYear !== null ? publishedYear + (han[2] === '今' ? 0 : 1) : publishedYear;
    const year = han[1] ? numberOf(han[1]) : relative;
    return day(year, numberOf(han[3] ?? ''), numberOf(han[4] ?? ''));
  }
  const plain = iso.exec(words);
  if (plain) return day(Number(plain[1]), Number(plain[2]), Number(plain[3]));
  const american = monthFirst.exec(words);
  if (american) return day(yearOf(american[3], publishedYear), monthOf(american[1]), Number(american[2]));
  const british = dayFirst.exec(words);
  if (british) return day(yearOf(british[3], publishedYear), monthOf(british[2]), Number(british[1]));
  return null;
}

function yearOf(words: string | undefined, fallback: number | null): number | null {
  return words ? Number(words) : fallback;
}

function monthOf(words: string | undefined): number {
  return months.indexOf((words ?? '').slice(0, 3).toLowerCase()) + 1;
}

function day(year: number | null, month: number | null, date: number | null): Day | null {
  if (year === null || month === null || date === null) return null;
  const value = new Date(Date.UTC(year, month - 1, date));
  if (value.getUTCMonth() !== month - 1 || value.getUTCDate() !== date) return null;
  return value.toISOString().slice(0, 10);
}
