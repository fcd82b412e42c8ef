import { rawText } from './feed-text.ts';
import type { FeedElement, Parts } from './feed-tree.ts';

/** A path is an address as every other in the feed; any other id stands as it is. */
export function idOf(element: FeedElement, base: string): string {
  const id = rawText(element);
  const path = /^[^\s:]*\/[^\s:]*$/.test(id) && element.attributes.get('ispermalink') !== 'false';
  return (path && URL.parse(id, element.base ?? base)?.href) || id;
}

/** A candidate for an address, and the element whose base it is relative to. */
type Candidate = readonly [href: string | undefined, at: FeedElement];

/**
 * Where an entry leads: its link, Atom's alternate, a guid that is a permanent link, what the entry is about; else
 * anything else it can be opened by, such as an enclosure. Absolute where it can be made so.
 *
 * @param base - What addresses are relative to where no xml:base says so.
 */
export function linkOf(entry: FeedElement, parts: Parts, base: string): string {
  for (const [href, at] of candidates(entry, parts, base)) {
    const written = cleanAddress(href ?? '');
    if (written === '') continue;
    return URL.parse(written, at.base ?? base)?.href ?? written;
  }
  return '';
}

function* candidates(entry: FeedElement, parts: Parts, base: string): Generator<Candidate> {
  const all = (...names: string[]) => names.flatMap((name) => parts.get(name) ?? []);
  const relOf = ({ attributes }: FeedElement) => attributes.get('rel')?.toLowerCase() ?? 'alternate';
  const links = all('link', 'atom:link');
  const alternates = links.filter((link) => /^(?:alternate)?$/.test(relOf(link)));
  const html = alternates.filter(({ attributes }) =>
    /^(?:text\/html|application\/xhtml\+xml)?$/.test(attributes.get('type') ?? ''),
  );

  // FeedBurner's own links only lead there.
  for (const link of all('feedburner:origlink')) yield [rawText(link), link];
  for (const link of [...html, ...alternates]) {
    yield [link.attributes.get('href'), link];
    yield [rawText(link), link];
  }
  yield [entry.attributes.get('href'), entry];
  for (const guid of all('guid')) if (mayLink(guid)) yield [rawText(guid), guid];
  yield [entry.attributes.get('rdf:about'), entry];
  for (const id of all('atom:id', 'id')) if (/^https?:/i.test(idOf(id, base))) yield [rawText(id), id];
  for (const link of links) if (!aboutTheFeed.test(relOf(link))) yield [link.attributes.get('href'), link];
  for (const content of all('atom:content', 'content')) yield [content.attributes.get('src'), content];
  for (const enclosure of all('enclosure')) yield [enclosure.attributes.get('url'), enclosure];
}

/** Links of these kinds lead to feeds, or to what is said of an entry elsewhere. */
const aboutTheFeed = /^(?:self|edit|service\..*|hub|replies|next|prev.*|first|last)$/;

/** A guid is an address unless it says that it is none (RSS 2.0); many that say nothing are none. */
function mayLink(guid: FeedElement): boolean {
  const said = guid.attributes.get('ispermalink')?.toLowerCase();
  return said === 'true' || (said !== 'false' && /^https?:/i.test(rawText(guid)));
}

/** Some feeds ship a whole escaped anchor as the link, break it over lines, or escape its "&" twice. */
function cleanAddress(href: string): string {
  const anchor = /<a\s[^>]*href\s*=\s*["']([^"']+)/i.exec(href.slice(0, 2000))?.[1];
  return (anchor ?? href).replace(/\s+/g, '').replaceAll('&amp;', '&');
}
