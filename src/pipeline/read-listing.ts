import { ReadFailure } from '../domain/failure.ts';
import type { Row } from '../domain/item.ts';
import type { Day } from '../domain/moment.ts';
import { readInFullAfter, trouble } from '../domain/schedule.ts';
import type { Source } from '../domain/source.ts';
import { canonicalUrl } from '../sources/aliases.ts';
import type { Reading, Snapshot } from '../sources/reader.ts';
import { readerOf } from '../sources/readers/index.ts';
import { newestDay } from '../store/items.ts';
import type { SourceRow } from '../store/schema.ts';
import type { Asked } from '../store/sources.ts';
import type { Listing } from './batch.ts';
import type { Ports } from './ports.ts';
import { type Recognised, recognise } from './recognise.ts';

/** The first poll reads this many pages, so that look-ups answer at once. */
const baselinePages = 2;
/** No poll follows a gap further than this. */
const gapPages = 10;

export interface ListingResult {
  listing: Listing;
  rows: Row[];
  /** Which Items the rows show, where that was asked already. */
  recognised: Recognised[] | null;
  /** To be kept for the next poll; null where what is kept still holds. */
  snapshot: Snapshot | null;
  warnings: string[];
  failure: ReadFailure | null;
  /** Milliseconds for which the site says that nothing changes. */
  freshFor?: number;
}

export const notDue: ListingResult = {
  listing: { outcome: 'not-due' },
  rows: [],
  recognised: null,
  snapshot: null,
  warnings: [],
  failure: null,
};

type RowsRead = Extract<Reading, { outcome: 'rows' }>;

/** Reads what a listing shows now. A failure to is a result. */
export async function readListing(
  source: Source,
  state: SourceRow,
  ports: Ports,
  signal: AbortSignal | undefined,
): Promise<ListingResult> {
  try {
    const { reading, source: asked, kept, ...how } = await readFirst(source, state, ports, signal);
    const fresh = reading.freshFor === undefined ? {} : { freshFor: reading.freshFor };
    if (reading.outcome === 'unchanged') {
      const snapshot = reading.snapshot === kept ? null : reading.snapshot;
      return { ...notDue, listing: { outcome: 'unchanged', ...how }, snapshot, ...fresh };
    }
    const baseline = state.baselineAt === null;
    const older = await (baseline
      ? readOlder(asked, reading, baselinePages, async () => false, ports, signal)
      : closeGap(asked, reading, state, ports, signal));
    const read = [...reading.rows, ...older.rows];
    const counted = { rows: reading.rows.length, oldestOn: daysOf(read)[0] ?? null, gap: older.gap ?? false };
    const rows = uniqueByKey(baseline ? [...earlierRows(source), ...read] : read);
    return {
      listing: { outcome: 'rows', ...counted, ...how },
      rows,
      recognised: older.known?.length === rows.length ? older.known : null,
      snapshot: reading.snapshot,
      warnings: [...reading.warnings, ...older.warnings],
      failure: null,
      ...fresh,
    };
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    const listing = { outcome: 'failed', reason: error.reason, detail: error.message } as const;
    return { ...notDue, listing, failure: error };
  }
}

/** A Source at the address to which its own has moved for good. */
export function whereItIs(source: Source, { movedTo }: Pick<SourceRow, 'movedTo'>): Source {
  return movedTo === null ? source : { ...source, url: movedTo };
}

type Asking = Asked & { reading: Reading; source: Source; kept: Snapshot | null };

/**
 * The first page. Once a day it is asked for without validators, as some sites answer "not modified" for ever, and at
 * the Source's own address, as what has moved may come back.
 */
async function readFirst(
  own: Source,
  state: SourceRow,
  ports: Ports,
  signal: AbortSignal | undefined,
): Promise<Asking> {
  const { clock, fetcher, parser, snapshots } = ports;
  // A baseline reads everything, whatever an earlier database has left in the cache.
  const kept = state.baselineAt === null ? null : await snapshots.get(own.id);
  const inFull = state.fullReadAt === null || clock.now() - state.fullReadAt >= readInFullAfter;
  const snapshot = kept && inFull ? { ...kept, validators: null } : kept;
  const ask = (source: Source) =>
    readerOf(source).read({ source, fetcher, parser, snapshot, page: 1, now: clock.now(), signal });

  const moved = whereItIs(own, state);
  if (!inFull) return { reading: await ask(moved), source: moved, kept };
  try {
    const reading = await ask(own);
    const movedTo = reading.movedTo ?? null;
    return { reading, source: whereItIs(own, { movedTo }), kept, inFull, movedTo };
  } catch (failure) {
    if (state.movedTo === null || !(failure instanceof ReadFailure)) throw failure;
    return { reading: await ask(moved), source: moved, kept, inFull };
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

interface Older {
  rows: Row[];
  warnings: string[];
  /** Whether rows may have come and gone unseen. */
  gap?: boolean;
  /** What the first page shows, where nothing beyond it was read. */
  known?: Recognised[];
}

/**
 * Where the first page ends with something unknown though Items are known, more may have been published than it
 * shows, whatever known rows are pinned to its top: older pages are read until one shows something known. Where one of them fails, the whole read does, as what it would have shown is on
 * no first page any more; a Source that goes on failing so is read without it.
 */
async function closeGap(
  source: Source,
  first: RowsRead,
  state: SourceRow,
  ports: Ports,
  signal: AbortSignal | undefined,
): Promise<Older> {
  const { db } = ports;
  const known = await recognise(db, source.id, first.rows);
  const noneKnown = known.every(({ item }) => item === null);
  if (known.at(-1)?.item !== null || !(first.more || noneKnown)) return { rows: [], warnings: [], known };
  const newestOn = await newestDay(db, source.id);
  if (newestOn === undefined) return { rows: [], warnings: [] };

  const showsKnown = async (rows: readonly Row[]) =>
    (await recognise(db, source.id, rows)).some(({ item }) => item !== null);
  const older = await readOlder(source, first, gapPages, showsKnown, ports, signal);
  const curable = older.failure !== null && older.failure.reason !== 'page-repeats';
  if (curable && state.failures < trouble.failures) throw older.failure;
  // A list that shows old rows alone was put in another order: nothing new went by.
  const shown = daysOf([...first.rows, ...older.rows]).at(-1);
  const allOld = shown !== undefined && newestOn !== null && shown < newestOn;
  if (older.closed || allOld) return older;
  const where = older.rows.length > 0 ? 'the older pages that were read' : 'the listing';
  return {
    ...older,
    gap: true,
    warnings: [
      ...older.warnings,
      `gap: ${where} did not lead back to what is known; rows may have gone by unseen`,
    ],
  };
}

/**
 * The pages after the first, until one is `enough` or there are no more. One that cannot be read ends them; it does
 * not undo the first.
 */
async function readOlder(
  source: Source,
  first: RowsRead,
  pages: number,
  enough: (rows: readonly Row[]) => Promise<boolean>,
  { clock, fetcher, parser }: Ports,
  signal: AbortSignal | undefined,
): Promise<Older & { closed: boolean; failure: ReadFailure | null }> {
  const { snapshot } = first;
  const rows: Row[] = [];
  const warnings: string[] = [];
  let { more } = first;
  for (let page = 2; more && page <= pages; page++) {
    try {
      const now = clock.now();
      const reading = await readerOf(source).read({ source, fetcher, parser, snapshot, page, now, signal });
      if (reading.outcome === 'unchanged') break;
      rows.push(...reading.rows);
      warnings.push(...reading.warnings);
      if (await enough(reading.rows)) return { rows, warnings, closed: true, failure: null };
      more = reading.more;
    } catch (error) {
      if (!(error instanceof ReadFailure)) throw error;
      warnings.push(`page ${page}: ${error.message}`);
      return { rows, warnings, closed: false, failure: error };
    }
  }
  return { rows, warnings, closed: false, failure: null };
}

/** On which rows were published, the oldest first. */
function daysOf(rows: readonly Row[]): Day[] {
  return rows.flatMap((row) => row.published?.on ?? []).sort();
}

function uniqueByKey(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}
