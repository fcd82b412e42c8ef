import { Temporal } from 'temporal-polyfill';
import type { Instant } from './moment.ts';

/** How a channel is told, beyond whom it pings and in which language. */
export interface Manners {
  /** Everything in one message at a set time; null: at once. */
  digest: Digest | null;
  /** When messages wait for the morning; null: never. */
  quiet: QuietHours | null;
  /** Whether each Story has a thread of its own, where follow-ups go. */
  threads: boolean;
}

export const plainManners: Readonly<Manners> = { digest: null, quiet: null, threads: false };

/** "07:30", in the zone of the server. */
export type ClockTime = string;

/** In what order Discord users know them; as ISO numbers them, from 1. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

export type Digest = { every: 'day'; at: ClockTime } | { every: 'week'; on: Weekday; at: ClockTime };

/**
 * From one time of the day to another, over midnight where `until` is the earlier; never where both are one. What
 * comes then is held, not dropped.
 */
export interface QuietHours {
  from: ClockTime;
  until: ClockTime;
  /** Whether decisions are told all the same. */
  exceptDecisions: boolean;
}

/** Why a channel is told nothing although it is wanted: Discord refuses the bot there. */
export interface Parking {
  at: Instant;
  /** As Discord numbers its refusals: 10003, 50001, 50013 … */
  code: number;
  /** Once who made the Subscription has been told, or nobody can be. */
  told?: true;
}

/**
 * When the quiet hours end that an instant falls into; null: it falls into none. They begin and end once a day,
 * whatever the clocks do: what a changed clock leaves out comes as much later, and of a time that it shows twice the
 * first one counts.
 *
 * @param zone - An IANA name.
 */
export function quietUntil({ from, until }: QuietHours, zone: string, at: Instant): Instant | null {
  if (from === until) return null;
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const instantOf = (day: Temporal.PlainDate, time: ClockTime): Instant =>
    day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
  // Those of the evening before may still last.
  for (const first of [today.subtract({ days: 1 }), today]) {
    const end = instantOf(until < from ? first.add({ days: 1 }) : first, until);
    if (instantOf(first, from) <= at && at < end) return end;
  }
  return null;
}

/**
 * When the first digest comes after an instant. One time a day or a week, whatever the clocks do: a time that they
 * leave out comes as much later, and of one that they show twice the first counts.
 *
 * @param zone - An IANA name.
 */
export function nextDigestAt(digest: Digest, zone: string, after: Instant): Instant {
  let day = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).toPlainDate();
  for (;;) {
    const at = day.toZonedDateTime({ timeZone: zone, plainTime: digest.at }).epochMilliseconds;
    if (at > after && (digest.every === 'day' || digest.on === day.dayOfWeek)) return at;
    day = day.add({ days: 1 });
  }
}
