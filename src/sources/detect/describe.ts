import type { CheerioAPI } from 'cheerio/slim';
import type { DateOrder, RowSelectors } from '../../domain/source.ts';
import type { Element } from '../html.ts';
import { dateShare } from '../list-date.ts';
import { partsOf, wordsOf } from '../row-parts.ts';
import { idleWords, moreWords } from './chrome.ts';
import { datePlace } from './date-place.ts';
import { fieldsOf, sampleOf } from './fields.ts';
import { type Group, middle, width } from './groups.ts';
import { type Outline, type Place, stableClasses } from './outline.ts';
import { plainName, positionOf, selectorFor } from './row-selector.ts';

/** How a group's rows are read: what the page reader runs from then on. */
export function describe($: CheerioAPI, group: Group, outline: Outline, order: DateOrder): RowSelectors {
  const selectors: RowSelectors = { row: selectorFor($, group.rows, outline) };
  const link = linkSelector($, group, outline);
  if (link) selectors.link = link;
  const title = titleSelector($, group, outline);
  if (title) selectors.title = title;
  Object.assign(selectors, datePlace($, group, selectors, outline, order));
  const without = badges($, group, selectors);
  if (without) selectors.without = without;
  const written = orderOf($, group, selectors, order);
  if (written !== 'dmy') selectors.dateOrder = written;
  return selectors;
}

/** The plainest selector whose first match in the most rows is the link to what the row is about. */
function linkSelector($: CheerioAPI, { rows, links }: Group, outline: Outline): string | null {
  if (rows.every((row, index) => links[index]?.place === row)) return null;
  const pairs = sampleOf(rows.map((row, index) => ({ row, link: links[index] })));
  const candidates = new Set(['a[href]', 'a[href]:not(:has(img))']);
  for (const { row, link } of pairs.slice(0, 4)) {
    if (link) for (const each of waysTo(link.place, row)) candidates.add(each);
  }
  let best = { selector: 'a[href]', hits: 0 };
  for (const selector of candidates) {
    const hits = pairs.filter(({ row, link }) => {
      const [first] = $(selector, row.element).toArray();
      const found = first && outline.linkAt.get(first);
      return found && found.key === link?.key && (found.idle === link.idle || link.idle);
    }).length;
    if (hits > best.hits) best = { selector, hits };
  }
  return best.selector;
}

function waysTo(link: Place, row: Place): string[] {
  const { name, attribs } = link.element;
  const tag = name === 'a' ? 'a' : `${name}${attribs.onclick === undefined ? '[data-href]' : '[onclick]'}`;
  const ways = [...classNames(link)].map((each) => `${tag}.${each}`);
  for (let above = link.parent; above && above !== row; above = above.parent) {
    ways.push(...classNames(above).map((each) => `.${each} ${tag}`));
    if (/^(?:h[1-6]|strong|b|td|p|dt|dd)$/.test(above.element.name))
      ways.push(`${above.element.name} ${tag}`);
    if (above.parent === row)
      ways.push(`:scope > ${above.element.name}:nth-of-type(${positionOf(above)}) ${tag}`);
  }
  if (link.parent === row)
    ways.push(`:scope > ${tag}:nth-of-type(${positionOf(link)})`, `:scope > ${tag}:last-of-type`);
  return [...ways, tag];
}

function classNames({ element }: Place): string[] {
  return stableClasses(element.attribs.class)
    .filter((each) => plainName.test(each))
    .slice(0, 3);
}

const titled = /(?:^|[-_\s])(?:title|titles|tit|headline|heading|subject|name|bt|name)(?:$|[-_\s\d])/i;

/**
 * Where the title stands, if the link's text is not it: the link says "Download", or is a whole card with
 * summary and date in it.
 */
function titleSelector($: CheerioAPI, { rows, links }: Group, outline: Outline): string | null {
  const sample = sampleOf(links);
  const idle = sample.filter((link) => link.idle).length > sample.length / 2;
  const repeated = new Set(sample.map(({ words }) => words)).size < sample.length * 0.6;
  const card = sample.filter(({ place }) => isCard($, place)).length > sample.length / 2;
  // In a table a number may be the link, and its subject stand in another column.
  const length = middle(sample.map(({ words }) => width(words)));
  const coded = length < 14 && rows.every(({ element }) => element.name === 'tr');
  if (!idle && !repeated && !card && !coded) return null;

  const linkOf = new Map(rows.map((row, index) => [row, links[index]?.place]));
  const [best] = fieldsOf($, rows, outline, (nodes, row) => {
    const [node] = nodes.toArray();
    const place = node && outline.placeOf.get(node);
    const words = wordsOf(nodes);
    if (
      !place ||
      words.length < 4 ||
      !/\p{L}{2}/u.test(words) ||
      idleWords.test(words) ||
      moreWords.test(words)
    )
      return 0;
    const link = linkOf.get(row);
    if (idle && (place === link || place.links.length > 1)) return 0;
    if (coded && width(words) < 2.5 * length) return 0;
    if (card && link && (place === link || place.order < link.order || place.order > link.end)) return 0;
    if (dateShare(words, 'dmy') === 3 && words.length < 30) return 0;
    return titleWorth(place, words, nodes, card && !idle);
  });
  return best?.selector ?? null;
}

function titleWorth(place: Place, words: string, nodes: ReturnType<CheerioAPI>, early: boolean): number {
  const { name, attribs } = place.element;
  const direct = nodes
    .contents()
    .toArray()
    .some((node) => node.type === 'text' && node.data.trim().length > 1);
  const heading = /^h[1-6]$/.test(name) ? 60 : titled.test(attribs.class ?? '') ? 50 : 0;
  if (!direct && heading === 0) return 0;
  // A summary is longer than a title and comes after it; in a table the longest cell is the title.
  const length = early ? Math.min(width(words), 30) / 2 : Math.min(width(words), 200) / 5;
  return heading + length + (/^(?:strong|b)$/.test(name) ? 10 : 0);
}

/** Whether a link holds more than a title: headings, paragraphs, several blocks. */
function isCard($: CheerioAPI, { element }: Place): boolean {
  const link = $(element);
  if (link.find('h1, h2, h3, h4, h5, h6').length > 0)
    return wordsOf(link).length > wordsOf(link.find('h1, h2, h3, h4, h5, h6').first()).length;
  const shown = link.find('p, div, td, strong, span, em').filter((_, inner) => wordsOf($(inner)) !== '');
  const blocks = shown.filter('p, div, td').length;
  // "subject", "summary", "writer" side by side in one link.
  return blocks > 1 || (blocks + shown.filter('[class]').length > 2 && shown.is(namedTitle));
}

const namedTitle = (_: number, { attribs }: Element): boolean => titled.test(attribs.class ?? '');

const badge =
  /^[[(【]?(?:new!?|hot|top|新|最新|置顶|热|图|急|重要|neu|nuevo|nouveau|baru|mới|updated|신규|새글)[\])】]?$/i;

/** Marks like "NEW" inside the titles. */
function badges($: CheerioAPI, { rows }: Group, selectors: RowSelectors): string | null {
  const names = new Set<string>();
  for (const row of rows.slice(0, 40)) {
    const place = selectors.title
      ? $(selectors.title, row.element).first()
      : partsOf($, row.element, selectors).link;
    for (const node of place.find('span, em, i, b, font, sup, strong, small, label').toArray()) {
      if (!('attribs' in node) || !badge.test(wordsOf($(node)))) continue;
      const [first] = stableOrAny(node.attribs.class);
      names.add(first ? `${node.name}.${first}` : node.name);
    }
  }
  return names.size > 0 ? [...names].join(', ') : null;
}

function stableOrAny(classes: string | undefined): string[] {
  return (classes ?? '').split(/\s+/).filter((each) => plainName.test(each));
}

/** Which number is the day, where the dates themselves tell: one over twelve, or years of two digits that agree. */
function orderOf($: CheerioAPI, { rows }: Group, selectors: RowSelectors, order: DateOrder): DateOrder {
  const words = rows.slice(0, 60).flatMap(({ element }) => partsOf($, element, selectors).dates.slice(0, 1));
  const triples = words.flatMap((each) => {
    const match = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)/.exec(each);
    return match ? [match.slice(1).map(Number)] : [];
  });
  if (triples.length === 0) return order;
  const years = new Set(triples.map(([first]) => first));
  const last = new Set(triples.map(([, , third]) => third));
  if (
    triples.every(([, , third = 0]) => third < 32) &&
    years.size < last.size &&
    middle([...years].map(Number)) > 20
  )
    return 'ymd';
  if (triples.some(([first = 0]) => first > 12)) return 'dmy';
  return triples.some(([, second = 0]) => second > 12) ? 'mdy' : order === 'ymd' ? 'mdy' : order;
}
