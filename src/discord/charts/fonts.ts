import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a canvas's registry of fonts can do for us. */
interface Registry {
  registerFromPath(path: string, family: string): unknown;
}

/** The families to name, in this order, so that every character of some texts is drawn. */
export type Families = (texts: readonly string[]) => string;

/**
 * A font that comes in many small files, as `unicode.json` of the package tells: each holds some characters of all
 * that Chinese uses, rare metals included, and is loaded when a text first needs one of them.
 *
 * @param name - A `@fontsource-variable` package.
 * @throws where it is not installed.
 */
export function openFont(registry: Registry, name: string): Families {
  const directory = new URL('.', import.meta.resolve(`${name}/unicode.json`));
  const file = name.slice(name.lastIndexOf('/') + 1);
  const ranges: unknown = JSON.parse(readFileSync(new URL('unicode.json', directory), 'utf8'));
  const subsets = Object.entries(ranges as Record<string, string>).map(([key, written]) => {
    const subset = key.replace(/[[\]]/g, '');
    const path = new URL(`files/${file}-${subset}-wght-normal.woff2`, directory);
    return { family: `${file}-${subset}`, path, has: within(written), registered: false };
  });
  // The Latin letters first: the Chinese files have some of their own.
  subsets.sort((one, other) => Number(other.family.includes('latin')) - Number(one.family.includes('latin')));

  return (texts) => {
    const points = [...new Set(texts.join(''))].map((character) => character.codePointAt(0) ?? 0);
    const first = new Set(points.map((point) => subsets.find(({ has }) => has(point))));
    const needed = subsets.filter((subset) => first.has(subset));
    for (const subset of needed) {
      if (!subset.registered) registry.registerFromPath(fileURLToPath(subset.path), subset.family);
      subset.registered = true;
    }
    return needed.map(({ family }) => `"${family}"`).join(', ');
  };
}

/** Whether a code point is in ranges written as CSS has them: `U+4e00-4e0b,U+4e0d`. */
export function within(written: string): (point: number) => boolean {
  const ranges = written.split(',').map((range) => {
    const [first = Number.NaN, last = first] = range
      .replace(/^U\+/i, '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return { first, last };
  });
  return (point) => ranges.some(({ first, last }) => first <= point && point <= last);
}
