import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Language } from '../../src/domain/source.ts';
import { check, faultsText } from '../../src/model/check.ts';
import type { Material } from '../../src/model/material.ts';
import { approval, english, notice, transcript } from './materials.ts';

const materials = { approval, notice, english, transcript };
type Name = keyof typeof materials;

/** Texts that say nothing: one of them stands beside the text that is tested. */
const nothing = { en: 'The ministry speaks about export licences.', zh: '该部门谈及出口许可。' };

/** What is found in one text, as one line; empty where it is accepted. */
function faultsIn(material: Material, language: Language, text: string): string {
  const verdict = check({ ...nothing, [language]: text }, material);
  return verdict.accepted ? '' : faultsText(verdict.faults);
}

test.each(Object.values(materials))('a text that says nothing is accepted of every source', (material) => {
  expect(check(nothing, material)).toEqual({ accepted: true });
});

// biome-ignore format: one line a text
const stand: [Name, Language, string][] = [
  ['approval', 'en', "China's commerce ministry has approved a certain number of export licence applications for gallium-related items."],
  ['approval', 'en', 'MOFCOM says compliant applications for gallium exports were approved after a review; a decision takes 45 working days from acceptance.'],
  ['approval', 'en', 'The ministry has approved "a certain number" of compliant applications under the Export Control Law.'],
  ['approval', 'en', 'On 12 May 2033 the Ministry of Commerce said that gallium applications had been approved.'],
  ['approval', 'en', 'The decision is made within forty-five working days, the ministry said on Thursday.'],
  ['approval', 'zh', '商务部表示，已批准一定数量的镓相关物项出口许可申请。'],
  ['approval', 'zh', '商务部依据《中华人民共和国出口管制法》审查镓的出口申请，四十五个工作日内作出决定。'],
  ['approval', 'zh', '2033年5月12日，商务部称已批准“一定数量的合规申请”。'],
  ['approval', 'zh', '中方愿与有关国家加强沟通。'],
  ['notice', 'en', 'China puts germanium and antimony under export control from 1 June 2033 (Announcement No. 21 of 2033).'],
  ['notice', 'en', 'MOFCOM and the General Administration of Customs control exports of germanium of a purity of at least 99.99% (1C904.a).'],
  ['notice', 'en', 'The first 28 foreign entities include 12 Japanese companies; exporters must report within 30 days.'],
  ['notice', 'en', 'Foreign products are covered where the controlled antimony is 0.1 per cent or more of their value.'],
  ['notice', 'en', 'Section 2 of Announcement No. 46 of 2032 is suspended until November 10, 2034.'],
  ['notice', 'en', 'The controls take effect on 2033-06-01 and concern sixty-one technologies.'],
  ['notice', 'en', 'Twelve Japanese firms are among the entities.'],
  ['notice', 'en', 'Part of an earlier notice stays suspended through November 2034.'],
  ['notice', 'zh', '商务部、海关总署公告2033年第21号对锗、锑相关物项实施出口管制，自2033年6月1日起实施。'],
  ['notice', 'zh', '二〇三三年六月一日起，锗、锑相关物项须经许可方可出口。'],
  ['notice', 'zh', '出口经营者应当在三十日内报告，涉及61项技术。'],
  ['notice', 'zh', '首批二十八家外国实体中有12家日本企业，占比百分之零点一以上的境外产品亦适用。'],
  ['notice', 'zh', '公告2032年第46号第二款暂停实施至2034年11月10日。'],
  ['english', 'en', 'Japan issued 61 individual export licences for gallium to South Korea on 4 April 2033.'],
  ['english', 'en', 'METI issued sixty-one licences, valid until 30 June 2034; more than twenty companies applied.'],
  ['english', 'en', 'Tokyo Kinzoku was among the applicants, and a decision takes 90 days.'],
  ['english', 'zh', '日本经济产业省2033年4月4日向韩国发放61份镓单项出口许可证。'],
  ['english', 'zh', '许可证有效期至2034年6月30日，二十多家企业提出申请。'],
  ['english', 'zh', '并非所有申请均获许可，审查需九十天。'],
  ['transcript', 'en', 'China has approved a batch of export licence applications for rare earth magnets and continues with general licences.'],
  ['transcript', 'zh', '中方依法批准一批稀土永磁体出口许可申请，将继续推进通用许可制度。'],
];

describe('a text is accepted that says what the source says', () => {
  test.each(stand)('%s, %s: %s', (name, language, text) => {
    expect(faultsIn(materials[name], language, text)).toBe('');
  });
});

// biome-ignore format: one line a text
const invented: [what: string, Name, Language, text: string, named: string][] = [
  ['a number', 'notice', 'en', 'The list names 29 foreign entities.', '"29"'],
  ['a number in words', 'notice', 'en', 'The list names twenty-nine foreign entities.', '"twenty-nine"'],
  ['a large number in words', 'notice', 'en', 'The list names two hundred and eighty entities.', '"two hundred and eighty"'],
  ['a number in Chinese numerals', 'notice', 'zh', '名单列入二十九家外国实体。', '"二十九"'],
  ['a number in full-width digits', 'notice', 'zh', '名单列入２９家外国实体。', '"29"'],
  ['a number in digits of another script', 'notice', 'en', 'The list names ٢٩ foreign entities.', '"٢٩"'],
  ['a number in one sign', 'notice', 'zh', '名单列入㉙家外国实体。', '"㉙'],
  ['a thousand times as many', 'notice', 'zh', '名单列入28万家外国实体。', '"28万"'],
  ['a number of another thing', 'notice', 'en', 'The notice names 28 technologies.', '"28 things"'],
  ['a number of another thing', 'notice', 'zh', '公告涉及28项技术。', '"28 things"'],
  ['goods counted as licences', 'notice', 'en', 'China granted 61 export licences.', '"61 licences"'],
  ['goods counted as licences', 'notice', 'zh', '商务部批准了61份出口许可申请。', '"61 licences"'],
  ['the number a reporter asked about', 'approval', 'en', 'China approved 120 applications for gallium.', '"120 licences"'],
  ['the number a reporter asked about', 'approval', 'zh', '商务部批准120份镓出口许可申请。', '"120 licences"'],
  ['one licence', 'approval', 'en', 'China has approved an export licence application for gallium.', 'counts one licence'],
  ['one licence', 'approval', 'zh', '商务部批准了一份镓出口许可申请。', '"一 licences"'],
  ['another number of licences', 'english', 'en', 'Japan issued 16 licences for gallium.', '"16 licences"'],
  ['more than the source', 'english', 'en', 'Japan issued more than 61 licences.', '"61 licences"'],
  ['an exact number for a rough one', 'english', 'en', 'Twenty companies applied.', '"Twenty firms"'],
  ['a rough number for an exact one', 'notice', 'zh', '约28家外国实体被列入。', '"28 firms"'],
  ['calendar days for working days', 'approval', 'en', 'A decision is made within 45 days.', '"45 days"'],
  ['a share', 'notice', 'en', 'The threshold is 1% of the value.', '"1"'],
  ['a share in words', 'notice', 'zh', '占比百分之十以上的产品适用。', '"百分之十"'],
  ['a fraction', 'notice', 'zh', '三分之一的实体为日本企业。', '"三分之一"'],
  ['tenths', 'notice', 'zh', '四成实体为日本企业。', '"四'],
  ['a date', 'notice', 'en', 'The controls take effect on 2 June 2033.', '"2 June 2033"'],
  ['a date in American order', 'notice', 'en', 'The controls take effect on June 2, 2033.', '"June 2, 2033"'],
  ['an ordinal date', 'notice', 'en', 'The controls take effect on the 2nd of June 2033.', '"2nd of June 2033"'],
  ['a date in digits', 'notice', 'en', 'The controls take effect on 2033-06-02.', '"2033-06-02"'],
  ['a date with slashes', 'notice', 'en', 'The controls take effect on 2033/06/02.', '"2033/06/02"'],
  ['a date in Chinese', 'notice', 'zh', '自2033年6月2日起实施。', '"2033年6月2日"'],
  ['a date in Chinese numerals', 'notice', 'zh', '自二〇三三年六月二日起实施。', '"二〇三三年六月二日"'],
  ['a day of no month', 'notice', 'zh', '自31日起实施。', '"31日"'],
  ['a month', 'notice', 'en', 'The controls take effect in July 2033.', '"July 2033"'],
  ['a month without a year', 'notice', 'zh', '管制自7月起实施。', '"7月"'],
  ['a year', 'notice', 'en', 'The suspension lasts until 2035.', '"2035"'],
  ['a day that does not exist', 'notice', 'en', 'The controls take effect on 31 June 2033.', '"31 June 2033"'],
  ['another weekday', 'approval', 'en', 'The ministry spoke on Friday.', '"Friday"'],
  ['another weekday', 'approval', 'zh', '商务部周五表示，正在审查申请。', '"周五"'],
  ['the start for the end', 'notice', 'en', 'The export controls on germanium are in force until 1 June 2033.', 'is not the end'],
  ['a notice', 'notice', 'en', 'Announcement No. 61 of 2033 concerns germanium.', 'No. 61 of 2033'],
  ['a notice of another year', 'notice', 'en', 'Announcement No. 46 of 2033 is suspended.', 'No. 46 of 2033'],
  ['a notice in Chinese', 'notice', 'zh', '商务部公告2033年第28号对锗实施出口管制。', 'No. 28 of 2033'],
  ['another section', 'notice', 'zh', '公告2032年第46号第三款暂停实施。', '§3'],
  ['a control code', 'notice', 'en', 'The notice lists germanium under 1C902.', '"1C902"'],
  ['a customs code', 'notice', 'en', 'The goods fall under 8112.92.10.', '"8112.92.10"'],
  ['a good', 'approval', 'en', 'China has approved applications for gallium and germanium.', '"germanium"'],
  ['a good', 'approval', 'zh', '已批准镓、锗相关物项的合规申请。', '"锗"'],
  ['a good of no list', 'approval', 'en', 'China has approved applications for platinum.', '"platinum"'],
  ['a member of a family', 'transcript', 'en', 'China has approved applications for dysprosium.', '"dysprosium"'],
  ['a country', 'notice', 'en', 'The entities are Japanese and American.', '"American"'],
  ['a country', 'notice', 'zh', '名单包括日本和德国企业。', '"德国"'],
  ['the country a reporter named', 'transcript', 'zh', '德国企业的申请已获批准。', '"德国"'],
  ['a country of no lexicon', 'notice', 'zh', '名单包括肯尼亚企业。', '"肯尼亚"'],
  ['a country of no lexicon', 'notice', 'en', 'The list includes firms in kenya.', '"kenya"'],
  ['a country in one character', 'approval', 'zh', '中美经贸磋商后，商务部批准申请。', '"美"'],
  ['US firms', 'approval', 'en', 'Applications of US firms were approved.', '"US'],
  ['US firms', 'approval', 'zh', '美国企业的申请已获批准。', '"美国'],
  ['an authority', 'approval', 'en', 'The General Administration of Customs reviewed the applications.', 'is an authority'],
  ['an authority', 'approval', 'zh', '外交部表示，申请已获批准。', '"外交部"'],
  ['who decides', 'approval', 'zh', '国务院批准了镓相关物项的出口申请。', '"国务院"'],
  ['a firm', 'approval', 'en', 'The ministry approved compliant applications, Nordmetall among them.', '"Nordmetall"'],
  ['a firm that begins a sentence', 'approval', 'en', 'Nordmetall is among the applicants.', '"Nordmetall"'],
  ['an abbreviation', 'approval', 'en', 'The ministry met with ACME on the review.', '"ACME"'],
  ['a firm in Chinese', 'approval', 'zh', '北方公司的申请已获批准。', '"北方公司"'],
  ['a firm in Latin letters', 'approval', 'zh', '经依法审查，Nordmetall的镓出口申请已获批准。', '"Nordmetall"'],
  ['a spokesperson', 'approval', 'en', 'The spokesperson Lin Qiao said that applications were approved.', '"Lin"'],
  ['a spokesperson', 'approval', 'zh', '商务部发言人林乔表示，已批准申请。', '"林乔'],
  ['a minister', 'approval', 'zh', '部长周远山称已批准申请。', '"周远山'],
  ['a person with a foreign name', 'approval', 'zh', '约翰·史密斯称已批准申请。', '约翰·史密斯'],
  ['a law', 'approval', 'zh', '商务部依据《对外贸易法》批准申请。', '"对外贸易法"'],
  ['a list', 'approval', 'en', 'The applicants are not on the Entity List.', '"Entity List"'],
  ['a quantity', 'approval', 'en', 'China has approved several gallium applications.', 'several'],
  ['all', 'approval', 'en', 'China has approved all gallium applications.', '"all"'],
  ['all, in Chinese', 'approval', 'zh', '商务部已批准全部镓出口许可申请。', '"全部"'],
  ['dozens', 'approval', 'en', 'China has approved dozens of applications.', '"dozens"'],
  ['dozens, in Chinese', 'approval', 'zh', '商务部已批准数十份申请。', '"数十"'],
  ['some tens', 'approval', 'zh', '商务部已批准十余份申请。', '"十'],
  ['nearly ten', 'approval', 'zh', '商务部已批准近十份申请。', '"十'],
  ['over a hundred', 'approval', 'zh', '商务部已批准上百份申请。', '"上百"'],
  ['a number without a value', 'approval', 'zh', '涉及亿吨镓。', '"亿"'],
  ['half', 'approval', 'en', 'Half of the applications were approved.', '"Half"'],
  ['most', 'approval', 'zh', '大部分申请已获批准。', '"大部分"'],
  ['an increase', 'transcript', 'en', 'China has approved more export licence applications for rare earth magnets than before.', '"more"'],
  ['only', 'approval', 'en', 'Only compliant applications for gallium are approved.', '"Only"'],
  ['at once', 'notice', 'en', 'The controls take effect immediately.', '"immediately"'],
  ['a span of time', 'notice', 'en', 'The controls last for a year.', '"a year"'],
  ['a time that moves', 'notice', 'en', 'The controls take effect next week.', '"next week"'],
  ['for ever', 'notice', 'zh', '管制永久有效。', '"永久"'],
  ['a negation', 'transcript', 'en', 'Applications for rare earth magnets were not approved.', '"not"'],
  ['a reversal', 'approval', 'en', 'China has rejected export licence applications for gallium.', 'action'],
  ['a reversal of what is counted', 'english', 'en', 'Japan refused 61 export licences for gallium to South Korea.', '"refused"'],
  ['a reversal of what is counted', 'english', 'zh', '日本拒绝向韩国发放61份镓出口许可证。', '"拒绝"'],
  ['a destination', 'english', 'zh', '日本向中国发放61份镓单项出口许可证。', '"中国"'],
  ['licences for firms', 'english', 'en', 'Japan issued licences to 61 companies.', '"61 firms"'],
  ['the end for the start', 'notice', 'zh', '自2034年11月10日起实施管制。', 'is not the start'],
  ['the day of publication for the start', 'notice', 'en', 'The controls take effect on 12 May 2033.', 'is not the start'],
  ['a date that nobody agrees on', 'notice', 'en', 'The controls take effect on 01/06/2033.', '"01/06/2033"'],
  ['a part of a month', 'notice', 'en', 'The controls take effect in mid-June 2033.', '"mid-"'],
  ['a sum of money', 'notice', 'en', 'Goods worth $28 are covered.', '"28 dollars"'],
  ['a province', 'approval', 'zh', '江西省企业的申请已获批准。', '"江西省"'],
  ['who says so', 'approval', 'zh', '林乔表示，已批准一定数量的合规申请。', '"林乔"'],
  ['numerals of cheques', 'approval', 'zh', '商务部批准了肆佰份申请。', '"肆佰"'],
  ['a Roman numeral', 'approval', 'en', 'The ministry approved III applications.', '"III"'],
  ['a place of talks', 'approval', 'en', 'The approvals followed talks in Geneva.', '"Geneva"'],
  ['haste', 'approval', 'en', 'The ministry will expedite compliant applications.', '"expedite"'],
  ['a reversal', 'approval', 'zh', '商务部暂停发放镓出口许可证。', 'action'],
  ['another act', 'notice', 'en', 'China lifts the controls on germanium.', '"lifts"'],
  ['another act', 'notice', 'zh', '商务部宣布解除对锗的管制。', '"解除"'],
  ['another act', 'transcript', 'en', 'China resumed exports of rare earth magnets.', '"resumed"'],
  ['a decision of another country', 'english', 'zh', '韩国批准61份镓单项出口许可证。', 'South Korea'],
  ['a decision that nobody took', 'notice', 'en', 'China has approved applications to export germanium.', 'approve'],
  ['a kind of licence', 'approval', 'en', 'China has approved general licences for gallium.', 'licenceType'],
  ['a quotation', 'approval', 'en', 'The ministry "will approve every compliant case".', 'is quoted'],
  ['a quotation', 'approval', 'zh', '商务部称“审批将会更快”。', 'is quoted'],
  ['what another answer says', 'transcript', 'en', 'There are 17 cities, and magnets were approved.', '"17"'],
  ['what another answer says', 'transcript', 'zh', '零售额增长5.3%，稀土永磁体许可获批。', '"5.3"'],
];

describe('a text is refused, with its words, that invents', () => {
  test.each(invented)('%s (%s, %s): %s', (_, name, language, text, named) => {
    expect(faultsIn(materials[name], language, text)).toContain(named);
  });
});

// biome-ignore format: one line a text
const misshapen: [what: string, Language, text: string, says: string][] = [
  ['an address', 'en', 'See https://ministry.example/notice for gallium.', 'is an address'],
  ['a bare address', 'en', 'See gallium-news.com for more.', 'is an address'],
  ['a mention', 'en', 'The ministry approved applications @everyone.', 'is a mention'],
  ['a role', 'en', 'The ministry <@&1200000000000000007> approved applications.', 'is a mention'],
  ['markup', 'en', 'The ministry **approved** applications.', 'is markup'],
  ['a link', 'zh', '商务部[公告](原文)批准申请。', 'is markup'],
  ['a heading', 'zh', '# 商务部批准申请', 'is markup'],
  ['several lines', 'en', 'The ministry approved.\nApplications.', 'is more than one line'],
  ['a sign that nobody sees', 'en', 'The ministry ap\u202eproved applications.', 'is a sign that nobody sees'],
  ['a picture', 'zh', '商务部批准申请🎉', 'is a picture'],
  ['too much', 'en', `The ministry approved applications${' and applications'.repeat(20)}.`, 'is longer than 350'],
  ['nothing', 'zh', '', 'says nothing'],
  ['Chinese in English', 'en', 'The ministry approved 镓 applications.', 'is Chinese in an English text'],
  ['English in place of Chinese', 'zh', 'The ministry approved gallium applications.', 'is no Chinese'],
  ['another script', 'en', 'The ministry approved Νvidia applications.', 'is of another script'],
  ['Japanese', 'zh', '商务部はガリウムの申请を批准した。', 'is of another script'],
];

describe('a text is refused that is', () => {
  test.each(misshapen)('%s (%s)', (_, language, text, says) => {
    expect(faultsIn(approval, language, text)).toContain(says);
  });
});

it('names the faults of both texts', () => {
  const verdict = check({ en: 'The list names 29 firms.', zh: '名单有31家企业。' }, notice);

  expect(verdict.accepted ? [] : verdict.faults.map(({ language, words }) => [language, words])).toEqual([
    ['en', '29'],
    ['zh', '31'],
  ]);
});

// biome-ignore format: one line a sentence
const templates: [Language, (digits: string) => string][] = [
  ['en', (digits) => `The list names ${digits} foreign entities.`],
  ['en', (digits) => `The ministry spoke of ${digits}.`],
  ['en', (digits) => `The value is ${digits}% or more.`],
  ['en', (digits) => `Announcement No. ${digits} concerns germanium.`],
  ['en', (digits) => `A report is due within ${digits} days.`],
  ['en', (digits) => `The code is ${digits}C.`],
  ['zh', (digits) => `名单列入${digits}家外国实体。`],
  ['zh', (digits) => `占比${digits}%以上的产品适用。`],
  ['zh', (digits) => `公告第${digits}号涉及锗。`],
  ['zh', (digits) => `应当在${digits}日内报告。`],
  ['zh', (digits) => `涉及${digits}项技术。`],
];

it('refuses every string of digits that the source does not have, wherever it stands', () => {
  const held = new Set(`${notice.title} ${notice.text} 2033 5 12`.match(/\d+/g)?.map(Number));
  const digits = fc
    .stringMatching(/^\d{1,9}$/)
    .filter((string) => !held.has(Number(string)) && !`${notice.title}${notice.text}`.includes(string));

  fc.assert(
    fc.property(digits, fc.constantFrom(...templates), (string, [language, sentence]) => {
      expect(faultsIn(notice, language, sentence(string))).toContain(string);
    }),
    { numRuns: 400 },
  );
});

it('refuses every number in English words that the source does not have', () => {
  const ones = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
  const tens = ['thirty', 'forty', 'fifty', 'seventy', 'eighty', 'ninety'];

  fc.assert(
    fc.property(fc.constantFrom(...tens), fc.constantFrom(...ones), (ten, one) => {
      expect(faultsIn(notice, 'en', `There are ${ten}-${one} foreign entities.`)).toContain(`${ten}-${one}`);
    }),
  );
});

it('refuses every number in Chinese numerals that the source does not have', () => {
  const digits = [...'一二三四五六七八九'];
  const numerals = fc
    .tuple(fc.constantFrom(...digits), fc.constantFrom(...digits), fc.constantFrom(...digits))
    .map(([hundreds, tens, ones]) => `${hundreds}百${tens}十${ones}`);

  fc.assert(
    fc.property(
      numerals,
      fc.constantFrom('家外国实体', '项技术', '日内报告', '%以上', '份申请'),
      (words, counted) => {
        expect(faultsIn(notice, 'zh', `该公告涉及${words}${counted}。`)).toContain(words);
      },
    ),
  );
});
