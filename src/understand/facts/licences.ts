import type { Facts, Quote } from '../../domain/facts.ts';
import { numberOf } from '../numerals.ts';
import { quoteOf } from '../passage.ts';
import { quotesOfAction, type Speech, type Stated } from './speech.ts';

/** A count needs the thing counted and the act: licences that were issued. Applications received are none. */
const counts = [
  /(?:颁发|发放|签发|核发|批准|批复)了?[^,]{0,24}?(?:许可证?|批件)[^,\d]{0,4}(?<n>\d[\d,]*) ?[个份张项件]/,
  /(?:颁发|发放|签发|核发|批准|批复)了?[^,\d]{0,8}?(?<n>\d[\d,]*|[一二三四五六七八九十百]+) ?[个份张项件][^,]{0,16}?(?:许可证?|批件|申请)/,
  /\b(?:issued|granted|approved) (?:a total of |some |about |over |more than )?(?<n>\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:\w+[- ]){0,5}?(?:licen[cs]es?|permits?|applications?)\b/i,
  /\b(?<n>\d[\d,]*) (?:\w+[- ]){0,5}?(?:licen[cs]es|permits) (?:were |have been |had been |was )?(?:issued|granted|approved)\b/i,
];
const words = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

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
  for (const sentence of speech.focus) {
    for (const pattern of counts) {
      const match = pattern.exec(sentence.folded);
      const value = match && count(match.groups?.n ?? '');
      if (!value) continue;
      const quotes = [quoteOf(passage, sentence, match.index, match[0].length)];
      return { count: { value, quotes }, quantity: [] };
    }
  }
  if (!speech.speaking.some(({ rule }) => rule.action === 'approve')) return { count: null, quantity: [] };
  return {
    count: { value: 'unspecified', quotes: quotesOfAction(speech, 'approve') },
    quantity: quantityOf(speech),
  };
}

function count(number: string): number | null {
  const named = words.indexOf(number.toLowerCase());
  return named > 0 ? named : numberOf(number);
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
    /通用(?:出口)?许可|一般性许可|\bgeneral (?:export )?(?:licen[cs]es?|authori[sz]ations?)|\bOGELs?\b|\bGEAs?\b|\bNL900\b|\bVEU\b|\bvalidated end[- ]user\b|\bGAICT\b/i,
  ],
  ['individual', /单项许可|个案许可|\bindividual (?:export )?licen[cs]es?|\bSIELs?\b/i],
];

/** Whether the licences spoken of are general or individual ones. */
export function licenceTypeOf(speech: Speech): Stated<Facts['licenceType'] & string> | null {
  for (const [value, pattern] of types) {
    for (const sentence of speech.focus) {
      const match = pattern.exec(sentence.folded);
      if (match) return { value, quotes: [quoteOf(speech.passage, sentence, match.index, match[0].length)] };
    }
  }
  return null;
}
