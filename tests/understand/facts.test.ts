import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/domain/facts.ts';
import { type Document, judge } from '../../src/understand/classify.ts';

const notice = '商务部公告：对铋相关物项实施出口管制';
const approval = 'Ministry approves bismuth exports';

function understood(document: Partial<Document>) {
  const [part] = judge({ title: notice, text: '', publishedOn: '2027-03-18', ...document }).parts;
  if (!part) throw new Error('the text was not understood at all');
  return part;
}

function fact<Name extends keyof Facts>(name: Name, document: Partial<Document>): Facts[Name] {
  return understood(document).facts[name];
}

describe('the number of the notice', () => {
  test.each([
    ['商务部公告2027年第61号 公布对铋实施出口管制的决定', 'No. 61 of 2027'],
    ['商务部公告2027第62号 公布对铋实施出口管制的决定', 'No. 62 of 2027'],
    ['商务部令二〇二七年第2号 对铋实施出口管制', 'No. 2 of 2027'],
    ['商務部公告２０２７年第７號 對鉍實施出口管制', 'No. 7 of 2027'],
    ['商务部公告〔2027〕9号 对铋实施出口管制', 'No. 9 of 2027'],
    ['Announcement No. 61 of 2027 imposes export controls on bismuth', 'No. 61 of 2027'],
    ['MOFCOM Announcement 2027 No. 28 imposes export controls on bismuth', 'No. 28 of 2027'],
    ['MOFCOM Announcement No.35 of 2027: export controls on bismuth', 'No. 35 of 2027'],
  ])('%s', (title, number) => {
    expect(fact('announcementNo', { title })).toBe(number);
  });

  test('is read from the document line', () => {
    expect(fact('announcementNo', { text: '【发布文号】商务部公告2027年第14号' })).toBe('No. 14 of 2027');
  });

  test.each([
    'In a joint notice, numbered 70, the ministry imposed export controls on bismuth.',
    'The ministry imposed export controls on bismuth in Notice No. 70.',
    'Two firms were added to the export control list under announcement No. 70; they may not receive bismuth.',
    '商务部连发两份公告。第70号将两家企业列入出口管制管控名单，禁止向其出口铋。',
  ])('is of the year of publication where its words name none: %s', (text) => {
    expect(fact('announcementNo', { title: 'Controls on bismuth', text })).toBe('No. 70 of 2027');
  });

  test.each([
    '本公告施行后，商务部公告2009年第50号同时废止。\n根据商务部公告2011年第3号，对铋实施出口管制。',
    '不可靠实体清单工作机制发布2027年第5号公告，将两家企业列入清单。',
    '申领程序按商产发〔2012〕318号执行。',
  ])('is never one that the text cites: %s', (text) => {
    expect(fact('announcementNo', { text })).toBeNull();
  });
});

describe('when it begins and ends', () => {
  test.each<[text: string, effectiveDate: string | null, expiryDate: string | null]>([
    ['本公告自2027年5月1日起正式实施。', '2027-05-01', null],
    ['上述决定2027年6月1日起施行。', '2027-06-01', null],
    ['本公告自公布之日起实施。', '2027-03-18', null],
    ['本公告自公布之日起30日后施行。', null, null],
    ['自即日起至2028年1月10日，对铋实施临时出口管制。', '2027-03-18', '2028-01-10'],
    ['The export controls take effect on April 2, 2027.', '2027-04-02', null],
    ['From 1 May 2027 exporters of bismuth must obtain a licence.', '2027-05-01', null],
    ['Exporters must obtain a licence until 30 June 2028.', null, '2028-06-30'],
    ['This notice is effective upon release.', '2027-03-18', null],
    ['As of the date of promulgation, this notice binds exporters of bismuth.', '2027-03-18', null],
    ['The amendment comes into effect on April 9, 2027.', '2027-04-09', null],
    ['自2027年4月9日起加征10%关税。', null, null],
  ])('%s', (text, effectiveDate, expiryDate) => {
    expect(understood({ text }).facts).toMatchObject({ effectiveDate, expiryDate });
  });
});

describe('how many licences', () => {
  test.each<[text: string, count: Facts['licencesCount'], quantity: string | undefined]>([
    ['主管部门已颁发铋出口许可证17个。', 17, undefined],
    ['已批准十二份铋出口申请。', 12, undefined],
    ['It has granted 24 export licences for bismuth.', 24, undefined],
    ['It has handed out 31 export licences for bismuth.', 31, undefined],
    ['In January 1,310 export licences were issued for bismuth.', 1310, undefined],
    ['已依法批准一定数量的铋出口申请。', 'unspecified', '一定数量'],
    ['已批准了若干铋出口申请。', 'unspecified', '若干'],
    ['多家企业的铋出口申请已获批准。', 'unspecified', '多家'],
    ['It approved “a certain number” of applications to export bismuth.', 'unspecified', 'a certain number'],
    ['Several applications to export bismuth have been approved.', 'unspecified', 'Several'],
  ])('%s', (text, count, quantity) => {
    const { facts, evidence } = understood({ title: 'Bismuth 铋', text });
    expect(facts.licencesCount).toBe(count);
    expect(evidence.quantity?.[0]?.words).toBe(quantity);
  });

  test.each([
    'It approved applications to export bismuth within 45 days.',
    'It received 1,074 applications and approved exports of bismuth.',
    'Export licences for 43 goods are listed; it has approved exports of 300 tonnes of bismuth.',
    '已批准铋出口申请，涉及300个海关编码、43种货物、12家实体。',
  ])('a number that stands near is no count: %s', (text) => {
    expect(fact('licencesCount', { title: approval, text })).toBe('unspecified');
  });

  test('where nothing was approved, none is said to be withheld', () => {
    expect(understood({}).facts).toMatchObject({ licencesCount: null, usFirms: null });
  });
});

describe('firms of the United States', () => {
  test.each<[title: string, text: string, usFirms: Facts['usFirms']]>([
    [approval, 'Licences for exports to US firms have been granted.', 'yes'],
    [approval, 'It is unclear whether US firms received any.', 'unspecified'],
    ['已批准铋出口申请', '', 'unspecified'],
    ['China bans exports of bismuth to the United States', '', 'no'],
    ['China approves exports of bismuth to Japan', '', 'unspecified'],
    ['China resumes exports of bismuth to Japan', '', null],
  ])('%s %s', (title, text, usFirms) => {
    expect(fact('usFirms', { title, text })).toBe(usFirms);
  });
});

describe('the type of licence', () => {
  test.each<[text: string, licenceType: Facts['licenceType']]>([
    ['已批准部分企业提交的铋通用许可申请。', 'general'],
    ['It granted general export licences for bismuth.', 'general'],
    ['It granted individual export licences for bismuth.', 'individual'],
    ['对出口铋逐案审查，不适用通用许可。', 'individual'],
    [
      'Exports of bismuth need a licence, decided case by case, and it will not let exporters use general licences.',
      'individual',
    ],
    ['It granted export licences for bismuth.', null],
  ])('%s', (text, licenceType) => {
    expect(fact('licenceType', { title: 'Bismuth 铋', text })).toBe(licenceType);
  });
});

describe('goods', () => {
  test.each<[title: string, text: string, goods: string[]]>([
    [
      '对钐、铕等物项实施出口管制',
      '一、钐金属。\n二、铕氧化物。\n三、铥氧化物。',
      ['samarium', 'europium', 'thulium'],
    ],
    ['对部分中重稀土实施出口管制', '一、钐。\n二、钆。\n三、镝。', ['samarium', 'gadolinium', 'dysprosium']],
    ['对石墨两用物项实施出口管制', '依照《两用物项出口管制条例》执行。', ['graphite']],
    ['禁止向四家实体出口两用物项', '', ['dual-use items']],
    [
      'Licences approved for bismuth',
      'It approved exports for the consumer electronics sectors.',
      ['bismuth'],
    ],
    ['Evening news', 'Oil rose.\nIt approved exports of tellurium.\nCoal fell.', ['tellurium']],
  ])('%s', (title, text, goods) => {
    expect(fact('goods', { title, text })).toEqual(goods);
  });
});

describe('destinations', () => {
  test.each<[text: string, destinations: string[]]>([
    ['China bans exports of bismuth to Japan and South Korea.', ['Japan', 'South Korea']],
    ['禁止向日本军事用户出口铋。', ['Japan']],
    ['将6家欧盟实体列入出口管制管控名单，禁止对其出口铋。', ['EU']],
    ['对原产于日本的部分进口商品加征关税。商务部公告：对铋实施出口管制。', []],
    ['China bans exports of bismuth, a spokesman said after a visit of the French president.', []],
    ['China bans exports of bismuth to a firm that took part in arms sales to Taiwan.', []],
  ])('%s', (text, destinations) => {
    expect(fact('destinations', { title: 'Bismuth 铋', text, country: 'CN' })).toEqual(destinations);
  });

  test('the country that publishes is where goods leave', () => {
    const text = 'Norway bans exports of bismuth to Norway and Japan.';
    expect(fact('destinations', { title: 'Bismuth', text, country: 'NO' })).toEqual(['Japan']);
  });
});
