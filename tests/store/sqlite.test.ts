import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrations } from '../../src/store/migrations.ts';
import type { Db } from '../../src/store/schema.ts';
import { enabledSources } from '../../src/store/sources.ts';
import { DatabaseError, openSqlite } from '../../src/store/sqlite.ts';
import { register, storeItem } from './samples.ts';

let folder: string;
let file: string;
const opened: Db[] = [];
const others: DatabaseSync[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  file = join(folder, 'data', 'wire.sqlite');
});
afterEach(async () => {
  for (const db of opened.splice(0)) await db.destroy();
  for (const database of others.splice(0)) if (database.isOpen) database.close();
  rmSync(folder, { recursive: true });
});

async function open(): Promise<Db> {
  const db = await openSqlite(file);
  opened.push(db);
  return db;
}

const blind = (id: string) => ({ id, blindSince: 1, readAgainAt: null });

/** Another process on the same file, which waits for nobody. */
function connect(): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 0 });
  others.push(database);
  return database;
}

describe('a database', () => {
  test('is made with its folder, and found again as it was', async () => {
    const before = await openSqlite(file);
    await register(before, ['cn-trade-notices']);
    const installation = await before.selectFrom('installation').selectAll().execute();
    await before.destroy();

    const after = await open();

    expect(await enabledSources(after)).toMatchObject([{ id: 'cn-trade-notices' }]);
    expect(await after.selectFrom('installation').selectAll().execute()).toEqual(installation);
  });

  test('is an installation of its own', async () => {
    const idOf = async (db: Db) =>
      (await db.selectFrom('installation').selectAll().execute()).map(({ value }) => value);
    const elsewhere = await openSqlite(':memory:');
    opened.push(elsewhere);

    const [ids, otherIds] = [await idOf(await open()), await idOf(elsewhere)];

    expect(ids).toEqual([expect.stringMatching(/^[\w-]{16}$/)]);
    expect(ids).not.toEqual(otherIds);
  });

  test('survives a crash of the machine as well as SQLite can, and keeps its references whole', async () => {
    const db = await open();
    const pragma = async (name: string) => {
      return (await sql<Record<string, unknown>>`${sql.raw(`pragma ${name}`)}`.execute(db)).rows[0];
    };

    expect(await pragma('journal_mode')).toEqual({ journalMode: 'wal' });
    expect(await pragma('synchronous')).toEqual({ synchronous: 2 });
    expect(await pragma('foreign_keys')).toEqual({ foreignKeys: 1 });
  });

  test('has strict tables only, so that a column never holds what its type does not say', async () => {
    await (await open()).destroy();
    const tables = connect()
      .prepare("select name, strict from pragma_table_list where schema = 'main'")
      .all();

    // FTS5 makes the tables of its index itself.
    const others = /^(?:sqlite|kysely)_|^search(?:_(?:config|data|docsize|idx))?$/;
    const lax = tables.filter(({ name, strict }) => strict === 0 && !others.test(String(name)));

    expect(tables.length).toBeGreaterThan(10);
    expect(lax).toEqual([]);
  });
});

describe('a file that is no database of ours', () => {
  async function refusal(): Promise<DatabaseError> {
    const error = await openSqlite(file).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(DatabaseError);
    return error as DatabaseError;
  }

  test('is refused with what to do', async () => {
    mkdirSync(join(folder, 'data'));
    const text = 'Minutes of the licensing office. '.repeat(100);
    writeFileSync(file, text);

    const { message, cause } = await refusal();

    expect(message).toBe(
      `${file} cannot be used as a database (file is not a database). Move it away, or set DATA_DIR.`,
    );
    expect(cause).toBeInstanceOf(Error);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('is refused where it is a folder', async () => {
    mkdirSync(file, { recursive: true });

    expect((await refusal()).message).toContain(`${file} cannot be used as a database`);
  });

  test('of a newer version is refused and left as it is', async () => {
    await (await openSqlite(file)).destroy();
    const newer = connect();
    newer.exec("insert into kysely_migration values ('9001-tomorrow', '2041-01-01T00:00:00.000Z')");
    newer.exec('alter table items add column mood text');
    newer.close();
    const before = readFileSync(file);

    const { message } = await refusal();

    expect(message).toBe(
      `${file} was written by a newer version of Ministry Wire (it has "9001-tomorrow"). ` +
        'Upgrade Ministry Wire, or set DATA_DIR to start with another database. Nothing was changed.',
    );
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('of a newer version is refused though a migration of ours is missing in it', async () => {
    await (await openSqlite(file)).destroy();
    const newer = connect();
    newer.exec('delete from kysely_migration');
    newer.exec("insert into kysely_migration values ('9001-tomorrow', '2041-01-01T00:00:00.000Z')");
    newer.close();

    expect((await refusal()).message).toContain('9001-tomorrow');
  });
});

test('migrations are named in the order in which they are run', () => {
  const names = Object.keys(migrations);

  expect(names.length).toBeGreaterThan(0);
  expect(names).toEqual([...names].sort());
  expect(names.every((name) => /^\d{4}-[a-z-]+$/.test(name))).toBe(true);
});

describe('a transaction', () => {
  test('that fails leaves nothing of what it did', async () => {
    const db = await open();

    const failing = db.transaction().execute(async (tx) => {
      await tx.insertInto('authorities').values(blind('cn-trade')).execute();
      await tx.updateTable('installation').set({ value: 'changed' }).execute();
      throw new Error('the power of the rack failed');
    });

    await expect(failing).rejects.toThrow('the power of the rack failed');
    expect(await db.selectFrom('authorities').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('installation').selectAll().execute()).not.toMatchObject([
      { value: 'changed' },
    ]);
  });

  test('that a constraint ends leaves nothing of what it did, and the next one works', async () => {
    const db = await open();
    await register(db, ['cn-trade-notices']);

    const failing = db.transaction().execute(async (tx) => {
      await storeItem(tx, { key: 'notice-1' });
      await storeItem(tx, { key: 'notice-2', sourceId: 'cn-trade-nowhere' });
    });
    await expect(failing).rejects.toThrow(/foreign key/i);
    await db.transaction().execute((tx) => storeItem(tx, { key: 'notice-3' }));

    const items = await db.selectFrom('items').select('key').execute();
    expect(items).toEqual([{ key: 'notice-3' }]);
  });

  test('holds the right to write from its first moment, so that no other process can come in between', async () => {
    const db = await open();
    const other = connect();
    const write = () => other.exec("insert into authorities (id, blind_since) values ('uk-trade', 1)");

    await db.transaction().execute(async (tx) => {
      await tx.selectFrom('authorities').selectAll().execute();

      expect(write).toThrow('database is locked');
      expect(other.prepare('select * from authorities').all()).toEqual([]);
      await tx.insertInto('authorities').values(blind('cn-trade')).execute();
    });

    write();
    const authorities = await db.selectFrom('authorities').select('id').orderBy('id').execute();
    expect(authorities).toEqual([{ id: 'cn-trade' }, { id: 'uk-trade' }]);
  });

  test('shows other processes nothing before it is committed', async () => {
    const db = await open();
    const other = connect();
    const seen = () => other.prepare('select id from authorities').all().length;

    await db.transaction().execute(async (tx) => {
      await tx.insertInto('authorities').values(blind('cn-trade')).execute();
      expect(seen()).toBe(0);
    });

    expect(seen()).toBe(1);
  });

  test('that fails takes nothing along of what this process writes meanwhile', async () => {
    const db = await open();
    const meanwhile: Promise<unknown>[] = [];

    const failing = db.transaction().execute(async (tx) => {
      meanwhile.push(db.insertInto('authorities').values(blind('uk-trade')).execute());
      await tx.insertInto('authorities').values(blind('cn-trade')).execute();
      throw new Error('the power of the rack failed');
    });
    await expect(failing).rejects.toThrow('the power of the rack failed');
    await Promise.all(meanwhile);

    expect(await db.selectFrom('authorities').select('id').execute()).toEqual([{ id: 'uk-trade' }]);
  });
});

test('a query may name more values than are kept compiled', async () => {
  const db = await open();
  await register(db, ['cn-trade-notices']);
  await storeItem(db, { key: 'key-0' });

  for (let size = 1; size <= 600; size++) {
    const keys = Array.from({ length: size }, (_, index) => `key-${index}`);
    const found = await db.selectFrom('items').select('key').where('key', 'in', keys).execute();
    expect(found).toEqual([{ key: 'key-0' }]);
  }
});
