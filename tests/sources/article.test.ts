import { describe, expect, it } from 'vitest';
import { ReadFailure } from '../../src/domain/failure.ts';
import { parseArticle, readArticle } from '../../src/sources/article.ts';
import { fakeFetcher, ok } from '../fakes/fetcher.ts';
import { inWords, sourceLike } from './fixtures.ts';

const policy = sourceLike('cn-mofcom-policy');
const portal = sourceLike('cn-mofcom-portal-notices');
const miit = sourceLike('cn-miit-consultations');
const ofsi = sourceLike('uk-ofsi');
const ofac = sourceLike('us-ofac');
const tao = sourceLike('cn-tao');

const policyUrl = 'https://www.mofcom.gov.cn/zwgk/zcfb/art/2026/art_00aa11bb.html';
const portalUrl = 'https://exportcontrol.mofcom.gov.cn/article/gndt/202611/2044.html';

const announcement = `<!DOCTYPE html><html><head><meta charset="UTF-8">
  <title>商务部公告2026年第71号</title>
  <meta name="ArticleTitle" content="商务部公告2026年第71号 公布对碲化镉靶材相关物项实施出口管制的决定">
  <meta name="PubDate" content="2026-11-20 16:05"><meta name="ContentSource" content="产业安全司">
  <meta name="MakeTime" content="2026-11-22 03:00:00"></head>
  <body><div class="nav"><a href="/">首页</a></div><script>var title = '分享';</script>
  <div class="at-left">来源：别处 类型：转载 2026-11-21 08:00</div><h1 class="art-title">商务部公告</h1>
  <div class="art-con art-con-bottonmLine" ergodic="article"><style>p{}</style>
  <div class="art-con-gonggao"><p>【发布单位】安全与管制局</p><p>【发布文号】商务部公告2026年第71号</p><p>【发文日期】2026年11月19日</p></div>
  <p style="text-indent: 2em;">　　经国务院批准，决定对碲化镉靶材
     相关物项实施出口管制。</p><p>&nbsp;</p><p>二、本公告自公布之日起施行。</p>
  <p>附件：<a href="/cms_files/filemanager/2/attach/202611/list.pdf">管制物项清单</a>
     <a href="http://www.mofcom.gov.cn/cms_files/filemanager/2/attach/202611/list.pdf">下载</a>
     <a href="down.jsp?fileName=form.ofd"></a> <a href="/zwgk/zcfb/index.html">更多</a></p></div>
  <footer><a href="/guide.pdf">网站指南</a></footer></body></html>`;

describe("an announcement on MOFCOM's site", () => {
  const article = parseArticle(announcement, policy, policyUrl);

  it('has the title, the time and the office that the page states', () => {
    expect(article.title).toBe('商务部公告2026年第71号 公布对碲化镉靶材相关物项实施出口管制的决定');
    expect(article.published).toMatchObject({ precision: 'minute', on: '2026-11-20' });
    expect(inWords(article.published)).toBe('2026-11-20T08:05Z');
    expect(article.issuer).toBe('安全与管制局');
  });

  it('keeps one paragraph a line, its labelled lines and nothing around it', () => {
    expect(article.text.split('\n')).toEqual([
      '【发布单位】安全与管制局',
      '【发布文号】商务部公告2026年第71号',
      '【发文日期】2026年11月19日',
      '经国务院批准，决定对碲化镉靶材相关物项实施出口管制。',
      '二、本公告自公布之日起施行。',
      '附件：管制物项清单 下载 更多',
    ]);
  });

  it('lists each attached document once, by an absolute address', () => {
    expect(article.attachments.map(({ title, url }) => [title, url])).toEqual([
      ['管制物项清单', 'https://www.mofcom.gov.cn/cms_files/filemanager/2/attach/202611/list.pdf'],
      ['form.ofd', 'https://www.mofcom.gov.cn/zwgk/zcfb/art/2026/down.jsp?fileName=form.ofd'],
    ]);
  });

  it('never takes the time at which the page was made for its date', () => {
    const undated = announcement.replace(/<meta name="PubDate"[^>]*>/, '');
    const bare = undated.replace(/<div class="at-left">.*?<\/div>/, '');
    const nothing = bare.replace('【发文日期】2026年11月19日', '');

    expect(inWords(parseArticle(undated, policy, policyUrl).published)).toBe('2026-11-21T00:00Z');
    expect(inWords(parseArticle(bare, policy, policyUrl).published)).toBe('2026-11-19');
    expect(parseArticle(nothing, policy, policyUrl).published).toBeNull();
  });
});

describe('the layouts of ministries', () => {
  const head =
    '<meta name="ArticleTitle" content="关于某物项的通知"><meta name="ContentSource" content="某司">';

  it.each([
    '<div class="art-con" ergodic="article"><p>正文。</p></div>',
    '<div class="art-con-bottonmLine"><p>正文。</p></div>',
    '<div class="art-con"><p>正文。</p></div>',
    '<div id="zoom"><p>正文。</p></div>',
    '<div class="TRS_Editor"><div class="TRS_Editor"><p>正文。</p></div></div>',
    '<div id="con_con"><p>正文。</p></div>',
  ])('have the text in %s', (body) => {
    const html = `<head>${head}</head><body><p>网站导航很长很长很长很长</p>${body}<p>版权所有</p></body>`;

    expect(parseArticle(html, policy, policyUrl)).toMatchObject({
      title: '关于某物项的通知',
      text: '正文。',
      issuer: '某司',
    });
  });

  it('give the title by their heading or name where no meta element does', () => {
    const html = (heading: string) =>
      `<title>关于钨的公告 - 商务部</title>${heading}<div class="art-con"><p>正文。</p></div>`;

    expect(parseArticle(html('<h1>关于钨的<br>公告</h1>'), policy, policyUrl).title).toBe('关于钨的公告');
    expect(parseArticle(html(''), policy, policyUrl).title).toBe('关于钨的公告');
  });

  it('give source and time in the line under the title', () => {
    const html = `<h1>关于钨的公告</h1><p>发布时间：2026年11月9日 10:30 来源：科技司 字号：大 中 小</p><div id="con_con"><p>正文。</p></div>`;
    const article = parseArticle(html, miit, 'https://www.miit.gov.cn/gzcy/yjzj/art/2026/art_0a.html');

    expect(inWords(article.published)).toBe('2026-11-09T02:30Z');
    expect(article.issuer).toBe('科技司');
  });

  it('of the export-control portal: variables in a script, and errors of its server in the text', () => {
    const error = '[an error occurred while processing this directive]';
    const html = `<title>中国出口管制信息网</title><div class="hd">${error}</div><div class="bd">
      <script>var title = '商务部新闻发言人就\\'铟\\'答记者问'; var source = '商务部'; var publishTime = '2026-11-03 00:00:00';</script>
      <p>有记者问：情况如何？</p>${error}<p>答：已依法批准。</p></div>`;

    expect(parseArticle(html, portal, portalUrl)).toEqual({
      title: "商务部新闻发言人就'铟'答记者问",
      text: '有记者问：情况如何？\n答：已依法批准。',
      published: { precision: 'date', on: '2026-11-03', at: null },
      issuer: '商务部',
      attachments: [],
    });
  });

  it('of GOV.UK: several blocks, documents beside them', () => {
    const html = `<head><title>General licence - GOV.UK</title><meta name="govuk:first-published-at" content="2026-11-02T09:30:00.000+00:00">
      <meta name="govuk:primary-publishing-organisation" content="Office of Financial Sanctions Implementation"></head>
      <body><header><h1>GOV.UK</h1></header><main><h1>General licence for harbour dues</h1><p>Get emails about this page</p>
      <section><h3><a href="https://assets.publishing.service.gov.uk/media/6f/licence.pdf">General licence</a></h3></section>
      <div class="gem-c-govspeak govuk-govspeak"><p>Permits payments.</p></div>
      <div class="gem-c-govspeak govuk-govspeak"><h2>Details</h2><p>Until 1 March 2027.</p></div></main></body>`;

    expect(parseArticle(html, ofsi, 'https://www.gov.uk/government/publications/general-licence')).toEqual({
      title: 'General licence for harbour dues',
      text: 'Permits payments.\nDetails\nUntil 1 March 2027.',
      published: { precision: 'second', on: '2026-11-02', at: Date.UTC(2026, 10, 2, 9, 30) },
      issuer: 'Office of Financial Sanctions Implementation',
      attachments: [
        { title: 'General licence', url: 'https://assets.publishing.service.gov.uk/media/6f/licence.pdf' },
      ],
    });
  });

  it.each([
    ['its only article', '<article><h1>Notice</h1><p>Issued.</p></article>'],
    ['its main part', '<main><h1>Notice</h1><p>Issued.</p></main><article>a</article><article>b</article>'],
    ['the element with the most paragraphs', '<h1>Notice</h1><div><p>x</p></div><td><p>Issued.</p></td>'],
  ])('of a page that is not known: %s', (_, body) => {
    const article = parseArticle(
      `<body>${body}</body>`,
      ofac,
      'https://ofac.treasury.gov/recent-actions/20261118',
    );

    expect(article).toMatchObject({
      title: 'Notice',
      text: 'Issued.',
      published: { on: '2026-11-18', precision: 'date' },
    });
  });
});

describe('a page that is no article', () => {
  it.each`
    what                                     | html                                                                                | reason
    ${'nothing'}                             | ${''}                                                                               | ${'soft-404'}
    ${'a home page in its place'}            | ${'<title>商务部</title><div><p>欢迎访问商务部网站</p></div>'}                      | ${'soft-404'}
    ${'a title without a text'}              | ${'<meta name="ArticleTitle" content="公告"><div class="art-con"></div>'}           | ${'malformed'}
    ${"its server's error and nothing else"} | ${'<div class="art-con">[an error occurred while processing this directive]</div>'} | ${'soft-404'}
    ${'a challenge'}                         | ${'<script>$_ts={};</script>'}                                                      | ${'challenge'}
    ${'destroyed text'}                      | ${'<h1>????????</h1><div class="art-con"><p>????????</p></div>'}                    | ${'mojibake'}
    ${'endless nesting'}                     | ${'<div>'.repeat(3000)}                                                             | ${'too-deep'}
  `('is $reason: $what', ({ html, reason }) => {
    expect(() => parseArticle(html, policy, policyUrl)).toThrow(
      expect.objectContaining({ name: 'ReadFailure', reason }),
    );
  });

  it('is told by its title as a whole, not by words in its text', () => {
    const url = 'https://www.gov.uk/guidance/lost';
    const page = (title: string) =>
      `<main><h1>${title}</h1><p>Page not found errors are explained here.</p></main>`;

    expect(() => parseArticle(page('Page not found'), ofsi, url)).toThrow(
      expect.objectContaining({ reason: 'soft-404' }),
    );
    expect(parseArticle(page('Errors'), ofsi, url).text).toBe('Page not found errors are explained here.');
  });

  it('is told by its canonical address', () => {
    const page = (canonical: string) =>
      `<link rel="canonical" href="${canonical}"><main><p>Recent actions</p></main>`;
    const url = 'https://ofac.treasury.gov/recent-actions/20261118';

    expect(() => parseArticle(page('https://ofac.treasury.gov/recent-actions'), ofac, url)).toThrow(
      expect.objectContaining({ reason: 'soft-404' }),
    );
    expect(parseArticle(page(url), ofac, url).text).toBe('Recent actions');
  });
});

describe('reading an article', () => {
  const list = 'https://www.mofcom.gov.cn/cms_files/filemanager/2/attach/202611/list.pdf';
  const gone = new ReadFailure('not-found', 'it is gone');

  it('asks for the page, decoded as its source says where it is on the same site', async () => {
    const url = 'https://www.gwytb.gov.cn/bt/202611/t20261109_13000417.htm';
    const html = '<h1>公告</h1><div class="TRS_Editor"><p>正文。</p></div>';
    const fetcher = fakeFetcher({ [url]: html, [policyUrl]: announcement, [list]: gone });

    const article = await readArticle(tao, url, fetcher);
    await readArticle(tao, policyUrl, fetcher);

    expect(article).toMatchObject({ title: '公告', text: '正文。', published: { on: '2026-11-09' } });
    expect(fetcher.requests.slice(0, 2).map(({ charset }) => charset)).toEqual(['gb18030', undefined]);
  });

  it('fails where the answer is a document', async () => {
    const fetcher = fakeFetcher({ [policyUrl]: ok('%PDF-1.7', { url: policyUrl, type: 'application/pdf' }) });

    await expect(readArticle(policy, policyUrl, fetcher)).rejects.toMatchObject({ reason: 'wrong-type' });
  });

  it('fails where it was sent to a hub', async () => {
    const hub = 'https://www.mofcom.gov.cn/zwgk/zcfb/index.html';
    const fetcher = fakeFetcher({ [policyUrl]: ok(announcement, { url: hub }) });

    await expect(readArticle(policy, policyUrl, fetcher)).rejects.toMatchObject({ reason: 'soft-404' });
  });

  it('resolves addresses against where it was sent', async () => {
    const moved = 'https://www.mofcom.gov.cn/zcfb/blgg/gg/2026/art/2026/art_00aa11bb.html';
    const fetcher = fakeFetcher({ [policyUrl]: ok(announcement, { url: moved }), [list]: gone });

    const { attachments } = await readArticle(policy, policyUrl, fetcher);

    expect(attachments[1]?.url).toBe(
      'https://www.mofcom.gov.cn/zcfb/blgg/gg/2026/art/2026/down.jsp?fileName=form.ofd',
    );
  });

  describe('that only leads on', () => {
    const press = 'https://www.mofcom.gov.cn/xwfbzt/2026/swbzklxxwfbh2026n11y19r/index.html';
    const body = 'https://www.mofcom.gov.cn/xwfbzt/2026/swbzklxxwfbh2026n11y19r/art/2026/art_01.html';
    const leading = (to: string) => `<title>发布会</title><script>location.href='${to}'</script>`;

    it('follows to the page with the text', async () => {
      const frame = 'https://www.mofcom.gov.cn/xwfbzt/2026/frame.html';
      const fetcher = fakeFetcher({
        [press]: leading('/xwfbzt/2026/frame.html'),
        [frame]: `<iframe src="${body}"></iframe>`,
        [body]: '<h1>例行新闻发布会</h1><div class="art-con"><p>正文。</p></div>',
      });

      expect(await readArticle(policy, press, fetcher)).toMatchObject({
        title: '例行新闻发布会',
        text: '正文。',
      });
    });

    it.each([
      ['another site', 'https://www.example.com/a.html'],
      ['the home page', '/'],
      ['its own listing', '/zwgk/zcfb/index.html'],
    ])('fails where that is %s', async (_, to) => {
      const fetcher = fakeFetcher({ [press]: leading(to) });

      await expect(readArticle(policy, press, fetcher)).rejects.toMatchObject({ reason: 'soft-404' });
    });

    it('takes two steps and no more', async () => {
      const step = (name: string) => `https://www.mofcom.gov.cn/xwfbzt/2026/${name}.html`;
      const fetcher = fakeFetcher({
        [press]: leading(step('1')),
        [step('1')]: leading(step('2')),
        [step('2')]: leading(step('3')),
      });

      await expect(readArticle(policy, press, fetcher)).rejects.toMatchObject({ reason: 'malformed' });
      expect(fetcher.requests).toHaveLength(3);
    });
  });

  describe('cut into pages', () => {
    const url = 'https://www.gwytb.gov.cn/bt/202611/t20261109_13000417.htm';
    const part = (number: number) => url.replace('.htm', `_${number}.htm`);
    const page = (text: string, links: number[]) =>
      `<h1>发布会实录</h1><div class="TRS_Editor"><p>${text}</p></div>${links.map((one) => `<a href="${part(one)}">下一页</a>`).join('')}`;

    it('joins them in their order, whatever repeats', async () => {
      const fetcher = fakeFetcher({
        [url]: page('一', [1]),
        [part(1)]: page('二', [1, 2]),
        [part(2)]: page('一', [3]),
        [part(3)]: page('三', []),
      });

      expect((await readArticle(tao, url, fetcher)).text).toBe('一\n二\n三');
    });

    it('reads ten of them', async () => {
      const pages = Array.from({ length: 30 }, (_, index) => [
        part(index + 1),
        page(`${index + 1}`, [index + 2]),
      ]);
      const fetcher = fakeFetcher({ [url]: page('0', [1]), ...Object.fromEntries(pages) });

      expect((await readArticle(tao, url, fetcher)).text.split('\n')).toEqual([...'0123456789']);
    });

    it('fails where one of them does: half a text would pass for a changed one', async () => {
      const fetcher = fakeFetcher({
        [url]: page('一', [1]),
        [part(1)]: new ReadFailure('timeout', 'too slow'),
      });

      await expect(readArticle(tao, url, fetcher)).rejects.toMatchObject({ reason: 'timeout' });
    });
  });
});
