import { Buffer } from 'node:buffer';
import { escapeUTF8 } from 'entities';
import { ReadFailure } from '../../domain/failure.ts';
import { decode } from '../../fetch/charset.ts';
import { undoubled } from '../../fetch/double-encoding.ts';
import { oneLine, plainText } from '../html.ts';
import type { FeedElement } from './feed-tree.ts';

/** The text of an element and all within it, as it stands. */
export function rawText({ children }: FeedElement): string {
  return children
    .map((child) => (typeof child === 'string' ? child : rawText(child)))
    .join('')
    .trim();
}

/**
 * What a reader sees of a title or a text: plain, one paragraph a line.
 *
 * Atom says what its texts are in (RFC 4287, 3.1.1; Atom 0.3 with media types and modes); RSS never does: there a
 * text is HTML where it has a tag or a reference of HTML in it.
 */
export function shownText(element: FeedElement, atom: boolean): string {
  const { html, value } = atom ? atomText(element) : guessed(element);
  // References, too, may spell UTF-8 that was read as Latin-1: "&#226;&#128;&#166;".
  const text = undoubled(value);
  return html ? shownHtml(text) : lines(text);
}

/** The same of HTML. Empty where it is nested too deep to be read, so that one entry costs no other. */
export function shownHtml(html: string): string {
  try {
    return plainText(asText(html), 'An entry');
  } catch (failure) {
    if (failure instanceof ReadFailure && failure.reason === 'too-deep') return '';
    throw failure;
  }
}

/** What is chrome around an article, and left out there, is the publisher's own text in a feed. */
function asText(html: string): string {
  return html
    .replace(/(<\/?)(?:aside|footer|head|nav|title)(?![\w:-])/gi, '$1div')
    .replace(/<\/?(?:button|iframe|noscript|object|select|template)(?![\w:-])[^>]{0,1000}>/gi, '');
}

interface Markup {
  html: boolean;
  value: string;
}

function atomText(element: FeedElement): Markup {
  const type = (element.attributes.get('type') ?? '').toLowerCase();
  if (isBase64(element, type)) {
    return { html: type.includes('html'), value: decode(Buffer.from(rawText(element), 'base64')) };
  }
  if (element.children.some((child) => typeof child !== 'string')) return inner(element);
  return { html: type === 'html' || type === 'text/html', value: rawText(element) };
}

/** As Atom says by mode or media type, unless what is there is none. */
function isBase64(element: FeedElement, type: string): boolean {
  if (/[^\w+/=\s-]/.test(rawText(element))) return false;
  const mode = element.attributes.get('mode')?.toLowerCase();
  return mode === 'base64' || (mode === undefined && /\//.test(type) && !/^text\/|[+/]xml$/.test(type));
}

function guessed(element: FeedElement): Markup {
  const markup = element.children.map((child) => (typeof child === 'string' ? child : outer(child))).join('');
  // Some escape a whole CDATA section.
  const value = /^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/.exec(markup)?.[1] ?? markup;
  // Pictures and formulas are of elements of their own, which show nothing.
  const drawn = /<(?:math|svg)[\s>]/i.test(value);
  return { html: /[<&]/.test(value), value: drawn ? value : value.replace(noTag, '&lt;') };
}

/** A `<` that starts no element of HTML: "the <export> tag", "5 <6". */
const noTag = new RegExp(
  String.raw`<(?!\/?(?:${
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas caption center cite code ' +
    'col colgroup data dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form ' +
    'frame frameset h[1-6] head header hr html i iframe img input ins kbd label legend li link main map mark marquee menu ' +
    'meta nav nobr noframes noscript object ol option p param picture pre q rp rt ruby s samp script section select small ' +
    'source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title ' +
    'tr track tt u ul var video wbr xmp'
  }`.replaceAll(' ', '|') + String.raw`)(?![\w:-])|!--|!doctype\s[^<>]{1,300}>)`,
  'gi',
);

/** The markup within an element, under the names of HTML. */
function inner(element: FeedElement): Markup {
  return { html: true, value: element.children.map(outer).join('') };
}

function outer(child: FeedElement | string): string {
  if (typeof child === 'string') return escapeUTF8(child);
  const name = child.name.replace(/^.*:/, '');
  const attributes = [...child.attributes].map(([key, value]) => ` ${key}="${escapeUTF8(value)}"`).join('');
  const { value } = inner(child);
  return value === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${value}</${name}>`;
}

const longestOpening = 100;

/** The first sentence of a text, which stands for a title that is missing. */
export function opening(text: string): string {
  const [line = ''] = text.split('\n', 1);
  const sentence = /^.*?(?:[。！？]|[.!?](?=\s|$))/u.exec(line)?.[0] ?? line;
  if (sentence.length <= longestOpening) return sentence;
  return `${sentence.slice(0, longestOpening).replace(/\s+\S*$|[\ud800-\udbff]$/, '')}…`;
}

function lines(text: string): string {
  return text
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n');
}
