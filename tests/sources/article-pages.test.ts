import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Language, Source } from '../../src/domain/source.ts';
import { parseArticle } from '../../src/sources/article.ts';
import { openPage, titleOf } from '../../src/sources/article-page.ts';
import { densestOf } from '../../src/sources/densest.ts';
import { joined, linesOf } from '../../src/sources/html.ts';
import { isChrome, isLinks, isTitle, withoutEdges } from '../../src/sources/prose.ts';
import { inWords, sourceLike } from './fixtures.ts';

/** What a page beside a fixture `name.html` says; its text is in `name.txt`. */
interface Expected {
  url: string;
  language: Language;
  timeZone: string;
  title: string;
  published: string | null;
  issuer: string | null;
  attachments: [title: string, url: string][];
}

interface Fixture {
  name: string;
  html: string;
  text: string;
  expected: Expected;
}

const folder = `${import.meta.dirname}/../fixtures/articles`;
const fixtures = globSync(`${folder}/*.json`).map((file): Fixture => {
  const read = (suffix: string) => readFileSync(file.replace(/\.json$/, suffix), 'utf8');
  return {
    name: basename(file, '.json'),
    html: read('.html'),
    text: read('.txt'),
    expected: JSON.parse(read('.json')),
  };
});

/** The office under its date is taken for the first line of the text: nothing tells it from a salutation. */
const imperfect = ['anpo-table'];

it('has pages of forty differently built sites', () => expect(fixtures.length).toBeGreaterThanOrEqual(40));

describe.each(fixtures)('$name', ({ name, html, text, expected }) => {
  const article = parseArticle(html, sourceOf(expected), expected.url);

  it('has its text and nothing of the page around it', () => {
    if (imperfect.includes(name)) expect(likeness(article.text, text)).toBeGreaterThan(0.95);
    else expect(squeezed(article.text)).toBe(squeezed(text));
  });

  it('has its title, date, office and attachments', () => {
    expect(article.title).toBe(expected.title);
    expect(inWords(article.published)).toBe(expected.published);
    expect(article.issuer).toBe(expected.issuer);
    expect(article.attachments.map(({ title, url }) => [title, url])).toEqual(expected.attachments);
  });
});

it('finds the texts by their density alone as well as by the names that content systems give them', () => {
  const guesses = fixtures.map(({ html, text, expected }) => likeness(guess(html, expected.url), text));

  expect(guesses.reduce((sum, one) => sum + one, 0) / guesses.length).toBeGreaterThan(0.99);
});

function sourceOf({ url, language, timeZone }: Expected): Source {
  return sourceLike('us-ofac', { url: new URL('/', url).href, language, timeZone });
}

function guess(html: string, url: string): string {
  const page = openPage(html, url);
  const title = titleOf(page);
  const nodes = densestOf(page.$, page.lines, title);
  const isEdge = (line: (typeof page.lines)[number]) =>
    isChrome(line) || isLinks(line) || isTitle(line, title);
  return nodes ? joined(withoutEdges(linesOf(nodes), isEdge)) : '';
}

/** Words without their spacing: cells of a table stand in lines of their own or in one. */
const squeezed = (text: string) => text.replace(/\s+/gu, '');

/** The share of words that two texts have in common (F1); every Han, kana and Hangul character is a word. */
function likeness(a: string, b: string): number {
  const left = wordsOf(b);
  const total = wordsOf(a).length + left.length;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of wordsOf(a)) {
    const count = counts.get(word) ?? 0;
    if (count > 0) shared += 1;
    counts.set(word, count - 1);
  }
  return (2 * shared) / total;
}

function wordsOf(text: string): string[] {
  return (
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}]+/gu) ??
    []
  );
}
