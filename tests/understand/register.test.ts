import { describe, expect, test } from 'vitest';
import type { Notice } from '../../src/domain/measure.ts';
import { registerOf, unresolvedReferences } from '../../src/understand/register/register.ts';
import {
  archive,
  autumn,
  extension,
  measureIn,
  notice,
  partial,
  refusal,
  type Sample,
  spring,
  statement,
  suspension,
} from './register.samples.ts';

const numbersOf = (notices: readonly Notice[]) =>
  registerOf(notices).map(({ notice }) => notice.announcementNo);

describe('which notices are measures', () => {
  test.each<[string, boolean, Sample]>([
    ['a new control', true, { facts: { action: 'new_control' } }],
    ['a refusal', true, { facts: { action: 'deny' } }],
    ['a catalogue of goods', true, { facts: { action: 'procedure', goods: ['steel products'] } }],
    ['a catalogue by customs codes', true, { facts: { action: 'procedure' }, hsCodes: ['7208100000'] }],
    ['the terms of general licences', true, { facts: { action: 'procedure', licenceType: 'general' } }],
    ['a procedure about nothing named', false, { facts: { action: 'procedure' } }],
    ['an easing for goods', true, { facts: { action: 'relax', goods: ['drones'] } }],
    ['an easing of nothing named', false, { facts: { action: 'relax' } }],
    [
      'an easing that suspends what another notice says',
      false,
      { facts: { action: 'relax', goods: ['drones'] }, relations: ['suspends No. 5 of 2030'] },
    ],
    ['a suspension', false, { facts: { action: 'suspend_control', goods: ['drones'] } }],
    ['licences granted', false, { facts: { action: 'approve', goods: ['drones'] } }],
    ['an explanation', false, { facts: { action: 'clarify', goods: ['drones'] } }],
  ])('%s: %s', (_, expected, sample) => {
    expect(registerOf([notice('9/2031', '2031-03-01', sample)])).toHaveLength(expected ? 1 : 0);
  });
});

describe('a measure', () => {
  test('says what its notice states', () => {
    expect(measureIn(registerOf(archive), '18/2031')).toMatchObject({
      notice: { announcementNo: 'No. 18 of 2031', url: 'https://ministry.example/notices/18/2031' },
      action: 'new_control',
      goods: ['samarium', 'terbium'],
      controlCodes: ['1C902', '1C904.a'],
      hsCodes: ['2805301910', '28469019'],
      from: '2031-04-04',
      fromStated: true,
      holds: [],
      endings: [],
    });
  });

  test('takes effect on publication where it states no date', () => {
    expect(measureIn(registerOf(archive), '62/2031')).toMatchObject({
      from: '2031-10-09',
      fromStated: false,
    });
  });

  test('knows which notice holds it, and which section', () => {
    const register = registerOf(archive);

    expect(measureIn(register, '57/2031').holds).toMatchObject([
      { kind: 'suspends', from: '2031-11-07', until: '2032-11-10', section: null, lifted: null },
    ]);
    expect(measureIn(register, '46/2030').holds).toMatchObject([
      { by: { announcementNo: 'No. 72 of 2031' }, from: '2031-11-09', until: '2032-11-27', section: '§2' },
    ]);
  });

  test('is reached by an extension that names only the suspending notice', () => {
    const { holds } = measureIn(registerOf([...archive, extension]), '57/2031');

    expect(holds.map(({ kind, until, by }) => [kind, until, by.announcementNo])).toEqual([
      ['suspends', '2032-11-10', 'No. 70 of 2031'],
      ['extends', '2033-11-10', 'No. 80 of 2032'],
    ]);
  });

  test('counts a hold once, though two texts state it, or it is reached two ways', () => {
    const translation = { ...suspension, url: 'https://ministry.example/en/70' };
    const both = notice('80/2032', '2032-11-05', {
      facts: { action: 'extend_suspension', expiryDate: '2033-11-10' },
      relations: ['extends No. 70 of 2031', 'extends No. 57 of 2031'],
    });

    expect(measureIn(registerOf([...archive, translation, both]), '57/2031').holds).toHaveLength(2);
  });

  test('keeps to its section when the suspension of the section is extended', () => {
    const longer = notice('81/2032', '2032-11-20', {
      facts: { action: 'extend_suspension', expiryDate: '2033-11-27' },
      relations: ['extends No. 72 of 2031'],
    });

    expect(
      measureIn(registerOf([...archive, longer]), '46/2030').holds.map(({ section }) => section),
    ).toEqual(['§2', '§2']);
  });

  test('is extended through a chain of extensions, once by each, though each names all before it', () => {
    const years = [2033, 2034, 2035, 2036].map((year, index) =>
      notice(`80/${year}`, `${year}-11-05`, {
        facts: { action: 'extend_suspension', expiryDate: `${year + 1}-11-10` },
        relations: ['extends No. 70 of 2031', 'extends No. 80 of 2032'].concat(
          [2033, 2034, 2035].slice(0, index).map((earlier) => `extends No. 80 of ${earlier}`),
        ),
      }),
    );

    expect(measureIn(registerOf([...archive, extension, ...years]), '57/2031').holds).toHaveLength(6);
  });

  test('survives notices that extend each other in a circle', () => {
    const circle = [
      notice('1/2033', '2033-01-01', {
        facts: { action: 'extend_suspension', expiryDate: '2034-01-01' },
        relations: ['extends No. 70 of 2031', 'extends No. 2 of 2033', 'extends No. 1 of 2033'],
      }),
      notice('2/2033', '2033-01-02', {
        facts: { action: 'extend_suspension', expiryDate: '2035-01-01' },
        relations: ['extends No. 1 of 2033'],
      }),
    ];

    expect(measureIn(registerOf([...archive, ...circle]), '57/2031').holds).toHaveLength(3);
  });

  test.each([
    ['suspends', '继续暂停实施'],
    ['amends', 'the date is changed'],
  ])('takes "%s" of a notice that is there to extend for an extension (%s)', (kind) => {
    const worded = notice('80/2032', '2032-11-05', {
      facts: { action: 'extend_suspension', expiryDate: '2033-11-10' },
      relations: [`${kind} No. 57 of 2031`],
    });

    expect(measureIn(registerOf([...archive, worded]), '57/2031')).toMatchObject({
      holds: [{ kind: 'suspends' }, { kind: 'extends', until: '2033-11-10' }],
      amendedBy: [],
    });
  });

  test('names what ended, amended and mentioned it', () => {
    const later = [
      notice('2/2032', '2032-01-05', {
        facts: { effectiveDate: '2032-02-01' },
        relations: ['repeals No. 18 of 2031'],
      }),
      notice('3/2032', '2032-01-06', { relations: ['amends No. 18 of 2031 §3'] }),
      notice('4/2032', '2032-01-07', { relations: ['cites No. 18 of 2031', 'implements No. 18 of 2031'] }),
    ];

    expect(measureIn(registerOf([...archive, ...later]), '18/2031')).toMatchObject({
      endings: [{ on: '2032-02-01', by: { announcementNo: 'No. 2 of 2032' }, section: null }],
      amendedBy: [{ announcementNo: 'No. 3 of 2032' }],
      mentionedBy: [{ announcementNo: 'No. 4 of 2032' }],
    });
  });

  test.each([
    ['extends', 'extend_suspension' as const],
    ['repeals', 'new_control' as const],
  ])('is only mentioned where a notice %s a section of the suspending notice', (kind, action) => {
    const unclear = notice('80/2032', '2032-11-05', {
      facts: { action, expiryDate: '2033-11-10' },
      relations: [`${kind} No. 70 of 2031 §1`],
    });

    expect(measureIn(registerOf([...archive, unclear]), '57/2031')).toMatchObject({
      holds: [{ until: '2032-11-10', lifted: null }],
      mentionedBy: [{ announcementNo: 'No. 80 of 2032' }],
    });
  });

  test('with an end of its own is prolonged', () => {
    const temporary = notice('5/2031', '2031-05-01', { facts: { expiryDate: '2032-04-30' } });
    const longer = notice('6/2032', '2032-04-01', {
      facts: { action: 'procedure', expiryDate: '2033-04-30' },
      relations: ['extends No. 5 of 2031'],
    });

    expect(measureIn(registerOf([temporary, longer]), '5/2031')).toMatchObject({
      holds: [],
      terms: [
        { from: '2031-05-01', until: '2032-04-30' },
        { from: '2032-04-01', until: '2033-04-30' },
      ],
    });
  });

  test('without an end of its own or a suspension is not moved by "extends"', () => {
    const odd = notice('6/2032', '2032-04-01', {
      facts: { action: 'new_control', expiryDate: '2033-04-30' },
      relations: ['extends No. 18 of 2031'],
    });

    expect(measureIn(registerOf([spring, odd]), '18/2031')).toMatchObject({
      holds: [],
      mentionedBy: [{ announcementNo: 'No. 6 of 2032' }],
    });
  });

  test('is not touched by another authority that uses the same number', () => {
    const foreign = { ...suspension, authorityId: 'yy-ministry' };

    expect(measureIn(registerOf([autumn, foreign]), '57/2031').holds).toEqual([]);
  });

  test.each(['en', 'zz'])(
    'takes the day of the Chinese text, whatever the address of its translation: %s',
    (path) => {
      const original = { ...spring, title: '公告2031年第18号' };
      const translation = {
        ...notice('18/2031', spring.publishedOn, {
          facts: { action: 'new_control', effectiveDate: '2031-04-11' },
        }),
        url: `https://ministry.example/${path}/18`,
      };

      const [measure] = registerOf([translation, original]);

      expect(measure).toMatchObject({
        from: original.facts.effectiveDate,
        notice: { title: original.title },
      });
    },
  );

  test('unites the texts of one notice, the earliest leading', () => {
    const translation = notice('18/2031', '2031-04-06', {
      facts: { goods: ['terbium', 'yttrium'], effectiveDate: '2031-05-04', destinations: ['Japan'] },
    });

    expect(registerOf([translation, spring])).toMatchObject([
      {
        notice: { publishedOn: '2031-04-04' },
        goods: ['samarium', 'terbium', 'yttrium'],
        destinations: ['Japan'],
        from: '2031-04-04',
      },
    ]);
  });

  test('is not changed by what a spokesperson says under its number, nor moved by one under another', () => {
    const answer = notice('18/2031', '2031-04-03', {
      facts: { action: 'clarify', goods: ['steel products'] },
    });
    const speech = notice('99/2032', '2032-01-01', {
      facts: { action: 'statement' },
      relations: ['repeals No. 18 of 2031'],
    });

    expect(registerOf([answer, spring, speech])).toEqual(registerOf([spring]));
  });
});

describe('what was said without a number', () => {
  const lastDay = suspension.facts.expiryDate ?? '';
  test.each<[string, string, Sample, boolean]>([
    ['of the goods after the end', '2032-11-11', { facts: { goods: ['rare earths'] } }, true],
    [
      'of a later end before the end',
      '2032-09-28',
      { facts: { goods: ['rare earths'], expiryDate: '2033-01-10' } },
      true,
    ],
    [
      'of the same end before the end',
      '2032-09-28',
      { facts: { goods: ['rare earths'], expiryDate: lastDay } },
      false,
    ],
    ['of the goods before the end', '2032-09-28', { facts: { goods: ['holmium'] } }, false],
    ['of other goods', '2032-11-11', { facts: { goods: ['gallium'] } }, false],
    ['of the notice by its number', '2032-11-11', { relations: ['cites No. 57 of 2031'] }, true],
    ['of the notice that holds it', '2032-11-11', { relations: ['cites No. 70 of 2031'] }, true],
    [
      'of the suspensions as a whole',
      '2032-09-28',
      { facts: { action: 'extend_suspension', expiryDate: '2033-01-10' } },
      true,
    ],
    ['of licences granted', '2032-11-11', { facts: { action: 'approve', goods: ['holmium'] } }, false],
    ['by another authority', '2032-11-11', { facts: { goods: ['holmium'] }, authorityId: 'yy' }, false],
  ])('%s on %s', (_, publishedOn, sample, stands) => {
    const said = statement(publishedOn, sample);
    const register = registerOf(archive, [said]);

    expect(measureIn(register, '57/2031').statements).toEqual(stands ? [said] : []);
    expect(register.map(({ statements, ...rest }) => rest)).toEqual(
      registerOf(archive).map(({ statements, ...rest }) => rest),
    );
  });

  test('stands beside no measure without an end', () => {
    const said = statement('2033-01-01', { facts: { goods: ['samarium'], expiryDate: '2034-01-01' } });

    expect(measureIn(registerOf(archive, [said]), '18/2031').statements).toEqual([]);
  });
});

describe('references', () => {
  test('to notices that were not read are kept, whatever they do', () => {
    const early = [suspension, partial, extension];

    expect(
      unresolvedReferences(early).map(({ by, kind, notice, section }) => [
        by.announcementNo,
        kind,
        notice,
        section,
      ]),
    ).toEqual([
      ['No. 70 of 2031', 'suspends', 'No. 57 of 2031', null],
      ['No. 70 of 2031', 'suspends', 'No. 62 of 2031', null],
      ['No. 70 of 2031', 'cites', 'No. 3 of 2029', null],
      ['No. 72 of 2031', 'suspends', 'No. 46 of 2030', '§2'],
    ]);
  });

  test('are resolved when the notice arrives, and act on it', () => {
    const early = [suspension, partial];
    const late = [...early, autumn, refusal];

    expect(unresolvedReferences(late).map(({ notice }) => notice)).toEqual([
      'No. 62 of 2031',
      'No. 3 of 2029',
    ]);
    expect(measureIn(registerOf(late), '57/2031').holds).toHaveLength(1);
  });

  test('to a notice that extends one not yet read act through it when it arrives', () => {
    expect(measureIn(registerOf([autumn, extension]), '57/2031').holds).toEqual([]);
    expect(measureIn(registerOf([autumn, extension, suspension]), '57/2031').holds).toHaveLength(2);
  });
});

test('measures stand in the order of publication and number, whatever the order of arrival', () => {
  const tenth = notice('100/2031', '2031-10-09');

  expect(numbersOf([tenth, ...archive].reverse())).toEqual([
    'No. 46 of 2030',
    'No. 18 of 2031',
    'No. 57 of 2031',
    'No. 62 of 2031',
    'No. 100 of 2031',
  ]);
});
