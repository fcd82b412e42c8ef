import type { CheerioAPI } from 'cheerio/slim';
import type { Element, Nodes } from '../html.ts';
import { type Outline, type Place, stableClasses } from './outline.ts';
import { plainName, positionOf } from './row-selector.ts';

/** A place in every row, by its selector, and how well what stands there fits. */
export interface Field {
  selector: string;
  /** Mean over the rows, by the measure it was sought with. */
  worth: number;
}

/** So many rows tell how the others are built. */
const sampled = 16;

export function sampleOf<Each>(all: readonly Each[]): Each[] {
  if (all.length <= sampled) return [...all];
  return Array.from(
    { length: sampled },
    (_, index) => all[Math.floor((index * all.length) / sampled)] as Each,
  );
}

/**
 * The fields of some rows, best first: selectors that in each row lead first to an element that fits.
 *
 * @param worthOf - What an element is worth where the row's field is sought; 0 or less where it does not fit.
 */
export function fieldsOf(
  $: CheerioAPI,
  rows: readonly Place[],
  outline: Outline,
  worthOf: (nodes: Nodes, row: Place) => number,
): Field[] {
  const sample = sampleOf(rows);
  const selectors = new Set<string>();
  for (const row of sample.slice(0, 4)) {
    const places = outline.places.slice(row.order + 1, Math.min(row.end, row.order + 80) + 1);
    for (const place of places) {
      if (worthOf($(place.element), row) > 0) for (const each of selectorsOf(place, row)) selectors.add(each);
    }
  }
  return [...selectors]
    .slice(0, 40)
    .map((selector) => {
      const worths = sample.map((row) => {
        const found = $(selector, row.element).first();
        return found.length > 0 ? Math.max(0, worthOf(found, row)) : 0;
      });
      return { selector, worth: worths.reduce((sum, each) => sum + each, 0) / sample.length };
    })
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth);
}

/** Ways to name a place within its row, the plainest first. */
function selectorsOf(place: Place, row: Place): string[] {
  const label = labelsOf(place.element);
  const parent = place.parent === row || place.parent === null ? ':scope' : labelsOf(place.parent.element)[0];
  const grandparent =
    place.parent === row || place.parent?.parent === row || !place.parent?.parent
      ? null
      : labelsOf(place.parent.parent.element)[0];
  const [own] = label;
  const position = positionOf(place);
  return [
    ...label,
    `${parent} > ${own}`,
    ...(grandparent ? [`${grandparent} ${own}`] : []),
    `${parent} > ${place.element.name}:nth-of-type(${position})`,
    `${parent} > ${place.element.name}:last-of-type`,
  ];
}

function labelsOf({ name, attribs }: Element): string[] {
  const classes = stableClasses(attribs.class).filter((each) => plainName.test(each));
  return [...classes.slice(0, 3).map((each) => `${name}.${each}`), name];
}
