import { type FailureReason, ReadFailure } from '../../domain/failure.ts';
import { parseArticlePage } from '../article.ts';
import { type Detection, detect } from '../detect/index.ts';
import type { Parser } from '../reader.ts';
import { readerOf } from '../readers/index.ts';

/** All that texts from outside are parsed for. */
export interface Parsing extends Parser {
  detection(...given: Parameters<typeof detect>): Promise<Detection>;
}

export type Kind = keyof Parsing;
export type Result<K extends Kind> = Awaited<ReturnType<Parsing[K]>>;

/** A text to be parsed: as what, and what its parser is given. */
export interface Job<K extends Kind = Kind> {
  kind: K;
  given: Parameters<Parsing[K]>;
}

/** What comes of a {@link Job}, in a shape that crosses to another process. */
export type Outcome<K extends Kind = Kind> =
  | { result: Result<K> }
  | { failure: { reason: FailureReason; message: string } }
  /** A mistake of ours. */
  | { error: Error };

/** Where a job's text came from. */
export function addressOf({ kind, given }: Job): string {
  return String(kind === 'detection' ? given[1] : given[2]);
}

const parsers: { [K in Kind]: (...given: Parameters<Parsing[K]>) => Promise<Result<K>> } = {
  listing: (...given) => readerOf(given[1]).parse(...given),
  article: async (...given) => parseArticlePage(...given),
  detection: detect,
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
