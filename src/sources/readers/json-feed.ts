import { escapeUTF8 } from 'entities';
import { z } from 'zod';
import { ReadFailure } from '../../domain/failure.ts';
import { opening, shownHtml } from './feed-text.ts';
import type { FeedDocument, FeedEntry } from './feed-xml.ts';

/** What is not as it should be is as if it were not there: one bad entry costs no other. */
const Text = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : ''));

const Entry = z
  .object({
    id: Text,
    url: Text,
    external_url: Text,
    title: Text,
    content_html: Text,
    content_text: Text,
    summary: Text,
    date_published: Text,
    date_modified: Text,
  })
  .catch({
    ...{ id: '', url: '', external_url: '', title: '', content_html: '', content_text: '' },
    ...{ summary: '', date_published: '', date_modified: '' },
  });
type Entry = z.infer<typeof Entry>;

/** JSON Feed 1.0 and 1.1, https://www.jsonfeed.org/version/1.1/ */
const JsonFeed = z.object({ home_page_url: Text, items: z.array(Entry) });

/** By the version that it names; by what it is made of where it names none. */
export function looksLikeJsonFeed(text: string): boolean {
  if (!/^[\s\ufeff]*\{/.test(text)) return false;
  if (/"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/i.test(text)) return true;
  return (
    /"items"\s*:\s*\[/.test(text) && /"(?:content_(?:html|text)|date_published|feed_url)"\s*:/.test(text)
  );
}

/**
 * @param url - of the feed: relative addresses start from it, where no home page is named.
 * @throws {ReadFailure} 'malformed' where it is no JSON, or has no list of items.
 */
export function parseJsonFeed(text: string, url: string): FeedDocument {
  const document = JsonFeed.safeParse(jsonOf(text, url));
  if (!document.success) {
    throw new ReadFailure('malformed', `${url} gave a JSON Feed without items`, { cause: document.error });
  }
  const { home_page_url, items } = document.data;
  const link = absolute(home_page_url, url);
  return { link, entries: items.map((item) => toEntry(item, link || url)) };
}

function jsonOf(text: string, url: string): unknown {
  try {
    return JSON.parse(text.replace(/^[\s\ufeff]+/, ''));
  } catch (cause) {
    throw new ReadFailure('malformed', `${url} gave a JSON Feed that cannot be parsed`, { cause });
  }
}

function toEntry(entry: Entry, url: string): FeedEntry | null {
  const html = entry.content_html || escapeUTF8(entry.content_text || entry.summary).replaceAll('\n', '<br>');
  const said = {
    id: entry.id.trim(),
    title: entry.title.trim() || opening(entry.summary.trim() || entry.content_text.trim()),
    link: absolute(entry.url || entry.external_url || httpAddress(entry.id), url),
    published: entry.date_published,
    updated: entry.date_modified,
    text: shownHtml(html),
  };
  return Object.values(said).some(Boolean) ? said : null;
}

function httpAddress(id: string): string {
  return /^https?:/i.test(id) ? id : '';
}

function absolute(href: string, base: string): string {
  return href.trim() === '' ? '' : (URL.parse(href.trim(), base)?.href ?? href);
}
