import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type History, type Note, notesOf, rhythmOf, usualRows } from '../../src/domain/health.ts';
import { DAY, HOUR } from '../../src/domain/moment.ts';

const now = Date.parse('2031-03-13T08:00:00Z');

/** Posts every so many days, the last one so many days ago. */
const every = (days: number, lastAgo: number, posts = 12) =>
  Array.from({ length: posts }, (_, index) => now - (lastAgo + index * days) * DAY);

const fine: History = {
  baselineAt: now - 400 * DAY,
  rows: 15,
  usualRows: 15,
  movedTo: null,
  gapFrom: null,
  gapUntil: null,
  failures: 0,
  failingSince: null,
  failureReason: null,
  postedAt: every(3.5, 1),
};

describe('the rhythm of posts', () => {
  it('is by the days on which anything was posted, in whatever order', () => {
    const posts = every(3.5, 2).flatMap((at) => [at, at + HOUR / 60]);
    expect(rhythmOf(posts.toReversed())).toMatchObject({
      perWeek: expect.closeTo(2, 0),
      longestPause: 4 * DAY,
    });
  });

  it('is unknown where posts appeared on fewer than six days', () => {
    expect(rhythmOf(every(1, 0, 5))).toBeNull();
    expect(rhythmOf(Array.from({ length: 40 }, () => now))).toBeNull();
    expect(rhythmOf(every(1, 0, 6))).not.toBeNull();
  });

  it('is that of about a year: notices of long ago are no pause', () => {
    const longAgo = every(200, 500, 8);
    expect(rhythmOf([...every(3.5, 2), ...longAgo])).toEqual(rhythmOf(every(3.5, 2)));
  });

  it('never has a pause shorter than the usual one as its longest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: now }), { maxLength: 60 }), (posts) => {
        const rhythm = rhythmOf(posts);
        if (rhythm) expect(rhythm.longestPause).toBeGreaterThanOrEqual(rhythm.usualPause - 1);
      }),
    );
  });
});

const notes: [what: string, history: Partial<History>, expected: Note['kind'][]][] = [
  ['nothing while all is as usual', {}, []],
  ['nothing of a source that never posted enough to know its rhythm', { postedAt: every(1, 90, 3) }, []],
  ['nothing of a pause of four usual ones', { postedAt: every(3.5, 13) }, []],
  ['of more that it is silent', { postedAt: every(3.5, 19) }, ['stale']],
  ['nothing of a week without posts that come daily', { postedAt: every(1, 6.5) }, []],
  ['of more than a week that it is silent', { postedAt: every(1, 8) }, ['stale']],
  [
    'nothing of a pause that there has been before',
    { postedAt: [...every(1, 20, 8), ...every(1, 60, 8)] },
    [],
  ],
  [
    'nothing of silence while it cannot be read',
    { postedAt: every(1, 30), failures: 5, failureReason: 'tls' },
    [],
  ],
  ['of half a year of silence that it may have been given up', { postedAt: every(3.5, 181) }, ['retired']],
  [
    'of an address that is gone for a week that it may have been given up',
    { failures: 9, failingSince: now - 7 * DAY, failureReason: 'not-found' },
    ['retired'],
  ],
  [
    'nothing more of an address that is gone for less',
    { failures: 9, failingSince: now - 6 * DAY, failureReason: 'not-found' },
    [],
  ],
  ['of two months of an empty list', { rows: 0, usualRows: 0, postedAt: every(9, 61, 3) }, ['retired']],
  ['nothing of an empty list before', { rows: 0, usualRows: 0, postedAt: every(9, 59, 3) }, []],
  ['of fewer rows than half', { rows: 3 }, ['fewer-rows']],
  ['nothing of half of them', { rows: 8 }, []],
  ['nothing of few rows where few are usual', { rows: 1, usualRows: 5 }, []],
  ['of a move', { movedTo: 'https://new.example/' }, ['moved']],
  ['of a gap', { gapFrom: now - 2 * DAY, gapUntil: now - DAY }, ['gap']],
  ['of a gap not for ever', { gapFrom: now - 20 * DAY, gapUntil: now - 15 * DAY }, []],
];

it.each(notes)('says %s', (_, changes, expected) => {
  expect(notesOf({ ...fine, ...changes }, now).map(({ kind }) => kind)).toEqual(expected);
});

it('what is usual follows what lasts, slowly', () => {
  let usual = usualRows(null, 15);
  expect(usual).toBe(15);
  usual = usualRows(usual, 3);
  expect(usual).toBeGreaterThan(14);
  for (let reading = 0; reading < 40; reading++) usual = usualRows(usual, 3);
  expect(Math.round(usual)).toBeLessThan(5);
});
