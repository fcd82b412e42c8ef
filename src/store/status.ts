import type { FailureReason } from '../domain/failure.ts';
import type { Instant } from '../domain/moment.ts';
import { MINUTE } from '../domain/moment.ts';
import { trouble } from '../domain/schedule.ts';
import { blindAuthorities } from './authorities.ts';
import type { Db, SourceRow } from './schema.ts';
import { enabledSources } from './sources.ts';

/**
 * `unread`: not polled yet. `failing`: in trouble, as the watchdogs see it. `overdue`: it should have been
 * polled a while ago, and nobody has: then an empty channel says nothing either.
 */
type SourceState = 'reading' | 'unread' | 'failing' | 'overdue';

export interface SourceHealth {
  id: string;
  authorityId: string;
  state: SourceState;
  lastReadAt: Instant | null;
  /** What went wrong last; null while it is read. */
  failure: { reason: FailureReason; detail: string; since: Instant } | null;
}

/**
 * Whether silence means "no news". `blind`: not for some authority. `degraded`: it does, though some Source
 * is in trouble. `starting`: not before every Source has been read once.
 */
export type Verdict = 'normal' | 'starting' | 'degraded' | 'blind';

export interface Health {
  verdict: Verdict;
  sources: SourceHealth[];
  /** Authorities of which no Source is read at present. */
  uncovered: string[];
  lastReadAt: Instant | null;
}

/** A poll that is this late is not merely queued behind others. */
const overdueAfter = 15 * MINUTE;

export async function readHealth(db: Db, now: Instant): Promise<Health> {
  const rows = await enabledSources(db);
  const blind = new Set((await blindAuthorities(db)).map(({ id }) => id));
  const sources = rows.map((row) => healthOf(row, now));
  const reads = rows.flatMap(({ lastSuccessAt }) => lastSuccessAt ?? []);
  const uncovered = uncoveredIn(sources, blind);
  return {
    verdict: verdictOf(sources, uncovered),
    sources,
    uncovered,
    lastReadAt: reads.length > 0 ? Math.max(...reads) : null,
  };
}

/** Those that the watchdogs found blind, until they find otherwise, and those of which nothing is read now. */
function uncoveredIn(sources: readonly SourceHealth[], blind: ReadonlySet<string>): string[] {
  return [...Map.groupBy(sources, ({ authorityId }) => authorityId)]
    .filter(
      ([id, its]) => blind.has(id) || (!its.some(({ state }) => state === 'reading') && its.some(isTroubled)),
    )
    .map(([id]) => id);
}

function verdictOf(sources: readonly SourceHealth[], uncovered: readonly string[]): Verdict {
  if (uncovered.length > 0) return 'blind';
  if (sources.some(isTroubled)) return 'degraded';
  return sources.some(({ state }) => state === 'unread') ? 'starting' : 'normal';
}

function isTroubled({ state }: SourceHealth): boolean {
  return state === 'failing' || state === 'overdue';
}

function healthOf(row: SourceRow, now: Instant): SourceHealth {
  const failing = row.failures > 0;
  return {
    id: row.id,
    authorityId: row.authorityId,
    state: stateOf(row, now),
    lastReadAt: row.lastSuccessAt,
    failure:
      failing && row.failureReason
        ? { reason: row.failureReason, detail: row.failureDetail ?? '', since: row.failingSince ?? now }
        : null,
  };
}

function stateOf(row: SourceRow, now: Instant): SourceState {
  if (row.nextPollAt + overdueAfter < now) return 'overdue';
  const lasting = row.failures >= trouble.failures && now - (row.failingSince ?? now) >= trouble.after;
  if (lasting || (row.failures > 0 && row.lastSuccessAt === null)) return 'failing';
  return row.lastSuccessAt === null ? 'unread' : 'reading';
}

/** What has become of the messages for one channel; edits are not counted. */
interface Traffic {
  channelId: string;
  sent: number;
  lastSentAt: Instant | null;
  /** The held ones too. */
  waiting: number;
  /** For the morning, for a digest, or until Discord lets the bot post there again. */
  held: number;
  rejected: number;
  unknown: number;
}

/** The traffic of these channels: what waits now, and what was settled since an instant. */
export async function channelTraffic(
  db: Db,
  channelIds: readonly string[],
  since: Instant,
): Promise<Traffic[]> {
  if (channelIds.length === 0) return [];
  return db
    .selectFrom('deliveries')
    .select((eb) => {
      const count = eb.fn.countAll<number>();
      const settled = (state: 'sent' | 'rejected' | 'unknown') =>
        count.filterWhere('state', '=', state).filterWhere('settledAt', '>=', since);
      return [
        'channelId',
        settled('sent').as('sent'),
        eb.fn.max('settledAt').filterWhere('state', '=', 'sent').as('lastSentAt'),
        count.filterWhere('state', 'in', ['held', 'pending', 'sending']).as('waiting'),
        count.filterWhere('state', '=', 'held').as('held'),
        settled('rejected').as('rejected'),
        settled('unknown').as('unknown'),
      ];
    })
    .where('channelId', 'in', channelIds)
    .where('operation', '!=', 'edit')
    .groupBy('channelId')
    .execute();
}

/** The newest reason for which Discord refused a message, or left its outcome unknown, in these channels. */
export async function lastDeliveryError(
  db: Db,
  channelIds: readonly string[],
  since: Instant,
): Promise<{ channelId: string; error: string; at: Instant } | null> {
  if (channelIds.length === 0) return null;
  const row = await db
    .selectFrom('deliveries')
    .select(['channelId', 'error', 'settledAt'])
    .where('channelId', 'in', channelIds)
    .where('state', 'in', ['rejected', 'unknown'])
    .where('settledAt', '>=', since)
    .orderBy('settledAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.settledAt != null
    ? { channelId: row.channelId, error: row.error ?? '', at: row.settledAt }
    : null;
}
