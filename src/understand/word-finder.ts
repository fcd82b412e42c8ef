import { PrefixTree } from './prefix-tree.ts';

/** Some bits of the 32 at one place of a bit set. */
interface Bits {
  at: number;
  mask: number;
}

/**
 * Finds all of many short strings in one pass over a text: where a string does not go on, the search does with
 * the longest end of what was read that begins another (Aho and Corasick, 1975).
 */
export class WordFinder {
  readonly #beginnings: PrefixTree;
  /** By node of the beginnings that of its longest end that is one too; 0 where none is. */
  readonly #fallbacks: Uint16Array;
  /** By node what the strings that end there stand for. */
  readonly #found: (readonly Bits[] | null)[];

  /** @param words - Strings in lower case, and the numbers that each stands for. */
  constructor(words: ReadonlyMap<string, readonly number[]>) {
    this.#beginnings = new PrefixTree(words.keys());
    this.#fallbacks = new Uint16Array(this.#beginnings.parents.length);
    this.#found = Array.from(this.#fallbacks, () => null);
    for (const beginning of new Set([...words.keys()].flatMap(beginningsOf))) {
      const node = this.#beginnings.nodeOf(beginning);
      const ends = endsOf(beginning);
      const fallbacks = ends.slice(1).map((end) => this.#beginnings.nodeOf(end));
      this.#fallbacks[node] = fallbacks.find((fallback) => fallback !== 0) ?? 0;
      this.#found[node] = bitsOf(ends.flatMap((end) => words.get(end) ?? []));
    }
  }

  /** Sets the bit of each number for which a string in the text stands. */
  mark(text: string, bits: Int32Array): void {
    let node = 0;
    for (let i = 0; i < text.length; i++) {
      node = this.#after(node, text.charCodeAt(i));
      const found = this.#found[node];
      if (found) for (const { at, mask } of found) bits[at] = (bits[at] ?? 0) | mask;
    }
  }

  #after(node: number, unit: number): number {
    for (let from = node; from !== 0; from = this.#fallbacks[from] ?? 0) {
      const next = this.#beginnings.next(from, unit);
      if (next !== 0) return next;
    }
    return this.#beginnings.first(unit);
  }
}

function beginningsOf(string: string): string[] {
  return Array.from({ length: string.length }, (_, i) => string.slice(0, i + 1));
}

/** The longest first. */
function endsOf(string: string): string[] {
  return Array.from({ length: string.length }, (_, i) => string.slice(i));
}

function bitsOf(numbers: readonly number[]): Bits[] | null {
  if (numbers.length === 0) return null;
  const masks = new Map<number, number>();
  for (const number of numbers) {
    masks.set(number >>> 5, (masks.get(number >>> 5) ?? 0) | (1 << (number & 31)));
  }
  return Array.from(masks, ([at, mask]) => ({ at, mask }));
}
