import { describe, expect, test } from 'vitest';
import type { Notice, State } from '../../src/domain/measure.ts';
import { registerOf } from '../../src/understand/register/register.ts';
import { statusOn } from '../../src/understand/register/status.ts';
import { statusText } from '../../src/understand/register/status-text.ts';
import { archive, extension, measureIn, notice, spring } from './register.samples.ts';

const lastRead = '2032-11-12';

function stateOf(number: string, on: string, later: readonly Notice[] = [], lastReadOn = lastRead): State {
  return statusOn(measureIn(registerOf([...archive, ...later]), number), on, lastReadOn).whole;
}

const repealOfSuspension = notice('9/2032', '2032-05-02', {
  facts: { action: 'other', effectiveDate: '2032-05-10' },
  relations: ['repeals No. 70 of 2031'],
});
const repealOfMeasure = notice('11/2032', '2032-06-01', {
  facts: { effectiveDate: '2032-07-01' },
  relations: ['repeals No. 57 of 2031'],
});
const lateExtension = notice('80/2032', '2032-11-20', {
  facts: { action: 'extend_suspension', expiryDate: '2033-11-10' },
  relations: ['extends No. 70 of 2031'],
});
const openExtension = notice('80/2032', '2032-11-05', {
  facts: { action: 'extend_suspension' },
  relations: ['extends No. 57 of 2031'],
});
const replacement = notice('85/2032', '2032-09-01', {
  facts: { action: 'suspend_control', expiryDate: '2034-11-10' },
  relations: ['suspends No. 57 of 2031', 'repeals No. 70 of 2031'],
});
const repealOfExtension = notice('90/2032', '2032-12-01', {
  facts: { action: 'other' },
  relations: ['repeals No. 80 of 2032'],
});
const mention = notice('12/2032', '2032-11-11', {
  facts: { action: 'other' },
  relations: ['cites No. 57 of 2031'],
});

/** What a desk reads of each state, in both languages: the dates, the rules and the words at once. */
const cases: [on: string, number: string, later: Notice[], en: string, zh: string][] = [
  [
    '2031-04-03',
    '18/2031',
    [],
    'not yet in force; due to take effect on 4 April 2031',
    '尚未施行，将自2031年4月4日起施行',
  ],
  ['2031-04-04', '18/2031', [], 'in force since 4 April 2031', '自2031年4月4日起施行，现行有效'],
  [
    '2031-11-06',
    '62/2031',
    [],
    'in force since 9 October 2031 (day of publication; no date of effect read)',
    '自2031年10月9日起施行，现行有效（按发布日期，未见施行日期）',
  ],
  [
    '2031-11-06',
    '57/2031',
    [],
    'not yet in force; due to take effect on 8 November 2031',
    '尚未施行，将自2031年11月8日起施行',
  ],
  [
    '2031-11-07',
    '57/2031',
    [],
    'suspended since 7 November 2031 by No. 70 of 2031, until 10 November 2032; was due 8 November 2031, never took effect',
    '自2031年11月7日起暂停实施（公告2031年第70号），至2032年11月10日；原定2031年11月8日施行，从未施行',
  ],
  [
    '2032-11-10',
    '62/2031',
    [],
    'suspended since 7 November 2031 by No. 70 of 2031, until 10 November 2032; whether that day itself is included is not stated',
    '自2031年11月7日起暂停实施（公告2031年第70号），至2032年11月10日（是否含当日未说明）',
  ],
  [
    '2032-11-11',
    '62/2031',
    [],
    'not confirmed: the stated end of the suspension (10 November 2032, No. 70 of 2031) has passed; no later notice seen, last read on 12 November 2032',
    '待确认：暂停期（公告2031年第70号，至2032年11月10日）已届满，截至2032年11月12日未见后续公告',
  ],
  [
    '2032-11-11',
    '57/2031',
    [mention],
    'not confirmed: the stated end of the suspension (10 November 2032, No. 70 of 2031) has passed; named since by No. 12 of 2032, which states no end that was read, last read on 12 November 2032; was due 8 November 2031, never took effect',
    '待确认：暂停期（公告2031年第70号，至2032年11月10日）已届满，截至2032年11月12日后续公告（公告2032年第12号）有所提及，未见明确期限；原定2031年11月8日施行，从未施行',
  ],
  [
    '2032-11-09',
    '62/2031',
    [extension],
    'suspended since 7 November 2031 by No. 70 of 2031, until 10 November 2033 (No. 80 of 2032)',
    '自2031年11月7日起暂停实施（公告2031年第70号），至2033年11月10日（公告2032年第80号）',
  ],
  [
    '2032-11-11',
    '62/2031',
    [extension],
    'still suspended until 10 November 2033; confirmed by No. 80 of 2032, the end stated before was 10 November 2032',
    '继续暂停实施，至2033年11月10日；由公告2032年第80号确认，此前所定期限为2032年11月10日',
  ],
  [
    '2034-01-01',
    '57/2031',
    [openExtension],
    'still suspended with no end stated; confirmed by No. 80 of 2032, the end stated before was 10 November 2032; was due 8 November 2031, never took effect',
    '继续暂停实施，未说明截止日期；由公告2032年第80号确认，此前所定期限为2032年11月10日；原定2031年11月8日施行，从未施行',
  ],
  [
    '2032-05-09',
    '62/2031',
    [repealOfSuspension],
    'suspended since 7 November 2031 by No. 70 of 2031, until 9 May 2032 (No. 9 of 2032)',
    '自2031年11月7日起暂停实施（公告2031年第70号），至2032年5月9日（公告2032年第9号）',
  ],
  [
    '2032-05-10',
    '62/2031',
    [repealOfSuspension],
    'in force since 10 May 2032, when No. 9 of 2032 ended its suspension',
    '自2032年5月10日起施行，现行有效（暂停由公告2032年第9号终止）',
  ],
  [
    '2032-07-01',
    '57/2031',
    [repealOfMeasure],
    'ended on 1 July 2032 by No. 11 of 2032',
    '已由公告2032年第11号废止，自2032年7月1日起不再施行',
  ],
];

test.each(cases)('on %s No. %s, knowing %#, is told in words', (on, number, later, en, zh) => {
  const state = stateOf(number, on, later);

  expect([statusText(state, 'en'), statusText(state, 'zh')]).toEqual([en, zh]);
});

describe('a suspension', () => {
  test.each([
    ['the day before it ends', '2032-11-09', { state: 'suspended', lastDay: false }],
    ['the stated last day', '2032-11-10', { state: 'suspended', lastDay: true }],
    ['the day after', '2032-11-11', { state: 'not-confirmed', statedEnd: '2032-11-10', readSince: true }],
  ])('on %s', (_, on, expected) => {
    expect(stateOf('57/2031', on)).toMatchObject(expected);
  });

  test('whose end lies beyond what was read says that nothing could have been seen', () => {
    const state = stateOf('57/2031', '2032-11-12', [], '2032-06-15');

    expect(state).toMatchObject({ state: 'not-confirmed', readSince: false, lastReadOn: '2032-06-15' });
    expect(statusText(state, 'en')).toContain(
      'has passed by then; what applies after it was not known when last read, on 15 June 2032',
    );
    expect(statusText(state, 'zh')).toContain('届时已届满，截至2032年6月15日尚不知其后如何适用');
  });

  test('extended only after its end leaves the days between not confirmed', () => {
    expect(stateOf('57/2031', '2032-11-19', [lateExtension])).toMatchObject({ state: 'not-confirmed' });
    expect(stateOf('57/2031', '2032-11-20', [lateExtension])).toMatchObject({
      state: 'confirmed',
      statedEnd: '2032-11-10',
      untilBy: { announcementNo: 'No. 80 of 2032' },
    });
  });

  test('whose extension is repealed is over from that day', () => {
    const later = [extension, repealOfExtension];

    expect(stateOf('62/2031', '2032-11-30', later)).toMatchObject({
      state: 'confirmed',
      until: '2032-11-30',
    });
    expect(stateOf('62/2031', '2032-12-01', later)).toMatchObject({
      state: 'in-force',
      resumedBy: { announcementNo: 'No. 90 of 2032' },
    });
  });

  test('whose extension rests on a repealed notice falls with it', () => {
    expect(stateOf('62/2031', '2032-11-20', [extension, repealOfSuspension])).toMatchObject({
      state: 'in-force',
      since: '2032-05-10',
    });
  });

  test('replaced by another one goes on', () => {
    const state = { state: 'suspended', until: '2034-11-10', untilBy: { announcementNo: 'No. 85 of 2032' } };

    expect(stateOf('57/2031', '2032-10-01', [replacement])).toMatchObject(state);
    expect(stateOf('57/2031', '2034-11-11', [replacement])).toMatchObject({ state: 'not-confirmed' });
  });

  test('extended by a notice that repeals the one it extends goes on', () => {
    const both = notice('80/2032', '2032-11-05', {
      facts: { action: 'extend_suspension', expiryDate: '2033-11-10' },
      relations: ['extends No. 70 of 2031', 'repeals No. 70 of 2031'],
    });

    expect(stateOf('57/2031', '2033-01-01', [both])).toMatchObject({ until: '2033-11-10' });
  });

  test('that begins on the very day of effect, and was published before, came in time', () => {
    const inTime = notice('71/2031', '2031-11-07', {
      facts: { action: 'suspend_control', effectiveDate: '2031-11-08', expiryDate: '2032-11-10' },
      relations: ['suspends No. 57 of 2031'],
    });
    const measure = measureIn(registerOf([...archive.slice(0, 2), inTime]), '57/2031');

    expect(statusOn(measure, '2031-11-08', lastRead).whole).toMatchObject({ dueOn: '2031-11-08' });
  });

  test('that ends before the measure was due leaves it due', () => {
    const short = notice('71/2031', '2031-10-20', {
      facts: { action: 'suspend_control', expiryDate: '2031-10-31' },
      relations: ['suspends No. 57 of 2031'],
    });
    const measure = measureIn(registerOf([...archive.slice(0, 2), short]), '57/2031');

    expect(statusOn(measure, '2031-11-07', lastRead).whole).toMatchObject({ state: 'not-yet' });
    expect(statusOn(measure, '2031-11-08', lastRead).whole).toMatchObject({
      state: 'not-confirmed',
      dueOn: null,
    });
  });

  test('lifted before the measure was due lets it take effect on its day', () => {
    const lift = notice('73/2031', '2031-11-07', {
      facts: { action: 'other' },
      relations: ['repeals No. 70 of 2031'],
    });

    expect(stateOf('57/2031', '2031-11-08', [lift])).toMatchObject({
      state: 'in-force',
      since: '2031-11-08',
      resumedBy: null,
    });
  });
});

describe('a suspension of a section', () => {
  test('leaves the rest in force', () => {
    const measure = measureIn(registerOf(archive), '46/2030');

    expect(statusOn(measure, '2032-01-01', lastRead)).toMatchObject({
      whole: { state: 'in-force', since: '2030-12-03' },
      sections: [{ section: '§2', state: { state: 'suspended', until: '2032-11-27', dueOn: null } }],
    });
    expect(statusOn(measure, '2031-01-01', lastRead).sections).toEqual([]);
  });

  test('holds the parts of that section, and not one whose number begins alike', () => {
    const later = [
      notice('1/2032', '2032-01-01', {
        facts: { action: 'suspend_control', expiryDate: '2032-12-31' },
        relations: ['suspends No. 18 of 2031 §1'],
      }),
      notice('2/2032', '2032-02-01', { relations: ['repeals No. 18 of 2031 §1(3)'] }),
      notice('3/2032', '2032-09-01', { relations: ['repeals No. 18 of 2031 §12'] }),
    ];
    const { whole, sections } = statusOn(
      measureIn(registerOf([spring, ...later]), '18/2031'),
      '2032-01-15',
      lastRead,
    );

    expect(whole.state).toBe('in-force');
    expect(sections.map(({ section, state }) => [section, state.state])).toEqual([
      ['§1', 'suspended'],
      ['§1(3)', 'suspended'],
    ]);
  });
});

describe('a measure with an end of its own', () => {
  const temporary = notice('5/2031', '2031-05-01', { facts: { expiryDate: '2032-04-30' } });
  const longer = notice('6/2032', '2032-04-01', {
    facts: { action: 'procedure', expiryDate: '2033-04-30' },
    relations: ['extends No. 5 of 2031'],
  });

  test.each([
    ['2032-04-30', [temporary], 'in-force'],
    ['2032-05-01', [temporary], 'not-confirmed'],
    ['2032-05-01', [temporary, longer], 'in-force'],
    ['2033-05-01', [temporary, longer], 'not-confirmed'],
  ])('on %s', (on, notices, expected) => {
    expect(statusOn(measureIn(registerOf(notices), '5/2031'), on, lastRead).whole.state).toBe(expected);
  });

  test('is said to have reached its own end, not that of a suspension', () => {
    const { whole } = statusOn(measureIn(registerOf([temporary]), '5/2031'), '2032-05-01', lastRead);

    expect(statusText(whole, 'en')).toMatch(/^not confirmed: the stated end of the measure/);
    expect(statusText(whole, 'zh')).toMatch(/^待确认：有效期/);
  });
});
