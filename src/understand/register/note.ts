import { isAct } from '../../domain/details.ts';
import type { Measure, Notice, RegisterNote } from '../../domain/measure.ts';
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
  const passedOver = notNamed(notice, registerOf(notices), on, MOST_SHOWN);
  return noteOf('not-named', passedOver, [...new Set(missing)], on);
}

function noteOf(
  about: RegisterNote['about'],
  { shown, more }: { shown: readonly Measure[]; more: number },
  notRead: string[],
  on: Day,
): RegisterNote | null {
  const measures = shown.flatMap((measure) => inForceOn(measure, on) ?? []);
  // Where the register holds nothing, nothing follows from that: "no measures" would be an answer.
  return measures.length > 0 ? { about, measures, more, notRead } : null;
}
