import type { Action } from '../../domain/facts.ts';
import type { Words } from './words.ts';

/** What is learned from labelled texts: how much each word speaks for each answer. */
export interface Model<Answer extends string> {
  answers: readonly Answer[];
  bias: readonly number[];
  /** One number an answer. A word that is not here says nothing. */
  weights: ReadonlyMap<string, readonly number[]>;
}

/** Whether a text is about export licences, and what it says was done. */
export interface Learned {
  relevance: Model<'relevant'>;
  action: Model<Action>;
}

/** A text as a model sees it: the words that it knows, each by how often it is said, of length one altogether. */
export type Features = [word: string, value: number][];

export function featuresOf(words: Words, isKnown: (word: string) => boolean): Features {
  const known = [...words].filter(([word]) => isKnown(word));
  const features = known.map(([word, count]): [string, number] => [word, weightOf(count)]);
  const length = lengthOf(features.map(([, weight]) => weight));
  return features.map(([word, weight]) => [word, weight / length]);
}

/** What a word weighs in a text that says it so often. */
export function weightOf(count: number): number {
  return 1 + Math.log(count);
}

/** Of the weights of a text's words as a vector; never 0. */
export function lengthOf(weights: readonly number[]): number {
  return Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
}

/** How much a text speaks for each answer; above zero: rather yes. */
export function scoresOf<Answer extends string>(model: Model<Answer>, features: Features): number[] {
  const scores = [...model.bias];
  for (const [word, value] of features) {
    const weights = model.weights.get(word);
    if (weights)
      for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) + (weights[i] ?? 0) * value;
  }
  return scores;
}

/** The answer that has the highest score, and how sure that is, from 0 to 1. */
export function bestOf<Answer extends string>(
  answers: readonly Answer[],
  scores: readonly number[],
): { answer: Answer; sure: number } | null {
  const shares = softmax(scores);
  const sure = Math.max(...shares);
  const answer = answers[shares.indexOf(sure)];
  return answer === undefined ? null : { answer, sure };
}

/** Scores as shares of one. */
export function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
