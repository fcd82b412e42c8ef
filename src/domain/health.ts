import type { FailureReason } from './failure.ts';
import { DAY, type Instant } from './moment.ts';

/** Something about a Source that its admin should look at, though it may be read without a failure. */
export type Note =
  /** It posts less than it used to. */
  | { kind: 'stale'; perWeek: number; silentFor: number }
  | { kind: 'fewer-rows'; usual: number; rows: number }
  /** Its address is gone, or it lists or posts nothing any more: has it been given up? */
  | { kind: 'retired'; by: 'gone' | 'empty' | 'silent'; for: number }
  | { kind: 'moved'; to: string }
  /** Rows may have come and gone unseen between two reads. */
  | { kind: 'gap'; from: Instant; until: Instant };

/** What is known of a Source by reading it. */
export interface History {
  baselineAt: Instant | null;
  rows: number | null;
  usualRows: number | null;
  movedTo: string | null;
  gapFrom: Instant | null;
  gapUntil: Instant | null;
  failures: number;
  failingSince: Instant | null;
  failureReason: FailureReason | null;
  /** When its latest Items appeared, in any order. */
  postedAt: readonly Instant[];
}

/** How often a Source posts: on so many days of a week, with these pauses in milliseconds between them. */
export interface Rhythm {
  perWeek: number;
  usualPause: number;
  longestPause: number;
  lastAt: Instant;
}

/** With fewer days than this on which something was posted, nothing is usual. */
const daysForRhythm = 6;
/** What was posted longer before the latest post says nothing of how often it is posted now. */
const rhythmReaches = 400 * DAY;

/** The rhythm in which posts appeared, by the days on which there was any; null where too few are known. */
export function rhythmOf(postedAt: readonly Instant[]): Rhythm | null {
  const since = Math.max(...postedAt) - rhythmReaches;
  const recent = postedAt.filter((at) => at >= since);
  const days = [...new Set(recent.map((at) => Math.floor(at / DAY)))].toSorted((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  if (days.length < daysForRhythm || first === undefined || last === undefined) return null;
  const pauses = days.slice(1).map((day, index) => day - (days[index] ?? day));
  const usual = (last - first) / pauses.length;
  return {
    perWeek: 7 / usual,
    usualPause: usual * DAY,
    longestPause: Math.max(...pauses) * DAY,
    lastAt: Math.max(...postedAt),
  };
}

/** Silence is told after this many usual pauses, and not within a week, nor before it is the longest there was. */
const staleAfter = { pauses: 4, least: 7 * DAY } as const;
/** Silence this long is no pause any more. */
const retiredAfter = { gone: 7 * DAY, empty: 60 * DAY, silent: 180 * DAY } as const;
const gapShownFor = 14 * DAY;
/** Fewer rows than this share of what is usual, where enough are usual that a few do not matter. */
const drift = { share: 0.5, usualAtLeast: 6 } as const;

/** What is to be said of a Source, what matters most first. */
export function notesOf(history: History, now: Instant): Note[] {
  const { movedTo, gapFrom, gapUntil, rows, usualRows } = history;
  const notes: Note[] = [];
  const quiet = retirement(history, now) ?? staleness(history, now);
  if (quiet) notes.push(quiet);
  if (gapFrom !== null && gapUntil !== null && now - gapUntil <= gapShownFor)
    notes.push({ kind: 'gap', from: gapFrom, until: gapUntil });
  if (rows !== null && usualRows !== null && rows > 0 && isDrift(rows, usualRows))
    notes.push({ kind: 'fewer-rows', usual: Math.round(usualRows), rows });
  if (movedTo !== null) notes.push({ kind: 'moved', to: movedTo });
  return notes;
}

function retirement(history: History, now: Instant): Note | null {
  const { failures, failureReason, failingSince, rows, baselineAt, postedAt } = history;
  if (failures > 0) {
    const gone = failureReason === 'not-found' && failingSince !== null ? now - failingSince : 0;
    return gone >= retiredAfter.gone ? { kind: 'retired', by: 'gone', for: gone } : null;
  }
  const since = Math.max(baselineAt ?? now, ...postedAt);
  if (rows === 0 && now - since >= retiredAfter.empty)
    return { kind: 'retired', by: 'empty', for: now - since };
  const stale = staleness(history, now);
  return stale?.kind === 'stale' && stale.silentFor >= retiredAfter.silent
    ? { kind: 'retired', by: 'silent', for: stale.silentFor }
    : null;
}

function staleness({ failures, postedAt }: History, now: Instant): Note | null {
  const rhythm = rhythmOf(postedAt);
  if (failures > 0 || rhythm === null) return null;
  const silentFor = now - rhythm.lastAt;
  const patience = Math.max(staleAfter.pauses * rhythm.usualPause, staleAfter.least, rhythm.longestPause);
  return silentFor > patience ? { kind: 'stale', perWeek: rhythm.perWeek, silentFor } : null;
}

function isDrift(rows: number, usual: number): boolean {
  return usual >= drift.usualAtLeast && rows < drift.share * usual;
}

/** How much of what is usual one reading is worth: twenty make what is new usual. */
const weightOfOne = 1 / 20;

/** How many rows a first page usually has, as another reading shows it; `before` is null before the first. */
export function usualRows(before: number | null, rows: number): number {
  return before === null ? rows : before + (rows - before) * weightOfOne;
}
