import type { Source } from '../domain/source.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { Snapshot } from '../sources/reader.ts';
import type { Db } from '../store/schema.ts';

/** Where Snapshots are kept. It may lose them, and it never throws: a broken cache costs unconditional reads. */
export interface SnapshotCache {
  get(sourceId: string): Promise<Snapshot | null>;
  set(sourceId: string, snapshot: Snapshot): Promise<void>;
}

/** What the pipeline needs of the world. */
export interface Ports {
  db: Db;
  fetcher: Fetcher;
  snapshots: SnapshotCache;
  clock: Clock;
  log: Log;
  /** In [0, 1), for jitter. */
  random: () => number;
  /** The Sources that may be polled, by id. */
  sources: ReadonlyMap<string, Source>;
}
