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
  const shown = withRecords(html);
  assertShallow(shown, url);
  const $ = load(shown);
  gather($);
  return $;
}

/**
 * Columns of Hanweb's older sites (Jiangsu, Zhejiang, Shandong) carry their rows as records in a script, from which
 * `jpage.js` shows page after page: `<script type="text/xml"><datastore><recordset><record><![CDATA[<li>…`.
 */
function withRecords(html: string): string {
  const parts = html.split('<datastore>');
  const shown = parts.slice(1).map((part, index) => {
    const end = part.indexOf(storeEnd);
    const scripted = /<script\b[^<>]*>\s*$/i.test((parts[index] ?? '').slice(-200));
    if (end < 0 || !scripted) return `<datastore>${part}`;
    const rest = part.slice(end + storeEnd.length);
    return `</script><div class="datastore">${recordsIn(part.slice(0, end))}</div><script>${rest}`;
  });
  return [parts[0], ...shown].join('');
}

const storeEnd = '</datastore>';

/** Other parts of a store are addresses for its script. */
function recordsIn(store: string): string {
  const parts = store.split('<![CDATA[');
  return parts
    .slice(1)
    .filter((_, index) => /<record>\s*$/i.test((parts[index] ?? '').slice(-40)))
    .map((part) => part.split(']]>', 1)[0])
    .join('\n');
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

/** One line of a text and where it stands: what tells a sentence from a menu. */
export interface Line {
  text: string;
  /** How many of its characters are links, white space aside. */
  linked: number;
  /** The innermost block that holds it. */
  block: Node | null;
}

/**
 * The text under some nodes as a reader sees it: one paragraph a line, cells of a table apart,
 * hidden elements and the page's chrome left out.
 */
export function textOf(nodes: Nodes): string {
  return joined(linesOf(nodes));
}

export const joined = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n');

/** A node and all that it stands in, innermost first. */
export function ancestorsOf(node: Node | null): Node[] {
  const above: Node[] = [];
  for (let at = node; at; at = at.parent) above.push(at);
  return above;
}

/** The lines of {@link textOf}. */
export function linesOf(nodes: Nodes): Line[] {
  const writer = createWriter();
  for (const node of nodes.toArray()) collect(node, { block: null, link: false }, writer);
  return writer.end();
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

interface Place {
  block: Node | null;
  link: boolean;
}

interface Writer {
  write(text: string, place: Place): void;
  break(): void;
  end(): Line[];
}

function createWriter(): Writer {
  const lines: Line[] = [];
  let open: { pieces: string[]; linked: number; block: Node | null } | null = null;

  function close(): void {
    if (!open) return;
    const text = oneLine(open.pieces.join(''));
    if (text) lines.push({ text, linked: open.linked, block: open.block });
    open = null;
  }

  return {
    write(text, { block, link }) {
      open ??= { pieces: [], linked: 0, block };
      open.pieces.push(text);
      if (link) open.linked += text.replace(/\s+/g, '').length;
    },
    break: close,
    end() {
      close();
      return lines;
    },
  };
}

function collect(node: Node, place: Place, writer: Writer): void {
  if (node.type === 'text') {
    writer.write(unwrapped(node.data), place);
    return;
  }
  if (!('children' in node)) return;
  if (!('name' in node)) {
    for (const child of node.children) collect(child, place, writer);
    return;
  }
  if (skipped.has(node.name) || isHidden(node.attribs)) return;
  const isBlock = blocks.has(node.name);
  const isCell = node.name === 'td' || node.name === 'th';
  if (isBlock) writer.break();
  if (isCell) writer.write(' ', place);
  const within = {
    block: isBlock || isCell ? node : place.block,
    link: place.link || node.name === 'a',
  };
  for (const child of node.children) collect(child, within, writer);
  if (isBlock) writer.break();
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
