import { describe, expect, test } from 'vitest';
import { type MeasuresQuery, measuresReport } from '../../src/cli/measures.ts';
import { Refusal } from '../../src/cli/terminal.ts';
import { archive, notice, statement } from '../understand/register.samples.ts';
import { fakeTerminal } from './support.ts';

const buyers = notice('1/2032', '2032-01-06', {
  facts: { action: 'deny', goods: ['dual-use items'], destinations: ['Japan'] },
});
const said = statement('2032-09-28', { facts: { goods: ['rare earths'], expiryDate: '2033-01-10' } });
const read = { notices: [...archive, buyers], statements: [said] };

function report(query: Partial<MeasuresQuery>, from = read) {
  const terminal = fakeTerminal();
  measuresReport(from, { on: '2032-06-15', lastReadOn: '2032-06-15', ...query }, terminal);
  return terminal;
}

test('measures are grouped by their status on the day', () => {
  expect(report({ good: 'rare earths' }).text()).toBe(`Export controls on 15 June 2032: rare earths

IN FORCE
  No. 18 of 2031  samarium, terbium (1C902, 1C904.a)
    in force since 4 April 2031
    https://ministry.example/notices/18/2031
SUSPENDED
  No. 57 of 2031  holmium, erbium (1C909)
    suspended since 7 November 2031 by No. 70 of 2031, until 10 November 2032; was due 8 November 2031, never took effect
    https://ministry.example/notices/57/2031
  No. 62 of 2031  rare earth technology
    suspended since 7 November 2031 by No. 70 of 2031, until 10 November 2032
    https://ministry.example/notices/62/2031
BY BUYER: any dual-use items, these too
  No. 1 of 2032  dual-use items to Japan
    in force since 6 January 2032 (day of publication; no date of effect read)
    https://ministry.example/notices/1/2032
NEXT DATE  10 November 2032: stated end of No. 70 of 2031

From 7 notices read, the newest of 6 January 2032; sources last read on 15 June 2032. Not legal advice; a good missing here is not thereby free.
`);
});

test('a section held apart is told under its measure', () => {
  expect(report({ good: 'gallium' }).text()).toContain(
    '    §2: suspended since 9 November 2031 by No. 72 of 2031, until 27 November 2032\n',
  );
});

test('what notices act on and was never read is told, and what they only name is not', () => {
  const later = notice('90/2032', '2032-06-01', {
    facts: { action: 'suspend_control' },
    relations: ['suspends No. 57 of 2031', 'suspends No. 61 of 2031', 'cites No. 2 of 2030'],
  });
  const repeal = notice('91/2032', '2032-06-02', { relations: ['repeals No. 61 of 2031 §1'] });

  expect(
    report({ good: 'samarium' }, { notices: [...archive, later, repeal], statements: [] }).text(),
  ).toContain(
    'NOT READ: what other notices act on\n' +
      '  No. 61 of 2031  suspended by No. 90 of 2032, repealed by No. 91 of 2032\n\n',
  );
  expect(report({}).text()).not.toContain('NOT READ');
});

test('many codes are told by their entries, and two texts of one notice are one notice', () => {
  const controlCodes = ['2B902.a', '2B902.b', '2B902.c', '2B902.d', '2B902.e', '2B902.f', '1C914.a'];
  const listed = notice('56/2031', '2031-10-09', {
    controlCodes,
    facts: { goods: ['rare earth equipment'] },
  });
  const translation = { ...listed, url: 'https://ministry.example/en/56' };
  const text = report({}, { notices: [listed, translation], statements: [] }).text();

  expect(text).toContain('No. 56 of 2031  rare earth equipment (2B902, 1C914)\n');
  expect(text).toContain('From 1 notice read');
});

describe('after the stated end', () => {
  const after = { on: '2032-11-12', lastReadOn: '2032-11-12', good: '钬' };

  test('nothing is asserted, and what was said stands beside it', () => {
    const text = report(after).text();

    expect(text).toContain('NOT CONFIRMED\n  No. 57 of 2031');
    expect(text).toContain(
      'said on 28 September 2032, which moves no date: Briefing of 2032-09-28, speaks of 10 January 2033',
    );
  });

  test('what is said later than the day asked for is not told', () => {
    const later = { ...said, publishedOn: '2032-11-13' };

    expect(report(after, { ...read, statements: [later] }).text()).not.toContain('said on');
  });
});

test.each([
  ['850511', undefined],
  ['2805301910', 'gallium'],
  [undefined, 'cotton'],
])('code %s and good %s, named nowhere, are not called free, and bans by buyer are told', (code, good) => {
  const text = report({ ...(code && { code }), ...(good && { good }) }).text();

  expect(text).toContain('That does not mean free');
  expect(text).toContain('BY BUYER');
  expect(text).not.toContain('IN FORCE\n');
});

test('a good and a code together must both be named', () => {
  const lines = report({ good: 'Sm', code: '1C902', json: true }).json();

  expect(lines).toMatchObject([
    { notice: { announcementNo: 'No. 18 of 2031' }, named: ['samarium', '1C902'] },
    { notice: { announcementNo: 'No. 1 of 2032' }, named: ['dual-use items'] },
  ]);
});

test('as JSON, one line a measure, with its status', () => {
  expect(report({ code: '1c909', json: true }).json()[0]).toMatchObject({
    notice: { announcementNo: 'No. 57 of 2031' },
    named: ['1C909'],
    on: '2032-06-15',
    status: { whole: { state: 'suspended', until: '2032-11-10' }, sections: [] },
    statements: [{ publishedOn: '2032-09-28', until: '2033-01-10' }],
  });
});

test('as JSON, what is not named is said to be not named', () => {
  expect(report({ good: 'cotton', json: true }).json()[0]).toEqual({ found: false, note: 'not-named' });
});

test('without a question all measures are told', () => {
  expect(report({ json: true }).json()).toHaveLength(5);
});

test('an empty archive says that nothing was read', () => {
  expect(report({}, { notices: [], statements: [] }).text()).toContain('No notice was read yet');
});

test.each([{ good: 'unobtainium' }, { code: 'ABC' }, { code: '12' }])('%j is refused', (query) => {
  expect(() => report(query)).toThrow(Refusal);
});

test('what a title hides from readers does not reach the terminal', () => {
  const hidden = { ...notice('9/2031', '2031-01-01'), title: 'Fine\u001B[31m \u202Etext' };

  expect(report({}, { notices: [hidden], statements: [] }).text()).toContain(
    'No. 9 of 2031  Fine[31m text\n',
  );
});
