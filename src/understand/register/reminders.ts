import {
  type Measure,
  type NoticeRef,
  type Occasion,
  occasions,
  type Period,
  type Reminder,
} from '../../domain/measure.ts';
import type { Day } from '../../domain/moment.ts';
import { noticeKey } from './notices.ts';
import { plusDays, type Run, runsOf } from './runs.ts';
import { covers } from './sections.ts';
import { sectionsOf, suspensionsOf } from './status.ts';

const daysBefore: Record<Occasion, number> = { 'month-before': 30, 'day-before': 1, day: 0 };

/**
 * The days, from `today` on, to be reminded of a stated end that nothing read so far has moved. One notice that
 * holds six measures makes one reminder for each occasion.
 */
export function remindersOf(measures: readonly Measure[], today: Day): Reminder[] {
  const ends = measures.flatMap((measure) => endsOf(measure).map((end) => ({ ...end, measure })));
  const groups = Map.groupBy(ends, ({ by, on }) => `${noticeKey(by.authorityId, by.announcementNo)} ${on}`);
  return [...groups.values()]
    .flatMap((group) => remindersFor(group))
    .filter(({ on }) => on >= today)
    .toSorted((one, other) => one.on.localeCompare(other.on));
}

interface StatedEnd {
  on: Day;
  by: NoticeRef;
}

function remindersFor(group: readonly (StatedEnd & { measure: Measure })[]): Reminder[] {
  const [end] = group;
  if (!end) return [];
  const measures = [...new Set(group.map(({ measure }) => measure))];
  const statements = [...new Set(measures.flatMap(({ statements }) => statements))];
  return occasions.map((occasion) => ({
    on: plusDays(end.on, -daysBefore[occasion]),
    occasion,
    statedEnd: end.on,
    by: end.by,
    measures,
    statements,
  }));
}

/** Ends that were moved, lifted, or preceded by the end of the measure itself are none. */
function endsOf(measure: Measure): StatedEnd[] {
  const parts = [null, ...sectionsOf(measure)];
  const held = parts.flatMap((part) => standing(suspensionsOf(measure, part), measure, part));
  return [...held, ...standing(runsOf(measure.terms), measure, null)];
}

function standing(runs: readonly Run<Period>[], { endings }: Measure, part: string | null): StatedEnd[] {
  return runs
    .filter(({ lifted }) => !lifted)
    .flatMap(({ until, untilBy }) => (until ? [{ on: until, by: untilBy }] : []))
    .filter(({ on }) => !endings.some((ending) => covers(ending.section, part) && ending.on <= on));
}
