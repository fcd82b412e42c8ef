import type { Action, Facts, Quote } from '../../domain/facts.ts';
import { Sought } from '../clues.ts';
import { type Passage, quoteOf, type Sentence } from '../passage.ts';
import { licencesIn } from './licence-counts.ts';
import { quotesOfAction, type Speech, type Stated } from './speech.ts';

const quantity = new Sought(
  /一定数量|若干|部分(?!中?重?稀土)|多家|一些|一批|陆续|\ba certain number\b|\ban unspecified number\b|\ba number\b|\bsome\b|\bseveral\b|\bmultiple\b|\bmany\b|\bcertain (?:companies|exporters|applications)\b/i,
);

export interface Licences {
  count: Stated<number | 'unspecified'> | null;
  /** The words in place of a number: "a certain number". */
  quantity: Quote[];
}

/** A number only where licences are counted; `unspecified` where approvals are reported without one. */
export function licencesOf(speech: Speech): Licences {
  const { passage } = speech;
  const counts = speech.focus.flatMap((sentence) => countIn(passage, sentence) ?? []);
  if (!counts.some(isExact) && tells.has(speech.action)) {
    const others = passage.sentences.slice(1, mostSentences).filter(({ question }) => !question);
    counts.push(...others.flatMap((sentence) => countIn(passage, sentence) ?? []));
  }
  const counted = counts.find(isExact) ?? counts[0];
  if (counted) return { count: counted, quantity: [] };
  const approving = speech.speaking.some(({ rule }) => rule.action === 'approve');
  if (speech.action !== 'approve' && !(speech.action === 'resume' && approving)) {
    return { count: null, quantity: [] };
  }
  return {
    count: { value: 'unspecified', quotes: quotesOfAction(speech, 'approve') },
    quantity: quantityOf(speech),
  };
}

/** What is told of licences that were granted may be counted in another sentence. */
const tells = new Set<Action>(['approve', 'other', 'statement', 'resume', 'procedure']);

/** "Over 4,200" in a title is 4,216 in its text. */
const roughly =
  /\b(?:some|about|over|nearly|almost|more than|at least|around|roughly|close to)\b|[近超逾约][\d一二三四五六七八九十百千]|[余多][份张件项个]|\d万/i;

function isExact({ quotes: [quote] }: Stated<number>): boolean {
  return !roughly.test(quote?.words ?? '');
}

function countIn(passage: Passage, sentence: Sentence): Stated<number> | null {
  const counted = licencesIn(sentence, passage.sentences[passage.sentences.indexOf(sentence) - 1]);
  if (!counted) return null;
  return { value: counted.value, quotes: [quoteOf(passage, sentence, counted.index, counted.length)] };
}

function quantityOf(speech: Speech): Quote[] {
  const approving = speech.speaking
    .filter(({ rule }) => rule.action === 'approve')
    .map(({ sentence }) => sentence);
  for (const sentence of approving.sort((a, b) => Number(a.in === 'title') - Number(b.in === 'title'))) {
    const match = quantity.firstIn(sentence);
    if (match) return [quoteOf(speech.passage, sentence, match.index, match[0].length)];
  }
  return [];
}

const types: [Facts['licenceType'] & string, Sought][] = [
  [
    'general',
    new Sought(
      /通用(?:出口)?许可|综合(?:出口)?许可|一般性许可|概括许可|\b(?:bulk|comprehensive) (?:export )?(?:licen[cs]es?|permits?|authori[sz]ations?)|\bgeneral (?:export )?(?:licen[cs]es?|authori[sz]ations?)|\bOGELs?\b|\bGEAs?\b|\bNL900\b|\bVEU\b|\bvalidated end[- ]user\b|\bGAICT\b|\bgeneral (?:export )?permits?\b|\b(?:year-?long|streamlined|one-year) (?:export )?(?:licen[cs]es?|permits?)\b|一般(?:综合)?许可|包括许可/i,
    ),
  ],
  [
    'individual',
    new Sought(
      /单项(?:出口)?许可|不(?:适用|得申请|得使用|能使用)通用(?:出口)?许可|个[案别](?:出口)?许可|逐案许可|逐笔[^,。]{0,12}许可|\bcase[- ]by[- ]case\b[^.;]{0,60}\bnot (?:let|allow)\b[^.;]{0,30}\bgeneral licen[cs]es?|\bindividual (?:export |validated )?(?:licen[cs](?:es?|ing)|permits?|permissions?|approvals?|authori[sz]ations?)|\bSIELs?\b/i,
    ),
  ],
];

/** Before a kind of licence: it is not to be had, or not known of. */
const notHad =
  /不(?:得|再|能)?(?:申请|适用|使用|发放|授予)[^,。]{0,6}$|(?:无需|无须|不需|毋须|不必|免)[^,。]{0,8}$|\b(?:not|no|without|unclear|how many|whether|cannot|can't|unable to|barred from|replac\w+|instead of|removals? from)\b[^,.;]{0,24}$|\b(?:other than|except|outside)\b[^,.;]{0,60}\bto which $/i;
/** After it, the same. */
const noLonger =
  /^[^,.;]{0,60}\b(?:may|can) no longer\b|^[^,.;]{0,24}\b(?:not (?:be )?(?:available|used|apply)|unavailable|excluded)\b|^[^,。]{0,8}不再适用/i;

/** So far into a text the kind of licence is looked for where the title has said what was done. */
const mostSentences = 40;

/** What is told of a kind of licences that were issued, or may be asked for. */
const wasIssued = new Sought(
  /\b(?:has|have|had|was|were) (?:\w+ )?(?:been )?(?:issued|granted|approved)\b|\b(?:may|can) (?:\w+ )?apply\b|(?:已|获)[^,。]{0,4}(?:批准|颁发|发放|准)/i,
);

function aboutLicences({ passage, focus, speaking }: Speech): Sentence[] {
  const titled = speaking.some(({ sentence }) => sentence.in === 'title');
  const others = passage.sentences
    .slice(0, mostSentences)
    .filter((sentence) => !sentence.question && (titled || wasIssued.isIn(sentence)));
  return [...new Set([...focus, ...others])];
}

/** Whether the licences spoken of are general or individual ones. */
export function licenceTypeOf(speech: Speech): Stated<Facts['licenceType'] & string> | null {
  const sentences = aboutLicences(speech);
  for (const [value, pattern] of types) {
    for (const sentence of sentences) {
      const { folded } = sentence;
      const match = pattern.firstIn(sentence);
      if (!match) continue;
      const end = match.index + match[0].length;
      if (notHad.test(folded.slice(Math.max(0, match.index - 80), match.index))) continue;
      if (noLonger.test(folded.slice(end, end + 80))) continue;
      return { value, quotes: [quoteOf(speech.passage, sentence, match.index, match[0].length)] };
    }
  }
  return null;
}
