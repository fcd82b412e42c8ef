import { describe, expect, it } from 'vitest';
import { listedDate } from '../../src/sources/list-date.ts';
import { inWords } from './fixtures.ts';

describe('a date in digits, in the order of its site', () => {
  it.each`
    text                        | order    | day
    ${'26/09/24'}               | ${'ymd'} | ${'2026-09-24'}
    ${'２６／０９／２４'}       | ${'ymd'} | ${'2026-09-24'}
    ${'24/09/2026'}             | ${'dmy'} | ${'2026-09-24'}
    ${'News item | 06-11-2026'} | ${'dmy'} | ${'2026-11-06'}
    ${'9.11.2026 18:20'}        | ${'dmy'} | ${'2026-11-09T18:20Z'}
    ${'11/06/2026'}             | ${'mdy'} | ${'2026-11-06'}
    ${'2026-11-06'}             | ${'ymd'} | ${'2026-11-06'}
    ${'31/02/2026'}             | ${'dmy'} | ${null}
    ${'13/13/2026'}             | ${'dmy'} | ${null}
    ${'1,234 / 5'}              | ${'dmy'} | ${null}
    ${''}                       | ${'ymd'} | ${null}
  `('"$text" ($order) is $day', ({ text, order, day }) => {
    const row = { timeZone: 'UTC', order, heading: '', url: 'https://ministry.example/n/1', now: undefined };
    expect(inWords(listedDate(text, row))).toBe(day);
  });
});
