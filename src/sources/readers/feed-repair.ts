import { tagsOf } from '../../fetch/tags.ts';

/** The elements that a feed may start with: RSS, Atom, RDF, CDF, and an Atom entry by itself. */
const roots: ReadonlySet<string> = new Set(['rss', 'feed', 'rdf', 'channel', 'entry']);

/** What a broken script prints before the feed it goes on to give. */
const inline: ReadonlySet<string> = new Set('b br font i p pre small strong'.split(' '));

/** Whether a text is a feed in XML, by its first element. Cheap: it stops there. */
export function hasFeedRoot(text: string): boolean {
  for (const { name, ends } of tagsOf(text, true)) {
    const local = name.toLowerCase().replace(/^[^:]*:/, '');
    if (roots.has(local)) return !ends;
    if (!inline.has(local)) return false;
  }
  return false;
}

/**
 * What feeds get wrong before a tree can be made of them: text before the first element, control characters,
 * a bare `<`. Of a DOCTYPE, its simple entities are put in where they stand; the rest is dropped, so that no
 * entity is ever expanded within another.
 */
export function repaired(text: string): string {
  const xml = text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\u0080-\u009f]/g, inWindows1252)
    .replace(/^[^<]+/, '');
  const { rest, entities } = withoutDoctype(xml);
  let room = maxGrowth;
  return rest.replace(unclear, (found, name?: string) => {
    if (found === '<') return '&lt;';
    const value = name === undefined ? undefined : entities.get(name);
    if (value === undefined || room < value.length) return found;
    room -= value.length;
    return value;
  });
}

const windows1252 = new TextDecoder('windows-1252');

/** What a control character of Unicode was meant to be: its number is that of a quotation mark or a dash in Windows. */
function inWindows1252(control: string): string {
  return windows1252.decode(Uint8Array.of(control.charCodeAt(0)));
}

/** CDATA and comments, to be passed over; a `<` that starts no tag; a reference to an entity by name. */
const unclear =
  /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<(?=[\s\d<=>&;,.)-]|$)|&([\w.-]{1,40});/g;

const doctype = /<!DOCTYPE[^[>]*(?:\[([\s\S]*?)\]\s*)?>/iy;
const declaration = /<!ENTITY\s+([\w.-]{1,40})\s+(?:"([^"%]{1,200})"|'([^'%]{1,200})')\s*>/g;
const maxEntities = 500;
/** What entities may add to a feed, in characters. */
const maxGrowth = 200_000;

function withoutDoctype(xml: string): { rest: string; entities: Map<string, string> } {
  const entities = new Map<string, string>();
  doctype.lastIndex = startOf(xml);
  const found = doctype.exec(xml);
  if (!found) return { rest: xml, entities };
  const [whole, declarations = ''] = found;
  for (const [, name = '', double, single] of declarations.matchAll(declaration)) {
    const value = double ?? single ?? '';
    // An entity made of others is how a short feed becomes an endless one.
    if (/&(?!#|(?:amp|lt|gt|quot|apos);)/.test(value) || entities.size >= maxEntities) continue;
    entities.set(name, value);
  }
  return { rest: xml.slice(0, found.index) + xml.slice(found.index + whole.length), entities };
}

/** Where a DOCTYPE is looked for, once: at what comes first, comments aside. Further on it is somebody's text. */
function startOf(xml: string): number {
  for (const { 0: found, index } of xml.matchAll(/<!--[\s\S]*?(?:-->|$)|<(?:!DOCTYPE|[a-z])/gi)) {
    if (!found.startsWith('<!--')) return index;
  }
  return 0;
}
