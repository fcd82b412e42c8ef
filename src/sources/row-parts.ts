import type { CheerioAPI } from 'cheerio/slim';
import type { RowSelectors } from '../domain/source.ts';
import type { Element, Node, Nodes } from './html.ts';
import { oneLine } from './html.ts';
import { dateShare } from './list-date.ts';

/** Said to screen readers and not shown, or not text. */
const unseen =
  'script, style, noscript, svg, .visually-hidden, .visuallyhidden, .sr-only, .screen-reader-text';

/** The parts of one row as its selectors find them; `link` may be the row itself. */
export interface RowParts {
  link: Nodes;
  title: string;
  /** Texts that may hold the date, the most trusted first. */
  dates: string[];
}

export function partsOf($: CheerioAPI, row: Element, selectors: RowSelectors): RowParts {
  const link = selectors.link ? within($, row, selectors.link) : $(row);
  const dates = dateTexts($, row, link, selectors);
  return { link, title: titleIn($, row, link, selectors), dates };
}

/**
 * Where a link leads: its address, or one written into its script, as in `onclick="location.href='/n/1.html'"`.
 * Calls that name no address, `view('123')`, lead where `call` says, else nowhere.
 */
export function hrefOf(link: Nodes, { call }: Pick<RowSelectors, 'call'> = {}): string | undefined {
  const href = link.attr('href')?.trim();
  if (call) {
    const [, name] = call.pattern.exec(`${href ?? ''} ${link.attr('onclick') ?? ''}`) ?? [];
    return name && call.url.replaceAll('$1', () => name);
  }
  if (href && !/^(?:javascript:|#)/i.test(href)) return href;
  const plain = link.attr('data-href') ?? link.attr('data-url');
  if (plain) return plain.trim();
  const script = link.attr('onclick') ?? href ?? '';
  return /['"]((?:https?:\/\/|\.{0,2}\/)[^'"\s]+|[\w./-]+\.(?:s?html?|aspx?|jsp|php|do|pdf)(?:\?[^'"\s]*)?)['"]/i.exec(
    script,
  )?.[1];
}

/** The texts of an element, those of different elements apart: "20 2026-11". */
export function wordsOf(nodes: Nodes, leaveOut: ReadonlySet<Node> = new Set()): string {
  const pieces: string[] = [];
  const collect = (node: Node): void => {
    if (leaveOut.has(node)) return;
    if (node.type === 'text') pieces.push(node.data);
    else if ('children' in node && !('name' in node && /^(?:script|style|noscript|svg)$/.test(node.name))) {
      for (const child of node.children) collect(child);
    }
  };
  for (const node of nodes.toArray()) collect(node);
  return oneLine(pieces.join(' '));
}

function within($: CheerioAPI, row: Element, selector: string): Nodes {
  return selector === ':scope' ? $(row) : $(selector, row).first();
}

function titleIn($: CheerioAPI, row: Element, link: Nodes, selectors: RowSelectors): string {
  const { title } = selectors;
  const place = title === undefined ? link : title === ':scope' ? $(row) : $(title, row);
  const texts = place.toArray().map((part) => shownText(row, $(part), selectors));
  const text = withoutDate(texts.join(' '), selectors);
  const full = oneLine(place.attr('title') ?? '');
  // The attribute where the text is cut, "关于对部分…", or missing; elsewhere it may say anything.
  const start = text.replace(/[\s.…]+$/, '');
  if (start === '') return full || text;
  const goesOn = full.startsWith(start) && (start !== text || !hint.test(full.slice(start.length)));
  return (goesOn ? full : text).replace(fileNote, '');
}

/** What kind of file a link leads to and how large it is: "(PDF, 120 kB, 20.11.2026)". */
const fileNote =
  /\s*[[(（]\s*(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|zip|ofd|hwpx?)\b[^()（）[\]]{0,40}?\d\s?[kmg]i?[bo][^()（）[\]]{0,24}[\])）]$/i;

/** What a `title` attribute says of the link, not of what it leads to. */
const hint =
  /\b(?:new|window|tab|opens?|external|pdf|abre|ventana|nueva|fenêtre|nouvelle|öffnet|fenster|finestra|venster)\b|新(?:しい|窗口|視窗|開|开)|外部|새\s?창/i;

function shownText(row: Element, place: Nodes, { date, without }: RowSelectors): string {
  const inner = [unseen, without ?? '', ...[date ?? []].flat()].filter((each) => each && each !== ':scope');
  const extra = place.find(inner.join(', '));
  // A date that stands around the title is not inside it.
  const cut = new Set<Node>(extra.toArray());
  if (cut.size === 0) return oneLine(place.text());
  const copy = place.clone();
  copy.find(inner.join(', ')).remove();
  return oneLine(copy.text()) || (row === place[0] ? '' : oneLine(place.text()));
}

/**
 * Where the date stands in the link's own text, it opens or closes it: "2026-11-20 关于…", "Notice (11-20)",
 * "報道発表（令和8年11月20日）".
 */
function withoutDate(text: string, { date, link }: RowSelectors): string {
  if (!date || (date !== link && !(date === ':scope' && link === undefined))) return text;
  const [bracket = '', inner = ''] = lastBracket.exec(text) ?? [];
  if (onlyDate.test(inner) && dateShare(inner, 'dmy') === 3) return oneLine(text.slice(0, -bracket.length));
  const [, before, after] = edgeDate.exec(text) ?? [];
  const edge = before ?? after;
  if (!edge || dateShare(edge, 'dmy') < 2) return text;
  return oneLine(before ? text.slice(before.length) : text.slice(0, -edge.length));
}

const lastBracket = /[\s|-]*[[(（【]([^[\]()（）【】]{6,24})[\])）】]$/u;
const onlyDate = /^(?:(?:令和|R)?\d[^\s]*(?: \S+){0,2}|\p{L}{3,10}\.? \d{1,2},? \d{4})$/u;
const edgeDate =
  /^([[(（【]?\d{1,4}\s?[-/.年月]\s?\d{1,2}(?:\s?[-/.月]\s?\d{1,4})?日?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?[\])）】]?[\s:：|-]*)|([\s|-]*[[(（【]?\d{1,4}\s?[-/.年月]\s?\d{1,2}(?:\s?[-/.月]\s?\d{1,4})?日?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?[\])）】]?)$/u;

function dateTexts(
  $: CheerioAPI,
  row: Element,
  link: Nodes,
  { date, beside, title }: RowSelectors,
): string[] {
  if (beside) return [besideText($, row, beside)];
  if (!date) return [];
  if (date === ':scope') {
    const apart = new Set<Node>(link.toArray().filter((node) => node !== row));
    if (title) for (const node of $(title, row).toArray()) apart.add(node);
    return [wordsOf($(row), apart)];
  }
  const places = [date].flat().map((selector) => within($, row, selector));
  const joined = places.map((place) => wordsOf(place)).join(' ');
  const [first] = places;
  return [joined, first?.attr('datetime') ?? '', first?.attr('content') ?? ''].filter((text) => text !== '');
}

/** The text between a row and the next element that holds a link, on one side. */
function besideText($: CheerioAPI, row: Element, side: 'before' | 'after'): string {
  const pieces: string[] = [];
  let node = side === 'after' ? row.next : row.prev;
  for (let steps = 0; node && steps < 8; steps += 1) {
    if ('name' in node && (node.name === row.name || $(node).find('a[href]').length > 0)) break;
    pieces.push('name' in node ? wordsOf($(node)) : node.type === 'text' ? node.data : '');
    node = side === 'after' ? node.next : node.prev;
  }
  return oneLine((side === 'after' ? pieces : pieces.reverse()).join(' '));
}
