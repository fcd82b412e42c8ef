import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ColumnId, Post } from '../../demo/ministry/archive.ts';
import { type Ministry, startMinistry } from '../../demo/ministry/ministry.ts';
import { archive, story, storyBeginsAt } from '../../demo/ministry/texts.ts';
import type { Clock } from '../../src/ops/clock.ts';

const mofcom = 'https://www.mofcom.gov.cn';
const portalOrigin = 'https://exportcontrol.mofcom.gov.cn';
const listPath = '/edi_ecms_web_front/front/column/getColumnList';
const post: Post = { title: '商务部发言人谈“苗木”出口 & 许可', paragraphs: ['一段话。', '另一段<话>。'] };

/** 16:05:30 in Beijing on 13 March 2031. */
const now = Date.parse('2031-03-13T08:05:30Z');
const clock: Clock = { now: () => now, sleep: () => Promise.resolve() };

let ministry: Ministry;
beforeEach(async () => {
  ministry = await startMinistry({ clock });
});
afterEach(() => ministry.close());

function local(address: string): string {
  const { origin, pathname, search } = new URL(address);
  return `${ministry.origins.get(origin)}${pathname}${search}`;
}

function get(address: string, init?: RequestInit): Promise<Response> {
  return fetch(local(address), init);
}

async function textOf(address: string): Promise<string> {
  return (await get(address)).text();
}

/** The unit request that a column's shell names. */
async function unitAddress(column: string, changes: Record<string, string> = {}): Promise<string> {
  const shell = await textOf(column);
  const [, queryData = ''] = /queryData="([^"]+)"/.exec(shell) ?? [];
  const [, path = ''] = / url="([^"]+)"/.exec(shell) ?? [];
  const query = { ...JSON.parse(queryData.replaceAll("'", '"')), ...changes };
  return `${new URL(column).origin}${path}?${new URLSearchParams(query)}`;
}

async function unit(column: string, changes?: Record<string, string>) {
  const answer = await get(await unitAddress(column, changes));
  return (await answer.json()) as { success: boolean; code?: string; data: { html?: string } };
}

function titlesIn(html: string): string[] {
  return [...html.matchAll(/<a href="[^"]+" title="([^"]+)"/g)].map(([, title = '']) => title);
}

function postList(headers: Record<string, string>, body = 'pageNumber=1&columnID=1&title=') {
  return get(`${portalOrigin}${listPath}`, { method: 'POST', headers, body });
}

async function pageInfoOf(answer: Response) {
  const { pageInfo } = (await answer.json()) as {
    pageInfo: { total: number; rows: { id: number; title: string }[] };
  };
  return pageInfo;
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const ajax = { 'x-requested-with': 'XMLHttpRequest' };

describe('the columns of www.mofcom.gov.cn and of its security bureau', () => {
  const columns: [name: string, list: string, tagId: string, id: ColumnId][] = [
    ['spokesperson', `${mofcom}/xwfb/xwfyrth/index.html`, '分页列表', 'spokesperson'],
    ['policy', `${mofcom}/zwgk/zcfb/index.html`, '分页列表', 'policy'],
    ['notices', 'https://aqygzj.mofcom.gov.cn/flzc/gzjgfxwj/index.html', '信息列表', 'security-bureau'],
  ];

  test.each(columns)('%s: the shell has no rows, the unit it names has them', async (_, list, tagId, id) => {
    const published = ministry.publish(id, post);
    expect(await textOf(list)).not.toContain('<li>');
    const { success, code, data } = await unit(list);
    expect({ success, code }).toEqual({ success: true, code: '200' });
    const path = published.url.slice(new URL(list).origin.length);
    expect(path).toMatch(/\/art\/2031\/art_[0-9a-f]{32}\.html$/);
    expect(data.html).toContain(
      `<div id="${tagId}"><div class="page-content"><ul class="txtList_01"><li><a href`,
    );
    expect(data.html).toContain(`<a href="${path}" title="商务部发言人谈“苗木”出口 &amp; 许可" target`);
    expect(data.html).toContain('</a><span>[2031-03-13]</span></li>');
  });

  test('a page asked for holds its share of the rows, and the pager counts them all', async () => {
    const list = `${mofcom}/zwgk/zcfb/index.html`;
    const all = titlesIn((await unit(list)).data.html ?? '');
    const second = await unit(list, { paramJson: JSON.stringify({ pageNo: 2, pageSize: 2 }) });
    expect(titlesIn(second.data.html ?? '')).toEqual(all.slice(2, 4));
    expect(second.data.html).toContain(`rows="2" count="${all.length}" pageNo="2"`);
  });

  test.each([
    ['another page type', { pageType: 'index' }],
    ['the site’s own spelling corrected', { parseType: 'buildstatic' }],
    ['the page of another site', { pageId: '0'.repeat(32) }],
    ['a paramJson that is none', { paramJson: '{pageNo:2}' }],
    ['a page number below one', { paramJson: '{"pageNo":0}' }],
  ])('the unit is refused: %s', async (_, changes) => {
    expect(await unit(`${mofcom}/zwgk/zcfb/index.html`, changes)).toEqual({ success: false, data: {} });
  });

  test('the unit is refused when its tagId arrives in GBK, or not at all', async () => {
    const address = await unitAddress(`${mofcom}/zwgk/zcfb/index.html`);
    const utf8 = encodeURIComponent('分页列表');
    const gbk = iconv.encode('分页列表', 'gbk').toString('hex').replace(/../g, '%$&');
    expect(address).toContain(utf8);
    for (const refused of [address.replace(utf8, gbk), address.replace(`tagId=${utf8}&`, '')]) {
      expect(await (await get(refused)).json()).toEqual({ success: false, data: {} });
    }
  });

  test('an article gives Beijing minutes and its source; a notice has its header, text and attachments', async () => {
    const { url } = ministry.publish('policy', story.notice.post);
    const html = await textOf(url);
    expect(html).toContain(`<meta name="ArticleTitle" content="${story.notice.post.title}">`);
    expect(html).toContain('<meta name="PubDate" content="2031-03-13 16:05">');
    expect(html).toContain('<meta name="ContentSource" content="安全与管制局">');
    expect(html).toMatch(/<div class="art-con[^"]*" ergodic="article">\n<div class="art-con-gonggao">/);
    expect(html).toContain('<p>【发文日期】2031年03月13日</p>');
    expect(html).toContain('<p>【发布文号】商务部公告2031年第7号</p>');
    const [, attachment = ''] = /<a href="(\/cms_files[^"]+)"/.exec(html) ?? [];
    expect(await textOf(`${mofcom}${attachment}`)).toContain('镧、铈相关物项');
  });

  test('what a post says is text, never markup', async () => {
    expect(await textOf(ministry.publish('spokesperson', post).url)).toContain('>另一段&lt;话&gt;。</p>');
  });
});

describe('the export control portal', () => {
  test('lists its articles to its own script', async () => {
    const { url } = ministry.publish('portal', { ...post, issuer: '外贸司' });
    const pageInfo = await pageInfoOf(await postList({ ...form, ...ajax }));
    expect(pageInfo).toMatchObject({ pageNumber: 1, maxPageNum: 1, total: pageInfo.rows.length });
    expect(pageInfo.rows[0]).toMatchObject({
      title: post.title,
      url: url.slice(portalOrigin.length),
      publishTimeStr: '2031-03-13 00:00:00',
      source: '外贸司',
    });
    expect(url).toMatch(/\/article\/gndt\/203103\/\d{4}\.html$/);
    const ids = pageInfo.rows.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
  });

  test('destroys every Chinese character for anyone else, with status 200', async () => {
    ministry.publish('portal', { ...post, title: '稀土 ABC 12份' });
    const answer = await postList(form);
    expect(answer.status).toBe(200);
    expect((await pageInfoOf(answer)).rows[0]).toMatchObject({ title: '?? ABC 12?' });
  });

  test('finds no column in a body that is no form, and takes no GET', async () => {
    const answer = await postList({ ...ajax, 'content-type': 'application/json' });
    expect((await pageInfoOf(answer)).rows).toEqual([]);
    expect((await get(`${portalOrigin}${listPath}`, { headers: ajax })).status).toBe(405);
  });

  test('keeps the metadata of an article in script variables, its text in div.bd', async () => {
    const html = await textOf(ministry.publish('portal', { ...post, title: "'单引号'</script>" }).url);
    expect(html).toContain(String.raw`var title = '\'单引号\'\x3c/script>';`);
    expect(html).toContain("var publishTime = '2031-03-13 16:05:30';");
    expect(html).toMatch(/<div class="bd">[\s\S]*<p>一段话。<\/p>/);
  });
});

describe('english.mofcom.gov.cn', () => {
  test.each(['PressConference', 'SignificantNews'])(
    '%s lists the articles without dates',
    async (section) => {
      const { urls } = ministry.publish('english', story.noticeInEnglish.post);
      const list = `https://english.mofcom.gov.cn/News/${section}/index.html`;
      const html = await textOf(list);
      const [, rows = ''] = /<ul class="txtList_01">([\s\S]*)<\/ul>/.exec(html) ?? [];
      const [, href = ''] = /<li><a href="([^"]+\/art\/2031\/art_[0-9a-f]{32}\.html)"/.exec(rows) ?? [];
      expect(urls).toContain(new URL(href, list).href);
      expect(rows).not.toMatch(/20\d\d-\d\d/);
      expect(await textOf(new URL(href, list).href)).toContain(
        '<meta name="PubDate" content="2031-03-13 16:05">',
      );
    },
  );
});

describe('the Taiwan Affairs Office', () => {
  const list = 'https://www.gwytb.gov.cn/zccs/zccs_61195/cjtdwgfz/';

  test('writes list and article in GB18030, which only the page declares, as gb2312', async () => {
    const { url } = ministry.publish('taiwan', { ...post, title: '镕㐂展' });
    for (const address of [list, url]) {
      const answer = await get(address);
      expect(answer.headers.get('content-type')).toBe('text/html');
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.includes(iconv.encode('镕㐂展', 'gb18030'))).toBe(true);
      expect(bytes.toString('latin1')).toContain('charset=gb2312');
    }
    const html = iconv.decode(Buffer.from(await (await get(list)).arrayBuffer()), 'gb18030');
    const [, href = ''] = /<li><a href="(\.\/203103\/t20310313_\d+\.htm)"/.exec(html) ?? [];
    expect(new URL(href, list).href).toBe(url);
  });
});

describe('GOV.UK', () => {
  const feed = `https://www.gov.uk/government/organisations/office-of-financial-sanctions-implementation.atom`;

  test('names feed entries by address and time; the article is in main', async () => {
    const { url } = ministry.publish('ofsi', {
      title: 'OFSI answers questions',
      paragraphs: ['First & last.'],
    });
    const xml = await textOf(feed);
    expect(url).toBe('https://www.gov.uk/government/news/ofsi-answers-questions');
    expect(xml).toContain(`<id>${url}#2031-03-13T08:05:30Z</id>`);
    expect(xml).toContain('<summary>First &amp; last.</summary>');
    expect(await textOf(url)).toMatch(/<main[\s\S]*govuk-govspeak">\n<p>First &amp; last\.<\/p>/);
  });
});

describe('every site', () => {
  const statics: [string, ColumnId][] = [
    ['https://www.gov.uk/government/organisations/office-of-financial-sanctions-implementation.atom', 'ofsi'],
    ['https://english.mofcom.gov.cn/News/PressConference/index.html', 'english'],
    ['https://www.gwytb.gov.cn/zccs/zccs_61195/cjtdwgfz/', 'taiwan'],
  ];

  test.each(statics)('%s is sent again only when it has changed', async (address, column) => {
    const etag = (await get(address)).headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const headers = { 'if-none-match': etag };
    const unchanged = await get(address, { headers });
    expect([unchanged.status, await unchanged.text()]).toEqual([304, '']);
    ministry.publish(column, post);
    const changed = await get(address, { headers });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  test('an answer of the unit API has no validator', async () => {
    const address = await unitAddress(`${mofcom}/zwgk/zcfb/index.html`);
    expect((await get(address)).headers.get('etag')).toBeNull();
  });

  test('an edit changes the article and leaves its listing as it was', async () => {
    const published = ministry.publish('policy', story.notice.post);
    const list = `${mofcom}/zwgk/zcfb/index.html`;
    const [listed, etag] = [await unit(list), (await get(published.url)).headers.get('etag')];
    ministry.edit(published, { ...story.noticeCorrected, title: '更名' });
    const answer = await get(published.url, { headers: { 'if-none-match': etag ?? '' } });
    const html = await answer.text();
    expect(html).toContain('2031年5月1日起实施');
    expect(html).not.toContain('2031年4月1日起实施');
    expect(html).toContain('【发布文号】商务部公告2031年第7号');
    expect(await unit(list)).toEqual(listed);
  });

  test('a withdrawn article is gone from its addresses and its list', async () => {
    const published = ministry.publish('english', post);
    ministry.withdraw(published);
    expect(published.urls).toHaveLength(2);
    for (const url of published.urls) expect((await get(url)).status).toBe(404);
    expect(await textOf('https://english.mofcom.gov.cn/News/PressConference/index.html')).not.toContain(
      '苗木',
    );
  });

  test('what was published elsewhere can be neither edited nor withdrawn', () => {
    const published = { ...ministry.publish('english', post) };
    expect(() => ministry.withdraw(published)).toThrow('was not published here');
  });

  test('a challenge stands before every site of its authority, and before no other', async () => {
    ministry.challenge('cn-mofcom', true);
    const statuses: Record<string, number> = {};
    for (const origin of ministry.origins.keys()) statuses[origin] = (await get(`${origin}/`)).status;
    expect(statuses).toEqual({
      [mofcom]: 412,
      'https://aqygzj.mofcom.gov.cn': 412,
      [portalOrigin]: 412,
      'https://english.mofcom.gov.cn': 412,
      'https://www.gwytb.gov.cn': 404,
      'https://www.gov.uk': 404,
    });
    ministry.challenge('cn-mofcom', false);
    expect((await get(`${mofcom}/zwgk/zcfb/index.html`)).status).toBe(200);
  });

  test('requests are logged with the site that was meant', async () => {
    await get(`${mofcom}/zwgk/zcfb/index.html?a=1`, { headers: { 'user-agent': 'seedling' } });
    expect(ministry.requests).toMatchObject([
      {
        method: 'GET',
        origin: mofcom,
        path: '/zwgk/zcfb/index.html?a=1',
        headers: { 'user-agent': 'seedling' },
        at: now,
      },
    ]);
  });
});

describe('a held request', () => {
  const list = `${mofcom}/zwgk/zcfb/index.html`;

  test('waits until it is released; others, and the next of its kind, do not', async () => {
    const hold = ministry.hold(/\/zwgk\/zcfb\//);
    const order: string[] = [];
    const held = get(list).then((answer) => order.push(`held ${answer.status}`));
    await hold.arrived;
    for (const address of [`${mofcom}/xwfb/xwfyrth/index.html`, list])
      order.push(`free ${(await get(address)).status}`);
    hold.release();
    await held;
    expect(order).toEqual(['free 200', 'free 200', 'held 200']);
  });

  test('may be left by its client', async () => {
    const hold = ministry.hold(/zcfb/);
    const leaving = new AbortController();
    const held = get(list, { signal: leaving.signal });
    await hold.arrived;
    leaving.abort();
    await expect(held).rejects.toThrow('aborted');
    expect((await get(list)).status).toBe(200);
  });

  test('is not held when the hold was cancelled before it came', async () => {
    ministry.hold(/zcfb/).release();
    expect((await get(list)).status).toBe(200);
  });

  test('does not keep the ministries from closing', async () => {
    const closing = await startMinistry({ clock });
    const hold = closing.hold(/zcfb/);
    const held = fetch(`${closing.origins.get(mofcom)}/zwgk/zcfb/index.html`);
    await hold.arrived;
    await Promise.all([closing.close(), expect(held).rejects.toThrow('fetch failed')]);
  });
});

describe('the texts', () => {
  test('are read by every column, and none lies in the future of the story', () => {
    const columns = new Set(archive.flatMap((archived) => archived.columns));
    expect(columns.size).toBe(7);
    expect(archive.every(({ hoursAgo }) => hoursAgo > 0)).toBe(true);
  });

  test('belong to a year that nobody takes for the present', () => {
    expect(new Date(storyBeginsAt).toISOString()).toBe('2031-03-13T08:00:00.000Z');
    const years = JSON.stringify([archive, story]).match(/20\d\d/g);
    expect(new Set(years)).toEqual(new Set(['2031']));
  });

  test('move the effective date of the notice by a month, and nothing else, when it is corrected', () => {
    const [before, after] = [story.notice.post.paragraphs, story.noticeCorrected.paragraphs];
    const changed = before.filter((paragraph, index) => paragraph !== after[index]);
    expect(changed).toEqual(['四、本公告自2031年4月1日起实施。']);
    expect(after).toContain('四、本公告自2031年5月1日起实施。');
  });
});
