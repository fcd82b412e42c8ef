import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../domain/moment.ts';
import type { DateOrder } from '../domain/source.ts';

/**
 * The first date of three numbers in a text, read in the order its site is known to use: "26/09/24" and
 * "24/09/2026" do not tell it themselves. Null where there is no such date. Two-digit years are of this century.
 */
export function dayInOrder(text: string, order: DateOrder): Moment | null {
  const plain = text.slice(0, 300).normalize('NFKC');
  const parts = /(?<!\d)(\d{1,4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,4})(?!\d)/.exec(plain);
  if (!parts) return null;
  const at = (name: 'y' | 'm' | 'd') => Number(parts[order.indexOf(name) + 1]);
  const year = at('y') < 100 ? 2000 + at('y') : at('y');
  const [month, day] = [at('m'), at('d')];
  if (year < 1970 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return null;

  const date = Temporal.PlainDate.from({ year, month, day });
  return date.day === day ? { precision: 'date', on: date.toString(), at: null } : null;
}
