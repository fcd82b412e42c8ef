import type { Evidence, Kind, Quote } from '../domain/facts.ts';
import type { Language } from '../domain/source.ts';
import type { WordDiff } from '../domain/story.ts';
import { cut } from './phrases/fit.ts';
import { type Comparison, compare, type Hunk, type Word, wordsOf } from './wording/words.ts';

/** Less than this in common, and one clause is told to have replaced the other as a whole. */
const SAME_SENTENCE = 0.3;
/** Less than this in common, and two statements are not the same thing said again. */
const SAME_STATEMENT = 0.5;
/** Fewer kept words than this between two changes read better as changed. */
const SHORTEST_KEPT = 2;
/** So few are not worth leaving out. */
const LEFT_OUT = 2;
/** How much of a change is shown. */
interface Extent {
  /** Of one segment, in UTF-16 units. */
  longest: Record<Language, number>;
  hunks: number;
  /** How many unchanged words are shown on either side of a change. */
  context: number;
  /** Of each wording. */
  words: number;
}

/** A line of a message. */
const line: Extent = { longest: { en: 90, zh: 45 }, hunks: 3, context: 3, words: 120 };
/** A sentence of a text that is shown by itself. */
export const sentence: Extent = { longest: { en: 320, zh: 160 }, hunks: 8, context: 10, words: 400 };

/**
 * How the words of a report differ from those of the one before it, in the same language. The quantity words
 * decide where both have some: they are what a desk reads first. Null: nothing to compare, or two statements too
 * unlike to be the same thing said again.
 */
export function changeSince(
  before: Evidence,
  after: Evidence,
  { kind, language }: { kind: Kind; language: Language },
): 'same' | WordDiff | null {
  const [oldQuantity, newQuantity] = [before.quantity?.[0]?.words, after.quantity?.[0]?.words];
  const quantities = oldQuantity && newQuantity ? wordingChange(oldQuantity, newQuantity, language) : null;
  if (quantities === 'same') return 'same';

  const [was, is] = [clauseIn(before), clauseIn(after)];
  if (!was || !is) return quantities;
  const comparison = compare(wordsOf(was, language), wordsOf(is, language));
  if (kind === 'statement' && comparison.likeness < SAME_STATEMENT) return null;
  const change = changeOf(comparison, { before: was, after: is, language, extent: line });
  return change === 'same' ? (quantities ?? 'same') : change;
}

/** The clause that states the action: the one with the quantity words in it, else one of the text itself. */
function clauseIn({ action = [], quantity = [] }: Evidence): string | null {
  const [amount] = quantity;
  const holds = (clause: Quote) =>
    amount !== undefined &&
    clause.in === amount.in &&
    clause.start <= amount.start &&
    clause.end >= amount.end;
  const clause = action.find(holds) ?? action.find((each) => each.in === 'text') ?? action[0];
  return clause?.words ?? null;
}

/**
 * The change from one wording to another, as short as it can be understood. `same` where no word differs; case,
 * punctuation, full-width forms and the Chinese script are no words.
 */
export function wordingChange(
  before: string,
  after: string,
  language: Language,
  extent: Extent = line,
): 'same' | WordDiff {
  const [was, is] = [before, after].map((words) => wordsOf(words, language, extent.words)) as [
    Word[],
    Word[],
  ];
  return changeOf(compare(was, is), { before, after, language, extent });
}

interface Wordings {
  before: string;
  after: string;
  language: Language;
  extent: Extent;
}

function changeOf(comparison: Comparison, { before, after, language, extent }: Wordings): 'same' | WordDiff {
  if (comparison.hunks.length === 0) return 'same';
  const hunks = readable(comparison);
  const { context } = extent;
  const diff: WordDiff = [];
  const show = (as: WordDiff[number]['as'], words: string) => {
    if (words) diff.push({ as, words: cut(words, extent.longest[language]) });
  };
  let kept = 0;
  for (const [index, hunk] of hunks.slice(0, extent.hunks).entries()) {
    const between = comparison.after.slice(kept, hunk.after[0]);
    show('kept', contextIn(after, between, { context, first: index === 0, last: false }));
    show('removed', stretch(before, comparison.before.slice(...hunk.before)));
    show('added', stretch(after, comparison.after.slice(...hunk.after)));
    kept = hunk.after[1];
  }
  const rest = comparison.after.slice(kept);
  show('kept', contextIn(after, rest, { context, first: false, last: true }));
  return diff;
}

/** Changes with hardly a word between them become one; where hardly a word was kept, all of it is one. */
function readable({ hunks, before, after, likeness }: Comparison): Hunk[] {
  if (likeness < SAME_SENTENCE) return [{ before: [0, before.length], after: [0, after.length] }];
  const merged: Hunk[] = [];
  for (const hunk of hunks) {
    const last = merged.at(-1);
    if (last && hunk.after[0] - last.after[1] < SHORTEST_KEPT) {
      last.before[1] = hunk.before[1];
      last.after[1] = hunk.after[1];
    } else merged.push({ before: [...hunk.before], after: [...hunk.after] });
  }
  return merged;
}

/** The unchanged words next to a change; those further off are left out, and `…` says so. */
function contextIn(
  text: string,
  kept: Word[],
  { context, first, last }: { context: number; first: boolean; last: boolean },
): string {
  if (kept.length <= (first || last ? context : 2 * context) + LEFT_OUT) return stretch(text, kept);
  const head = first ? '' : stretch(text, kept.slice(0, context));
  const tail = last ? '' : stretch(text, kept.slice(-context));
  return `${head}…${tail}`;
}

/** The words as the text has them, with the punctuation between them. */
function stretch(text: string, words: Word[]): string {
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? text.slice(first.start, last.end) : '';
}
