import { sql } from 'kysely';
import { type FailureReason, siteReasons } from '../domain/failure.ts';
import { usualRows } from '../domain/health.ts';
import type { Day, Instant } from '../domain/moment.ts';
import { trouble } from '../domain/schedule.ts';
import type { Flag } from './columns.ts';
import type { Db, SourceRow } from './schema.ts';

/** The right to poll one Source and to record what was found, until it expires or is claimed anew. */
export interface Lease {
  sourceId: string;
  fence: number;
}

/** Somebody else has claimed the Source meanwhile: what this poller found is not recorded. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';

  constructor(lease: Lease) {
    super(`the lease of ${lease.sourceId} (fence ${lease.fence}) was taken over by another poller`);
  }
}

/**
 * Makes the table name exactly the Sources to read, but for those that an admin has paused; what is known of
 * others stays, disabled. Nobody is blind on an authority that is read no more.
 */
export async function registerSources(db: Db, sources: readonly Registered[], now: Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('sources').set({ enabled: 0 }).execute();
    for (const source of sources) await enable(tx, source, now);
    await forgetUnread(tx);
  });
}

/** Reads one Source more from now on, paused or disabled as it may have been. */
export async function enableSource(db: Db, source: Registered, now: Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('sources')
      .set({ pausedAt: null, nextPollAt: now })
      .where('id', '=', source.id)
      .execute();
    await enable(tx, source, now);
  });
}

/**
 * Reads one Source no more: until it is enabled again, or, with `pausedAt`, not even after a restart. A poll that is
 * under way records nothing.
 */
export async function disableSource(db: Db, id: string, pausedAt: Instant | null): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('sources')
      .set({ enabled: 0, pausedAt, fence: sql<number>`fence + 1` })
      .where('id', '=', id)
      .execute();
    await forgetUnread(tx);
  });
}

/** Sources that admins have paused, in the order of their ids. */
export function pausedSources(db: Db): Promise<SourceRow[]> {
  return db.selectFrom('sources').selectAll().where('pausedAt', 'is not', null).orderBy('id').execute();
}

type Registered = { id: string; authority: { id: string } };

async function enable(tx: Db, { id, authority }: Registered, now: Instant): Promise<void> {
  await tx
    .insertInto('sources')
    .values({
      id,
      authorityId: authority.id,
      enabled: 1,
      nextPollAt: now,
      leaseUntil: 0,
      fence: 0,
      failures: 0,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        enabled: sql<Flag>`sources.paused_at is null`,
        authorityId: authority.id,
      }),
    )
    .execute();
}

/** Nobody is blind on an authority that is read no more. */
async function forgetUnread(tx: Db): Promise<void> {
  await tx
    .deleteFrom('authorities')
    .where('id', 'not in', (eb) => eb.selectFrom('sources').select('authorityId').where('enabled', '=', 1))
    .execute();
}

/** All Sources that are read at present, in the order of their ids. */
export function enabledSources(db: Db): Promise<SourceRow[]> {
  return db.selectFrom('sources').selectAll().where('enabled', '=', 1).orderBy('id').execute();
}

/** When the first article of a Source is to be read. */
const firstReadAt = sql<Instant | null>`(
  select min(next_read_at) from items where items.source_id = sources.id and next_read_at is not null)`;

/**
 * When a Source is due: for its listing, or because an article is to be read before. Of a site out of reach only
 * the listing is asked for.
 */
const dueAt = sql<Instant>`case
  when failures >= ${sql.lit(trouble.failures)} and failure_reason in (${sql.join(siteReasons.map((reason) => sql.lit(reason)))})
  then next_poll_at
  else min(next_poll_at, coalesce(${firstReadAt}, next_poll_at))
  end`;

/** A Source that this process alone may poll now. */
export interface Claim {
  lease: Lease;
  /** As it was when it was claimed. */
  state: SourceRow;
  /** When the first of its articles is to be read; null where none is. */
  readAt: Instant | null;
}

/** Claims one Source, due or not. Null when it is not free. */
export async function claimSource(
  db: Db,
  now: Instant,
  leaseUntil: Instant,
  id: string,
): Promise<Claim | null> {
  const [claim] = await claimAll(db, leaseUntil, freeAt(db, now).where('id', '=', id));
  return claim ?? null;
}

/**
 * Claims the Sources that have been due longest, all at once: for their listing, or because an article is to be read.
 *
 * @param limit - Fewer are claimed where no more are free and due.
 */
export function claimDue(db: Db, now: Instant, leaseUntil: Instant, limit: number): Promise<Claim[]> {
  return claimAll(db, leaseUntil, freeAt(db, now).where(dueAt, '<=', now).orderBy(dueAt).limit(limit));
}

const freeAt = (db: Db, now: Instant) =>
  db.selectFrom('sources').select('id').where('enabled', '=', 1).where('leaseUntil', '<=', now);

async function claimAll(db: Db, leaseUntil: Instant, ids: ReturnType<typeof freeAt>): Promise<Claim[]> {
  const rows = await db
    .updateTable('sources')
    .set({ leaseUntil, fence: sql<number>`fence + 1` })
    .where('id', 'in', ids)
    .returningAll()
    .returning(firstReadAt.as('readAt'))
    .execute();
  return rows.map(({ readAt, ...state }) => ({
    lease: { sourceId: state.id, fence: state.fence },
    state,
    readAt,
  }));
}

/** When the next Source or article is due and free to be claimed; null when nothing ever is. */
export async function nextDueAt(db: Db): Promise<Instant | null> {
  const row = await db
    .selectFrom('sources')
    .select(sql<Instant>`max(lease_until, ${dueAt})`.as('at'))
    .where('enabled', '=', 1)
    .orderBy('at')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

/**
 * Changes the Source's row as the holder of the lease.
 * @throws {LeaseLost} The fence is no longer the newest; the transaction is to be rolled back.
 */
export async function updateAsHolder(db: Db, lease: Lease, set: Partial<SourceRow>): Promise<void> {
  const result = await db
    .updateTable('sources')
    .set(set)
    .where('id', '=', lease.sourceId)
    .where('fence', '=', lease.fence)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new LeaseLost(lease);
}

/** What a complete read of a listing says about its Source. */
interface ListingRead {
  /** Of the first page. */
  rows: number;
  oldestOn: Day | null;
  /** Whether rows may have come and gone since the read before. */
  gap?: boolean;
}

/** How a listing was asked for, and what that showed. */
export interface Asked {
  /** Without validators. */
  inFull?: boolean;
  /** Where the Source's own address leads for good; null: nowhere else. Absent: it was not asked. */
  movedTo?: string | null;
}

/** The Source was read, which ends the lease; `listing` is null when it had not changed. */
export function readSucceeded(
  db: Db,
  lease: Lease,
  state: SourceRow,
  listing: ListingRead | null,
  now: Instant,
  nextPollAt: Instant,
  { inFull, movedTo }: Asked = {},
): Promise<void> {
  return updateAsHolder(db, lease, {
    leaseUntil: 0,
    nextPollAt,
    lastSuccessAt: now,
    failures: 0,
    failingSince: null,
    ...(inFull && { fullReadAt: now }),
    ...(movedTo !== undefined && { movedTo }),
    ...(listing && learned(listing, state, now)),
  });
}

function learned({ rows, oldestOn, gap }: ListingRead, state: SourceRow, now: Instant): Partial<SourceRow> {
  const baseline = state.baselineAt === null;
  return {
    rows,
    usualRows: usualRows(state.usualRows, rows),
    ...(baseline && { baselineAt: now, baselineOldestOn: oldestOn }),
    ...(gap && { gapFrom: state.lastSuccessAt, gapUntil: now }),
  };
}

/** The Source could not be read, which ends the lease. */
export function readFailed(
  db: Db,
  lease: Lease,
  state: SourceRow,
  failure: { reason: FailureReason; detail: string },
  now: Instant,
  nextPollAt: Instant,
): Promise<void> {
  return updateAsHolder(db, lease, {
    leaseUntil: 0,
    nextPollAt,
    failures: state.failures + 1,
    failingSince: state.failingSince ?? now,
    failureReason: failure.reason,
    failureDetail: failure.detail,
    failureAt: now,
  });
}

export function renewLease(db: Db, lease: Lease, leaseUntil: Instant): Promise<void> {
  return updateAsHolder(db, lease, { leaseUntil });
}

export async function releaseLease(db: Db, lease: Lease): Promise<void> {
  await db
    .updateTable('sources')
    .set({ leaseUntil: 0 })
    .where('id', '=', lease.sourceId)
    .where('fence', '=', lease.fence)
    .execute();
}

/** For the only process on this database: whoever held a lease is dead. */
export async function voidLeases(db: Db): Promise<void> {
  await db.updateTable('sources').set({ leaseUntil: 0 }).where('leaseUntil', '>', 0).execute();
}
