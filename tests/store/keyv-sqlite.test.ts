import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Keyv } from 'keyv';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SqliteStore } from '../../src/store/keyv-sqlite.ts';
import { keyvAdapterContract } from './keyv-adapter.contract.ts';

keyvAdapterContract('the built-in Map', () => {
  const map = new Map();
  return { store: () => map, close: () => map.clear() };
});

keyvAdapterContract('SqliteStore', () => {
  const database = new DatabaseSync(':memory:');
  return { store: () => new SqliteStore(database, () => Date.now()), close: () => database.close() };
});

describe('SqliteStore', () => {
  let folder: string;
  let now: number;
  const opened: DatabaseSync[] = [];
  const open = () => {
    const database = new DatabaseSync(join(folder, 'cache.sqlite'));
    opened.push(database);
    return { database, store: new SqliteStore(database, () => now) };
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'keyv-'));
    now = Date.parse('2031-03-13T08:00:00Z');
  });
  afterEach(() => {
    for (const database of opened.splice(0)) if (database.isOpen) database.close();
    rmSync(folder, { recursive: true });
  });

  test('is used by Keyv itself, not through the bridge for older adapters', () => {
    const { store } = open();

    expect(new Keyv({ store }).store).toBe(store);
  });

  test('survives reopening', async () => {
    const { database, store } = open();
    await new Keyv({ store, namespace: 'a' }).set('key', { size: 7n });
    database.close();

    expect(await new Keyv({ store: open().store, namespace: 'a' }).get('key')).toEqual({ size: 7n });
  });

  test('serves two connections to one file', async () => {
    const [one, other] = [new Keyv({ store: open().store }), new Keyv({ store: open().store })];

    await one.set('key', 1);
    await other.set('other', 2);

    expect(await one.getMany(['key', 'other'])).toEqual([1, 2]);
  });

  test('never mixes up namespaces and keys that read alike when joined', async () => {
    const { database, store } = open();
    const inner = new Keyv({ store, namespace: 'a' });
    const outer = new Keyv({ store: new SqliteStore(database, () => now), namespace: 'a::b' });

    await inner.set('b::c', 'inner');
    await outer.set('c', 'outer');

    expect([await inner.get('b::c'), await outer.get('c')]).toEqual(['inner', 'outer']);
  });

  test('sweeps out what has expired when something else that expires is stored', async () => {
    const { database, store } = open();
    const count = () => database.prepare('select count(*) as entries from entries').get()?.entries;
    await store.set('cursor-1', '"{}"', now + 10);
    await store.set('cursor-2', '"{}"', now + 20);
    await store.set('snapshot', '"{}"');

    now += 11;
    await store.set('cursor-3', '"{}"', now + 10);

    expect(count()).toBe(3);
    expect(await store.hasMany(['cursor-1', 'cursor-2', 'cursor-3', 'snapshot'])).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  test('stores all of many or none', async () => {
    const { store } = open();

    await expect(
      store.setMany<unknown>([
        { key: 'good', value: 'text' },
        { key: 'bad', value: { not: 'text' } },
      ]),
    ).rejects.toThrow('the value of bad is not serialised');

    expect(await store.has('good')).toBe(false);
    expect(await store.set('good', 'text')).toBe(true);
  });

  test('tells Keyv of a failure rather than that there is nothing', async () => {
    const { database, store } = open();
    const keyv = new Keyv({ store });
    database.exec('drop table entries');

    await expect(keyv.get('key')).rejects.toThrow('no such table');
    await expect(keyv.set('key', 1)).rejects.toThrow('no such table');
  });
});
