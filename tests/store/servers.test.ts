import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Db } from '../../src/store/schema.ts';
import { readServer, saveServer } from '../../src/store/servers.ts';
import { openSqlite } from '../../src/store/sqlite.ts';

let db: Db;
beforeEach(async () => {
  db = await openSqlite(':memory:');
});
afterEach(() => db.destroy());

it('lets everybody ask, by the clocks of UTC, until something is chosen', async () => {
  expect(await readServer(db, 'guild-1')).toEqual({ guildId: 'guild-1', zone: 'UTC', askersRoleId: null });
});

it('keeps the last choice of each server', async () => {
  await saveServer(db, { guildId: 'guild-1', zone: 'Asia/Tokyo', askersRoleId: null });
  await saveServer(db, { guildId: 'guild-2', zone: 'Europe/Berlin', askersRoleId: null });
  const last = { guildId: 'guild-1', zone: 'America/New_York', askersRoleId: '900000000000000003' };
  await saveServer(db, last);

  expect(await readServer(db, 'guild-1')).toEqual(last);
  expect((await readServer(db, 'guild-2')).zone).toBe('Europe/Berlin');
});
