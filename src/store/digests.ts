import { sql } from 'kysely';
import { type AlertBody, type AlertKind, viewsIn } from '../domain/alert.ts';
import type { Instant } from '../domain/moment.ts';
import { storyKey } from './alerts.ts';
import { fromJson } from './columns.ts';
import type { Db } from './schema.ts';

/** How far the digests of a Subscription have come. */
export interface DigestMark {
  subscriptionId: number;
  /** When the last one was made, or they began. */
  at: Instant;
  /** The last Alert that it looked at: Alerts are told apart by the order in which they were stored, not by clocks. */
  alertId: number;
}

const newestAlert = sql<number>`(select coalesce(max(id), 0) from alerts)`;

/** A Subscription that wants digests, and had none, is told what comes from now on. */
export async function beginDigests(db: Db, subscriptionId: number, now: Instant): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set({ digestAt: now, digestAlertId: newestAlert })
    .where('id', '=', subscriptionId)
    .where('digest', 'is not', null)
    .where('digestAt', 'is', null)
    .execute();
}

/** What came until now is in no digest: it was made, or nobody wanted one. */
export async function skipDigests(db: Db, subscriptionId: number, now: Instant): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set({ digestAt: now, digestAlertId: newestAlert })
    .where('id', '=', subscriptionId)
    .where('digestAt', 'is not', null)
    .execute();
}

/** After the last digest of a Subscription that wants none any more. */
export async function endDigests(db: Db, subscriptionId: number): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set({ digestAt: null, digestAlertId: null })
    .where('id', '=', subscriptionId)
    .execute();
}

/** The Subscriptions that have digests, or had them until they were switched off. */
export async function digestMarks(db: Db): Promise<DigestMark[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .select(['id', 'digestAt', 'digestAlertId'])
    .where('digestAt', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, digestAt, digestAlertId }) =>
    digestAt === null ? [] : [{ subscriptionId: id, at: digestAt, alertId: digestAlertId ?? 0 }],
  );
}

const aboutStories: AlertKind[] = ['story', 'follow-up', 'correction', 'withdrawal', 'difference', 'update'];

/** An Alert about one Story. */
export interface ToldAlert {
  id: number;
  body: Extract<AlertBody, { view: unknown }>;
  /** Whether the Story begins with it; others of its kind are for single channels. */
  begins: boolean;
  /** Whether the channel has been told it by itself. */
  told: boolean;
}

/** What has come of Stories after an Alert, in order, and what of it a channel was told at once. */
export async function alertsAfter(db: Db, alertId: number, channelId: string): Promise<ToldAlert[]> {
  const rows = await db
    .selectFrom('alerts')
    .leftJoin('deliveries', (join) =>
      join.onRef('deliveries.alertId', '=', 'alerts.id').on('deliveries.channelId', '=', channelId),
    )
    .select(['alerts.id', 'alerts.key', 'alerts.body', 'deliveries.id as deliveryId'])
    .where('alerts.id', '>', alertId)
    .where('alerts.kind', 'in', aboutStories)
    .orderBy('alerts.id')
    .execute();
  return rows.flatMap(({ id, key, body, deliveryId }) => {
    const parsed = fromJson(body);
    if (!('view' in parsed)) return [];
    const begins = key === storyKey(parsed.view.storyId);
    return [{ id, body: parsed, begins, told: deliveryId !== null }];
  });
}

/** The digests that were made for a channel after an Alert, by their own Alerts, and the Stories that each lists. */
export async function digestsAfter(
  db: Db,
  alertId: number,
  channelId: string,
): Promise<{ id: number; storyIds: number[] }[]> {
  const rows = await db
    .selectFrom('alerts')
    .innerJoin('deliveries', 'deliveries.alertId', 'alerts.id')
    .select(['alerts.id', 'alerts.body'])
    .where('alerts.id', '>', alertId)
    .where('alerts.kind', '=', 'digest')
    .where('deliveries.channelId', '=', channelId)
    .orderBy('alerts.id')
    .execute();
  return rows.map(({ id, body }) => ({
    id,
    storyIds: viewsIn(fromJson(body)).map(({ storyId }) => storyId),
  }));
}

/**
 * Up to which Alert a channel knows a Story by the message in which it reads of it: a message that was held has been
 * told as it was known when it went. Null: it has not been told of it.
 */
export async function toldUpTo(db: Db, storyId: number, channelId: string): Promise<number | null> {
  const row = await db
    .selectFrom('storyMessages')
    .innerJoin('deliveries', 'deliveries.id', 'storyMessages.deliveryId')
    .select('deliveries.alertId')
    .where('storyMessages.storyId', '=', storyId)
    .where('storyMessages.channelId', '=', channelId)
    .executeTakeFirst();
  return row?.alertId ?? null;
}
