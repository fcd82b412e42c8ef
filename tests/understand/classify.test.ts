import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/domain/facts.ts';
import { type Document, judge, THRESHOLD } from '../../src/understand/classify.ts';

const publishedOn = '2027-03-18';

function document(title: string, text = ''): Document {
  return { title, text, publishedOn };
}

const decided: [action: Action, title: string, text: string][] = [
  ['approve', '商务部：继续推进铟出口许可工作', '发言人介绍，截至目前已批准了若干家企业提交的铟出口申请。'],
  ['approve', '发言人谈铋制品出口', '主管部门近日向多家企业发放了铋制品出口许可证。'],
  [
    'approve',
    '例行发布会实录',
    '问：碲出口申请办得如何？\n答：符合条件的碲出口许可申请，我们都及时予以了批准。',
  ],
  [
    'approve',
    '商务部新闻发言人就锗制品出口许可审批情况答记者问',
    '答：经依法审查，商务部已批准一定数量的锗制品出口许可申请，其余合规申请正在办理。',
  ],
  ['approve', '商務部：部分鉬出口申請已獲批准', '發言人說，有關企業已取得兩用物項出口許可證。'],
  [
    'approve',
    'Ministry clears first bismuth shipments',
    'It said it had granted export licences to three smelters.',
  ],
  [
    'approve',
    'Weekly briefing',
    'Several applications to export tellurium have been approved, the spokeswoman said.',
  ],
  [
    'approve',
    'Indium exporters get permits',
    'Two refiners received export permits from the ministry this week.',
  ],
  [
    'resume',
    'Ministry to restart licensing',
    'It has resumed issuing export licences for molybdenum powder.',
  ],
  ['resume', '商务部恢复受理钼粉出口许可申请', '自下周一起，各地商务主管部门恢复受理钼粉出口许可申请。'],
  ['suspend', '关于暂停受理钨制品出口许可申请的通知', '即日起暂停受理钨制品出口许可申请。'],
  [
    'suspend',
    'Norway halts arms exports to Ruritania',
    'The government has suspended export licences for munitions.',
  ],
  ['deny', '商务部公告2027年第9号 将5家日本实体列入出口管制管控名单', '禁止向上述实体出口两用物项。'],
  [
    'deny',
    'Ministry lists four Canadian firms',
    'It put them on its export control list and banned exports of dual-use items to them.',
  ],
  ['deny', '关于对某国锗出口的决定', '原则上不予许可锗相关两用物项对该国军事用户出口。'],
  [
    'new_control',
    '商务部 海关总署公告2027年第12号 公布对铼相关物项实施出口管制的决定',
    '出口上述物项应当向国务院商务主管部门申请许可。',
  ],
  ['new_control', '海關公告', '下列物項未經許可，不得出口：一、高純度石墨制品。'],
  [
    'new_control',
    'Norway tightens rules',
    'From 1 May exporters of quantum computing items must obtain a licence before shipping.',
  ],
  [
    'new_control',
    'Certain tungsten articles',
    'They may not be exported without a permit from the minister.',
  ],
  [
    'relax',
    'Order on licence rules',
    'The rule removes license requirements for exports of cameras to allies.',
  ],
  ['relax', '关于优化石墨出口管理的公告', '低纯度石墨制品不再需要办理出口许可证，取消临时出口管制。'],
  ['relax', 'Bureau eases controls', 'The final rule relaxes export controls on civil drones.'],
  [
    'suspend_control',
    '商务部公告2027年第20号 关于暂停实施第15号公告的公告',
    '自即日起至2028年3月1日，暂停实施2027年第15号公告。',
  ],
  [
    'suspend_control',
    'Ministry puts five announcements on hold',
    'Its export control announcements of January are suspended until 1 March 2028.',
  ],
  [
    'extend_suspension',
    '关于继续暂停出口管制公告的决定',
    '经研究，继续暂停实施第15号公告一年，暂停期延长至2029年3月1日。',
  ],
  [
    'extend_suspension',
    'Pause prolonged',
    'The ministry extended the suspension of its export controls on graphite to 1 March 2029.',
  ],
  [
    'procedure',
    '商务部 海关总署公告2027年第80号 公布《出口许可证管理货物目录（2028年）》',
    '本公告自2028年1月1日起执行。',
  ],
  [
    'procedure',
    'Notice to exporters',
    'The notice sets out licensing procedures for exports of agricultural commodities.',
  ],
  ['clarify', 'Spokesman on controls', 'Export controls on antimony are not an export ban, he said.'],
  [
    'clarify',
    '商务部新闻发言人就锑出口管制政策应询答记者问',
    '出口管制不是禁止出口，对符合规定的申请，将予以许可。',
  ],
  ['statement', '商务部：加快稀土出口许可审查', '中方将持续加快对稀土出口许可申请的审查。'],
  [
    'statement',
    'Ministry on licences',
    'It will speed up the review of export licence applications for magnets.',
  ],
  [
    'other',
    'Correction of the rule on drones',
    'This document corrects an error in the final rule on export controls for drones.',
  ],
];

describe('what a text says was done', () => {
  test.each(decided)('%s: %s', (action, title, text) => {
    const { relevant, parts } = judge(document(title, text));
    expect({ relevant, action: parts[0]?.facts.action }).toEqual({ relevant: true, action });
  });
});

const traps: [rule: string, title: string, text: string][] = [
  [
    'import-licence',
    'Ministry opens cheese quota',
    'Dealers with an import licence may bring in 4,000 tonnes of cheese.',
  ],
  ['import-licence', '乳制品企业获得进口许可', '该企业日前获得进口许可证，首批货物已到港。'],
  [
    'other-licence',
    'Agency to grant patent license',
    'It intends to grant an exclusive patent license to Example Corp.',
  ],
  ['other-licence', '市场监管总局发放生产许可证', '12家出口企业获得食品生产许可证，自动驾驶牌照同日发放。'],
  [
    'other-licence',
    'Regulator auctions spectrum licenses',
    'It granted wireless licenses to exporters of telecom gear.',
  ],
  [
    'sanctions-licence',
    'Treasury issues web general license 210',
    'The Office of Foreign Assets Control is issuing a general license authorizing exports of grain.',
  ],
  [
    'certificate-of-review',
    'Export Trade Certificate of Review',
    'The Secretary issued an Export Trade Certificate of Review to Example Nuts LLC.',
  ],
  [
    'unreliable-entities-title',
    '商务部将4家企业列入不可靠实体清单',
    '禁止上述企业从事与中国有关的进出口活动。',
  ],
  [
    'unreliable-entities-title',
    'Two firms put on unreliable entity list',
    'They may apply to the ministry to export goods with a licence.',
  ],
  ['countermeasures-title', '关于对两家实体采取反制措施的决定', '禁止向其出口相关物项。'],
  ['trade-remedy-title', '对进口硅铁发起反倾销立案调查', '调查自2027年3月18日起开始，出口企业可申请参加。'],
  ['trade-statistics', '2月稀土出口4811吨 同比增长3%', '去年对七种中重稀土实施出口管制。'],
  [
    'trade-statistics',
    'Rare earth exports rise to highest since 2019',
    'Licences were granted faster last year, traders said.',
  ],
  ['reaction', '商务部新闻发言人就美将我企业列入实体清单答记者问', '美方滥用出口管制，中方坚决反对。'],
  [
    'protest',
    'Spokesperson on new foreign bill',
    'The ministry firmly opposes the abuse of export controls.',
  ],
  ['meeting', '中挪出口管制对话举行', '双方就出口管制交换了意见。'],
  [
    'meeting',
    'Export control working group held in Oslo',
    'Both sides discussed the licensing of dual-use exports.',
  ],
  [
    'no-answer',
    'Foreign ministry on magnets',
    'On export licences he referred reporters to the competent authorities.',
  ],
  [
    'paperwork',
    'Agency Information Collection Activities; export licence form',
    'Comments on the form to apply for an export licence are invited.',
  ],
  ['multilateral-regime', 'Wassenaar Arrangement plenary ends', 'Members updated the control list.'],
  ['enforcement', 'Firm pays penalty for smuggling of drones', 'It had shipped goods without a licence.'],
  ['draft-law', '国务院常务会议', '会议审议通过《出口许可证管理办法（草案）》。'],
  ['market-access', '批准12家肉类企业对华出口牛肉', '上述企业获得对华出口资质。'],
  [
    'others-ask',
    'Union urges Beijing to act',
    'It urged Beijing to speed up the review of export licence applications.',
  ],
  [
    'history',
    'Prices of bismuth rise',
    'Dealers recalled that the ministry imposed export controls on bismuth.',
  ],
  ['draft-law', 'Lawmakers on chips', 'The bill would require export licences for AI chips.'],
  ['quota', 'Cobalt quotas set', 'Firms must obtain a licence for exports within their quotas.'],
  ['foreign-measure', '发言人谈磋商', '美方将暂停实施其出口管制规则一年。'],
];

describe('what only looks like news of export licences', () => {
  test.each(traps)('%s keeps silent about: %s', (rule, title, text) => {
    const { relevant, reasons, parts } = judge(document(title, text));
    expect(relevant, JSON.stringify(reasons)).toBe(false);
    expect(parts).toEqual([]);
    expect(reasons.map((reason) => reason.rule)).toContain(rule);
  });

  test("a reporter's question is not the ministry's answer", () => {
    const text = '问：听说已批准了一批钆出口许可申请，请问是否属实？\n答：中方的立场是一贯的。';
    expect(judge(document('外交部例行记者会', text)).relevant).toBe(false);
  });

  test('a question of several sentences ends with the answer', () => {
    const text = [
      '问：某国商务部表示情况有变。另有报道称，贵方已批准多家企业的钆出口申请。请问如何评论？',
      '答：我们依法开展许可审查。',
    ].join('\n');
    const { parts } = judge(document('发言人答记者问', text));
    expect(parts.map(({ facts }) => facts.action)).not.toContain('approve');
  });

  test('a text without any wording says so', () => {
    const { relevant, reasons } = judge(document('县域消费品下乡', '多地开展家电以旧换新。'));
    expect(relevant).toBe(false);
    expect(reasons.map(({ rule, says }) => ({ rule, says }))).toEqual([
      { rule: 'no-licence-wording', says: 'no export-licence wording found' },
    ]);
  });
});

describe('conditions, intentions and history are not approvals', () => {
  test.each([
    'Applications that meet the rules can be approved.',
    'Export licences will be granted to compliant applicants.',
    'The ministry has not approved any application to export gadolinium.',
    'Exporters hope that licences have been granted by June.',
    '对符合规定的出口申请，将予以批准。',
    '尚未批准钆出口申请。',
    '如批准有关出口申请，将另行通知。',
    '由商务部颁发两用物项出口许可证件。',
    '经国务院批准，决定对下列物项实施出口管制。',
  ])('%s', (text) => {
    const { parts } = judge(document('Export licences 出口许可', text));
    expect(parts.map(({ facts }) => facts.action)).not.toContain('approve');
  });
});

describe('what was done long ago', () => {
  test.each<[publishedOn: string | null, relevant: boolean]>([
    ['2027-03-18', false],
    ['2016-02-01', true],
    ['2015-06-01', true],
    [null, true],
  ])('by the day of publication, %s: relevant %s', (publishedOn, relevant) => {
    const texts = [
      'In 2015 the ministry imposed export controls on bismuth.',
      '2015年，主管部门对铋实施出口管制。',
    ];
    for (const text of texts) expect(judge({ title: 'Metals', text, publishedOn }).relevant).toBe(relevant);
  });
});

describe("the publisher's own decision beside another's measure", () => {
  test.each<[text: string, relevant: boolean]>([
    ['美国商务部暂停了有关规则，中方也已批准部分稀土出口申请。', true],
    ['美国商务部暂停实施有关规则，已批准部分稀土出口申请。', false],
    ['The US suspended its rule, and China has approved several applications to export rare earths.', true],
  ])('%s', (text, relevant) => {
    expect(judge({ title: '发言人谈话', text, publishedOn, country: 'CN' }).relevant).toBe(relevant);
  });
});

test('a licence fact in an unrelated story is found', () => {
  const text = [
    'Storms closed two airports on Tuesday.',
    'In other news, Norway will suspend exports of war materiel to Ruritania, the foreign minister said.',
    'Football: the national team drew.',
  ].join('\n');
  expect(judge(document('Evening round-up', text)).parts[0]?.facts).toMatchObject({
    action: 'suspend',
    goods: ['war materiel'],
  });
});

test('every quote is the slice of the original at its offsets', () => {
  const words = fc.constantFrom(
    ...decided.flatMap(([, title, text]) => [title, text]),
    ...traps.map(([, , text]) => text),
    '自２０２７年５月１日起施行。',
    'U.S. firms, No. 7 of 2027; 「鑭」',
    '𠮷　',
    '\n',
  );
  const texts = fc.array(fc.oneof(words, fc.string({ unit: 'binary' })), { maxLength: 8 });
  fc.assert(
    fc.property(texts, texts, (titles, lines) => {
      const it = document(titles.join(' '), lines.join('\n'));
      const { reasons, parts, score, relevant } = judge(it);
      const quotes = [
        ...reasons.map(({ quote }) => quote),
        ...parts.flatMap(({ evidence }) => Object.values(evidence).flat()),
      ];
      expect(reasons.length).toBeGreaterThan(0);
      expect(relevant).toBe(score >= THRESHOLD);
      for (const { in: where, start, end, words: quoted } of quotes) {
        expect(it[where].slice(start, end)).toBe(quoted);
      }
    }),
  );
});

test('every stated fact has its words', () => {
  for (const [, title, text] of decided) {
    for (const { facts, evidence } of judge(document(title, text)).parts) {
      const stated = Object.entries(facts).filter(([, value]) => value !== null && value.length !== 0);
      expect(Object.keys(evidence)).toEqual(expect.arrayContaining(stated.map(([name]) => name)));
    }
  }
});
