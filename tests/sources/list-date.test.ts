import { describe, expect, it } from 'vitest';
import { dateShare, dayInUrl, isCalendarHeading, listedDate } from '../../src/sources/list-date.ts';
import { inWords } from './fixtures.ts';

const now = Date.UTC(2026, 10, 23, 14);
const url = 'https://ministry.example/notices/1.html';
const context = { timeZone: 'Asia/Shanghai', order: 'ymd', heading: '', url, now } as const;

it.each(['20.11.', '20.11', '20/11'])('"%s" is day and month where the day comes first', (words) => {
  expect(inWords(listedDate(words, { ...context, order: 'dmy' }))).toBe('2026-11-20');
});

it.each(['3.5', '10:30', '12 %', '1.2 MB'])('"%s" is no date', (words) => {
  expect(dateShare(words, 'dmy')).toBe(0);
});

describe('the date of a row', () => {
  it.each`
    words                              | order    | date
    ${'[2026-11-20]'}                  | ${'ymd'} | ${'2026-11-20'}
    ${'2026/11/20 10:30'}              | ${'ymd'} | ${'2026-11-20T02:30Z'}
    ${'20 2026-11'}                    | ${'ymd'} | ${'2026-11-20'}
    ${'2026.11 20'}                    | ${'ymd'} | ${'2026-11-20'}
    ${'2026 11-20'}                    | ${'ymd'} | ${'2026-11-20'}
    ${'20/11/2026'}                    | ${'dmy'} | ${'2026-11-20'}
    ${'05/11/2026'}                    | ${'dmy'} | ${'2026-11-05'}
    ${'05/11/2026'}                    | ${'mdy'} | ${'2026-05-11'}
    ${'11/20/2026'}                    | ${'dmy'} | ${'2026-11-20'}
    ${'26/11/20'}                      | ${'ymd'} | ${'2026-11-20'}
    ${'20.11.26'}                      | ${'dmy'} | ${'2026-11-20'}
    ${'20. 11. 2026'}                  | ${'dmy'} | ${'2026-11-20'}
    ${'2026. 11. 20.'}                 | ${'ymd'} | ${'2026-11-20'}
    ${'20. November 2026'}             | ${'dmy'} | ${'2026-11-20'}
    ${'Publié le 1er décembre 2025'}   | ${'dmy'} | ${'2025-12-01'}
    ${'20 de noviembre de 2026'}       | ${'dmy'} | ${'2026-11-20'}
    ${'20 listopada 2026'}             | ${'dmy'} | ${'2026-11-20'}
    ${'20 ноября 2026'}                | ${'dmy'} | ${'2026-11-20'}
    ${'2026. november 20.'}            | ${'ymd'} | ${'2026-11-20'}
    ${'20 Nopember 2026'}              | ${'dmy'} | ${'2026-11-20'}
    ${'20 Ogos 2026'}                  | ${'dmy'} | ${'2026-08-20'}
    ${'Ngày 20 tháng 11 năm 2026'}     | ${'dmy'} | ${'2026-11-20'}
    ${'令和8年11月20日'}               | ${'ymd'} | ${'2026-11-20'}
    ${'115-11-20'}                     | ${'ymd'} | ${'2026-11-20'}
    ${'20/11/2569'}                    | ${'dmy'} | ${'2026-11-20'}
    ${'20 พ.ย. 2569'}                  | ${'dmy'} | ${'2026-11-20'}
    ${'20 กุมภาพันธ์ 2569'}               | ${'dmy'} | ${'2026-02-20'}
    ${'11/9/26'}                       | ${'mdy'} | ${'2026-11-09'}
    ${'9/11/26'}                       | ${'dmy'} | ${'2026-11-09'}
    ${'Version 1.2.34'}                | ${'dmy'} | ${null}
    ${'Nov. 20, 2026'}                 | ${'mdy'} | ${'2026-11-20'}
    ${'Notice 26/2026-27, 20.11.2026'} | ${'dmy'} | ${'2026-11-20'}
    ${'31/02/2026'}                    | ${'dmy'} | ${null}
    ${'Licences for 12 users'}         | ${'dmy'} | ${null}
    ${'3 days ago'}                    | ${'dmy'} | ${null}
  `('"$words" ($order) is $date', ({ words, order, date }) => {
    expect(inWords(listedDate(words, { ...context, order }))).toBe(date);
  });

  it.each`
    words         | heading               | address                                 | date
    ${'11-20'}    | ${''}                 | ${url}                                  | ${'2026-11-20'}
    ${'12-30'}    | ${''}                 | ${url}                                  | ${'2025-12-30'}
    ${'11-24'}    | ${''}                 | ${url}                                  | ${'2026-11-24'}
    ${'11月20日'} | ${''}                 | ${url}                                  | ${'2026-11-20'}
    ${'20 Nov'}   | ${'2024'}             | ${url}                                  | ${'2024-11-20'}
    ${'20'}       | ${'November 2024'}    | ${url}                                  | ${'2024-11-20'}
    ${'20日'}     | ${'2024年11月'}       | ${url}                                  | ${'2024-11-20'}
    ${'11-20'}    | ${''}                 | ${'https://m.example/2023/n1.html'}     | ${'2023-11-20'}
    ${'11-20'}    | ${''}                 | ${'https://m.example/202511/n1.html'}   | ${'2025-11-20'}
    ${''}         | ${'20 November 2024'} | ${url}                                  | ${'2024-11-20'}
    ${''}         | ${''}                 | ${'https://m.example/2024-11/20/c.htm'} | ${'2024-11-20'}
    ${'20'}       | ${''}                 | ${url}                                  | ${null}
  `('"$words" under "$heading" at $address is $date', ({ words, heading, address, date }) => {
    expect(inWords(listedDate(words, { ...context, heading, url: address }))).toBe(date);
  });

  it('without a year is not read where nobody says when it was read', () => {
    expect(listedDate('11-20', { ...context, now: undefined })).toBeNull();
  });
});

it.each`
  words                   | share
  ${'20 November 2026'}   | ${3}
  ${'11-20'}              | ${2}
  ${'20'}                 | ${1}
  ${'Notice on 45 goods'} | ${0}
`('"$words" is $share of a date', ({ words, share }) => {
  expect(dateShare(words, 'dmy')).toBe(share);
});

it.each`
  path                            | day
  ${'/202611/t20261120_1.htm'}    | ${'2026-11-20'}
  ${'/art/2026/11/20/art_1.html'} | ${'2026-11-20'}
  ${'/2026-11/20/content_7.htm'}  | ${'2026-11-20'}
  ${'/2026/1120/c1.html'}         | ${'2026-11-20'}
  ${'/art/2026/art_0a1b.html'}    | ${null}
  ${'/content_70101234.htm'}      | ${null}
`('$path names $day', ({ path, day }) => {
  expect(inWords(dayInUrl(`https://ministry.example${path}`))).toBe(day);
});

it.each(['2026', 'November 2026', '2026年11月', 'Novembre', '11月'])('"%s" may stand above days', (words) => {
  expect(isCalendarHeading(words)).toBe(true);
});
