import { describe, expect, it } from 'vitest';
import type { RowSelectors } from '../../../src/domain/source.ts';
import { page } from '../../../src/sources/readers/page.ts';
import { fakeFetcher } from '../../fakes/fetcher.ts';
import { inWords, sourceLike } from '../fixtures.ts';

const url = 'https://ministry.example/press/list.html';
const rows: RowSelectors = { row: 'li', link: 'a', date: 'em' };
const source = sourceLike('us-ofac', { url, reader: { kind: 'page', rows } });

describe('a list page', () => {
  it('gives its rows in order, each address once', async () => {
    const html = `<ul>
      <li><a href="b.html" title="Licences for  magnets\n resumed">Licences for…</a> <em>3 November 2026</em></li>
      <li><a href="/a.html">Notice&nbsp;2</a> <em>2026-11-02 15:04</em></li>
      <li><a href="http://ministry.example/press/b.html#more">again</a></li>
      <li><a href="https://other.example/c">Elsewhere</a></li></ul>`;

    const listing = await page.parse(html, source, url);

    expect(listing.warnings).toEqual([]);
    expect(listing.rows.map((row) => [row.title, row.url, inWords(row.published)])).toEqual([
      ['Licences for magnets resumed', 'https://ministry.example/press/b.html', '2026-11-03'],
      ['Notice 2', 'https://ministry.example/a.html', '2026-11-02T20:04Z'],
      ['Elsewhere', 'https://other.example/c', null],
    ]);
  });

  it('resolves addresses against its base element', async () => {
    const html = '<base href="/en/"><li><a href="n1.html">Notice</a></li>';

    expect((await page.parse(html, source, url)).rows[0]?.url).toBe('https://ministry.example/en/n1.html');
  });

  it('takes the title from beside the link, the parts of it joined', async () => {
    const selectors = {
      row: 'tr',
      link: 'a',
      title: 'td:nth-child(1), td:nth-child(2)',
      date: 'td:nth-child(3)',
    };
    const html = `<table><tr><td>26/2026-27</td><td>Export of\n graphite</td><td>09/11/2026</td>
      <td><a href="n26.pdf" title="PDF"></a></td></tr></table>`;
    const changed = {
      ...source,
      reader: { kind: 'page', rows: { ...selectors, dateOrder: 'dmy' } },
    } as const;

    expect((await page.parse(html, changed, url)).rows).toMatchObject([
      {
        title: '26/2026-27 Export of graphite',
        url: 'https://ministry.example/press/n26.pdf',
        published: { on: '2026-11-09' },
      },
    ]);
  });

  it('takes the newest rows of a page that shows its whole archive', async () => {
    const html = Array.from({ length: 9 }, (_, n) => `<li><a href="n${n}.html">Notice ${n}</a></li>`).join(
      '',
    );

    const { rows, warnings } = await page.parse(html, { ...source, newest: 2 }, url);

    expect(rows.map(({ title }) => title)).toEqual(['Notice 0', 'Notice 1']);
    expect(warnings).toEqual([]);
  });

  it('knows what the scripts stand for that links call, and warns of those that call none', async () => {
    const call = { pattern: /view\('(\d+)'/, url: 'https://ministry.example/n/$1/view' };
    const html = `<li><a href="javascript:view('17');">Seventeen</a></li>
      <li><a href="#" onclick="view('18'); return false;">Eighteen</a></li>
      <li><a href="javascript:list(2)">Older</a></li>`;
    const changed = { ...source, reader: { kind: 'page', rows: { row: 'li', link: 'a', call } } } as const;

    const { rows, warnings } = await page.parse(html, changed, url);

    expect(rows.map(({ title, url }) => [title, url])).toEqual([
      ['Seventeen', 'https://ministry.example/n/17/view'],
      ['Eighteen', 'https://ministry.example/n/18/view'],
    ]);
    expect(warnings).toEqual(['1 of 3 rows had no title or no address']);
  });

  it('leaves plain http where the site itself is read over it', async () => {
    const plain = { ...source, url: 'http://ministry.example/press/' };
    const { rows } = await page.parse('<li><a href="n1.html">Notice</a></li>', plain, plain.url);

    expect(rows).toMatchObject([
      { url: 'http://ministry.example/press/n1.html', key: 'https://ministry.example/press/n1.html' },
    ]);
  });

  it('leaves out hubs in silence, and what is no address with a warning', async () => {
    const html = `<li><a href="/">Home</a></li><li><a href="list.html">All</a></li>
      <li><a href="javascript:void(0)">More</a></li><li><a href="/n1.html">Notice</a></li>`;

    expect(await page.parse(html, source, url)).toMatchObject({
      rows: [{ title: 'Notice' }],
      warnings: ['1 of 4 rows had no title or no address'],
    });
  });

  it.each`
    answer                                                             | reason
    ${'<div><a href="/n1.html">Redesigned</a></div>'}                  | ${'empty'}
    ${'<li><a href="/">Home</a></li>'}                                 | ${'empty'}
    ${''}                                                              | ${'empty'}
    ${'<html><script>window["$_ts"]={};$_ts.nsd=1</script></html>'}    | ${'challenge'}
    ${'<li>'.concat('<div>'.repeat(3000))}                             | ${'too-deep'}
    ${'<li><a href="/n">Licen\ufffd\ufffd\ufffd for magnets</a></li>'} | ${'mojibake'}
  `('"$answer" fails as $reason', async ({ answer, reason }) => {
    await expect(page.parse(answer, source, url)).rejects.toMatchObject({ name: 'ReadFailure', reason });
  });

  it('may be empty where the source may be', async () => {
    expect(await page.parse('<ul></ul>', { ...source, minRows: 0 }, url)).toMatchObject({ rows: [] });
  });

  it('is decoded as the source says', async () => {
    const fetcher = fakeFetcher({ [url]: '<li><a href="/n">公告</a></li>' });

    await page.read({ source: { ...source, charset: 'gb18030' }, fetcher, snapshot: null, page: 1 });

    expect(fetcher.requests).toMatchObject([{ url, charset: 'gb18030' }]);
  });
});
