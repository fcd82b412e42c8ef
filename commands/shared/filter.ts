import type { RenderContext } from '../../src/discord/render/context.ts';
import { texts as messageTexts } from '../../src/discord/render/texts/index.ts';
import { tiers } from '../../src/domain/facts.ts';
import { type Filter, type FilterName, filterNames } from '../../src/domain/filter.ts';
import type { Language } from '../../src/domain/source.ts';
import type { Market } from '../../src/domain/subscription.ts';
import { countryName, countryOfCode } from '../../src/understand/lexicon/countries.ts';
import { placeOfMarket, placeText } from '../../src/understand/phrases/places.ts';
import { texts } from '../texts/index.ts';
import { goodsText } from './goods.ts';

/** Filters of which one can be chosen from a list of names. */
export type Listed = Exclude<FilterName, 'tiers' | 'goods' | 'words'>;

/** The option of a command that sets it. */
export const optionOf: Record<Listed, string> = {
  kinds: 'kinds',
  actions: 'actions',
  destinations: 'destinations',
  authorities: 'authorities',
  sources: 'sources',
  sourceLanguages: 'source-languages',
};

type Names = Pick<RenderContext, 'authorities' | 'sourceName'>;

/** What a person calls one entry of a filter. Without commas: they stand between two. */
export function entryName(filter: Listed, entry: string, language: Language, names: Names): string {
  return entryNames[filter](entry, language, names).replaceAll(/[,，、;；]/g, '');
}

const entryNames: Record<Listed, (entry: string, language: Language, names: Names) => string> = {
  authorities(entry, language, names) {
    const country = countryOfCode(entry);
    return country
      ? texts[language].whole(countryName(country, language))
      : names.authorities(entry).name[language];
  },
  kinds: (entry, language) => texts[language].search.kinds[entry as Filter['kinds'][number]],
  actions: (entry, language) =>
    messageTexts[language].badges[entry as Filter['actions'][number]].toLowerCase(),
  destinations: (entry, language) => countryName(entry, language),
  sources: (entry, language, names) => names.sourceName(entry)[language],
  sourceLanguages: (entry, language) =>
    new Intl.DisplayNames(language, { type: 'language' }).of(entry) ?? entry,
};

/** "decisions, measures · rare earths (all) · to: Japan, EU". */
export function filterText(filter: Filter, language: Language, names: Names): string {
  const { filters, pair } = texts[language];
  const further = filterNames.flatMap((name) => {
    if (name === 'tiers' || name === 'goods' || filter[name].length === 0) return [];
    const nameOf = (entry: string) =>
      name === 'words' ? wordText(entry) : entryName(name, entry, language, names);
    return pair(filters[name], listText(filter[name].map(nameOf), language));
  });
  return [tiersText(filter.tiers, language), goodsText(filter.goods, language), ...further].join(' · ');
}

/** What somebody looks for, in quotes; what is a phrase has them already. */
export const wordText = (typed: string) => (/^["“「『]/.test(typed) ? typed : `“${typed}”`);

const MOST_NAMED = 8;

export function listText(entries: readonly string[], language: Language): string {
  const { goodsMore, comma } = texts[language];
  const more = entries.length - MOST_NAMED;
  return [...entries.slice(0, MOST_NAMED), ...(more > 0 ? [goodsMore(more)] : [])].join(comma);
}

/** "US", "美国". */
export function marketText(market: Market, language: Language): string {
  return language === 'en' ? market : placeText(placeOfMarket[market], language);
}

function tiersText(chosen: Filter['tiers'], language: Language): string {
  const { tiers: names, tiersAll, comma } = texts[language];
  if (chosen.length === 0) return tiersAll;
  return tiers
    .filter((tier) => chosen.includes(tier))
    .map((tier) => names[tier])
    .join(comma);
}
