/**
 * What is counted. A text of the model may count only what the source counts: 43 goods are not 43 licences. Chinese
 * measure words stand for several things, so a number may have several units; none: it is not told what it counts.
 */
export type Unit = string;

/** Where a noun phrase of English ends, a few words after its number. */
const phraseEnd =
  /[,.;:()"]|\b(?:of|for|to|in|on|at|by|from|with|and|or|that|which|who|were|was|is|are|has|have|had|will|may|must|can|be|been|as|than|under|over|within|against|until|through)\b/i;

/** One line a unit: its English nouns, which stand in the phrase after the number; its Chinese, right after it. */
const units: readonly [unit: Unit, en: string, han: string | null][] = [
  ['percent', '%|per ?cent(?:age points?)?', '%|个百分点'],
  [
    'licences',
    'licen[cs]es?|permits?|authori[sz]ations?|applications?|approvals?|requests?|licen[cs]ing',
    null,
  ],
  [
    'firms',
    'firms?|compan(?:y|ies)|entit(?:y|ies)|exporters?|importers?|enterprises?|manufacturers?|buyers?|customers?|corporations?|organi[sz]ations?|businesses|business|contractors?|suppliers?|users?|institutions?|makers?|groups?',
    '家|个?(?:企业|实体|公司|机构)',
  ],
  ['working-days', '(?:working|business)[ -]days?', '个?工作[日天]'],
  ['days', '(?<!working[ -]|business[ -])days?', '个?自然日|[日天]'],
  ['weeks', 'weeks?', '个?(?:星期|周(?!年))'],
  ['months', 'months?', '个月'],
  ['years', 'years?', '年|个年度|周年'],
  ['hours', 'hours?', '个?小时'],
  ['minutes', 'minutes?', '分钟'],
  [
    'countries',
    'countries|country|nations?|jurisdictions?|regions?|markets?|destinations?|territories|economies',
    '个?国家?|个?地区|地(?![址区])',
  ],
  [
    'things',
    'items?|goods|products?|categor(?:y|ies)|types?|kinds?|elements?|metals?|materials?|technolog(?:y|ies)|measures?|notices?|announcements?|commodit(?:y|ies)|codes?|entries|rare[ -]earths?|minerals?',
    '[项种类个款件条份]',
  ],
  ['people', 'people|persons?|individuals|officials?|citizens?', '[名人位]'],
  ['tonnes', 'tonnes?|(?:metric )?tons?', '吨'],
  ['kilograms', 'kilograms?|kilos?|kgs?', '公斤|千克'],
  ['dollars', 'dollars?|USD', '美元'],
  ['yuan', 'yuan|RMB|renminbi', '元|人民币'],
  ['euros', 'euros?|EUR', '欧元'],
  ['times', 'times|rounds?', '[次轮回]'],
  ['batches', 'batch(?:es)?', '批'],
];

const english = units.map(([unit, en]) => ({
  unit,
  pattern: new RegExp(`(?<![\\w])(?:${en})(?![\\w])`, 'gi'),
}));
const chinese = units.flatMap(([unit, , han]) =>
  han ? [{ unit, pattern: new RegExp(`^ ?(?:${han})`) }] : [],
);
const hanLicences = /^ ?[份张件项个批笔宗]?[^,。;:、()\d]{0,14}?(?:许可|申请|批件)/;

/** Units that stand before their number. */
const before: readonly [unit: Unit, pattern: RegExp][] = [
  ['number', /(?:\b(?:Nos?\b\.?|numbers?|numbered)|#) ?$|第$/i],
  [
    'article',
    /(?:\b(?:articles?|sections?|paragraphs?|clauses?|chapters?|annex(?:es)?|parts?|schedules?|art|sec|para)\.?|§) ?$/i,
  ],
  ['percent', /百分之$/],
  ['dollars', /(?:(?:US|U\.S\.)? ?\$|\bUSD) ?$/],
  ['yuan', /(?:¥|RMB|CNY) ?$/],
  ['euros', /(?:€|\bEUR) ?$/],
  ['pounds', /(?:£|\bGBP) ?$/],
];
const hanArticle = /^ ?[条款章节目]/;
const hanNumbered = /^ ?号/;

/** What the number between `lead` and `tail` counts. */
export function unitsOf(lead: string, tail: string): Unit[] {
  const [found] = before.find(([, pattern]) => pattern.test(lead)) ?? [];
  if (lead.endsWith('第')) {
    if (hanNumbered.test(tail)) return ['number'];
    return hanArticle.test(tail) || /^ ?项(?![^,。]{0,8}(?:措施|公告))/.test(tail)
      ? ['article']
      : unitsAfter(tail);
  }
  if (found) return [found];
  return hanNumbered.test(tail) ? ['number'] : unitsAfter(tail);
}

function unitsAfter(tail: string): Unit[] {
  const measure = tail.replace(/^(?:多|余|来)/, '');
  const han = chinese.find(({ pattern }) => pattern.test(measure));
  if (han?.unit === 'things' || (!han && /^\p{Script=Han}/u.test(measure))) {
    return [...(han ? ['things'] : []), ...(hanLicences.test(measure) ? ['licences'] : [])];
  }
  if (han && /^ ?[\p{Script=Han}%]/u.test(measure)) return [han.unit];
  return unitsInPhrase(tail);
}

/** The nouns of the phrase, the head last: "12 dual-use item exporters". */
function unitsInPhrase(tail: string): Unit[] {
  const opened = tail
    .slice(0, 80)
    .replace(/^ ?(?:(?:to|or|and|-) ?[\d.,]+)?(?: (?:more|other))?(?: of (?:the|these|its|those))? /i, ' ');
  const phrase = opened.slice(0, endOf(opened)).split(' ').slice(0, 7).join(' ');
  return english
    .flatMap(({ unit, pattern }) => [...phrase.matchAll(pattern)].map(({ index }) => ({ unit, index })))
    .sort((a, b) => a.index - b.index)
    .map(({ unit }) => unit);
}

function endOf(phrase: string): number {
  const at = phrase.search(phraseEnd);
  return at < 0 ? phrase.length : at;
}
