import { stockPhrases } from './stock-phrases.ts';

/** A stock phrase of a Chinese text and our gloss of it; shown only labelled as ours. */
export interface Gloss {
  zh: string;
  en: string;
}

interface Entry extends Gloss {
  /** Its place in the table: what is more telling stands first. */
  rank: number;
  /** One group for each run of words. */
  pattern: RegExp;
}

type Span = readonly [start: number, end: number];

/** Between two characters of a phrase; and what `…` stands for. */
const pause = '[，,、]?';
const anyWords = '[^。；，]{1,20}?';

/** The longest first: 原则上不予许可 is not also 不予许可. */
const entries: readonly Entry[] = stockPhrases
  .map(([zh, en], rank) => ({ zh, en, rank, pattern: patternOf(zh) }))
  .sort((a, b) => b.zh.length - a.zh.length);

function patternOf(zh: string): RegExp {
  const runs = zh.split('…').map((run) => `(${[...run].join(pause)})`);
  return new RegExp(runs.join(anyWords), 'dg');
}

/**
 * The stock phrases in a Chinese text that we can gloss, the most telling first, at most `most`. Of phrases that
 * overlap the longest counts.
 */
export function glossesIn(text: string, most: number): Gloss[] {
  const taken: Span[] = [];
  return entries
    .filter(({ pattern }) => takes(text, pattern, taken))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ zh, en }) => ({ zh, en }));
}

/** Whether a phrase stands anywhere in the text outside what is taken; there it is taken from now on. */
function takes(text: string, pattern: RegExp, taken: Span[]): boolean {
  const before = taken.length;
  for (const { indices } of text.matchAll(pattern)) {
    const spans = [...(indices ?? [])].slice(1).filter((span) => span !== undefined);
    const free = spans.every(([start, end]) => taken.every((other) => end <= other[0] || start >= other[1]));
    if (free) taken.push(...spans);
  }
  return taken.length > before;
}
