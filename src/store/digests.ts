import { sql } from 'kysely';
import type { AlertBody, AlertKind } from '../domain/alert.ts';
import type { Instant } from '../domain/moment.ts';
import { fromJson } from './columns.ts';
import type { Db } from './schema.ts';

/** How far the digests of a Subscription have come. */
export interface DigestPlace {
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
export async function digestPlaces(db: Db): Promise<DigestPlace[]> {
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

/** An Alert about one Story, and whether a channel has been told it by itself. */
export interface ToldAlert {
  id: number;
  body: Extract<AlertBody, { view: unknown }>;
  told: boolean;
}

/** What has come of Stories after an Alert, in order, and what of it a channel was told at once. */
export async function alertsAfter(db: Db, alertId: number, channelId: string): Promise<ToldAlert[]> {
  const rows = await db
    .selectFrom('alerts')
    .leftJoin('deliveries', (join) =>
      join.onRef('deliveries.alertId', '=', 'alerts.id').on('deliveries.channelId', '=', channelId),
    )
    .select(['alerts.id', 'alerts.body', 'deliveries.id as deliveryId'])
    .where('alerts.id', '>', alertId)
    .where('alerts.kind', 'in', aboutStories)
    .orderBy('alerts.id')
    .execute();
  return rows.flatMap(({ id, body, deliveryId }) => {
    const parsed = fromJson(body);
    return 'view' in parsed ? [{ id, body: parsed, told: deliveryId !== null }] : [];
  });
}
