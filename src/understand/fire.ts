import type { Day } from '../domain/moment.ts';
import { Sought } from './clues.ts';
import { rules } from './lexicon/rules/all.ts';
import type { Rule } from './lexicon/rules/rule.ts';
import type { Passage, Sentence } from './passage.ts';
import { FirstScanner } from './scanner.ts';

/** A rule that fired on a sentence. `index` and `length` are within the sentence. */
export interface Fired {
  rule: Rule;
  sentence: Sentence;
  index: number;
  length: number;
}

/** A sentence with the rules that fired on it. `net` above zero: it speaks of export licences. */
export interface Weighed {
  sentence: Sentence;
  fired: Fired[];
  net: number;
}

const exportsTopic = new Sought(
  /\bexport|\bre-?export|\bshipments?\b|\bdual-use\b|\bsales to\b|\bship(?:s|ped|ping)?\b|(?<!进)出口|两用物项|管制物项|输(?:[美日欧韩台]|北美)|(?:卖|销|运|发)往|获美[^,。]{0,6}许可|准照|通用(?:出口)?许可|最终用[户途]|军售|[供出]货|对[\u4e00-\u9fff]{1,4}(?:芯片|晶片)|(?:半导体|芯片|晶片)(?:设备|管制)|战略(?:物资|物品|货品)|(?:转让|转交)[^,。;]{0,14}(?:装甲车|坦克|弹药|武器|火炮|导弹)|两用物品|输(?:往|陆|出(?!功率|端|电|轴|结果|信号|格式|能力|型))|限制输出|对[\u4e00-\u9fff]{2,5}输出|\b(?:military|defen[cs]e) (?:items|goods|equipment)\b|\barms (?:exports?|sales|for|to|go|licen[cs]\w+|permits?)\b|\bweapons\b|\bhowitzers?\b|\bbattle tanks?\b|\bfighter jets?\b|\bammunition\b|\b(?:sell|sold|sales?|buyers?) (?:abroad|overseas)\b|\b(?:foreign|overseas) buyers\b|\b(?:sell|supply) (?:[\w"'-]+ ){0,3}to\b|\bchip(?:making)? (?:tools|equipment)\b|\bcritical minerals?\b|\bminor metals?\b|\b(?:chip|electronic) design\b|\b(?:curbs?|limits?|restrictions?|ban|embargo|stop|controls?) (?:on|for) (?:the )?(?=[A-Z])|\bChina(?:'s)? (?:permits?|licen[cs])|\bstrategic (?:goods|items|trade)\b|\bmunitions list\b|\bDSGL\b|\bdefen[cs]e trade\b|\brare[- ]earths?\b|\bmagnets?\b|\b(?:ethane|gallium|germanium|antimony|graphite|tungsten|tellurium|bismuth|molybdenum|indium|scandium|yttrium|samarium|gadolinium|terbium|dysprosium|lutetium)\b|\bvalidated end[- ]user|\b(?:AI|advanced|[HA]\d{2,3}) (?:chips?|sales)\b|稀土|石墨|[镓锗锑钨碲铋钼铟钪钇钐钆铽镝镥]/i,
);
const maxSentencePoints = 9;

const scanner = new FirstScanner(
  rules.flatMap((rule) =>
    [rule.han, rule.en].filter((one) => one instanceof RegExp).map((pattern) => ({ value: rule, pattern })),
  ),
);

/** Tests the rules on every sentence. */
export function weigh(passage: Passage): Weighed[] {
  const titled = exportsTopic.isIn(passage.title);
  const opens = passage.sentences[1] !== undefined && exportsTopic.isIn(passage.sentences[1]);
  // A title is read with the sentence that opens the text.
  let before = opens;
  let doubted = false;
  const published = passage.document.publishedOn ?? null;
  return passage.sentences.map((sentence) => {
    const here = titled || exportsTopic.isIn(sentence);
    const all = fire(sentence, here || before, published);
    if (sentence.in === 'title') doubted = isDoubted(all);
    const fired = doubted ? all.filter(({ rule }) => !isSlight(rule)) : all;
    before = here;
    return { sentence, fired, net: net(fired) };
  });
}

/** Enough by itself, and no more: not where the title is about something else. */
const isSlight = ({ points, weak }: Rule) => weak === true || (points > 0 && points <= slight);
const slight = 3;

/** Whether a title says that its page is about something else. */
function isDoubted(fired: Fired[]): boolean {
  return fired.some(({ rule }) => rule.points < 0) && !fired.some(({ rule }) => rule.action && !rule.weak);
}

function fire(sentence: Sentence, nearExports: boolean, published: Day | null): Fired[] {
  const applies = (rule: Rule) =>
    (rule.reach !== 'title' || sentence.in === 'title') &&
    (nearExports || !rule.exports) &&
    // What a reporter says has not been said by the ministry, but may still speak against.
    (!sentence.question || rule.points < 0);
  const fired: Fired[] = [];
  for (const { value: rule, index, length } of scanner.firsts(sentence, applies)) {
    // A rule that fires in both scripts counts once.
    if (fired.at(-1)?.rule === rule) continue;
    if (rule.unless?.test(clauseOf(sentence.folded, index, length))) continue;
    if (rule.past && !isPast(sentence.folded.slice(index, index + length), published)) continue;
    fired.push({ rule, sentence, index, length });
  }
  return fired;
}

/** Whether words name a year at least two before that of publication. */
function isPast(words: string, published: Day | null): boolean {
  const year = /\d{4}/.exec(words)?.[0];
  return year !== undefined && published !== null && Number(year) <= Number(published.slice(0, 4)) - 2;
}

const mostMatches = 8;

/** Where in a sentence a rule fires, and not only first: one may tell what two ministries did. */
export function matchesOf(rule: Rule, { folded, han, latin }: Sentence): { index: number; length: number }[] {
  const found: { index: number; length: number }[] = [];
  for (const pattern of [han && rule.han, latin && rule.en]) {
    if (!(pattern instanceof RegExp)) continue;
    const all = globally(pattern);
    all.lastIndex = 0;
    for (let most = mostMatches; most > 0; most--) {
      const match = all.exec(folded);
      if (!match) break;
      const { index, 0: words } = match;
      if (!rule.unless?.test(clauseOf(folded, index, words.length)))
        found.push({ index, length: words.length });
    }
  }
  return found;
}

const global = new Map<RegExp, RegExp>();

function globally(pattern: RegExp): RegExp {
  const known = global.get(pattern);
  if (known) return known;
  const made = new RegExp(pattern, `${pattern.flags}g`);
  global.set(pattern, made);
  return made;
}

/** From the start of the clause in which a match begins to its end; the "No." of a notice denies nothing. */
function clauseOf(folded: string, index: number, length: number): string {
  let start = index;
  while (start > 0 && !',;:"'.includes(folded.charAt(start - 1))) start--;
  const clause = folded.slice(start, index + length);
  return clause.includes('No.') ? clause.replaceAll(/\bNo\. ?(?=\d)/g, '') : clause;
}

/** The publisher, at the start of a clause: "…,中方也已批准". */
const ownClause =
  /^\W*(?:同时|而|但|与此同时)?,?(?:中方|我方|我们|中国(?!企业|公司|实体)|商务部)|^\W*(?:(?:but|and|while|whereas|then) )?(?:China|Beijing|MOFCOM|the ministry|it|we)\b/i;

/** Several rules that say the same add one point each; a sentence cannot outweigh the whole text. */
function net(fired: Fired[]): number {
  if (fired.length === 0) return 0;
  const doubts = fired.filter(({ rule }) => !rule.action);
  const doubt = (reach: Rule['reach']) =>
    doubts.reduce((sum, { rule }) => sum + (rule.reach === reach ? rule.points : 0), 0);
  const others = doubts.filter(({ rule }) => rule.reach === 'clause');
  const own = fired.filter((one) => others.every((other) => isOfOwnClause(one, other)));
  return Math.max(speaks(fired) + doubt('clause'), speaks(own)) + doubt('sentence');
}

function isOfOwnClause(one: Fired, other: Fired): boolean {
  const { folded } = one.sentence;
  const clause = clauseOf(folded, one.index, one.length);
  return one.index > other.index + other.length && ownClause.test(clause);
}

function speaks(fired: Fired[]): number {
  const plain = fired.filter(({ rule }) => rule.action && !rule.weak);
  if (plain.length === 0) return Math.max(0, ...fired.map(({ rule }) => (rule.weak ? rule.points : 0)));
  const best = new Map<string, number>();
  for (const { rule } of plain) {
    const so = rule.action && best.get(rule.action);
    if (rule.action) best.set(rule.action, so === undefined ? rule.points : Math.max(so, rule.points) + 1);
  }
  const sum = [...best.values()].reduce((total, points) => total + points, 0);
  return Math.min(sum, maxSentencePoints);
}
