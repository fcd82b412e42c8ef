import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseError, messageOf } from './sqlite.ts';

/**
 * Makes this process the only bot on its database. The operating system lets go when the process ends,
 * however it ends, so that a killed bot can be started again at once.
 *
 * @param file - A file of its own beside the database.
 * @throws {DatabaseError} Another bot holds it.
 */
export function lockInstallation(file: string): { release(): void } {
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    database = new DatabaseSync(file, { timeout: 0 });
    database.exec('begin exclusive');
  } catch (error) {
    database?.close();
    const message = isBusy(error)
      ? `Another Ministry Wire is already running on ${dirname(file)}. Stop it first, or set DATA_DIR.`
      : `${file} cannot be used as a lock (${messageOf(error)}). Move it away, or set DATA_DIR.`;
    throw new DatabaseError(message, { cause: error });
  }
  const held = database;
  return { release: () => held.close() };
}

/** The same for a command beside the bot: null where a bot holds it. */
export function lockUnlessRunning(file: string): { release(): void } | null {
  try {
    return lockInstallation(file);
  } catch (error) {
    if (error instanceof DatabaseError && isBusy(error.cause)) return null;
    throw error;
  }
}

/** SQLITE_BUSY. */
const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === 5;
