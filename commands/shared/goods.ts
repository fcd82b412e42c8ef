import type { ApplicationCommandOptionChoiceData } from 'discord.js';
import { clean, escapeMarkdown } from '../../src/discord/render/escape.ts';
import type { Language } from '../../src/domain/source.ts';
import { goodCalled, isCalled } from '../../src/understand/lexicon/called.ts';
import { familyNames, membersOf } from '../../src/understand/lexicon/families.ts';
import { type Good, goodName, goods } from '../../src/understand/lexicon/goods.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import { texts } from '../texts/index.ts';
import { beingTyped, partsOf } from './parts.ts';

export { isFamily } from '../../src/understand/lexicon/families.ts';

/**
 * Reads goods as a person writes them: names in English or Chinese, or chemical symbols, separated by commas.
 * A family brings all its members along.
 */
export function parseGoods(written: string | null): { goods: string[]; unknown: string[] } {
  const names = partsOf(written ?? '');
  const known = names.map((name) => ({ name, good: goodCalled(name) }));
  return {
    goods: [...new Set(known.flatMap(({ good }) => (good ? membersOf(good.name) : [])))],
    unknown: known.filter(({ good }) => !good).map(({ name }) => name),
  };
}

/** What to answer when goods are not known; the words are the asker's own, so they are escaped and cut. */
export function unknownGoodsNote(unknown: readonly string[], language: Language): { note: string } {
  const { unknownGoods, comma } = texts[language];
  return { note: unknownGoods(escapeMarkdown(cut(clean(unknown.join(comma)), LONGEST_ECHO))) };
}

const MOST_NAMED = 8;
const LONGEST_ECHO = 200;

/** The goods of a filter in one line, whole families by their name: "rare earths (all), gallium". */
export function goodsText(filter: readonly string[], language: Language): string {
  const { goodsAll, goodsMore, whole, comma } = texts[language];
  if (filter.length === 0) return goodsAll;

  const complete = familyNames.filter((family) => membersOf(family).every((good) => filter.includes(good)));
  const covered = new Set(complete.flatMap(membersOf));
  const names = [
    ...complete.map((family) => whole(goodName(family, language))),
    ...filter.filter((good) => !covered.has(good)).map((good) => goodName(good, language)),
  ];
  const more = names.length - MOST_NAMED;
  return [...names.slice(0, MOST_NAMED), ...(more > 0 ? [goodsMore(more)] : [])].join(comma);
}

const LONGEST_CHOICE = 100;
const MOST_CHOICES = 25;

/** Completes the last of the goods being typed; those the archive knows come first. */
export function completeGoods(
  written: string,
  archived: readonly string[],
  language: Language,
): ApplicationCommandOptionChoiceData[] {
  const { before, typed } = beingTyped(written);
  return goods
    .filter((good) => !before.some((name) => isCalled(good, name)) && matches(good, typed))
    .sort((one, other) => Number(archived.includes(other.name)) - Number(archived.includes(one.name)))
    .map(({ name }) => ({
      name: [...before, goodName(name, language)].join(', '),
      value: [...before, name].join(', '),
    }))
    .filter(({ name, value }) => name.length <= LONGEST_CHOICE && value.length <= LONGEST_CHOICE)
    .slice(0, MOST_CHOICES);
}

function matches({ name, zh, symbol }: Good, typed: string): boolean {
  const wanted = typed.toLowerCase();
  return name.toLowerCase().includes(wanted) || zh.includes(typed) || symbol?.toLowerCase() === wanted;
}
