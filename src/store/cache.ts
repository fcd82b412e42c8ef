import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Keyv } from 'keyv';
import type { z } from 'zod';
import { DAY, type Instant } from '../domain/moment.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import { SqliteStore } from './keyv-sqlite.ts';
import { DatabaseError, messageOf, openFile } from './sqlite.ts';

/** How long a button under a paged reply goes on working. */
const cursorLife = 7 * DAY;

/** Values by key, any of which may be lost. Neither method ever throws: what fails shows in `fault()`. */
export interface KeyedCache<T> {
  /** Null when nothing is kept, or nothing usable. */
  get(key: string): Promise<T | null>;
  set(key: string, value: T): Promise<void>;
}

/** Where paged replies go on. Neither method ever throws. */
export interface Cursors {
  /** @returns an id of 22 characters that nobody can guess; valid for seven days. */
  save(value: unknown): Promise<string>;
  /** Null when it is lost or expired. */
  load(id: string): Promise<unknown>;
}

export interface Fault {
  message: string;
  at: Instant;
}

/** What may be lost: losing it costs unconditional reads and dead buttons, never an alert. */
export interface Cache<Snapshot> {
  /** By the id of the Source; kept until replaced. */
  snapshots: KeyedCache<Snapshot>;
  /** Values of another kind, kept until replaced; one that is not of the shape counts as lost. */
  keyed<T>(kind: string, shape: z.ZodType<T>): KeyedCache<T>;
  cursors: Cursors;
  /** What is wrong with the cache, for `/status`; null while all is well, again once a write succeeds. */
  fault(): Fault | null;
  close(): Promise<void>;
}

interface CacheOptions<Snapshot> {
  file: string;
  /** What a Snapshot looks like: one that does not, such as an older version's, counts as lost. */
  snapshot: z.ZodType<Snapshot>;
  clock: Clock;
  log: Log;
}

/** Opens the cache. Where the file is damaged or cannot be written, an empty one in memory takes its place. */
export async function openCache<Snapshot>(options: CacheOptions<Snapshot>): Promise<Cache<Snapshot>> {
  const { snapshot, clock, log } = options;
  const { stores, fault } = openOrReplace(options);
  const faults = new Faults(clock, log, fault);
  // Expiry is left to the stores, which go by our clock; Keyv would go by the system's.
  const openKeyv = (namespace: string) => new Keyv({ store: stores.next(), namespace, checkExpired: false });
  const cursors = openKeyv('cursor');

  function keyed<T>(kind: string, shape: z.ZodType<T>): KeyedCache<T> {
    const values = openKeyv(kind);
    return {
      async get(key) {
        const kept = shape.safeParse(await faults.reading(values.get(key)));
        return kept.success ? kept.data : null;
      },
      set: (key, value) => faults.writing(values.setRaw(key, { value })),
    };
  }

  return {
    snapshots: keyed('snapshot', snapshot),
    keyed,
    cursors: {
      async save(value) {
        const id = randomBytes(16).toString('base64url');
        await faults.writing(cursors.setRaw(id, { value, expires: clock.now() + cursorLife }));
        return id;
      },
      load: async (id) => (await faults.reading(cursors.get(id))) ?? null,
    },
    fault: () => faults.current,
    async close() {
      if (stores.database.isOpen) stores.database.close();
    },
  };
}

interface Stores {
  database: DatabaseSync;
  /** Each Keyv takes one of its own. */
  next(): SqliteStore;
}

function openOrReplace(options: Pick<CacheOptions<unknown>, 'file' | 'clock' | 'log'>): {
  stores: Stores;
  fault: Fault | null;
} {
  const { file, clock, log } = options;
  const now = () => clock.now();
  try {
    mkdirSync(dirname(file), { recursive: true });
    return { stores: openStores(file, now), fault: null };
  } catch (error) {
    log.error({ err: error, file }, 'the cache cannot be used; one in memory takes its place');
    const message = `${file} cannot be used, so nothing is kept beyond a restart: ${messageOf(error)}`;
    return { stores: openStores(':memory:', now), fault: { message, at: now() } };
  }
}

function openStores(file: string, now: () => Instant): Stores {
  const database = openFile(file);
  try {
    const verdict = database.prepare('pragma quick_check(1)').get()?.quick_check;
    if (verdict !== 'ok') throw new DatabaseError(`${file} is damaged (${verdict}). Delete it.`);

    const next = () => new SqliteStore(database, now);
    next();
    // What may be lost is worth no waiting: not for the disk, nor for a lock, which stops the whole process.
    database.exec('pragma synchronous = normal; pragma busy_timeout = 250');
    return { database, next };
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Turns failures of Keyv into values and remembers them. Keyv's `error` event is left without a listener
 * on purpose: with one, a broken store would look like an empty one.
 */
class Faults {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #lasting: Fault | null;
  #passing: Fault | null = null;

  /** @param lasting - What stays wrong until the next start. */
  constructor(clock: Clock, log: Log, lasting: Fault | null) {
    this.#clock = clock;
    this.#log = log;
    this.#lasting = lasting;
  }

  get current(): Fault | null {
    return this.#passing ?? this.#lasting;
  }

  async reading<T>(read: Promise<T>): Promise<T | undefined> {
    try {
      return await read;
    } catch (error) {
      this.#note(error);
      return undefined;
    }
  }

  async writing(write: Promise<boolean>): Promise<void> {
    try {
      await write;
      if (this.#passing) this.#log.info('the cache can be written again');
      this.#passing = null;
    } catch (error) {
      this.#note(error);
    }
  }

  /** Every poll would log the same: only the beginning is. */
  #note(error: unknown): void {
    if (!this.#passing) this.#log.warn({ err: error }, 'the cache does not work; reads are unconditional');
    this.#passing = { message: messageOf(error), at: this.#clock.now() };
  }
}
