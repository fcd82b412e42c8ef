import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type KeyvStorageAdapter, type KeyvStorageEntry, keyvStorageCapability } from 'keyv';
import type { Instant } from '../domain/moment.ts';

/** Keyv's v6 adapter, but for the events: a store that answers at once has none to tell. */
type Store = Pick<
  KeyvStorageAdapter,
  'namespace' | 'get' | 'getMany' | 'set' | 'setMany' | 'has' | 'hasMany' | 'delete' | 'deleteMany' | 'clear'
>;

/** Immediate, so that a file that cannot be written fails here and not at the first `set`. */
const table = `
  begin immediate;
  create table if not exists entries (
    namespace text not null,
    key text not null,
    value text not null,
    expires_at integer,
    primary key (namespace, key)
  ) strict, without rowid;
  create index if not exists entries_expiring on entries (expires_at) where expires_at is not null;
  commit`;

/**
 * A store for Keyv 6 on node:sqlite. Keyv writes its namespace into the store it is given: every Keyv
 * takes a store of its own, and any number of them may share the database, which its opener closes.
 *
 * An entry lives up to and including the instant it expires at, as in Keyv's own memory store. Whoever
 * stores an entry that expires sweeps out what has expired, so that the file does not grow without end.
 *
 * @param now - Decides what has expired. Keyv asks the system's time unless `checkExpired` is false.
 */
export class SqliteStore implements Store {
  namespace: string | undefined;
  readonly #database: DatabaseSync;
  readonly #now: () => Instant;
  readonly #select: StatementSync;
  readonly #selectAll: StatementSync;
  readonly #upsert: StatementSync;
  readonly #delete: StatementSync;
  readonly #deleteAll: StatementSync;
  readonly #sweep: StatementSync;

  constructor(database: DatabaseSync, now: () => Instant) {
    database.exec(table);
    const alive = '(expires_at is null or expires_at >= ?)';
    this.#database = database;
    this.#now = now;
    this.#select = database.prepare(`select value from entries where namespace = ? and key = ? and ${alive}`);
    this.#selectAll = database.prepare(`select key, value from entries where namespace = ? and ${alive}`);
    this.#upsert = database.prepare('insert or replace into entries values (?, ?, ?, ?)');
    this.#delete = database.prepare('delete from entries where namespace = ? and key = ?');
    this.#deleteAll = database.prepare('delete from entries where namespace = ?');
    this.#sweep = database.prepare('delete from entries where expires_at < ?');
  }

  /** Tells Keyv that `expires` is an instant, not a duration. */
  get capabilities() {
    return keyvStorageCapability(this);
  }

  // Keyv hands over and takes back text it has made itself, whatever the type of the value.
  async get<Value>(key: string) {
    return this.#read(key) as Value | undefined;
  }

  async getMany<Value>(keys: string[]) {
    return keys.map((key) => this.#read(key) as Value | undefined);
  }

  async has(key: string) {
    return this.#read(key) !== undefined;
  }

  async hasMany(keys: string[]) {
    return keys.map((key) => this.#read(key) !== undefined);
  }

  async set(key: string, value: unknown, expires?: Instant) {
    const [stored = false] = await this.setMany([{ key, value, ...(expires !== undefined && { expires }) }]);
    return stored;
  }

  async setMany<Value>(entries: KeyvStorageEntry<Value>[]) {
    return this.#together(() => {
      if (entries.some(({ expires }) => expires !== undefined)) this.#sweep.run(this.#now());
      return entries.map(({ key, value, expires }) => {
        if (typeof value !== 'string') throw new TypeError(`the value of ${key} is not serialised`);
        this.#upsert.run(this.#scope, key, value, expires ?? null);
        return true;
      });
    });
  }

  async delete(key: string) {
    return this.#remove(key);
  }

  async deleteMany(keys: string[]) {
    return this.#together(() => keys.map((key) => this.#remove(key)));
  }

  /** Empties this namespace; without one, what was stored without one. */
  async clear() {
    this.#deleteAll.run(this.#scope);
  }

  async *iterator<Value>(): AsyncGenerator<Array<string | Awaited<Value> | undefined>, void> {
    for (const { key, value } of this.#selectAll.all(this.#scope, this.#now())) {
      yield [String(key), value as Awaited<Value>];
    }
  }

  get #scope(): string {
    return this.namespace ?? '';
  }

  #read(key: string) {
    return this.#select.get(this.#scope, key, this.#now())?.value;
  }

  #remove(key: string): boolean {
    return this.#delete.run(this.#scope, key).changes > 0;
  }

  #together<Result>(work: () => Result): Result {
    this.#database.exec('begin immediate');
    try {
      const result = work();
      this.#database.exec('commit');
      return result;
    } catch (error) {
      // A full disk or a failed commit may have ended the transaction already.
      if (this.#database.isTransaction) this.#database.exec('rollback');
      throw error;
    }
  }
}
