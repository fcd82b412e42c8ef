import { Temporal } from 'temporal-polyfill';
import { isAct } from '../../domain/details.ts';
import type { HeldMeasure, Measure, Notice, RegisterNote } from '../../domain/measure.ts';
import type { Day } from '../../domain/moment.ts';
import { speaksOf } from '../lexicon/families.ts';
import { inForceOn } from './in-force.ts';
import { type ActingNotice, notNamed } from './not-named.ts';
import { registerOf, unresolvedReferences } from './register.ts';

const MOST_SHOWN = 4;

/** What is told of goods: measures that name them, and are in force on that day. Null where there are none. */
export function noteOnGoods(
  { authorityId, goods }: { authorityId: string; goods: readonly string[] },
  notices: readonly Notice[],
  on: Day,
): RegisterNote | null {
  const found = registerOf(notices)
    .filter(({ notice }) => notice.authorityId === authorityId)
    .filter((measure) => measure.goods.some((named) => goods.some((asked) => speaksOf(named, asked))))
    .filter((measure) => inForceOn(measure, on) !== null)
    .toSorted((one, other) => other.from.localeCompare(one.from));
  const more = Math.max(0, found.length - MOST_SHOWN);
  return noteOf('on-its-goods', { shown: found.slice(0, MOST_SHOWN), more }, [], on);
}

/** What a notice that eases passes over: see {@link notNamed}. Null where there is nothing. */
export function noteOnEasing(notice: ActingNotice, notices: readonly Notice[], on: Day): RegisterNote | null {
  const missing = unresolvedReferences(notices)
    .filter(({ by }) => by.announcementNo === notice.announcementNo && by.authorityId === notice.authorityId)
    .filter(({ kind }) => isAct(kind))
    .map(({ notice }) => notice);
  const register = registerOf(notices);
  const passedOver = notNamed(notice, register, on, MOST_SHOWN);
  return noteOf('not-named', passedOver, [...new Set(missing)], on, heldBy(notice, register));
}

/** What the notice suspends, in the order of its numbers. */
function heldBy({ authorityId, announcementNo }: ActingNotice, register: readonly Measure[]): HeldMeasure[] {
  return register
    .filter(({ notice }) => notice.authorityId === authorityId)
    .flatMap((measure) =>
      measure.holds
        .filter(({ by }) => by.announcementNo === announcementNo)
        .map((hold) => heldMeasure(measure, hold)),
    )
    .toSorted((one, other) =>
      one.announcementNo.localeCompare(other.announcementNo, 'en', { numeric: true }),
    );
}

function heldMeasure(measure: Measure, { section, kind, from }: Measure['holds'][number]): HeldMeasure {
  const { notice, action, goods, destinations } = measure;
  const eve = Temporal.PlainDate.from(from).subtract({ days: 1 }).toString();
  const ranSince = kind === 'suspends' ? (inForceOn(measure, eve)?.since ?? null) : null;
  const dueOn = kind === 'suspends' && ranSince === null && measure.from >= from ? measure.from : null;
  return { announcementNo: notice.announcementNo, action, goods, destinations, section, ranSince, dueOn };
}

function noteOf(
  about: RegisterNote['about'],
  { shown, more }: { shown: readonly Measure[]; more: number },
  notRead: string[],
  on: Day,
  held: HeldMeasure[] = [],
): RegisterNote | null {
  const measures = shown.flatMap((measure) => inForceOn(measure, on) ?? []);
  // Where the register holds nothing, nothing follows from that: "no measures" would be an answer.
  if (measures.length === 0 && held.length === 0) return null;
  return { about, measures, more, notRead, ...(held.length > 0 && { held }) };
}
