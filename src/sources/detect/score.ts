import type { CheerioAPI } from 'cheerio/slim';
import type { Row } from '../../domain/item.ts';
import type { RowSelectors } from '../../domain/source.ts';
import { wordsOf } from '../row-parts.ts';
import { asideHeading } from './chrome.ts';
import { boxOf, type Group, middle, width } from './groups.ts';
import type { Outline } from './outline.ts';

/** One reason for or against a list being the one that the page is for. */
export interface Reason {
  points: number;
  says: string;
}

/** What a list is judged by: the elements, how they are read, and the rows that gives. */
export interface Evidence {
  selectors: RowSelectors;
  $: CheerioAPI;
  outline: Outline;
  group: Group;
  rows: readonly Row[];
  /** Of the page. */
  url: string;
}

/** Why a list is or is not the page's own, a table of what was measured on pages of ministries. */
export function reasonsFor(evidence: Evidence): Reason[] {
  return measures
    .map((measure) => measure(evidence))
    .filter((reason): reason is Reason => reason !== null && Math.abs(reason.points) >= 0.05)
    .map(({ points, says }) => ({ points: Math.round(points * 10) / 10, says }));
}

type Measure = (evidence: Evidence) => Reason | null;

const measures: readonly Measure[] = [
  ({ rows }) => ({ points: 2.5 * Math.log2(Math.min(rows.length, 40)), says: `${rows.length} rows` }),

  ({ rows }) => {
    const dated = rows.filter(({ published }) => published !== null).length;
    if (dated === 0) return { points: -3, says: 'no row has a date' };
    return { points: (10 * dated) / rows.length, says: `${dated} of ${rows.length} rows have a date` };
  },

  ({ selectors: { heading, beside } }) =>
    heading || beside ? { points: -3, says: 'the dates stand outside the rows' } : null,

  ({ rows }) => {
    const days = new Set(rows.map(({ published }) => published?.on));
    if (rows.length < 4 || days.size > 1 || days.has(undefined)) return null;
    return { points: -3, says: 'all rows have the same date' };
  },

  ({ rows }) => {
    const length = middle(rows.map(({ title }) => width(title)));
    const points = length < 10 ? -6 : length < 18 ? -1 : Math.min(length, 60) / 10;
    return { points, says: `titles are ${length < 18 ? 'short' : 'of the length of titles'} (${length})` };
  },

  ({ rows }) => {
    const titles = new Set(rows.map(({ title }) => title)).size;
    return titles > rows.length * 0.8 ? null : { points: -6, says: `only ${titles} different titles` };
  },

  ({ rows }) => {
    const shapes = new Map<string, number>();
    for (const { url } of rows) shapes.set(shapeOf(url), (shapes.get(shapeOf(url)) ?? 0) + 1);
    const [shape = '', most = 0] = [...shapes].sort((a, b) => b[1] - a[1])[0] ?? [];
    const numbered = shape.includes('0') ? 2 : 0;
    if (most < rows.length * 0.6) return null;
    return { points: (2 + numbered) * (most / rows.length), says: `${most} addresses are alike: ${shape}` };
  },

  ({ rows, url }) => {
    const folder = new URL('./', url).pathname.replace(/\/index\/$/, '/');
    const below = rows.filter((row) => new URL(row.url).pathname.startsWith(folder)).length;
    if (folder === '/' || below < rows.length * 0.5) return null;
    return { points: (3 * below) / rows.length, says: `${below} addresses are below the page's own` };
  },

  ({ rows, url }) => {
    const away = rows.filter((row) => siteOf(row.url) !== siteOf(url)).length;
    return away === 0 ? null : { points: (-5 * away) / rows.length, says: `${away} lead to other sites` };
  },

  ({ group }) => {
    const others = middle(group.rows.map((row) => new Set(row.links.map(({ key }) => key)).size)) - 1;
    return others <= 1 ? null : { points: -2.5 * others, says: `rows have ${others + 1} different links` };
  },

  ({ group }) => {
    const idle = group.links.filter((link) => link.idle).length / group.links.length;
    return idle < 0.5 ? null : { points: -1, says: 'the links do not say what they lead to' };
  },

  ({ group }) => chromeReason(group),

  ({ group }) =>
    group.rows.every(({ main }) => main) ? { points: 2, says: "in the page's main part" } : null,

  ({ group, outline }) => {
    const last = group.rows.at(-1);
    const box = boxOf(group.rows);
    if (!last || !box) return null;
    const near = outline.pagers.some(
      (pager) => pager.order > last.order && pager.order <= (box.parent?.parent ?? box.parent ?? box).end,
    );
    return near ? { points: 4, says: 'a pager follows' } : null;
  },

  ({ $, group, outline }) => {
    const title = titleAbove($, group, outline);
    return title && asideHeading.test(title) ? { points: -9, says: `it is titled "${title}"` } : null;
  },

  ({ group, outline }) => {
    const share = group.rows.length / Math.max(1, outline.links.filter(({ place }) => !place.chrome).length);
    return {
      points: 3 * Math.min(1, share),
      says: `${Math.round(100 * Math.min(1, share))} % of the page's links outside menus`,
    };
  },
];

/** An address without what differs from row to row: figures as 0, the last part as a star. */
function shapeOf(url: string): string {
  const { host, pathname, search } = new URL(url);
  const path = pathname.replace(/[0-9a-f]{8,}/gi, '0').replace(/\d+/g, '0');
  const last = /\d/.test(pathname.slice(pathname.lastIndexOf('/'))) || search !== '';
  return host + (last ? path : path.replace(/[^/]+\/?$/, '*'));
}

/** The last parts of a host, which the sites of one ministry share. */
function siteOf(url: string): string {
  return new URL(url).hostname
    .split('.')
    .slice(-3)
    .join('.')
    .replace(/^www\./, '');
}

function chromeReason({ rows }: Group): Reason | null {
  const menu = rows.filter(({ chrome }) => chrome === 'menu').length;
  const aside = rows.filter(({ chrome }) => chrome === 'aside').length;
  if (menu > rows.length / 2) return { points: -14, says: 'in a menu, header or footer' };
  return aside > rows.length / 2 ? { points: -9, says: 'beside the main part' } : null;
}

/** The heading right above a list, in its own box. */
function titleAbove($: CheerioAPI, group: Group, outline: Outline): string | null {
  const box = boxOf(group.rows);
  const first = group.rows[0];
  if (!box || !first) return null;
  const from = (box.parent ?? box).order;
  const above = outline.headings.filter(
    ({ place, calendar }) =>
      !calendar && place.order > from && place.order < first.order && place.linkCount <= 1,
  );
  const [last] = above.slice(-1);
  // A box that holds another list before has a title of its own; only the nearest one counts.
  const between =
    last && outline.links.some(({ place }) => place.order > last.place.end && place.order < first.order - 3);
  return last && !between ? wordsOf($(last.place.element)) : null;
}
