import { expect, it } from 'vitest';
import { freshFor } from '../../src/fetch/freshness.ts';

const now = Date.UTC(2031, 4, 6, 8);

it.each`
  says                                      | headers                                                                                | ms
  ${'nothing'}                              | ${{}}                                                                                  | ${undefined}
  ${'nothing that counts'}                  | ${{ cacheControl: 'public, s-maxage=600, must-revalidate' }}                           | ${undefined}
  ${'a time'}                               | ${{ cacheControl: 'public, max-age=300' }}                                             | ${300_000}
  ${'a time, in other letters'}             | ${{ cacheControl: 'Max-Age = "300"' }}                                                 | ${300_000}
  ${'a time, part of which has gone by'}    | ${{ cacheControl: 'max-age=300', age: '120' }}                                         | ${180_000}
  ${'a time that has gone by'}              | ${{ cacheControl: 'max-age=300', age: '400' }}                                         | ${0}
  ${'a time, and not to be kept'}           | ${{ cacheControl: 'max-age=300, no-store' }}                                           | ${0}
  ${'not to be used without asking'}        | ${{ cacheControl: 'no-cache' }}                                                        | ${0}
  ${'an instant'}                           | ${{ expires: 'Tue, 06 May 2031 08:10:00 GMT' }}                                        | ${600_000}
  ${'an instant, by a clock that is wrong'} | ${{ expires: 'Tue, 06 May 2031 05:10:00 GMT', date: 'Tue, 06 May 2031 05:00:00 GMT' }} | ${600_000}
  ${'an instant that has gone by'}          | ${{ expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }}                                        | ${0}
  ${'an instant that is none'}              | ${{ expires: '0' }}                                                                    | ${0}
  ${'a negative number'}                    | ${{ expires: '-1' }}                                                                   | ${0}
  ${'both, of which the time counts'}       | ${{ cacheControl: 'max-age=60', expires: 'Tue, 06 May 2031 09:00:00 GMT' }}            | ${60_000}
`('an answer that says $says holds for $ms ms', ({ headers, ms }) => {
  expect(freshFor(headers, now)).toBe(ms);
});
