import { isBarred } from '../domain/channel.ts';
import type { Messenger, Outcome, Outgoing } from '../domain/delivery.ts';
import { type Instant, MINUTE, SECOND } from '../domain/moment.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import { readChannel } from '../store/channels.ts';
import {
  claimDelivery,
  interruptedDeliveries,
  nextAttemptAt,
  outgoing,
  rejectWaiting,
  settleDelivery,
  type Target,
} from '../store/outbox.ts';
import { park } from '../store/parking.ts';
import type { Db, DeliveryRow } from '../store/schema.ts';
import { forgetOpsChannel } from '../store/servers.ts';
import { mayBeSent } from './audience.ts';
import { makeDigests } from './digest.ts';
import { releaseHeld } from './release.ts';

export interface OutboxPorts {
  db: Db;
  messenger: Messenger;
  clock: Clock;
  log: Log;
}

const channelsAtOnce = 8;

/**
 * Deliveries that were being sent when the process ended may or may not have arrived. They go through the
 * same gate as any other unknown outcome: the same nonce while Discord remembers it, then a search.
 */
export async function resumeInterrupted({ db, clock }: OutboxPorts): Promise<void> {
  for (const { id } of await interruptedDeliveries(db)) {
    await settleDelivery(db, id, { state: 'pending', nextAttemptAt: clock.now() });
  }
}

/**
 * Attempts everything that is due, channels side by side, each in its order. Returns when nothing is due, or
 * after what is under way when the signal aborts.
 */
export async function deliverDue(ports: OutboxPorts, signal?: AbortSignal): Promise<void> {
  await makeDigests(ports.db, ports.clock.now());
  await releaseHeld(ports.db, ports.clock.now());
  while (!signal?.aborted) {
    const claimed = await claimSome(ports);
    if (claimed.length === 0) return;
    await Promise.all(claimed.map((one) => attempt(one, ports)));
  }
}

/** When `deliverDue` will next have something to do; null when nothing waits. */
export function nextDeliveryAt({ db }: OutboxPorts): Promise<Instant | null> {
  return nextAttemptAt(db);
}

interface Claimed {
  delivery: DeliveryRow;
  claimedAt: Instant;
  message: Outgoing;
  target: Target | null;
}

/** In one step, so that little can come between taking a Delivery and sending it; and in none where nothing is due. */
async function claimSome({ db, clock }: OutboxPorts): Promise<Claimed[]> {
  const dueAt = await nextAttemptAt(db);
  if (dueAt === null || dueAt > clock.now()) return [];
  return db.transaction().execute(async (tx) => {
    const claimed: Claimed[] = [];
    while (claimed.length < channelsAtOnce) {
      const next = await claim(tx, clock.now());
      if (next === null) break;
      if (next !== 'held') claimed.push(next);
    }
    return claimed;
  });
}

/**
 * Takes the next Delivery, or finds that it must wait: what was put off, or is of yesterday evening, comes due at
 * night as well.
 */
async function claim(tx: Db, claimedAt: Instant): Promise<Claimed | 'held' | null> {
  const delivery = await claimDelivery(tx, claimedAt);
  if (!delivery) return null;
  const { outgoing: message, target } = await outgoing(tx, delivery);
  const claimed = { delivery, claimedAt, message, target };
  if (!(await mustWait(tx, claimed))) return claimed;

  const attempts = delivery.attempts - 1;
  await settleDelivery(tx, delivery.id, { state: 'held', attempts, firstAttemptAt: null });
  return 'held';
}

async function mustWait(tx: Db, { delivery, claimedAt, message, target }: Claimed): Promise<boolean> {
  // An attempt that may have arrived is seen through.
  if (delivery.firstAttemptAt !== claimedAt) return false;
  if (target?.state === 'held') return true;
  const channel = await readChannel(tx, delivery.channelId);
  if (delivery.operation === 'edit') return isBarred(channel);
  return !mayBeSent(channel, message, claimedAt);
}

/** What an attempt came to; `lost`: whether the message exists can no longer be found out. */
type Result = Outcome | { outcome: 'lost'; error: string };

async function attempt(claimed: Claimed, ports: OutboxPorts): Promise<void> {
  const result = impossible(claimed.message, claimed.target) ?? (await send(claimed, ports));
  await settle(claimed, result, ports);
}

/** An edit needs its message; a reply without one is simply a message. */
function impossible({ operation }: Outgoing, target: Target | null): Result | null {
  if (operation !== 'edit' || target?.messageId) return null;
  return { outcome: 'rejected', error: `the message it would change is ${target?.state ?? 'not known'}` };
}

/**
 * Sends, or finds out whether an earlier attempt did. Within Discord's memory of a nonce, sending again
 * returns the first message; after that, nothing is sent again: the message is looked for in the channel.
 */
async function send({ delivery, claimedAt, message }: Claimed, { messenger }: OutboxPorts): Promise<Result> {
  const age = claimedAt - (delivery.firstAttemptAt ?? claimedAt);
  const repeatable = message.operation === 'edit' || age === 0 || age < messenger.nonceMemory;
  if (repeatable) return messenger.deliver(age === 0 ? message : { ...message, again: true });

  try {
    const messageId = await messenger.find(message);
    if (messageId !== null) return { outcome: 'sent', messageId };
    return {
      outcome: 'lost',
      error: 'asked Discord to send it, got no answer, and cannot find it in the channel',
    };
  } catch (error) {
    return { outcome: 'unknown', error: `looking for the message failed: ${String(error)}` };
  }
}

async function settle(claimed: Claimed, result: Result, ports: OutboxPorts): Promise<void> {
  const { delivery, claimedAt } = claimed;
  const { db, clock, log } = ports;
  const now = clock.now();
  const { id, channelId, operation, attempts } = delivery;
  const fields = { delivery: id, channel: channelId, operation, attempts };
  switch (result.outcome) {
    case 'sent':
      log.debug({ ...fields, message: result.messageId }, 'delivered');
      return settleDelivery(db, id, {
        state: 'sent',
        messageId: result.messageId,
        error: null,
        settledAt: now,
      });
    case 'barred':
      log.warn({ ...fields, code: result.code, error: result.error }, 'channel cannot be posted in');
      return db.transaction().execute((tx) => parkChannel(tx, claimed, result, now));
    case 'rejected':
      log.warn({ ...fields, error: result.error }, 'delivery rejected');
      return settleDelivery(db, id, { state: 'rejected', error: result.error, settledAt: now });
    case 'lost':
      log.error({ ...fields, error: result.error }, 'delivery of unknown outcome');
      return settleDelivery(db, id, { state: 'unknown', error: result.error, settledAt: now });
    case 'later':
      log.warn({ ...fields, error: result.error }, 'delivery delayed');
      return settleDelivery(db, id, {
        state: 'pending',
        error: result.error,
        nextAttemptAt: now + Math.max(result.after, pauseAfter(attempts)),
        // Certainly not sent: the memory of its nonce begins with the next attempt.
        ...(delivery.firstAttemptAt === claimedAt && { firstAttemptAt: null }),
      });
    case 'unknown':
      log.warn({ ...fields, error: result.error }, 'delivery unanswered');
      return settleDelivery(db, id, {
        state: 'pending',
        error: result.error,
        nextAttemptAt: now + Math.min(pauseAfter(attempts), longestUnknownPause),
      });
  }
}

/** What was refused waits with the rest until the bot may post there again; for nobody, all of it is given up. */
async function parkChannel(
  tx: Db,
  { delivery, claimedAt }: Claimed,
  { code, error }: Extract<Result, { outcome: 'barred' }>,
  now: Instant,
): Promise<void> {
  const { id, channelId, firstAttemptAt } = delivery;
  await forgetOpsChannel(tx, channelId);
  if (!(await park(tx, channelId, { at: now, code }))) {
    await settleDelivery(tx, id, { state: 'rejected', error, settledAt: now });
    return rejectWaiting(tx, channelId, error, now);
  }
  // Where an earlier attempt may have arrived, that stays to be found out.
  const fresh = firstAttemptAt === claimedAt && { firstAttemptAt: null };
  await settleDelivery(tx, id, { state: 'held', error, ...fresh });
}

const longestPause = 10 * MINUTE;
/** Short enough to come back well within Discord's memory of a nonce. */
const longestUnknownPause = 30 * SECOND;

const pauseAfter = (attempts: number) => Math.min(SECOND * 2 ** attempts, longestPause);
