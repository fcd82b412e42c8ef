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

  it('leaves out the links of its pager, though they be built like rows', async () => {
    const html =
      '<li><a href="/n1.html">Notice</a></li><li><a href="?p=2">2</a></li><li><a href="?p=2">Older</a></li>';

    expect(await page.parse(html, source, url)).toMatchObject({ rows: [{ title: 'Notice' }], warnings: [] });
  });

  it('reads further pages where it says how they are called, and says whether there are more', async () => {
    const next = { address: 'https://ministry.example/press/list_{n}.html', second: 1, step: 1 };
    const paged = { ...source, reader: { kind: 'page', rows, next } as const };
    const pageOf = (n: number, pager: string) => `<li><a href="/n${n}.html">Notice ${n}</a></li>${pager}`;
    const fetcher = fakeFetcher({
      [url]: pageOf(1, '<a href="list_1.html">2</a>'),
      'https://ministry.example/press/list_1.html': pageOf(2, '<a href="list.html">1</a>'),
    });

    const first = await page.read({ source: paged, fetcher, snapshot: null, page: 1 });
    const second = await page.read({ source: paged, fetcher, snapshot: first.snapshot, page: 2 });

    expect(first).toMatchObject({ more: true, rows: [{ title: 'Notice 1' }] });
    expect(second).toMatchObject({ more: false, rows: [{ title: 'Notice 2' }] });
  });

  it('knows by its script whether pages follow', async () => {
    const next = { address: 'https://ministry.example/press/index_{n}.html', second: 1, step: 1 };
    const paged = { ...source, reader: { kind: 'page', rows, next } as const };
    const pageOf = (at: number) =>
      `<li><a href="/n.html">Notice</a></li><script>createPageHTML(3, ${at}, "index", "html")</script>`;

    expect(await page.parse(pageOf(0), paged, url)).toMatchObject({ more: true });
    expect(await page.parse(pageOf(2), paged, url)).toMatchObject({ more: false });
  });
});

describe('a row of a list page', () => {
  it.each<[string, RowSelectors, string, { title: string; to: string; on: string | null }]>([
    [
      'names its parts in other elements than the link',
      { row: 'tr', link: 'a', title: 'td:nth-of-type(2)', date: 'td:nth-of-type(1)' },
      '<table><tr><td>20 Nov 2026</td><td>Fees</td><td><a href="/f.pdf">PDF</a></td></tr></table>',
      { title: 'Fees', to: '/f.pdf', on: '2026-11-20' },
    ],
    [
      'is its own link, with badge and date in it',
      { row: 'a.card', date: 'em', without: 'b' },
      '<a class="card" href="/n"><b>NEW</b> Notice on licences <em>2026-11-20</em></a>',
      { title: 'Notice on licences', to: '/n', on: '2026-11-20' },
    ],
    [
      'has its date in the text beside the link',
      { row: 'li', link: 'a', date: ':scope' },
      '<li>2026-11-20 - <a href="/n">Notice</a></li>',
      { title: 'Notice', to: '/n', on: '2026-11-20' },
    ],
    [
      'has its date in the link, before the title',
      { row: 'li', link: 'a', date: 'a' },
      '<li><a href="/n">2026-11-20 Notice of 3 March 2026</a></li>',
      { title: 'Notice of 3 March 2026', to: '/n', on: '2026-11-20' },
    ],
    [
      'has a date of two parts',
      { row: 'li', link: 'a', date: ['.d', '.m'] },
      '<li><i class="d">20</i><a href="/n">Notice</a><i class="m">2026-11</i></li>',
      { title: 'Notice', to: '/n', on: '2026-11-20' },
    ],
    [
      'is followed by its date',
      { row: 'p > a', beside: 'after' },
      '<p><a href="/n">Notice</a> (20.11.2026)<br><a href="/m">Other</a> (19.11.2026)</p>',
      { title: 'Notice', to: '/n', on: '2026-11-20' },
    ],
    [
      'stands under the heading with its month',
      { row: 'li', link: 'a', date: 'i', heading: 'h3' },
      '<h3>November 2026</h3><ul><li><i>20</i><a href="/n">Notice</a></li></ul>',
      { title: 'Notice', to: '/n', on: '2026-11-20' },
    ],
    [
      'says in an attribute what it shows as "3 days ago"',
      { row: 'li', link: 'a', date: 'time' },
      '<li><a href="/n">Notice</a><time datetime="2026-11-20">3 days ago</time></li>',
      { title: 'Notice', to: '/n', on: '2026-11-20' },
    ],
    [
      'names its address in a script',
      { row: 'li', link: '[onclick]' },
      `<li><a href="#" onclick="location.href='/n'">Notice</a></li>`,
      { title: 'Notice', to: '/n', on: null },
    ],
    [
      'has a title attribute that says how the link opens',
      { row: 'li', link: 'a' },
      '<li><a href="/n" title="Notice (opens in a new window)">Notice</a></li>',
      { title: 'Notice', to: '/n', on: null },
    ],
  ])('%s', async (_, selectors, html, { title, to, on }) => {
    const listing = { ...source, reader: { kind: 'page', rows: selectors } as const };

    const [first] = (await page.parse(html, listing, url)).rows;

    expect(first).toMatchObject({ title, url: `https://ministry.example${to}` });
    expect(first?.published?.on ?? null).toBe(on);
  });
});
