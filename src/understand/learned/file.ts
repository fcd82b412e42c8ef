import { z } from 'zod';
import { actions } from '../../domain/facts.ts';
import type { Learned, Model } from './model.ts';

const stored = <Answer extends string>(answers: z.ZodType<Answer>) =>
  z.object({
    answers: z.array(answers),
    bias: z.array(z.number()),
    weights: z.record(z.string(), z.array(z.number())),
  });

/** As the weights are kept: hundredths, and no word that says next to nothing. */
const Stored = z.object({ relevance: stored(z.literal('relevant')), action: stored(z.enum(actions)) });
type Stored = z.infer<typeof Stored>;

const hundredths = (value: number) => Math.round(value * 100);
/** In hundredths. */
const leastWeight = 10;

export function toStored({ relevance, action }: Learned): Stored {
  return { relevance: keep(relevance), action: keep(action) };
}

function keep<Answer extends string>({ answers, bias, weights }: Model<Answer>) {
  const rounded = [...weights].map(([word, each]) => [word, each.map(hundredths)] as const);
  const telling = rounded.filter(([, each]) => each.some((weight) => Math.abs(weight) >= leastWeight));
  return {
    answers: [...answers],
    bias: bias.map(hundredths),
    weights: Object.fromEntries(telling.toSorted(byWord)),
  };
}

const byWord = ([one]: readonly [string, number[]], [other]: readonly [string, number[]]) =>
  one < other ? -1 : 1;

/** @throws {z.ZodError} where the file is none of ours. */
export function fromStored(file: unknown): Learned {
  const { relevance, action } = Stored.parse(file);
  return { relevance: open(relevance), action: open(action) };
}

function open<Answer extends string>({
  answers,
  bias,
  weights,
}: {
  answers: Answer[];
  bias: number[];
  weights: Record<string, number[]>;
}): Model<Answer> {
  return {
    answers,
    bias: bias.map((value) => value / 100),
    weights: new Map(Object.entries(weights).map(([word, each]) => [word, each.map((value) => value / 100)])),
  };
}
