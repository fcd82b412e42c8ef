import { idOf, linkOf } from './feed-links.ts';
import { hasFeedRoot, repaired } from './feed-repair.ts';
import { rawText, shownText } from './feed-text.ts';
import { type FeedElement, feedTree, type Parts, partsOf } from './feed-tree.ts';

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
  /** Null for one that says nothing at all. */
  entries: (FeedEntry | null)[];
}

/** Where each part of an entry is looked for, in this order, whatever the format: the first that is not empty. */
const fields = {
  id: ['guid', 'atom:id', 'id'],
  title: ['title', 'atom:title', 'dc:title', 'media:title'],
  published: [
    ...['pubdate', 'atom:published', 'published', 'atom:issued', 'issued', 'dcterms:issued', 'dc:date'],
    ...['dcterms:created', 'atom:created', 'created', 'dcterms:date', 'dcterms:available'],
  ],
  updated: ['atom:updated', 'updated', 'atom:modified', 'modified', 'dcterms:modified'],
  text: [
    ...['content:encoded', 'atom:content', 'content', 'xhtml:body', 'body', 'fullitem', 'description'],
    ...['atom:summary', 'summary', 'abstract', 'dc:description', 'dcterms:abstract'],
    // Those of podcasts and films, where there is nothing else.
    ...['googleplay:description', 'itunes:summary', 'itunes:subtitle', 'media:description'],
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
  const link = feed ? linkOf(feed, partsOf(feed), url) : '';
  return { link, entries: within(tree, entries).map((entry) => toEntry(entry, atom, link || url)) };
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

/**
 * @param atom - Whether texts say what they are in.
 * @param base - What addresses are relative to where no xml:base says so: the site, as people write them.
 */
function toEntry(entry: FeedElement, atom: boolean, base: string): FeedEntry | null {
  const parts = partsOf(entry);
  const first = (field: keyof typeof fields, read: (element: FeedElement) => string) =>
    firstOf(fields[field].flatMap((name) => parts.get(name) ?? []).map((element) => () => read(element)));
  // Of several dates of one name the last stands, as wherever one is written over another.
  const last = (field: 'published' | 'updated') =>
    firstOf(fields[field].map((name) => () => (parts.get(name) ?? []).map(rawText).findLast(Boolean) ?? ''));
  const shown = (element: FeedElement) => shownText(element, atom || element.name.startsWith('atom:'));

  const said = {
    id: first('id', (element) => idOf(element, base)) || (entry.attributes.get('rdf:about') ?? ''),
    title: first('title', shown),
    link: linkOf(entry, parts, base),
    published: last('published'),
    updated: last('updated') || (entry.attributes.get('lastmod') ?? ''),
    text: first('text', shown),
  };
  // Where the feed breaks off before saying which entry this is, there is no telling it from another.
  if (entry.cut && !(said.id || said.link)) return null;
  return Object.values(said).some(Boolean) || holdsPicture(parts) ? said : null;
}

/** Whether an entry that shows no words was written all the same: its title or text is a picture, or other markup. */
function holdsPicture(parts: Parts): boolean {
  return [...fields.title, ...fields.text].some((name) =>
    parts
      .get(name)
      ?.some(({ children }) => children.some((child) => typeof child !== 'string' || child.trim())),
  );
}

function firstOf(reads: readonly (() => string)[]): string {
  for (const read of reads) {
    const text = read();
    if (text !== '') return text;
  }
  return '';
}
