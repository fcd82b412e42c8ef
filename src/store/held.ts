import type { AlertBody } from '../domain/alert.ts';
import type { Instant } from '../domain/moment.ts';
import { flag, fromJson, toJson } from './columns.ts';
import type { Db, DeliveryRow } from './schema.ts';

/** A Delivery that waits until it is let go. */
export interface Held extends Pick<DeliveryRow, 'id' | 'operation' | 'storyId' | 'firstAttemptAt'> {
  body: AlertBody;
  roleIds: string[];
  silent: boolean;
  /** For edits and replies: the Delivery of the message that they concern, and whether it tells other Stories too. */
  concerns: { deliveryId: string; grouped: boolean } | null;
}

/** The channels for which something is held. */
export async function heldChannels(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('deliveries')
    .select('channelId')
    .distinct()
    .where('state', '=', 'held')
    .orderBy('channelId')
    .execute();
  return rows.map(({ channelId }) => channelId);
}

/** What is held for a channel, in the order in which it came. */
export async function heldDeliveries(db: Db, channelId: string): Promise<Held[]> {
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('alerts', 'alerts.id', 'deliveries.alertId')
    .leftJoin('storyMessages', (join) =>
      join
        .onRef('storyMessages.storyId', '=', 'deliveries.storyId')
        .onRef('storyMessages.channelId', '=', 'deliveries.channelId'),
    )
    .select([
      'deliveries.id',
      'deliveries.operation',
      'deliveries.storyId',
      'deliveries.firstAttemptAt',
      'deliveries.roleIds',
      'deliveries.silent',
      'alerts.body',
      'storyMessages.deliveryId',
      'storyMessages.grouped',
    ])
    .where('deliveries.channelId', '=', channelId)
    .where('deliveries.state', '=', 'held')
    .orderBy('deliveries.seq')
    .execute();
  return rows.map(({ body, roleIds, silent, deliveryId, grouped, ...row }) => ({
    ...row,
    body: fromJson(body),
    roleIds: fromJson(roleIds),
    silent: silent === 1,
    concerns: deliveryId === null ? null : { deliveryId, grouped: grouped === 1 },
  }));
}

/** Lets what was held be sent, each in its place of the order. */
export async function setPending(db: Db, ids: readonly string[], now: Instant): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('deliveries')
    .set({ state: 'pending', nextAttemptAt: now })
    .where('id', 'in', ids)
    .where('state', '=', 'held')
    .execute();
}

/** Lets a message that has not been sent tell something else than it was made for. */
export async function retell(
  db: Db,
  id: string,
  { alertId, silent, roleIds }: { alertId: number; silent: boolean; roleIds: string[] },
): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ alertId, silent: flag(silent), roleIds: toJson(roleIds) })
    .where('id', '=', id)
    .execute();
}

/** Takes out what was never sent, because another message says it. */
export async function dropDeliveries(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('deliveries').where('id', 'in', ids).execute();
}

/** As if they had never been made: the channel does not know of their Stories. */
export async function forget(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.deleteFrom('storyMessages').where('deliveryId', 'in', ids).execute();
  await dropDeliveries(db, ids);
}

/** From now on one message tells the Stories of others too, together. */
export async function tellTogetherIn(db: Db, id: string, others: readonly string[]): Promise<void> {
  await db
    .updateTable('storyMessages')
    .set({ deliveryId: id, grouped: 1 })
    .where('deliveryId', 'in', [id, ...others])
    .execute();
}

/** Gives up what has been held for so long that it is no news. What a message says is put right however late. */
export async function rejectHeldBefore(
  db: Db,
  channelId: string,
  before: Instant,
  error: string,
  now: Instant,
): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'rejected', error, settledAt: now })
    .where('channelId', '=', channelId)
    .where('state', '=', 'held')
    .where('operation', '!=', 'edit')
    .where('createdAt', '<', before)
    .execute();
}
