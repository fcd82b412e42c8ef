import { ReadFailure } from '../domain/failure.ts';
import type { Article } from '../domain/item.ts';
import type { Source } from '../domain/source.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import { isHub, noticeColumnOf, sameAddress } from './aliases.ts';
import { attachmentsOf } from './article-attachments.ts';
import { bodyOf } from './article-body.ts';
import { bylinesOf, issuerOf, openPage, type Page, publishedOf, titleOf } from './article-page.ts';
import { joined } from './html.ts';
import { challengeOf } from './readers/listing.ts';
import { assertLegible } from './rows.ts';

/**
 * Fetches and reads the page of one Item.
 *
 * @throws {ReadFailure} As the fetcher does; `soft-404` where the answer is another page than the one asked
 *   for; `wrong-type` where it is no page; and as {@link parseArticle}.
 */
export async function readArticle(
  source: Source,
  url: string,
  fetcher: Fetcher,
  signal?: AbortSignal,
): Promise<Article> {
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
  return parseArticle(answer.text, source, answer.url);
}

/**
 * What an article's page says. The title is '' where the page has a text but no title.
 *
 * @throws {ReadFailure} `soft-404`, `challenge` or `malformed` where no article is found in the page;
 *   `mojibake` where its text arrived destroyed; `too-deep`.
 */
export function parseArticle(html: string, source: Source, url: string): Article {
  const page = openPage(html, url);
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
  if (!marked && /^(?:error )?404\b|^(?:page )?not found|^页面不存在|^找不到.{0,3}页面/i.test(title)) {
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
