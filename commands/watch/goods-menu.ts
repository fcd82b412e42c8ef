import type { APISelectMenuOption } from 'discord.js';
import type { Language } from '../../src/domain/source.ts';
import { familyNames, membersOf } from '../../src/understand/lexicon/families.ts';
import { goodName } from '../../src/understand/lexicon/goods.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import { texts } from '../texts/index.ts';

const MOST_CHOICES = 25;
const LONGEST_LABEL = 100;

/** What desks ask for most. */
const usual = [
  'gallium',
  'germanium',
  'antimony',
  'tungsten',
  'lithium batteries',
  'superhard materials',
  'drones',
];

/** Whether a filter lets a good through, or every good that the name stands for. */
const isChosen = (good: string, filter: readonly string[]) =>
  membersOf(good).every((member) => filter.includes(member));

/**
 * Goods to choose from: what is chosen, the families, what is usual, and what the archive knows; last what a family
 * stands for already.
 */
export function goodsChoices(
  filter: readonly string[],
  archived: readonly string[],
  language: Language,
): APISelectMenuOption[] {
  const families = familyNames.filter((family) => isChosen(family, filter));
  const whole = new Set(families.flatMap(membersOf));
  const single = filter.filter((good) => !whole.has(good));
  const covered = new Set(familyNames.flatMap(membersOf));
  const further = archived.toSorted((one, other) => Number(covered.has(one)) - Number(covered.has(other)));
  const offered = [...new Set([...families, ...single, ...familyNames, ...usual, ...further])];
  return offered
    .filter((good) => familyNames.includes(good) || !whole.has(good))
    .slice(0, MOST_CHOICES)
    .map((good) => ({
      label: cut(nameOf(good, language), LONGEST_LABEL),
      value: good,
      default: isChosen(good, filter),
    }));
}

function nameOf(good: string, language: Language): string {
  const name = goodName(good, language);
  return familyNames.includes(good) ? texts[language].whole(name) : name;
}

/** A filter after a choice among the goods offered; what the menu had no room for stays. */
export function chosenGoods(
  filter: readonly string[],
  offered: readonly string[],
  chosen: readonly string[],
): string[] {
  const shown = new Set(offered.flatMap(membersOf));
  return [...new Set([...chosen.flatMap(membersOf), ...filter.filter((good) => !shown.has(good))])];
}
