import { goods, isRareEarthElement } from './goods.ts';

/** Goods whose name stands for others too: who asks for graphite means graphite anodes as well. */
const families: Readonly<Record<string, (good: string) => boolean>> = {
  'rare earths': (good) => isRareEarthElement(good) || good.includes('rare earth'),
  semiconductors: (good) => good.startsWith('semiconductor') || good.endsWith('chips'),
  graphite: (good) => good.includes('graphite'),
  'precursor chemicals': (good) => good === 'precursor chemicals' || good.endsWith('4-piperidone'),
  'military goods': (good) => ['military goods', 'weapons', 'firearms', 'ammunition'].includes(good),
  'nuclear items': (good) => good.startsWith('nuclear'),
};

/** Every good whose name stands for others too. */
export const familyNames: readonly string[] = Object.keys(families);

/** Whether the name stands for other goods too. */
export function isFamily(good: string): boolean {
  return Object.hasOwn(families, good);
}

/** All goods that the name stands for: those of its family, or itself alone. */
export function membersOf(good: string): string[] {
  return isFamily(good) ? goods.map(({ name }) => name).filter((name) => belongs(name, good)) : [good];
}

/** Whether two goods are the same or members of one family: samarium and rare earth magnets are. */
export function areRelated(one: string, other: string): boolean {
  return one === other || familyNames.some((family) => belongs(one, family) && belongs(other, family));
}

/**
 * Whether a text that names `named` speaks of `asked`: it names the good itself, one that the asked family
 * holds, or a family that holds it. It is one way only where both are members: samarium is not terbium.
 */
export function speaksOf(named: string, asked: string): boolean {
  return named === asked || belongs(named, asked) || belongs(asked, named) || isHeavyAmong(asked, named);
}

/** All goods that the lexicon knows to be related to any of these, themselves included. */
export function relatedTo(asked: readonly string[]): string[] {
  const related = goods
    .map(({ name }) => name)
    .filter((name) => asked.some((good) => areRelated(name, good)));
  return [...new Set([...asked, ...related])];
}

function belongs(good: string, family: string): boolean {
  return isFamily(family) && families[family]?.(good) === true;
}

/** The elements that Chinese notices count as medium and heavy; scandium and yttrium are listed with them. */
const mediumAndHeavy = new Set(
  'samarium europium gadolinium terbium dysprosium holmium erbium thulium ytterbium lutetium scandium yttrium'.split(
    ' ',
  ),
);

function isHeavyAmong(element: string, named: string): boolean {
  return named === 'medium and heavy rare earths' && mediumAndHeavy.has(element);
}
