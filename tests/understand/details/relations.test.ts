import { describe, expect, test } from 'vitest';
import { details, relations } from './support.ts';

describe('how a Chinese text writes the number of a notice', () => {
  test.each<[text: string, ...notices: string[]]>([
    ['详见商务部公告2027年第46号。', 'No. 46 of 2027'],
    ['详见商务部公告2027第61号。', 'No. 61 of 2027'],
    [
      '详见公告2027年第55号、56号、57号、58号。',
      'No. 55 of 2027',
      'No. 56 of 2027',
      'No. 57 of 2027',
      'No. 58 of 2027',
    ],
    ['详见2027年第55、56、57号公告。', 'No. 55 of 2027', 'No. 56 of 2027', 'No. 57 of 2027'],
    ['详见第31、32号公告。', 'No. 31 of 2028', 'No. 32 of 2028'],
    ['详见第31至34号公告。', 'No. 31 of 2028', 'No. 32 of 2028', 'No. 33 of 2028', 'No. 34 of 2028'],
    ['详见商务部、海关总署公告2027年第57号。', 'No. 57 of 2027'],
    ['詳見商務部、海關總署公告２０２７年第５７號。', 'No. 57 of 2027'],
    ['详见商务部公告〔2027〕8号。', 'No. 8 of 2027'],
    ['详见商务部令二〇二七年第6号。', 'Order No. 6 of 2027'],
    ['详见商务部、海关总署2005年第29号令。', 'Order No. 29 of 2005'],
    ['详见国务院令第792号。', 'State Council Order No. 792'],
    ['详见商务部2006年第50号（《关于石英的决定》）。', 'No. 50 of 2006'],
    ['详见不可靠实体清单工作机制〔2027〕9号。', 'UEL No. 9 of 2027'],
    [
      '不可靠实体清单工作机制的2027年第5号公告有效；并提及2027年第6号公告。',
      'UEL No. 5 of 2027',
      'UEL No. 6 of 2027',
    ],
    ['国务院关税税则委员会公告2027年第4号所列商品除外。', 'Tariff Commission No. 4 of 2027'],
    ['详见海关总署公告2027年第54号和第55号。', 'Customs No. 54 of 2027', 'Customs No. 55 of 2027'],
    ['详见商务部公告第一百二十三号。', 'No. 123 of 2028'],
    ['详见上述46号公告。', 'No. 46 of 2028'],
    ['先见公告2026年第46号，再见第46号公告。', 'No. 46 of 2026'],
    [
      '六份公告：第55号超硬材料、56号加工设备和原辅料、57号部分元素，另见别处。',
      'No. 55 of 2028',
      'No. 56 of 2028',
      'No. 57 of 2028',
    ],
  ])('%s', (text, ...notices) => {
    expect(relations({ text })).toEqual(notices.map((notice) => `cites ${notice}`));
  });
});

describe('how an English text writes the number of a notice', () => {
  test.each<[text: string, ...notices: string[]]>([
    ['See Announcement No. 46 of 2027.', 'No. 46 of 2027'],
    ['See MOFCOM Announcement No.35 of 2027.', 'No. 35 of 2027'],
    ['See Announcement 2027 No. 28.', 'No. 28 of 2027'],
    ['See Announcement [2027] No. 28.', 'No. 28 of 2027'],
    ['See Announcement No. 46 (2027) on this.', 'No. 46 of 2027'],
    [
      'See Announcements No. 55, 56, 57 and 58 of 2027.',
      'No. 55 of 2027',
      'No. 56 of 2027',
      'No. 57 of 2027',
      'No. 58 of 2027',
    ],
    ['See Nos. 55–58 of 2027.', 'No. 55 of 2027', 'No. 56 of 2027', 'No. 57 of 2027', 'No. 58 of 2027'],
    [
      'See Announcements No. 55 and 56 (joint) and No. 61.',
      'No. 55 of 2028',
      'No. 56 of 2028',
      'No. 61 of 2028',
    ],
    ['See Announcement No. 70, 28 entities are on it.', 'No. 70 of 2028'],
    ['See MOFCOM Order 2027 No. 6.', 'Order No. 6 of 2027'],
    ['See State Council Decree No. 835.', 'State Council Order No. 835'],
    ['As the Unreliable Entity List Working Mechanism Announcement No. 8 of 2027 said.', 'UEL No. 8 of 2027'],
    ['See the Customs Announcement No. 54 of 2027.', 'Customs No. 54 of 2027'],
    ['See the Ministry of Commerce and Customs Announcement No. 54 of 2027.', 'No. 54 of 2027'],
    ['Ｓｅｅ Ａｎｎｏｕｎｃｅｍｅｎｔ Ｎｏ． ４６ ｏｆ ２０２７．', 'No. 46 of 2027'],
  ])('%s', (text, ...notices) => {
    expect(relations({ text })).toEqual(notices.map((notice) => `cites ${notice}`));
  });
});

describe('what is no notice', () => {
  test.each([
    '今年第3号台风明日登陆，2028年第5号台风正在生成。',
    '日本根据1949年第378号政令作出修订。',
    '安理会通过第2801(2027)号决议。',
    '申领程序按商产发〔2012〕318号执行。',
    '主管部门责令3号仓库停业，并发布公告：1.停止销售。',
    '根据《出口管制法》第十二条，对2027年第2批货物实施管制。',
    'The Export Control (Amendment) (No. 2) Regulations 2027 amend the Export Control Order 2008.',
    'Pursuant to Executive Order No. 14399 and General Order No. 4, BIS acts.',
    'See Law No. 12 of 2008 and Case No. 33 of 2020.',
    'The firm is No. 1 in 14 countries, and No. 3 elsewhere.',
  ])('%s', (text) => {
    expect(relations({ text })).toEqual([]);
  });
});

describe('what is done to a notice in Chinese', () => {
  test.each<[text: string, ...relations: string[]]>([
    ['决定暂停实施商务部公告2027年第46号。', 'suspends No. 46 of 2027'],
    ['自即日起至2029年1月9日，暂停实施商务部公告2027年第46号第二款。', 'suspends No. 46 of 2027 §2'],
    ['中止执行公告2027年第46号第一条第（三）项。', 'suspends No. 46 of 2027 §1(3)'],
    ['商务部公告2027年第46号第二款自2028年3月9日至2028年11月27日暂停实施。', 'suspends No. 46 of 2027 §2'],
    ['商务部公告2027年第46号规定的措施，自2028年3月9日起停止执行。', 'repeals No. 46 of 2027'],
    [
      '暂停实施商务部、海关总署公告2027年第55号（公布对砂轮实施出口管制的决定）、56号（公布对设备实施管制的决定），商务部公告2027年第61号、62号。',
      'suspends No. 55 of 2027',
      'suspends No. 56 of 2027',
      'suspends No. 61 of 2027',
      'suspends No. 62 of 2027',
    ],
    [
      '暫停實施第55至57號及61號公告。',
      'suspends No. 55 of 2028',
      'suspends No. 56 of 2028',
      'suspends No. 57 of 2028',
      'suspends No. 61 of 2028',
    ],
    ['继续暂停实施公告2027年第21号对16家实体的措施。', 'extends No. 21 of 2027'],
    ['公告2027年第21号对16家实体的措施，自2028年4月1日起继续暂停一年。', 'extends No. 21 of 2027'],
    ['将公告2027年第70号规定的暂停期限延长至2029年1月10日。', 'extends No. 70 of 2027'],
    [
      '本公告自2028年5月1日起施行，商务部公告2006年第50号（《关于对石英实施临时管制的决定》）同时废止。',
      'repeals No. 50 of 2006',
    ],
    ['废止商务部公告2011年第3号、公告2012年第4号。', 'repeals No. 3 of 2011', 'repeals No. 4 of 2012'],
    ['公告2011年第3号和公告2012年第4号同时废止。', 'repeals No. 3 of 2011', 'repeals No. 4 of 2012'],
    [
      '暂停实施公告2027年第46号，同时废止公告2020年第3号。',
      'suspends No. 46 of 2027',
      'repeals No. 3 of 2020',
    ],
    ['公告2020年第3号失效。', 'repeals No. 3 of 2020'],
    ['对商务部公告2006年第50号中所列的物项范围进行优化调整。', 'amends No. 50 of 2006'],
    ['将公告2027年第31号附件中的“甲”修改为“乙”。', 'amends No. 31 of 2027'],
    [
      '根据商务部公告2027年第46号，决定废止公告2020年第3号。',
      'implements No. 46 of 2027',
      'repeals No. 3 of 2020',
    ],
    ['为落实公告2027年第46号，现就申请程序通知如下。', 'implements No. 46 of 2027'],
    ['商务部发布2028年第70号公告，自即日起暂停实施2027年第55号公告。', 'suspends No. 55 of 2027'],
    ['有记者问：商务部是否会暂停实施2027年第55号公告？', 'cites No. 55 of 2027'],
    ['不会废止2027年第55号公告。', 'cites No. 55 of 2027'],
    ['企业呼吁暂停实施2027年第55号公告。', 'cites No. 55 of 2027'],
    ['商务部公告2027年第55号继续有效。', 'cites No. 55 of 2027'],
    ['停止2027年3月4日公告（公告2027年第13号）规定的措施。', 'repeals No. 13 of 2027'],
    ['对《许可证管理办法》（商务部令2004年第28号）作如下说明。', 'cites Order No. 28 of 2004'],
    ['根据有关规定，暂停实施2027年第55号公告。', 'suspends No. 55 of 2027'],
    ['根据《出口管制法》等法律，公布暂停实施有关措施的公告2027年第70号已经施行。', 'cites No. 70 of 2027'],
  ])('%s', (text, ...expected) => {
    expect(relations({ text })).toEqual(expected);
  });
});

describe('what is done to a notice in English', () => {
  test.each<[text: string, ...relations: string[]]>([
    [
      'The ministry suspended Announcement No. 46 of 2027 (paragraph 2) until 9 January 2029.',
      'suspends No. 46 of 2027 §2',
    ],
    ['Paragraph 2 of Announcement No. 46 of 2027 is suspended.', 'suspends No. 46 of 2027 §2'],
    [
      'The second paragraph of MOFCOM Announcement No. 46 of 2027 was put on hold.',
      'suspends No. 46 of 2027 §2',
    ],
    [
      'Announcements No. 55 and 56 of 2027 (joint) and Announcement No. 61 of 2027 are suspended.',
      'suspends No. 55 of 2027',
      'suspends No. 56 of 2027',
      'suspends No. 61 of 2027',
    ],
    [
      'It suspends, for one year, the measures imposed under MOFCOM Order 2027 No. 6.',
      'suspends Order No. 6 of 2027',
    ],
    ['It extends the suspension of Announcement No. 21 of 2027.', 'extends No. 21 of 2027'],
    ['Announcement No. 21 of 2027 will remain suspended until 2029.', 'extends No. 21 of 2027'],
    [
      'Sixteen firms in Announcement No. 21 will have their measures suspended for another year.',
      'extends No. 21 of 2028',
    ],
    [
      'It said it would suspend Announcements 2027 Nos. 55 and 56.',
      'suspends No. 55 of 2027',
      'suspends No. 56 of 2027',
    ],
    [
      'The ministry suspends the following announcements: Announcement No. 55 of 2027 of the Ministry of Commerce and Customs, and Announcement No. 61 of 2027.',
      'suspends No. 55 of 2027',
      'suspends No. 61 of 2027',
    ],
    ['A decision (repealing Announcement No. 3 of 2020) was published.', 'repeals No. 3 of 2020'],
    ['Announcement No. 3 of 2020 is hereby repealed.', 'repeals No. 3 of 2020'],
    ['This replaces Announcement No. 3 of 2020.', 'repeals No. 3 of 2020'],
    ['The ministry revised the catalogue released under Announcement 2023 No. 57.', 'amends No. 57 of 2023'],
    ['Announcement No. 57 of 2023 was amended.', 'amends No. 57 of 2023'],
    ['Pursuant to Announcement No. 46 of 2027, exporters report quarterly.', 'implements No. 46 of 2027'],
    ['The measures were suspended by Announcement No. 70 of 2027.', 'cites No. 70 of 2027'],
    ['Announcement No. 46 of 2027 is not suspended.', 'cites No. 46 of 2027'],
    ['Firms urged the ministry to suspend Announcement No. 46 of 2027.', 'cites No. 46 of 2027'],
    ['Will the ministry suspend Announcement No. 46 of 2027?', 'cites No. 46 of 2027'],
    ['According to Announcement No. 46 of 2027 users declare their end use.', 'cites No. 46 of 2027'],
  ])('%s', (text, ...expected) => {
    expect(relations({ text })).toEqual(expected);
  });
});

describe('the notice itself', () => {
  test.each<[title: string, text: string, ...relations: string[]]>([
    [
      '商务部公告2028年第72号 关于暂停实施有关措施的公告',
      '暂停实施公告2027年第46号。',
      'suspends No. 46 of 2027',
    ],
    [
      '商务部 海关总署公告2028年第70号 公布暂停实施商务部公告2027年第55号的决定',
      '本公告自公布之日起实施。',
      'suspends No. 55 of 2027',
    ],
    ['关于废止公告2020年第3号的公告', '公告2020年第3号自即日起停止执行。', 'repeals No. 3 of 2020'],
    [
      '有关公告',
      '【发布文号】商务部公告2028年第14号\n根据公告2027年第9号，决定如下。',
      'implements No. 9 of 2027',
    ],
    ['Announcement No. 70 of 2028 suspends Announcement No. 55 of 2027', '', 'suspends No. 55 of 2027'],
    [
      'Shipyard listed',
      'Announcement No. 51 of 2028 puts a shipyard on the list under Announcement No. 9 of 2027.',
      'implements No. 9 of 2027',
    ],
    [
      '商务部新闻发言人就公告2028年第61号答记者问',
      '问：有何考虑？\n答：商务部发布2028年第62号公告。',
      'cites No. 61 of 2028',
      'cites No. 62 of 2028',
    ],
  ])('is told from the others: %s', (title, text, ...expected) => {
    expect(relations({ title, text })).toEqual(expected);
  });

  test('gives its year to a number without one only where it is known', () => {
    expect(relations({ text: '详见第31号公告。', publishedOn: null })).toEqual([]);
    expect(
      relations({ title: '商务部公告2026年第7号', text: '详见第31号公告。', publishedOn: null }),
    ).toEqual(['cites No. 31 of 2026']);
  });
});

test('a heading acts on the notices listed below it', () => {
  const text =
    '现决定暂停实施以下公告：\n1.商务部公告2027年第55号\n2.商务部公告2027年第56号\n特此公告。\n另见公告2020年第3号。';
  expect(relations({ text })).toEqual([
    'suspends No. 55 of 2027',
    'suspends No. 56 of 2027',
    'cites No. 3 of 2020',
  ]);
});

test('the number and the verb are quoted', () => {
  const [relation] = details({
    text: '自即日起，暂停实施商务部公告2027年第46号（《决定》）第二款。',
  }).relations;
  expect(relation?.quotes.map(({ words }) => words)).toEqual([
    '商务部公告2027年第46号（《决定》）第二款',
    '暂停实施',
  ]);
});
