import { describe, expect, it } from 'vitest';
import {
  completeDigest,
  completeSpan,
  digestText,
  parseClock,
  parseDigest,
  parseSpan,
  quietText,
  writtenDigest,
} from '../../../commands/shared/manners.ts';
import type { Digest } from '../../../src/domain/manners.ts';
import { weekdays } from '../../../src/domain/manners.ts';

it.each([
  ['8', '08:00'],
  ['8:30', '08:30'],
  [' 08:30 ', '08:30'],
  ['8：30', '08:30'],
  ['8点30', '08:30'],
  ['8 am', '08:00'],
  ['12 am', '00:00'],
  ['12:15 PM', '12:15'],
  ['11pm', '23:00'],
  ['0:00', '00:00'],
  ['24:00', null],
  ['8:60', null],
  ['13 pm', null],
  ['0 am', null],
  ['8:3', null],
  ['noon', null],
  ['', null],
])('reads the time "%s" as %s', (written, time) => {
  expect(parseClock(written)).toBe(time);
});

it.each<[string, Digest | null]>([
  ['daily 08:30', { every: 'day', at: '08:30' }],
  ['Every day at 8:30', { every: 'day', at: '08:30' }],
  ['每天8:30', { every: 'day', at: '08:30' }],
  ['每日 18点', { every: 'day', at: '18:00' }],
  ['weekly Mon 08:30', { every: 'week', on: 1, at: '08:30' }],
  ['weekly on Thursday at 4 pm', { every: 'week', on: 4, at: '16:00' }],
  ['every Sunday 9:00', { every: 'week', on: 7, at: '09:00' }],
  ['fri 16:00', { every: 'week', on: 5, at: '16:00' }],
  ['每周一8:30', { every: 'week', on: 1, at: '08:30' }],
  ['每星期天 9:00', { every: 'week', on: 7, at: '09:00' }],
  ['週日 9:00', { every: 'week', on: 7, at: '09:00' }],
  ['daily', null],
  ['weekly 08:30', null],
  ['weekly Mon', null],
  ['monthly 08:30', null],
  ['8:30', null],
])('reads the digest "%s"', (written, digest) => {
  expect(parseDigest(written)).toEqual(digest);
});

it.each(weekdays)('reads what it writes itself of day %i', (on) => {
  const digest = { every: 'week', on, at: '07:05' } as const;

  expect(parseDigest(writtenDigest(digest))).toEqual(digest);
});

it.each([
  ['22:00-07:00', { from: '22:00', until: '07:00' }],
  ['22–7', { from: '22:00', until: '07:00' }],
  ['10 pm to 7 am', { from: '22:00', until: '07:00' }],
  ['22:00至7:00', { from: '22:00', until: '07:00' }],
  ['8:00 - 8:00', null],
  ['22:00', null],
  ['22:00-', null],
  ['1-2-3', null],
  ['night', null],
])('reads the quiet hours "%s"', (written, span) => {
  expect(parseSpan(written)).toEqual(span);
});

it('says digests and quiet hours in both languages', () => {
  const weekly = { every: 'week', on: 1, at: '08:30' } as const;
  const quiet = { from: '22:00', until: '07:00', exceptDecisions: true };

  expect(digestText(weekly, 'en')).toBe('weekly, Mon at 08:30');
  expect(digestText(weekly, 'zh')).toBe('每周一08:30');
  expect(digestText({ every: 'day', at: '08:30' }, 'zh')).toBe('每日08:30');
  expect(quietText(quiet, 'en')).toBe('22:00–07:00, decisions come all the same');
  expect(quietText({ ...quiet, exceptDecisions: false }, 'zh')).toBe('22:00–07:00');
});

describe('while a time is being typed', () => {
  it.each([
    ['', ['daily 08:30', 'daily 12:00', 'daily 18:00', 'weekly Mon 08:30', 'weekly Fri 16:00', 'none']],
    ['week', ['weekly Mon 08:30', 'weekly Fri 16:00']],
    ['no', ['none']],
    ['每周三9:00', ['weekly Wed 09:00', 'none']],
    ['daily 7', ['daily 07:00', 'none']],
  ])('offers digests for "%s"', (typed, values) => {
    expect(completeDigest(typed, 'UTC', 'en').map(({ value }) => value)).toEqual(values);
  });

  it('offers every day and week at a time that stands alone, by the clocks of the server', () => {
    const choices = completeDigest('9:15', 'Asia/Shanghai', 'zh');

    expect(choices).toHaveLength(9);
    expect(choices[1]).toEqual({ name: '每周一09:15 (Asia/Shanghai)', value: 'weekly Mon 09:15' });
  });

  it.each([
    ['', ['22:00-07:00', '23:00-06:00', '20:00-08:00', '18:00-09:00', 'none']],
    ['23', ['23:00-06:00']],
    ['21 - 6:30', ['21:00-06:30', 'none']],
  ])('offers quiet hours for "%s"', (typed, values) => {
    expect(completeSpan(typed, 'UTC', 'en').map(({ value }) => value)).toEqual(values);
  });
});
