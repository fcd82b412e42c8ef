import { type Cheerio, type CheerioAPI, load } from 'cheerio/slim';
import { assertShallow } from '../fetch/nesting.ts';

/** A node of a parsed page: domhandler's AnyNode, which cheerio does not export. */
export type Node = Exclude<Parameters<typeof load>[0], string | Buffer | readonly unknown[]>;
export type Nodes = Cheerio<Node>;
export type Element = Extract<Node, { attribs: Record<string, string> }>;

/**
 * Parses a page or a part of one. `cheerio/slim` is htmlparser2 alone: half the time and memory of parse5,
 * and not quadratic on nested blocks.
 *
 * @throws {ReadFailure} `too-deep`, before parsing.
 */
export function loadHtml(html: string, url: string): CheerioAPI {
  assertShallow(html, url);
  const $ = load(html);
  gather($);
  return $;
}

/** More than a page has side by side outside its `<html>`: doctype, comments, stray text. */
const fewAtTop = 100;

/**
 * Puts what stands side by side at the top into one element. Every search through a page begins by comparing
 * each of these with each: 40,000 `<p>` cost seconds, within an element nothing.
 */
function gather($: CheerioAPI): void {
  const root = $.root()[0];
  if (!root || root.children.length <= fewAtTop) return;
  const [around] = $('<body></body>').toArray();
  if (!around || !('children' in around)) return;

  around.children = root.children;
  around.parent = root;
  for (const child of around.children) child.parent = around;
  root.children = [around];
}

/** What never belongs to a text: what is not shown, menus, controls, other documents. */
const skipped = new Set(
  'head title script style noscript template nav aside footer iframe object svg button input select textarea'.split(
    ' ',
  ),
);

const blocks = new Set(
  (
    'address article blockquote body br caption center dd details div dl dt fieldset figcaption figure form ' +
    'h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);

/**
 * The text under some nodes as a reader sees it: one paragraph a line, cells of a table apart,
 * hidden elements and the page's chrome left out.
 */
export function textOf(nodes: Nodes): string {
  const pieces: string[] = [];
  for (const node of nodes.toArray()) collect(node, pieces);
  return cleanLines(pieces.join(''));
}

/** The text of a fragment such as a feed's summary; of plain text, its lines. */
export function plainText(html: string, url: string): string {
  if (!/[<&]/.test(html)) return cleanLines(html);
  return textOf(loadHtml(html, url).root().contents());
}

function cleanLines(text: string): string {
  return text
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n');
}

/** White space of every kind collapsed, characters without width removed. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function collect(node: Node, pieces: string[]): void {
  if (node.type === 'text') {
    pieces.push(unwrapped(node.data));
    return;
  }
  if (!('children' in node)) return;
  if ('name' in node) {
    if (skipped.has(node.name) || isHidden(node.attribs)) return;
    if (blocks.has(node.name)) pieces.push('\n');
    if (node.name === 'td' || node.name === 'th') pieces.push(' ');
  }
  for (const child of node.children) collect(child, pieces);
  if ('name' in node && blocks.has(node.name)) pieces.push('\n');
}

/** A line break in the page's source is a space, and between Chinese characters not even that. */
function unwrapped(text: string): string {
  return text
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, (space) => (space.includes('\n') ? '' : space))
    .replaceAll(/[\r\n]+/g, ' ');
}

function isHidden(attributes: Record<string, string>): boolean {
  return 'hidden' in attributes || /display\s*:\s*none/i.test(attributes.style ?? '');
}
