import { type FailureReason, ReadFailure } from '../../domain/failure.ts';
import { parseArticlePage } from '../article.ts';
import type { Parser } from '../reader.ts';
import { readerOf } from '../readers/index.ts';

export type Kind = keyof Parser;
type Result<K extends Kind> = Awaited<ReturnType<Parser[K]>>;

/** A text to be parsed: as what, and what its parser is given. */
export interface Job<K extends Kind = Kind> {
  kind: K;
  given: Parameters<Parser[K]>;
}

/** What comes of a {@link Job}, in a shape that crosses to another process. */
export type Outcome<K extends Kind = Kind> =
  | { result: Result<K> }
  | { failure: { reason: FailureReason; message: string } }
  /** A mistake of ours. */
  | { error: Error };

const parsers: { [K in Kind]: (...given: Parameters<Parser[K]>) => Promise<Result<K>> } = {
  listing: (...given) => readerOf(given[1]).parse(...given),
  article: async (...given) => parseArticlePage(...given),
};

/** Does a job, wherever it is called. */
export function perform<K extends Kind>({ kind, given }: Job<K>): Promise<Result<K>> {
  return parsers[kind](...given);
}

/** As {@link perform}; never rejects. */
export async function outcomeOf<K extends Kind>(job: Job<K>): Promise<Outcome<K>> {
  try {
    return { result: await perform(job) };
  } catch (error) {
    if (error instanceof ReadFailure) return { failure: { reason: error.reason, message: error.message } };
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** @throws what the job threw. */
export function resultOf<K extends Kind>(outcome: Outcome<K>): Result<K> {
  if ('result' in outcome) return outcome.result;
  if ('error' in outcome) throw outcome.error;
  throw new ReadFailure(outcome.failure.reason, outcome.failure.message);
}
