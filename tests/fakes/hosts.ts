import { createHash } from 'node:crypto';
import { type FailureReason, ReadFailure } from '../../src/domain/failure.ts';
import type { Instant } from '../../src/domain/moment.ts';
import type { Reader, Source } from '../../src/domain/source.ts';
import { looksLikeChallenge } from '../../src/fetch/challenge.ts';
import { reasonOfStatus } from '../../src/fetch/failures.ts';
import type { Fetcher, FetchRequest, FetchResponse } from '../../src/fetch/fetcher.ts';
import { ok } from './fetcher.ts';

/*
 * Invented ministries in memory: the markup of the four kinds of listing, and everything that is known to go wrong
 * with them. The real readers read what they answer.
 */

export type Kind = Exclude<Reader['kind'], 'json'>;

export interface Post {
  serial: number;
  title: string;
  paragraphs: string[];
  publishedAt: Instant;
  /** Of the page: letters and digits. */
  slug: string;
  guid: string;
}

/** What is wrong with a host at the moment. Statuses stand for themselves. */
export type Fault =
  | 'dns'
  | 'tls'
  | 'timeout'
  | 'unreachable'
  | 'too-large'
  | 403
  | 404
  | 410
  | 412
  | 429
  | 500
  | 521
  | 'captcha'
  | 'script-cookie'
  | 'home-page'
  | 'nothing'
  | 'no-rows'
  | 'redesigned'
  | 'question-marks'
  | 'mojibake'
  | 'wrong-type'
  | 'refused-unit'
  | 'broken-off'
  | 'too-deep'
  | 'page-repeats'
  | 'articles-fail'
  | 'articles-gone'
  | 'articles-home-page'
  | 'always-not-modified';

export interface Host {
  source: Source;
  kind: Kind;
  /** The newest first, as listed. */
  posts: Post[];
  fault: Fault | null;
  pageSize: number;
  /** The address of the listing has moved for good; the old one redirects, or is gone. */
  moved: 'redirects' | 'gone' | null;
}

interface Answer {
  status: number;
  type: string;
  body: string;
  movedTo?: string;
}

const listPaths: Record<Kind, string> = {
  feed: '/feed.xml',
  page: '/news/list.html',
  jpaas: '/col/index.html',
  portal: '/portal/list.html',
};
const unitPath = '/api-gateway/build/unit';
const portalPath = '/edi_ecms_web_front/front/column/getColumnList';
const rows = { row: 'ul.list > li', link: 'a', date: 'span' };
const readers: Record<Kind, Reader> = {
  feed: { kind: 'feed' },
  page: { kind: 'page', rows },
  jpaas: { kind: 'jpaas', rows },
  portal: { kind: 'portal', column: 1 },
};

export function openHost(name: string, kind: Kind, changes: Partial<Source> = {}): Host {
  const names = { en: name, zh: name };
  const source: Source = {
    id: `xx-${name}`,
    authority: { id: `xx-${name}`, name: names, short: names, country: 'CN' },
    name: names,
    language: 'zh',
    timeZone: 'Asia/Shanghai',
    url: `https://${name}.example${listPaths[kind]}`,
    reader: readers[kind],
    cadence: 15,
    minRows: 1,
    ...changes,
  };
  return { source, kind, posts: [], fault: null, pageSize: 15, moved: null };
}

/** A post of which nothing is listed yet. */
export function postOf(
  serial: number,
  title: string,
  paragraphs: string[],
  publishedAt: Instant,
  salt = '',
): Post {
  const slug = createHash('md5').update(`${salt}${serial}`).digest('hex');
  return { serial, title, paragraphs, publishedAt, slug, guid: `post-${serial}` };
}

export function addressOf({ source }: Pick<Host, 'source'>, { slug }: Post): string {
  return `${new URL(source.url).origin}/art/2031/art_${slug}.html`;
}

/** A Fetcher over these hosts. What is asked of no host is an error. */
export function hostsFetcher(hosts: readonly Host[]): Fetcher & { requests: number } {
  const byName = new Map(hosts.map((host) => [new URL(host.source.url).host, host]));
  const fetcher = {
    requests: 0,
    async fetch(request: FetchRequest): Promise<FetchResponse> {
      fetcher.requests += 1;
      const host = byName.get(new URL(request.url).host);
      if (!host) throw new Error(`unexpected request: ${request.url}`);
      return responseOf(host, request);
    },
    fetchBytes: () => Promise.reject(new Error('no host of the fake gives documents')),
    close: () => Promise.resolve(),
  };
  return fetcher;
}

const network: readonly (Fault | null)[] = ['dns', 'tls', 'timeout', 'unreachable', 'too-large'];

function responseOf(host: Host, request: FetchRequest): FetchResponse {
  const { fault } = host;
  if (network.includes(fault)) throw new ReadFailure(fault as FailureReason, `${request.url}: ${fault}`);
  const { status, type, body, movedTo } = answerOf(host, request);
  const challenge = looksLikeChallenge(status, body);
  const reason = challenge ? 'challenge' : reasonOfStatus(status);
  if (reason) throw new ReadFailure(reason, `${request.url} answered ${status}`, { status });
  const etag = createHash('md5').update(body).digest('hex');
  const known = request.validators?.etag;
  if (known && (known === etag || fault === 'always-not-modified')) {
    return { outcome: 'not-modified', validators: { etag: known } };
  }
  return ok(body, { url: movedTo ?? request.url, type, validators: { etag }, ...(movedTo && { movedTo }) });
}

/** What a host answers: its status, media type and text. */
export function answerOf(host: Host, request: FetchRequest): Answer {
  const { pathname } = new URL(request.url);
  const { fault } = host;
  if (typeof fault === 'number') return html(`<html><body><h1>${fault}</h1></body></html>`, fault);
  const standing = wholeSite[fault ?? ''];
  if (standing !== undefined) return html(standing);
  if (pathname.startsWith('/art/')) return articleOf(host, pathname);

  const own = listPaths[host.kind];
  if (host.moved && pathname === own) {
    if (host.moved === 'gone') return html('', 404);
    const movedTo = new URL(`/new${own}`, request.url).href;
    return { ...answerOf(host, { ...request, url: movedTo }), movedTo };
  }
  const page = pageAsked(request);
  return broken(fault, host.kind, listing(host, fault === 'page-repeats' ? 1 : page, pathname));
}

const wholeSite: Record<string, string> = {
  captcha: '<html><body><div class="geetest-captcha"></div><script src="/geetest.js"></script></body></html>',
  'script-cookie': '<html><script>document.cookie="k=v";location.reload()</script></html>',
  'home-page': `<html><head><title>首页</title></head><body><ul class="nav"><li><a href="/">首页</a></li><li><a href="/about/">关于</a></li></ul>
    <p>欢迎访问本网站。本网站由信息中心承办，内容以各栏目为准，版权所有，转载请注明出处，感谢您的支持与配合。</p></body></html>`,
  nothing: '',
  'too-deep': `<html><body>${'<div>'.repeat(5000)}</body></html>`,
};

function articleOf(host: Host, path: string): Answer {
  const post = host.posts.find(({ slug }) => path.endsWith(`_${slug}.html`));
  if (!post) return html('', 404);
  if (host.fault === 'articles-fail') return html('', 500);
  if (host.fault === 'articles-gone') return html('', 404);
  if (host.fault === 'articles-home-page') return html(wholeSite['home-page'] ?? '');
  const paragraphs = post.paragraphs.map((text) => `<p>${text}</p>`).join('');
  return html(`<html><head><meta charset="utf-8"><title>${post.title}</title><meta name="ArticleTitle" content="${post.title}">
    <meta name="PubDate" content="${beijing(post.publishedAt)}"></head><body><ul class="menu"><li><a href="/">首页</a></li></ul>
    <div class="art-con" ergodic="article">${paragraphs}</div><div class="footer">版权所有</div></body></html>`);
}

function pageAsked({ url, form }: FetchRequest): number {
  const asked = new URL(url).searchParams.get('paramJson');
  return asked ? JSON.parse(asked).pageNo : Number(form?.pageNumber ?? 1);
}

function listing(host: Host, page: number, path: string): Answer {
  const emptied = host.fault === 'no-rows' || host.fault === 'refused-unit';
  const shown = emptied ? [] : host.posts.slice((page - 1) * host.pageSize, page * host.pageSize);
  const posts = shown.map((post) => ({ ...post, title: damaged(post.title, host.fault) }));
  switch (host.kind) {
    case 'feed':
      return { status: 200, type: 'application/rss+xml', body: feedOf(host, posts) };
    case 'page':
      return html(pageOf(host, posts));
    case 'jpaas':
      return path === unitPath ? unitOf(host, posts, page) : html(shellOf());
    case 'portal':
      return path === portalPath ? columnOf(host, posts) : html('', 404);
  }
}

function damaged(title: string, fault: Fault | null): string {
  if (fault === 'question-marks') return title.replaceAll(/[^\x00-\x7f]/g, '?');
  return fault === 'mojibake' ? Buffer.from(title, 'utf8').toString('latin1') : title;
}

function broken(fault: Fault | null, kind: Kind, answer: Answer): Answer {
  if (fault === 'broken-off') return { ...answer, body: answer.body.slice(0, answer.body.length / 2) };
  if (fault !== 'wrong-type') return answer;
  const other =
    kind === 'feed' || answer.type === 'application/json' ? '<p>维护中，请稍后再来。</p>' : '{"code":500}';
  return { status: 200, type: 'text/plain', body: other };
}

function feedOf(host: Host, posts: readonly Post[]): string {
  const items = posts.map(
    (post) => `<item><title>${post.title}</title><link>${addressOf(host, post)}</link>
      <guid isPermaLink="false">${post.guid}</guid><pubDate>${new Date(post.publishedAt).toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>公告</title>${items.join('')}</channel></rss>`;
}

function linksOf(host: Host, posts: readonly Post[]): string {
  const [list, row] =
    host.fault === 'redesigned' ? ['div class="cards"', 'section'] : ['ul class="list"', 'li'];
  const items = posts.map(
    (post) =>
      `<${row}><a href="${new URL(addressOf(host, post)).pathname}" title="${post.title}">${post.title.slice(0, 12)}…</a><span>[${beijing(post.publishedAt).slice(0, 10)}]</span></${row}>`,
  );
  return `<${list}>${items.join('')}</${list.split(' ')[0]}>`;
}

function pageOf(host: Host, posts: readonly Post[]): string {
  return `<html><head><meta charset="utf-8"><title>公告</title></head><body><ul class="menu"><li><a href="/">首页</a></li></ul>
    ${linksOf(host, posts)}<div class="footer"><a href="/about/">关于我们</a></div></body></html>`;
}

function shellOf(): string {
  const query =
    "{'parseType':'bulidstatic','webId':'w1','tplSetId':'t1','pageType':'column','tagId':'分页列表','pageId':'p1'}";
  return `<html><head><title>公告</title></head><body><script url="${unitPath}" queryData="${query}"></script></body></html>`;
}

function unitOf(host: Host, posts: readonly Post[], page: number): Answer {
  const pager = `<div class="pagination" rows="${host.pageSize}" count="${host.posts.length}" pageNo="${page}"></div>`;
  const data = host.fault === 'refused-unit' ? null : { html: `${linksOf(host, posts)}${pager}` };
  const success = data !== null;
  return { status: 200, type: 'application/json', body: JSON.stringify({ success, code: '200', data }) };
}

function columnOf(host: Host, posts: readonly Post[]): Answer {
  const rows = posts.map((post) => ({
    id: post.serial,
    title: post.title,
    url: new URL(addressOf(host, post)).pathname,
    publishTimeStr: beijing(post.publishedAt),
    content: '',
  }));
  const maxPageNum = Math.ceil(host.posts.length / host.pageSize);
  return { status: 200, type: 'application/json', body: JSON.stringify({ pageInfo: { maxPageNum, rows } }) };
}

function html(body: string, status = 200): Answer {
  return { status, type: 'text/html', body };
}

/** `2031-03-13 16:00:00`, in Beijing. */
function beijing(at: Instant): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
