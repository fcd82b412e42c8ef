import { readFileSync } from 'node:fs';
import { ReadFailure } from '../domain/failure.ts';
import type { Article, Row } from '../domain/item.ts';
import type { Instant } from '../domain/moment.ts';
import { sourceAt } from '../domain/schedule.ts';
import type { Source } from '../domain/source.ts';
import { decode } from '../fetch/charset.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import { configuredClock, createConfiguredFetcher } from '../installation.ts';
import { judgeArticle } from '../pipeline/observe.ts';
import { noticeColumnOf, sameAddress } from '../sources/aliases.ts';
import { parseArticle, readArticle } from '../sources/article.ts';
import { catalogue } from '../sources/catalogue/index.ts';
import { obituary, retiredAs } from '../sources/catalogue/retired.ts';
import { discover } from '../sources/detect/discover.ts';
import { type Candidate, type Detection, detect } from '../sources/detect/index.ts';
import { asSource } from '../sources/detect/lists.ts';
import { settingOf } from '../sources/detect/place.ts';
import { sourceById } from '../sources/known.ts';
import { createParser } from '../sources/parsing/parser.ts';
import type { Parser } from '../sources/reader.ts';
import { readerOf } from '../sources/readers/index.ts';
import { findQuery } from '../sources/readers/jpaas-shell.ts';
import { detectionText } from './detection-text.ts';
import { articleText, rowsText } from './read-text.ts';
import { Refusal, type Terminal, writeJson } from './terminal.ts';

/** What a page turned out to be. */
type Found =
  | { kind: 'listing'; rows: Row[]; warnings: string[] }
  | { kind: 'article'; article: Article; url: string }
  | { kind: 'shell'; list: string }
  /** At an address that the catalogue does not know. */
  | { kind: 'detected'; candidates: [Candidate, ...Candidate[]]; notes: string[] }
  | { kind: 'elsewhere'; feeds: string[] };

/**
 * Shows what a reader sees: the rows of a listing, or an article and the verdict on it. Where the catalogue does
 * not know the address, the list is looked for.
 *
 * @param target - The id of a Source, its address, or any other address.
 * @throws {ReadFailure} The page cannot be read, or is not what it should be.
 */
export async function read(
  target: string,
  { file, json }: { file?: string; json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const place = locate(target, configuredClock(terminal.config()).now());
  const source = place.source ?? asSource(place.url, settingOf(null, '', place.url));
  const known = place.source !== null;
  const found =
    file === undefined
      ? await readSite(source, place.url, known, terminal)
      : await readText(source, place.url, known, textOf(file, source), terminal);
  show(found, source, terminal, json ?? false);
}

/** The Source at an address, or of an article's site; null where the catalogue does not say how to read it. */
function locate(target: string, now: Instant): { source: Source | null; url: string } {
  const named = sourceById(target);
  if (named) return at(named, now);
  const dead = retiredAs(target);
  if (dead) throw new Refusal(obituary(dead));

  const address = URL.parse(target);
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new Refusal(
      `"${target}" is neither the id of a source nor an address. The ids: npm run -s wire -- sources`,
    );
  }
  const sources = catalogue
    .map((each) => sourceAt(each, now))
    .filter(({ url }) => new URL(url).host === address.host);
  const source =
    sources.find(({ url }) => sameAddress(url, target)) ??
    sources.find((each) => isArticle(each, target)) ??
    // Its columns have no pages of their own, so that nothing could be found in one.
    sources.find(({ reader }) => reader.kind === 'portal');
  return { source: source ?? null, url: target };
}

function at(source: Source, now: Instant): { source: Source; url: string } {
  const dated = sourceAt(source, now);
  return { source: dated, url: dated.url };
}

async function readSite(source: Source, url: string, known: boolean, terminal: Terminal): Promise<Found> {
  const config = terminal.config();
  const clock = configuredClock(config);
  const fetcher = createConfiguredFetcher(config, clock);
  const parser = createParser();
  try {
    if (known) return await readWith({ fetcher, parser }, source, url, clock.now());
    const {
      detection,
      text,
      url: end,
      notes,
    } = await discover(url, {
      fetcher,
      now: clock.now(),
      detection: parser.detection,
    });
    return detected(detection, { text, url: end, source, notes });
  } finally {
    await fetcher.close();
    await parser.close();
  }
}

interface Context {
  text: string;
  url: string;
  source: Source;
  notes: string[];
}

function detected(detection: Detection, { text, url, source, notes }: Context): Found {
  switch (detection.kind) {
    case 'article':
      return { kind: 'article', article: parseArticle(text, source, url), url };
    case 'elsewhere': {
      const { unit, feeds } = detection.leads;
      return unit
        ? { kind: 'shell', list: unit }
        : { kind: 'elsewhere', feeds: feeds.map((feed) => feed.url) };
    }
    case 'list':
      return { kind: 'detected', candidates: [detection.chosen, ...detection.alternatives], notes };
  }
}

async function readWith(
  { fetcher, parser }: { fetcher: Fetcher; parser: Parser },
  source: Source,
  url: string,
  now: Instant,
): Promise<Found> {
  if (!sameAddress(url, source.url)) {
    return { kind: 'article', article: await readArticle(source, url, fetcher, { parser }), url };
  }
  const reading = await readerOf(source).read({ source, fetcher, parser, snapshot: null, page: 1, now });
  return reading.outcome === 'rows'
    ? { kind: 'listing', ...reading }
    : { kind: 'listing', rows: [], warnings: ['the site answered that nothing has changed'] };
}

function textOf(file: string, source: Source): string {
  try {
    return decode(readFileSync(file), { forced: source.charset });
  } catch (error) {
    throw new Refusal(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Where its address does not say what a file is, it is taken for a listing first, for an article where it
 * is none.
 */
async function readText(
  source: Source,
  url: string,
  known: boolean,
  text: string,
  terminal: Terminal,
): Promise<Found> {
  const now = configuredClock(terminal.config()).now();
  if (!known) return detected(await detect(text, url, now), { text, url, source, notes: [] });
  if (isArticle(source, url)) return { kind: 'article', article: parseArticle(text, source, url), url };

  const list = source.reader.kind === 'jpaas' && /^\s*</.test(text) ? findQuery(text, source.url) : null;
  if (list) return { kind: 'shell', list };

  try {
    return { kind: 'listing', ...(await readerOf(source).parse(text, source, source.url, now)) };
  } catch (failure) {
    if (!(failure instanceof ReadFailure) || !mayBeArticle.has(failure.reason)) throw failure;
    return articleOr(failure, text, source, url);
  }
}

/** Articles may list others, and have the menus of a column, so that their text does not tell. */
function isArticle({ reader }: Source, url: string): boolean {
  const { pathname } = new URL(url);
  const listed = reader.kind === 'page' && reader.path?.test(pathname) === true;
  return listed || noticeColumnOf(url) !== null || pathname.includes('/art/');
}

const mayBeArticle: ReadonlySet<string> = new Set(['wrong-type', 'empty', 'malformed']);

function articleOr(failure: ReadFailure, text: string, source: Source, url: string): Found {
  if (!/^\s*</.test(text)) throw failure;
  const article = articleIn(text, source, url, failure);
  if (article.title === '') throw failure;
  return { kind: 'article', article, url };
}

function articleIn(text: string, source: Source, url: string, failure: ReadFailure): Article {
  try {
    return parseArticle(text, source, url);
  } catch (second) {
    throw second instanceof ReadFailure && second.reason !== 'challenge' ? failure : second;
  }
}

function show(found: Found, source: Source, terminal: Terminal, json: boolean): void {
  switch (found.kind) {
    case 'shell':
      if (json) writeJson(terminal, { shell: true, list: found.list });
      else terminal.write(`The shell of a column: it holds no rows. Its list comes from\n${found.list}\n`);
      return;
    case 'listing':
      if (json) writeRows(found.rows, terminal);
      else terminal.write(rowsText(found.rows, found.warnings, source));
      return;
    case 'detected':
      if (json) writeRows(found.candidates[0].rows, terminal);
      else terminal.write(detectionText(found.candidates, found.notes));
      return;
    case 'elsewhere':
      if (json) writeJson(terminal, { feeds: found.feeds });
      else terminal.write(`The page holds no list. Its feeds:\n${found.feeds.join('\n')}\n`);
      return;
    case 'article': {
      const { article, url } = found;
      const judgement = judgeArticle(article, source);
      if (json) writeJson(terminal, { url, ...article, judgement });
      else terminal.write(articleText(article, judgement, source));
    }
  }
}

/** Each with an `id`: its feed's own, or else our key. */
function writeRows(rows: readonly Row[], terminal: Terminal): void {
  for (const row of rows) writeJson(terminal, { id: row.key, ...row });
}
