import { Parser as XmlParser } from 'htmlparser2';
import Parser from 'rss-parser';

/** One entry of a feed of any format, as its XML has it: nothing resolved, nothing parsed further. */
export interface FeedEntry {
  /** guid, id or rdf:about. */
  id: string;
  title: string;
  link: string;
  /** Of the entry, where it has one of its own. */
  base: string;
  published: string;
  updated: string;
  /** HTML or plain text. */
  content: string;
}

export interface FeedDocument {
  base: string;
  entries: FeedEntry[];
}

type Tree = Record<string, unknown>;
type Item = Record<string, unknown>;

const ownNames: Record<string, string> = { published: 'atom:published', updated: 'atom:updated' };

const options: Parser.ParserOptions<Tree, Item> = {
  // Atom's dates under names of our own: rss-parser gives the whole feed up over one that it cannot read.
  xml2js: { tagNameProcessors: [(name) => ownNames[name] ?? name] },
  // RSS whose `version` says nothing known, or is not there.
  defaultRSS: 2,
  customFields: {
    item: [
      ['$', 'attributes', { keepArray: true }],
      ['link', 'links', { keepArray: true }],
      ['atom:published', 'published'],
      ['atom:updated', 'updated'],
    ],
  },
};

const feedRoots: ReadonlySet<string> = new Set(['feed', 'rss', 'rdf:RDF']);

/**
 * RSS 0.9x, 1.0 and 2.0 and Atom. Null for a document of another kind.
 *
 * @throws {Error} on XML beyond repair.
 */
export async function parseFeedXml(xml: string): Promise<FeedDocument | null> {
  const text = repaired(xml);
  const root = rootOf(text);
  if (!root || !feedRoots.has(root.name)) return null;
  // A parser each: one that has met text after the root is silent about the errors of its next document.
  const { items } = await new Parser<Tree, Item>(options).parseString(text);
  return { base: root.base, entries: items.map(toEntry) };
}

/** What ministries' feeds get wrong and XML does not forgive: text before the prolog, bare "&", control characters. */
function repaired(xml: string): string {
  return xml
    .replace(/^[^<]+/, '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(?!#\d+;|#x[\da-f]+;|\w+;)/gi, (found) =>
      found === '&' ? '&amp;' : found,
    );
}

interface Root {
  name: string;
  /** Its xml:base, which rss-parser gives for no kind of RSS. */
  base: string;
}

function rootOf(xml: string): Root | undefined {
  const opened: Root[] = [];
  const parser = new XmlParser(
    {
      onopentag(name, attributes) {
        opened.push({ name, base: attributes['xml:base']?.trim() ?? '' });
        parser.pause();
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  return opened[0];
}

function toEntry(item: Item): FeedEntry {
  return {
    id: flat(item.guid ?? item.id ?? item['rdf:about']),
    title: flat(item.title),
    link: linkOf(item.links),
    base: isTree(item.attributes) ? flat(item.attributes['xml:base']) : '',
    published: flat(item.published ?? item.pubDate ?? item.date),
    updated: flat(item.updated),
    content: flat(item['content:encoded'] ?? item.content ?? item.summary),
  };
}

/** Atom's alternate link, which is also what a link without `rel` is; RSS's only one. */
function linkOf(links: unknown): string {
  const all: unknown[] = Array.isArray(links) ? links : [];
  const attributes = (link: unknown): Tree => (isTree(link) && isTree(link.$) ? link.$ : {});
  const chosen = all.find((link) => (attributes(link).rel ?? 'alternate') === 'alternate') ?? all[0];
  return flat(attributes(chosen).href) || flat(chosen);
}

/** The text of what xml2js makes of an element: a string, or an object where it has attributes or children. */
function flat(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(flat).join(' ').trim();
  if (!isTree(value)) return '';
  return Object.entries(value)
    .filter(([name]) => name !== '$')
    .map(([, child]) => flat(child))
    .join(' ')
    .trim();
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
