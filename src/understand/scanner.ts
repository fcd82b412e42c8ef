import { type Clued, Sought } from './clues.ts';
import { openingsOf } from './openings.ts';
import { alternativesOf } from './pattern-tree.ts';
import { StartIndex } from './start-index.ts';

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

/** A term, or an alternative of one, by the term's place in the list, which is its precedence. */
interface Indexed<Value> extends Term<Value> {
  rank: number;
  /** Anchored to the place it is tried at. */
  here: RegExp;
}

function indexed<Value>({ value, pattern }: Term<Value>, rank: number): Indexed<Value> {
  return { rank, value, pattern, here: new RegExp(pattern.source, `${pattern.flags}y`) };
}

/** Finds many terms wherever they are, for little more than the price of one. */
export class Scanner<Value> {
  readonly #terms: StartIndex<Indexed<Value>>;

  /** @throws {TypeError} A term can begin with anything. */
  constructor(terms: readonly Term<Value>[]) {
    const endless = terms.find(({ pattern }) => openingsOf(pattern) === null);
    if (endless) throw new TypeError(`no opening is known of ${endless.pattern}`);
    this.#terms = new StartIndex(terms.map(indexed));
  }

  /** All matches from left to right, none within another; of two at one place that of the earlier term. */
  matches(text: string): Found<Value>[] {
    const found: Found<Value>[] = [];
    for (let i = this.#terms.next(text, 0); i < text.length; i = this.#terms.next(text, i + 1)) {
      for (const { value, here } of this.#terms.at(text, i)) {
        here.lastIndex = i;
        if (!here.test(text) || here.lastIndex === i) continue;
        found.push({ value, index: i, length: here.lastIndex - i });
        i = here.lastIndex - 1;
        break;
      }
    }
    return found;
  }
}

/** Finds of many long terms where each is first. Their alternatives are tried one by one, each by its own clues. */
export class FirstScanner<Value> {
  readonly #terms: StartIndex<Indexed<Value> & { sought: Sought }>;
  /** Terms that can begin with anything. */
  readonly #anywhere: readonly (Indexed<Value> & { sought: Sought })[];

  constructor(terms: readonly Term<Value>[]) {
    const sought = (term: Term<Value>, rank: number) => ({
      ...indexed(term, rank),
      sought: new Sought(term.pattern),
    });
    const opens = ({ pattern }: Term<Value>) => openingsOf(pattern) !== null;
    this.#anywhere = terms.flatMap((term, rank) => (opens(term) ? [] : sought(term, rank)));
    this.#terms = new StartIndex(
      terms.flatMap((term, rank) =>
        opens(term) ? alternativesOf(term.pattern).map((pattern) => sought({ ...term, pattern }, rank)) : [],
      ),
    );
  }

  /** The leftmost match of each term that is wanted, in the order of the terms. */
  firsts(text: Clued, wanted: (value: Value) => boolean): Found<Value>[] {
    const { folded } = text;
    const found: (Found<Value> & { rank: number })[] = [];
    for (const { rank, value, sought } of this.#anywhere) {
      const match = wanted(value) && sought.firstIn(text);
      if (match) found.push({ rank, value, index: match.index, length: match[0].length });
    }
    for (let i = this.#terms.next(folded, 0); i < folded.length; i = this.#terms.next(folded, i + 1)) {
      for (const { rank, value, sought, here } of this.#terms.at(folded, i)) {
        if (!sought.mayBeIn(text) || !wanted(value) || found.some((one) => one.rank === rank)) continue;
        here.lastIndex = i;
        if (here.test(folded)) found.push({ rank, value, index: i, length: here.lastIndex - i });
      }
    }
    return found
      .sort((one, other) => one.rank - other.rank)
      .map(({ value, index, length }) => ({ value, index, length }));
  }
}
