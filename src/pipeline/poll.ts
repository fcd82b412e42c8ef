import pLimit from 'p-limit';
import { ReadFailure } from '../domain/failure.ts';
import type { Row } from '../domain/item.ts';
import type { Instant } from '../domain/moment.ts';
import { backoff, pollPause } from '../domain/schedule.ts';
import type { Source } from '../domain/source.ts';
import { canonicalUrl } from '../sources/aliases.ts';
import type { Snapshot } from '../sources/reader.ts';
import { readerOf } from '../sources/readers/index.ts';
import { dueItems, itemsByKey } from '../store/items.ts';
import type { SourceRow } from '../store/schema.ts';
import type { Lease } from '../store/sources.ts';
import { fingerprint } from '../understand/hash.ts';
import type { Listing } from './batch.ts';
import { type Observation, observe, type Sighting } from './observe.ts';
import type { Ports } from './ports.ts';
import { type Recorded, record } from './record.ts';

/** The first poll reads this many pages, so that look-ups answer at once. */
const baselinePages = 2;
/** What one poll reads of articles; the rest follows at the next. */
const articlesPerPoll = 60;
const articlesAtOnce = 4;

/** What one poll did, for the log and the terminal. */
export interface Polled extends Recorded {
  sourceId: string;
  listing: Listing['outcome'];
  failure: ReadFailure | null;
  warnings: string[];
}

/**
 * One pass over one Source: its listing where that is due, the articles of new rows and those on the
 * reread clock; then one transaction, which ends the lease. The Snapshot is written after the commit, so
 * that a crash in between costs a read, never an alert.
 *
 * A failed read is an outcome, not an error.
 * @throws {LeaseLost} Another poller took over; nothing was recorded.
 */
export async function poll(
  source: Source,
  claim: { lease: Lease; state: SourceRow },
  ports: Ports,
  options: { force?: boolean; signal?: AbortSignal } = {},
): Promise<Polled> {
  const { clock, db } = ports;
  const startedAt = clock.now();
  const due = options.force === true || claim.state.nextPollAt <= startedAt;
  const read = due ? await readListing(source, claim.state, ports, options.signal) : notDue;

  const listed = read.rows.length > 0 ? await changedRows(source.id, read.rows, ports) : [];
  const onTheClock = await rereads(source.id, listed, startedAt, ports);
  const observations = await observeAll(source, [...listed, ...onTheClock], ports, options.signal);

  const now = clock.now();
  const recorded = await record(db, {
    source,
    ...claim,
    listing: read.listing,
    observations,
    now,
    nextPollAt: due ? now + pause(source, claim.state, read, ports) : claim.state.nextPollAt,
  });
  if (read.snapshot) await ports.snapshots.set(source.id, read.snapshot);

  return {
    ...recorded,
    sourceId: source.id,
    listing: read.listing.outcome,
    failure: read.failure,
    warnings: read.warnings,
  };
}

interface ListingResult {
  listing: Listing;
  rows: Row[];
  snapshot: Snapshot | null;
  warnings: string[];
  failure: ReadFailure | null;
}

const notDue: ListingResult = {
  listing: { outcome: 'not-due' },
  rows: [],
  snapshot: null,
  warnings: [],
  failure: null,
};

async function readListing(
  source: Source,
  state: SourceRow,
  ports: Ports,
  signal: AbortSignal | undefined,
): Promise<ListingResult> {
  const baseline = state.baselineAt === null;
  try {
    // A baseline reads everything, whatever an earlier database has left in the cache.
    const known = baseline ? null : await ports.snapshots.get(source.id);
    const reader = readerOf(source);
    const { fetcher, parser } = ports;
    const first = await reader.read({ source, fetcher, parser, snapshot: known, page: 1, signal });
    if (first.outcome === 'unchanged') {
      return { ...notDue, listing: { outcome: 'unchanged' }, snapshot: first.snapshot };
    }
    const { rows, warnings } = first;
    let more = first.more;
    for (let page = 2; baseline && more && page <= baselinePages; page++) {
      const older = await readOlder(source, page, first.snapshot, ports, signal);
      rows.push(...older.rows);
      warnings.push(...older.warnings);
      more = older.more;
    }
    return {
      listing: { outcome: 'rows', rows: rows.length, oldestOn: oldestDay(rows) },
      rows: uniqueByKey(baseline ? [...earlierRows(source), ...rows] : rows),
      snapshot: first.snapshot,
      warnings,
      failure: null,
    };
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    const listing = { outcome: 'failed', reason: error.reason, detail: error.message } as const;
    return { ...notDue, listing, failure: error };
  }
}

/** What the listing itself says of a page goes before. */
function earlierRows({ earlier = [] }: Source): Row[] {
  return earlier.map(({ notice, on, url }) => ({
    key: canonicalUrl(url),
    title: notice,
    url,
    published: { precision: 'date', on, at: null },
  }));
}

/** An older page that cannot be read makes the baseline shorter; it does not undo the first page. */
async function readOlder(
  source: Source,
  page: number,
  snapshot: Snapshot,
  { fetcher, parser }: Ports,
  signal: AbortSignal | undefined,
): Promise<{ rows: Row[]; warnings: string[]; more: boolean }> {
  try {
    const reading = await readerOf(source).read({ source, fetcher, parser, snapshot, page, signal });
    return reading.outcome === 'rows' ? reading : { rows: [], warnings: [], more: false };
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    return { rows: [], warnings: [`page ${page}: ${error.message}`], more: false };
  }
}

/** The diff: rows whose id was never seen, and rows that the listing shows otherwise than before. */
async function changedRows(sourceId: string, rows: Row[], { db }: Ports): Promise<Sighting[]> {
  const known = await itemsByKey(
    db,
    sourceId,
    rows.map((row) => row.key),
  );
  return rows.flatMap((row): Sighting[] => {
    const item = known.get(row.key);
    if (!item) return [{ item: null, row }];
    return item.fingerprint === fingerprint(row) ? [] : [{ item, row }];
  });
}

/** The Items on the reread clock that the listing has not brought up anyway. */
async function rereads(
  sourceId: string,
  listed: Sighting[],
  now: Instant,
  { db }: Ports,
): Promise<Sighting[]> {
  const listedIds = new Set(listed.map(({ item }) => item?.id));
  const due = await dueItems(db, sourceId, now, articlesPerPoll);
  return due.filter((item) => !listedIds.has(item.id)).map((item) => ({ row: null, item }));
}

function observeAll(
  source: Source,
  sightings: Sighting[],
  ports: Ports,
  signal: AbortSignal | undefined,
): Promise<Observation[]> {
  const limit = pLimit(articlesAtOnce);
  return Promise.all(
    sightings.map((sighting, index) =>
      limit(() => observe(source, sighting, ports, index < articlesPerPoll, signal)),
    ),
  );
}

function pause(source: Source, state: SourceRow, read: ListingResult, { random }: Ports): number {
  if (!read.failure) return pollPause(source.cadence, random());
  return backoff(state.failures + 1, source.cadence, read.failure.retryAfter ?? 0, random());
}

function oldestDay(rows: Row[]): string | null {
  const days = rows.flatMap((row) => row.published?.on ?? []);
  return days.length === 0 ? null : days.reduce((oldest, day) => (day < oldest ? day : oldest));
}

function uniqueByKey(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}
