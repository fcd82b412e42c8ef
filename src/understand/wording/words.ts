import type { Language } from '../../domain/source.ts';
import { fold } from '../fold.ts';

/** A word of a text: what it is compared by, and its place. Punctuation is no word. */
export interface Word {
  key: string;
  start: number;
  end: number;
}

/** Words that stand in both texts in the same order are kept; in between, one stretch replaced another. */
export interface Comparison {
  before: Word[];
  after: Word[];
  hunks: Hunk[];
  /** The share of words that were kept, 0 to 1. */
  likeness: number;
}

/** Words `[start, end)` of the one text that became words `[start, end)` of the other; either may be none. */
export interface Hunk {
  before: [start: number, end: number];
  after: [start: number, end: number];
}

const segmenters: Record<Language, Intl.Segmenter> = {
  en: new Intl.Segmenter('en', { granularity: 'word' }),
  zh: new Intl.Segmenter('zh', { granularity: 'word' }),
};

/** Comparing takes time in proportion to the product of both lengths: a clause has fewer words than this. */
const MOST_WORDS = 120;

/** @param most - So many words are read of it. */
export function wordsOf(text: string, language: Language, most: number = MOST_WORDS): Word[] {
  const words: Word[] = [];
  for (const { segment, index, isWordLike } of segmenters[language].segment(text.slice(0, 5 * most))) {
    if (isWordLike)
      words.push({ key: fold(segment).toLowerCase(), start: index, end: index + segment.length });
    if (words.length === most) break;
  }
  return words;
}

export function compare(before: Word[], after: Word[]): Comparison {
  const kept = longestCommon(before, after);
  const hunks: Hunk[] = [];
  let [b, a] = [0, 0];
  for (const [nextBefore, nextAfter] of [...kept, [before.length, after.length] as const]) {
    if (nextBefore > b || nextAfter > a) hunks.push({ before: [b, nextBefore], after: [a, nextAfter] });
    [b, a] = [nextBefore + 1, nextAfter + 1];
  }
  const all = before.length + after.length;
  return { before, after, hunks, likeness: all === 0 ? 1 : (2 * kept.length) / all };
}

/** Pairs of places of the words that both texts have in the same order, as many as there can be. */
function longestCommon(before: Word[], after: Word[]): [number, number][] {
  const width = after.length + 1;
  // lengths[b * width + a]: of what the texts have in common from their words b and a on.
  const lengths = new Uint16Array((before.length + 1) * width);
  const at = (b: number, a: number) => lengths[b * width + a] ?? 0;
  for (let b = before.length - 1; b >= 0; b--) {
    for (let a = after.length - 1; a >= 0; a--) {
      const same = before[b]?.key === after[a]?.key;
      lengths[b * width + a] = same ? at(b + 1, a + 1) + 1 : Math.max(at(b + 1, a), at(b, a + 1));
    }
  }
  const pairs: [number, number][] = [];
  let [b, a] = [0, 0];
  while (b < before.length && a < after.length) {
    if (before[b]?.key === after[a]?.key) pairs.push([b++, a++]);
    else if (at(b + 1, a) >= at(b, a + 1)) b++;
    else a++;
  }
  return pairs;
}
