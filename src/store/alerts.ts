import type { AlertBody, Operation } from '../domain/alert.ts';
import type { Instant } from '../domain/moment.ts';
import type { Market, MessageLanguage } from '../domain/subscription.ts';
import { flag, fromJson, toJson } from './columns.ts';
import type { Db } from './schema.ts';

/** The key of the Alert that a Story begins with. */
export const storyKey = (storyId: number) => `story/${storyId}`;

/**
 * Stores an Alert.
 * @returns its id; null when one of the same key has been stored before, so that nothing is told twice.
 */
export async function insertAlert(
  db: Db,
  key: string,
  body: AlertBody,
  now: Instant,
): Promise<number | null> {
  const row = await db
    .insertInto('alerts')
    .values({ key, kind: body.kind, body: toJson(body), createdAt: now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function isAlertStored(db: Db, key: string): Promise<boolean> {
  const row = await db.selectFrom('alerts').select('id').where('key', '=', key).executeTakeFirst();
  return row !== undefined;
}

export interface NewDelivery {
  id: string;
  alertId: number;
  channelId: string;
  operation: Operation;
  /** For edits and replies: the Story whose first message they concern. */
  storyId: number | null;
  roleIds: string[];
  silent: boolean;
  language: MessageLanguage;
  market: Market;
  /** Whether its Story has a thread of its own. */
  threads?: boolean;
  /** Whether it has to wait until it is let go. */
  held?: boolean;
  createdAt: Instant;
}

export async function insertDelivery(
  db: Db,
  { held = false, threads = false, ...delivery }: NewDelivery,
): Promise<void> {
  await db
    .insertInto('deliveries')
    .values({
      ...delivery,
      state: held ? 'held' : 'pending',
      threads: flag(threads),
      roleIds: toJson(delivery.roleIds),
      silent: flag(delivery.silent),
      attempts: 0,
      nextAttemptAt: delivery.createdAt,
    })
    .execute();
}

/** Remembers in which message a channel first reads of a Story; a later message changes nothing. */
export async function insertStoryMessage(
  db: Db,
  message: { storyId: number; channelId: string; deliveryId: string; grouped: boolean },
): Promise<void> {
  await db
    .insertInto('storyMessages')
    .values({ ...message, grouped: flag(message.grouped) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether a channel has been told of a Story, or is about to be. */
export async function isTold(db: Db, storyId: number, channelId: string): Promise<boolean> {
  const row = await db
    .selectFrom('storyMessages')
    .select('storyId')
    .where('storyId', '=', storyId)
    .where('channelId', '=', channelId)
    .executeTakeFirst();
  return row !== undefined;
}

/** The message in which a channel is to read of a Story first, by its Delivery, where it waits to be let go. */
export async function heldMessageOf(db: Db, storyId: number, channelId: string): Promise<string | null> {
  const row = await db
    .selectFrom('storyMessages')
    .innerJoin('deliveries', 'deliveries.id', 'storyMessages.deliveryId')
    .select('deliveries.id')
    .where('storyMessages.storyId', '=', storyId)
    .where('storyMessages.channelId', '=', channelId)
    .where('deliveries.state', '=', 'held')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The channels that have been told, or are about to be told, of a Story. */
export function storyMessages(db: Db, storyId: number) {
  return db
    .selectFrom('storyMessages')
    .innerJoin('deliveries', 'deliveries.id', 'storyMessages.deliveryId')
    .select([
      'storyMessages.channelId',
      'storyMessages.grouped',
      'deliveries.state',
      'deliveries.roleIds',
      'deliveries.language',
      'deliveries.market',
      'deliveries.threads',
    ])
    .where('storyMessages.storyId', '=', storyId)
    .orderBy('storyMessages.channelId')
    .execute();
}

/**
 * The messages about the Stories it stands for, in channels that had been told of both: there they are no message of
 * this Story, and say the same.
 */
export async function mergedMessages(db: Db, storyId: number) {
  const rows = await db
    .selectFrom('stories')
    .innerJoin('storyMessages', 'storyMessages.storyId', 'stories.id')
    .innerJoin('deliveries', 'deliveries.id', 'storyMessages.deliveryId')
    .leftJoin('storyMessages as own', (join) =>
      join
        .on('own.storyId', '=', storyId)
        .onRef('own.channelId', '=', 'storyMessages.channelId')
        .onRef('own.deliveryId', '=', 'storyMessages.deliveryId'),
    )
    .select([
      'storyMessages.storyId',
      'storyMessages.channelId',
      'storyMessages.deliveryId',
      'deliveries.state',
      'deliveries.roleIds',
      'deliveries.language',
      'deliveries.market',
      'deliveries.threads',
    ])
    .where('stories.mergedInto', '=', storyId)
    .where('storyMessages.grouped', '=', 0)
    .where('own.deliveryId', 'is', null)
    .orderBy('storyMessages.storyId')
    .execute();
  return [...new Map(rows.map((row) => [row.deliveryId, row])).values()];
}

/** The Alert behind a Delivery, for whoever presses a button under its message. */
export async function alertOfDelivery(
  db: Db,
  deliveryId: string,
): Promise<{ body: AlertBody; sentAt: Instant | null } | null> {
  const row = await db
    .selectFrom('deliveries')
    .innerJoin('alerts', 'alerts.id', 'deliveries.alertId')
    .select(['alerts.body', 'deliveries.settledAt'])
    .where('deliveries.id', '=', deliveryId)
    .executeTakeFirst();
  return row ? { body: fromJson(row.body), sentAt: row.settledAt } : null;
}
