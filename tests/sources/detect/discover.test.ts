import { describe, expect, it } from 'vitest';
import { ReadFailure } from '../../../src/domain/failure.ts';
import { discover } from '../../../src/sources/detect/discover.ts';
import { type FakeFetcher, fakeFetcher, type Reply } from '../../fakes/fetcher.ts';

const now = Date.UTC(2026, 10, 23, 14);
const url = 'https://ministry.gov.cn/press/index.html';
const feedUrl = 'https://ministry.gov.cn/press/rss.xml';

const link = `<link rel="alternate" type="application/rss+xml" href="${feedUrl}">`;
const rows = (folder: string) =>
  Array.from(
    { length: 6 },
    (_, n) =>
      `<li><a href="${folder}/n${n}.html">关于两用物项出口许可有关事项的第${n}号公告</a><span>2026-11-1${n}</span></li>`,
  ).join('');
const list = `<ul>${rows('/press')}</ul>`;
const feedOf = (address: string) =>
  `<rss version="2.0"><channel><item><title>公告</title><link>${address}</link></item></channel></rss>`;

async function found(table: Record<string, Reply>) {
  const fetcher = fakeFetcher(table);
  const { detection, notes } = await discover(url, { fetcher, now });
  if (detection.kind !== 'list') throw new Error(detection.kind);
  return { ...detection, notes, fetcher };
}

const asked = ({ requests }: FakeFetcher) => requests.map((request) => request.url);

describe('the feed of a page', () => {
  it("is read instead of the list where it has the list's rows", async () => {
    const { chosen, alternatives } = await found({
      [url]: link + list,
      [feedUrl]: feedOf('https://ministry.gov.cn/press/n3.html'),
    });

    expect(chosen).toMatchObject({ reader: { kind: 'feed' }, url: feedUrl });
    expect(alternatives).toMatchObject([{ reader: { kind: 'page' }, url }]);
  });

  it("comes second where it is another column's", async () => {
    const { chosen, alternatives } = await found({
      [url]: link + list,
      [feedUrl]: feedOf('https://ministry.gov.cn/sport/1.html'),
    });

    expect(chosen.reader.kind).toBe('page');
    expect(alternatives).toMatchObject([{ reader: { kind: 'feed' } }]);
  });

  it('is all there is where the page holds no list', async () => {
    const { chosen } = await found({
      [url]: `${link}<p>Welcome</p>`,
      [feedUrl]: feedOf('https://a.example/1'),
    });

    expect(chosen).toMatchObject({ reader: { kind: 'feed' }, rows: [{ title: '公告' }] });
  });

  it('that is dead is said so, and the list is read', async () => {
    const { chosen, notes } = await found({
      [url]: link + list,
      [feedUrl]: new ReadFailure('not-found', `${feedUrl} answered 404`),
    });

    expect(chosen.reader.kind).toBe('page');
    expect(notes).toEqual([`the feed ${feedUrl} could not be read (not-found): ${feedUrl} answered 404`]);
  });

  it('that is dead leaves nothing where the page holds no list', async () => {
    const table = {
      [url]: `${link}<p>Welcome</p>`,
      [feedUrl]: new ReadFailure('not-found', `${feedUrl} answered 404`),
    };

    await expect(found(table)).rejects.toMatchObject({
      reason: 'empty',
      message: expect.stringContaining('404'),
    });
  });
});

describe('the list of a JPAAS column', () => {
  const unit = 'https://ministry.gov.cn/api-gateway/front/page/build/unit';
  const script = `<script url="/api-gateway/front/page/build/unit" queryData="{'pageType':'column','tagId':'list','pageId':'7'}"></script>`;
  const address = `${unit}?pageType=column&tagId=list&pageId=7`;
  const answer = (html: string) => JSON.stringify({ success: true, code: '200', data: { html } });

  it.each([
    ['', 6],
    [`<ul class="menu">${rows('/about').replaceAll(/<span>.*?<\/span>/g, '')}</ul>`, 6],
  ])('is found in the answer of its service, whatever else the shell shows', async (more, count) => {
    const html = `<div class="page-content"><ul class="txtList_01">${rows('/press')}</ul></div>`;
    const { chosen, fetcher } = await found({ [url]: script + more, [address]: answer(html) });

    expect(chosen).toMatchObject({
      reader: { kind: 'jpaas', rows: { date: 'span' } },
      url,
      timeZone: 'Asia/Shanghai',
    });
    expect(chosen.rows).toHaveLength(count);
    expect(fetcher.requests[1]).toMatchObject({ headers: { Referer: url } });
  });

  it('may have one row', async () => {
    const html = '<ul><li><a href="/press/n1.html">关于出口许可的公告</a><span>[2026-11-20]</span></li></ul>';
    const { chosen } = await found({ [url]: script, [address]: answer(html) });

    expect(chosen.rows).toMatchObject([{ title: '关于出口许可的公告', published: { on: '2026-11-20' } }]);
  });

  it('that is refused leaves nothing', async () => {
    const failed = found({ [url]: script, [address]: '{"success": false}' });

    await expect(failed).rejects.toMatchObject({
      reason: 'empty',
      message: expect.stringContaining('unit-refused'),
    });
  });
});

it('an article leads nowhere', async () => {
  const prose = '<p>The ministry has approved a number of export licences for tungsten today, it said.</p>';
  const fetcher = fakeFetcher({ [url]: `${link}<h1>Licences</h1>${prose.repeat(6)}` });

  const { detection } = await discover(url, { fetcher, now });

  expect(detection).toEqual({ kind: 'article' });
  expect(asked(fetcher)).toEqual([url]);
});
