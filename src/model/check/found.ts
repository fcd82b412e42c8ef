import type { Action } from '../../domain/facts.ts';
import type { Language } from '../../domain/source.ts';

/** Words of a text and their place in it. */
export interface Span {
  index: number;
  words: string;
}

/** Something in a text of the model that does not stand in the source. */
export interface Fault {
  language: Language;
  /** The words of the model. */
  words: string;
  /** One clause that continues them: `"61" does not stand in the source`. */
  says: string;
}

/** A fault before it is known which of the two texts it is in. */
export type Finding = Omit<Fault, 'language'>;

/** A sign that no pattern of numbers, dates or names knows. */
const MASK = '\u0001';

/** Takes what has been read out of a folded text, so that nothing is read twice; offsets stay. */
export function masked(text: string, { index, words }: Span): string {
  return text.slice(0, index) + MASK.repeat(words.length) + text.slice(index + words.length);
}

/** The same for every match of a pattern. */
export function maskedAll(text: string, pattern: RegExp): string {
  return text.replaceAll(pattern, (words) => MASK.repeat(words.length));
}

/**
 * Ways to say one thing. What a text of the model says with one of them, the source has to say with one of the same
 * line, in whichever language. Patterns see folded text.
 */
export interface Wording {
  name: string;
  en: RegExp;
  zh: RegExp;
  /** Looser words that bear it out in a source, but are no claim in a text. */
  also?: RegExp;
  /** Actions of the facts that bear it out. */
  actions?: readonly Action[];
}
