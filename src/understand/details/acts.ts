import type { RelationKind } from '../../domain/details.ts';
import { languageOf } from '../language.ts';
import type { Sentence } from '../passage.ts';
import type { Mention } from './notices.ts';
import { joins } from './number-list.ts';
import { kindOf, type Verbs, verbs } from './verbs.ts';

/** A verb and where it stands. */
export interface Act {
  sentence: Sentence;
  kind: RelationKind;
  /** Before its object or after it. */
  side: 'before' | 'after';
  index: number;
  length: number;
}

/** A notice and what is done to it; null: it is only named. */
export interface Acted {
  mention: Mention;
  act: Act | null;
}

/** A sentence as its verbs are looked for. */
interface Reading {
  sentence: Sentence;
  /** Without the verbs that belong to names. */
  text: string;
  verbs: Verbs;
}

/** How far from a notice its verb may stand. */
const reach = { before: 220, after: 130 };

/** What is done to the notices that one sentence names. */
export function actsIn(sentence: Sentence, mentions: Mention[]): Acted[] {
  const reading = readingOf(sentence, mentions);
  const acted: Acted[] = [];
  let taken = 0;
  for (const [index, mention] of mentions.entries()) {
    const next = mentions[index + 1];
    const from = Math.max(taken, mentions[index - 1]?.end ?? 0, mention.start - reach.before);
    const act = mention.issued ? null : actOn(reading, mention, from, next);
    if (act?.side === 'after') taken = act.index + act.length;
    acted.push({ mention, act });
  }
  return shared(acted, reading);
}

function actOn(
  reading: Reading,
  { start, end }: Mention,
  from: number,
  next: Mention | undefined,
): Act | null {
  const before = lastVerb(reading, from, start);
  if (before && before.kind !== 'suspends') return before;
  // What stands just before the next notice is done to that one.
  const theirs =
    next && !next.issued ? lastVerb(reading, Math.max(end, next.start - reach.before), next.start) : null;
  const after = firstVerb(reading, end, theirs?.index ?? next?.start ?? reading.text.length);
  if (!before) return after;
  return after?.kind === 'extends' ? after : before;
}

/** A verb before the first of several notices, or after the last, is for all of them. */
function shared(acted: Acted[], { text }: Reading): Acted[] {
  const share = (from: Acted | undefined, to: Acted, between: string) => {
    if (from?.act && !to.act && !to.mention.issued && joins.test(between.replaceAll('_', '')))
      to.act = from.act;
  };
  for (const [index, each] of acted.entries()) {
    const before = acted[index - 1];
    if (before?.act?.side === 'before')
      share(before, each, text.slice(before.mention.end, each.mention.start));
  }
  for (const [index, each] of [...acted.entries()].reverse()) {
    const after = acted[index + 1];
    if (after?.act?.side === 'after') share(after, each, text.slice(each.mention.end, after.mention.start));
  }
  return acted;
}

/** What a heading does to the notices listed below it: "暂停实施以下公告：". */
export function headingAct(sentence: Sentence): Act | null {
  const { folded } = sentence;
  if (!folded.endsWith(':') || !/公告|announcement|notice/i.test(folded)) return null;
  const text = folded.slice(0, -1);
  const reading = { ...readingOf(sentence, []), text };
  const from = Math.max(0, text.length - reach.before);
  return lastVerb(reading, from, text.length) ?? firstVerb(reading, from, text.length);
}

/**
 * Titles in 《》 and remarks in brackets hold verbs of their own: they are blanked, place for place. A bracket
 * around a notice speaks of it, and stays.
 */
function readingOf(sentence: Sentence, mentions: Mention[]): Reading {
  const text = sentence.folded.replace(/《[^《》]{0,120}》|\([^()]{0,120}\)/g, (words, at: number) => {
    const names = mentions.some(({ start }) => start > at && start < at + words.length);
    return names ? words : '_'.repeat(words.length);
  });
  return { sentence, text, verbs: verbs[languageOf(sentence.folded)] };
}

/** The last verb of the clause that ends at `to`. */
function lastVerb({ sentence, text, verbs }: Reading, from: number, to: number): Act | null {
  const words = text.slice(from, to);
  const lastBreak = [...words.matchAll(verbs.breaks)].at(-1);
  const clauseAt = lastBreak ? lastBreak.index + lastBreak[0].length : 0;
  const clause = words.slice(clauseAt);
  for (const pattern of [verbs.before, verbs.weak]) {
    const match = pattern && [...clause.matchAll(pattern)].at(-1);
    const kind = match ? kindOf(match.groups) : null;
    if (!match || !kind) continue;
    if (verbs.actsItself.test(clause.slice(match.index)) || isUnreal(verbs, clause, match.index)) return null;
    return { sentence, kind, side: 'before', index: from + clauseAt + match.index, length: match[0].length };
  }
  return null;
}

/** The first verb from `from` on, in that clause or in one that goes on with it. */
function firstVerb({ sentence, text, verbs }: Reading, from: number, to: number): Act | null {
  const all = text.slice(from, Math.max(from, Math.min(to, from + reach.after)));
  const stop = all.search(verbs.breaks);
  const goesOn = stop >= 0 && verbs.goesOn.test(all.slice(stop));
  const words = stop < 0 || goesOn ? all : all.slice(0, stop);
  for (const match of words.matchAll(verbs.after)) {
    const kind = kindOf(match.groups);
    if (!kind || isUnreal(verbs, words, match.index) || /\b(?:not|never)\b/.test(match[0])) continue;
    return { sentence, kind, side: 'after', index: from + match.index, length: match[0].length };
  }
  return null;
}

function isUnreal({ unreal }: Verbs, clause: string, at: number): boolean {
  return unreal.test(clause.slice(Math.max(0, at - 48), at));
}
