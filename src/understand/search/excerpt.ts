import type { Phrase, Term } from './terms.ts';
import { type Word, wordsOf } from './words.ts';

/** A piece of a text; `hit`: it is what was looked for. */
export interface Segment {
  words: string;
  hit: boolean;
}

interface Span {
  start: number;
  end: number;
}

/** Where the terms stand in a text, in its order, none within another. */
export function hitsIn(text: string, terms: readonly Term[]): Span[] {
  const words = wordsOf(text);
  const phrases = terms.flatMap(({ wordings }) => wordings);
  const spans: Span[] = [];
  for (let at = 0; at < words.length; ) {
    const lengths = phrases.filter((phrase) => standsAt(phrase, words, at)).map(({ words }) => words.length);
    const length = Math.max(0, ...lengths);
    const first = words[at];
    const last = words[at + length - 1];
    if (length > 0 && first && last) spans.push({ start: first.start, end: last.end });
    at += Math.max(1, length);
  }
  return spans;
}

function standsAt({ words: wanted, open }: Phrase, words: readonly Word[], at: number): boolean {
  return wanted.every((word, index) => {
    const found = words[at + index]?.word;
    return open && index === wanted.length - 1 ? found?.startsWith(word) : found === word;
  });
}

/**
 * The part of a text where the terms stand, at most `room` UTF-16 units and what is cut off marked by an ellipsis.
 * Null where none of them does.
 */
export function excerptOf(text: string, terms: readonly Term[], room: number): Segment[] | null {
  const hits = hitsIn(text, terms);
  const [first] = hits;
  if (!first) return null;

  const start = text.length <= room ? 0 : startBefore(text, first.start, Math.floor(room / 3));
  const end = endAfter(text, Math.max(first.end, start + room));
  const segments: Segment[] = start > 0 ? [{ words: '…', hit: false }] : [];
  let at = start;
  for (const hit of hits) {
    if (hit.end > end) break;
    if (hit.start > at) segments.push({ words: text.slice(at, hit.start), hit: false });
    segments.push({ words: text.slice(hit.start, hit.end), hit: true });
    at = hit.end;
  }
  const rest = text.slice(at, end) + (end < text.length ? '…' : '');
  return rest === '' ? segments : [...segments, { words: rest, hit: false }];
}

/** The start of the sentence or of a word, at most `back` units before; never between surrogates. */
function startBefore(text: string, at: number, back: number): number {
  if (at <= back) return text.slice(0, at).lastIndexOf('\n') + 1;
  const before = text.slice(at - back, at);
  const sentence = lastEnd(before, /[。！？；\n]|[.!?]\s/gu);
  if (sentence !== null) return at - back + sentence;
  const word = /[\s，、]/u.exec(before);
  if (word) return at - back + word.index + 1;
  return /^[\uDC00-\uDFFF]/.test(before) ? at - back + 1 : at - back;
}

/** The end of the last whole word before `limit`. */
function endAfter(text: string, limit: number): number {
  if (limit >= text.length) return text.length;
  const [, cutWord = ''] = /([[\p{L}\p{N}]--\p{Script=Han}]*)$/v.exec(text.slice(0, limit)) ?? [];
  const goesOn = /^[[\p{L}\p{N}]--\p{Script=Han}]/v.test(text.slice(limit));
  const whole = goesOn && cutWord.length < 40 ? limit - cutWord.length : limit;
  return /[\uD800-\uDBFF]$/.test(text.slice(0, whole)) ? whole - 1 : whole;
}

function lastEnd(text: string, pattern: RegExp): number | null {
  const last = [...text.matchAll(pattern)].at(-1);
  return last ? last.index + last[0].length : null;
}
