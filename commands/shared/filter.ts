import { tiers } from '../../src/domain/facts.ts';
import type { Language } from '../../src/domain/source.ts';
import type { Market, Subscription } from '../../src/domain/subscription.ts';
import { placeOfMarket, placeText } from '../../src/understand/phrases/places.ts';
import { texts } from '../texts/index.ts';
import { goodsText } from './goods.ts';

/** "decisions, measures · rare earths (all)". */
export function filterText(watch: Pick<Subscription, 'tiers' | 'goods'>, language: Language): string {
  return `${tiersText(watch.tiers, language)} · ${goodsText(watch.goods, language)}`;
}

/** "US", "美国". */
export function marketText(market: Market, language: Language): string {
  return language === 'en' ? market : placeText(placeOfMarket[market], language);
}

function tiersText(chosen: Subscription['tiers'], language: Language): string {
  const { tiers: names, tiersAll, comma } = texts[language];
  if (chosen.length === 0) return tiersAll;
  return tiers
    .filter((tier) => chosen.includes(tier))
    .map((tier) => names[tier])
    .join(comma);
}
