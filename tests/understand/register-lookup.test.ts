import { describe, expect, test } from 'vitest';
import type { LookUp, Measure, Notice } from '../../src/domain/measure.ts';
import { areRelated, isFamily, membersOf, speaksOf } from '../../src/understand/lexicon/families.ts';
import { byBuyer, byControlCode, byGood, byHsCode } from '../../src/understand/register/look-up.ts';
import { notNamed } from '../../src/understand/register/not-named.ts';
import { registerOf } from '../../src/understand/register/register.ts';
import { remindersOf } from '../../src/understand/register/reminders.ts';
import { archive, extension, notice, partial, statement, suspension } from './register.samples.ts';

const overseas = notice('61/2031', '2031-10-09', { facts: { goods: ['rare earths'] } });
const heavy = notice('63/2031', '2031-10-09', { facts: { goods: ['medium and heavy rare earths'] } });
const buyers = notice('1/2032', '2032-01-06', {
  facts: { action: 'deny', goods: ['dual-use items'], destinations: ['Japan'] },
});
const register = registerOf([...archive, overseas, heavy, buyers]);

const numbersOf = (measures: readonly Measure[]) => measures.map(({ notice }) => notice.announcementNo);

function found(answer: LookUp): [number: string, named: string[]][] | string {
  if (!answer.found) return answer.note;
  return answer.matches.map(({ measure, named }) => [measure.notice.announcementNo, named]);
}

describe('a customs code', () => {
  const metal = [['No. 18 of 2031', ['2805301910']]];
  test.each([
    ['2805301910', metal],
    ['2805.30.19.10', metal],
    ['2805 3019', metal],
    ['２８０５３０', metal],
    ['2805', metal],
    ['2846901940', [['No. 18 of 2031', ['28469019']]]],
    ['2805301990', 'not-named'],
    ['850511', 'not-named'],
    ['280', 'not-a-code'],
    ['28053019101', 'not-a-code'],
    ['1C902', 'not-a-code'],
    ['', 'not-a-code'],
  ])('%s', (code, expected) => {
    expect(found(byHsCode(register, code))).toEqual(expected);
  });
});

describe('a control code', () => {
  test.each([
    ['1C902', [['No. 18 of 2031', ['1C902']]]],
    ['1c902.b.1', [['No. 18 of 2031', ['1C902']]]],
    ['1C904', [['No. 18 of 2031', ['1C904.a']]]],
    [' 1C904.A ', [['No. 18 of 2031', ['1C904.a']]]],
    ['1C904.b', 'not-named'],
    ['1C90', 'not-a-code'],
    ['2805301910', 'not-a-code'],
  ])('%s', (code, expected) => {
    expect(found(byControlCode(register, code))).toEqual(expected);
  });
});

describe('a good', () => {
  test.each([
    [
      'samarium',
      [
        ['No. 18 of 2031', ['samarium']],
        ['No. 61 of 2031', ['rare earths']],
        ['No. 63 of 2031', ['medium and heavy rare earths']],
      ],
    ],
    ['lanthanum', [['No. 61 of 2031', ['rare earths']]]],
    [
      'rare earths',
      [
        ['No. 18 of 2031', ['samarium', 'terbium']],
        ['No. 57 of 2031', ['holmium', 'erbium']],
        ['No. 61 of 2031', ['rare earths']],
        ['No. 62 of 2031', ['rare earth technology']],
        ['No. 63 of 2031', ['medium and heavy rare earths']],
      ],
    ],
    ['cotton', 'not-named'],
    ['toString', 'not-named'],
  ])('%s', (good, expected) => {
    expect(found(byGood(register, good))).toEqual(expected);
  });

  test('is also under the measures by buyer', () => {
    expect(numbersOf(byBuyer(register))).toEqual(['No. 1 of 2032']);
  });
});

describe('families', () => {
  test.each([
    ['samarium', 'terbium', true, false],
    ['samarium', 'rare earth magnets', true, false],
    ['samarium', 'rare earths', true, true],
    ['graphite', 'artificial graphite anode materials', true, true],
    ['samarium', 'gallium', false, false],
    ['cotton', 'cotton', true, true],
    ['constructor', 'samarium', false, false],
  ])('%s and %s', (one, other, related, speaking) => {
    expect([areRelated(one, other), areRelated(other, one)]).toEqual([related, related]);
    expect([speaksOf(one, other), speaksOf(other, one)]).toEqual([speaking, speaking]);
  });

  test('a good without one is its own only member', () => {
    expect(membersOf('cotton')).toEqual(['cotton']);
    expect(isFamily('cotton')).toBe(false);
    expect(membersOf('graphite')).toEqual(['artificial graphite anode materials', 'graphite']);
  });
});

describe('not named, still in force', () => {
  const on = '2031-11-09';
  const among = (notices: Notice[], acting = suspension, most = 4) => {
    const { shown, more } = notNamed(acting, registerOf(notices), on, most);
    return { shown: numbersOf(shown), more };
  };

  test('are measures of the same goods that a suspension passes over, found through those it names', () => {
    expect(suspension.facts.goods).toEqual([]);
    expect(among(archive)).toEqual({ shown: ['No. 18 of 2031'], more: 0 });
  });

  test('are found by the goods it names itself', () => {
    const acting = { ...suspension, facts: { ...suspension.facts, goods: ['superhard materials'] } };

    expect(among(archive, acting).shown).toEqual(['No. 18 of 2031', 'No. 46 of 2030']);
  });

  test('are not those that are only partly held and named', () => {
    const acting = { ...partial, facts: { ...partial.facts, goods: ['gallium'] } };

    expect(among(archive, acting)).toEqual({ shown: [], more: 0 });
  });

  test.each<[string, Notice]>([
    ['not yet in force', notice('20/2031', '2031-10-01', { facts: { effectiveDate: '2032-01-01' } })],
    ['ended', notice('20/2030', '2030-10-01')],
    ['an easing', notice('20/2031', '2031-10-01', { facts: { action: 'relax' } })],
    ['of other goods', notice('20/2031', '2031-10-01', { facts: { goods: ['cotton'] } })],
    ['of another authority', notice('20/2031', '2031-10-01', { authorityId: 'yy-ministry' })],
  ])('is nothing that is %s', (_, other) => {
    const goods = other.facts.goods.length > 0 ? other.facts.goods : ['terbium'];
    const repeal = notice('21/2031', '2031-10-02', { relations: ['repeals No. 20 of 2030'] });
    const measure = { ...other, facts: { ...other.facts, goods } };

    expect(among([...archive, measure, repeal]).shown).toEqual(['No. 18 of 2031']);
  });

  test('are counted where there are more than can be shown, the newest first', () => {
    const more = [1, 2, 3].map((number) =>
      notice(`${number}/2031`, `2031-05-0${number}`, { facts: { goods: ['terbium'] } }),
    );

    expect(among([...archive, ...more], suspension, 3)).toEqual({
      shown: ['No. 3 of 2031', 'No. 2 of 2031', 'No. 1 of 2031'],
      more: 1,
    });
  });
});

describe('reminders', () => {
  const told = (notices: Notice[], today: string) =>
    remindersOf(registerOf(notices), today).map(({ on, occasion, by, measures }) => [
      on,
      occasion,
      by.announcementNo,
      numbersOf(measures),
    ]);
  const held = ['No. 57 of 2031', 'No. 62 of 2031'];

  test('are one for each acting notice: a month before its end, the day before, the day', () => {
    expect(told(archive, '2032-01-01')).toEqual([
      ['2032-10-11', 'month-before', 'No. 70 of 2031', held],
      ['2032-10-28', 'month-before', 'No. 72 of 2031', ['No. 46 of 2030']],
      ['2032-11-09', 'day-before', 'No. 70 of 2031', held],
      ['2032-11-10', 'day', 'No. 70 of 2031', held],
      ['2032-11-26', 'day-before', 'No. 72 of 2031', ['No. 46 of 2030']],
      ['2032-11-27', 'day', 'No. 72 of 2031', ['No. 46 of 2030']],
    ]);
  });

  test('that are past are not told', () => {
    expect(told(archive, '2032-11-27')).toEqual([
      ['2032-11-27', 'day', 'No. 72 of 2031', ['No. 46 of 2030']],
    ]);
  });

  test('move with an extension, and name who moved the end', () => {
    expect(told([...archive, extension], '2032-11-28')).toEqual([
      ['2033-10-11', 'month-before', 'No. 80 of 2032', held],
      ['2033-11-09', 'day-before', 'No. 80 of 2032', held],
      ['2033-11-10', 'day', 'No. 80 of 2032', held],
    ]);
  });

  test('fall away with the suspension, or with the measure', () => {
    const repeals = notice('9/2032', '2032-05-02', {
      relations: ['repeals No. 72 of 2031', 'repeals No. 57 of 2031'],
    });

    expect(told([...archive, repeals], '2032-11-10')).toEqual([
      ['2032-11-10', 'day', 'No. 70 of 2031', ['No. 62 of 2031']],
    ]);
  });

  test('tell of the end of a measure that states one', () => {
    const temporary = notice('5/2032', '2032-05-01', { facts: { expiryDate: '2032-12-31' } });

    expect(told([temporary], '2032-12-30')).toEqual([
      ['2032-12-30', 'day-before', 'No. 5 of 2032', ['No. 5 of 2032']],
      ['2032-12-31', 'day', 'No. 5 of 2032', ['No. 5 of 2032']],
    ]);
  });

  test('carry what was said about a later end', () => {
    const said = statement('2032-09-28', { facts: { goods: ['rare earths'], expiryDate: '2033-01-10' } });
    const [reminder] = remindersOf(registerOf(archive, [said]), '2032-11-09');

    expect(reminder).toMatchObject({ statedEnd: '2032-11-10', statements: [said] });
  });
});
