import type { Evidence, Quote } from '../domain/facts.ts';
import { weigh } from './fire.ts';
import { chineseCount, englishCount } from './numerals.ts';
import { type Document, passageOf, quoteOf, type Sentence } from './passage.ts';

/**
 * Words that could be taken for the news and were not. `question`: a reporter's, which the ministry has not said.
 * `number`: it counts something else than licences; `asked` where it stands in a reporter's question.
 */
export type PassedOver =
  | { kind: 'question'; quote: Quote }
  | { kind: 'number'; quote: Quote; asked: boolean };

/** Of each kind. */
const MOST = 3;

const counted = [
  new RegExp(
    `(?<![\\d,.第年月〇零一二两三四五六七八九十百千万])(?:${chineseCount})[余多]? ?(?:个?工作日|个月|天|家|种|类|项|吨|个(?:国家|地区|实体|税号|物项|品种|企业|元素))`,
    'g',
  ),
  new RegExp(
    `(?<![\\w.,-])(?:${englishCount}) (?:[a-z-]{1,16} ){0,2}?(?:days?|months?|goods|items|products|elements|entities|firms|companies|countries|categories|codes|tonnes|tons|kinds|types)\\b`,
    'gi',
  ),
];

/** What was passed over in a text when its facts were read. `evidence`: the words that were not. */
export function passedOver(document: Document, evidence: Evidence): PassedOver[] {
  const passage = passageOf(document);
  const questions = new Set(passage.sentences.filter(({ question }) => question));
  const telling = weigh(passage).flatMap(({ sentence, net }) => (net > 0 ? [sentence] : []));
  // What would count had the ministry said it: the same words, asked by nobody.
  for (const sentence of questions) sentence.question = false;
  const asked = weigh(passage).flatMap(({ sentence, net }) =>
    net > 0 && questions.has(sentence) ? [sentence] : [],
  );
  const used = evidence.licencesCount ?? [];
  const numbers = [...telling, ...asked].flatMap((sentence) =>
    placesOf(sentence).map(({ index, length }) => ({
      kind: 'number' as const,
      quote: quoteOf(passage, sentence, index, length),
      asked: questions.has(sentence),
    })),
  );
  const wholes = asked.map((sentence) => ({
    kind: 'question' as const,
    quote: quoteOf(passage, sentence, 0, sentence.folded.length),
  }));
  return [
    ...wholes.slice(0, MOST),
    ...numbers.filter(({ quote }) => !used.some((count) => overlap(count, quote))).slice(0, MOST),
  ];
}

function placesOf({ folded }: Sentence): { index: number; length: number }[] {
  return counted.flatMap((pattern) =>
    [...folded.matchAll(pattern)].map(({ index, 0: words }) => ({ index, length: words.length })),
  );
}

function overlap(one: Quote, other: Quote): boolean {
  return one.in === other.in && one.start < other.end && other.start < one.end;
}
