import { type ExpressionBuilder, sql } from 'kysely';
import type { AlertKind } from '../domain/alert.ts';
import { nonceOf, type Outgoing } from '../domain/delivery.ts';
import type { Instant } from '../domain/moment.ts';
import { fromJson } from './columns.ts';
import type { Db, DeliveryRow, DeliveryTable, Schema } from './schema.ts';

/** Nothing unfinished stands before it in its channel. */
const firstOfItsChannel = (eb: ExpressionBuilder<Schema & { candidate: DeliveryTable }, 'candidate'>) =>
  eb.not(
    eb.exists(
      eb
        .selectFrom('deliveries as earlier')
        .select('earlier.seq')
        .whereRef('earlier.channelId', '=', 'candidate.channelId')
        .whereRef('earlier.seq', '<', 'candidate.seq')
        .where('earlier.state', 'in', ['pending', 'sending']),
    ),
  );

/**
 * Takes the next Delivery to attempt: due, and the first unfinished one of its channel, so that messages
 * arrive in order and one stuck channel holds up no other. It is `sending` from then on.
 */
export function claimDelivery(db: Db, now: Instant): Promise<DeliveryRow | undefined> {
  return db
    .updateTable('deliveries')
    .set({
      state: 'sending',
      attempts: sql<number>`attempts + 1`,
      firstAttemptAt: sql<number>`coalesce(first_attempt_at, ${now})`,
    })
    .where('seq', '=', (eb) =>
      eb
        .selectFrom('deliveries as candidate')
        .select('candidate.seq')
        .where('candidate.state', '=', 'pending')
        .where('candidate.nextAttemptAt', '<=', now)
        .where(firstOfItsChannel)
        .orderBy('candidate.seq')
        .limit(1),
    )
    .returningAll()
    .executeTakeFirst();
}

/** Deliveries that a process was sending when it ended: whether they arrived is not known yet. */
export function interruptedDeliveries(db: Db): Promise<DeliveryRow[]> {
  return db.selectFrom('deliveries').selectAll().where('state', '=', 'sending').orderBy('seq').execute();
}

/** When the next Delivery may be attempted; null when none waits. */
export async function nextAttemptAt(db: Db): Promise<Instant | null> {
  const row = await db
    .selectFrom('deliveries as candidate')
    .select((eb) => eb.fn.min('candidate.nextAttemptAt').as('at'))
    .where('candidate.state', '=', 'pending')
    .where(firstOfItsChannel)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Writes down what became of an attempt. */
export async function settleDelivery(
  db: Db,
  id: string,
  set: Partial<
    Pick<
      DeliveryRow,
      'state' | 'messageId' | 'error' | 'attempts' | 'nextAttemptAt' | 'firstAttemptAt' | 'settledAt'
    >
  >,
): Promise<void> {
  await db.updateTable('deliveries').set(set).where('id', '=', id).execute();
}

/** The message that an edit or a reply concerns, and whether it was ever sent. */
export interface Target {
  messageId: string | null;
  state: DeliveryRow['state'];
  /** Whether it tells other Stories too. */
  grouped: boolean;
  /** Whether a thread was begun with it. */
  threads: boolean;
}

/** All that sending a Delivery takes. */
export async function outgoing(
  db: Db,
  delivery: DeliveryRow,
): Promise<{ outgoing: Outgoing; target: Target | null }> {
  const alert = await db
    .selectFrom('alerts')
    .select(['kind', 'body'])
    .where('id', '=', delivery.alertId)
    .executeTakeFirstOrThrow();
  const installation = await installationId(db);
  const target = delivery.operation === 'send' ? null : await targetOf(db, delivery);
  const thread = delivery.threads === 1 ? threadOf(alert.kind, target) : null;
  return {
    target,
    outgoing: {
      deliveryId: delivery.id,
      nonce: nonceOf(installation, delivery.id),
      channelId: delivery.channelId,
      operation: delivery.operation,
      targetMessageId: target?.messageId ?? null,
      body: fromJson(alert.body),
      roleIds: fromJson(delivery.roleIds),
      silent: delivery.silent === 1,
      language: delivery.language,
      market: delivery.market,
      ...(thread && { thread }),
    },
  };
}

/** A message about one Story has a thread; what is said of that Story goes into it. */
function threadOf(kind: AlertKind, target: Target | null): 'new' | 'own' | null {
  if (kind === 'story') return 'new';
  if (!target?.messageId || target.grouped) return null;
  return target.threads ? 'own' : 'new';
}

export async function installationId(db: Db): Promise<string> {
  return (await db.selectFrom('installation').select('value').executeTakeFirstOrThrow()).value;
}

async function targetOf(db: Db, delivery: DeliveryRow): Promise<Target | null> {
  if (delivery.storyId === null) return null;
  const first = await db
    .selectFrom('storyMessages')
    .innerJoin('deliveries', 'deliveries.id', 'storyMessages.deliveryId')
    .select(['deliveries.messageId', 'deliveries.state', 'deliveries.threads', 'storyMessages.grouped'])
    .where('storyMessages.storyId', '=', delivery.storyId)
    .where('storyMessages.channelId', '=', delivery.channelId)
    .executeTakeFirst();
  return first ? { ...first, grouped: first.grouped === 1, threads: first.threads === 1 } : null;
}

/** How many Deliveries are in each state: waiting, refused by Discord, of unknown outcome. */
export function countDeliveries(db: Db) {
  return db
    .selectFrom('deliveries')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
}

/** Gives up what waits for a channel that is not used any more. */
export async function rejectWaiting(db: Db, channelId: string, error: string, now: Instant): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'rejected', error, settledAt: now })
    .where('channelId', '=', channelId)
    .where('state', 'in', ['held', 'pending'])
    .execute();
}
