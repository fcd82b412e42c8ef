import type { Source } from '../../src/domain/source.ts';
import { type Material, materialOf } from '../../src/model/material.ts';
import { type Document, judge } from '../../src/understand/classify.ts';

type Authority = Source['authority'];

const china: Authority = {
  id: 'cn-mofcom',
  name: { en: "China's commerce ministry", zh: '中国商务部' },
  short: { en: 'China', zh: '商务部' },
  country: 'CN',
};
const japan: Authority = {
  id: 'jp-meti',
  name: { en: "Japan's economy ministry", zh: '日本经济产业省' },
  short: { en: 'Japan', zh: '经产省' },
  country: 'JP',
};

/** What a poll would have understood of a text: its strongest part. */
export function materialFrom(document: Document, authority: Authority = china): Material {
  const [part] = judge({ ...document, country: authority.country }).parts;
  if (!part) throw new Error(`${document.title} is not relevant`);
  return materialOf({ ...document, country: authority.country }, part, authority);
}

/** Approvals are reported; how many and for whom is withheld. */
export const approval = materialFrom({
  title: '商务部新闻发言人就镓出口许可情况答记者问',
  text: [
    '有记者问：有美国企业称申请了120份镓出口许可，已经获批了吗？',
    '答：近期，商务部依法依规对镓相关物项的出口许可申请进行审查，已批准一定数量的合规申请。',
    '根据《中华人民共和国出口管制法》，自受理之日起45个工作日内作出决定。中方愿与有关国家加强沟通。',
  ].join('\n'),
  publishedOn: '2033-05-12',
});

/** New controls in a numbered notice, with a date, codes, shares and lists. */
export const notice = materialFrom({
  title: '商务部 海关总署公告2033年第21号 公布对锗、锑相关物项实施出口管制的决定',
  text: [
    '为维护国家安全和利益，经国务院批准，决定对下列物项实施出口管制：',
    '一、锗相关物项。1C904.a：纯度不低于99.99%的金属锗。',
    '二、锑相关物项。1C905：锑及其制品，价值占比0.1%以上的境外产品亦适用。',
    '三、首批列入的28家外国实体中，有12家日本企业。出口经营者应当在30日内报告，共涉及61项技术。',
    '四、同时暂停实施商务部公告2032年第46号第二款，直至2034年11月10日。',
    '五、本公告自2033年6月1日起实施。',
  ].join('\n'),
  publishedOn: '2033-05-12',
});

/** The same matter in English, by another ministry. */
export const english = materialFrom(
  {
    title: 'METI grants 61 individual export licences for gallium to Korean buyers',
    text: [
      'On 4 April 2033 the Ministry of Economy, Trade and Industry issued 61 individual export licences for gallium to South Korea.',
      'The licences are valid until 30 June 2034. More than 20 companies applied, and Tokyo Kinzoku was among them.',
      'The ministry did not grant licences for all applications. A decision takes 90 days.',
    ].join('\n'),
    publishedOn: '2033-04-05',
  },
  japan,
);

/** Two answers of one press conference: what the one says, the other does not. */
export const transcript = materialFrom({
  title: '商务部召开例行新闻发布会（2033年5月12日）',
  text: [
    '新华社记者：请介绍今年消费市场的情况。',
    '许文涛：前4个月零售额同比增长5.3%，共有17个城市参加试点。',
    '路透社记者：德国企业说稀土磁体许可很慢，请问有何评论？',
    '许文涛：中方依法批准了一批稀土永磁体出口许可申请，将继续推进通用许可制度。',
  ].join('\n'),
  publishedOn: '2033-05-12',
});
