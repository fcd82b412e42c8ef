import type { Action } from '../../domain/facts.ts';
import { actions } from '../../domain/facts.ts';
import { type Features, featuresOf, type Learned, type Model, scoresOf, softmax } from './model.ts';
import type { Words } from './words.ts';

/** A text with what is right about it. */
export interface Labelled {
  words: Words;
  relevant: boolean;
  /** Of a relevant one. */
  action: Action | null;
}

/** A word of fewer texts than this is a matter of chance. */
const fewestTexts = 3;

interface Pace {
  rounds: number;
  step: number;
  /** What the step shrinks to, each round. */
  decay: number;
  /** How strongly weights are drawn to zero. */
  pull: number;
}

/** Chosen by cross-validation; nearby values give the same figures. */
const paces: Record<keyof Learned, Pace> = {
  relevance: { rounds: 60, step: 1, decay: 0.95, pull: 0.0005 },
  action: { rounds: 80, step: 1.5, decay: 0.96, pull: 0.0003 },
};

/** Learns from labelled texts by logistic regression. The same texts in the same order give the same model. */
export function learn(texts: readonly Labelled[]): Learned {
  const told = texts.filter(({ relevant, action }) => relevant && action !== null);
  return {
    relevance: fitted(texts, ['relevant'], ({ relevant }) => (relevant ? 'relevant' : null), paces.relevance),
    action: fitted(told, actions, ({ action }) => action, paces.action),
  };
}

function fitted<Answer extends string>(
  texts: readonly Labelled[],
  answers: readonly Answer[],
  right: (text: Labelled) => Answer | null,
  pace: Pace,
): Model<Answer> {
  const known = commonWords(texts);
  const samples = texts.map((text) => ({
    features: featuresOf(text.words, (word) => known.has(word)),
    right: right(text),
  }));
  const bias = answers.map(() => 0);
  const weights = new Map([...known].map((word) => [word, answers.map(() => 0)]));
  const model = { answers, bias, weights };
  let { step } = pace;
  for (let round = 0; round < pace.rounds; round++, step *= pace.decay) {
    for (let i = 0; i < samples.length; i++) {
      // A fixed shuffle: neighbours in a file are alike.
      const sample = samples[(i * 7919 + round * 31) % samples.length];
      if (sample) improve(model, sample, step, pace.pull);
    }
  }
  return model;
}

function improve<Answer extends string>(
  { answers, bias, weights }: { answers: readonly Answer[]; bias: number[]; weights: Map<string, number[]> },
  { features, right }: { features: Features; right: Answer | null },
  step: number,
  pull: number,
): void {
  const scores = scoresOf({ answers, bias, weights }, features);
  const shares = scores.length > 1 ? softmax(scores) : scores.map((score) => 1 / (1 + Math.exp(-score)));
  const errors = shares.map((share, i) => share - (answers[i] === right ? 1 : 0));
  for (const [i, error] of errors.entries()) bias[i] = (bias[i] ?? 0) - 0.1 * step * error;
  for (const [word, value] of features) {
    const each = weights.get(word);
    if (!each) continue;
    for (const [i, error] of errors.entries()) {
      const before = each[i] ?? 0;
      each[i] = before - step * (error * value + pull * before);
    }
  }
}

function commonWords(texts: readonly Labelled[]): Set<string> {
  const seenIn = new Map<string, number>();
  for (const { words } of texts)
    for (const word of words.keys()) seenIn.set(word, (seenIn.get(word) ?? 0) + 1);
  return new Set([...seenIn].filter(([, count]) => count >= fewestTexts).map(([word]) => word));
}
