import type { Details } from '../../domain/details.ts';
import type { Measure, Notice } from '../../domain/measure.ts';
import type { Day } from '../../domain/moment.ts';
import { areRelated } from '../lexicon/families.ts';
import { inForceOn } from './in-force.ts';

/** What a notice says, as far as it decides what it passes over. */
export type ActingNotice = Pick<Notice, 'authorityId' | 'announcementNo'> & {
  facts: Pick<Notice['facts'], 'goods'>;
  details: Pick<Details, 'relations'>;
};

/**
 * "Not named, still in force": what readers of a suspension overlook. Measures of the same authority in force on
 * that day that share a goods family with the notice, or with a measure it names, and are not named by it; the
 * newest first.
 *
 * @param most - At most so many are shown; `more` counts the rest.
 */
export function notNamed(
  notice: ActingNotice,
  measures: readonly Measure[],
  on: Day,
  most = 4,
): { shown: Measure[]; more: number } {
  const numbers = new Set([notice.announcementNo, ...notice.details.relations.map(({ notice }) => notice)]);
  const own = measures.filter((measure) => measure.notice.authorityId === notice.authorityId);
  const named = own.filter((measure) => numbers.has(measure.notice.announcementNo));
  const goods = new Set([...notice.facts.goods, ...named.flatMap((measure) => measure.goods)]);
  const found = own
    .filter((measure) => !named.includes(measure) && inForceOn(measure, on) !== null)
    .filter((measure) => measure.goods.some((good) => [...goods].some((one) => areRelated(one, good))))
    .toSorted((one, other) => other.from.localeCompare(one.from));
  return { shown: found.slice(0, most), more: Math.max(0, found.length - most) };
}
