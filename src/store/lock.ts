import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseError } from './sqlite.ts';

/**
 * Makes this process the only bot on its database. The operating system lets go when the process ends,
 * however it ends, so that a killed bot can be started again at once.
 *
 * @param file - A file of its own beside the database.
 * @throws {DatabaseError} Another bot holds it.
 */
export function lockInstallation(file: string): { release(): void } {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    throw new DatabaseError(
      `Another Ministry Wire is already running on ${dirname(file)}. Stop it first, or set DATA_DIR.`,
      { cause: error },
    );
  }
  return { release: () => database.close() };
}
