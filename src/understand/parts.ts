import { hash } from 'node:crypto';
import type { Understood } from '../domain/announcement.ts';
import type { Quote } from '../domain/facts.ts';
import { fold } from './fold.ts';
import { type Passage, quoteOf, type Sentence } from './passage.ts';
import { unlabelled } from './speakers.ts';

/** The words of a question from its first sentence to its last; null where nothing was asked. */
export function questionOf(passage: Passage, question: readonly Sentence[]): Quote | null {
  const [first, last] = [question[0], question.at(-1)];
  return first && last ? quoteOf(passage, first, 0, last.end - first.start) : null;
}

/**
 * The key of an answer within its text: of what was asked, else of how the answer begins. Where it stands says
 * nothing, as transcripts are completed and put in another order.
 * @returns twelve hexadecimal digits.
 */
export function partKey(question: Quote | null, answer: readonly Sentence[]): string {
  const words = wordsOf(question?.words ?? answer[0]?.folded ?? '');
  return hash('sha256', words).slice(0, 12);
}

const alike = 0.6;

/** Whether two questions, of two Revisions of one text, are one: edited in its wording or its punctuation. */
export function samePart(questionA: string, questionB: string): boolean {
  return likeness(questionA, questionB) >= alike;
}

/** How much of two questions, or other texts, is the same, by their pairs of neighbouring characters: from 0 to 1. */
export function likeness(questionA: string, questionB: string): number {
  const [one, other] = [pairsOf(wordsOf(questionA)), pairsOf(wordsOf(questionB))];
  const both = [...one].filter((pair) => other.has(pair)).length;
  return one.size + other.size === 0 ? 1 : (2 * both) / (one.size + other.size);
}

/** Less alike than this, two texts are not one that was edited. */
const edited = 0.3;

/** Whether two titles or texts may be one, however edited. */
export function isAlike(one: string, other: string): boolean {
  return likeness(one, other) >= edited;
}

/** Whether a text has most of the words of a title, by its pairs of neighbouring characters. */
export function isTold(title: string, text: string): boolean {
  const [words, all] = [pairsOf(wordsOf(title)), pairsOf(wordsOf(text))];
  return [...words].filter((pair) => all.has(pair)).length >= words.size / 2;
}

/** Letters, digits and Han characters, without the label of who asks. */
function wordsOf(question: string): string {
  return unlabelled(fold(question))
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

function pairsOf(words: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at < Math.max(1, words.length - 1); at++) pairs.add(words.slice(at, at + 2));
  return pairs;
}

const strongest = ['decision', 'measure', 'statement'] as const;

/** The strongest first: decisions before measures before statements, then by score; of equals the first in the text. */
export function byStrength(one: Understood, other: Understood): number {
  return strongest.indexOf(one.tier) - strongest.indexOf(other.tier) || other.score - one.score;
}
