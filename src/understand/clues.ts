import { matchesIn } from './matches.ts';
import { needsOf } from './needs.ts';
import { WordFinder } from './word-finder.ts';

/**
 * What a text holds of all that patterns need: a bit for each need. Finding out costs one look at each character,
 * and spares most patterns, as they need what most sentences do not hold.
 */
export type Clues = Int32Array;

/** A text with its clues. */
export interface Clued {
  folded: string;
  clues: Clues;
}

/** The number of each need of any pattern, by its strings. */
const needs = new Map<string, { id: number; strings: readonly string[] }>();

/** Made for the first text that is read, when all patterns are known. */
let finder: WordFinder | null = null;

function idOf(strings: readonly string[]): number {
  const key = strings.join('\n');
  const known = needs.get(key);
  if (known) return known.id;
  const id = needs.size;
  needs.set(key, { id, strings });
  finder = null;
  return id;
}

function finderOfAll(): WordFinder {
  const words = new Map<string, number[]>();
  for (const { id, strings } of needs.values()) {
    for (const string of strings) words.set(string, [...(words.get(string) ?? []), id]);
  }
  return new WordFinder(words);
}

/** `folded`: a sentence. What was not looked for, as its pattern came later, it may hold. */
export function cluesIn(folded: string): Clues {
  finder ??= finderOfAll();
  const clues = new Int32Array((needs.size >>> 5) + 1);
  clues[needs.size >>> 5] = -1 << (needs.size & 31);
  finder.mark(folded, clues);
  return clues;
}

/** A pattern that is tried only where a text holds what it does not match without. */
export class Sought {
  readonly pattern: RegExp;
  readonly #needs: readonly number[];

  constructor(pattern: RegExp) {
    this.pattern = pattern;
    this.#needs = needsOf(pattern).map(idOf);
  }

  /** Whether it can match in a text, or in any part of it. */
  mayBeIn({ clues }: Clued): boolean {
    for (const id of this.#needs) if (((clues[id >>> 5] ?? -1) & (1 << (id & 31))) === 0) return false;
    return true;
  }

  /** `part`: of the text, where it is not looked for in all of it. */
  isIn(text: Clued, part = text.folded): boolean {
    return this.mayBeIn(text) && this.pattern.test(part);
  }

  firstIn(text: Clued): RegExpExecArray | null {
    return this.mayBeIn(text) ? this.pattern.exec(text.folded) : null;
  }

  /** All matches of a global pattern. */
  allIn(text: Clued): RegExpExecArray[] {
    return this.mayBeIn(text) ? matchesIn(text.folded, this.pattern) : [];
  }
}
