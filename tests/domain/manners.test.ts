import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Digest, nextDigestAt, type QuietHours, quietUntil } from '../../src/domain/manners.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/moment.ts';

const quiet = (from: string, until: string): QuietHours => ({ from, until, exceptDecisions: false });

const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Shanghai',
  'Australia/Lord_Howe',
);
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const instants = fc.integer({ min: Date.parse('2031-01-01'), max: Date.parse('2033-01-01') });

describe('quiet hours', () => {
  it.each([
    ['22:00', '07:00', 'Europe/Berlin', '2031-01-10T21:30:00Z', '2031-01-11T06:00:00.000Z'],
    ['22:00', '07:00', 'Europe/Berlin', '2031-01-10T20:59:59Z', null],
    ['22:00', '07:00', 'Europe/Berlin', '2031-01-10T21:00:00Z', '2031-01-11T06:00:00.000Z'],
    ['22:00', '07:00', 'Europe/Berlin', '2031-01-11T05:59:59Z', '2031-01-11T06:00:00.000Z'],
    ['22:00', '07:00', 'Europe/Berlin', '2031-01-11T06:00:00Z', null],
    ['12:00', '13:30', 'Asia/Shanghai', '2031-01-11T04:00:00Z', '2031-01-11T05:30:00.000Z'],
    ['12:00', '13:30', 'Asia/Shanghai', '2031-01-11T05:30:00Z', null],
    ['00:00', '23:59', 'UTC', '2031-01-11T12:00:00Z', '2031-01-11T23:59:00.000Z'],
    ['12:00', '12:00', 'UTC', '2031-01-11T12:00:00Z', null],
    // The night in which the clocks go forward, from 02:00 to 03:00.
    ['22:00', '07:00', 'Europe/Berlin', '2031-03-29T21:30:00Z', '2031-03-30T05:00:00.000Z'],
    ['22:00', '02:30', 'Europe/Berlin', '2031-03-30T00:59:00Z', '2031-03-30T01:30:00.000Z'],
    // The night in which they go back, from 03:00 to 02:00.
    ['22:00', '07:00', 'Europe/Berlin', '2031-10-25T20:30:00Z', '2031-10-26T06:00:00.000Z'],
    ['22:00', '02:30', 'Europe/Berlin', '2031-10-26T00:29:00Z', '2031-10-26T00:30:00.000Z'],
    // 02:10 comes twice; the second time they are over.
    ['22:00', '02:30', 'Europe/Berlin', '2031-10-26T01:10:00Z', null],
  ])('from %s until %s in %s: at %s they last until %s', (from, until, zone, at, end) => {
    const until_ = quietUntil(quiet(from, until), zone, Date.parse(at));

    expect(until_ && new Date(until_).toISOString()).toBe(end);
  });

  it('end at the time they say, are over then, and have begun before, in every zone', () => {
    fc.assert(
      fc.property(time, time, zones, instants, (from, until, zone, at) => {
        const end = quietUntil(quiet(from, until), zone, at);
        fc.pre(end !== null);

        expect(end).toBeGreaterThan(at);
        expect(end - at).toBeLessThanOrEqual(DAY + HOUR);
        expect(quietUntil(quiet(from, until), zone, end)).toBeNull();
        expect(quietUntil(quiet(from, until), zone, end - 1)).toBe(end);
        const shown = Temporal.Instant.fromEpochMilliseconds(end).toZonedDateTimeISO(zone).toPlainTime();
        const wanted = Temporal.PlainTime.from(until);
        // Only where the clocks leave that time out is it another, by as much as they leave out.
        const off = Math.abs(shown.since(wanted).total('minutes'));
        expect([0, 30, 60]).toContain(off);
      }),
    );
  });

  it('begin and end once in a day, whatever the clocks do', () => {
    fc.assert(
      fc.property(time, time, zones, fc.integer({ min: 0, max: 364 }), (from, until, zone, day) => {
        fc.pre(from !== until);
        const start = Temporal.PlainDate.from('2031-01-01').add({ days: day }).toZonedDateTime(zone);
        const ends = new Set<number>();
        let turns = 0;
        let before: boolean | null = null;
        const last = start.add({ days: 1 }).epochMilliseconds;
        for (let at = start.epochMilliseconds; at < last; at += MINUTE) {
          const end = quietUntil(quiet(from, until), zone, at);
          if (end !== null) ends.add(end);
          if (before !== null && before !== (end !== null)) turns += 1;
          before = end !== null;
        }

        expect(ends.size).toBeLessThanOrEqual(2);
        expect(turns).toBeLessThanOrEqual(2);
      }),
      { numRuns: 25 },
    );
  });
});

describe('a digest', () => {
  const daily = (at: string): Digest => ({ every: 'day', at });
  const weekly = (on: 1 | 7, at: string): Digest => ({ every: 'week', on, at });

  it.each([
    [daily('08:00'), 'Europe/Berlin', '2031-01-10T06:59:59Z', '2031-01-10T07:00:00.000Z'],
    [daily('08:00'), 'Europe/Berlin', '2031-01-10T07:00:00Z', '2031-01-11T07:00:00.000Z'],
    [daily('00:00'), 'Asia/Shanghai', '2031-01-10T15:59:00Z', '2031-01-10T16:00:00.000Z'],
    // 10 January 2031 is a Friday.
    [weekly(1, '08:00'), 'Europe/Berlin', '2031-01-10T07:00:00Z', '2031-01-13T07:00:00.000Z'],
    [weekly(1, '08:00'), 'Europe/Berlin', '2031-01-13T07:00:00Z', '2031-01-20T07:00:00.000Z'],
    [weekly(7, '23:30'), 'America/New_York', '2031-01-13T04:29:00Z', '2031-01-13T04:30:00.000Z'],
    // The clocks go forward, and back.
    [daily('08:00'), 'Europe/Berlin', '2031-03-29T07:00:00Z', '2031-03-30T06:00:00.000Z'],
    [daily('02:30'), 'Europe/Berlin', '2031-03-29T01:30:00Z', '2031-03-30T01:30:00.000Z'],
    [daily('08:00'), 'Europe/Berlin', '2031-10-25T06:00:00Z', '2031-10-26T07:00:00.000Z'],
    [daily('02:30'), 'Europe/Berlin', '2031-10-25T00:30:00Z', '2031-10-26T00:30:00.000Z'],
    [daily('02:30'), 'Europe/Berlin', '2031-10-26T00:30:00Z', '2031-10-27T01:30:00.000Z'],
  ])('%j in %s comes after %s at %s', (digest, zone, after, at) => {
    expect(new Date(nextDigestAt(digest, zone, Date.parse(after))).toISOString()).toBe(at);
  });

  it('comes once on every day, or week, in every zone', () => {
    fc.assert(
      fc.property(time, zones, instants, fc.boolean(), (at, zone, start, byWeek) => {
        const digest: Digest = byWeek ? { every: 'week', on: 3, at } : { every: 'day', at };
        const dayOf = (instant: number) =>
          Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
        let last = nextDigestAt(digest, zone, start);
        expect(last).toBeGreaterThan(start);
        for (let turn = 0; turn < 30; turn++) {
          const next = nextDigestAt(digest, zone, last);
          const days = dayOf(last).toPlainDate().until(dayOf(next).toPlainDate()).days;
          expect(days).toBe(byWeek ? 7 : 1);
          last = next;
        }
      }),
      { numRuns: 60 },
    );
  });
});
