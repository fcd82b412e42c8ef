import { describe, expect, it } from 'vitest';
import type { Facts, Quote } from '../../src/domain/facts.ts';
import { disagreementsIn, type StoryText } from '../../src/understand/disagreements.ts';
import { facts } from '../store/samples.ts';

const quoted = (words: string): Quote[] => [{ in: 'text', start: 0, end: words.length, words }];

/** A page of a notice that holds a control; `named` tells it apart. */
function page(named: string, stated: Partial<Facts>, rest: Partial<StoryText> = {}): StoryText {
  return {
    part: '',
    facts: facts({ action: 'suspend_control', ...stated }),
    evidence: {},
    language: named.startsWith('en') ? 'en' : 'zh',
    sourceId: `xx-${named}`,
    url: `https://ministry.example/${named}`,
    ...rest,
  };
}

const said = (texts: StoryText[], packaged = false) =>
  disagreementsIn(texts, packaged).map(({ fact, values }) => [fact, ...values.map(({ value }) => value)]);

describe('texts of one notice', () => {
  it.each<[string, Partial<Facts>, Partial<Facts>, (string | number)[]]>([
    [
      'an end',
      { expiryDate: '2032-11-10' },
      { expiryDate: '2032-11-28' },
      ['expiryDate', '2032-11-10', '2032-11-28'],
    ],
    [
      'a beginning',
      { effectiveDate: '2031-04-01' },
      { effectiveDate: '2031-01-04' },
      ['effectiveDate', '2031-04-01', '2031-01-04'],
    ],
    ['a number of licences', { licencesCount: 12 }, { licencesCount: 21 }, ['licencesCount', 12, 21]],
    ['whether US firms are meant', { usFirms: 'yes' }, { usFirms: 'no' }, ['usFirms', 'yes', 'no']],
    [
      'the kind of licence',
      { licenceType: 'general' },
      { licenceType: 'individual' },
      ['licenceType', 'general', 'individual'],
    ],
    [
      'its own number',
      { announcementNo: 'No. 18 of 2031' },
      { announcementNo: 'No. 81 of 2031' },
      ['announcementNo', 'No. 18 of 2031', 'No. 81 of 2031'],
    ],
  ])('disagree on %s', (_, one, other, found) => {
    expect(said([page('zh', one), page('en', other)])).toEqual([found]);
  });

  it.each<[string, StoryText, StoryText]>([
    ['say the same', page('zh', { expiryDate: '2032-11-10' }), page('en', { expiryDate: '2032-11-10' })],
    ['leave it out', page('zh', { licencesCount: 12 }), page('en', { licencesCount: null })],
    ['withhold it', page('zh', { licencesCount: 12 }), page('en', { licencesCount: 'unspecified' })],
    [
      'tell goods, places and deed in more detail',
      page('zh', { goods: ['samarium', 'terbium'], destinations: ['Japan'], action: 'relax' }),
      page('en', { goods: ['rare earths'], destinations: [] }),
    ],
    [
      'are answers to different questions',
      page('zh', { effectiveDate: '2031-04-01' }, { part: 'a' }),
      page('en', { effectiveDate: '2031-05-01' }, { part: 'b' }),
    ],
    [
      'are the notice, and a press officer on it',
      page('zh', { effectiveDate: '2031-04-01' }),
      page('zh-press', { action: 'clarify', effectiveDate: '2031-05-01' }),
    ],
  ])('do not where they %s', (_, one, other) => {
    expect(said([one, other])).toEqual([]);
  });

  it.each([
    ['自即日起', '2031-03-13', []],
    ['effective from the date of publication', '2031-03-13', []],
    ['自2031年3月13日起', '2031-03-13', [['effectiveDate', '2031-03-13', '2031-03-15']]],
    ['自二〇三一年三月十三日起', '2031-03-13', [['effectiveDate', '2031-03-13', '2031-03-15']]],
  ])('disagree on a day only where both spell it: %s', (words, effectiveDate, found) => {
    const reckoned = page('zh', { effectiveDate }, { evidence: { effectiveDate: quoted(words) } });
    const dated = page(
      'en',
      { effectiveDate: '2031-03-15' },
      { evidence: { effectiveDate: quoted('from 15 March 2031') } },
    );

    expect(said([reckoned, dated])).toEqual(found);
  });

  it('are told with their words, and one value with all its pages', () => {
    const right = { expiryDate: '2032-11-10' };
    const [found] = disagreementsIn(
      [
        page('zh', right, { evidence: { expiryDate: quoted('至2032年11月10日') } }),
        page('en', { expiryDate: '2032-11-28' }),
        page('zh-portal', right),
      ],
      false,
    );

    expect(found).toEqual({
      fact: 'expiryDate',
      notice: null,
      values: [
        {
          value: '2032-11-10',
          quote: '至2032年11月10日',
          texts: [
            { language: 'zh', sourceId: 'xx-zh', url: 'https://ministry.example/zh' },
            { language: 'zh', sourceId: 'xx-zh-portal', url: 'https://ministry.example/zh-portal' },
          ],
        },
        {
          value: '2032-11-28',
          quote: null,
          texts: [{ language: 'en', sourceId: 'xx-en', url: 'https://ministry.example/en' }],
        },
      ],
    });
  });

  it('are those of one notice of a package', () => {
    const of = (number: number, effectiveDate: string) => ({
      announcementNo: `No. ${number} of 2031`,
      effectiveDate,
    });
    const texts = [
      page('zh-31', of(31, '2031-04-01')),
      page('zh-32', of(32, '2031-06-01')),
      page('en-32', of(32, '2031-06-11')),
      page('en', { effectiveDate: '2031-09-09' }),
    ];

    expect(disagreementsIn(texts, true)).toMatchObject([
      {
        fact: 'effectiveDate',
        notice: 'No. 32 of 2031',
        values: [{ value: '2031-06-01' }, { value: '2031-06-11' }],
      },
    ]);
  });
});
