import { type Filter, passesAll, type Subject } from './filter.ts';
import type { Manners, Parking } from './manners.ts';
import type { Instant } from './moment.ts';
import type { Authority } from './source.ts';

/** A channel, its filter and its manners. */
export interface Subscription extends Filter, Manners {
  id: number;
  guildId: string;
  channelId: string;
  /** Mentioned in messages that ring. */
  roleId: string | null;
  language: MessageLanguage;
  /** Whose absence is named in alerts: "US", "EU", "Japan" … */
  market: Market;
  /** Since when it is told nothing; null while it is. */
  pausedAt: Instant | null;
  /** Null while Discord lets the bot post there. */
  parked: Parking | null;
  /** Since when it wants what it wants: made, last changed, or resumed. What was first seen before is no news to it. */
  since: Instant;
  createdAt: Instant;
  /** The Discord user who made it, and is told when it cannot be served; null: not known. */
  createdBy: string | null;
}

export const messageLanguages = ['both', 'en', 'zh'] as const;
export type MessageLanguage = (typeof messageLanguages)[number];

export const markets = ['US', 'EU', 'Japan', 'South Korea', 'Taiwan'] as const;
export type Market = (typeof markets)[number];

/** Whether a Subscription wants to hear of a Story. */
export function wants(subscription: Filter & Pick<Subscription, 'pausedAt'>, subject: Subject): boolean {
  return subscription.pausedAt === null && passesAll(subscription, subject);
}

/**
 * Whether a Subscription waits for what an authority says, so that it must know when that cannot be read.
 *
 * @param authorityOf - The id of the authority whose Source this is.
 */
export function reliesOn(
  { pausedAt, authorities, sources }: Pick<Subscription, 'pausedAt' | 'authorities' | 'sources'>,
  { id, country }: Pick<Authority, 'id' | 'country'>,
  authorityOf: (sourceId: string) => string | undefined,
): boolean {
  return (
    pausedAt === null &&
    (authorities.length === 0 || authorities.includes(id) || authorities.includes(country)) &&
    (sources.length === 0 || sources.some((each) => authorityOf(each) === id))
  );
}
