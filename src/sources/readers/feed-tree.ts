import { decodeHTMLStrict } from 'entities';
import { Parser } from 'htmlparser2';
import { ReadFailure } from '../../domain/failure.ts';
import { namespaceOf, qualifiedName, type Scope, scopeWith } from './feed-namespaces.ts';

/** An element of a feed. */
export interface FeedElement {
  /** In lower case, with the customary prefix of its namespace: `title`, `atom:title`, `dc:date`, `xhtml:div`. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** What its addresses are relative to: every `xml:base` above it, from the feed's own address on; null without one. */
  base: string | null;
  children: (FeedElement | string)[];
  /** The feed ended before it did. */
  cut: boolean;
}

/** More than any feed nests: markup of an article within an entry included. */
const maxDepth = 500;

/**
 * The tree of a feed, as far as it can be made out: tags that are missing, crossed or cut off cost what they
 * enclose and no more. Entities of XML and HTML are decoded; CDATA is as written.
 *
 * @param xml - as `repaired` returns it.
 * @param url - of the feed: what a relative `xml:base` starts from.
 * @returns A nameless element that holds what the text holds.
 * @throws {ReadFailure} 'too-deep'
 */
export function feedTree(xml: string, url: string): FeedElement {
  const builder = createBuilder(url);
  // Not its own decoding: that knows the five entities of XML only.
  const parser = new Parser(builder, { xmlMode: true, decodeEntities: false });
  parser.write(xml);
  // Not ended, which would close every element and hide the cut; what was read is already here.
  return builder.finished();
}

interface Open {
  element: FeedElement;
  /** As the feed writes its name. */
  written: string;
  scope: Scope;
}

function createBuilder(url: string) {
  const root: FeedElement = { name: '', attributes: new Map(), base: null, children: [], cut: false };
  const bottom: Open = { element: root, written: '', scope: scopeWith(new Map(), null) };
  const open: Open[] = [];
  let own: string | undefined;
  let verbatim = false;
  let depth = 0;

  const top = (): Open => open.at(-1) ?? bottom;

  return {
    onopentag(written: string, attribs: Record<string, string>): void {
      depth += 1;
      if (depth > maxDepth) throw tooDeep(url);

      const attributes = decoded(attribs);
      const scope = scopeWith(attributes, top().scope);
      own ??= namespaceOf(written, scope);
      const name = qualifiedName(written, scope, own);
      open.length = firstEndedBy(
        name,
        open.map(({ element }) => element.name),
      );

      const { base } = top().element;
      const element = {
        name,
        attributes,
        base: baseOf(name, attributes, base, url),
        children: [],
        cut: false,
      };
      top().element.children.push(element);
      open.push({ element, written, scope });
    },
    ontext(text: string): void {
      top().element.children.push(verbatim ? text : decodeHTMLStrict(text));
    },
    oncdatastart(): void {
      verbatim = true;
    },
    oncdataend(): void {
      verbatim = false;
    },
    onclosetag(written: string, implied: boolean): void {
      depth -= 1;
      // An implied end is that of `<x/>`, or of an element within the one that ends.
      const index =
        implied && top().written !== written ? -1 : open.findLastIndex((one) => one.written === written);
      if (index !== -1) open.length = index;
    },
    finished(): FeedElement {
      for (const { element } of open) element.cut = true;
      return root;
    },
  };
}

function tooDeep(url: string): ReadFailure {
  return new ReadFailure('too-deep', `${url} is nested more than ${maxDepth} levels deep`);
}

function decoded(attribs: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(attribs).map(([name, value]) => [name.toLowerCase(), decodeHTMLStrict(value).trim()]),
  );
}

/** CDF has a name of its own for it. */
function baseOf(
  name: string,
  attributes: ReadonlyMap<string, string>,
  outer: string | null,
  url: string,
): string | null {
  const own = attributes.get('xml:base') ?? (name === 'channel' ? attributes.get('base') : undefined);
  return (own && URL.parse(own, outer ?? url)?.href) || outer;
}

const entries = /^(?:atom:)?(?:item|entry)$/;
/** Elements that hold a line and never another element of an entry. */
const lines =
  /^(?:atom:)?(?:title|link|guid|id|pubdate|published|updated|issued|modified)$|^dc:(?:date|title)$/;
const ofEntries =
  /^(?:atom:)?(?:title|link|guid|id|pubdate|published|updated|issued|modified|summary|content|description)$|^(?:dc|content):/;

/**
 * Where the open elements are cut when `name` opens, as their end tags were forgotten: an entry ends the one
 * before it, an element of an entry a title or a link that is still open.
 */
function firstEndedBy(name: string, open: readonly string[]): number {
  const entry = entries.test(name) ? open.findIndex((one) => entries.test(one)) : -1;
  if (entry !== -1) return entry;
  const last = open.at(-1) ?? '';
  return ofEntries.test(name) && lines.test(last) ? open.length - 1 : open.length;
}

/** Elements by name. */
export type Parts = ReadonlyMap<string, FeedElement[]>;

/** The direct children of an element, and those of a group, without one that the end of the feed cut off. */
export function partsOf(element: FeedElement): Parts {
  const parts = new Map<string, FeedElement[]>();
  const whole = ({ children }: FeedElement) =>
    children.filter((child) => typeof child !== 'string').filter(({ cut }) => !cut);
  for (const child of whole(element).flatMap((one) => (one.name === 'media:group' ? whole(one) : one))) {
    const same = parts.get(child.name);
    if (same) same.push(child);
    else parts.set(child.name, [child]);
  }
  return parts;
}
