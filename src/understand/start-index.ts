import { openingsOf } from './openings.ts';
import { PrefixTree } from './prefix-tree.ts';

/**
 * Says of each place in a text which of many patterns can match there, mostly none, by how their matches begin.
 * What it costs hardly depends on how many there are.
 */
export class StartIndex<Entry extends { pattern: RegExp }> {
  readonly #openings: PrefixTree;
  /** By node of the openings: what can begin with the characters that lead there, in order of precedence. */
  readonly #entries: Entry[][];

  /** @param entries - In order of precedence. All must begin with something: see {@link openingsOf}. */
  constructor(entries: readonly Entry[]) {
    const opened = entries.flatMap((entry) =>
      [...(openingsOf(entry.pattern) ?? [])].map((opening) => ({ opening, entry })),
    );
    this.#openings = new PrefixTree(opened.map(({ opening }) => opening));
    const { parents } = this.#openings;
    this.#entries = Array.from(parents, () => []);
    for (const { opening, entry } of opened) this.#entries[this.#openings.nodeOf(opening)]?.push(entry);
    const precedence = new Map(entries.map((entry, place) => [entry, place]));
    const placeOf = (entry: Entry) => precedence.get(entry) ?? 0;
    // What can begin with "ex" can begin with "exp".
    for (const [node, parent] of parents.entries()) {
      const all = new Set([...(this.#entries[parent] ?? []), ...(this.#entries[node] ?? [])]);
      this.#entries[node] = [...all].sort((one, other) => placeOf(one) - placeOf(other));
    }
  }

  /** The next place from `from` on where anything can begin; the end where nothing can. */
  next(text: string, from: number): number {
    let before = from > 0 ? text.charCodeAt(from - 1) : 0;
    for (let i = from; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if ((words[code] !== 1 || words[before] !== 1) && this.#openings.first(code) !== 0) return i;
      before = code;
    }
    return text.length;
  }

  /** What can begin at a place. */
  at(text: string, place: number): readonly Entry[] {
    let node = this.#openings.first(text.charCodeAt(place));
    for (let i = place + 1; i < text.length; i++) {
      const next = this.#openings.next(node, text.charCodeAt(i));
      if (next === 0) break;
      node = next;
    }
    return this.#entries[node] ?? [];
  }
}

/** By UTF-16 unit: whether it is a letter, a digit or a low line, as `\w` has it. */
const words = new Uint8Array(0x10000);
for (let code = 0; code < 0x80; code++) words[code] = /\w/.test(String.fromCharCode(code)) ? 1 : 0;
