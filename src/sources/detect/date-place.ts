import type { CheerioAPI } from 'cheerio/slim';
import type { DateOrder, RowSelectors } from '../../domain/source.ts';
import type { Node } from '../html.ts';
import { dateShare, isCalendarHeading } from '../list-date.ts';
import { partsOf, wordsOf } from '../row-parts.ts';
import { fieldsOf, sampleOf } from './fields.ts';
import { boxOf, type Group } from './groups.ts';
import type { Outline, Place } from './outline.ts';
import { stableClasses } from './outline.ts';
import { classesOf, plainName } from './row-selector.ts';

type DateSelectors = Pick<RowSelectors, 'date' | 'beside' | 'heading'>;

/**
 * Where the rows of a group carry their dates: in an element of theirs, in their text beside the link, in the
 * text around them, or under headings. Empty where nowhere, or only in the address.
 */
export function datePlace(
  $: CheerioAPI,
  group: Group,
  selectors: RowSelectors,
  outline: Outline,
  order: DateOrder,
): DateSelectors {
  const found = [
    ...inElement($, group, outline, order),
    { date: ':scope' },
    ...(selectors.link ? [{ date: selectors.link }] : []),
    ...sides($, group, order),
  ];
  let best: { selectors: DateSelectors; worth: number } = { selectors: {}, worth: 0 };
  for (const each of found) {
    const worth = worthOf($, group, { ...selectors, ...each }, order);
    if (worth > best.worth + 0.02) best = { selectors: each, worth };
  }
  if (best.worth >= 0.9) return best.selectors;
  // A day alone is worth a third, and nothing without its month.
  const part = best.worth > 0.25 ? best.selectors : {};
  const heading = headingAbove(group, outline, order, part);
  if (heading) return { ...part, heading };
  return best.worth > 0.45 ? best.selectors : {};
}

/** What follows one row precedes the next: the ends of the list tell on which side its dates are. */
function sides($: CheerioAPI, { rows }: Group, order: DateOrder): DateSelectors[] {
  const dated = (row: Place | undefined, beside: 'before' | 'after') =>
    row &&
    partsOf($, row.element, { row: '', beside }).dates.some(
      (words) => dateShare(words.slice(0, 120), order) > 0,
    );
  const [before, after] = [dated(rows[0], 'before'), dated(rows.at(-1), 'after')];
  // A term goes before its description, whatever follows the last one.
  if (before && (!after || rows[0]?.element.name === 'dd')) return [{ beside: 'before' }];
  return after ? [{ beside: 'after' }] : [];
}

/** The best element with a date; where it holds only a part, with the element that holds the rest. */
function inElement(
  $: CheerioAPI,
  { rows, links }: Group,
  outline: Outline,
  order: DateOrder,
): DateSelectors[] {
  const linkOf = new Map(rows.map((row, index) => [row, links[index]]));
  const [best, ...others] = fieldsOf($, rows, outline, (nodes, row) => {
    const words = wordsOf(nodes);
    if (words === '' || words.length > 60) return 0;
    const around = linkOf.get(row)?.place.element;
    const inTitle = nodes[0] === around;
    const share = Math.max(dateShare(words, order), dateShare(nodes.attr('datetime') ?? '', order));
    return inTitle || share === 0 ? 0 : share + labelWorth($, nodes, words) - words.length / 200;
  });
  if (!best) return [];
  if (best.worth > 2.2) return [{ date: best.selector }];
  const calendar = fieldsOf($, rows, outline, (nodes) => {
    const words = wordsOf(nodes);
    return words.length <= 20 && isCalendarHeading(words) && dateShare(words, order) < 3 ? 1 : 0;
  });
  const [first] = rows;
  const apart = (selector: string) => {
    const [one, other] = [best.selector, selector].map(
      (each) => first && outline.placeOf.get($(each, first.element).get(0) as Node),
    );
    return one && other && (one.end < other.order || other.end < one.order);
  };
  const pairs = [...others.slice(0, 6), ...calendar.slice(0, 6)]
    .filter(({ selector }) => apart(selector))
    .slice(0, 4)
    .map(({ selector }) => ({ date: [best.selector, selector] }));
  return [{ date: best.selector }, ...pairs];
}

/** Which of several dates is that of publication: by its label, its class, its column. */
function labelWorth($: CheerioAPI, nodes: ReturnType<CheerioAPI>, words: string): number {
  const node = nodes[0];
  const attributes =
    node && 'attribs' in node ? `${node.attribs.class ?? ''} ${node.attribs.itemprop ?? ''}` : '';
  const before = /^\W*\d/.test(words) && node?.prev && 'name' in node.prev ? wordsOf($(node.prev)) : '';
  const named = before.length <= 20 && !/\d{2}/.test(before) ? before : '';
  const label = `${words.slice(0, 40)} ${named} ${attributes} ${columnOf(nodes)}`;
  if (otherDate.test(label)) return -0.8;
  return publication.test(label) ? 0.4 : 0;
}

const publication =
  /发布|發布|公布日期|刊登|发稿|publi|posted|issued?\b|release|掲載|公表|등록|작성|veröffentlich|datum|fecha|tanggal|ngày ban hành/i;
const otherDate =
  /截止|截至|生效|实施|施行|更新|修改|成文|updat|modif|deadline|clos(?:ing|es)|effective|in force|expir|due|締切|施行日|마감|시행|gültig|vigor|vigencia|hiệu lực/i;

function columnOf(nodes: ReturnType<CheerioAPI>): string {
  const cell = nodes.closest('td');
  if (cell.length === 0) return '';
  const header = cell.closest('table').find('tr').first().children('th, td');
  return header.find('a').length > 0 && header.is('td') ? '' : wordsOf(header.eq(cell.index()));
}

/** How many rows of the sample get a date, whole or in part. */
function worthOf($: CheerioAPI, { rows }: Group, selectors: RowSelectors, order: DateOrder): number {
  const sample = sampleOf(rows);
  const shares = sample.map(({ element }) => {
    const { dates } = partsOf($, element, selectors);
    const inLink = selectors.date !== undefined && selectors.date === selectors.link;
    return Math.max(
      0,
      ...dates.map((words) => (inLink ? edgeShare(words, order) : dateShare(words.slice(0, 120), order))),
    );
  });
  return shares.reduce<number>((sum, share) => sum + share / 3, 0) / sample.length;
}

/** Within a title only a date that opens or closes it is the row's. */
function edgeShare(words: string, order: DateOrder): number {
  return Math.max(dateShare(words.slice(0, 14), order), dateShare(words.slice(-14), order)) >= 2 ? 2 : 0;
}

/** A selector for the elements above the rows that name their date, or its month or year. */
function headingAbove(
  { rows }: Group,
  outline: Outline,
  order: DateOrder,
  inRow: DateSelectors,
): string | null {
  const found = nearest(rows, outline.headings, boxOf(rows));
  const whole = inRow.date === undefined && inRow.beside === undefined;
  const fits = found.filter(({ words }) =>
    whole ? dateShare(words, order) === 3 : isCalendarHeading(words),
  );
  if (fits.length < rows.length * 0.8) return null;
  const [first] = fits;
  if (!first) return null;
  const { name, attribs } = first.place.element;
  const common = stableClasses(attribs.class).filter(
    (each) =>
      plainName.test(each) &&
      fits.every(({ place }) => classesOf(place.element.attribs.class).includes(each)),
  );
  if (fits.some(({ place }) => place.element.name !== name)) return null;
  const own =
    name +
    common
      .slice(0, 2)
      .map((each) => `.${each}`)
      .join('');
  const parent = first.place.parent?.element.name;
  return common.length > 0 || /^(?:h[1-6]|dt|caption|summary)$/.test(name) || !parent
    ? own
    : `${parent} > ${own}`;
}

/** For each row the last heading with a date before it that is in no row. */
function nearest(
  rows: readonly Place[],
  headings: Outline['headings'],
  box: Place | null,
): Outline['headings'] {
  const from = box?.parent?.order ?? 0;
  const dated = headings.filter(
    ({ calendar, place, words }) =>
      calendar && place.order > from && place.linkCount === 0 && words.length <= 40,
  );
  const found: Outline['headings'] = [];
  let at = 0;
  let last: Outline['headings'][number] | null = null;
  let open: Place | null = null;
  for (const row of rows) {
    for (; at < dated.length && (dated[at]?.place.order ?? 0) < row.order; at += 1) {
      const heading = dated[at];
      if (heading && !(open && heading.place.order <= open.end)) last = heading;
    }
    if (last) found.push(last);
    open = row;
  }
  return found;
}
