import type { Source } from '../domain/source.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { Parser, Snapshot } from '../sources/reader.ts';
import type { KeyedCache } from '../store/cache.ts';
import type { Db } from '../store/schema.ts';

/** What the pipeline needs of the world. */
export interface Ports {
  db: Db;
  fetcher: Fetcher;
  /** Absent: texts are parsed where they are, however long that takes. */
  parser?: Parser;
  /** May lose them: that costs unconditional reads. */
  snapshots: KeyedCache<Snapshot>;
  clock: Clock;
  log: Log;
  /** In [0, 1), for jitter. */
  random: () => number;
  /** The Sources that may be polled, by id. */
  sources: ReadonlyMap<string, Source>;
}
