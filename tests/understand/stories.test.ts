import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/domain/facts.ts';
import { judge } from '../../src/understand/classify.ts';
import { isAnswerToPress, type Reported, sameStory, storyKey } from '../../src/understand/stories.ts';

function facts(changes: Partial<Facts> = {}): Facts {
  return {
    action: 'approve',
    goods: ['rare earths'],
    destinations: [],
    licencesCount: null,
    announcementNo: null,
    effectiveDate: null,
    expiryDate: null,
    usFirms: null,
    licenceType: null,
    ...changes,
  };
}

function report(publishedOn: string, changes: Partial<Facts> = {}): Reported {
  return { facts: facts(changes), publishedOn };
}

function factsOf(title: string, text: string, publishedOn: string): Facts {
  const [part] = judge({ title, text, publishedOn }).parts;
  if (!part) throw new Error('the text was not understood at all');
  return part.facts;
}

const authorityId = 'cn-commerce';

describe('numbered notices', () => {
  const numbered = (announcementNo: string) =>
    storyKey(facts({ action: 'deny', announcementNo }), { authorityId });

  test('No. 51 of one year is not No. 51 of the next', () => {
    expect(numbered('No. 51 of 2026')).not.toBe(numbered('No. 51 of 2027'));
  });

  test('the same number of another authority is another notice', () => {
    const notice = facts({ action: 'deny', announcementNo: 'No. 51 of 2027' });
    expect(storyKey(notice, { authorityId: 'cn-customs' })).not.toBe(storyKey(notice, { authorityId }));
  });

  test('an English twin has the key of the Chinese notice', () => {
    const chinese = factsOf('商务部公告2027年第40号 对铋实施出口管制', '自公布之日起实施。', '2027-03-18');
    const english = factsOf(
      'Announcement No. 40 of 2027: Decision to impose export controls on bismuth',
      'It is effective upon release.',
      '2027-03-19',
    );
    expect(storyKey(english, { authorityId })).toBe(storyKey(chinese, { authorityId }));
    expect(storyKey(chinese, { authorityId })).not.toBeNull();
  });

  test('licences granted under a notice are news of their own', () => {
    expect(storyKey(facts({ announcementNo: 'No. 18 of 2027' }), { authorityId })).toBeNull();
  });

  test('the order of arrival does not change the grouping', () => {
    const number = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom(2026, 2027));
    const notices = fc.array(
      number.map(([n, year]) => facts({ action: 'new_control', announcementNo: `No. ${n} of ${year}` })),
    );
    const grouped = (arrived: Facts[]) =>
      [...new Set(arrived.map((notice) => storyKey(notice, { authorityId })))].sort();
    fc.assert(
      fc.property(notices, (arrived) => {
        expect(grouped([...arrived].reverse())).toEqual(grouped(arrived));
        expect(grouped([...arrived, ...arrived])).toEqual(grouped(arrived));
        expect(grouped(arrived)).toHaveLength(new Set(arrived.map((one) => one.announcementNo)).size);
      }),
    );
  });
});

describe('reports without a number', () => {
  test('of the same goods and day are one story, and say why', () => {
    expect(sameStory(report('2027-03-18'), report('2027-03-18'))).toEqual({
      joined: true,
      why: 'both approve, the same goods, the same day',
    });
  });

  test.each<[string, Reported, Reported, boolean]>([
    ['a week apart', report('2027-03-18'), report('2027-03-25'), false],
    ['72 hours apart', report('2027-03-18'), report('2027-03-21'), true],
    ['four days apart', report('2027-03-18'), report('2027-03-22'), false],
    [
      'rare earths and a list of them',
      report('2027-03-18'),
      report('2027-03-18', { goods: ['samarium', 'yttrium'] }),
      true,
    ],
    [
      'rare earths and magnets',
      report('2027-03-18'),
      report('2027-03-18', { goods: ['rare earth magnets'] }),
      false,
    ],
    [
      'graphite and antimony',
      report('2027-03-18', { goods: ['graphite'] }),
      report('2027-03-18', { goods: ['antimony'] }),
      false,
    ],
    ['granted and refused', report('2027-03-18'), report('2027-03-18', { action: 'deny' }), false],
    ['granted, and spoken of', report('2027-03-18'), report('2027-03-18', { action: 'statement' }), false],
    [
      'to Japan and to the EU',
      report('2027-03-18', { destinations: ['Japan'] }),
      report('2027-03-18', { destinations: ['EU'] }),
      false,
    ],
    ['to Japan and unsaid', report('2027-03-18', { destinations: ['Japan'] }), report('2027-03-18'), true],
    ['nothing named', report('2027-03-18', { goods: [] }), report('2027-03-18', { goods: [] }), false],
  ])('%s', (_, one, other, joined) => {
    expect(sameStory(one, other).joined).toBe(joined);
  });

  test('the answers to reporters join the notice, two notices never join', () => {
    const notice = report('2027-03-18', { action: 'new_control', announcementNo: 'No. 7 of 2027' });
    const next = report('2027-03-18', { action: 'new_control', announcementNo: 'No. 8 of 2027' });
    expect(sameStory(report('2027-03-18', { action: 'clarify' }), notice).joined).toBe(true);
    expect(sameStory(next, notice).joined).toBe(false);
  });

  test('joining is mutual, and every report joins itself once it names anything', () => {
    const reports = fc.record({
      publishedOn: fc.integer({ min: 1, max: 9 }).map((day) => `2027-03-0${day}`),
      facts: fc
        .record({
          action: fc.constantFrom('approve', 'deny', 'clarify', 'statement', 'new_control'),
          goods: fc.subarray(['rare earths', 'samarium', 'graphite'], { minLength: 1 }),
          destinations: fc.subarray(['Japan', 'EU']),
        } as const)
        .map((changes) => facts(changes)),
    });
    fc.assert(
      fc.property(reports, reports, (one, other) => {
        expect(sameStory(one, other).joined).toBe(sameStory(other, one).joined);
        expect(sameStory(one, one).joined).toBe(true);
      }),
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
