/** Some bits of the 32 at one place of a bit set. */
interface Bits {
  at: number;
  mask: number;
}

/**
 * Finds all of many strings in one pass over a text: each character leads from one state, which is the longest
 * end of what was read that begins a string, to the next (Aho and Corasick, 1975).
 */
export class WordFinder {
  /** By UTF-16 unit, counted from 1; capitals are their small letters. 0: in no string. */
  readonly #classes = new Uint16Array(0x10000);
  readonly #classCount: number;
  /** By state and class the next state. */
  readonly #next: Uint16Array;
  /** By state what the strings that end there stand for. */
  readonly #found: (readonly Bits[] | null)[];

  /** @param words - Strings in lower case, and the numbers that each stands for. */
  constructor(words: ReadonlyMap<string, readonly number[]>) {
    this.#classCount = this.#classify([...words.keys()].join(''));
    const beginnings = new Set([...words.keys()].flatMap(beginningsOf));
    // A state falls back on shorter ones alone.
    const states = ['', ...beginnings].sort((one, other) => one.length - other.length);
    this.#next = new Uint16Array(states.length * this.#classCount);
    this.#found = this.#connect(states, words);
  }

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

  /** Where a state does not go on, it goes where the longest state does that it ends with. */
  #connect(
    states: readonly string[],
    words: ReadonlyMap<string, readonly number[]>,
  ): (readonly Bits[] | null)[] {
    const ids = new Map(states.map((state, id) => [state, id]));
    const longer = Map.groupBy(states.slice(1), (state) => ids.get(state.slice(0, -1)) ?? 0);
    const classOf = (state: string) => this.#classes[state.charCodeAt(state.length - 1)] ?? 0;
    const fallbacks = new Uint16Array(states.length);
    const numbers: (readonly number[])[] = [];
    for (const [id, state] of states.entries()) {
      const parent = ids.get(state.slice(0, -1)) ?? 0;
      const fallback = parent === 0 ? 0 : this.#after(fallbacks[parent] ?? 0, classOf(state));
      const row = fallback * this.#classCount;
      fallbacks[id] = fallback;
      this.#next.copyWithin(id * this.#classCount, row, row + this.#classCount);
      for (const next of longer.get(id) ?? [])
        this.#next[id * this.#classCount + classOf(next)] = ids.get(next) ?? 0;
      numbers[id] = [...(words.get(state) ?? []), ...(id === 0 ? [] : (numbers[fallback] ?? []))];
    }
    return numbers.map(bitsOf);
  }

  #after(state: number, next: number): number {
    return this.#next[state * this.#classCount + next] ?? 0;
  }

  /** Sets the bit of each number for which a string in the text stands. */
  mark(text: string, bits: Int32Array): void {
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      state = this.#after(state, this.#classes[text.charCodeAt(i)] ?? 0);
      const found = this.#found[state];
      if (found) for (const { at, mask } of found) bits[at] = (bits[at] ?? 0) | mask;
    }
  }
}

function beginningsOf(string: string): string[] {
  return Array.from({ length: string.length }, (_, i) => string.slice(0, i + 1));
}

function bitsOf(numbers: readonly number[]): Bits[] | null {
  if (numbers.length === 0) return null;
  const masks = new Map<number, number>();
  for (const number of numbers) {
    masks.set(number >>> 5, (masks.get(number >>> 5) ?? 0) | (1 << (number & 31)));
  }
  return Array.from(masks, ([at, mask]) => ({ at, mask }));
}
