import { type Filter, filterNames, noFilter } from '../domain/filter.ts';
import { type Manners, plainManners } from '../domain/manners.ts';
import type { Instant } from '../domain/moment.ts';
import type { Subscription } from '../domain/subscription.ts';
import { flag, fromJson, type Json, toJson } from './columns.ts';
import { beginDigests, skipDigests } from './digests.ts';
import type { Db, SubscriptionRow } from './schema.ts';

/** A Subscription before it has an id. Absent filters let everything through; absent manners are plain. */
export type NewSubscription = Omit<Subscription, Given | keyof Filter | keyof Manners> &
  Partial<Filter & Manners & Pick<Subscription, 'createdBy'>>;
type Given = 'id' | 'pausedAt' | 'parked' | 'since' | 'createdBy';

const read = ({ digestAt, digestAlertId, ...row }: SubscriptionRow): Subscription => ({
  ...row,
  authorities: fromJson(row.authorities),
  tiers: fromJson(row.tiers),
  kinds: fromJson(row.kinds),
  actions: fromJson(row.actions),
  goods: fromJson(row.goods),
  destinations: fromJson(row.destinations),
  sources: fromJson(row.sources),
  sourceLanguages: fromJson(row.sourceLanguages),
  words: fromJson(row.words),
  digest: row.digest && fromJson(row.digest),
  quiet: row.quiet && fromJson(row.quiet),
  threads: row.threads === 1,
  parked: row.parked && fromJson(row.parked),
  since: row.since ?? row.createdAt,
});

type FilterColumns = { [Name in keyof Filter]: Json<Filter[Name]> };

const filterColumns = (filter: Filter) =>
  Object.fromEntries(filterNames.map((name) => [name, toJson(filter[name])])) as FilterColumns;

const mannerColumns = ({ digest, quiet, threads }: Manners) => ({
  digest: digest && toJson(digest),
  quiet: quiet && toJson(quiet),
  threads: flag(threads),
});

export async function insertSubscription(db: Db, given: NewSubscription): Promise<Subscription> {
  const wanted = { createdBy: null, ...noFilter, ...plainManners, ...given };
  const row = await db
    .insertInto('subscriptions')
    .values({ ...wanted, ...filterColumns(wanted), ...mannerColumns(wanted) })
    .returningAll()
    .executeTakeFirstOrThrow();
  await beginDigests(db, row.id, row.createdAt);
  return read(row);
}

/** Puts a Subscription in the place of the one with its id; the server stays. */
export async function updateSubscription(
  db: Db,
  { id, guildId, parked, ...set }: Subscription,
): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set({ ...set, ...filterColumns(set), ...mannerColumns(set), parked: parked && toJson(parked) })
    .where('id', '=', id)
    .where('guildId', '=', guildId)
    .execute();
  await beginDigests(db, id, set.since);
}

/**
 * Pauses a Subscription of a server, or resumes it.
 *
 * @returns whether that changed anything.
 */
export async function pauseSubscription(
  db: Db,
  { guildId, id }: Pick<Subscription, 'guildId' | 'id'>,
  paused: boolean,
  now: Instant,
): Promise<boolean> {
  const result = await db
    .updateTable('subscriptions')
    .set(paused ? { pausedAt: now } : { pausedAt: null, since: now })
    .where('id', '=', id)
    .where('guildId', '=', guildId)
    .where('pausedAt', paused ? 'is' : 'is not', null)
    .executeTakeFirst();
  const changed = result.numUpdatedRows > 0n;
  if (changed && !paused) await skipDigests(db, id, now);
  return changed;
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

/** Those of one channel, in the order in which they were made. */
export async function subscriptionsOf(db: Db, channelId: string): Promise<Subscription[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('channelId', '=', channelId)
    .orderBy('id')
    .execute();
  return rows.map(read);
}

/** The Subscription of this id, where it is one of this server's. */
export async function findSubscription(
  db: Db,
  guildId: string,
  id: number,
): Promise<Subscription | undefined> {
  const row = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('id', '=', id)
    .where('guildId', '=', guildId)
    .executeTakeFirst();
  return row && read(row);
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

/** Subscriptions to one Source are to another from now on. */
export async function replaceSource(db: Db, from: string, to: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const each of (await listSubscriptions(tx)).filter(({ sources }) => sources.includes(from))) {
      const sources = [...new Set(each.sources.map((id) => (id === from ? to : id)))];
      await updateSubscription(tx, { ...each, sources });
    }
  });
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
