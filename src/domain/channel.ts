import { quietUntil } from './manners.ts';
import type { Instant } from './moment.ts';
import type { Subscription } from './subscription.ts';

/** A channel, as those who want something told there have it. */
export interface Channel {
  id: string;
  /** That of its server, an IANA name. */
  zone: string;
  /** The paused ones too, in the order in which they were made. */
  subscriptions: Subscription[];
}

/**
 * Whether something may be sent now as far as a Subscription goes: its channel is open, and nobody sleeps there.
 *
 * @param urgent - It is what may break through quiet hours.
 */
export function isOpen(
  { parked, quiet }: Pick<Subscription, 'parked' | 'quiet'>,
  urgent: boolean,
  zone: string,
  now: Instant,
): boolean {
  if (parked !== null) return false;
  if (quiet === null || quietUntil(quiet, zone, now) === null) return true;
  return quiet.exceptDecisions && urgent;
}

/** Whether Discord does not let the bot post there: nothing goes out then, edits included. */
export function isBarred({ subscriptions }: Channel): boolean {
  const told = subscriptions.filter(({ pausedAt }) => pausedAt === null);
  return told.length > 0 && told.every(({ parked }) => parked !== null);
}
