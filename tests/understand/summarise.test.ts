import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/domain/facts.ts';
import type { Authority } from '../../src/domain/source.ts';
import { type Summarisable, summarise } from '../../src/understand/summarise.ts';
import { quoted, stating } from './summaries/story.ts';

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

const someApproved = stating(
  { action: 'approve', goods: ['rare earths'], licencesCount: 'unspecified', usFirms: 'unspecified' },
  { evidence: { quantity: quoted('一定数量的合规申请') } },
);
const options = { market: 'US', authority: china } as const;
const lines = (view: Summarisable, market: 'US' | 'EU' | 'Japan' = 'US') =>
  Object.values(summarise(view, { market, authority: china }).pushLine);

describe('the push line', () => {
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
    ${['dysprosium', 'terbium']}                        | ${'China controls dysprosium and terbium: export licence needed'}
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
    words                             | en                                                                         | zh
    ${'禁止向军事用户和军事用途出口'} | ${'bans some dual-use exports, those to military users and uses in Japan'} | ${'禁止向日本军事用户及军事用途出口两用物项'}
    ${'将六家实体列入管控名单'}       | ${'bans some dual-use exports, those to listed entities in Japan'}         | ${'禁止向日本有关实体出口两用物项'}
    ${'原则上不予许可'}               | ${'in principle refuses some dual-use export licences, those for Japan'}   | ${'原则上不予许可两用物项对日本出口'}
    ${'不予许可'}                     | ${'refuses some dual-use export licences, those for Japan'}                | ${'不予许可两用物项对日本出口'}
    ${'禁止向其出口'}                 | ${'bans some dual-use exports to Japan'}                                   | ${'禁止部分两用物项对日本出口'}
    ${'作出有关决定'}                 | ${'refuses some dual-use export licences for Japan'}                       | ${'不予许可部分两用物项对日本出口'}
  `('words a refusal no wider than "$words"', ({ words, en, zh }) => {
    const view = stating(
      { action: 'deny', goods: ['dual-use items'], destinations: ['Japan'] },
      { evidence: { action: quoted(words) } },
    );

    expect(lines(view)).toEqual([`China ${en}`, `商务部：${zh}`]);
  });

  it.each`
    rest                                                                              | en                                                       | zh
    ${{ lateness: 'late' }}                                                           | ${/^Late: China /}                                       | ${/^【补报】商务部/}
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

it('takes the quantity words of an English text as they stand', () => {
  const view = { ...someApproved, language: 'en' as const, evidence: { quantity: quoted('a handful of') } };

  expect(summarise(view, options).stated.en[0]).toBe('applications approved: "a handful of"');
  expect(summarise(view, options).stated.zh[0]).toBe('已批准申请');
});

it('claims nothing of a text that is only caught by its terms', () => {
  const link = { url: 'https://ministry.example/1', sourceId: 'xx', title: '輸出許可' };
  const view = (language: string) => ({
    ...stating({ action: 'statement' }),
    links: [{ ...link, language }],
  });

  expect(lines(view('ja'))).toEqual([
    'China writes on export licences or controls; the text is not read in detail',
    '商务部：发布涉及出口许可或管制的消息，内容未解读',
  ]);
  expect(summarise(view('ja'), options).notStated).toEqual({ en: [], zh: [] });
  expect(lines(view('zh-TW')).join()).toContain('no decision stated');
});
