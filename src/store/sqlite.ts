import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CamelCasePlugin,
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations.ts';
import type { Db, Schema } from './schema.ts';

/** A database that cannot be used as it is. `message` says what to do. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

/**
 * Opens the database of this installation, creating or upgrading it.
 *
 * @param file - `:memory:` for one that is gone when closed.
 * @throws {DatabaseError} The file is from a newer version, or no database at all.
 */
export async function openSqlite(file: string): Promise<Db> {
  const db = new Kysely<Schema>({
    dialect: new ImmediateSqliteDialect({ database: nodeSqlite(openFile(file)) }),
    plugins: [new CamelCasePlugin()],
  });
  try {
    await migrate(db, file);
    await nameInstallation(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error instanceof DatabaseError ? error : unusable(file, error);
  }
}

/** The settings every connection to a SQLite file of ours has. */
export function openFile(file: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    database = new DatabaseSync(file, { timeout: 5000 });
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
    return database;
  } catch (error) {
    database?.close();
    throw unusable(file, error);
  }
}

function unusable(file: string, cause: unknown): DatabaseError {
  const message = `${file} cannot be used as a database (${messageOf(cause)}). Move it away, or set DATA_DIR.`;
  return new DatabaseError(message, { cause });
}

export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function migrate(db: Db, file: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const applied = await appliedMigrations(db);
  const strange = applied.filter((name) => !(name in migrations));
  if (strange.length > 0) {
    throw new DatabaseError(
      `${file} was written by a newer version of Ministry Wire (it has "${strange[0]}"). ` +
        'Upgrade Ministry Wire, or set DATA_DIR to start with another database. Nothing was changed.',
    );
  }
  const { error } = await migrator.migrateToLatest();
  if (error) throw unusable(file, error);
}

async function appliedMigrations(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const rows = await db
    .withTables<{ kyselyMigration: { name: string } }>()
    .selectFrom('kyselyMigration')
    .select('name')
    .execute();
  return rows.map((row) => row.name);
}

/** Nonces are hashed from this id, so that two installations of one bot never share them. */
async function nameInstallation(db: Db): Promise<void> {
  await db
    .insertInto('installation')
    .values({ name: 'id', value: randomBytes(12).toString('base64url') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * SQLite refuses at once to turn a reading transaction into a writing one when another process has
 * written in between (517 BUSY_SNAPSHOT, whatever the timeout): transactions write from the start.
 */
class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver(this.#config);
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** Kysely speaks to better-sqlite3; this makes node:sqlite answer alike, and keeps statements compiled. */
function nodeSqlite(database: DatabaseSync): SqliteDatabase {
  const compiled = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = compiled.get(sql);
      if (known) return known;
      const statement = wrap(database.prepare(sql));
      // Lists of values make statements without end; beyond this many, nothing is gained by keeping them.
      if (compiled.size < 500) compiled.set(sql, statement);
      return statement;
    },
  };
}

function wrap(statement: StatementSync): SqliteStatement {
  const bind = (parameters: ReadonlyArray<unknown>) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...bind(parameters)),
    run: (parameters) => statement.run(...bind(parameters)),
    iterate: (parameters) => statement.iterate(...bind(parameters)),
  };
}
