import { describe, expect, it } from 'vitest';
import type { Source } from '../../../src/domain/source.ts';
import { catalogue } from '../../../src/sources/catalogue/index.ts';
import { perform } from '../../../src/sources/parsing/protocol.ts';

/** What is parsed without a guard: see `createParser`. */
const size = 256 * 1024;

const fill = (piece: string, before = '', after = '') =>
  before + piece.repeat(Math.floor((size - before.length - after.length) / piece.length)) + after;
const numbered = (piece: (number: number) => string, before = '') => {
  const count = Math.floor((size - before.length) / piece(100_000).length);
  return before + Array.from({ length: count }, (_, at) => piece(at)).join('');
};

const rss = '<rss version="2.0"><channel>';
const atom = '<feed xmlns="http://www.w3.org/2005/Atom">';
const worst: [name: string, text: string][] = [
  ['paragraphs that never end', fill('<p>a')],
  ['paragraphs in a body', fill('<p>hello <a href="/a">b</a></p>\n', '<html><title>x</title><body>')],
  ['empty paragraphs', fill('<p> </p>')],
  ['hidden paragraphs', fill('<p style="display:none">')],
  ['bylines', fill('<p>来源：甲')],
  ['bylines beside a text', fill('<br>来源：乙', `<div class="art-con">${'正'.repeat(size / 4)}</div>`)],
  ['dates', fill('2031年5月6日 ')],
  ['dates without end', fill('2031-05-06 08:00:00 2031', '<ul><li><a href="/a">')],
  ['digits', fill('1')],
  ['nested as deep as may be', fill('<div>'.repeat(490) + '<p>x</p>'.repeat(490) + '</div>'.repeat(490))],
  ['nested bodies', fill('<div class="art-con">x'.repeat(400) + '</div>'.repeat(400))],
  ['links to documents', fill('<a href=x.pdf>y</a>', '<article>')],
  [
    'rows',
    numbered((at) => `<li><a href="/art/${at}.html">Notice ${at}</a><span>2031-05-06</span></li>`, '<ul>'),
  ],
  ['nested lists', fill(`${'<ul><li>'.repeat(200)}<a href="/a">b</a>${'</li></ul>'.repeat(200)}`)],
  ['nested tables', fill(`${'<table><tr><td>'.repeat(160)}x${'</td></tr></table>'.repeat(160)}`)],
  ['tables', fill('<tr><td>a</td><td>2031-05-06</td></tr>', '<table>')],
  ['articles', fill('<article>x</article>')],
  ['headings', fill('<h1>a</h1>')],
  ['meta elements', fill('<meta name=a content=b>')],
  ['scripts', fill('<script>var a="b";</script>')],
  ['a script', fill('var title = "x";', '<script>')],
  ['a title', fill(' - a', '<title>', '</title><p>x')],
  ['a style', fill('display', '<p style="', '">x')],
  ['attributes', numbered((at) => `a${at} `, '<a ')],
  ['brackets', fill('<')],
  ['comments that never end', fill('<!--')],
  ['quotes', fill('<a "')],
  ['entities', fill('&amp;')],
  ['entities in Chinese', fill('&#x4e2d;')],
  ['blanks between Chinese', fill(`公${' '.repeat(10)}`, '<p>')],
  ['blanks', fill(' ', '<p>公')],
  ['brackets of JSON', fill('[', '{"a":')],
  ['JSON', numbered((at) => `{"title":"a${at}","url":"/a/${at}"},`, '{"items":[')],
  ['entries', numbered((at) => `<item><title>a</title><link>https://a.example/${at}</link></item>`, rss)],
  ['entries of Atom', numbered((at) => `<entry><id>${at}</id><title>t</title></entry>`, atom)],
  ['nested entries', fill(`${'<item>'.repeat(400)}${'</item>'.repeat(400)}`, rss)],
  ['a title of entities', fill('&amp;', `${rss}<item><title>`)],
  ['a title of stray ampersands', fill('& ', `${rss}<item><title>`)],
  ['a title of markup', fill('&lt;p&gt;', `${rss}<item><title>`)],
  ['attributes of a feed', numbered((at) => `a${at}="b" `, '<rss ')],
  ['a DTD', fill('<!ENTITY a "b">', '<!DOCTYPE rss [', `]>${rss}`)],
  ['instructions', fill('<?a b?>', '<rss>')],
];

/** One Source of each kind: the parser goes by the kind. */
const kinds = [...Map.groupBy(catalogue, ({ reader }) => reader.kind)].map(
  ([kind, [source]]) => [kind, source as Source] as const,
);

/** Milliseconds of processor time; whether it succeeds does not matter here. */
async function cost(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await Promise.allSettled([work()]);
  return process.cpuUsage(before).user / 1000;
}

const unit = (html: string) => JSON.stringify({ success: true, code: '200', data: { html } });

describe('the worst 256 KB', () => {
  it.each(worst)('of %s cost no reader two seconds', async (_, text) => {
    expect(text.length).toBeGreaterThan(size * 0.8);

    for (const [kind, source] of kinds) {
      const given = kind === 'jpaas' ? unit(text) : text;
      const listing = await cost(() => perform({ kind: 'listing', given: [given, source, source.url] }));
      expect(listing, `as a listing of kind ${kind}`).toBeLessThan(2000);

      const article = await cost(() => perform({ kind: 'article', given: [text, source, source.url] }));
      expect(article, `as an article of kind ${kind}`).toBeLessThan(2000);
    }
  });
});
