import type { CheerioAPI } from 'cheerio/slim';
import { canonicalUrl } from '../aliases.ts';
import { type Element, type Node, oneLine } from '../html.ts';
import { isCalendarHeading } from '../list-date.ts';
import { hrefOf, wordsOf } from '../row-parts.ts';
import { type Chrome, chromeOf, idleWords, moreWords } from './chrome.ts';

/** An element of a page with what the search for lists needs to know of it. */
export interface Place {
  element: Element;
  parent: Place | null;
  depth: number;
  /** In document order; `end` is that of the last element in it. */
  order: number;
  end: number;
  /** The same for elements whose ancestors have the same tags, classes and ids, numbers left out. */
  path: string;
  chrome: Chrome | null;
  /** In `main`, `article` or what calls itself content. */
  main: boolean;
  /** The links in it, up to {@link linksKept}; `linkCount` counts all. */
  links: Link[];
  linkCount: number;
}

export interface Link {
  place: Place;
  /** Absolute, canonical. */
  key: string;
  url: string;
  /** Its text, or its `title` attribute. */
  words: string;
  /** In a heading, and so a title. */
  headed: boolean;
  /** Says what is done with it, not what it leads to: "Download". */
  idle: boolean;
}

/** A heading, or a short text that could be one or names a date. */
export interface Heading {
  place: Place;
  words: string;
  calendar: boolean;
  titles: boolean;
}

export interface Outline {
  places: Place[];
  links: Link[];
  linkAt: ReadonlyMap<Node, Link>;
  headings: Heading[];
  /** Links to further pages: "2", "Next". */
  pagers: Place[];
  placeOf: ReadonlyMap<Node, Place>;
}

type Draft = Outline & { placeOf: Map<Node, Place>; linkAt: Map<Node, Link> };

/** A row has no more links than this. */
export const linksKept = 12;
const rowsDeep = 14;

/** One walk over a parsed page. `baseOf` says what an address in it is relative to, `url` is its own. */
export function outlineOf($: CheerioAPI, baseOf: (href: string) => string, url: string): Outline {
  const outline = {
    places: [],
    links: [],
    headings: [],
    pagers: [],
    placeOf: new Map(),
    linkAt: new Map(),
  } satisfies Draft as Draft;
  const own = canonicalUrl(url);

  const visit = (element: Element, parent: Place | null): void => {
    if (skipped.has(element.name)) return;
    const place = placeFor(element, parent, outline.places.length);
    outline.places.push(place);
    outline.placeOf.set(element, place);
    for (const child of element.children) if ('attribs' in child) visit(child, place);
    place.end = outline.places.length - 1;
    noteLink($, place, baseOf, own, outline);
    noteHeading($, place, outline);
  };
  for (const node of $.root().contents().toArray()) if ('attribs' in node) visit(node, null);
  outline.headings.sort((a, b) => a.place.order - b.place.order);
  return outline;
}

const skipped = new Set('script style noscript template head svg select iframe object'.split(' '));
const mainNames = /(?:^|[^a-z])(?:main|content|article|list|con|conlist|news|result)/i;

function placeFor(element: Element, parent: Place | null, order: number): Place {
  const names = `${element.attribs.id ?? ''} ${element.attribs.class ?? ''}`;
  const main =
    /^(?:main|article)$/.test(element.name) || element.attribs.role === 'main' || mainNames.test(names);
  return {
    element,
    parent,
    depth: (parent?.depth ?? -1) + 1,
    order,
    end: order,
    path: `${parent?.path ?? ''}>${labelOf(element)}`,
    // A header that is never closed holds the whole page.
    chrome: chromeOf(element) ?? (isMain(element) ? null : (parent?.chrome ?? null)),
    main: main || (parent?.main ?? false),
    links: [],
    linkCount: 0,
  };
}

function isMain({ name, attribs }: Element): boolean {
  return (
    name === 'main' || attribs.role === 'main' || /^(?:main|content|main-?content)$/i.test(attribs.id ?? '')
  );
}

function labelOf({ name, attribs }: Element): string {
  const id = attribs.id ? `#${attribs.id.replace(/\d+/g, '0')}` : '';
  return (
    name +
    id +
    stableClasses(attribs.class)
      .map((each) => `.${each.replace(/\d+/g, '0')}`)
      .sort()
      .join('')
  );
}

/** Classes that tell kinds of elements apart, not one row from the next. */
export function stableClasses(classes: string | undefined): string[] {
  return (classes ?? '').split(/\s+/).filter((each) => each !== '' && !passing.test(each));
}

const passing =
  /\d{3,}|^(?:.*[-_])?(?:first|last|odd|even|active|current|cur|on|new|hot|sticky|selected|promoted|unread|alt|(?:row|item|col|li|n)?\d+)$/i;

function noteLink(
  $: CheerioAPI,
  place: Place,
  baseOf: (href: string) => string,
  own: string,
  outline: Draft,
): void {
  const { element } = place;
  const scripted = 'onclick' in element.attribs || 'data-href' in element.attribs;
  if (element.name !== 'a' && !scripted) return;
  const link = $(element);
  const href = hrefOf(link);
  if (!href || !URL.canParse(href, baseOf(href))) return;
  const url = new URL(href, baseOf(href));
  if (!/^https?:$/.test(url.protocol)) return;
  const key = canonicalUrl(url.href);
  const words = wordsOf(link) || oneLine(element.attribs.title ?? '');
  if (/^(?:\d{1,4}|.{0,3}(?:下一页|下页|次へ|다음|next|siguiente|suivant).{0,8})$/i.test(words))
    outline.pagers.push(place);
  if (key === own || (words !== '' && moreWords.test(words))) return;

  const found = {
    place,
    key,
    url: url.href,
    words,
    headed: isHeaded(place),
    idle: words === '' || idleWords.test(words),
  };
  outline.links.push(found);
  outline.linkAt.set(element, found);
  let above: Place | null = place;
  for (let level = 0; above && level < rowsDeep; level += 1, above = above.parent) {
    above.linkCount += 1;
    if (above.links.length < linksKept) above.links.push(found);
  }
}

function isHeaded({ element, parent }: Place): boolean {
  if (/^h[1-6]$/.test(parent?.element.name ?? '') || /^h[1-6]$/.test(parent?.parent?.element.name ?? ''))
    return true;
  return element.children.some((child) => 'name' in child && /^h[1-6]$/.test(child.name));
}

const headingTags = /^(?:h[1-6]|dt|th|caption|legend|summary)$/;
const headingNames =
  /(?:^|[-_\s])(?:tit|title|hd|head|heading|caption|bt|month|year|date|day)(?:$|[-_\s\d])/i;
const headingLike = /^(?:p|div|strong|b|span|td|time|em|font|li)$/;

function noteHeading($: CheerioAPI, place: Place, outline: Outline): void {
  const { name, attribs } = place.element;
  const named = headingTags.test(name) || headingNames.test(attribs.class ?? '');
  if ((!named && !headingLike.test(name)) || place.linkCount > 2 || place.end - place.order > 6) return;
  const words = wordsOf($(place.element));
  if (words === '' || words.length > 40) return;
  const calendar = isCalendarHeading(words) || /^\D{0,3}\d{1,4}[-/.]\d{1,2}/.test(words);
  if (named || calendar)
    outline.headings.push({ place, words, calendar, titles: /^h[1-6]$|caption|legend/.test(name) });
}
