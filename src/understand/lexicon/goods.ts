import type { Language } from '../../domain/source.ts';
import { aerospaceAndArms } from './goods/aerospace-and-arms.ts';
import { chemicals } from './goods/chemicals.ts';
import { electronics } from './goods/electronics.ts';
import { energy } from './goods/energy.ts';
import { foodAndFarm } from './goods/food-and-farm.ts';
import { general } from './goods/general.ts';
import { machinery } from './goods/machinery.ts';
import { materials } from './goods/materials.ts';
import { medical } from './goods/medical.ts';
import { metals } from './goods/metals.ts';
import { rareEarths } from './goods/rare-earths.ts';

/** A commodity that licences are about. */
export interface Good {
  /** The id used in Facts: the English commodity name, lower case, plural where goods are plural. */
  name: string;
  /** As a Chinese desk writes it. */
  zh: string;
  /** Chemical symbol, for display only: `Ho`, `In` and `W` are words, so symbols are never matched. */
  symbol: string | null;
  /** English pattern, matched from word to word, case-insensitive. */
  en: string;
  /** Pattern in Simplified characters; texts are folded to Simplified before matching. */
  han: string;
}

/**
 * The first term that matches at a place wins, so the specific stand before the general: within a table, and
 * what is made of a metal before the metal.
 */
const rows = [
  ...rareEarths,
  ...electronics,
  ...machinery,
  ...aerospaceAndArms,
  ...medical,
  ...chemicals,
  ...materials,
  ...energy,
  ...foodAndFarm,
  ...metals,
  ...general,
];

const rareEarthElements = new Set(rareEarths.slice(0, 17).map(([name]) => name));

export const goods: readonly Good[] = rows.map(([name, zh, symbol, en, han]) => ({
  name,
  zh,
  symbol,
  en: `(?:${en})\\b`,
  han,
}));

const byName = new Map(goods.map((good) => [good.name, good]));

/** The display name of a good; an id that the lexicon does not know is returned as it is. */
export function goodName(good: string, language: Language): string {
  const known = byName.get(good);
  return known && language === 'zh' ? known.zh : good;
}

/** `Sm` for samarium; null for what has no chemical symbol. */
export function goodSymbol(good: string): string | null {
  return byName.get(good)?.symbol ?? null;
}

/** Whether a good is one of the seventeen elements, and not a product made of them. */
export function isRareEarthElement(good: string): boolean {
  return rareEarthElements.has(good);
}
