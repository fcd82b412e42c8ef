import { Temporal } from 'temporal-polyfill';
import type { Day } from '../domain/moment.ts';

/** The days that a person means by a date: one, or all of a month or year. */
export interface Days {
  first: Day;
  last: Day;
}

/**
 * Reads a date as people type one: `2026-06-15`, `2026/6/15`, `20260615`, `2026-06`, `June 2026`, `15 June 2026`,
 * `2026年6月15日`, `2026年6月`, `2026`. Null for anything else, and for days that do not exist.
 */
export function daysTyped(written: string): Days | null {
  const text = written.normalize('NFKC').trim().replace(/\s+/gu, ' ');
  for (const [pattern, order] of forms) {
    const found = pattern.exec(text);
    if (!found) continue;
    const parts: Partial<Record<Part, string>> = {};
    for (const [index, part] of order.entries()) parts[part] = found[index + 1] ?? '';
    return daysOf(parts);
  }
  return null;
}

type Part = 'year' | 'month' | 'day';

const forms: [pattern: RegExp, order: Part[]][] = [
  [/^(\d{4})$/, ['year']],
  [/^(\d{4})年$/, ['year']],
  [/^(\d{4})(\d\d)(\d\d)$/, ['year', 'month', 'day']],
  [/^(\d{4})[-/.](\d{1,2})$/, ['year', 'month']],
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, ['year', 'month', 'day']],
  [/^(\d{4}) ?年 ?(\d{1,2}) ?月$/, ['year', 'month']],
  [/^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]$/, ['year', 'month', 'day']],
  [/^([a-z]{3,9})\.?,? (\d{4})$/i, ['month', 'year']],
  [/^(\d{1,2}) ([a-z]{3,9})\.?,? (\d{4})$/i, ['day', 'month', 'year']],
  [/^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i, ['month', 'day', 'year']],
];

function daysOf({ year, month, day }: Partial<Record<Part, string>>): Days | null {
  const monthNumber = month === undefined ? 1 : monthCalled(month);
  if (monthNumber === null) return null;
  try {
    const fields = { year: Number(year), month: monthNumber, day: Number(day ?? 1) };
    const first = Temporal.PlainDate.from(fields, { overflow: 'reject' });
    const length = day !== undefined ? { days: 1 } : month !== undefined ? { months: 1 } : { years: 1 };
    return { first: first.toString(), last: first.add(length).subtract({ days: 1 }).toString() };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const longMonths =
  'january february march april may june july august september october november december'.split(' ');

/** 6, "06", "Jun", "Sept", "June". */
function monthCalled(written: string): number | null {
  if (/^\d+$/.test(written)) return Number(written);
  const name = written.toLowerCase();
  const index = months.indexOf(name.slice(0, 3));
  return index >= 0 && longMonths[index]?.startsWith(name.replace(/^sept$/, 'sep')) ? index + 1 : null;
}
