import { describe, expect, it } from 'vitest';
import { dayInAddress, parseMoment } from '../../src/sources/dates.ts';
import { inWords } from './fixtures.ts';

describe('a date in a listing', () => {
  it.each`
    written                                     | zone                  | moment
    ${'[2026-11-09]'}                           | ${'Asia/Shanghai'}    | ${'2026-11-09'}
    ${'2026/3/7'}                               | ${'Asia/Shanghai'}    | ${'2026-03-07'}
    ${'2026.11.09'}                             | ${'Asia/Shanghai'}    | ${'2026-11-09'}
    ${'发布时间：２０２６－１１－０９'}         | ${'Asia/Shanghai'}    | ${'2026-11-09'}
    ${'2026年11月9日'}                          | ${'Asia/Shanghai'}    | ${'2026-11-09'}
    ${'二〇二六年一月二十四日'}                 | ${'Asia/Shanghai'}    | ${'2026-01-24'}
    ${'二○二五年十月十日'}                      | ${'Asia/Shanghai'}    | ${'2025-10-10'}
    ${'2026-11-09 17:03'}                       | ${'Asia/Shanghai'}    | ${'2026-11-09T09:03Z'}
    ${'2026-11-09 18:42:37'}                    | ${'Asia/Shanghai'}    | ${'2026-11-09T10:42:37Z'}
    ${'2026年11月9日 17时03分'}                 | ${'Asia/Shanghai'}    | ${'2026-11-09T09:03Z'}
    ${'2026年11月9日（星期一）9：30'}           | ${'Asia/Shanghai'}    | ${'2026-11-09T01:30Z'}
    ${'来源：某司 类型：原创 2026-11-09 08:00'} | ${'Asia/Shanghai'}    | ${'2026-11-09T00:00Z'}
    ${'2026-11-09T08:49:08Z'}                   | ${'Europe/London'}    | ${'2026-11-09T08:49:08Z'}
    ${'2026-11-09T08:49:08.250+01:00'}          | ${'Europe/London'}    | ${'2026-11-09T07:49:08Z'}
    ${'Mon, 09 Nov 2026 08:45:00 -0500'}        | ${'America/New_York'} | ${'2026-11-09T13:45:00Z'}
    ${'Mon, 09 Nov 26 08:45 EST'}               | ${'Europe/London'}    | ${'2026-11-09T13:45Z'}
    ${'Mon, 09 Nov 2026 08:45:00 CST'}          | ${'Asia/Shanghai'}    | ${'2026-11-09T00:45:00Z'}
    ${'November 09, 2026 - General Licenses'}   | ${'America/New_York'} | ${'2026-11-09'}
    ${'9th November 2026'}                      | ${'Europe/London'}    | ${'2026-11-09'}
    ${'Sept. 9, 2026 at 4:30 p.m.'}             | ${'America/New_York'} | ${'2026-09-09T20:30Z'}
    ${'2026-11-09 08:30 at Geneva'}             | ${'Europe/London'}    | ${'2026-11-09T08:30Z'}
    ${'2026-11-09 08:30 met with the press'}    | ${'Europe/London'}    | ${'2026-11-09T08:30Z'}
    ${'Nov. 9, 2026, 8:30 a.m. ET'}             | ${'America/New_York'} | ${'2026-11-09T13:30Z'}
    ${'2026年11月9日 下午3:20'}                 | ${'Asia/Shanghai'}    | ${'2026-11-09T07:20Z'}
    ${'20261109'}                               | ${'Asia/Shanghai'}    | ${'2026-11-09'}
  `('"$written" in $zone is $moment', ({ written, zone, moment }) => {
    expect(inWords(parseMoment(written, zone))).toBe(moment);
  });

  it.each(['2026-11-09 00:00:00', '2026-11-09T00:00:00Z', 'Mon, 09 Nov 2026 00:00:00 -0500'])(
    'is a day, not midnight, when it says %s',
    (written) => {
      expect(parseMoment(written, 'Asia/Shanghai')).toEqual({
        precision: 'date',
        on: '2026-11-09',
        at: null,
      });
    },
  );

  it('falls on the day that the zone of the source had', () => {
    expect(parseMoment('2026-06-30T23:30:00Z', 'Europe/London')?.on).toBe('2026-07-01');
    expect(parseMoment('2026-11-09T23:30:00Z', 'Asia/Shanghai')?.on).toBe('2026-11-10');
  });

  it.each(['', '更多', '2026-02-30', '2026-13-01', '11-09', '第20号', '电话 010-65198114', '25:61'])(
    'is not found in "%s"',
    (written) => {
      expect(parseMoment(written, 'Asia/Shanghai')).toBeNull();
    },
  );

  it('keeps the day where the time beside it is impossible', () => {
    expect(inWords(parseMoment('2026-11-09 27:80', 'Asia/Shanghai'))).toBe('2026-11-09');
  });
});

describe('a day in an address', () => {
  it.each`
    address                                                                       | day
    ${'https://www.gwytb.gov.cn/bt/202611/t20261109_13000417.htm'}                | ${'2026-11-09'}
    ${'https://ofac.treasury.gov/recent-actions/20261103_44'}                     | ${'2026-11-03'}
    ${'https://www.mofcom.gov.cn/xwfbzt/2026/swbzklxxwfbh2026n9y3r/index.html'}   | ${'2026-09-03'}
    ${'https://www.mofcom.gov.cn/xwfb/rcxwfb/art/2026/art_20261103aabbccdd.html'} | ${null}
    ${'https://exportcontrol.mofcom.gov.cn/article/gndt/202611/2041.html'}        | ${null}
    ${'https://www.gov.uk/20269999'}                                              | ${null}
  `('is $day in $address', ({ address, day }) => {
    expect(inWords(dayInAddress(address))).toBe(day);
  });
});
