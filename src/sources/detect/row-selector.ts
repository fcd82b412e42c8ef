import type { CheerioAPI } from 'cheerio/slim';
import type { Node } from '../html.ts';
import type { Outline, Place } from './outline.ts';
import { stableClasses } from './outline.ts';

/**
 * A CSS selector for exactly these elements where one is found, as short as can be: their own tag and classes,
 * and as much of the way up as tells them from others. Positions are used only where nothing else helps.
 */
export function selectorFor($: CheerioAPI, rows: readonly Place[], outline: Outline): string {
  const wanted = new Set<Node>(rows.map(({ element }) => element));
  const levels = levelsOf(rows);
  let best: { selector: string; foreign: number } | null = null;
  for (const positions of [false, true]) {
    for (const height of [2, 3, 4, 6, levels.length]) {
      if (height > levels.length) continue;
      const labels = levels.slice(0, height).map((level, index) => labelOf(level, positions && index > 0));
      const selector = labels.reverse().join(' > ');
      const found = $(selector).toArray();
      const extra = found.filter((node) => !wanted.has(node));
      if (extra.length === 0) return selector;
      const foreign = extra.filter((node) => (outline.placeOf.get(node)?.linkCount ?? 0) > 0).length;
      if (foreign === 0) return `${selector}:has(a)`;
      if (!best || foreign < best.foreign) best = { selector, foreign };
    }
  }
  return best?.selector ?? labelOf(rows, false);
}

/** The rows, their parents, theirs, up to the root; the same element once. */
function levelsOf(rows: readonly Place[]): Place[][] {
  const levels: Place[][] = [[...rows]];
  for (;;) {
    const above = new Set(levels.at(-1)?.map(({ parent }) => parent));
    const places = [...above].filter((place) => place !== null);
    if (places.length === 0) return levels;
    levels.push(places);
  }
}

function labelOf(places: readonly Place[], position: boolean): string {
  const [first] = places;
  if (!first) return '*';
  const { name, attribs } = first.element;
  const id = attribs.id ?? '';
  if (places.length === 1 && plainName.test(id) && !/\d{3}/.test(id)) return `${name}#${id}`;
  const common = stableClasses(attribs.class).filter(
    (each) =>
      plainName.test(each) && places.every(({ element }) => classesOf(element.attribs.class).includes(each)),
  );
  const label =
    name +
    common
      .slice(0, 2)
      .map((each) => `.${each}`)
      .join('');
  return position && places.length === 1 ? `${label}:nth-of-type(${positionOf(first)})` : label;
}

/** Names that need no escaping. */
export const plainName = /^[A-Za-z\p{Script=Han}_][\w\p{Script=Han}-]*$/u;

export function classesOf(classes: string | undefined): string[] {
  return (classes ?? '').split(/\s+/);
}

/** Among the elements of its name under its parent, from 1. */
export function positionOf({ element }: Place): number {
  let position = 1;
  for (let node = element.prev; node; node = node.prev) {
    if ('name' in node && node.name === element.name) position += 1;
  }
  return position;
}
