import { isDeepStrictEqual } from 'node:util';
import type { Hold, Measure, Period, State, Status, Suspension } from '../../domain/measure.ts';
import type { Day } from '../../domain/moment.ts';
import { type Run, runsOf } from './runs.ts';
import { covers } from './sections.ts';

/**
 * The status of a measure on a day, as the notices read tell it. It is told for every day, also for those to come,
 * and by dates alone (design rule 13: a speech never moves a legal date). The first that holds is the answer:
 *
 * 1. `ended`: repealed, from the day the repealing notice states.
 * 2. `suspended`, or `confirmed` where a stated end has passed and another notice states a later one: the day lies
 *    in the unbroken union of the suspension and what extends it, the stated last day included; see
 *    {@link Suspension.lastDay}.
 * 3. `not-yet`: before the stated date of effect.
 * 4. `not-confirmed`: the stated end of a suspension, or of the measure's own term, has passed, and no notice read
 *    says what follows. Neither "in force again" nor "still suspended" would be true to what was read.
 * 5. `in-force`, again where the notice behind its suspension was repealed.
 *
 * @param lastReadOn - The day on which its authority was last read.
 */
export function statusOn(measure: Measure, on: Day, lastReadOn: Day): Status {
  const whole = stateOf(measure, null, on, lastReadOn);
  const sections = sectionsOf(measure)
    .map((section) => ({ section, state: stateOf(measure, section, on, lastReadOn) }))
    .filter(({ state }) => !isDeepStrictEqual(state, whole));
  return { whole, sections };
}

/** The sections that later notices tell apart from the rest. */
export function sectionsOf({ holds, endings }: Pick<Measure, 'holds' | 'endings'>): string[] {
  return [...new Set([...holds, ...endings].flatMap(({ section }) => section ?? []))].toSorted();
}

/** The unbroken suspensions of a measure or, by name, of a section of it. */
export function suspensionsOf(measure: Pick<Measure, 'holds'>, section: string | null): Run<Hold>[] {
  return runsOf(measure.holds.filter((hold) => covers(hold.section, section)));
}

function stateOf(measure: Measure, section: string | null, on: Day, lastReadOn: Day): State {
  const [ending] = measure.endings
    .filter((ending) => covers(ending.section, section) && ending.on <= on)
    .toSorted((one, other) => one.on.localeCompare(other.on));
  if (ending) return { state: 'ended', on: ending.on, by: ending.by };

  const runs = suspensionsOf(measure, section).filter(({ from }) => from <= on);
  const run = runs.at(-1);
  if (run && includes(run, on)) return suspendedIn(run, runs.at(-2), measure, on);
  if (on < measure.from) return { state: 'not-yet', from: measure.from };

  if (run && !run.lifted) return notConfirmed('suspension', run, measure, lastReadOn);
  const term = runsOf(measure.terms).findLast(({ from }) => from <= on);
  if (term && !includes(term, on)) return notConfirmed('term', term, measure, lastReadOn);

  const { from, fromStated } = measure;
  const lifted = run?.lifted;
  return lifted && lifted.on > from
    ? { state: 'in-force', since: lifted.on, sinceStated: true, resumedBy: lifted.by }
    : { state: 'in-force', since: from, sinceStated: fromStated, resumedBy: null };
}

function includes({ until }: Pick<Run<Period>, 'until'>, on: Day): boolean {
  return until === null || on <= until;
}

/** A later notice confirms where an end stated before it has passed, whether or not it left a gap. */
function suspendedIn(run: Run<Hold>, earlier: Run<Hold> | undefined, measure: Measure, on: Day): State {
  const [first] = run.periods;
  const suspension: Suspension = {
    since: run.from,
    by: first?.by ?? run.untilBy,
    until: run.until,
    untilBy: run.untilBy,
    lastDay: run.until === on && !run.lifted,
    dueOn: dueOn(run, measure),
  };
  const before = first?.kind === 'extends' && earlier && !earlier.lifted ? earlier.until : null;
  const passed = run.periods.flatMap(({ until, lifted }) => (until && until < on && !lifted ? [until] : []));
  const statedEnd = [...passed, ...(before ? [before] : [])].toSorted().at(-1);
  return statedEnd ? { state: 'confirmed', statedEnd, ...suspension } : { state: 'suspended', ...suspension };
}

/**
 * A measure never took effect where its suspension was in force, or published to begin, before its day came.
 * What a notice says of the effect of its single sections is not part of the register.
 */
function dueOn({ from, until, periods: [first] }: Run<Period>, measure: Measure): Day | null {
  if (until !== null && until < measure.from) return null;
  const before = from < measure.from || (from === measure.from && (first?.by.publishedOn ?? from) < from);
  return before ? measure.from : null;
}

/** @param run - One whose end has passed. */
function notConfirmed(of: 'suspension' | 'term', run: Run<Period>, measure: Measure, lastReadOn: Day): State {
  const { until, untilBy: by } = run;
  if (until === null) throw new RangeError(`${by.announcementNo} states no end that could have passed`);
  return {
    state: 'not-confirmed',
    of,
    statedEnd: until,
    by,
    dueOn: of === 'suspension' ? dueOn(run, measure) : null,
    lastReadOn,
    readSince: lastReadOn > until,
    mentionedBy: measure.mentionedBy.filter(({ publishedOn }) => publishedOn > by.publishedOn),
  };
}
