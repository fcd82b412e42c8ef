import { describe, expect, it } from 'vitest';
import { type Action, type Facts, kindOf, type Quote } from '../../src/domain/facts.ts';
import type { Authority } from '../../src/domain/source.ts';
import { type Summarisable, summarise } from '../../src/understand/summarise.ts';

const china: Authority = {
  id: 'cn-mofcom',
  name: { en: "China's commerce ministry", zh: '中国商务部' },
  short: { en: 'China', zh: '商务部' },
  country: 'CN',
};
const us: Authority = {
  id: 'us-bis',
  name: { en: 'the US commerce department', zh: '美国商务部' },
  short: { en: 'US', zh: '美国商务部' },
  country: 'US',
};

const none: Facts = {
  action: 'other',
  goods: [],
  destinations: [],
  licencesCount: null,
  announcementNo: null,
  effectiveDate: null,
  expiryDate: null,
  usFirms: null,
  licenceType: null,
};

function quoted(words: string): Quote[] {
  return [{ in: 'text', start: 0, end: words.length, words }];
}

/** A Chinese text of 5 April 2027 that states these facts. */
function stating(facts: Partial<Facts>, rest: Partial<Summarisable> = {}): Summarisable {
  const all = { ...none, ...facts };
  return {
    facts: all,
    evidence: {},
    kind: kindOf(all),
    language: 'zh',
    published: { precision: 'date', on: '2027-04-05', at: null },
    ...rest,
  };
}

const someApproved = stating(
  { action: 'approve', goods: ['rare earths'], licencesCount: 'unspecified', usFirms: 'unspecified' },
  { evidence: { quantity: quoted('一定数量的合规申请') } },
);
const options = { market: 'US', authority: china } as const;
const lines = (view: Summarisable, market: 'US' | 'EU' | 'Japan' = 'US') =>
  Object.values(summarise(view, { market, authority: china }).pushLine);

describe('the push line', () => {
  const measure = { goods: ['graphite'], announcementNo: 'No. 9 of 2027', effectiveDate: '2027-04-05' };
  const said: Record<Action, [facts: Partial<Facts>, en: string, zh: string]> = {
    approve: [
      { goods: ['antimony'], licencesCount: 14, usFirms: 'yes' },
      'China says antimony export licences approved: 14 licences; US firms included',
      '商务部：已批准14份锑出口许可申请，涉及美企',
    ],
    resume: [
      { goods: ['drones'], destinations: ['Japan'] },
      'China resumes licensed drone exports to Japan; US firms: not stated',
      '商务部：恢复对日本无人机出口许可，未说明是否涉及美企',
    ],
    suspend: [
      { goods: ['rare earth magnets'], destinations: ['United States'], usFirms: 'no' },
      'China suspends licensed rare-earth magnet exports to the US',
      '商务部：暂停对美国稀土永磁体出口许可',
    ],
    deny: [
      { ...measure, destinations: ['Japan'] },
      'China refuses graphite export licences for Japan, at once (No. 9 of 2027)',
      '商务部公告2027年第9号：不予许可石墨对日本出口，即日起施行',
    ],
    new_control: [
      measure,
      'China puts graphite under export licence, at once (No. 9 of 2027)',
      '商务部公告2027年第9号：对石墨实施出口管制，即日起施行',
    ],
    relax: [
      { ...measure, effectiveDate: '2027-05-01' },
      'China eases graphite export licensing from 1 May 2027 (No. 9 of 2027)',
      '商务部公告2027年第9号：放宽石墨出口许可要求，2027年5月1日起施行',
    ],
    suspend_control: [
      { ...measure, expiryDate: '2028-04-04' },
      'China suspends some graphite export controls until 4 Apr 2028 (No. 9 of 2027)',
      '商务部公告2027年第9号：暂停实施部分石墨出口管制措施至2028年4月4日',
    ],
    extend_suspension: [
      { ...measure, expiryDate: '2028-04-04' },
      'China keeps some graphite export controls on hold until 4 Apr 2028 (No. 9 of 2027)',
      '商务部公告2027年第9号：继续暂停实施部分石墨出口管制措施至2028年4月4日',
    ],
    procedure: [
      { ...measure, effectiveDate: '2027-03-01' },
      'China sets graphite export licence procedure, in force since 1 Mar 2027 (No. 9 of 2027)',
      '商务部公告2027年第9号：明确石墨出口许可办理要求，已自2027年3月1日起施行',
    ],
    clarify: [
      { goods: ['rare earths'] },
      'China explains rare-earth export controls; no decision stated',
      '商务部：就稀土出口管制作出说明，未宣布新决定',
    ],
    statement: [
      { goods: ['rare earths'], destinations: ['EU'] },
      'China comments on rare-earth export licences for the EU; no decision stated',
      '商务部：就对欧盟稀土出口许可作出表态，未宣布新决定',
    ],
    other: [
      { goods: ['dual-use items'], licencesCount: 731 },
      'China publishes on dual-use export licences: 731 licences; US firms: not stated',
      '商务部：发布两用物项出口许可相关信息（731份），未说明是否涉及美企',
    ],
  };

  it.each(Object.entries(said))('of %s says who, what and what is missing', (action, [facts, en, zh]) => {
    expect(lines(stating({ action: action as Action, ...facts }))).toEqual([en, zh]);
  });

  it("puts the ministry's quantity word in quotation marks", () => {
    expect(lines(someApproved)).toEqual([
      'China says rare-earth export licences approved: "a certain number"; US firms: not stated',
      '商务部：已批准一定数量的稀土出口许可申请，未说明数量及是否涉及美企',
    ]);
  });

  it('says that the number is missing where there is not even a word for it', () => {
    expect(lines({ ...someApproved, evidence: {} })).toEqual([
      'China says rare-earth export licences approved; number and US firms: not stated',
      '商务部：已批准稀土出口许可申请，未说明数量及是否涉及美企',
    ]);
  });

  it.each`
    market     | destinations       | en                              | zh
    ${'EU'}    | ${[]}              | ${'EU firms: not stated'}       | ${'是否涉及欧企'}
    ${'EU'}    | ${['EU', 'Japan']} | ${'EU firms included'}          | ${'，涉及欧企'}
    ${'Japan'} | ${['EU']}          | ${'Japanese firms: not stated'} | ${'是否涉及日企'}
  `('names the absence of $market where $destinations are stated', ({ market, destinations, en, zh }) => {
    const view = { ...someApproved, facts: { ...someApproved.facts, destinations } };

    expect(lines(view, market)).toEqual([expect.stringContaining(en), expect.stringContaining(zh)]);
  });

  it('does not miss the firms of the country that grants the licences', () => {
    const view = stating(
      { action: 'approve', goods: ['drones'], licencesCount: 'unspecified' },
      { language: 'en' },
    );
    const { pushLine } = summarise(view, { market: 'US', authority: us });

    expect(pushLine.en).toBe('US says drone export licences approved; number: not stated');
  });

  it.each`
    goods                                               | says
    ${['samarium', 'terbium', 'yttrium', 'scandium']}   | ${'China puts four rare earths under export licence: Sm Tb Y Sc'}
    ${['dysprosium', 'terbium']}                        | ${'China puts dysprosium, terbium under export licence'}
    ${['gallium', 'germanium', 'antimony', 'tungsten']} | ${'China controls gallium, germanium and 2 more: export licence needed'}
    ${['semiconductor manufacturing equipment']}        | ${'China puts chipmaking tools under export licence'}
    ${[]}                                               | ${'China adds export licence requirements'}
  `('shortens $goods', ({ goods, says }) => {
    expect(lines(stating({ action: 'new_control', goods }))[0]).toBe(says);
  });

  it('never puts a number before "export licences" that counts goods', () => {
    const goods = ['samarium', 'terbium', 'yttrium', 'gallium', 'germanium'];
    const [en] = lines(stating({ action: 'approve', goods, licencesCount: 'unspecified' }));

    expect(en).toBe(
      'China says it approved rare-earth and other export licences; number and US firms: not stated',
    );
  });

  it.each`
    words                             | en                                                             | zh
    ${'禁止向军事用户和军事用途出口'} | ${'bans dual-use exports to military users and uses in Japan'} | ${'禁止向日本军事用户及军事用途出口两用物项'}
    ${'将六家实体列入管控名单'}       | ${'bans dual-use exports to listed entities in Japan'}         | ${'禁止向日本有关实体出口两用物项'}
    ${'原则上不予许可'}               | ${'refuses in principle dual-use exports to Japan'}            | ${'原则上不予许可两用物项对日本出口'}
    ${'不予许可'}                     | ${'refuses dual-use export licences for Japan'}                | ${'不予许可两用物项对日本出口'}
  `('words a refusal no wider than "$words"', ({ words, en, zh }) => {
    const facts = { action: 'deny', goods: ['dual-use items'], destinations: ['Japan'] } as const;
    const view = stating(
      { ...facts, goods: ['dual-use items'], destinations: ['Japan'] },
      { evidence: { action: quoted(words) } },
    );

    expect(lines(view)).toEqual([`China ${en}`, `商务部：${zh}`]);
  });

  it.each`
    rest                                                                              | en                                                       | zh
    ${{ lateness: 'late' }}                                                           | ${/^Late: China /}                                       | ${/^补报：商务部/}
    ${{ withdrawnAt: 1 }}                                                             | ${/^\[Withdrawn\] China /}                               | ${/^【已撤下】商务部/}
    ${{ corrections: [{ fact: 'expiryDate', from: null, to: '2028-01-01', at: 1 }] }} | ${/^\[Corrected\] China /}                               | ${/^【更正】商务部/}
    ${{ textRead: false }}                                                            | ${/approved: "a certain number" \(text not yet read\)$/} | ${/申请（正文未读）$/}
  `('marks $rest', ({ rest, en, zh }) => {
    expect(lines({ ...someApproved, ...rest })).toEqual([
      expect.stringMatching(en),
      expect.stringMatching(zh),
    ]);
  });
});

describe('what was not stated', () => {
  it('of a batch is what its facts leave open', () => {
    expect(summarise(someApproved, options).notStated.en).toEqual([
      'how many licences',
      'which companies',
      'which countries (US, EU, Japan …)',
      'which elements',
      'since when',
      'kind of licence',
    ]);
  });

  it('of a batch does not hold what is stated', () => {
    const facts: Partial<Facts> = {
      action: 'approve',
      goods: ['terbium'],
      destinations: ['EU'],
      licencesCount: 3,
      usFirms: 'no',
      licenceType: 'general',
      effectiveDate: '2027-04-01',
    };

    expect(summarise(stating(facts), options).notStated).toEqual({ en: [], zh: [] });
  });

  it.each`
    action               | missing
    ${'new_control'}     | ${['which goods', 'from when']}
    ${'deny'}            | ${['which goods', 'whom it concerns', 'from when']}
    ${'suspend_control'} | ${['which goods', 'from when', 'until when']}
    ${'statement'}       | ${['any new decision', 'which goods', 'how many licences', 'any date']}
    ${'other'}           | ${['which goods', 'how many licences', 'any date']}
  `('of $action is what such a text could have said', ({ action, missing }) => {
    expect(summarise(stating({ action }), options).notStated.en).toEqual(missing);
  });

  it('is not known while the text is unread', () => {
    expect(summarise({ ...someApproved, textRead: false }, options).notStated.en).toEqual([
      'not known until the text has been read',
    ]);
  });
});

it('sums up in sentences, the authority named as in a sentence', () => {
  const view = stating(
    { action: 'relax', goods: ['drones'], destinations: ['Japan'], effectiveDate: '2027-04-05' },
    { language: 'en' },
  );

  expect(summarise(view, { market: 'US', authority: us }).summary).toEqual({
    en: 'The US commerce department eases drone export licensing for Japan, at once. Stated: licensing eased; goods: drones; for: Japan; from 5 April 2027, on issue.',
    zh: '美国商务部：放宽对日本无人机出口许可要求，即日起施行。已说明：放宽许可要求；物项：无人机；目的地：日本；2027年4月5日起施行（即日）。',
  });
});

it('takes the quantity words of an English text as they stand', () => {
  const view = { ...someApproved, language: 'en' as const, evidence: { quantity: quoted('a handful of') } };

  expect(summarise(view, options).stated.en[0]).toBe('applications approved: "a handful of"');
  expect(summarise(view, options).stated.zh[0]).toBe('已批准申请');
});
