import type { CheerioAPI } from 'cheerio/slim';
import { ancestorsOf, type Line, type Node, type Nodes } from './html.ts';
import { isProse, isTitle } from './prose.ts';

/** Names of elements that hold no text of the page's own, as whole words of an id or class. */
const chromeName =
  /(?:^|[-_\s\d])(?:share|sharing|social|foot(?:er)?|copyright|nav(?:bar|igation)?|menu|bread(?:crumb)?s?|crumbs?|related|recommend(?:ed)?|comments?|statement|disclaimer|cookies?|feedback|rating|skip|sidebar|side|hot|tuijian|ewm|qr(?:code)?|search|login|banner|copy)(?:$|[-_\s\d])/i;

/**
 * The element that holds nearly all the sentences of a page under its title; null where there are none. From the top,
 * the way leads into whatever part holds four fifths of the sentences, until they are spread over several.
 *
 * @param all - The lines of the page.
 */
export function densestOf($: CheerioAPI, all: Line[], title: string): Nodes | null {
  const root = $.root()[0];
  if (!root) return null;
  const lines = underTitle(all, title);
  const heading = lines === all ? null : (all[all.length - lines.length - 1]?.block ?? null);
  const whole = new Set(ancestorsOf(heading));
  const weights = weigh(root, lines.filter(isProse), whole);
  if (!weights.get(root)) return null;

  const at = innermost(root, weights, whole);
  const alone = lines.filter(({ block }) => block === at).length === 1;
  return $(alone && at.parent && 'name' in at && at.name !== 'td' ? at.parent : at);
}

/** The lines after the one that is the title; all of them where none is, or where no sentence follows it. */
function underTitle(lines: Line[], title: string): Line[] {
  const at = lines.findIndex((line) => isTitle(line, title));
  const under = at === -1 ? lines : lines.slice(at + 1);
  return under.some(isProse) ? under : lines;
}

/**
 * How many characters of sentences each element holds; those that name themselves chrome hold none. But a page may
 * call all of itself "with-sidebar": what holds the title as well, or half of everything, is not believed.
 */
function weigh(root: Node, prose: readonly Line[], whole: ReadonlySet<Node>): Map<Node, number> {
  const own = new Map<Node, number>();
  for (const { block, text } of prose) own.set(block ?? root, (own.get(block ?? root) ?? 0) + text.length);

  const all = sums(root, own, () => false);
  const half = (all.get(root) ?? 0) / 2;
  const isAround = (node: Node) => (whole.size > 0 ? whole.has(node) : (all.get(node) ?? 0) >= half);
  return sums(root, own, (node) => isNamedChrome(node) && !isAround(node));
}

/** What each element holds itself and in its children, but nothing for those that are left out. */
function sums(
  root: Node,
  own: ReadonlyMap<Node, number>,
  isLeftOut: (node: Node) => boolean,
): Map<Node, number> {
  const held = new Map<Node, number>();
  const sum = (node: Node): number => {
    if (isLeftOut(node)) return 0;
    let total = own.get(node) ?? 0;
    for (const child of childrenOf(node)) total += sum(child);
    if (total > 0) held.set(node, total);
    return total;
  };
  sum(root);
  return held;
}

/** What holds the title too has its rivals beside it, not within the text: half is enough then. */
function innermost(node: Node, weights: ReadonlyMap<Node, number>, whole: ReadonlySet<Node>): Node {
  const weight = weights.get(node) ?? 0;
  const inner = childrenOf(node).find(
    (child) => (weights.get(child) ?? 0) >= weight * (whole.has(child) ? 0.5 : 0.8),
  );
  return inner ? innermost(inner, weights, whole) : node;
}

function isNamedChrome(node: Node): boolean {
  return 'attribs' in node && chromeName.test(`${node.attribs.id ?? ''} ${node.attribs.class ?? ''}`);
}

const childrenOf = (node: Node): Node[] => ('children' in node ? node.children : []);
