import { describe, expect, it } from 'vitest';
import { ReadFailure } from '../../src/domain/failure.ts';
import { loadHtml, oneLine, plainText } from '../../src/sources/html.ts';

const url = 'https://ministry.example/';

describe('the text of a page', () => {
  it.each`
    what                                            | html                                                                                      | text
    ${'one paragraph a line'}                       | ${'<p>一、批准</p><p><br></p><div>二、<b>不</b>批准<br>三、暂停</div>'}                   | ${'一、批准\n二、不批准\n三、暂停'}
    ${'cells of a table apart'}                     | ${'<table><tr><th>物项</th><td>镓</td></tr><tr><td>许可</td><td>3</td></tr></table>'}     | ${'物项 镓\n许可 3'}
    ${'no code, menus or hidden elements'}          | ${'<nav>Home</nav><script>a()</script><p style="display: none">x</p><p hidden>y</p>Text'} | ${'Text'}
    ${'a source broken between Chinese characters'} | ${'<p>出口\n   许可</p><p>export\n licence</p>'}                                          | ${'出口许可\nexport licence'}
    ${'every kind of white space'}                  | ${'<p>\u3000\u3000a&nbsp;\u200b b\ufeff</p>'}                                             | ${'a b'}
    ${'plain text as it is'}                        | ${'R&D < 5 % & more'}                                                                     | ${'R&D < 5 % & more'}
  `('has $what', ({ html, text }) => {
    expect(plainText(html, url)).toBe(text);
  });

  it('is found alike in a page of a thousand roots, which becomes one of a single root', () => {
    const paragraphs = '<p>镓</p>'.repeat(1001);

    expect(loadHtml(paragraphs, url).root().children()).toHaveLength(1);
    expect(plainText(paragraphs, url).split('\n')).toHaveLength(1001);
  });

  it('includes the records of a list that a script shows, and not the addresses for that script', () => {
    const html =
      '<p>a</p><script type="text/xml"><datastore><nextgroup><![CDATA[<a href="/next">n</a>]]></nextgroup>' +
      '<recordset>\n<record><![CDATA[<li>b</li>]]></record>\n<record><![CDATA[<li>c</li>]]></record></recordset>' +
      '</datastore></script><p>d</p>';

    expect(plainText(html, url)).toBe('a\nb\nc\nd');
    expect(loadHtml(html, url)('a')).toHaveLength(0);
  });

  it.each(['<script><datastore>', '<datastore>'])('goes on after "%s" that opens no list', (start) => {
    expect(plainText(`<p>a</p>${start}</script><p>b</p>`, url)).toBe('a\nb');
  });

  it('is not sought in a page nested beyond reason', () => {
    const deep = '<div>'.repeat(5000);

    expect(() => plainText(deep, url)).toThrow(ReadFailure);
    expect(() => plainText(deep, url)).toThrow(/nested/);
  });

  it('collapses to one line where a title is meant', () => {
    expect(oneLine(' 两用物项\r\n\u3000出口\u00a0许可 ')).toBe('两用物项 出口 许可');
  });
});
