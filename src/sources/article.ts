import { ReadFailure } from '../domain/failure.ts';
import type { Article } from '../domain/item.ts';
import type { Source } from '../domain/source.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import { isHub, noticeColumnOf, sameAddress } from './aliases.ts';
import { attachmentsOf } from './article-attachments.ts';
import { bodyOf } from './article-body.ts';
import { bylinesOf, issuerOf, openPage, type Page, publishedOf, titleOf } from './article-page.ts';
import { furtherPages, mayFollow, targetOf } from './follow.ts';
import { joined } from './html.ts';
import { readAttachments } from './read-attachments.ts';
import type { ArticlePage, ArticlePlace, Parser } from './reader.ts';
import { challengeOf } from './readers/listing.ts';
import { assertLegible } from './rows.ts';

/** An article is at most two steps away from its address, and cut into at most ten pages. */
const maxSteps = 2;
const maxPages = 10;

interface Reading {
  /** Absent: pages are parsed where they are, however long that takes. */
  parser?: Parser | undefined;
  /** The article as it was last read, so that its attachments are not read again. */
  known?: Article | null | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Fetches and reads the page of one Item: where that only leads on, the page it leads to on the same site; where it
 * is one of several, all of them; and its attachments where it says little itself.
 *
 * @throws {ReadFailure} As the fetcher does; `soft-404` where the answer is another page than the one asked
 *   for; `wrong-type` where it is no page; and as {@link parseArticle}.
 */
export async function readArticle(
  source: Source,
  url: string,
  fetcher: Fetcher,
  { parser, known = null, signal }: Reading = {},
): Promise<Article> {
  const pages = pagesOf(source, fetcher, parser, signal);
  const { article, further, url: first } = await readLeading(source, url, pages);
  const text = await joinPages(article.text, first, further, pages);
  return readAttachments({ ...article, text }, known, fetcher, signal);
}

/** One page of an article; `first` as for {@link ArticlePlace}. */
type Pages = (url: string, place: Omit<ArticlePlace, 'first'> & { first?: string }) => Promise<PageRead>;
type PageRead = ArticlePage & { url: string };
type LastPage = Extract<PageRead, { article: Article }>;

function pagesOf(
  source: Source,
  fetcher: Fetcher,
  parser: Parser | undefined,
  signal: AbortSignal | undefined,
): Pages {
  return async (url, { first, leads }) => {
    const page = await fetchPage(source, url, fetcher, signal);
    const place = { first: first ?? page.url, leads };
    const parsed = await (parser?.article(page.text, source, page.url, place) ??
      parseArticlePage(page.text, source, page.url, place));
    return { ...parsed, url: page.url };
  };
}

/** The page at the end of the way that an address begins. */
async function readLeading(source: Source, url: string, pages: Pages): Promise<LastPage> {
  let page = await pages(url, { leads: true });
  for (let step = 1; 'leadsTo' in page; step++) {
    const target: string = page.leadsTo;
    if (!mayFollow(target, page.url, source.url))
      throw new ReadFailure('soft-404', `${url} leads to ${target}`);
    page = await pages(target, { leads: step < maxSteps });
  }
  return page;
}

/** The text of an article with that of its further pages. A page that repeats another adds nothing. */
async function joinPages(
  text: string,
  first: string,
  further: readonly string[],
  pages: Pages,
): Promise<string> {
  const texts = new Set([text]);
  const read = new Set([first]);
  const pending = [...further];
  for (let next = pending.shift(); next !== undefined && read.size < maxPages; next = pending.shift()) {
    if (read.has(next)) continue;
    read.add(next);
    const page = await pages(next, { first, leads: false });
    if (!('article' in page)) continue;
    texts.add(page.article.text);
    pending.push(...page.further.filter((address) => !read.has(address)));
  }
  return [...texts].join('\n');
}

async function fetchPage(
  source: Source,
  url: string,
  fetcher: Fetcher,
  signal: AbortSignal | undefined,
): Promise<{ text: string; url: string }> {
  const sameSite = new URL(url).hostname === new URL(source.url).hostname;
  const answer = await fetcher.fetch({ url, charset: sameSite ? source.charset : undefined, signal });
  if (answer.outcome === 'not-modified') {
    throw new ReadFailure('malformed', `${url} answered "not modified" to a first request`);
  }
  if (!['text/html', 'application/xhtml+xml', ''].includes(answer.type)) {
    throw new ReadFailure('wrong-type', `${url} is ${answer.type}, not a page`);
  }
  if (!sameAddress(answer.url, url) && isHub(answer.url, source.url)) {
    throw new ReadFailure('soft-404', `${url} leads to ${answer.url}`);
  }
  return { text: answer.text, url: answer.url };
}

/** Pure; fails as {@link parseArticle} does. */
export function parseArticlePage(
  html: string,
  source: Source,
  url: string,
  { first, leads }: ArticlePlace = { first: url, leads: false },
): ArticlePage {
  const page = openPage(html, url);
  const target = leads ? targetOf(page) : null;
  if (target !== null) return { leadsTo: target };
  return { article: articleOf(page, source), further: furtherPages(page, first) };
}

/**
 * What an article's page says. The title is '' where the page has a text but no title.
 *
 * @throws {ReadFailure} `soft-404`, `challenge` or `malformed` where no article is found in the page;
 *   `mojibake` where its text arrived destroyed; `too-deep`.
 */
export function parseArticle(html: string, source: Source, url: string): Article {
  return articleOf(openPage(html, url), source);
}

function articleOf(page: Page, source: Source): Article {
  const { html, url } = page;
  const title = titleOf(page);
  const body = bodyOf(page, title);
  assertLegible(title, source);
  assertAsked(page, body?.known ?? false, title, source);

  const text = body ? articleText(joined(body.lines)) : '';
  const attachments = body ? attachmentsOf(page, body.nodes, title) : [];
  if (!text && attachments.length === 0) throw challengeOf(html, url) ?? nothingIn(url, title);
  if (!/\p{Script=Han}/u.test(text)) assertLegible(text, source);

  const bylines = bylinesOf(page, title, body?.lines ?? []);
  return {
    title,
    text,
    attachments,
    published: publishedOf(page, bylines, text, source.timeZone),
    issuer: issuerOf(page, bylines, text),
  };
}

/**
 * Sites answer a lost address with their home page or an apology, and 200. What tells is a missing mark of
 * an article, the canonical address, or the title as a whole; a phrase in the text proves nothing.
 */
function assertAsked(page: Page, known: boolean, title: string, source: Source): void {
  const { url } = page;
  const marked = known || page.meta('ArticleTitle') !== '' || 'title' in page.variables;
  if (!marked && marksDue(source, url)) {
    throw challengeOf(page.html, url) ?? new ReadFailure('soft-404', `${url} is not an article`);
  }
  if (
    !marked &&
    /^(?:error )?404\b|^(?:page )?not found|^页面不存在|^(?:网站)?首页$|^home(?: ?page)?$|^找不到.{0,3}页面/i.test(
      title,
    )
  ) {
    throw new ReadFailure('soft-404', `${url} says "${title}"`);
  }
  const canonical = page.$('link[rel="canonical"]').attr('href');
  if (canonical && URL.canParse(canonical, url)) {
    const target = new URL(canonical, url).href;
    if (!sameAddress(target, url) && isHub(target, source.url)) {
      throw new ReadFailure('soft-404', `${url} gave the page of ${target}`);
    }
  }
}

/** Articles of content systems we know. The press conferences' pages are each designed anew. */
function marksDue(source: Source, url: string): boolean {
  const { hostname, pathname } = new URL(url);
  if (!/\/art(?:icle)?\//.test(pathname)) return false;
  const ownSite = hostname === new URL(source.url).hostname;
  return noticeColumnOf(url) !== null || (ownSite && ['jpaas', 'portal'].includes(source.reader.kind));
}

function nothingIn(url: string, title: string): ReadFailure {
  return title
    ? new ReadFailure('malformed', `${url} has a title ("${title.slice(0, 40)}") but no text`)
    : new ReadFailure('soft-404', `${url} has neither a title nor a text`);
}

function articleText(text: string): string {
  return text
    .replaceAll('[an error occurred while processing this directive]', '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n');
}
