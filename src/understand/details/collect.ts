import type { Detail } from '../../domain/details.ts';
import type { Quote } from '../../domain/facts.ts';

/** A page that repeats itself a thousand times proves nothing more by it. */
const mostQuotes = 4;

/** Gathers values in the order of their first mention, with the words behind each. */
export class Collected<Value> {
  readonly #found = new Map<string, Detail<Value>>();

  add(value: Value, ...quotes: Quote[]): void {
    const key = JSON.stringify(value);
    const known = this.#found.get(key);
    if (!known) this.#found.set(key, { value, quotes });
    else if (known.quotes.length < mostQuotes) known.quotes.push(...quotes);
  }

  all(): Detail<Value>[] {
    return [...this.#found.values()];
  }
}
