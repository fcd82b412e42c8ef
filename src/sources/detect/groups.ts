import type { CheerioAPI } from 'cheerio/slim';
import { wordsOf } from '../row-parts.ts';
import type { Heading, Link, Outline, Place } from './outline.ts';
import { stableClasses } from './outline.ts';

/** Elements that are built alike and lead somewhere each: perhaps the rows of a list. */
export interface Group {
  rows: Place[];
  /** Of each row, the link that leads to what it is about. */
  links: Link[];
}

/** What lists look like from afar: dates of any shape, without reading them. */
const dated =
  /\d{4}\s*[-/.年]\s*\d{1,2}|(?<!\d)\d{1,2}\s?[-/.月]\s?\d{1,2}(?!\d)|\d{1,2}[\s.,]+(?:de )?\p{L}{3,10}[\s.,]+(?:de )?20\d\d|\p{L}{3,10}\.? \d{1,2}, 20\d\d|^\d{1,2} \p{L}{3}/iu;

/**
 * All groups of elements with the same path, with any class of their own or without regard to them, that hold
 * at least two different links; several descriptions of one list among them.
 */
export function groupsIn($: CheerioAPI, outline: Outline): Group[] {
  return allGroups($, outline).filter(({ links }) => new Set(links.map(({ key }) => key)).size >= 2);
}

/** The one row of a list that is known to be one. */
export function loneRows($: CheerioAPI, outline: Outline): Group[] {
  return allGroups($, outline).filter(({ rows: [row] }) =>
    /^(?:li|tr|dd|article)$/.test(row?.element.name ?? ''),
  );
}

function allGroups($: CheerioAPI, outline: Outline): Group[] {
  const byKey = new Map<string, Place[]>();
  for (const place of outline.places) {
    if (place.linkCount === 0 || place.linkCount > place.links.length || place.parent === null) continue;
    const { name, attribs } = place.element;
    const key = `${place.parent.path}>${name}`;
    for (const each of [
      key,
      ...stableClasses(attribs.class)
        .slice(0, 5)
        .map((own) => `${key}.${own}`),
    ]) {
      const rows = byKey.get(each);
      if (rows) rows.push(place);
      else byKey.set(each, [place]);
    }
  }
  return [...byKey.values()].flatMap((rows) => {
    const group = groupOf(rows);
    return group ? separate(datedPart($, group), outline.headings) : [];
  });
}

function groupOf(rows: Place[]): Group | null {
  const shared = counted(rows.map((row) => row.links.map(({ key }) => key)));
  const repeated = counted(rows.map((row) => row.links.map(({ words }) => words)));
  // What several rows lead to is their category, what several say is no title.
  const often = rows.length > 4 ? Math.max(2, rows.length / 5) : 2;
  const usual = middle(rows.map(linksIn));
  const kept: Group = { rows: [], links: [] };
  for (const row of rows) {
    if (linksIn(row) > Math.max(3, 2 * usual + 1)) continue;
    const own = row.links.filter(({ key }) => (shared.get(key) ?? 0) < often);
    const link = mainLink(own.length > 0 ? own : row.links, (words) => (repeated.get(words) ?? 0) > often);
    if (!link) continue;
    kept.rows.push(row);
    kept.links.push(link);
  }
  return kept.rows.length > 0 ? kept : null;
}

function linksIn({ links }: Place): number {
  return new Set(links.map(({ key }) => key)).size;
}

/** In how many of the lists each word stands. */
function counted(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const each of new Set(list)) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

/** Of several that say nothing the first: the others lead to other languages and formats. */
function mainLink(links: readonly Link[], isRepeated: (words: string) => boolean): Link | undefined {
  const worth = ({ words, headed, idle }: Link) =>
    idle || isRepeated(words) ? 0 : Math.min(words.length, 80) + (headed ? 40 : 0);
  let best: Link | undefined;
  for (const link of links) if (!best || worth(link) > worth(best)) best = link;
  return best;
}

/** Without the neighbours of a list that are built like it, but of whose rows none has a date where its have. */
function datedPart($: CheerioAPI, group: Group): Group {
  if (new Set(group.rows.map(({ parent }) => parent)).size < 2) return group;
  const withDate = new Map<Place | null, boolean[]>();
  const isDated = group.rows.map((row) => dated.test(wordsOf($(row.element)).slice(0, 400)));
  group.rows.forEach(({ parent }, index) => {
    withDate.set(parent, [...(withDate.get(parent) ?? []), isDated[index] ?? false]);
  });
  const share = (parent: Place | null) => {
    const rows = withDate.get(parent) ?? [];
    return rows.filter(Boolean).length / rows.length;
  };
  const kept = group.rows.flatMap(({ parent }, index) => (share(parent) > 0 ? [index] : []));
  const rows = kept.filter((index) => isDated[index]).length;
  if (kept.length < 2 || kept.length === group.rows.length || rows < kept.length * 0.9) return group;
  return { rows: pick(group.rows, kept), links: pick(group.links, kept) };
}

/**
 * Boxes side by side, each under a title of its own, are so many lists; the parts of a list under months or
 * years, or under no title, are one.
 */
function separate(group: Group, headings: readonly Heading[]): Group[] {
  const branches = branchesOf(group.rows);
  if (branches.size < 2 || group.rows.length < branches.size * 2) return [group];
  let titled = 0;
  for (const [branch, indices] of branches) {
    if (
      isPane(branch) ||
      hasTitle(
        branch,
        indices.map((index) => group.rows[index] as Place),
        headings,
      )
    )
      titled += 1;
  }
  if (titled < 2 || titled < branches.size / 2) return [group];
  return [...branches.values()].flatMap((indices) => {
    const part = { rows: pick(group.rows, indices), links: pick(group.links, indices) };
    return part.rows.length < 2 ? [] : separate(part, headings);
  });
}

/** The rows by the highest element that holds not all of them. */
function branchesOf(rows: readonly Place[]): Map<Place, number[]> {
  let level: Place[] = [...rows];
  let above = level.map(({ parent }) => parent);
  if (new Set(above).size === 1) return new Map();
  while (new Set(above).size > 1 && above.every((place) => place !== null)) {
    level = above as Place[];
    above = level.map(({ parent }) => parent);
  }
  const branches = new Map<Place, number[]>();
  level.forEach((branch, index) => {
    const indices = branches.get(branch);
    if (indices) indices.push(index);
    else branches.set(branch, [index]);
  });
  return branches;
}

function isPane({ element: { attribs } }: Place): boolean {
  return attribs.role === 'tabpanel' || /tab[-_]?(?:pane|panel|con)/i.test(attribs.class ?? '');
}

function hasTitle(branch: Place, rows: readonly Place[], headings: readonly Heading[]): boolean {
  const first = rows[0]?.order ?? 0;
  for (let at = firstFrom(headings, branch.order); at < headings.length; at += 1) {
    const { place, words, calendar, titles } = headings[at] as Heading;
    if (place.order > branch.end || place.order >= first) return false;
    if (!calendar && (titles || !/^(?:dt|th)$/.test(place.element.name)) && /\p{L}{2}/u.test(words))
      return true;
  }
  return false;
}

/** Headings are noted when they end, but none holds another that matters: their order is the document's. */
function firstFrom(headings: readonly Heading[], order: number): number {
  let [low, high] = [0, headings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headings[middle] as Heading).place.order < order) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pick<Each>(all: readonly Each[], indices: readonly number[]): Each[] {
  return indices.map((index) => all[index] as Each);
}

/** The lowest element that holds all rows. */
export function boxOf(rows: readonly Place[]): Place | null {
  const last = rows.at(-1);
  let box = rows[0]?.parent ?? null;
  while (box && last && box.end < last.order) box = box.parent;
  return box;
}

/** Rates a group from afar, to choose those worth a closer look. */
export function promiseOf($: CheerioAPI, { rows, links }: Group): number {
  const keys = new Set(links.map(({ key }) => key));
  const sample = rows.slice(0, 40);
  const withDate =
    sample.filter((row) => dated.test(wordsOf($(row.element)).slice(0, 400))).length / sample.length;
  const length = middle(links.slice(0, 40).map(({ words }) => width(words)));
  const others = middle(sample.map(linksIn)) - 1;
  const chrome = rows.filter((row) => row.chrome !== null).length / rows.length;
  return (
    3 * Math.log2(Math.min(keys.size, 40)) +
    10 * withDate +
    Math.min(length, 60) / 6 -
    3 * Math.max(0, others) -
    10 * chrome
  );
}

/** The room a text takes: Chinese characters count double. */
export function width(text: string): number {
  return text.length + (text.match(/[\u1100-\uffdc]/g)?.length ?? 0);
}

export function middle(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
