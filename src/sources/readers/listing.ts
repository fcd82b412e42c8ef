import { createHash } from 'node:crypto';
import { ReadFailure } from '../../domain/failure.ts';
import type { Row } from '../../domain/item.ts';
import type { Source } from '../../domain/source.ts';
import { looksLikeChallenge } from '../../fetch/challenge.ts';
import type { FetchRequest, FetchResponse, Validators } from '../../fetch/fetcher.ts';
import type { Parsed, Reading, ReadRequest, Snapshot } from '../reader.ts';
import { linksLike, rowsElsewhere, shapesOf } from './redesign.ts';

type Answer = Extract<FetchResponse, { outcome: 'ok' }>;

/** How one kind of listing is asked for and understood; {@link readListing} does what all kinds share. */
interface Recipe {
  version: number;
  ask: Pick<FetchRequest, 'url' | 'form' | 'headers'>;
  /** As the reader's own `parse`, which a parser calls in its place. */
  parse(answer: Answer): Parsed | Promise<Parsed>;
  /** Adds what the text alone does not say. */
  complete?(parsed: Parsed): Parsed;
  /** Stands for the answer's bytes where those change though the rows do not. */
  hashOf?(answer: Answer): string;
}

/** The Snapshot, unless an older reader left it. */
export function usable(snapshot: Snapshot | null, version: number): Snapshot | null {
  return snapshot?.version === version ? snapshot : null;
}

/**
 * Reads one page. The first is asked for conditionally, and not parsed again where it is the same; a later
 * one is compared with the first, because sites that ignore the page number answer with the first again.
 */
export async function readListing(request: ReadRequest, recipe: Recipe): Promise<Reading> {
  const { source, fetcher, page, signal } = request;
  const known = usable(request.snapshot, recipe.version);
  const conditional = page === 1 && !recipe.ask.form;
  const validators = conditional ? (known?.validators ?? null) : null;
  const answer = await fetcher.fetch({ ...recipe.ask, validators, charset: source.charset, signal });

  const advice = adviceOf(answer, request, recipe);
  if (answer.outcome === 'not-modified') {
    if (known) return { outcome: 'unchanged', snapshot: revalidated(known, answer.validators), ...advice };
    throw new ReadFailure('malformed', `${recipe.ask.url} answered "not modified" to a first request`);
  }
  const hash = recipe.hashOf?.(answer) ?? answer.hash;
  if (page === 1 && known?.hash === hash) {
    return { outcome: 'unchanged', snapshot: revalidated(known, answer.validators), ...advice };
  }

  const { found: discovered, ...listing } = await parseOf(answer, recipe, request, known);
  const found = { ...known?.found, ...discovered };
  const keys = fingerprint(listing.rows);
  if (page === 1) {
    found.firstPage = keys;
    found.shapes = shapesOf(listing.rows);
    const snapshot = { version: recipe.version, validators: answer.validators, hash, found };
    return { outcome: 'rows', ...listing, snapshot, ...advice };
  }
  if (listing.rows.length > 0 && keys === found.firstPage) {
    throw new ReadFailure('page-repeats', `Page ${page} of ${source.url} holds the rows of page 1`);
  }
  return { outcome: 'rows', ...listing, snapshot: { ...(known ?? blank(recipe.version)), found } };
}

/** The very same Snapshot where nothing is to be kept anew. */
function revalidated(known: Snapshot, validators: Validators): Snapshot {
  const { etag, lastModified } = known.validators ?? {};
  const same = known.validators && etag === validators.etag && lastModified === validators.lastModified;
  return same ? known : { ...known, validators };
}

/** Only what the first page says of itself, asked for at the Source's own address, holds for the next poll. */
function adviceOf(
  answer: FetchResponse,
  { source, page }: ReadRequest,
  { ask }: Recipe,
): Pick<Reading, 'freshFor' | 'movedTo'> {
  if (page > 1) return {};
  const movedTo = answer.outcome === 'ok' && ask.url === source.url ? answer.movedTo : undefined;
  return {
    ...(answer.freshFor !== undefined && { freshFor: answer.freshFor }),
    ...(movedTo !== undefined && { movedTo }),
  };
}

/** @throws {ReadFailure} `redesigned` where a page without rows still has links such as its rows used to be. */
async function parseOf(
  answer: Answer,
  recipe: Recipe,
  { source, page, parser, now }: ReadRequest,
  known: Snapshot | null,
): Promise<Parsed> {
  let rows = 0;
  try {
    const text = await (parser?.listing(answer.text, source, answer.url, now) ?? recipe.parse(answer));
    const parsed = recipe.complete?.(text) ?? text;
    rows = parsed.rows.length;
    if (page === 1) assertEnough(parsed.rows, source);
    return parsed;
  } catch (failure) {
    if (!(failure instanceof ReadFailure) || failure.reason !== 'empty') throw failure;
    const links = linksLike(known?.found.shapes, answer);
    if (links - rows < rowsElsewhere) throw failure;
    throw new ReadFailure(
      'redesigned',
      `${answer.url} shows its rows no more where they were, but ${links} links such as theirs`,
      { cause: failure },
    );
  }
}

/** For listings that show their newest rows only: there is nothing beyond. */
export function nothingOlder({ snapshot }: ReadRequest, version: number): Reading {
  return {
    outcome: 'rows',
    rows: [],
    more: false,
    warnings: [],
    snapshot: usable(snapshot, version) ?? blank(version),
  };
}

function blank(version: number): Snapshot {
  return { version, validators: null, hash: null, found: {} };
}

/** @throws {ReadFailure} `empty` where a page has no rows, though the Source always has some. */
export function assertSome(rows: readonly Row[], source: Source): void {
  if (rows.length > 0 || source.minRows === 0) return;
  throw new ReadFailure('empty', `${source.url} held no rows`);
}

/** @throws {ReadFailure} `empty` where the first page has fewer rows than the Source always has. */
function assertEnough(rows: readonly Row[], source: Source): void {
  if (rows.length >= source.minRows) return;
  throw new ReadFailure('empty', `${source.url} held ${rows.length} rows, fewer than ${source.minRows}`);
}

/**
 * What to say of a text that is not what its kind of listing is made of.
 *
 * @param due - As in "where a feed was due".
 */
export function notDue(text: string, due: string, url: string): ReadFailure {
  const challenge = challengeOf(text, url);
  if (challenge) return challenge;
  const got = /^\s*</.test(text) ? 'a page' : text.trim() === '' ? 'nothing' : 'a text';
  return new ReadFailure('wrong-type', `${url} gave ${got} where ${due} was due`);
}

/** @throws {ReadFailure} Where the text is not JSON: `challenge`, `wrong-type`, or `malformed` where it breaks off. */
export function jsonIn(text: string, due: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!/^\s*[{[]/.test(text)) throw notDue(text, due, url);
    throw new ReadFailure('malformed', `${url} gave JSON that cannot be parsed`, { cause });
  }
}

export function challengeOf(text: string, url: string): ReadFailure | null {
  const challenge = looksLikeChallenge(undefined, text);
  return challenge
    ? new ReadFailure('challenge', `${url} answered with a challenge page: ${challenge}`)
    : null;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Of the set of keys: lists are not sorted. */
function fingerprint(rows: readonly Row[]): string {
  return sha256(
    rows
      .map(({ key }) => key)
      .sort()
      .join('\n'),
  );
}
