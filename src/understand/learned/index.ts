import type { Sentence } from '../passage.ts';
import type { Features, Learned, Model } from './model.ts';
import { takeWords, titled } from './words.ts';

/** Where the counts of a word are kept; -1: it says nothing there. */
interface Place {
  body: number;
  title: number;
}

/** The words a model knows, numbered, so that a text is counted without a string for each of them. */
export class WordIndex {
  readonly #words = new Map<string, Place>();
  readonly #pairs = new Map<number, Place>();
  readonly #names: string[] = [];
  readonly #counts: Uint16Array;

  constructor({ relevance, action }: Learned) {
    for (const name of new Set([...relevance.weights.keys(), ...action.weights.keys()])) this.#add(name);
    this.#counts = new Uint16Array(this.#names.length);
  }

  #add(name: string) {
    const isTitle = name.startsWith(titled);
    const word = isTitle ? name.slice(titled.length) : name;
    const pair = word.length === 2 && word.charCodeAt(0) >= 0x4e00;
    const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
    const place = (pair ? this.#pairs.get(first * 0x10000 + second) : this.#words.get(word)) ?? {
      body: -1,
      title: -1,
    };
    place[isTitle ? 'title' : 'body'] = this.#names.push(name) - 1;
    if (pair) this.#pairs.set(first * 0x10000 + second, place);
    else this.#words.set(word, place);
  }

  /** What is said, as a model sees it. */
  featuresOf(sentences: readonly Sentence[]): Features {
    const said: number[] = [];
    for (const sentence of sentences) this.#count(sentence, said);
    let sum = 0;
    const features = said.map((at): [string, number] => {
      const value = 1 + Math.log(this.#counts[at] ?? 1);
      this.#counts[at] = 0;
      sum += value * value;
      return [this.#names[at] ?? '', value];
    });
    const length = Math.sqrt(sum) || 1;
    for (const feature of features) feature[1] /= length;
    return features;
  }

  #count(sentence: Sentence, said: number[]): void {
    const isTitle = sentence.in === 'title';
    const add = (at: number) => {
      if (at < 0) return;
      if (this.#counts[at] === 0) said.push(at);
      this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    };
    const take = (place: Place | undefined) => {
      if (place === undefined) return;
      add(place.body);
      if (isTitle) add(place.title);
    };
    takeWords(sentence, {
      word: (word) => take(this.#words.get(word)),
      pair: (pair) => take(this.#pairs.get(pair)),
    });
  }

  /** How much the words of one sentence speak for a model's first answer. */
  weightOf(sentence: Sentence, { weights }: Model<string>): number {
    const said: number[] = [];
    this.#count(sentence, said);
    let sum = 0;
    for (const at of said) {
      this.#counts[at] = 0;
      sum += weights.get(this.#names[at] ?? '')?.[0] ?? 0;
    }
    return sum;
  }
}
