import { Locale, type LocalizationMap } from 'discord.js';

/** A description as Discord shows it to readers of Simplified and of Traditional Chinese. */
export function inChinese(simplified: string, traditional: string): LocalizationMap {
  return { [Locale.ChineseCN]: simplified, [Locale.ChineseTW]: traditional };
}

export type Described = readonly [name: string, en: string, simplified: string, traditional: string];

/** Gives a part of a command its name, and its description in every language. */
export function described<
  Part extends {
    setName(name: string): Part;
    setDescription(en: string): Part;
    setDescriptionLocalizations(chinese: LocalizationMap): Part;
  },
>(part: Part, [name, en, simplified, traditional]: Described): Part {
  return part
    .setName(name)
    .setDescription(en)
    .setDescriptionLocalizations(inChinese(simplified, traditional));
}
