import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/domain/facts.ts';
import { judge } from '../../src/understand/classify.ts';
import { numbersIn, numbersTogether, otherNotice } from '../../src/understand/notice-numbers.ts';
import { noticeText, shortNoticeText } from '../../src/understand/phrases/notice.ts';
import { openShelf, type Report } from '../../src/understand/shelf.ts';
import { admits, correctionOf, type Reported, sameStory, storyKeys } from '../../src/understand/stories.ts';
import { correctedTitle, isAnswerToPress, otherEdition } from '../../src/understand/titles.ts';
import { noFacts } from '../fakes/archive.ts';

const facts = (changes: Partial<Facts> = {}): Facts => ({ ...noFacts, ...changes });
const granted: Partial<Facts> = { action: 'approve', goods: ['rare earths'], licencesCount: 'unspecified' };

function report(publishedOn: string, changes: Partial<Facts> = {}, title = ''): Reported {
  return { facts: facts({ ...granted, ...changes }), publishedOn, titles: title ? [title] : [] };
}

function factsOf(title: string, text: string, publishedOn: string): Facts {
  const [part] = judge({ title, text, publishedOn }).parts;
  if (!part) throw new Error('the text was not understood at all');
  return part.facts;
}

const authorityId = 'cn-commerce';
const keysOf = (changes: Partial<Facts>) => storyKeys(facts(changes), { authorityId }).map(({ key }) => key);

describe('numbered notices', () => {
  const numbered = (announcementNo: string) => keysOf({ action: 'deny', announcementNo });

  test('share the key of their number, and say so', () => {
    const [first] = storyKeys(facts({ action: 'deny', announcementNo: 'No. 51 of 2027' }), { authorityId });
    expect(first).toEqual({ key: 'cn-commerce/2027/51', why: { by: 'number', notice: 'No. 51 of 2027' } });
  });

  test('No. 51 of one year is not No. 51 of the next', () => {
    expect(numbered('No. 51 of 2026')).not.toEqual(numbered('No. 51 of 2027'));
    expect(otherNotice('No. 51 of 2026', 'No. 51 of 2027')).toBe(true);
  });

  test('the same number of another authority is another notice', () => {
    const notice = facts({ action: 'deny', announcementNo: 'No. 51 of 2027' });
    expect(storyKeys(notice, { authorityId: 'cn-customs' })).not.toEqual(storyKeys(notice, { authorityId }));
  });

  test('an English twin has the key of the Chinese notice', () => {
    const chinese = factsOf('商务部公告2027年第40号 对铋实施出口管制', '自公布之日起实施。', '2027-03-18');
    const english = factsOf(
      'Announcement No. 40 of 2027: Decision to impose export controls on bismuth',
      'It is effective upon release.',
      '2027-03-19',
    );
    expect(keysOf(english)).toEqual(keysOf(chinese));
    expect(keysOf(chinese)).toHaveLength(1);
  });

  test('licences granted under a notice are news of their own', () => {
    expect(keysOf({ action: 'approve', announcementNo: 'No. 18 of 2027' })).toEqual([]);
  });

  test('a suspension that gives the number of what it suspends is not that notice', () => {
    const notice = keysOf({ action: 'deny', announcementNo: 'No. 18 of 2027' });
    const suspension = keysOf({ action: 'suspend_control', announcementNo: 'No. 18 of 2027' });
    expect(suspension.filter((key) => notice.includes(key))).toEqual([]);
  });
});

describe('a report of an authority that nobody knows', () => {
  const granted = facts({ action: 'approve', goods: ['rare earths'] });
  const told = { facts: granted, publishedOn: '2027-02-10', titles: [] };

  test('joins whoever tells the same, before it or after it', () => {
    const shelf = openShelf<string>();
    shelf.place('unknown', { ...told, authorityId: null });
    expect(shelf.place('ministry', { ...told, authorityId })).toMatchObject({ story: 'unknown' });
    expect(shelf.place('another unknown', { ...told, authorityId: null })).toMatchObject({
      story: 'unknown',
    });
  });

  test('is of the first authority that joins it, and no other', () => {
    const shelf = openShelf<string>();
    shelf.place('unknown', { ...told, authorityId: null });
    shelf.place('ministry', { ...told, authorityId });
    expect(shelf.place('others', { ...told, authorityId: 'jp-meti' })).toEqual({
      story: 'others',
      why: null,
    });
  });
});

describe('reports of some days', () => {
  const story = (changes: Partial<Facts>, publishedOn: string) => ({
    ...{ facts: facts(changes), publishedOn, titles: [] },
  });

  test.each<[string, Partial<Facts>, object | null]>([
    [
      'a permission taken away, before the gazette prints it',
      { action: 'other', destinations: ['Peru'] },
      { by: 'likeness', done: 'other', subject: { shared: 'destinations' }, daysApart: 4 },
    ],
    ['what was said again of a ban', { action: 'deny', destinations: ['Peru'] }, null],
    ['a permission taken away elsewhere', { action: 'other', destinations: [] }, null],
  ])('%s', (_, changes, why) => {
    const gazette = story({ action: changes.action ?? 'other', destinations: ['Peru'] }, '2027-02-10');
    expect(sameStory(story(changes, '2027-02-14'), gazette)).toEqual(why);
  });

  test('a curb lifted and exports resumed that day are one thing, wherever the goods go', () => {
    const lifted = story({ action: 'relax', goods: ['semiconductors'] }, '2027-02-10');
    const resumed: Partial<Facts> = { action: 'resume', goods: ['semiconductors'], destinations: ['EU'] };
    expect(sameStory(story(resumed, '2027-02-10'), lifted)).toMatchObject({
      done: 'freed',
      subject: { shared: 'goods' },
    });
    expect(sameStory(story(resumed, '2027-02-11'), lifted)).toBeNull();
  });

  test.each<[string, Partial<Facts>, object | null]>([
    ['the same day', { effectiveDate: '2027-02-12' }, { subject: { shared: 'first-day' }, daysApart: 1 }],
    ['another day', { effectiveDate: '2027-02-13' }, null],
    ['no day', { effectiveDate: null }, null],
  ])('a pause prolonged from %s on, whose goods a report leaves out', (_, changes, why) => {
    const prolonged: Partial<Facts> = { action: 'extend_suspension', goods: [] };
    const notice = story({ ...prolonged, effectiveDate: '2027-02-12' }, '2027-02-10');
    const told = story({ ...prolonged, goods: ['graphite'], ...changes }, '2027-02-11');
    if (why) expect(sameStory(told, notice)).toMatchObject(why);
    else expect(sameStory(told, notice)).toBeNull();
  });

  test('weapons and military goods for one place are one thing', () => {
    const weapons = story({ action: 'suspend', goods: ['weapons'], destinations: ['Peru'] }, '2027-02-10');
    const military: Partial<Facts> = { action: 'suspend', goods: ['military goods'], destinations: ['Peru'] };
    expect(sameStory(story(military, '2027-02-10'), weapons)).toMatchObject({
      subject: { shared: 'family' },
    });
  });
});

describe('a suspension told again', () => {
  const until = { action: 'suspend_control', expiryDate: '2028-02-10' } as const;

  test('months later is known by its end', () => {
    const shelf = openShelf<string>();
    const notice = facts({ ...until, announcementNo: 'No. 70 of 2027', goods: ['graphite', 'rare earths'] });
    shelf.place('notice', { authorityId, facts: notice, publishedOn: '2027-02-10', titles: [] });
    const reminder = facts({ ...until, goods: ['rare earths'] });

    expect(
      shelf.place('reminder', { authorityId, facts: reminder, publishedOn: '2027-09-09', titles: [] }),
    ).toEqual({ story: 'notice', why: { by: 'suspension', until: '2028-02-10' } });
  });

  test.each<[string, Partial<Facts>]>([
    ['elsewhere', { destinations: ['Japan'] }],
    ['to another day', { expiryDate: '2028-02-11' }],
  ])('%s is another one', (_, changes) => {
    expect(keysOf({ ...until, ...changes })).not.toEqual(keysOf(until));
  });

  test('with the goods that another report leaves to the list is the same', () => {
    expect(
      admits(facts({ ...until, goods: ['dual-use items'] }), facts({ ...until, goods: ['gallium'] })),
    ).toBe(true);
  });

  test('and prolonged from another day is news of its own, though both cite the notice', () => {
    const cited = { announcementNo: 'No. 70 of 2027', effectiveDate: '2027-02-10' };
    const story = facts({ action: 'suspend_control', ...cited });
    const prolonged = facts({ action: 'extend_suspension', ...cited, effectiveDate: '2027-05-11' });
    expect(admits(story, prolonged)).toBe(false);
    expect(admits(story, { ...prolonged, effectiveDate: null })).toBe(false);
    const ends = { effectiveDate: null, expiryDate: '2027-08-08' };
    expect(admits({ ...story, ...ends }, { ...prolonged, ...ends })).toBe(true);
  });

  test.each<[string, Partial<Facts>]>([
    ['of another number', { announcementNo: 'No. 72 of 2027' }],
    ['of other goods', { goods: ['antimony'] }],
  ])('%s is not admitted', (_, changes) => {
    const story = facts({ ...until, announcementNo: 'No. 70 of 2027', goods: ['graphite'] });
    expect(admits(story, facts({ ...until, goods: ['graphite'] }))).toBe(true);
    expect(admits(story, facts({ ...until, goods: ['graphite'], ...changes }))).toBe(false);
  });
});

describe('reports without a number', () => {
  test('of the same goods and day are one story, and say why', () => {
    expect(sameStory(report('2027-03-18'), report('2027-03-18'))).toEqual({
      by: 'likeness',
      done: 'approve',
      subject: { shared: 'goods' },
      daysApart: 0,
    });
  });

  const statement = { action: 'statement', licencesCount: null } as const;
  const control = { action: 'new_control', licencesCount: null } as const;
  const starting = { ...control, effectiveDate: '2027-03-20', destinations: ['Kazakhstan'] };
  const suspended = { action: 'suspend_control', licencesCount: null } as const;
  const answers = '商务部新闻发言人就稀土出口管制答记者问';

  test.each<[string, Reported, Reported, boolean]>([
    ['a week apart', report('2027-03-18'), report('2027-03-25'), false],
    ['a day apart', report('2027-03-18'), report('2027-03-19'), true],
    ['two days apart', report('2027-03-18'), report('2027-03-20'), false],
    [
      'two days apart, both to named places',
      report('2027-03-18', { destinations: ['Kazakhstan'] }),
      report('2027-03-20', { destinations: ['Kazakhstan'] }),
      true,
    ],
    [
      'a week apart, of licences until one day',
      report('2027-03-18', { expiryDate: '2027-10-05' }),
      report('2027-03-25', { expiryDate: '2027-10-05' }),
      true,
    ],
    [
      'a week apart, of licences until two days',
      report('2027-03-18', { expiryDate: '2027-10-05' }),
      report('2027-03-25', { expiryDate: '2027-11-05' }),
      false,
    ],
    [
      'a curb lifted and exports resumed from one day',
      report('2027-03-18', { action: 'relax', licencesCount: null, effectiveDate: '2027-03-24' }),
      report('2027-03-19', { action: 'resume', effectiveDate: '2027-03-24' }),
      true,
    ],
    [
      'a curb lifted and exports resumed on days of their own',
      report('2027-03-18', { action: 'relax', licencesCount: null, effectiveDate: '2027-03-24' }),
      report('2027-03-19', { action: 'resume' }),
      false,
    ],
    [
      'what was said at large on one day',
      report('2027-03-18', { action: 'statement', licencesCount: null, goods: [] }),
      report('2027-03-18', { action: 'statement', licencesCount: null, goods: [] }),
      true,
    ],
    [
      'what was said at large on two days',
      report('2027-03-18', { action: 'statement', licencesCount: null, goods: [] }),
      report('2027-03-20', { action: 'statement', licencesCount: null, goods: [] }),
      false,
    ],
    [
      'one notice, of an action that each text names in its own way',
      report('2027-03-18', {
        action: 'relax',
        licencesCount: null,
        announcementNo: 'No. 9 of 2027',
        effectiveDate: '2027-03-18',
      }),
      report('2027-03-19', {
        action: 'procedure',
        licencesCount: null,
        announcementNo: 'No. 9 of 2027',
        effectiveDate: '2027-03-18',
      }),
      true,
    ],
    [
      'a list of rare earths',
      report('2027-03-18'),
      report('2027-03-18', { goods: ['samarium', 'yttrium'] }),
      true,
    ],
    ['magnets', report('2027-03-18'), report('2027-03-18', { goods: ['rare earth magnets'] }), true],
    [
      'one good left out',
      report('2027-03-18'),
      report('2027-03-19', { goods: ['rare earths', 'graphite'] }),
      true,
    ],
    ['other goods', report('2027-03-18'), report('2027-03-18', { goods: ['antimony'] }), false],
    ['granted and refused', report('2027-03-18'), report('2027-03-18', { action: 'deny' }), false],
    ['granted, and spoken of', report('2027-03-18'), report('2027-03-18', statement), true],
    ['granted, and spoken of the day before', report('2027-03-18'), report('2027-03-17', statement), false],
    [
      'granted for Japan and for the EU',
      report('2027-03-18', { destinations: ['Japan'] }),
      report('2027-03-18', { destinations: ['EU'] }),
      false,
    ],
    ['granted for Japan', report('2027-03-18', { destinations: ['Japan'] }), report('2027-03-18'), true],
    [
      'granted for Japan the day before',
      report('2027-03-17', { destinations: ['Japan'] }),
      report('2027-03-18'),
      false,
    ],
    [
      'resumed for Japan, and spoken of',
      report('2027-03-18', { action: 'resume', destinations: ['Japan'] }),
      report('2027-03-18', statement),
      false,
    ],
    [
      'controlled to Japan, and wherever',
      report('2027-03-18', { ...control, destinations: ['Japan'] }),
      report('2027-03-18', control),
      true,
    ],
    ['nothing named', report('2027-03-18', { goods: [] }), report('2027-03-18', { goods: [] }), false],
    ['imposed and suspended', report('2027-03-18', control), report('2027-03-18', suspended), false],
    [
      'halted, as an agency puts it, and prohibited',
      report('2027-03-18', { action: 'suspend', licencesCount: null }),
      report('2027-03-19', { action: 'deny', licencesCount: null }),
      true,
    ],
    [
      'halted, and newly controlled',
      report('2027-03-18', { action: 'suspend', licencesCount: null }),
      report('2027-03-18', control),
      false,
    ],
    [
      'of one start and place, one listing more goods',
      report('2027-03-18', { ...starting, action: 'deny', goods: ['batteries', 'bearings', 'excavators'] }),
      report('2027-03-30', { ...starting, goods: ['machine tools', 'bearings', 'batteries'] }),
      true,
    ],
    [
      'of one start, other goods and no place',
      report('2027-03-18', {
        ...starting,
        destinations: [],
        action: 'deny',
        goods: ['batteries', 'bearings'],
      }),
      report('2027-03-30', { ...starting, destinations: [], goods: ['bearings', 'batteries', 'lasers'] }),
      false,
    ],
    [
      'imposed, and a relaxation of it',
      report('2027-03-18', control),
      report('2027-03-19', { ...control, action: 'relax' }),
      false,
    ],
    [
      'imposed, and answers',
      report('2027-03-18', control),
      report('2027-03-19', { ...control, action: 'relax' }, answers),
      true,
    ],
    [
      'suspended, and answers on the control',
      report('2027-03-18', control),
      report('2027-03-18', suspended, answers),
      false,
    ],
  ])('%s', (_, one, other, joined) => {
    expect(sameStory(one, other) !== null).toBe(joined);
    expect(sameStory(other, one) !== null).toBe(joined);
  });

  test('the answers to reporters join the notice, two notices never join', () => {
    const notice = report('2027-03-18', { ...control, announcementNo: 'No. 7 of 2027' });
    const next = report('2027-03-18', { ...control, announcementNo: 'No. 8 of 2027' });
    expect(sameStory(report('2027-03-18', { action: 'clarify' }), notice)).not.toBeNull();
    expect(sameStory(next, notice)).toBeNull();
  });

  test("one year's catalogue is not the next one's", () => {
    const catalogue = (year: number) =>
      report('2027-12-30', { ...control, action: 'procedure' }, `货物出口许可证管理目录（${year}年）`);
    expect(sameStory(catalogue(2028), catalogue(2028))).not.toBeNull();
    expect(sameStory(catalogue(2027), catalogue(2028))).toBeNull();
  });

  const reports = fc.record({
    publishedOn: fc.integer({ min: 1, max: 9 }).map((day) => `2027-03-0${day}`),
    titles: fc.subarray(['', answers]),
    facts: fc
      .record({
        action: fc.constantFrom('approve', 'deny', 'clarify', 'statement', 'new_control', 'suspend_control'),
        goods: fc.subarray(['rare earths', 'samarium', 'graphite'], { minLength: 1 }),
        destinations: fc.subarray(['Japan', 'EU']),
      } as const)
      .map((changes) => facts(changes)),
  });

  test('joining is mutual, and every report joins itself once it names anything', () => {
    fc.assert(
      fc.property(reports, reports, (one, other) => {
        expect(sameStory(one, other)).toEqual(sameStory(other, one));
        expect(sameStory(one, one)).not.toBeNull();
      }),
    );
  });
});

describe('a correction', () => {
  const rule = { action: 'new_control', licencesCount: null } as const;
  const original = report('2027-08-14', rule, 'Expansion of Controls on Graphite');

  test('joins what its title corrects, weeks later', () => {
    const correction = report(
      '2027-09-01',
      { ...rule, goods: [] },
      'Expansion of Controls on Graphite; Correction',
    );
    expect(correctionOf(correction, original)).toEqual({
      by: 'correction',
      title: 'Expansion of Controls on Graphite',
    });
  });

  test.each([
    ['of another title', report('2027-08-20', rule, 'Expansion of Controls on Cobalt; Correction')],
    ['of last year', report('2028-08-14', rule, 'Expansion of Controls on Graphite; Correction')],
    ['that is none', report('2027-08-20', rule, 'Expansion of Controls on Graphite')],
  ])('%s does not', (_, other) => {
    expect(correctionOf(other, original)).toBeNull();
  });
});

describe('a package', () => {
  const joint = '商务部 海关总署公告';
  const alone = '商务部公告';
  const notice = (
    number: number,
    changes: Partial<Facts> = {},
    title = joint,
    on = '2027-10-09',
  ): Report => ({
    authorityId,
    facts: facts({ action: 'new_control', announcementNo: `No. ${number} of 2027`, ...changes }),
    publishedOn: on,
    titles: [`${title}2027年第${number}号`],
  });
  const place = (...notices: Report[]) => {
    const shelf = openShelf<number>();
    return notices.map((one, index) => shelf.place(index, one));
  };

  test('is the notices of the same bodies, one day and neighbouring numbers', () => {
    expect(place(notice(55, { goods: ['graphite'] }), notice(56, { goods: ['holmium'] }))).toEqual([
      { story: 0, why: null },
      { story: 0, why: { by: 'package', notice: 'No. 55 of 2027', on: '2027-10-09' } },
    ]);
  });

  test('is found by any of its numbers, however late', () => {
    const later = notice(56, { action: 'clarify' }, '', '2027-12-01');
    expect(place(notice(55), notice(56), later)[2]).toEqual({
      story: 0,
      why: { by: 'number', notice: 'No. 56 of 2027' },
    });
  });

  test.each<[string, Report]>([
    ['of another day', notice(56, {}, joint, '2027-10-10')],
    ['of a number far off', notice(61)],
    ['of other bodies', notice(56, {}, alone)],
    ['that does something else', notice(56, { action: 'deny', destinations: ['Japan'] })],
    ['that suspends', notice(56, { action: 'suspend_control' })],
    ['of licences granted', notice(56, { action: 'approve' })],
    ['of another year', notice(56, { announcementNo: 'No. 56 of 2026' })],
  ])('does not hold a notice %s', (_, other) => {
    expect(place(notice(55), other).map(({ story }) => story)).toEqual([0, 1]);
  });

  test('holds a ban and a watch list against one country, but not two catalogues', () => {
    const japan = { destinations: ['Japan'] };
    const listed = [notice(11, { action: 'deny', ...japan }), notice(12, { action: 'procedure', ...japan })];
    const catalogues = [notice(11, { action: 'procedure' }), notice(12, { action: 'procedure' })];
    expect(place(...listed).map(({ story }) => story)).toEqual([0, 0]);
    expect(place(...catalogues).map(({ story }) => story)).toEqual([0, 1]);
  });

  test('has its numbers in one', () => {
    const [one, other] = [numbersIn('No. 56 of 2027'), numbersIn('No. 55 of 2027')];
    expect(one && other && numbersTogether(one, other)).toBe('Nos. 55, 56 of 2027');
    expect(numbersIn('Nos. 55, 56 of 2027')).toEqual({ year: 2027, numbers: [55, 56] });
    expect(numbersIn('Order 81')).toBeNull();
    expect(noticeText('Nos. 55, 56 of 2027', 'zh')).toBe('公告2027年第55、56号');
    expect(shortNoticeText('Nos. 55, 56 of 2027')).toBe('第55、56号公告');
  });

  /** Days of packages: each spans four numbers at most, and lies apart from the next. */
  const packages = fc
    .uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1 })
    .chain((begins) =>
      fc.tuple(
        ...begins.map((begin) =>
          fc
            .subarray([0, 1, 2, 3], { minLength: 1 })
            .map((steps) => steps.map((step) => notice(10 + begin * 10 + step, { goods: [`good-${step}`] }))),
        ),
      ),
    );

  const grouping = (arrived: Report[]) => {
    const shelf = openShelf<string>();
    const groups = new Map<string, Set<string>>();
    for (const one of arrived) {
      const number = one.facts.announcementNo ?? '';
      const { story } = shelf.place(number, one);
      groups.set(story, (groups.get(story) ?? new Set()).add(number));
    }
    return [...groups.values()].map((numbers) => [...numbers].sort().join()).sort();
  };

  test('is the same in whatever order, and however often, its notices arrive', () => {
    fc.assert(
      fc.property(
        packages.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray([...all.flat(), ...all.flat()], { minLength: 2 * all.flat().length }),
          ),
        ),
        ([all, arrived]) => {
          const expected = all
            .map((one) =>
              one
                .map(({ facts }) => facts.announcementNo)
                .sort()
                .join(),
            )
            .sort();
          expect(grouping(arrived)).toEqual(expected);
        },
      ),
    );
  });
});

test.each([
  ['商务部新闻发言人就铋出口管制政策答记者问', true],
  ['商務部發言人應詢談出口管制', true],
  ['Spokesperson answers questions on controls', true],
  ['商务部公告2027年第7号', false],
])('%s is an answer to the press: %s', (title, answer) => {
  expect(isAnswerToPress(title)).toBe(answer);
});

test.each([
  ['Revised Controls on Drones; Correction', 'Revised Controls on Drones'],
  ['Revised Controls on Drones (Corrigendum)', 'Revised Controls on Drones'],
  ['关于对铋实施出口管制的公告（更正）', '关于对铋实施出口管制的公告'],
  ['Revised Controls on Drones', null],
])('%s corrects %s', (title, corrected) => {
  expect(correctedTitle(title)).toBe(corrected);
});

test.each([
  ['货物目录（2027年）', '货物目录（2028年）', true],
  ['2028年度目录', '货物目录（2028年）', false],
  ['The 2027 Catalogue of Goods', 'Catalogue for 2028', true],
  ['商务部公告2027年第7号', '货物目录（2028年）', false],
])('%s and %s are of other editions: %s', (one, other, differ) => {
  expect(otherEdition(one, other)).toBe(differ);
});
