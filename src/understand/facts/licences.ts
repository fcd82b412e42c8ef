import type { Facts, Quote } from '../../domain/facts.ts';
import { numberOf } from '../numerals.ts';
import { type Passage, quoteOf, type Sentence } from '../passage.ts';
import { quotesOfAction, type Speech, type Stated } from './speech.ts';

const hanGranting = '(?:颁发|发放|签发|核发|批准|核准|批复|获批|获得|取得)';
const hanLicence = '(?:许可|批件|出口申请)';
/** "26项物项" counts what is licensed, not the licences. */
const hanUnits =
  '(?:[份张件项]|个(?!国|企|地|品|税|月|工|实|公|部|行|用|批|省|城|百分))(?!物项|货物|商品|技术|产品)';
const numerals = '〇零一二两三四五六七八九十百千';
const hanNumber = `(?<n>\\d[\\d,]*|[${numerals}]+)[余多]?`;

const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const number = `(?<n>\\d[\\d,]*|${words.slice(1).join('|')})`;
const licences = '(?:S?O?IELs?|OGELs?|licen[cs]es?|permits?|authori[sz]ations?|(?:export )?applications?)';
/** Up to five words between a number and the licences: none that is itself what is counted. */
const described =
  '(?:of \\d{1,6} )?(?:(?!(?:companies|firms|goods|items|entities|days|tonnes|tons|exporters|applicants|categories|countries|types|months|years|weeks|of|for)\\b)[\\w-]{1,24} ){0,5}?';

/** "Between May 2027 and June 2028 licences were granted" counts none. */
const month = '\\b(?:Jan|Febr|March|April|May|June|July|August|Sept|Octo|Nov|Dec)[a-z]{0,8} ';

/** A count needs the thing counted and the act: licences that were issued. Applications received are none. */
interface Counts {
  /** Without a word for the act no pattern matches. */
  act: RegExp;
  patterns: RegExp[];
}

const hanCounts: Counts = {
  act: new RegExp(hanGranting),
  patterns: [
    new RegExp(
      `${hanGranting}了?[^,。;]{0,24}?(?:许可证?|批件|申请)[^,\\d${numerals}]{0,4},?(?:一?共计?|合计|总计)?${hanNumber} ?${hanUnits}`,
    ),
    new RegExp(
      `${hanGranting}了?[^,。;]{0,20}?(?<![\\d,第${numerals}])${hanNumber} ?${hanUnits}[^,\\d]{0,16}?${hanLicence}`,
    ),
    new RegExp(
      `(?<![\\d,第${numerals}])${hanNumber} ?${hanUnits}[^,\\d]{0,16}?${hanLicence}证?[^,\\d]{0,6}?(?:获批|获得?批准|得到批准|(?:已|被)(?:批准|发放|签发))`,
    ),
  ],
};

const latinCounts: Counts = {
  act: /\b(?:issued|granted|approved|awarded|cleared)\b/i,
  patterns: [
    new RegExp(
      `\\b(?:issued|granted|approved|awarded|cleared) (?:a total of |some |about |over |nearly |almost |more than |at least )?${number} ${described}${licences}\\b`,
      'i',
    ),
    new RegExp(
      `(?<!${month}(?=20\\d\\d\\b))\\b${number} ${described}(?:licen[cs]es?|permits?|authori[sz]ations?)\\b[^.;,]{0,60}? (?:were |have been |had been |was |has been )(?:\\w{1,12} )?(?:issued|granted|approved|awarded)\\b`,
      'i',
    ),
  ],
};

const quantity =
  /一定数量|若干|部分(?!中?重?稀土)|多家|一些|一批|陆续|\ba certain number\b|\ban unspecified number\b|\ba number\b|\bsome\b|\bseveral\b|\bmultiple\b|\bmany\b|\bcertain (?:companies|exporters|applications)\b/i;

export interface Licences {
  count: Stated<number | 'unspecified'> | null;
  /** The words in place of a number: "a certain number". */
  quantity: Quote[];
}

/** A number only where licences are counted; `unspecified` where approvals are reported without one. */
export function licencesOf(speech: Speech): Licences {
  const { passage } = speech;
  const counts = speech.focus.flatMap((sentence) => countIn(passage, sentence) ?? []);
  const exact = counts.find(({ quotes: [quote] }) => !roughly.test(quote?.words ?? ''));
  const counted = exact ?? counts[0];
  if (counted) return { count: counted, quantity: [] };
  if (!speech.speaking.some(({ rule }) => rule.action === 'approve')) return { count: null, quantity: [] };
  return {
    count: { value: 'unspecified', quotes: quotesOfAction(speech, 'approve') },
    quantity: quantityOf(speech),
  };
}

/** "Over 4,200" in a title is 4,216 in its text. */
const roughly =
  /\b(?:some|about|over|nearly|almost|more than|at least|around)\b|[近超逾约][\d一二三四五六七八九十百千]|[余多][份张件项个]/i;

function countIn(passage: Passage, sentence: Sentence): Stated<number> | null {
  const { folded, han, latin } = sentence;
  for (const { act, patterns } of [...(han ? [hanCounts] : []), ...(latin ? [latinCounts] : [])]) {
    if (!act.test(folded)) continue;
    for (const pattern of patterns) {
      const match = pattern.exec(folded);
      const value = match && count(match.groups?.n ?? '');
      if (value) return { value, quotes: [quoteOf(passage, sentence, match.index, match[0].length)] };
    }
  }
  return null;
}

function count(told: string): number | null {
  const named = words.indexOf(told.toLowerCase());
  return named > 0 ? named : numberOf(told);
}

function quantityOf(speech: Speech): Quote[] {
  const approving = speech.speaking
    .filter(({ rule }) => rule.action === 'approve')
    .map(({ sentence }) => sentence);
  for (const sentence of approving.sort((a, b) => Number(a.in === 'title') - Number(b.in === 'title'))) {
    const match = quantity.exec(sentence.folded);
    if (match) return [quoteOf(speech.passage, sentence, match.index, match[0].length)];
  }
  return [];
}

const types: [Facts['licenceType'] & string, RegExp][] = [
  [
    'general',
    /通用(?:出口)?许可|一般性许可|\bgeneral (?:export )?(?:licen[cs]es?|authori[sz]ations?)|\bOGELs?\b|\bGEAs?\b|\bNL900\b|\bVEU\b|\bvalidated end[- ]user\b|\bGAICT\b|\bgeneral (?:export )?permits?\b|一般(?:综合)?许可|包括许可/i,
  ],
  [
    'individual',
    /单项许可|个[案别]许可|逐笔[^,。]{0,12}许可|\bindividual (?:export |validated )?(?:licen[cs](?:es?|ing)|permits?)|\bSIELs?\b/i,
  ],
];

/** Before a kind of licence: it is not to be had, or not known of. */
const notHad =
  /不(?:得|再|能)?(?:申请|适用|使用|发放|授予)[^,。]{0,6}$|\b(?:not|no|without|unclear|how many|whether)\b[^,.;]{0,24}$/i;
/** After it, the same. */
const noLonger = /^[^,.;]{0,60}\b(?:may|can) no longer\b|^[^,。]{0,8}不再适用/i;

/** So far into a text the kind of licence is looked for where the title has said what was done. */
const mostSentences = 40;

function aboutLicences({ passage, focus, speaking }: Speech): Sentence[] {
  const titled = speaking.some(({ sentence }) => sentence.in === 'title');
  const others = titled ? passage.sentences.slice(0, mostSentences).filter(({ question }) => !question) : [];
  return [...new Set([...focus, ...others])];
}

/** Whether the licences spoken of are general or individual ones. */
export function licenceTypeOf(speech: Speech): Stated<Facts['licenceType'] & string> | null {
  const sentences = aboutLicences(speech);
  for (const [value, pattern] of types) {
    for (const sentence of sentences) {
      const { folded } = sentence;
      const match = pattern.exec(folded);
      if (!match) continue;
      const end = match.index + match[0].length;
      if (notHad.test(folded.slice(Math.max(0, match.index - 32), match.index))) continue;
      if (noLonger.test(folded.slice(end, end + 80))) continue;
      return { value, quotes: [quoteOf(speech.passage, sentence, match.index, match[0].length)] };
    }
  }
  return null;
}
