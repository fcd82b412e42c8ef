import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, type Moment } from '../../src/domain/moment.ts';
import {
  backoff,
  cadenceAt,
  dayOf,
  isOutOfReach,
  latenessOf,
  latestInstant,
  longestBackoff,
  nextArticleRetryAt,
  nextClockTime,
  nextRereadAt,
  pollPause,
  rereadAfter,
  restedCadence,
} from '../../src/domain/schedule.ts';

const beijing = 'Asia/Shanghai';
const on = (day: string): Moment => ({ precision: 'date', on: day, at: null });
const at = (time: string): Moment => ({ precision: 'minute', on: time.slice(0, 10), at: Date.parse(time) });
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the reread clock', () => {
  const seenAt = Date.parse('2031-03-13T08:00:00Z');

  it.each([
    ['at first', 0, 15 * MINUTE],
    ['just before a step', 15 * MINUTE - 1, 15 * MINUTE],
    ['at a step', 15 * MINUTE, HOUR],
    ['after an hour', HOUR, 6 * HOUR],
    ['after six hours', 6 * HOUR, DAY],
    ['after a day', DAY, 3 * DAY],
    ['after three days', 3 * DAY, 7 * DAY],
    ['after a week', 7 * DAY, 30 * DAY],
  ])('%s waits for the next step', (_, passed, step) => {
    expect(nextRereadAt(seenAt, seenAt + passed)).toBe(seenAt + step);
  });

  it('does not make up for steps that an outage has skipped', () => {
    expect(nextRereadAt(seenAt, seenAt + 2 * DAY)).toBe(seenAt + 3 * DAY);
  });

  it.each([30 * DAY, 400 * DAY])('has run out after %i ms', (passed) => {
    expect(nextRereadAt(seenAt, seenAt + passed)).toBeNull();
  });

  it('ends, however often an Item is read, and reads at every step', () => {
    const steps: number[] = [];
    for (let next = nextRereadAt(seenAt, seenAt); next !== null; next = nextRereadAt(seenAt, next)) {
      steps.push(next - seenAt);
    }
    expect(steps).toEqual(rereadAfter);
  });
});

describe('an article that cannot be read', () => {
  it.each([
    [1, MINUTE],
    [2, MINUTE],
    [3, 2 * MINUTE],
    [4, 5 * MINUTE],
    [5, 10 * MINUTE],
    [6, 30 * MINUTE],
    [7, HOUR],
    [8, 6 * HOUR],
    [127, 6 * HOUR],
  ])('is tried again after %i failures in %i ms', (failures, delay) => {
    expect(nextArticleRetryAt(failures, 1_000)).toBe(1_000 + delay);
  });

  it('is given up after a month of failures', () => {
    expect(nextArticleRetryAt(128, 1_000)).toBeNull();
  });
});

describe('a Source that fails', () => {
  it.each([
    ['waits its cadence at the first failure', 1, 5, 0, 5 * MINUTE],
    ['waits twice as long at the second', 2, 5, 0, 10 * MINUTE],
    ['and four times at the third', 3, 5, 0, 20 * MINUTE],
    ['waits six hours at most', 12, 5, 0, 6 * HOUR],
    ['is never given up', 10_000, 5, 0, 6 * HOUR],
    ['waits as long as the site asks', 1, 5, 2 * HOUR, 2 * HOUR],
    ['but no longer than six hours', 1, 5, 3 * DAY, 6 * HOUR],
    ['and not shorter than it would have', 3, 5, MINUTE, 20 * MINUTE],
  ])('%s', (_, failures, cadence, retryAfter, expected) => {
    expect(backoff(failures, cadence, retryAfter, 0.5)).toBe(expected);
  });

  it('waits whole milliseconds, within a fifth of six hours, and as long as it was asked to', () => {
    const failures = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 1_000_000 }));
    const cadence = fc.double({ min: 1, max: 1440, noNaN: true });
    const retryAfter = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 10 * DAY, noNaN: true }));

    fc.assert(
      fc.property(failures, cadence, retryAfter, random, (failures, cadence, retryAfter, random) => {
        const wait = backoff(failures, cadence, retryAfter, random);

        expect(Number.isSafeInteger(wait)).toBe(true);
        expect(wait).toBeLessThanOrEqual(1.2 * longestBackoff);
        expect(wait).toBeGreaterThanOrEqual(Math.floor(0.8 * Math.min(cadence * MINUTE, longestBackoff)));
        expect(wait).toBeGreaterThanOrEqual(Math.floor(Math.min(retryAfter, longestBackoff)));
      }),
    );
  });

  it('comes back at a time of its own', () => {
    const waits = [0, 0.25, 0.5, 0.75].map((random) => backoff(1, 10, 0, random));
    expect(waits).toEqual([8 * MINUTE, 9 * MINUTE, 10 * MINUTE, 11 * MINUTE]);
  });
});

it('the pause between polls is the cadence, give or take a twentieth, in whole milliseconds', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1440, noNaN: true }), random, (cadence, random) => {
      const ratio = pollPause(cadence, random) / (cadence * MINUTE);

      expect(Number.isSafeInteger(pollPause(cadence, random))).toBe(true);
      expect(ratio).toBeGreaterThan(0.9499);
      expect(ratio).toBeLessThan(1.0501);
    }),
  );
});

it.each([
  [15, undefined, 15],
  [15, 0, 15],
  [15, 10 * MINUTE, 15],
  [15, 40 * MINUTE, 40],
  [15, 30 * DAY, 60],
  [120, 30 * DAY, 120],
])('a cadence of %d min and an answer fresh for %s ms make %d min', (cadence, freshFor, minutes) => {
  expect(restedCadence(cadence, freshFor)).toBe(minutes);
});

it.each([
  [3, 'challenge', true],
  [9, 'tls', true],
  [2, 'tls', false],
  [9, 'empty', false],
  [9, 'not-found', false],
  [0, null, false],
] as const)(
  'after %d failures, the last "%s", a site is out of reach: %s',
  (failures, failureReason, expected) => {
    expect(isOutOfReach({ failures, failureReason })).toBe(expected);
  },
);

describe('lateness', () => {
  /** Noon in Beijing, a day that began at 16:00 UTC. */
  const seenAt = Date.parse('2031-03-13T12:00:00+08:00');
  const justBefore = seenAt - 5 * MINUTE;

  it.each([
    ['fresh where no date is known', null, 'fresh'],
    ['fresh within the hour', at('2031-03-13T11:30:00+08:00'), 'fresh'],
    ['fresh after exactly 72 hours', at('2031-03-10T12:00:00+08:00'), 'fresh'],
    ['late a minute after that', at('2031-03-10T11:59:00+08:00'), 'late'],
    ['late after exactly 30 days', at('2031-02-11T12:00:00+08:00'), 'late'],
    ['old a minute after that', at('2031-02-11T11:59:00+08:00'), 'old'],
    ['fresh where dated in the future', at('2031-04-01T09:00:00+08:00'), 'fresh'],
    ['fresh on the day, of which nothing but the date is known', on('2031-03-13'), 'fresh'],
    ['fresh less than 72 hours after the end of its day', on('2031-03-10'), 'fresh'],
    ['late more than 72 hours after the end of its day', on('2031-03-09'), 'late'],
    ['late within 30 days of the end of its day', on('2031-02-11'), 'late'],
    ['old after them', on('2031-02-10'), 'old'],
  ] as const)('is %s', (_, published, lateness) => {
    expect(latenessOf(published, beijing, seenAt, justBefore)).toBe(lateness);
  });

  it('counts a day to its end in the zone of the Source', () => {
    const midnight = Date.parse('2031-03-13T00:00:00+08:00');
    const published = on('2031-03-09');
    const lastInstant = midnight - 1;

    expect(latenessOf(published, beijing, lastInstant, lastInstant - MINUTE)).toBe('fresh');
    expect(latenessOf(published, beijing, midnight, midnight - MINUTE)).toBe('late');
    expect(latenessOf(published, 'America/New_York', midnight + HOUR, midnight)).toBe('fresh');
    expect(latenessOf(published, 'Pacific/Kiritimati', midnight - 5 * HOUR, midnight - 6 * HOUR)).toBe(
      'late',
    );
  });

  it.each([
    ['at the first read', null],
    ['when nothing was read since before it was published', Date.parse('2031-01-01T00:00:00Z')],
  ])('is ours, not the ministry’s, %s', (_, previousReadAt) => {
    expect(latenessOf(at('2031-01-02T09:00:00+08:00'), beijing, seenAt, previousReadAt)).toBe('fresh');
  });

  it('is the ministry’s when a read after the date did not find it', () => {
    const published = at('2031-03-01T09:00:00+08:00');

    expect(latenessOf(published, beijing, seenAt, Date.parse('2031-03-01T09:00:00+08:00'))).toBe('late');
    expect(latenessOf(published, beijing, seenAt, Date.parse('2031-03-01T08:59:00+08:00'))).toBe('fresh');
  });

  it('of a date is ours when the last read was on that day: it may have come in the evening', () => {
    const [thatDay, dayAfter] = [
      Date.parse('2031-03-01T20:00:00+08:00'),
      Date.parse('2031-03-02T00:00:00+08:00'),
    ];

    expect(latenessOf(on('2031-03-01'), beijing, seenAt, thatDay)).toBe('fresh');
    expect(latenessOf(on('2031-03-01'), beijing, seenAt, dayAfter)).toBe('late');
  });
});

describe('the calendar of a zone', () => {
  it.each([
    ['2031-03-12T15:59:59.999Z', 'Asia/Shanghai', '2031-03-12'],
    ['2031-03-12T16:00:00Z', 'Asia/Shanghai', '2031-03-13'],
    // Summer time in London begins on 30 March 2031 and ends on 26 October.
    ['2031-03-29T23:30:00Z', 'Europe/London', '2031-03-29'],
    ['2031-03-30T23:30:00Z', 'Europe/London', '2031-03-31'],
    ['2031-10-25T23:30:00Z', 'Europe/London', '2031-10-26'],
    ['2031-10-26T23:30:00Z', 'Europe/London', '2031-10-26'],
    ['2031-01-01T04:59:00Z', 'America/New_York', '2030-12-31'],
    ['2031-12-31T10:00:00Z', 'Pacific/Kiritimati', '2032-01-01'],
  ])('has at %s in %s the date %s', (instant, zone, day) => {
    expect(dayOf(Date.parse(instant), zone)).toBe(day);
  });

  it.each([
    ['2031-03-13', 'Asia/Shanghai', '2031-03-13T15:59:59.999Z'],
    ['2031-03-29', 'Europe/London', '2031-03-29T23:59:59.999Z'],
    ['2031-03-30', 'Europe/London', '2031-03-30T22:59:59.999Z'],
    ['2031-10-25', 'Europe/London', '2031-10-25T22:59:59.999Z'],
    ['2031-10-26', 'Europe/London', '2031-10-26T23:59:59.999Z'],
    ['2032-02-29', 'America/New_York', '2032-03-01T04:59:59.999Z'],
  ])('ends %s in %s at %s', (day, zone, instant) => {
    expect(new Date(latestInstant(on(day), zone)).toISOString()).toBe(instant);
    expect(dayOf(latestInstant(on(day), zone), zone)).toBe(day);
    expect(dayOf(latestInstant(on(day), zone) + 1, zone)).not.toBe(day);
  });

  it('leaves an instant as it is', () => {
    expect(latestInstant(at('2031-03-13T09:30:00+08:00'), 'Europe/London')).toBe(
      Date.parse('2031-03-13T01:30:00Z'),
    );
  });
});

describe('a Source whose authority speaks at known times', () => {
  const pressWindows = [
    { weekday: 4, from: '15:00', to: '18:00', cadence: 2 },
    { weekday: 4, from: '17:00', to: '19:30', cadence: 4 },
  ];
  const source = { cadence: 10, timeZone: 'Asia/Shanghai', pressWindows };

  it.each([
    ['before it', '2026-11-19T14:59:59+08:00', 10],
    ['from its first second', '2026-11-19T15:00:00+08:00', 2],
    ['where two windows overlap, as often as either asks', '2026-11-19T17:30:00+08:00', 2],
    ['in the second alone', '2026-11-19T18:00:00+08:00', 4],
    ['until its last second', '2026-11-19T19:29:59+08:00', 4],
    ['after it', '2026-11-19T19:30:00+08:00', 10],
    ['at that hour of another day', '2026-11-20T15:00:00+08:00', 10],
    ['at that hour elsewhere', '2026-11-19T15:00:00Z', 10],
    ['on its Thursday, though it is Wednesday in Washington', '2026-11-18T23:00:00-08:00', 2],
  ])('is asked %s', (_, at, cadence) => {
    expect(cadenceAt(source, Date.parse(at))).toBe(cadence);
  });

  it('is never asked less often in a window, and has no windows unless it says so', () => {
    const slow = [{ weekday: 4, from: '15:00', to: '18:00', cadence: 30 }];
    const at = Date.parse('2026-11-19T16:00:00+08:00');

    expect(cadenceAt({ ...source, pressWindows: slow }, at)).toBe(10);
    expect(cadenceAt({ cadence: 15, timeZone: 'Asia/Shanghai' }, at)).toBe(15);
  });

  it('follows the clocks of its zone when they change', () => {
    const london = { ...source, timeZone: 'Europe/London' };

    expect(cadenceAt(london, Date.parse('2026-10-22T14:00:00Z'))).toBe(2);
    expect(cadenceAt(london, Date.parse('2026-10-29T14:00:00Z'))).toBe(10);
    expect(cadenceAt(london, Date.parse('2026-10-29T15:00:00Z'))).toBe(2);
  });
});

it.each([
  ['is to come today', '09:00', 'Asia/Shanghai', '2031-03-13T00:30:00Z', '2031-03-13T01:00:00.000Z'],
  [
    'is now, so that it comes again tomorrow',
    '09:00',
    'Asia/Shanghai',
    '2031-03-13T01:00:00Z',
    '2031-03-14T01:00:00.000Z',
  ],
  ['is over for today', '09:00', 'Asia/Shanghai', '2031-03-13T08:00:00Z', '2031-03-14T01:00:00.000Z'],
  [
    'comes before the clocks go forward',
    '09:00',
    'Europe/Berlin',
    '2031-03-29T09:00:00Z',
    '2031-03-30T07:00:00.000Z',
  ],
  [
    'is skipped as the clocks go forward',
    '02:30',
    'Europe/Berlin',
    '2031-03-29T09:00:00Z',
    '2031-03-30T01:30:00.000Z',
  ],
])('a time of the day that %s', (_, time, zone, after, next) => {
  expect(new Date(nextClockTime(time, zone, Date.parse(after))).toISOString()).toBe(next);
});
