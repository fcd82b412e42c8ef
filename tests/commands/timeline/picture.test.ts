import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { descriptionOf, notable, spanOf } from '../../../commands/timeline/picture.ts';
import { type Tier, tiers } from '../../../src/domain/facts.ts';
import type { StoryRow } from '../../../src/store/schema.ts';

it.each`
  until        | begins          | first           | last            | why
  ${'2031-03'} | ${'2020-01-01'} | ${'2029-04-01'} | ${'2031-03-31'} | ${'two years of an old archive'}
  ${'2031-03'} | ${'2030-01-17'} | ${'2030-01-01'} | ${'2031-03-31'} | ${'all of a younger one'}
  ${'2031-03'} | ${'2031-02-17'} | ${'2030-04-01'} | ${'2031-03-31'} | ${'a year of a new one'}
  ${'2032-02'} | ${'2032-02-29'} | ${'2031-03-01'} | ${'2032-02-29'} | ${'a leap year'}
  ${'2029-01'} | ${'2031-02-17'} | ${'2028-02-01'} | ${'2029-01-31'} | ${'a month before the archive'}
`('shows $first to $last: $why', ({ until, begins, first, last }) => {
  expect(spanOf(until, begins)).toEqual({ first, last });
});

/** What decides: the other columns of a row are not read. */
const story = (id: number, day: string, tier: Tier = 'measure'): StoryRow =>
  ({ id, tier, publishedOn: day }) as StoryRow;
const month = (...marked: StoryRow[]) => ({ marked });

describe('what is told of', () => {
  it.each([
    [
      'the newest of each month before the second of any',
      [
        month(...['02', '03', '04'].map((day, at) => story(at, `2031-01-${day}`))),
        month(story(10, '2031-02-01')),
        month(story(11, '2031-03-01'), story(12, '2031-03-02')),
        month(story(13, '2031-04-01')),
        month(story(14, '2031-05-01')),
      ],
      [2, 10, 11, 12, 13, 14],
    ],
    [
      'the newest six of many months',
      Array.from({ length: 8 }, (_, at) => month(story(at, `2031-0${at + 1}-01`))),
      [2, 3, 4, 5, 6, 7],
    ],
    [
      'a decision before a measure that came later',
      Array.from({ length: 6 }, (_, at) =>
        month(story(at, `2031-0${at + 1}-01`, 'decision'), story(at + 10, `2031-0${at + 1}-20`)),
      ),
      [0, 1, 2, 3, 4, 5],
    ],
    [
      'three of one month at most',
      [month(...Array.from({ length: 9 }, (_, at) => story(at, `2031-01-0${at + 1}`)))],
      [6, 7, 8],
    ],
    ['nothing where nothing is marked', [month(), month()], []],
  ])('is %s', (_, months, ids) => {
    expect(notable(months).map(({ story: { id } }) => id)).toEqual(ids);
  });
});

it('describes any two years within what Discord takes, the newest month first', () => {
  const counts = fc.record({ decision: fc.nat(999), measure: fc.nat(999), statement: fc.nat(999) });
  fc.assert(
    fc.property(
      fc.array(counts, { minLength: 12, maxLength: 24 }),
      fc.constantFrom('en' as const, 'zh' as const),
      (all, language) => {
        const months = all.map((each, at) => ({
          month: `20${30 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
          counts: each,
          marked: [],
        }));

        const told = descriptionOf(months, 'all goods', language);

        expect(told.length).toBeLessThanOrEqual(1024);
        const newest = months.at(-1);
        for (const tier of tiers) {
          const count = newest?.counts[tier] ?? 0;
          if (count > 0) expect(told).toContain(String(count));
        }
      },
    ),
    { numRuns: 50 },
  );
});
