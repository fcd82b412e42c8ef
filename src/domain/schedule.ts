import { Temporal } from 'temporal-polyfill';
import { type FailureReason, siteReasons } from './failure.ts';
import { DAY, HOUR, type Instant, MINUTE, type Moment } from './moment.ts';
import type { Source } from './source.ts';
import type { Lateness } from './story.ts';

/** Announcements are read again this long after they were first seen, though their list says nothing. */
export const rereadAfter = [15 * MINUTE, HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY, 30 * DAY] as const;

/** When to read an Announcement's page again; null when the clock has run out. */
export function nextRereadAt(firstSeenAt: Instant, now: Instant): Instant | null {
  const delay = rereadAfter.find((delay) => firstSeenAt + delay > now);
  return delay === undefined ? null : firstSeenAt + delay;
}

/** An Item whose article cannot be read is alerted by its title alone after this long. */
export const titleAloneAfter = 2 * MINUTE;

const articleRetryAfter = [MINUTE, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR];

/** When to try an article again that has failed `failures` times in a row; null after a month of failures. */
export function nextArticleRetryAt(failures: number, now: Instant): Instant | null {
  if (failures > articleRetryAfter.length + (30 * DAY) / (6 * HOUR)) return null;
  return now + (articleRetryAfter[failures - 1] ?? 6 * HOUR);
}

/** Two rereads this far apart must find a page gone before it counts as withdrawn. */
export const withdrawnAfter = HOUR;

export const longestBackoff = 6 * HOUR;

/**
 * How long a failing Source waits: its cadence, doubled at every failure, at most six hours, at least
 * what the site asked for, give or take a fifth so that many do not return at once.
 *
 * @param cadence - In minutes.
 * @param random - In [0, 1).
 * @returns whole milliseconds.
 */
export function backoff(failures: number, cadence: number, retryAfter: number, random: number): number {
  const doubled = cadence * MINUTE * 2 ** Math.min(failures - 1, 20);
  const jittered = Math.min(doubled, longestBackoff) * (0.8 + 0.4 * random);
  return Math.round(Math.max(jittered, Math.min(retryAfter, longestBackoff)));
}

/** However well a site says what is unchanged, its listing is asked for without validators this often. */
export const readInFullAfter = DAY;

/** A Source is in trouble, rather than unlucky, after this many failures over this long. */
export const trouble = { failures: 3, after: 30 * MINUTE } as const;

/**
 * Whether a Source has failed so long, for a reason that its whole site has, that one look at its listing is all
 * that is tried until the site can be read again.
 */
export function isOutOfReach({ failures, failureReason }: Standing): boolean {
  return failures >= trouble.failures && siteReasons.some((reason) => reason === failureReason);
}

interface Standing {
  failures: number;
  failureReason: FailureReason | null;
}

/** However long an answer says that it stays fresh, news is looked for this often. In minutes. */
const longestRest = 60;

/**
 * Minutes between polls where the answer says how long it stays fresh: what is known to be the same is not asked for,
 * within bounds.
 */
export function restedCadence(cadence: number, freshFor = 0): number {
  return Math.max(cadence, Math.min(freshFor / MINUTE, longestRest));
}

/** The pause between two polls of a Source that reads: its cadence, give or take a twentieth. */
export function pollPause(cadence: number, random: number): number {
  return Math.round(cadence * MINUTE * (0.95 + 0.1 * random));
}

/** Minutes between polls of a Source at an instant: fewer while its authority is known to speak. */
export function cadenceAt(
  { cadence, pressWindows = [], timeZone }: Pick<Source, 'cadence' | 'pressWindows' | 'timeZone'>,
  at: Instant,
): number {
  if (pressWindows.length === 0) return cadence;
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const time = now.toPlainTime().toString({ smallestUnit: 'minute' });
  const open = pressWindows.filter(
    ({ weekday, from, to }) => weekday === now.dayOfWeek && from <= time && time < to,
  );
  return Math.min(cadence, ...open.map((window) => window.cadence));
}

const lateAfter = 72 * HOUR;
const oldAfter = 30 * DAY;

/**
 * How late something was first seen. What was published while we were not reading is never late:
 * the delay was ours.
 *
 * @param previousReadAt - When its Source was last read before; null at the first read.
 */
export function latenessOf(
  published: Moment | null,
  timeZone: string,
  firstSeenAt: Instant,
  previousReadAt: Instant | null,
): Lateness {
  if (published === null) return 'fresh';

  const publishedBy = latestInstant(published, timeZone);
  if (previousReadAt === null || publishedBy > previousReadAt) return 'fresh';

  const delay = firstSeenAt - publishedBy;
  if (delay > oldAfter) return 'old';
  return delay > lateAfter ? 'late' : 'fresh';
}

/** A date alone counts to the end of its day in the Source's zone. */
export function latestInstant(moment: Moment, timeZone: string): Instant {
  if (moment.precision !== 'date') return moment.at;

  return Temporal.PlainDate.from(moment.on).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds - 1;
}

/** The calendar date of an instant in a zone. */
export function dayOf(at: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** When a clock of a zone next shows a time, "09:00", after an instant. */
export function nextClockTime(time: string, timeZone: string, after: Instant): Instant {
  const now = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timeZone);
  const today = now.withPlainTime(time);
  const next = today.epochMilliseconds > after ? today : today.add({ days: 1 });
  return next.epochMilliseconds;
}

/** A Source with its address as it is at an instant: some sites give every year a list of its own. */
export function sourceAt(source: Source, at: Instant): Source {
  if (!source.url.includes('{year}')) return source;
  return { ...source, url: source.url.replaceAll('{year}', dayOf(at, source.timeZone).slice(0, 4)) };
}
