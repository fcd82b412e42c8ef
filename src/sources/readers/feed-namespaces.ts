/**
 * The customary prefix of the vocabularies that feeds are written in, '' for RSS of every kind. In lower case and
 * without the `/` or `#` at the end, which half of the feeds get wrong.
 */
const prefixes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '': [
      'http://backend.userland.com/rss',
      'http://backend.userland.com/rss2',
      'http://backend.userland.com/rss091',
      'http://backend.userland.com/rss092',
      'http://blogs.law.harvard.edu/tech/rss',
      'http://cyber.law.harvard.edu/rss',
      'http://channel.netscape.com/rdf/simple/0.9',
      'http://example.com/newformat',
      'http://my.netscape.com/publish/formats/rss-0.91.dtd',
      'http://my.netscape.com/rdf/simple/0.9',
      'http://purl.org/net/rss1.1',
      'http://purl.org/rss/1.0',
      'http://purl.org/rss/2.0',
      'http://www.rssboard.org/rss-specification',
    ],
    atom: [
      'http://www.w3.org/2005/atom',
      'https://www.w3.org/2005/atom',
      'http://purl.org/atom/ns',
      'http://purl.org/atom/0.3',
      // Atom's drafts, when its name was Echo or Pie.
      'http://purl.org/echo',
      'http://purl.org/pie',
      'http://example.com/necho',
      'uri/of/echo/namespace',
    ],
    content: ['http://purl.org/rss/1.0/modules/content'],
    dc: [
      'http://purl.org/dc/elements/1.0',
      'http://purl.org/dc/elements/1.1',
      'http://purl.org/metadata/dublin_core',
    ],
    dcterms: ['http://purl.org/dc/terms', 'http://purl.org/rss/1.0/modules/dcterms'],
    feedburner: ['http://rssnamespace.org/feedburner/ext/1.0'],
    googleplay: ['http://www.google.com/schemas/play-podcasts/1.0'],
    itunes: ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'http://example.com/dtds/podcast-1.0.dtd'],
    media: ['http://search.yahoo.com/mrss'],
    podcast: ['https://podcastindex.org/namespace/1.0'],
    rdf: ['http://www.w3.org/1999/02/22-rdf-syntax-ns'],
    xhtml: ['http://www.w3.org/1999/xhtml'],
  }).flatMap(([prefix, addresses]) => addresses.map((address) => [address, prefix] as const)),
);

/** The namespaces that the prefixes of an element stand for, '' for none: its own declarations, then those around it. */
export interface Scope {
  own: ReadonlyMap<string, string>;
  outer: Scope | null;
}

/** What an element's declarations add to the scope it stands in. */
export function scopeWith(attributes: ReadonlyMap<string, string>, outer: Scope | null): Scope {
  const own = [...attributes].flatMap(([name, address]): [string, string][] =>
    name === 'xmlns' || name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), address]] : [],
  );
  return own.length === 0 && outer ? outer : { own: new Map(own), outer };
}

function namespaceIn(scope: Scope | null, prefix: string): string {
  for (let at = scope; at; at = at.outer) {
    const address = at.own.get(prefix);
    if (address !== undefined) return address;
  }
  return '';
}

/**
 * The name of an element in lower case, under the customary prefix of its namespace. A prefix that is nowhere
 * declared, or for a namespace that nobody knows, is taken at its word.
 *
 * @param own - The namespace that the feed's first element is in. Elements in it count as the feed's own, though
 *   nobody knows it. In another unknown one, and without a prefix, they are foreign: `?:title`.
 */
export function qualifiedName(written: string, scope: Scope, own: string): string {
  const { prefix, local } = nameParts(written);
  const address = namespaceIn(scope, prefix);
  const known = prefixes.get(address.toLowerCase().replace(/[/#]+$/, '')) ?? unknown(prefix, address, own);
  return known === '' ? local : `${known}:${local}`;
}

function unknown(prefix: string, address: string, own: string): string {
  if (address !== '' && address === own) return '';
  return prefix === '' && address !== '' ? '?' : prefix;
}

/** The namespace that an element is in; '' for none. */
export function namespaceOf(written: string, scope: Scope): string {
  return namespaceIn(scope, nameParts(written).prefix);
}

function nameParts(written: string): { prefix: string; local: string } {
  const [first = '', second] = written.toLowerCase().split(':', 2);
  return second === undefined ? { prefix: '', local: first } : { prefix: first, local: second };
}
