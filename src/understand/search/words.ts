import { fold } from '../fold.ts';

/** A word as search compares it, and where it stands in its text, in UTF-16 units. */
export interface Word {
  word: string;
  start: number;
  end: number;
}

/**
 * Every Han or kana character is a word of its own, so that Chinese is found at any length, one character included;
 * everywhere else a word is a run of letters and digits.
 */
const words =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+/gv;

/**
 * The words of a text, for the index and for what is looked up in it alike: without case, accents, and the width of
 * letters; Traditional characters as Simplified.
 */
export function wordsOf(text: string): Word[] {
  return [...fold(text).matchAll(words)].flatMap(({ 0: found, index }) => {
    const word = compared(found);
    return word === '' ? [] : [{ word, start: index, end: index + found.length }];
  });
}

/**
 * What of a text goes into the index, with a space between each two: a character that another follows together with
 * it, as pairs are far rarer than characters and found as much faster; everything else as it is. `稀土 ore` is
 * `稀土`, `土`, `ore`.
 */
export function indexed(text: string): string {
  const all = wordsOf(text).map(({ word }) => word);
  return paired(all).join(' ');
}

/**
 * The same of words to be found next to each other. `open`: the last one may go on, as a character does that
 * begins a pair.
 */
export function lookedUp(all: readonly string[], open: boolean): { words: string[]; open: boolean } {
  const last = all.at(-1);
  if (last === undefined || !single.test(last)) return { words: paired(all), open };
  const before = all.at(-2);
  if (before === undefined || !single.test(before)) return { words: paired(all), open: true };
  return { words: paired(all).slice(0, -1), open: false };
}

const single = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

function paired(all: readonly string[]): string[] {
  return all.map((word, index) => {
    const next = all[index + 1];
    return next !== undefined && single.test(word) && single.test(next) ? word + next : word;
  });
}

/** ASCII, and the Han characters that folding has dealt with. */
const plain = /^(?:[\x30-\x7a]+|[\u4e00-\u9fff])$/;

function compared(word: string): string {
  if (plain.test(word)) return word.toLowerCase();
  const bare = word
    .normalize('NFKC')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  return fold(bare)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}
