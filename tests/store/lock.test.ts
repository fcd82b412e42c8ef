import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockInstallation, lockUnlessRunning } from '../../src/store/lock.ts';
import { DatabaseError } from '../../src/store/sqlite.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  file = join(folder, 'data', 'bot.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a second bot on the same data is refused with what to do', () => {
  const lock = lockInstallation(file);

  const second = () => lockInstallation(file);

  expect(second).toThrow(DatabaseError);
  expect(second).toThrow(
    `Another Ministry Wire is already running on ${join(folder, 'data')}. Stop it first, or set DATA_DIR.`,
  );
  lock.release();
});

test('a command learns that a bot is running, and goes on without the lock', () => {
  const lock = lockInstallation(file);

  expect(lockUnlessRunning(file)).toBeNull();

  lock.release();
  const own = lockUnlessRunning(file);
  expect(own).not.toBeNull();
  own?.release();
});

test('a bot may start once the other has stopped, and beside one on other data', () => {
  lockInstallation(file).release();

  const locks = [lockInstallation(file), lockInstallation(join(folder, 'other', 'bot.lock'))];

  for (const lock of locks) lock.release();
});

test('a lock that cannot be used is not taken for another bot', () => {
  mkdirSync(join(folder, 'data'));
  writeFileSync(file, 'Not a database. '.repeat(100));

  expect(() => lockInstallation(file)).toThrow(DatabaseError);
  expect(() => lockInstallation(file)).not.toThrow(/already running/);
});
