import { readFileSync } from 'node:fs';
import { ReadFailure } from '../domain/failure.ts';
import type { Article, Row } from '../domain/item.ts';
import type { Source } from '../domain/source.ts';
import { decode } from '../fetch/charset.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import { configuredClock, createConfiguredFetcher } from '../installation.ts';
import { judgeArticle } from '../pipeline/observe.ts';
import { noticeColumnOf, sameAddress } from '../sources/aliases.ts';
import { parseArticle, readArticle } from '../sources/article.ts';
import { catalogue, sourceById } from '../sources/catalogue/index.ts';
import { createParser } from '../sources/parsing/parser.ts';
import type { Parser } from '../sources/reader.ts';
import { readerOf } from '../sources/readers/index.ts';
import { findQuery } from '../sources/readers/jpaas-shell.ts';
import { articleText, rowsText } from './read-text.ts';
import { Refusal, type Terminal, writeJson } from './terminal.ts';

/** What a page turned out to be. */
type Found =
  | { kind: 'listing'; rows: Row[]; warnings: string[] }
  | { kind: 'article'; article: Article; url: string }
  | { kind: 'shell'; list: string };

/**
 * Shows what a reader sees: the rows of a listing, or an article and the verdict on it.
 *
 * @param target - The id of a Source, its address, or the address of an article on its site.
 * @throws {ReadFailure} The page cannot be read, or is not what it should be.
 */
export async function read(
  target: string,
  { file, json }: { file?: string; json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const { source, url } = locate(target);
  const found =
    file === undefined
      ? await readSite(source, url, terminal)
      : await readText(source, url, textOf(file, source));
  show(found, source, terminal, json ?? false);
}

function locate(target: string): { source: Source; url: string } {
  const named = sourceById(target);
  if (named) return { source: named, url: named.url };

  const address = URL.parse(target);
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new Refusal(
      `"${target}" is neither the id of a source nor an address. The ids: npm run -s wire -- sources`,
    );
  }
  const source =
    catalogue.find(({ url }) => sameAddress(url, target)) ??
    catalogue.find(({ url }) => new URL(url).host === address.host);
  if (!source)
    throw new Refusal(`No source of the catalogue is on ${address.host}, so nobody says how to read it.`);
  return { source, url: target };
}

async function readSite(source: Source, url: string, terminal: Terminal): Promise<Found> {
  const config = terminal.config();
  const fetcher = createConfiguredFetcher(config, configuredClock(config));
  const parser = createParser();
  try {
    return await readWith({ fetcher, parser }, source, url);
  } finally {
    await fetcher.close();
    await parser.close();
  }
}

async function readWith(
  { fetcher, parser }: { fetcher: Fetcher; parser: Parser },
  source: Source,
  url: string,
): Promise<Found> {
  if (!sameAddress(url, source.url)) {
    return { kind: 'article', article: await readArticle(source, url, fetcher, undefined, parser), url };
  }
  const reading = await readerOf(source).read({ source, fetcher, parser, snapshot: null, page: 1 });
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
async function readText(source: Source, url: string, text: string): Promise<Found> {
  if (isArticle(source, url)) return { kind: 'article', article: parseArticle(text, source, url), url };

  const list = source.reader.kind === 'jpaas' && /^\s*</.test(text) ? findQuery(text, source.url) : null;
  if (list) return { kind: 'shell', list };

  try {
    return { kind: 'listing', ...(await readerOf(source).parse(text, source, source.url)) };
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
      if (json) for (const row of found.rows) writeJson(terminal, row);
      else terminal.write(rowsText(found.rows, found.warnings, source));
      return;
    case 'article': {
      const { article, url } = found;
      const judgement = judgeArticle(article, source);
      if (json) writeJson(terminal, { url, ...article, judgement });
      else terminal.write(articleText(article, judgement, source));
    }
  }
}
