import { hasFeedRoot, repaired } from './feed-repair.ts';
import { rawText, shownText } from './feed-text.ts';
import { type FeedElement, feedTree } from './feed-tree.ts';

/** One entry of a feed of any format. What it does not say is empty. */
export interface FeedEntry {
  /** guid, id or rdf:about. */
  id: string;
  /** Plain text of any number of lines. */
  title: string;
  /** Absolute where it can be made so. */
  link: string;
  /** As written. */
  published: string;
  /** As written. */
  updated: string;
  /** Plain, one paragraph a line: the fullest that the entry has. */
  text: string;
}

export interface FeedDocument {
  /** Of the site that the feed is about; may be empty. */
  link: string;
  entries: FeedEntry[];
}

/** Where each part of an entry is looked for, in this order, whatever the format: the first that is not empty. */
const fields = {
  id: ['guid', 'atom:id', 'id'],
  title: ['title', 'atom:title', 'dc:title'],
  published: [
    ...['pubdate', 'atom:published', 'published', 'atom:issued', 'issued', 'dcterms:issued', 'dc:date'],
    ...['dcterms:created', 'atom:created', 'created', 'dcterms:date', 'dcterms:available'],
  ],
  updated: ['atom:updated', 'updated', 'atom:modified', 'modified', 'dcterms:modified'],
  text: [
    ...['content:encoded', 'atom:content', 'content', 'xhtml:body', 'body', 'fullitem', 'description'],
    ...['atom:summary', 'summary', 'abstract', 'dc:description', 'dcterms:abstract'],
    // Podcasts' own, where there is nothing else.
    ...['googleplay:description', 'itunes:summary', 'itunes:subtitle'],
  ],
} as const satisfies Record<string, readonly string[]>;

/**
 * RSS of every version, RDF, Atom 0.3 and 1.0, CDF: what browsers and feed readers accept, well-formed or not.
 * Null for a document of another kind.
 *
 * @param url - of the feed.
 * @throws {ReadFailure} 'too-deep'
 */
export function parseFeedXml(xml: string, url: string): FeedDocument | null {
  const text = repaired(xml);
  if (!hasFeedRoot(text)) return null;

  const tree = feedTree(text, url);
  const [feed] = within(tree, containers);
  const atom = /(?:^|:)(?:feed|entry)$/.test(within(tree, roots)[0]?.name ?? '');
  const link = feed ? linkOf(partsOf(feed), feed, url) : '';
  const around = { atom, url, base: link || url };
  return { link, entries: within(tree, entries).map((entry) => toEntry(entry, around)) };
}

interface Surroundings {
  /** Whether texts say what they are in. */
  atom: boolean;
  url: string;
  /** What addresses are relative to where no xml:base says so: the site's rather than the feed's, as written by hand. */
  base: string;
}

const roots = /^(?:(?:atom:)?(?:rss|feed|entry|channel)|rdf:rdf|rdf)$/;
const containers = /^(?:atom:)?(?:feed|channel)$/;
const entries = /^(?:atom:)?(?:item|entry)$/;

/** The outermost elements of these names. */
function within(element: FeedElement, names: RegExp): FeedElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return names.test(child.name) ? [child] : within(child, names);
  });
}

type Parts = ReadonlyMap<string, FeedElement[]>;

/** The direct children of an element, without one that the end of the feed cut off. */
function partsOf(element: FeedElement): Parts {
  const parts = new Map<string, FeedElement[]>();
  for (const child of element.children) {
    if (typeof child === 'string' || child.cut) continue;
    const same = parts.get(child.name);
    if (same) same.push(child);
    else parts.set(child.name, [child]);
  }
  return parts;
}

function toEntry(entry: FeedElement, { atom, url, base }: Surroundings): FeedEntry {
  const parts = partsOf(entry);
  const first = (field: keyof typeof fields, read: (element: FeedElement) => string) =>
    firstOf(fields[field].flatMap((name) => parts.get(name) ?? []).map((element) => () => read(element)));
  const shown = (element: FeedElement) => shownText(element, atom || element.name.startsWith('atom:'));

  return {
    id: first('id', rawText) || (entry.attributes.get('rdf:about') ?? ''),
    title: first('title', shown),
    link: linkOf(parts, entry, url, base),
    published: first('published', rawText),
    updated: first('updated', rawText) || (entry.attributes.get('lastmod') ?? ''),
    text: first('text', shown),
  };
}

/** A candidate for an address, and the element whose base it is relative to. */
type Candidate = readonly [href: string | undefined, at: FeedElement];

/**
 * Where an entry leads: its link, Atom's alternate, a guid that is a permanent link, what the entry is about; else
 * anything else it can be opened by, such as an enclosure. Absolute where it can be made so.
 */
function linkOf(parts: Parts, entry: FeedElement, url: string, base = url): string {
  for (const [href, at] of candidates(parts, entry)) {
    const written = cleanAddress(href ?? '');
    if (written === '') continue;
    return URL.parse(written, at.base === url ? base : at.base)?.href ?? written;
  }
  return '';
}

function* candidates(parts: Parts, entry: FeedElement): Generator<Candidate> {
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
  for (const id of all('atom:id', 'id')) if (/^https?:/i.test(rawText(id))) yield [rawText(id), id];
  for (const link of links)
    if (!/^(?:self|edit|hub|replies|next|prev.*|first|last)$/.test(relOf(link)))
      yield [link.attributes.get('href'), link];
  for (const content of all('atom:content', 'content')) yield [content.attributes.get('src'), content];
  for (const enclosure of all('enclosure')) yield [enclosure.attributes.get('url'), enclosure];
}

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

function firstOf(reads: readonly (() => string)[]): string {
  for (const read of reads) {
    const text = read();
    if (text !== '') return text;
  }
  return '';
}
