import type { Language } from '../../domain/source.ts';
import type { Market } from '../../domain/subscription.ts';
import { countryName } from '../lexicon/countries.ts';

/** As English says them after a preposition, shorter where it may. */
const afterPreposition: Record<string, string> = {
  EU: 'the EU',
  Netherlands: 'the Netherlands',
  Philippines: 'the Philippines',
  'United Arab Emirates': 'the UAE',
  'United Kingdom': 'the UK',
  'United States': 'the US',
};

/** "the US", "日本". */
export function placeText(place: string, language: Language): string {
  return (language === 'en' ? afterPreposition[place] : undefined) ?? countryName(place, language);
}

/** At most `most` places by name: "the US, Japan and 2 more", "美国、日本等4地"; null for none. */
export function placesText(places: readonly string[], language: Language, most = 2): string | null {
  if (places.length === 0) return null;
  const names = places.slice(0, most).map((place) => placeText(place, language));
  const more = places.length - names.length;
  if (language === 'zh') return more > 0 ? `${names.join('、')}等${places.length}地` : names.join('、');
  if (more > 0) return `${names.join(', ')} and ${more} more`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join();
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
