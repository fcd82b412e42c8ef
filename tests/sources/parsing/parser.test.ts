import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Source } from '../../../src/domain/source.ts';
import { catalogue } from '../../../src/sources/catalogue/index.ts';
import { createParser } from '../../../src/sources/parsing/parser.ts';
import { failureOf } from '../../fetch/support.ts';

type Options = Parameters<typeof createParser>[0];

/** A parser for the length of one test; with `small: 0`, all of it happens in the other process. */
function openParser(options: Options = {}) {
  const parser = createParser({ small: 0, deadline: 20_000, ...options });
  onTestFinished(() => parser.close());
  return parser;
}

const source = (kind: Source['reader']['kind']): Source => {
  const found = catalogue.find(({ reader }) => reader.kind === kind);
  if (!found) throw new Error(`the catalogue has no ${kind}`);
  return found;
};
const feed = source('feed');
const url = 'https://www.ministry.example/feed';

/** The processes that one has started and not lost. */
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

const feedOf = (titles: readonly string[]) =>
  `<rss version="2.0"><channel>${titles
    .map((title, at) => `<item><title>${title}</title><link>https://www.ministry.example/${at}</link></item>`)
    .join('')}</channel></rss>`;
const notice = (text: string) =>
  `<html><head><title>Notice 9 of 2031</title></head><body><article><h1>Notice 9 of 2031</h1><p>${text}</p></article></body></html>`;

/** Something that the parser of feeds can chew on for far longer than a test takes. */
const endless = feedOf(Array.from({ length: 400_000 }, (_, at) => `&amp;${at}`));

describe('a text', () => {
  it('gives the same in the other process as in this one', async () => {
    const [here, there] = [openParser({ small: Number.POSITIVE_INFINITY }), openParser()];
    const text = feedOf(['Licences granted for gallium', 'Office hours']);
    const page = notice('Four licences were granted for gallium.');

    expect(await there.listing(text, feed, url)).toEqual(await here.listing(text, feed, url));
    expect(await there.article(page, feed, url)).toEqual(await here.article(page, feed, url));
    expect(await there.detection(text, url)).toEqual(await here.detection(text, url));
    expect((await there.listing(text, feed, url)).rows).toHaveLength(2);
  });

  it('that is small stays in this process', async () => {
    const text = feedOf(['Licences granted for gallium']);
    const parser = openParser({ small: text.length, deadline: 0 });

    expect((await parser.listing(text, feed, url)).rows).toHaveLength(1);
    await failureOf(parser.listing(`${text} `, feed, url), 'too-slow');
  });

  it.each([
    ['is no feed', '<!DOCTYPE html><title>Home</title>', 'wrong-type'],
    ['is nested too deeply', `<rss>${'<a>'.repeat(600)}`, 'too-deep'],
    ['holds nothing', feedOf([]), 'empty'],
  ] as const)('that %s fails with the same words', async (_, text, reason) => {
    const there = await failureOf(openParser().listing(text, feed, url), reason);
    const here = await failureOf(openParser({ small: 1e6 }).listing(text, feed, url), reason);

    expect(there.message).toBe(here.message);
  });

  it('that a reader cannot take is a mistake of ours, not a failed read', async () => {
    await expect(
      openParser().listing('[]', { ...feed, reader: { kind: 'none' } as never }, url),
    ).rejects.toThrow(TypeError);
  });
});

describe('a text that takes too long', () => {
  it('is given up by name, and what came behind it is read all the same', async () => {
    const parser = openParser({ effort: 500, heap: 1000 });
    const outcomes = await Promise.allSettled([
      parser.article(notice('First.'), feed, `${url}/1`),
      parser.listing(endless, feed, url),
      parser.article(notice('Second.'), feed, `${url}/2`),
      parser.article(notice('Third.'), feed, `${url}/3`),
    ]);

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({
      reason: { reason: 'too-slow', message: `${url} takes longer to be parsed than any page` },
    });
    expect(outcomes[3]).toMatchObject({ value: { article: { text: 'Third.' } } });
  });
});

describe('a page that is searched for its list for too long', () => {
  it('is given up by its address', async () => {
    const parser = openParser({ effort: 200 });
    const page = `<ul>${Array.from({ length: 60_000 }, (_, at) => `<li><a href="/${at}.html">Notice ${at}</a>`).join('')}`;

    const { message } = await failureOf(parser.detection(page, url), 'too-slow');

    expect(message).toBe(`${url} takes longer to be parsed than any page`);
  });
});

describe('a text that takes too much memory', () => {
  it('is given up by name, and the next one is read', async () => {
    const parser = openParser({ heap: 32, effort: 60_000, deadline: 60_000 });

    await failureOf(parser.article('<p>a'.repeat(1_200_000), feed, url), 'too-large');

    expect(await parser.article(notice('Next.'), feed, url)).toMatchObject({ article: { text: 'Next.' } });
  });
});

describe('the other process', () => {
  it('is given back after a while, and started again by the next text', async () => {
    const parser = openParser({ idle: 1 });
    const page = notice('Four licences were granted.');

    await parser.article(page, feed, url);
    const [first] = childrenOf(process.pid);
    await vi.waitFor(() => expect(childrenOf(process.pid)).toEqual([]), { timeout: 10_000 });
    const pending = parser.article(page, feed, url);
    const [second] = childrenOf(process.pid);
    const article = await pending;

    expect(first).not.toBe(second);
    expect(article).toMatchObject({ article: { text: 'Four licences were granted.' } });
  });

  it('ends with the parser, whatever it was doing', async () => {
    const parser = createParser({ small: 0 });
    const outcomes = Promise.allSettled([parser.listing(endless, feed, url), parser.article('x', feed, url)]);

    await parser.close();

    expect(await outcomes).toMatchObject([
      { status: 'rejected', reason: { message: 'The process that does this work was closed.' } },
      { status: 'rejected', reason: { message: 'The process that does this work was closed.' } },
    ]);
    await expect(parser.article('x', feed, url)).rejects.toThrow('closed');
  });

  it('can be sent every source of the catalogue', () => {
    for (const each of catalogue) expect(structuredClone(each)).toEqual(each);
  });
});
