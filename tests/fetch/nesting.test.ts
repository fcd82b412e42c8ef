import { load } from 'cheerio';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assertShallow } from '../../src/fetch/nesting.ts';
import { failureOf } from './support.ts';

const url = 'https://www.ministry.example/list';
const times = 501;
const deep = '<div>'.repeat(times);

it.each([
  ['elements that are never closed', deep],
  ['elements that are all closed', `${deep}${'</div>'.repeat(times)}`],
  ['end tags that end nothing between them', '<div></b></p>'.repeat(times)],
  ['upper case and attributes', '<DIV class="a" title=">">'.repeat(times)],
  ['unclosed formatting', '<p><b class=x>'.repeat(times)],
  ['self-closing tags, which HTML does not know', '<div/>'.repeat(times)],
  ['list in list', '<ul><li>'.repeat(times)],
  ['table in table', '<table><tr><td>'.repeat(times)],
  ['SVG groups', `<svg>${'<g a=b/>'.repeat(times)}`],
  ['HTML inside SVG', `<svg><foreignObject>${'<div/>'.repeat(times)}`],
  ['what a comment that has ended seems to hide', `<!-->${deep}-->`],
  ['what a stray quote seems to hide', `<a ">${deep}">`],
  ['what an unquoted value seems to hide', `<a b=c">${deep}">`],
  ['a feed', `<?xml version="1.0"?><rss>${'<x:y>'.repeat(times)}`],
  ['what the root of a feed seems to allow', `<rss>${'<div/>'.repeat(times)}`],
])('refuses %s', async (_, text) => {
  const failure = await failureOf(() => assertShallow(text, url), 'too-deep');

  expect(failure.message).toBe(`${url} is nested more than 500 levels deep`);
});

it.each([
  ['an empty text', ''],
  ['JSON', `{"html":"${'<'.repeat(times)}"}`],
  ['siblings', '<div><b>x</b></div>'.repeat(times)],
  ['void elements', '<br><img src="x"><hr/><input>'.repeat(times)],
  [
    'end tags left out',
    `<ul>${'<li>x'.repeat(times)}</ul>${'<p>y'.repeat(times)}<table>${'<tr><td>x<td>y'.repeat(times)}</table>`,
  ],
  ['a script that compares', `<script>${'if (a<b && c<d) {}'.repeat(times)}</script>`],
  ['a script that writes', `<script>document.write('${deep}')</script>`],
  ['a comment', `<!-- ${deep} -->`],
  ['an attribute', `<p title="${deep}">x</p><p title='${deep}'>x</p>`],
  ['less-than signs', '1 < 2, 2 <3 <'.repeat(times)],
  ['SVG paths', `<svg>${'<path d="M0 0"/>'.repeat(times)}</svg>`],
  ['elements closed by their parent', '<div><span><font></div>'.repeat(times)],
  ['the limit itself', '<div>'.repeat(500)],
])('lets pass %s', (_, text) => {
  expect(() => assertShallow(text, url)).not.toThrow();
});

it('takes another limit', async () => {
  await failureOf(() => assertShallow('<a><b><i>', url, 2), 'too-deep');
});

it('never lets pass what the parser would nest deeper', () => {
  const tags =
    'div p b li ul tr td th table a form svg g foreignObject title script style textarea br path dd option select'.split(
      ' ',
    );
  const piece = fc.oneof(
    ...[
      '<$>',
      '<$>',
      '</$>',
      '<$/>',
      '<$ a="<b>">',
      "<$ a='>' b=c>",
      '<$ ">',
      '</$ a=">">',
      '< $>',
      '</ $>',
      '<$ / >',
      '<$ =">',
      '<$\u00a0>',
    ].map((shape) => fc.constantFrom(...tags).map((tag) => shape.replace('$', tag))),
    fc.constantFrom(
      '<!--',
      '-->',
      '--!>',
      '<!-->',
      '<![CDATA[',
      ']]>',
      '<!x>',
      '<?x?>',
      'text',
      '"',
      '<',
      '>',
    ),
  );

  fc.assert(
    fc.property(
      fc.constantFrom('html', 'rss', 'feed'),
      fc.array(piece, { maxLength: 60 }),
      (root, pieces) => {
        const text = `<${root}>${pieces.join('')}`;
        const limit = depthOf(text) - 1;

        expect(() => assertShallow(text, url, limit)).toThrow();
      },
    ),
    { numRuns: 3000 },
  );
});

/** Of the tree that readers walk: the most elements that one lies within. */
function depthOf(text: string): number {
  const $ = load(text, { xml: { xmlMode: false } });
  const depths = $('*')
    .toArray()
    .map((element) => $(element).parents().length);
  return Math.max(...depths);
}
