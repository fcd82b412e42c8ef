import { PackedRows } from './packed-rows.ts';

/** Some bits of the 32 at one place of a bit set. */
interface Bits {
  at: number;
  mask: number;
}

/**
 * Finds all of many short strings in one pass over a text: each character leads from one state, which is the
 * longest end of what was read that begins a string, to the next (Aho and Corasick, 1975).
 */
export class WordFinder {
  /** By UTF-16 unit, counted from 1; capitals are their small letters. 0: in no string. */
  readonly #classes = new Uint16Array(0x10000);
  /** By class the state after it where nothing was begun before, and mostly where something was. */
  readonly #first: Uint16Array;
  /** By state and class the next state where it is another. */
  readonly #next: PackedRows;
  /** By state what the strings that end there stand for. */
  readonly #found: (readonly Bits[] | null)[];

  /** @param words - Strings in lower case, and the numbers that each stands for. */
  constructor(words: ReadonlyMap<string, readonly number[]>) {
    this.#first = new Uint16Array(this.#classify([...words.keys()].join('')));
    const states = ['', ...new Set([...words.keys()].flatMap(beginningsOf))];
    const ids = new Map(states.map((state, id) => [state, id]));
    const longer = Map.groupBy(states.slice(1), (state) => state.slice(0, -1));
    const classOf = (state: string) => this.#classes[state.charCodeAt(state.length - 1)] ?? 0;
    /** Where ends of what was read go on; the longest is the last of them, and counts. */
    const rowOf = (ends: readonly string[]) =>
      new Map(
        ends.flatMap((end) => longer.get(end) ?? []).map((state) => [classOf(state), ids.get(state) ?? 0]),
      );
    for (const [next, state] of rowOf([''])) this.#first[next] = state;
    this.#next = new PackedRows(states.map((state) => rowOf(endsOf(state))));
    this.#found = states.map((state) => bitsOf(endsOf(state).flatMap((end) => words.get(end) ?? [])));
  }

  /** @returns how many classes there are, with that of no string. */
  #classify(units: string): number {
    let count = 1;
    for (const unit of new Set(units)) {
      const capital = unit.toUpperCase();
      this.#classes[unit.charCodeAt(0)] = count;
      if (capital.length === 1) this.#classes[capital.charCodeAt(0)] = count;
      count++;
    }
    return count;
  }

  /** Sets the bit of each number for which a string in the text stands. */
  mark(text: string, bits: Int32Array): void {
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const next = this.#classes[text.charCodeAt(i)] ?? 0;
      state = this.#next.at(state, next) || (this.#first[next] ?? 0);
      const found = this.#found[state];
      if (found) for (const { at, mask } of found) bits[at] = (bits[at] ?? 0) | mask;
    }
  }
}

function beginningsOf(string: string): string[] {
  return Array.from({ length: string.length }, (_, i) => string.slice(0, i + 1));
}

/** The shortest first. */
function endsOf(string: string): string[] {
  return Array.from({ length: string.length }, (_, i) => string.slice(string.length - 1 - i));
}

function bitsOf(numbers: readonly number[]): Bits[] | null {
  if (numbers.length === 0) return null;
  const masks = new Map<number, number>();
  for (const number of numbers) {
    masks.set(number >>> 5, (masks.get(number >>> 5) ?? 0) | (1 << (number & 31)));
  }
  return Array.from(masks, ([at, mask]) => ({ at, mask }));
}
