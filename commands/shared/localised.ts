import { Locale, type LocalizationMap } from 'discord.js';

/** A description as Discord shows it to readers of Simplified and of Traditional Chinese. */
export function inChinese(simplified: string, traditional: string): LocalizationMap {
  return { [Locale.ChineseCN]: simplified, [Locale.ChineseTW]: traditional };
}
