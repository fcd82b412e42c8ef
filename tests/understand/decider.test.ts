import { describe, expect, test } from 'vitest';
import { judge } from '../../src/understand/classify.ts';
import { isElsewhere } from '../../src/understand/decider.ts';
import { placeText } from '../../src/understand/phrases/places.ts';

function judged(title: string, text: string, country = 'CN') {
  return judge({ title, text, country, publishedOn: '2027-03-18' });
}

const foreign: [country: string, title: string, text: string][] = [
  [
    'Netherlands',
    '荷兰收紧量子计算设备出口管制',
    '2027年3月5日，荷兰政府发布消息，自4月1日起，更多种类的量子计算设备出口将需要申请许可证。',
  ],
  ['Thailand', '国际动态', '据当地媒体报道，泰国商务部近日宣布对粗糖实施出口许可证管理。'],
  ['Indonesia', '印尼贸易部：棕榈油出口须经批准', '印尼贸易部3月2日发布条例，对棕榈油实施出口许可证管理。'],
  ['Japan', '国际动态', '3月12日，日本经济产业省修订《出口贸易管理令》，新增4项管制货物。'],
  ['Japan', '国际动态', '经济产业省宣布扩大半导体材料出口管制。'],
  ['United States', '美商务部：放宽对中东芯片出口许可', '美商务部表示，将放宽先进计算芯片的出口许可政策。'],
  ['United States', '商务部介绍芯片贸易情况', '中方注意到，美方批准了有关公司的芯片出口申请。'],
  ['Singapore', '国际动态', '新加坡海关发布通告，提醒贸易商出口量子计算设备须申请许可。'],
  ['United States', '国际动态', '芯片公司称，美国政府保证将发放出口许可证。'],
  ['United States', '一种芯片获准对华出口', '该芯片已获美国政府批准向中国出口，许可证上周签发。'],
  ['EU', '歐盟更新兩用物項管制清單', '歐委會3月9日公布新的兩用物項出口管制清單，新增量子計算物項。'],
  ['EU', '欧盟更新清单', '3月9日，欧委会发布公告，修订两用物项出口管制清单。'],
  ['Japan', '国际动态', '日本和荷兰宣布扩大半导体设备出口管制。'],
  ['DR Congo', '国际动态', '近日，刚果（金）政府决定暂停钴出口，有关许可证停止签发。'],
  ['Switzerland', '国际要闻', '瑞士联邦委员会12日发表声明说，将暂停向交战国出口战争物资。'],
  [
    'Netherlands',
    'The Netherlands tightens controls',
    'On 5 March, the Dutch government expanded export controls on quantum computing items.',
  ],
  [
    'Thailand',
    'Thailand Tightens Raw Sugar Export Controls',
    'No person may export raw sugar without written approval.',
  ],
  [
    'United States',
    'US grants Acme licence to export chips to China, ministry comments',
    'The US Commerce Department has issued export licences to the chipmaker.',
  ],
  [
    'United States',
    'Ministry comments on chip sales',
    "China's commerce ministry said it has noted that Washington, on its own initiative, has approved exports of the chips to China.",
  ],
  [
    'Japan',
    'Weekly notes',
    'Export licences for lithography chemicals were granted by the Japanese government on Monday.',
  ],
  ['Japan', 'Weekly notes', 'METI announced new export controls on photoresists.'],
  [
    'EU',
    'Weekly notes',
    'On 9 March 2027, the European Commission adopted new export controls on quantum computing items.',
  ],
  ['Canada', 'Weekly notes', "Canada's trade minister said it would impose export controls on graphite."],
  ['South Korea', 'Weekly notes', 'South Korea and Japan will impose export controls on photoresists.'],
];

const chinese: [title: string, text: string][] = [
  ['关于加强有关物项出口管制的公告', '决定加强有关两用物项对美国出口管制，禁止两用物项对美国军事用户出口。'],
  ['商务部公告2027年第9号', '将3家美国实体列入出口管制管控名单，禁止向上述美国实体出口两用物项。'],
  ['商务部公告2027年第10号', '日本近日修订出口贸易管理令。决定对下列物项实施出口管制，未经许可，不得出口。'],
  ['中美经贸磋商情况', '中美双方商定，自5月1日起，暂停实施有关出口管制措施一年。'],
  [
    '发言人介绍磋商情况',
    '美方将暂停实施其半导体出口管制穿透性规则一年。中方将暂停实施3月9日公布的相关出口管制等措施一年。',
  ],
  ['答记者问', '答：美方日前宣布扩大半导体设备出口管制。为维护国家安全，中方决定对铼相关物项实施出口管制。'],
  ['答记者问', '针对美方收紧芯片出口管制，决定对铼相关物项实施出口管制。'],
  ['商务部就对日出口答问', '日本企业的稀土出口申请，商务部已依法予以批准。'],
  ['答记者问', '日方宣布扩大半导体出口管制。关于稀土，我们已批准了部分出口申请。'],
  ['发言人答问', '日本企业的稀土出口许可申请已获批准。'],
  ['发言人答问', '日本对稀土需求上升，已批准一定数量的出口申请。'],
  ['消息', '美国媒体称，中国已批准多家企业的稀土出口申请。'],
  ['消息', '日本政府所关心的铼出口，商务部已批准了有关申请。'],
  ['消息', '德国公司已取得稀土出口许可证。'],
  ['消息', '日方已获得稀土出口许可证。'],
  ['商務部發言人談對美出口', '商務部決定自即日起暫停實施對美國出口管制措施，為期一年。'],
  [
    'Announcement No. 9 of 2027',
    'Three US entities are added to the export control list; exports of dual-use items to them are prohibited.',
  ],
  [
    'MOFCOM Announcement No. 10 of 2027',
    'Japan has imposed export controls on photoresists. It is decided to impose export controls on rhenium.',
  ],
  ['Ministry suspends measures', 'China suspends export control measures against US entities for a year.'],
  ['China-US consultations', 'Both sides agreed to suspend export control measures for one year.'],
  [
    'Answers',
    'The US expanded its export controls on chips last week. China has decided to impose export controls on rhenium.',
  ],
  [
    'Answers',
    'After the US tightened export controls on chips, the ministry imposed export controls on rhenium.',
  ],
  ['Answers', 'US firms have received export licences for rare earths.'],
  ['Answers', 'Japan has received export permits for rare earth magnets.'],
  ['Answers', 'US officials say China has approved export licences for rare earths.'],
  ['Answers', 'Japanese applications to export rare earths have been approved.'],
  ['Answers', "Export licences for US firms were granted by China's commerce ministry."],
  [
    'Answers',
    'The United States urged the ministry to relax export controls; some export licences have been granted.',
  ],
];

describe('whose decision a text reports', () => {
  test.each(foreign)('%s: %s / %s', (country, title, text) => {
    const { relevant, parts, reasons } = judged(title, text);
    expect({ relevant, decidedBy: parts[0]?.decidedBy }).toEqual({ relevant: true, decidedBy: country });
    expect(reasons[0]).toMatchObject({
      rule: 'decided-elsewhere',
      says: `reports a decision of ${placeText(country, 'en')}, not of this ministry`,
      points: 0,
    });
  });

  test.each(chinese)("the Chinese ministry's own: %s / %s", (title, text) => {
    const { relevant, parts, reasons } = judged(title, text);
    expect(relevant).toBe(true);
    expect([null, 'China']).toContain(parts[0]?.decidedBy);
    expect(reasons.map(({ rule }) => rule)).not.toContain('decided-elsewhere');
  });

  test.each([
    ['JP', '日本经济产业省宣布扩大半导体材料出口管制。', 'Japan'],
    ['JP', 'METI announced new export controls on photoresists.', 'Japan'],
    ['JP', '中国商务部宣布对铼相关物项实施出口管制。', 'China'],
    ['EU', 'The European Commission adopted new export controls on photoresists.', 'EU'],
    ['GB', 'The United Kingdom announced new export controls on photoresists.', 'United Kingdom'],
    ['', 'MOFCOM announced new export controls on rhenium.', 'China'],
    ['', 'Exports of rhenium may not leave without a licence.', null],
  ])('on a page of %s: %s', (country, text, decidedBy) => {
    const { parts, reasons } = judged('-', text, country);
    expect(parts[0]?.decidedBy).toBe(decidedBy);
    const silenced = reasons.some(({ rule }) => rule === 'decided-elsewhere');
    expect(silenced).toBe(country !== '' && isElsewhere(decidedBy, country));
  });

  test('the subject is quoted where it stands', () => {
    const text = '近日，荷兰政府宣布扩大光刻设备出口管制。';
    const [first] = judged('国际动态', text).reasons;
    expect(first?.quote).toEqual({ in: 'text', start: 3, end: 5, words: '荷兰' });
  });

  test('what the publisher decides itself gives the facts, not what it says of others', () => {
    const [part] = judged(
      '答记者问',
      '美方已批准一定数量的芯片出口申请。中方决定自即日起对铼相关物项实施出口管制。',
    ).parts;
    expect(part?.decidedBy).toBe('China');
    expect(part?.facts).toMatchObject({ action: 'new_control', licencesCount: null, usFirms: null });
  });

  test('a page of any shape is read in linear time', () => {
    for (const words of ['荷兰宣布批准出口申请', 'Japan granted export licences and ', '美国、']) {
      const { decidedBy } = judged('荷兰政府批准出口申请', words.repeat(20_000)).parts[0] ?? {};
      expect(decidedBy).toBeDefined();
    }
  });
});

describe('another country than the publisher', () => {
  test.each([
    ['Japan', 'CN', true],
    ['China', 'CN', false],
    ['EU', 'EU', false],
    ['Germany', 'EU', true],
    ['United Kingdom', 'GB', false],
    [null, 'CN', false],
  ])('%s, on a page of %s: %s', (decidedBy, country, expected) => {
    expect(isElsewhere(decidedBy, country)).toBe(expected);
  });
});
