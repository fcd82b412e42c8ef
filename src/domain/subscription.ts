import type { Tier } from './facts.ts';
import type { Instant } from './moment.ts';
import type { StoryView } from './story.ts';

/** A channel, its filter and its manners. Empty lists let everything through. */
export interface Subscription {
  id: number;
  guildId: string;
  channelId: string;
  authorities: string[];
  tiers: Tier[];
  goods: string[];
  /** Mentioned in messages that ring. */
  roleId: string | null;
  language: MessageLanguage;
  /** Whose absence is named in alerts: "US", "EU", "Japan" … */
  market: Market;
  createdAt: Instant;
}

export const messageLanguages = ['both', 'en', 'zh'] as const;
export type MessageLanguage = (typeof messageLanguages)[number];

export const markets = ['US', 'EU', 'Japan', 'South Korea', 'Taiwan'] as const;
export type Market = (typeof markets)[number];

/** Whether a Subscription wants to hear of a Story. */
export function wants(
  subscription: Pick<Subscription, 'authorities' | 'tiers' | 'goods'>,
  view: Pick<StoryView, 'authorityId' | 'tier' | 'facts'>,
): boolean {
  const { authorities, tiers, goods } = subscription;
  return (
    (authorities.length === 0 || authorities.includes(view.authorityId)) &&
    (tiers.length === 0 || tiers.includes(view.tier)) &&
    (goods.length === 0 || view.facts.goods.some((good) => goods.includes(good)))
  );
}
