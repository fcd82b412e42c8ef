import { describe, expect, it } from 'vitest';
import { openPage } from '../../src/sources/article-page.ts';
import { furtherPages, isSameSite, mayFollow, targetOf } from '../../src/sources/follow.ts';

const press = 'https://www.mofcom.gov.cn/xwfbzt/2026/swbzklxxwfbh2026n11y19r/index.html';
const target = (html: string) => targetOf(openPage(html, press));

describe('a page that only leads on', () => {
  it.each([
    [
      '<script>var _cofing1={href:"/xwfbzt/2026/a/art/2026/art_1.html",type:"1"}</script>',
      '/xwfbzt/2026/a/art/2026/art_1.html',
    ],
    [
      "<script>window.location.href='../b/index.html';</script><p>页面跳转中</p>",
      '/xwfbzt/2026/b/index.html',
    ],
    ["<script>location = '/c.html'</script>", '/c.html'],
    ["<script>top.location.replace( '/d.html' )</script>", '/d.html'],
    [
      '<meta http-equiv="Refresh" content="0; URL=\'/e.html\'"><p>如果没有自动跳转，请点击下面的链接。</p>',
      '/e.html',
    ],
    [
      '<body><h1>例行新闻发布会</h1><iframe src="/f/index.html" width="100%"></iframe></body>',
      '/f/index.html',
    ],
  ])('leads there: %s', (html, path) => {
    expect(target(html)).toBe(`https://www.mofcom.gov.cn${path}`);
  });

  it.each([
    [
      'a page with a text',
      `<p>${'商务部决定对部分物项实施出口管制，自公布之日起施行。'.repeat(3)}</p><script>location.href='/a.html'</script>`,
    ],
    ['a refresh of a page that is kept open', '<meta http-equiv="refresh" content="300;url=/a.html">'],
    ['itself', '<meta http-equiv="refresh" content="1;url=index.html">'],
    ['a frame among others', '<iframe src="/a.html"></iframe><iframe src="/b.html"></iframe>'],
    ['a document in a frame', '<iframe src="/a.pdf"></iframe>'],
    [
      'no address of a page',
      '<iframe src="javascript:void(0)"></iframe><script>location.href="mailto:a@b.cn"</script>',
    ],
  ])('is none: %s', (_, html) => {
    expect(target(html)).toBeNull();
  });
});

it.each`
  one                                    | other                                    | same
  ${'https://www.mofcom.gov.cn/a'}       | ${'https://aqygzj.mofcom.gov.cn/b'}      | ${true}
  ${'https://www.mfa.gov.cn/a'}          | ${'https://www.fmprc.gov.cn/b'}          | ${true}
  ${'https://policy.trade.ec.europa.eu'} | ${'https://ec.europa.eu'}                | ${true}
  ${'https://www.mofcom.gov.cn/a'}       | ${'https://www.miit.gov.cn/a'}           | ${false}
  ${'https://www.gov.uk/a'}              | ${'https://www.attacker.gov.uk.example'} | ${false}
  ${'https://www.mofcom.gov.cn/a'}       | ${'https://mofcom.gov.cn.example.com/a'} | ${false}
  ${'https://www.mofcom.gov.cn/a'}       | ${'http://127.0.0.1/a'}                  | ${false}
`('$one and $other are one site: $same', ({ one, other, same }) => {
  expect(isSameSite(one, other)).toBe(same);
});

it('leads nowhere but to articles of the same site', () => {
  const listing = 'https://www.mofcom.gov.cn/xwfb/lxxwfbh/index.html';

  expect(mayFollow('https://www.mofcom.gov.cn/xwfbzt/2026/a/index.html', press, listing)).toBe(true);
  expect(mayFollow('https://www.mofcom.gov.cn/', press, listing)).toBe(false);
  expect(mayFollow(listing, press, listing)).toBe(false);
  expect(mayFollow('https://www.example.com/a.html', press, listing)).toBe(false);
});

describe('an article cut into pages', () => {
  const first = 'https://www.mfa.gov.cn/fyrbt/202611/t20261118_11750001.shtml';

  it.each([
    [
      'links with a number',
      first,
      '<a href="t20261118_11750001_2.shtml">3</a><a href="./t20261118_11750001_1.shtml">下一页</a>',
      ['t20261118_11750001_1.shtml', 't20261118_11750001_2.shtml'],
    ],
    [
      'a script of its content system',
      first,
      '<script>createPageHTML(3, 0, "t20261118_11750001", "shtml");</script>',
      ['t20261118_11750001_1.shtml', 't20261118_11750001_2.shtml'],
    ],
    [
      'a folder',
      'https://www.mfa.gov.cn/fyrbt/202611/',
      '<a href="index_1.html">下一页</a>',
      ['index_1.html'],
    ],
    [
      'a parameter',
      first,
      '<a href="?page=2">下一页</a><a href="?page=1">1</a>',
      ['t20261118_11750001.shtml?page=2'],
    ],
  ])('names them by %s', (_, url, html, names) => {
    expect(furtherPages(openPage(html, url), url)).toEqual(names.map((name) => new URL(name, url).href));
  });

  it.each([
    [
      'other articles',
      '<a href="t20261118_11750002.shtml">下一篇</a><a href="t20261117_11740001_1.shtml">上一篇</a>',
    ],
    ['its own address', '<a href="t20261118_11750001.shtml">1</a><a href="?page=1">1</a>'],
    [
      'what is no number',
      '<a href="t20261118_11750001_print.shtml">打印</a><a href="t20261118_11750001_2026.shtml">2026</a>',
    ],
    ['other sites', '<a href="https://m.mfa.gov.cn/fyrbt/202611/t20261118_11750001_1.shtml">2</a>'],
  ])('does not take for its pages: %s', (_, html) => {
    expect(furtherPages(openPage(html, first), first)).toEqual([]);
  });
});
