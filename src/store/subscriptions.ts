import type { Subscription } from '../domain/subscription.ts';
import { fromJson, toJson } from './columns.ts';
import type { Db, SubscriptionRow } from './schema.ts';

const read = (row: SubscriptionRow): Subscription => ({
  ...row,
  authorities: fromJson(row.authorities),
  tiers: fromJson(row.tiers),
  goods: fromJson(row.goods),
});

const write = (subscription: Omit<Subscription, 'id'>) => ({
  ...subscription,
  authorities: toJson(subscription.authorities),
  tiers: toJson(subscription.tiers),
  goods: toJson(subscription.goods),
});

export async function insertSubscription(
  db: Db,
  subscription: Omit<Subscription, 'id'>,
): Promise<Subscription> {
  const row = await db
    .insertInto('subscriptions')
    .values(write(subscription))
    .returningAll()
    .executeTakeFirstOrThrow();
  return read(row);
}

/** All Subscriptions, or those of one server, in the order in which they were made. */
export async function listSubscriptions(db: Db, guildId?: string): Promise<Subscription[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .selectAll()
    .$if(guildId !== undefined, (query) => query.where('guildId', '=', guildId ?? ''))
    .orderBy('id')
    .execute();
  return rows.map(read);
}

/** @returns whether there was one of this id in this server. */
export async function deleteSubscription(db: Db, guildId: string, id: number): Promise<boolean> {
  const result = await db
    .deleteFrom('subscriptions')
    .where('id', '=', id)
    .where('guildId', '=', guildId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** For a server or channel that is gone, or that the bot was removed from. */
export async function deleteSubscriptionsOf(
  db: Db,
  where: { guildId: string } | { channelId: string },
): Promise<number> {
  const [column, value] =
    'guildId' in where ? (['guildId', where.guildId] as const) : (['channelId', where.channelId] as const);
  const result = await db.deleteFrom('subscriptions').where(column, '=', value).executeTakeFirst();
  return Number(result.numDeletedRows);
}
