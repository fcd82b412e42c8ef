import type { CheerioAPI } from 'cheerio/slim';
import { oneLine } from '../html.ts';

/** A feed that a page names in its head. */
export interface FeedLink {
  url: string;
  title: string;
}

const types = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)$/i;
const comments = /comment|kommentar|commentaire|comentario|评论|コメント/i;

/** The feeds of a page's head, each once: those of its own column first, those of comments last. */
export function feedLinks($: CheerioAPI, base: string, url: string): FeedLink[] {
  const { pathname } = new URL(url);
  const found = new Map<string, FeedLink>();
  for (const node of $('link[rel~="alternate" i][href]').toArray()) {
    const link = $(node);
    const [type = '', href = ''] = [link.attr('type')?.split(';')[0]?.trim(), link.attr('href')?.trim()];
    if (
      !types.test(type) ||
      (type === 'application/json' && !/feed/i.test(href)) ||
      !URL.canParse(href, base)
    )
      continue;
    const address = new URL(href, base);
    if (/^https?:$/.test(address.protocol) && !found.has(address.href)) {
      found.set(address.href, { url: address.href, title: oneLine(link.attr('title') ?? '') });
    }
  }
  const rank = (feed: FeedLink) => {
    if (comments.test(`${feed.url} ${feed.title}`)) return 2;
    return pathname !== '/' && new URL(feed.url).pathname.startsWith(pathname.replace(/\/[^/]*$/, '/'))
      ? 0
      : 1;
  };
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}
