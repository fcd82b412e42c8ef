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

/**
 * The steps of rss-parser's `parseString`. They work at once, which `parseString` hides behind a promise,
 * and a reader's `parse` is a plain function.
 */
interface Steps {
  xmlParser: { parseString(xml: string, done: (error: Error | null, tree: Tree | null) => void): void };
  buildAtomFeed(tree: Tree): { items: Item[] };
  buildRSS1(tree: Tree): { items: Item[] };
  buildRSS2(tree: Tree): { items: Item[] };
}

const options: Parser.ParserOptions<Tree, Item> = {
  // Atom's dates under names of our own: rss-parser gives the whole feed up over one that it cannot read.
  xml2js: { tagNameProcessors: [(name) => ownNames[name] ?? name] },
  customFields: {
    item: [
      ['$', 'attributes', { keepArray: true }],
      ['link', 'links', { keepArray: true }],
      ['atom:published', 'published'],
      ['atom:updated', 'updated'],
    ],
  },
};
const ownNames: Record<string, string> = { published: 'atom:published', updated: 'atom:updated' };
const steps = new Parser<Tree, Item>(options) as unknown as Steps;

/**
 * RSS 0.9x, 1.0 and 2.0 and Atom. Null for a document of another kind.
 *
 * @throws {Error} on XML beyond repair.
 */
export function parseFeedXml(xml: string): FeedDocument | null {
  const tree = parseXml(repaired(xml));
  if (!tree) return null;
  for (const [root, build] of builders) {
    const element = tree[root];
    if (element === undefined) continue;
    return { base: baseOf(element), entries: build(tree).items.map(toEntry) };
  }
  return null;
}

const builders: readonly [root: string, build: (tree: Tree) => { items: Item[] }][] = [
  ['feed', (tree) => steps.buildAtomFeed(tree)],
  ['rdf:RDF', (tree) => steps.buildRSS1(tree)],
  // RSS 0.91 to 2.0 alike, whatever `version` says or does not.
  ['rss', (tree) => steps.buildRSS2(tree)],
];

/** What ministries' feeds get wrong and XML does not forgive: text before the prolog, bare "&", control characters. */
function repaired(xml: string): string {
  return xml
    .replace(/^[\s\ufeff]+/, '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(?!#\d+;|#x[\da-f]+;|\w+;)/gi, (found) =>
      found === '&' ? '&amp;' : found,
    );
}

function parseXml(xml: string): Tree | null {
  let parsed: Tree | null = null;
  let failure: Error | null = null;
  steps.xmlParser.parseString(xml, (error, tree) => {
    failure ??= error;
    parsed = tree;
  });
  if (failure) throw failure;
  return parsed;
}

function toEntry(item: Item): FeedEntry {
  return {
    id: flat(item.guid ?? item.id ?? item['rdf:about']),
    title: flat(item.title),
    link: linkOf(item.links),
    base: flat((item.attributes as Tree | undefined)?.['xml:base']),
    published: flat(item.published ?? item.pubDate ?? item.date),
    updated: flat(item.updated),
    content: flat(item['content:encoded'] ?? item.content ?? item.summary),
  };
}

/** Atom's alternate link, which is also what a link without `rel` is; RSS's only one. */
function linkOf(links: unknown): string {
  const all: unknown[] = Array.isArray(links) ? links : [];
  const attributes = (link: unknown): Tree => (isTree(link) && isTree(link.$) ? link.$ : {});
  const chosen =
    all.find((link) => [undefined, 'alternate'].includes(attributes(link).rel as string)) ?? all[0];
  return flat(attributes(chosen).href) || flat(chosen);
}

function baseOf(element: unknown): string {
  return isTree(element) && isTree(element.$) ? flat(element.$['xml:base']) : '';
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
