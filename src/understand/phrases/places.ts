import type { Language } from '../../domain/source.ts';
import type { Market } from '../../domain/subscription.ts';
import { countryName } from '../lexicon/countries.ts';
import { listed } from './goods.ts';

/** As English says them after a preposition, shorter where it may. */
const afterPreposition: Record<string, string> = {
  EU: 'the EU',
  Netherlands: 'the Netherlands',
  Philippines: 'the Philippines',
  'United Arab Emirates': 'the UAE',
  'United Kingdom': 'the UK',
  'United States': 'the US',
};

/** Where a Chinese desk writes another name than an atlas. */
const zhNames: Record<string, string> = { Taiwan: '台湾地区' };

/** "the US", "日本". */
export function placeText(place: string, language: Language): string {
  const names = language === 'en' ? afterPreposition : zhNames;
  return names[place] ?? countryName(place, language);
}

/** At most `most` places by name: "the US, Japan and 2 more", "美国、日本等4地"; null for none. */
export function placesText(places: readonly string[], language: Language, most = 2): string | null {
  if (places.length === 0) return null;
  // "And 1 more" takes as much room as a name.
  const shown = places.length === most + 1 ? places.length : most;
  const names = places
    .slice(0, shown)
    .map((place) => (language === 'zh' ? zhAmong(places, place) : placeText(place, language)));
  const more = places.length - names.length;
  if (language === 'zh') return more > 0 ? `${names.join('、')}等${places.length}地` : names.join('、');
  if (more > 0) return `${names.join(', ')} and ${more} more`;
  return listed(names);
}

/** Beside Taiwan, Hong Kong or Macau a Chinese desk does not write 中国 for the rest. */
function zhAmong(places: readonly string[], place: string): string {
  if (place === 'China' && places.includes('Taiwan')) return '中国大陆';
  if (place === 'China' && (places.includes('Macau') || places.includes('Hong Kong'))) return '中国内地';
  return placeText(place, 'zh');
}

/** The destination that stands for a market in Facts. */
export const placeOfMarket: Record<Market, string> = {
  US: 'United States',
  EU: 'EU',
  Japan: 'Japan',
  'South Korea': 'South Korea',
  Taiwan: 'Taiwan',
};

/** ISO 3166-1, and "EU", of a market: its own authority licenses its firms, and cannot leave them out. */
export const countryOfMarket: Record<Market, string> = {
  US: 'US',
  EU: 'EU',
  Japan: 'JP',
  'South Korea': 'KR',
  Taiwan: 'TW',
};

/** "US firms", "美企". */
export const firmsOfMarket: Record<Market, Record<Language, string>> = {
  US: { en: 'US firms', zh: '美企' },
  EU: { en: 'EU firms', zh: '欧企' },
  Japan: { en: 'Japanese firms', zh: '日企' },
  'South Korea': { en: 'South Korean firms', zh: '韩企' },
  Taiwan: { en: 'Taiwanese firms', zh: '台企' },
};
