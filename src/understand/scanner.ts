import { openingsOf } from './openings.ts';
import { PrefixTree } from './prefix-tree.ts';

/** A pattern and what it stands for. */
export interface Term<Value> {
  value: Value;
  /** Over folded text. Those that begin with a Latin letter or a digit match at the start of a word alone. */
  pattern: RegExp;
}

export interface Found<Value> {
  value: Value;
  index: number;
  length: number;
}

/** A term by its place in the list, which is its precedence. */
interface Indexed<Value> {
  rank: number;
  value: Value;
  /** Anchored to the place it is tried at. */
  pattern: RegExp;
  free: RegExp;
}

/**
 * Many patterns over one text for little more than the price of one: an index of how their matches begin says
 * at each place which of them can match there, mostly none. What it costs hardly depends on how many there are.
 */
export class Scanner<Value> {
  readonly #openings: PrefixTree;
  /** By node of the openings: the terms that can begin with the characters that lead there. */
  readonly #terms: Indexed<Value>[][];
  /** Terms that can begin with anything. */
  readonly #anywhere: Indexed<Value>[] = [];

  constructor(terms: readonly Term<Value>[]) {
    const opened: [opening: string, term: Indexed<Value>][] = [];
    for (const [rank, { value, pattern }] of terms.entries()) {
      const anchored = new RegExp(pattern.source, `${pattern.flags}y`);
      const indexed = { rank, value, pattern: anchored, free: pattern };
      const openings = openingsOf(pattern);
      if (!openings) this.#anywhere.push(indexed);
      for (const opening of openings ?? []) opened.push([opening, indexed]);
    }
    this.#openings = new PrefixTree(opened.map(([opening]) => opening));
    const { parents } = this.#openings;
    this.#terms = Array.from(parents, () => []);
    for (const [opening, term] of opened) this.#terms[this.#openings.nodeOf(opening)]?.push(term);
    // What can begin with "ex" can begin with "exp".
    for (const [node, parent] of parents.entries()) {
      const all = new Set([...(this.#terms[parent] ?? []), ...(this.#terms[node] ?? [])]);
      this.#terms[node] = [...all].sort(byRank);
    }
  }

  /** The leftmost match of each term that is wanted, in the order of the terms. */
  firsts(text: string, wanted: (value: Value) => boolean): Found<Value>[] {
    const found: (Found<Value> & { rank: number })[] = [];
    for (const { rank, value, free } of this.#anywhere) {
      const match = wanted(value) && free.exec(text);
      if (match) found.push({ rank, value, index: match.index, length: match[0].length });
    }
    for (let i = this.#next(text, 0); i < text.length; i = this.#next(text, i + 1)) {
      for (const { rank, value, pattern } of this.#startingAt(text, i)) {
        if (!wanted(value) || found.some((one) => one.rank === rank)) continue;
        pattern.lastIndex = i;
        if (pattern.test(text)) found.push({ rank, value, index: i, length: pattern.lastIndex - i });
      }
    }
    return found.sort(byRank).map(({ value, index, length }) => ({ value, index, length }));
  }

  /** All matches from left to right, none within another; of two at one place that of the earlier term. */
  matches(text: string): Found<Value>[] {
    const found: Found<Value>[] = [];
    for (let i = this.#next(text, 0); i < text.length; i = this.#next(text, i + 1)) {
      for (const { value, pattern } of this.#startingAt(text, i)) {
        pattern.lastIndex = i;
        if (!pattern.test(text) || pattern.lastIndex === i) continue;
        found.push({ value, index: i, length: pattern.lastIndex - i });
        i = pattern.lastIndex - 1;
        break;
      }
    }
    return found;
  }

  /** The next place from `from` on where anything can begin; the end where nothing can. */
  #next(text: string, from: number): number {
    let before = from > 0 ? text.charCodeAt(from - 1) : 0;
    for (let i = from; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if ((words[code] !== 1 || words[before] !== 1) && this.#openings.first(code) !== 0) return i;
      before = code;
    }
    return text.length;
  }

  #startingAt(text: string, at: number): readonly Indexed<Value>[] {
    let node = this.#openings.first(text.charCodeAt(at));
    for (let i = at + 1; i < text.length; i++) {
      const next = this.#openings.next(node, text.charCodeAt(i));
      if (next === 0) break;
      node = next;
    }
    return this.#terms[node] ?? [];
  }
}

/** By UTF-16 unit: whether it is a letter, a digit or a low line, as `\w` has it. */
const words = new Uint8Array(0x10000);
for (let code = 0; code < 0x80; code++) words[code] = /\w/.test(String.fromCharCode(code)) ? 1 : 0;

function byRank(one: { rank: number }, other: { rank: number }): number {
  return one.rank - other.rank;
}
