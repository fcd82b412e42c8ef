import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DAY } from '../../src/domain/moment.ts';
import type { Clock } from '../../src/ops/clock.ts';
import { type Cache, openCache } from '../../src/store/cache.ts';

const Snapshot = z.object({ version: z.number(), found: z.record(z.string(), z.string()) });
type Snapshot = z.infer<typeof Snapshot>;

const snapshot: Snapshot = { version: 2, found: { webId: '7c1e', pageId: '40' } };
const start = Date.parse('2031-03-13T08:00:00Z');

let folder: string;
let file: string;
let now: number;
let logged: { level: number; msg: string }[];
const opened: Cache<Snapshot>[] = [];

const clock: Clock = { now: () => now, sleep: () => Promise.resolve() };
const log = pino({ level: 'info' }, { write: (line) => logged.push(JSON.parse(line)) });
const warnings = () => logged.filter(({ level }) => level >= 40).map(({ msg }) => msg);

async function open(at = file): Promise<Cache<Snapshot>> {
  const cache = await openCache({ file: at, snapshot: Snapshot, clock, log });
  opened.push(cache);
  return cache;
}

/** Does something to the file behind the cache's back. */
function tamper(sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cache-'));
  file = join(folder, 'data', 'cache.sqlite');
  now = start;
  logged = [];
});
afterEach(async () => {
  for (const cache of opened.splice(0)) await cache.close();
  rmSync(folder, { recursive: true });
});

describe('snapshots', () => {
  test('are kept per Source until they are replaced, across restarts', async () => {
    const before = await open();
    await before.snapshots.set('cn-ministry', snapshot);
    await before.snapshots.set('cn-ministry', { ...snapshot, version: 3 });
    await before.close();
    now += 400 * DAY;

    const { snapshots, fault } = await open();

    expect(await snapshots.get('cn-ministry')).toEqual({ ...snapshot, version: 3 });
    expect(await snapshots.get('uk-ministry')).toBeNull();
    expect(fault()).toBeNull();
    expect(logged).toEqual([]);
  });

  test('of another shape count as lost', async () => {
    const cache = await open();
    await cache.snapshots.set('cn-ministry', snapshot);
    tamper(`update entries set value = '{"value":{"version":"two"}}'`);

    expect(await cache.snapshots.get('cn-ministry')).toBeNull();
    expect(cache.fault()).toBeNull();
  });

  test('that are no JSON any more count as lost, and that shows', async () => {
    const cache = await open();
    await cache.snapshots.set('cn-ministry', snapshot);
    tamper(`update entries set value = substr(value, 1, 10)`);

    expect(await cache.snapshots.get('cn-ministry')).toBeNull();
    expect(cache.fault()).toEqual({ message: expect.stringContaining('JSON'), at: start });
  });
});

describe('cursors', () => {
  test('come back as they were saved, under an id that fits into a button', async () => {
    const { cursors } = await open();
    const after = { command: 'recent', good: '稀土', after: { publishedOn: '2031-02-28', id: 12 } };

    const ids = [await cursors.save(after), await cursors.save('other')];

    expect(ids).toEqual([expect.stringMatching(/^[\w-]{16,22}$/), expect.stringMatching(/^[\w-]{16,22}$/)]);
    expect(ids[0]).not.toBe(ids[1]);
    expect(await cursors.load(String(ids[0]))).toEqual(after);
  });

  test('live for seven days of the clock', async () => {
    const { cursors } = await open();
    const id = await cursors.save('page 2');

    now = start + 7 * DAY;
    expect(await cursors.load(id)).toBe('page 2');
    now += 1;
    expect(await cursors.load(id)).toBeNull();
  });

  test('that were never saved are null, as are those named like a Source', async () => {
    const { cursors, snapshots } = await open();
    await snapshots.set('cn-ministry', snapshot);

    expect(await cursors.load('AAAAAAAAAAAAAAAAAAAAAA')).toBeNull();
    expect(await cursors.load('cn-ministry')).toBeNull();
    expect(await cursors.load('')).toBeNull();
  });
});

describe('a cache that breaks', () => {
  test('never throws, says so, logs it once, and is well again after the next write', async () => {
    const cache = await open();
    await cache.snapshots.set('cn-ministry', snapshot);
    tamper('alter table entries rename to elsewhere');
    now += 60_000;

    expect(await cache.snapshots.get('cn-ministry')).toBeNull();
    await cache.snapshots.set('cn-ministry', snapshot);
    const lost = await cache.cursors.save('page 2');
    expect(await cache.cursors.load(lost)).toBeNull();
    expect(cache.fault()).toEqual({ message: expect.stringContaining('no such table'), at: start + 60_000 });
    expect(warnings()).toEqual(['the cache does not work; reads are unconditional']);

    tamper('alter table elsewhere rename to entries');
    expect(await cache.snapshots.get('cn-ministry')).toEqual(snapshot);
    expect(cache.fault()).not.toBeNull();
    await cache.snapshots.set('cn-ministry', snapshot);
    expect(cache.fault()).toBeNull();
    expect(logged.at(-1)?.msg).toBe('the cache can be written again');
  });

  test('does not throw once it is closed, nor when it is closed twice', async () => {
    const cache = await open();
    await cache.close();

    await cache.close();
    await cache.snapshots.set('cn-ministry', snapshot);

    expect(await cache.snapshots.get('cn-ministry')).toBeNull();
    expect(cache.fault()).not.toBeNull();
  });
});

describe('a file that cannot be used', () => {
  const damaged: [string, () => void | Promise<void>][] = [
    ['is no database', () => writeFileSync(file, 'Not a database. '.repeat(500))],
    ['is a folder', () => mkdirSync(file)],
    ['holds an older table', () => tamper('create table entries (key text) strict')],
    [
      'is damaged inside',
      async () => {
        const cache = await open();
        for (let entry = 0; entry < 200; entry++) await cache.snapshots.set(`source-${entry}`, snapshot);
        await cache.close();
        const bytes = readFileSync(file);
        writeFileSync(file, bytes.fill(0xee, 8192, 16_384));
      },
    ],
  ];

  test.each(damaged)('because it %s is replaced by memory, which shows for good', async (_, damage) => {
    mkdirSync(dirname(file), { recursive: true });
    await damage();
    logged = [];

    const cache = await open();
    await cache.snapshots.set('cn-ministry', snapshot);

    expect(await cache.snapshots.get('cn-ministry')).toEqual(snapshot);
    expect(await cache.cursors.load(await cache.cursors.save('page 2'))).toBe('page 2');
    expect(cache.fault()).toEqual({ message: expect.stringContaining(file), at: start });
    expect(warnings()).toEqual(['the cache cannot be used; one in memory takes its place']);
  });

  test('because its folder cannot be made is replaced by memory', async () => {
    const taken = join(folder, 'taken');
    writeFileSync(taken, '');

    const cache = await open(join(taken, 'cache.sqlite'));

    expect(cache.fault()?.message).toContain(join(taken, 'cache.sqlite'));
  });
});
