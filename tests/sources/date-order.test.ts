import { describe, expect, it } from 'vitest';
import { dayInOrder } from '../../src/sources/date-order.ts';
import { inWords } from './fixtures.ts';

describe('a date in digits, in the order of its site', () => {
  it.each`
    text                        | order    | day
    ${'26/09/24'}               | ${'ymd'} | ${'2026-09-24'}
    ${'２６／０９／２４'}       | ${'ymd'} | ${'2026-09-24'}
    ${'24/09/2026'}             | ${'dmy'} | ${'2026-09-24'}
    ${'News item | 06-11-2026'} | ${'dmy'} | ${'2026-11-06'}
    ${'9.11.2026 18:20'}        | ${'dmy'} | ${'2026-11-09'}
    ${'11/06/2026'}             | ${'mdy'} | ${'2026-11-06'}
    ${'2026-11-06'}             | ${'ymd'} | ${'2026-11-06'}
    ${'31/02/2026'}             | ${'dmy'} | ${null}
    ${'13/13/2026'}             | ${'dmy'} | ${null}
    ${'2026-11-06'}             | ${'dmy'} | ${null}
    ${'1,234 / 5'}              | ${'dmy'} | ${null}
    ${''}                       | ${'ymd'} | ${null}
  `('"$text" ($order) is $day', ({ text, order, day }) => {
    expect(inWords(dayInOrder(text, order))).toBe(day);
  });
});
