import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Instant, MINUTE, SECOND } from '../domain/moment.ts';
import { backoff } from '../domain/schedule.ts';
import type { Source } from '../domain/source.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import {
  type Claim,
  claimDue,
  claimSource,
  type Lease,
  LeaseLost,
  nextDueAt,
  releaseLease,
  renewLease,
} from '../store/sources.ts';
import { deliverDue, nextDeliveryAt, type OutboxPorts, resumeInterrupted } from './deliver.ts';
import { tellMakers } from './makers.ts';
import { type Polled, type PollOptions, poll } from './poll.ts';
import type { Ports } from './ports.ts';
import { record } from './record.ts';
import { recordTogether } from './record-together.ts';

/** Ten thousand Sources every ten minutes are 17 a second, and ministries take their time. */
const pollsAtOnce = 32;
const leaseFor = 10 * MINUTE;
/** However far off the next work is: an admin may add some, the machine may have slept. */
const longestSleep = 30 * SECOND;

/** Why a sleep ends early. Without a reason, a signal makes an error and its stack, each time. */
const over = 'over';

/**
 * Wakes a sleeping loop because there is new work for it. A loop takes the signal before it looks for work,
 * so that a bell rung meanwhile is not missed.
 */
export class Bell {
  #rung = new AbortController();

  ring(): void {
    this.#rung.abort(over);
    this.#rung = new AbortController();
  }

  get signal(): AbortSignal {
    return this.#rung.signal;
  }
}

interface PollLoop {
  signal: AbortSignal;
  onPolled: (polled: Polled) => void;
  /** Called at every turn of the loop, at least twice a minute. */
  onTurn?: () => void;
}

/**
 * Polls whatever is due, several Sources at a time, until the signal aborts; then waits for the polls
 * under way. One Source's error never stops another.
 */
export async function runPolls(ports: Ports, { signal, onPolled, onTurn }: PollLoop): Promise<void> {
  const running = new Set<Promise<void>>();
  const freed = new Bell();
  const recorder = recordTogether(ports.db);
  const start = (claim: Claim) => {
    const task = pollClaimed(claim, ports, { signal, recorder }).then((polled) => {
      if (polled) onPolled(polled);
      running.delete(task);
      freed.ring();
    });
    running.add(task);
  };
  while (!signal.aborted) {
    onTurn?.();
    const rung = freed.signal;
    const seats = pollsAtOnce - running.size;
    const claims = seats > 0 ? await claimSeats(ports, seats) : [];
    for (const claim of claims) start(claim);
    if (claims.length > 0) continue;
    await sleepUntil(seats > 0 ? await nextDueAt(ports.db) : null, ports.clock, [signal, rung]);
    // Polls that were recorded together free their seats together, and those are claimed together.
    await nextTurn();
  }
  await Promise.all(running);
}

/** Polls once what is due now, as many Sources as the loop polls at a time: one turn of it, for a test's own clock. */
export async function pollDue(ports: Ports, signal: AbortSignal): Promise<Polled[]> {
  const recorder = recordTogether(ports.db);
  const claims = await claimSeats(ports, pollsAtOnce);
  const polled = await Promise.all(claims.map((claim) => pollClaimed(claim, ports, { signal, recorder })));
  return polled.filter((one) => one !== null);
}

/** Polls one Source now, due or not. Null when another process is polling it at this moment. */
export async function pollNow(ports: Ports, sourceId: string, signal: AbortSignal): Promise<Polled | null> {
  const now = ports.clock.now();
  const claim = await claimSource(ports.db, now, now + leaseFor, sourceId);
  return claim && pollClaimed(claim, ports, { signal, force: true });
}

function claimSeats({ db, clock }: Ports, seats: number): Promise<Claim[]> {
  const now = clock.now();
  return claimDue(db, now, now + leaseFor, seats);
}

/** Polls under a lease that is renewed for as long as it takes; what goes wrong is logged, once, here. */
async function pollClaimed(
  claim: Claim,
  ports: Ports,
  options: PollOptions & { signal: AbortSignal },
): Promise<Polled | null> {
  const source = ports.sources.get(claim.lease.sourceId);
  if (!source) return null;
  const ended = new AbortController();
  const renewing = keepLease(claim.lease, ports, ended.signal);
  try {
    const polled = await poll(source, claim, ports, options);
    logPolled(polled, ports.log);
    return polled;
  } catch (error) {
    await giveUp(source, claim, error, ports, options.signal);
    return null;
  } finally {
    ended.abort(over);
    await renewing;
  }
}

/** A poll that ended without recording anything: the Source is left so that it will be polled again. */
async function giveUp(source: Source, claim: Claim, error: unknown, ports: Ports, signal: AbortSignal) {
  const { db, clock, log, random } = ports;
  if (error instanceof LeaseLost) return log.warn({ source: source.id }, error.message);
  try {
    if (signal.aborted) return await releaseLease(db, claim.lease);

    log.error({ source: source.id, err: error }, 'poll failed unexpectedly');
    const now = clock.now();
    await record(db, {
      source,
      lease: claim.lease,
      state: claim.state,
      listing: { outcome: 'failed', reason: 'internal', detail: String(error) },
      observations: [],
      articlesGone: false,
      renamed: [],
      now,
      nextPollAt: now + backoff(claim.state.failures + 1, source.cadence, 0, random()),
    });
  } catch (second) {
    log.error(
      { source: source.id, err: second },
      'a failed poll could not be recorded; its lease runs out by itself',
    );
  }
}

async function keepLease(lease: Lease, { db, clock, log }: Ports, ended: AbortSignal): Promise<void> {
  for (;;) {
    await clock.sleep(leaseFor / 3, ended);
    if (ended.aborted) return;
    try {
      await renewLease(db, lease, clock.now() + leaseFor);
    } catch (error) {
      log.warn({ source: lease.sourceId, err: error }, 'lease not renewed');
      return;
    }
  }
}

function logPolled(
  { sourceId, listing, failure, warnings, newItems, alerts, deliveries }: Polled,
  log: Log,
): void {
  for (const warning of warnings) log.warn({ source: sourceId }, warning);
  if (failure) log.warn({ source: sourceId, reason: failure.reason }, failure.message);
  log.debug({ source: sourceId, listing, newItems, alerts: alerts.length, deliveries }, 'polled');
}

/** Delivers what is due until the signal aborts. `bell` is rung when there are new Deliveries. */
export async function runOutbox(
  ports: OutboxPorts,
  { signal, bell }: { signal: AbortSignal; bell: Bell },
): Promise<void> {
  await resumeInterrupted(ports);
  while (!signal.aborted) {
    const rung = bell.signal;
    await deliverDue(ports, signal);
    await tellMakers(ports);
    await sleepUntil(await nextDeliveryAt(ports), ports.clock, [signal, rung]);
  }
}

function sleepUntil(at: Instant | null, clock: Clock, signals: AbortSignal[]): Promise<void> {
  const wait = at === null ? longestSleep : Math.min(Math.max(at - clock.now(), 0), longestSleep);
  return clock.sleep(wait, AbortSignal.any(signals));
}
