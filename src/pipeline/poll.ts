import pLimit from 'p-limit';
import type { ReadFailure } from '../domain/failure.ts';
import type { Instant } from '../domain/moment.ts';
import { backoff, cadenceAt, isOutOfReach, pollPause, restedCadence, sourceAt } from '../domain/schedule.ts';
import type { Source } from '../domain/source.ts';
import { dueItems } from '../store/items.ts';
import type { SourceRow } from '../store/schema.ts';
import type { Claim } from '../store/sources.ts';
import { fingerprint } from '../understand/hash.ts';
import type { Listing } from './batch.ts';
import { areArticlesGone, withoutForeign } from './gone.ts';
import { type Observation, observe, type Sighting } from './observe.ts';
import type { Ports } from './ports.ts';
import { type ListingResult, notDue, readListing, whereItIs } from './read-listing.ts';
import { type Renamed, recognise } from './recognise.ts';
import { type Recorded, record } from './record.ts';
import type { Recorder } from './record-together.ts';

/** What one poll reads of articles; the rest follows at the next. */
const articlesPerPoll = 60;
const articlesAtOnce = 4;

/** What one poll did, for the log and the terminal. */
export interface Polled extends Recorded {
  sourceId: string;
  listing: Listing['outcome'];
  failure: ReadFailure | null;
  warnings: string[];
  /** Milliseconds. */
  took: number;
}

export interface PollOptions {
  /** Reads the listing though it is not due. */
  force?: boolean;
  signal?: AbortSignal;
  /** Default: a transaction of its own. */
  recorder?: Recorder;
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
  entry: Source,
  { readAt, ...claim }: Claim,
  ports: Ports,
  options: PollOptions = {},
): Promise<Polled> {
  const { clock, db } = ports;
  const { state } = claim;
  const startedAt = clock.now();
  const due = options.force === true || state.nextPollAt <= startedAt;
  const dated = sourceAt(entry, startedAt);
  const read = due ? await readListing(dated, state, ports, options.signal) : notDue;
  const source = whereItIs(dated, state);

  const { changed, renamed } = await diff(source.id, read, ports);
  const articlesDue = readAt !== null && readAt <= startedAt;
  const onTheClock = articlesDue ? await rereads(source.id, changed, read, state, startedAt, ports) : [];
  const observed = await observeAll(source, [...changed, ...onTheClock], ports, options.signal);
  const observations = await withoutForeign(db, source, observed);

  const now = clock.now();
  const articlesGone = await areArticlesGone(source, observations, now, ports, options.signal);
  const { recorder = (batch) => record(db, batch) } = options;
  const recorded = await recorder({
    source,
    ...claim,
    listing: read.listing,
    observations,
    articlesGone,
    renamed,
    now,
    nextPollAt: due ? now + pause(source, state, read, now, ports) : state.nextPollAt,
  });
  if (read.snapshot) await ports.snapshots.set(source.id, read.snapshot);

  return {
    ...recorded,
    sourceId: source.id,
    listing: read.listing.outcome,
    failure: read.failure,
    warnings: read.warnings,
    took: now - startedAt,
  };
}

/** Rows whose id was never seen, and rows that the listing shows otherwise than before. */
async function diff(
  sourceId: string,
  read: ListingResult,
  { db }: Ports,
): Promise<{ changed: Sighting[]; renamed: Renamed[] }> {
  const recognised = read.recognised ?? (await recognise(db, sourceId, read.rows));
  return {
    changed: recognised.filter(({ item, row }) => item?.fingerprint !== fingerprint(row)),
    renamed: recognised.flatMap(({ item, row }) =>
      item && item.key !== row.key ? [{ itemId: item.id, key: row.key }] : [],
    ),
  };
}

/**
 * The Items on the reread clock that the listing has not brought up anyway. Those of a site that has long been out
 * of reach wait until its listing is read again.
 */
async function rereads(
  sourceId: string,
  listed: Sighting[],
  { listing }: ListingResult,
  state: SourceRow,
  now: Instant,
  { db }: Ports,
): Promise<Sighting[]> {
  const read = listing.outcome === 'rows' || listing.outcome === 'unchanged';
  if (!read && isOutOfReach(state)) return [];
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
  if (sightings.length === 0) return Promise.resolve([]);
  const limit = pLimit(articlesAtOnce);
  return Promise.all(
    sightings.map((sighting, index) =>
      limit(() => observe(source, sighting, ports, index < articlesPerPoll, signal)),
    ),
  );
}

/** Milliseconds until the next poll. */
function pause(
  source: Source,
  state: SourceRow,
  { failure, freshFor }: ListingResult,
  now: Instant,
  { random }: Ports,
): number {
  const cadence = cadenceAt(source, now);
  if (!failure) return pollPause(restedCadence(cadence, freshFor), random());
  return backoff(state.failures + 1, cadence, failure.retryAfter ?? 0, random());
}
