import type { Action } from '../../domain/facts.ts';
import type { Sentence } from '../passage.ts';
import { type Learned, lengthOf, type Model, weightOf } from './model.ts';
import { takeWords, titled } from './words.ts';

/** The words of a text that are known, by number, and how much each weighs in it. */
export interface Counted {
  numbers: readonly number[];
  weights: readonly number[];
}

/** A model by the numbers of words: `rows` has a number for each answer, one word after the other. */
interface Numbered {
  bias: readonly number[];
  rows: Float64Array;
}

/** Where the counts of a word are kept; -1: it says nothing there. */
interface Place {
  body: number;
  title: number;
}

/** The words the models know, numbered, so that a text is counted and scored without a string for each of them. */
export class WordIndex {
  /** What can have been done, in the order of their scores. */
  readonly actions: readonly Action[];
  readonly #models: Record<keyof Learned, Numbered>;
  readonly #words = new Map<string, Place>();
  readonly #pairs = new Map<number, Place>();
  readonly #counts: Uint16Array;

  constructor({ relevance, action }: Learned) {
    const names = [...new Set([...relevance.weights.keys(), ...action.weights.keys()])];
    for (const [number, name] of names.entries()) this.#add(name, number);
    this.actions = action.answers;
    this.#models = { relevance: numbered(relevance, names), action: numbered(action, names) };
    this.#counts = new Uint16Array(names.length);
  }

  #add(name: string, number: number) {
    const isTitle = name.startsWith(titled);
    const word = isTitle ? name.slice(titled.length) : name;
    const pair = word.length === 2 && word.charCodeAt(0) >= 0x4e00;
    const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
    const place = (pair ? this.#pairs.get(first * 0x10000 + second) : this.#words.get(word)) ?? {
      body: -1,
      title: -1,
    };
    place[isTitle ? 'title' : 'body'] = number;
    if (pair) this.#pairs.set(first * 0x10000 + second, place);
    else this.#words.set(word, place);
  }

  /** What is said, as the models see it. */
  counted(sentences: readonly Sentence[]): Counted {
    const numbers: number[] = [];
    for (const sentence of sentences) this.#count(sentence, numbers);
    const weights = numbers.map((number) => weightOf(this.#counts[number] ?? 1));
    for (const number of numbers) this.#counts[number] = 0;
    const length = lengthOf(weights);
    return { numbers, weights: weights.map((weight) => weight / length) };
  }

  /** How much what is said speaks for each answer of a model; above zero: rather yes. */
  scoresOf(name: keyof Learned, { numbers, weights }: Counted): number[] {
    const { bias, rows } = this.#models[name];
    const scores = [...bias];
    for (const [at, number] of numbers.entries()) {
      const row = number * scores.length;
      for (let i = 0; i < scores.length; i++) {
        scores[i] = (scores[i] ?? 0) + (rows[row + i] ?? 0) * (weights[at] ?? 0);
      }
    }
    return scores;
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

  /** How much the words of one sentence speak for a text's being relevant. */
  relevanceOf(sentence: Sentence): number {
    const numbers: number[] = [];
    this.#count(sentence, numbers);
    let sum = 0;
    for (const number of numbers) {
      this.#counts[number] = 0;
      sum += this.#models.relevance.rows[number] ?? 0;
    }
    return sum;
  }
}

function numbered({ answers, bias, weights }: Model<string>, names: readonly string[]): Numbered {
  const none = answers.map(() => 0);
  return { bias, rows: Float64Array.from(names.flatMap((name) => weights.get(name) ?? none)) };
}
