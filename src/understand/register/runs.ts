import { Temporal } from 'temporal-polyfill';
import type { Hold, NoticeRef, Period } from '../../domain/measure.ts';
import type { Day } from '../../domain/moment.ts';

/** Periods without a gap between them. Their union counts, so that a later one can lengthen but never shorten. */
export interface Run<One extends Period> {
  periods: One[];
  from: Day;
  /** Its last day; null: no end is stated. */
  until: Day | null;
  /** The notice that states that end. */
  untilBy: NoticeRef;
  /** Set where it does not end as stated: the notice behind it was repealed. */
  lifted: Hold['lifted'];
}

export function plusDays(on: Day, days: number): Day {
  return Temporal.PlainDate.from(on).add({ days }).toString();
}

/** The runs of some periods, in the order of time. What was lifted before it began is left out. */
export function runsOf<One extends Period & Partial<Pick<Hold, 'lifted'>>>(
  periods: readonly One[],
): Run<One>[] {
  const runs: Run<One>[] = [];
  for (const period of periods.toSorted((one, other) => one.from.localeCompare(other.from))) {
    const next = runOf(period);
    const last = runs.at(-1);
    if (next.lifted && next.lifted.on <= next.from) continue;
    if (last && (last.until === null || next.from <= plusDays(last.until, 1))) {
      runs[runs.length - 1] = {
        ...(outlasts(next, last) ? next : last),
        from: last.from,
        periods: [...last.periods, period],
      };
    } else runs.push(next);
  }
  return runs;
}

function runOf<One extends Period & Partial<Pick<Hold, 'lifted'>>>(period: One): Run<One> {
  const { from, until, by, lifted } = period;
  const early = lifted && (until === null || lifted.on <= until) ? lifted : null;
  if (!early) return { periods: [period], from, until, untilBy: by, lifted: null };
  return { periods: [period], from, until: plusDays(early.on, -1), untilBy: early.by, lifted: early };
}

function outlasts(one: Pick<Run<Period>, 'until'>, other: Pick<Run<Period>, 'until'>): boolean {
  return other.until !== null && (one.until === null || one.until > other.until);
}
