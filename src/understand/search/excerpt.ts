import { passageOf } from '../passage.ts';
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

/** A part of a text around what was looked for. */
export interface Excerpt {
  segments: Segment[];
  /** It is what a reporter asked, which the ministry has not said. */
  asked: boolean;
}

/**
 * The part of a text where most of the terms stand, at most `room` UTF-16 units and what is cut off marked by an
 * ellipsis. What was asked and what was answered are never in one excerpt, and an answer comes first. Null where no
 * term stands in the text.
 */
export function excerptOf(text: string, terms: readonly Term[], room: number): Excerpt | null {
  const hits = hitsIn(text, terms);
  if (hits.length === 0) return null;
  const zones = zonesOf(text);
  const zoneOf = (hit: Span) =>
    zones.find(({ start, end }) => start <= hit.start && hit.start < end) ?? whole(text);
  const placed = hits.map((hit) => ({ hit, zone: zoneOf(hit) }));
  const answered = placed.filter(({ zone }) => !zone.asked);
  const chosen = densest(answered.length > 0 ? answered : placed, Math.floor((room * 2) / 3));
  if (!chosen) return null;

  const { hit, zone } = chosen;
  const all = zone.end - zone.start <= room;
  const start = all ? zone.start : Math.max(zone.start, startBefore(text, hit.start, Math.floor(room / 3)));
  const end = all ? zone.end : Math.min(zone.end, endAfter(text, Math.max(hit.end, start + room)));
  const inside = hits.filter((each) => each.start >= start && each.end <= end);
  return { segments: segmentsOf(text, { start, end }, inside), asked: zone.asked };
}

interface Zone extends Span {
  asked: boolean;
}

const whole = (text: string): Zone => ({ start: 0, end: text.length, asked: false });

/** Runs of sentences that are a reporter's, or are not. */
function zonesOf(text: string): Zone[] {
  const zones: Zone[] = [];
  for (const { in: where, start, end, question: asked } of passageOf({ title: '', text }).sentences) {
    if (where === 'title') continue;
    const last = zones.at(-1);
    if (last?.asked === asked) last.end = end;
    else zones.push({ start, end, asked });
  }
  return zones;
}

/** The place where most hits stand within `reach`; of several, the first. */
function densest<Placed extends { hit: Span }>(placed: readonly Placed[], reach: number): Placed | undefined {
  const near = (one: Placed) =>
    placed.filter(({ hit }) => hit.start >= one.hit.start && hit.end <= one.hit.start + reach).length;
  let best: { one: Placed; count: number } | undefined;
  for (const one of placed.slice(0, MOST_WEIGHED)) {
    const count = near(one);
    if (!best || count > best.count) best = { one, count };
  }
  return best?.one;
}

/** A word that stands in a text more often than this is found well enough at one of these places. */
const MOST_WEIGHED = 200;

function segmentsOf(text: string, { start, end }: Span, hits: readonly Span[]): Segment[] {
  const segments: Segment[] = start > 0 ? [{ words: '…', hit: false }] : [];
  let at = start;
  for (const hit of hits) {
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
