import { describe, expect, test } from 'vitest';
import { details } from './support.ts';

describe('shares from which a rule applies', () => {
  test.each<[text: string, ...shares: number[]]>([
    ['原产于中国的物项占该物项的价值比例达到0.1%及以上的，须获得许可。', 0.1],
    ['原產於中國的物項價值佔比達到千分之一以上的，適用本公告。', 0.1],
    ['中国成分占比超过百分之二点五的物项须申请许可。', 2.5],
    ['管制物项价值占比不低于３％的，应当申请许可。', 3],
    ['价值比例达到1‰以上的物项须申请许可。', 0.1],
    ['A licence is needed where Chinese-origin material makes up 0.1 per cent or more of the value.', 0.1],
    ['The rule covers items with as little as 0.5% Chinese content by value.', 0.5],
    ['The de minimis threshold is 10% for this destination and 25% elsewhere.', 10, 25],
    ['对该国的最低比例为25%，其余为10%。', 25, 10],
    ['出口价值同比增长10%以上，已获许可的企业受益。'],
    ['纯度大于等于99.9%的物项须申请许可。'],
    ['对价值较高的管制物项加征25%以上关税。'],
    ['持股50%及以上的子公司同样适用管制规则。'],
    ['Affiliates owned 50 per cent or more are subject to the rule.'],
    ['Exports rose by more than 12% in value after the controls.'],
    ['The de minimis exemption ends: a tariff of 54% applies to parcels.'],
    ['The purity of the controlled powder is at least 99.5%.'],
  ])('%s', (text, ...shares) => {
    expect(details({ text }).thresholds.map(({ value }) => value)).toEqual(shares);
  });
});

describe('the bodies that issue a text', () => {
  test.each<[title: string, text: string, ...bodies: string[]]>([
    ['商务部 海关总署公告2028年第9号 公布有关决定', '', 'MOFCOM', 'Customs'],
    ['商務部、工業和信息化部、海關總署公告', '', 'MOFCOM', 'MIIT', 'Customs'],
    [
      '商务部 国家国防科工局 中央军委装备发展部关于无人艇的公告',
      '',
      'MOFCOM',
      'SASTIND',
      'CMC Equipment Development',
    ],
    ['国务院关税税则委员会公告2028年第4号', '', 'Tariff Commission'],
    ['国务院关于调整有关目录的决定', '', 'State Council'],
    ['有关公告', '【发布单位】安全与管制局\n【发布文号】2028年第3号公告', 'MOFCOM'],
    ['关于石英的公告', '现公告如下。\n商务部  海关总署\n2028年3月9日', 'MOFCOM', 'Customs'],
    ['两部门：管制石英', '商务部、科技部3月9日发布公告，管制石英。', 'MOFCOM', 'MOST'],
    ['MOFCOM & MOST Announcement 2028 No. 3: catalogue', '', 'MOFCOM', 'MOST'],
    [
      'Ministry of Commerce and General Administration of Customs Announcement No. 9',
      '',
      'MOFCOM',
      'Customs',
    ],
    ['Announcement of the Ministry of Commerce on quartz', '', 'MOFCOM'],
    ['BIS tightens controls on quartz', '', 'BIS'],
    ['美国商务部工业和安全局修订规则', '', 'BIS'],
    ['欧盟委员会更新两用物项清单', '', 'European Commission'],
    ['METI revises its end user list', '', 'METI'],
    ['Notice', 'Issued by: Export Control Joint Unit', 'ECJU'],
    ['Thailand’s Ministry of Commerce requires permits', ''],
    ['石英出口须申请许可', '经国务院批准，对石英实施管制。海关总署的数据另见。'],
    ['中方回应商务部研究院报告', ''],
    ['Most exporters welcome the rule', ''],
  ])('%s', (title, text, ...bodies) => {
    expect(details({ title, text }).issuers.map(({ value }) => value)).toEqual(bodies);
  });
});

describe('the spokesperson', () => {
  test.each<[text: string, name: string | null]>([
    ['商务部新闻发言人沈若川表示，将依法审批。', '沈若川'],
    ['商務部發言人梁詠芝3月9日在例行發布會上說，將依法審批。', '梁詠芝'],
    ['商务部发言人何亮：将依法审批。', '何亮'],
    ['商务部举行例行发布会。\n沈若川：将依法审批。', '沈若川'],
    ['有记者问及石英出口，沈若川答，已批准若干申请。', '沈若川'],
    ['Ministry spokesperson He Mingyuan said reviews go on.', 'He Mingyuan'],
    ['Spokeswoman Liang Yongzhi told reporters that reviews go on.', 'Liang Yongzhi'],
    ['Shen Ruochuan, a spokesman for the ministry, said reviews go on.', 'Shen Ruochuan'],
    ['Reviews go on, Shen Ruochuan said at a regular press conference.', 'Shen Ruochuan'],
    ['"Reviews go on," He Mingyuan said.', 'He Mingyuan'],
    ['The spokesperson was asked about quartz. He said reviews go on.', null],
    ['A ministry spokesperson said reviews go on.', null],
    ['MOFCOM Spokesperson Answers Press Questions on Quartz', null],
    ['Commerce Ministry Spokesperson Responds to Questions', null],
    ['商务部新闻发言人就石英出口答记者问', null],
    ['商务部新闻发言人今天表示，将依法审批。', null],
    ['商务部新闻发言人郑重指出，将依法审批。', null],
    ['商务部新闻发言人周四表示，将依法审批。', null],
    ['商务部新闻发言人应询表示，将依法审批。', null],
    ['发言人办公室表示，将依法审批。', null],
    ['俄外交部发言人金扎洛说，已获许可。', null],
    ['White House spokesperson Dana Wells said licences will follow.', null],
  ])('%s', (text, name) => {
    expect(details({ text }).spokesperson?.value ?? null).toBe(name);
  });

  test('of another country is named where that country publishes', () => {
    const text = 'White House spokesperson Dana Wells said licences will follow.';
    expect(details({ text, country: 'US' }).spokesperson?.value).toBe('Dana Wells');
  });
});

describe('until when comments are taken', () => {
  test.each<[text: string, day: string | null]>([
    ['意见反馈截止时间为2028年4月8日。', '2028-04-08'],
    ['意見反饋截止日期：2028年4月8日。', '2028-04-08'],
    ['请于2028年4月8日前将意见反馈至邮箱。', '2028-04-08'],
    ['现向社会公开征求意见，时间为2028年3月9日至4月8日。', '2028-04-08'],
    ['请于4月8日前书面提出意见。', '2028-04-08'],
    ['请于1月20日前书面提出意见。', '2029-01-20'],
    ['Comments must be received by 8 April 2028.', '2028-04-08'],
    ['Comments are due no later than Monday, April 10, 2028.', '2028-04-10'],
    ['Interested parties may by 8 April 2028 submit comments.', '2028-04-08'],
    ['The comment period closes on April 8, 2028.', '2028-04-08'],
    ['The public consultation runs until 8 April 2028.', '2028-04-08'],
    ['请于2028年4月8日前提交许可申请。', null],
    ['本公告自2028年4月8日起施行，相关意见已收到。', null],
    ['The ministry received comments on the rule published on April 8, 2027.', null],
    ['The rule takes effect on April 8, 2028; comments were few.', null],
    ['Applications are due by 8 April 2028.', null],
    ['A comment period of 60 days follows.', null],
  ])('%s', (text, day) => {
    expect(details({ text }).commentsUntil?.value ?? null).toBe(day);
  });
});

test('a text that states none of it has no details', () => {
  expect(details({ title: 'Harbour opens', text: 'A new quay was opened today. 今日启用新码头。' })).toEqual({
    relations: [],
    controlCodes: [],
    hsCodes: [],
    thresholds: [],
    issuers: [],
    spokesperson: null,
    commentsUntil: null,
  });
});
