import type { Passage, Sentence } from '../passage.ts';

/** So much of a text tells what it is about. */
export const mostSentences = 40;

/** Before a word of the title, which counts a second time as such. */
export const titled = 't:';

/** Takes the words of a sentence in turn; pairs of Chinese characters as numbers, which are cheaper to look up. */
export interface Takes {
  word(word: string): void;
  pair(pair: number): void;
}

const small = (code: number) => code | 32;
const isLetter = (code: number) => small(code) >= 97 && small(code) <= 122;
const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;

/** The English words of a sentence without their commonest endings, and its pairs of Chinese characters. */
export function takeWords({ folded }: Sentence, takes: Takes): void {
  let before = 0;
  for (let i = 0; i < folded.length; ) {
    const code = folded.charCodeAt(i);
    if (isHan(code)) {
      if (before > 0) takes.pair(before * 0x10000 + code);
      before = code;
      i++;
      continue;
    }
    before = 0;
    if (!isLetter(code)) {
      i++;
      continue;
    }
    const end = endOfWord(folded, i);
    if (end - i > 2) takes.word(stem(folded.slice(i, end).toLowerCase()));
    i = end;
  }
}

function endOfWord(text: string, from: number): number {
  let end = from + 1;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  return end;
}

const endings = ['ing', 'ed', 'es', 's'];

function stem(word: string): string {
  const ending = endings.find((each) => word.endsWith(each));
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** A page's own lines about itself, as ministries print them above and below any text. */
const ofThePage = /^(?:\[发布单位\]|\[发布文号\]|\[发文日期\]|附件|本站转载|其他媒体)/;

/** The sentences of what is said: reporters' questions are left out. */
export function saidIn({ sentences }: Passage): Sentence[] {
  return sentences
    .slice(0, mostSentences)
    .filter(({ question, folded }) => !question && !ofThePage.test(folded));
}

/** A pair of characters as it is written. */
export function pairText(pair: number): string {
  return String.fromCharCode(pair >> 16, pair & 0xffff);
}

/** How often a text says each of its words. */
export type Words = ReadonlyMap<string, number>;

export function wordsOf(passage: Passage): Words {
  const words = new Map<string, number>();
  const add = (word: string) => words.set(word, (words.get(word) ?? 0) + 1);
  for (const sentence of saidIn(passage)) {
    const count = (word: string) => {
      add(word);
      if (sentence.in === 'title') add(titled + word);
    };
    takeWords(sentence, { word: count, pair: (pair) => count(pairText(pair)) });
  }
  return words;
}
