import type { Parking } from '../domain/manners.ts';
import { HOUR, type Instant } from '../domain/moment.ts';
import type { Subscription } from '../domain/subscription.ts';
import { fromJson, toJson } from './columns.ts';
import { rejectHeldBefore } from './held.ts';
import type { Db } from './schema.ts';

/** What could not be told for longer than this is no news any more. */
export const heldFor = 72 * HOUR;

/**
 * Parks the Subscriptions of a channel that Discord lets the bot post in no more, and holds all that waits for it.
 *
 * @returns whether there are any: for nobody, nothing is kept.
 */
export async function park(db: Db, channelId: string, parking: Parking): Promise<boolean> {
  await db
    .updateTable('subscriptions')
    .set({ parked: toJson(parking) })
    .where('channelId', '=', channelId)
    .where('parked', 'is', null)
    .execute();
  await db
    .updateTable('deliveries')
    .set({ state: 'held' })
    .where('channelId', '=', channelId)
    .where('state', '=', 'pending')
    .execute();
  const one = await db
    .selectFrom('subscriptions')
    .select('id')
    .where('channelId', '=', channelId)
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}

/**
 * Lets a channel be told again; what is held for it goes out at the next turn of the outbox, unless it is too old.
 *
 * @returns whether it was parked.
 */
export async function unpark(db: Db, channelId: string, now: Instant): Promise<boolean> {
  const result = await db
    .updateTable('subscriptions')
    .set({ parked: null })
    .where('channelId', '=', channelId)
    .where('parked', 'is not', null)
    .executeTakeFirst();
  await rejectHeldBefore(db, channelId, now - heldFor, 'Discord refused the channel for over 72 hours', now);
  return result.numUpdatedRows > 0n;
}

/** The parked channels of a server. */
export async function parkedChannels(db: Db, guildId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .select('channelId')
    .distinct()
    .where('guildId', '=', guildId)
    .where('parked', 'is not', null)
    .execute();
  return rows.map(({ channelId }) => channelId);
}

/** Every parked channel, why it is, and how much is held for it. */
export async function allParked(db: Db): Promise<{ channelId: string; code: number; held: number }[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .select((eb) => [
      'channelId',
      'parked',
      eb
        .selectFrom('deliveries')
        .select(eb.fn.countAll<number>().as('count'))
        .whereRef('deliveries.channelId', '=', 'subscriptions.channelId')
        .where('deliveries.state', '=', 'held')
        .as('held'),
    ])
    .where('parked', 'is not', null)
    .orderBy('id')
    .execute();
  const places = rows.flatMap(({ channelId, parked, held }) =>
    parked === null ? [] : [{ channelId, code: fromJson(parked).code, held: held ?? 0 }],
  );
  return [...new Map(places.map((place) => [place.channelId, place])).values()];
}

export type Parked = Pick<Subscription, 'id' | 'guildId' | 'channelId' | 'createdBy' | 'language'> & Parking;

/** The parked Subscriptions whose makers have not been told. */
export async function untoldParkings(db: Db): Promise<Parked[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .select(['id', 'guildId', 'channelId', 'createdBy', 'language', 'parked'])
    .where('parked', 'is not', null)
    .orderBy('id')
    .execute();
  return rows
    .flatMap(({ parked, ...row }) => (parked === null ? [] : [{ ...row, ...fromJson(parked) }]))
    .filter(({ told }) => !told);
}

/** Remembers that the makers of parked Subscriptions are told, or takes that back. */
export async function markTold(db: Db, parkings: readonly Parked[], told: boolean): Promise<void> {
  for (const { id, at, code } of parkings) {
    await db
      .updateTable('subscriptions')
      .set({ parked: toJson({ at, code, ...(told && { told: true as const }) }) })
      .where('id', '=', id)
      .where('parked', 'is not', null)
      .execute();
  }
}

/**
 * Takes a role that is gone out of the Subscriptions of its server.
 *
 * @returns those that it was taken out of.
 */
export function forgetRole(db: Db, guildId: string, roleId: string) {
  return db
    .updateTable('subscriptions')
    .set({ roleId: null })
    .where('guildId', '=', guildId)
    .where('roleId', '=', roleId)
    .returning(['channelId', 'createdBy', 'language'])
    .execute();
}
