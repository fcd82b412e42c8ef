import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainServer } from '../../src/domain/server.ts';
import type { Db } from '../../src/store/schema.ts';
import { forgetOpsChannel, opsChannels, readServer, saveServer } from '../../src/store/servers.ts';
import { openSqlite } from '../../src/store/sqlite.ts';

let db: Db;
beforeEach(async () => {
  db = await openSqlite(':memory:');
});
afterEach(() => db.destroy());

it('lets everybody ask, by the clocks of UTC, until something is chosen', async () => {
  expect(await readServer(db, 'guild-1')).toEqual({ guildId: 'guild-1', ...plainServer });
  expect(plainServer).toEqual({ zone: 'UTC', askersRoleId: null, opsChannelId: null, language: 'both' });
});

it('keeps the last choice of each server, and what was not chosen anew', async () => {
  await saveServer(db, { guildId: 'guild-1', zone: 'Asia/Tokyo', language: 'zh' });
  await saveServer(db, { guildId: 'guild-2', zone: 'Europe/Berlin' });
  await saveServer(db, { guildId: 'guild-1', zone: 'America/New_York', askersRoleId: '900000000000000003' });

  expect(await readServer(db, 'guild-1')).toEqual({
    guildId: 'guild-1',
    zone: 'America/New_York',
    askersRoleId: '900000000000000003',
    opsChannelId: null,
    language: 'zh',
  });
  expect((await readServer(db, 'guild-2')).zone).toBe('Europe/Berlin');
});

it('knows where those who look after the bot are told, until that is gone', async () => {
  await saveServer(db, { guildId: 'guild-1', opsChannelId: 'ops-1' });
  await saveServer(db, { guildId: 'guild-2', opsChannelId: 'ops-2', language: 'zh' });
  await saveServer(db, { guildId: 'guild-3' });
  expect(await opsChannels(db)).toEqual([
    { channelId: 'ops-1', language: 'both' },
    { channelId: 'ops-2', language: 'zh' },
  ]);

  await forgetOpsChannel(db, 'ops-1');

  expect(await opsChannels(db)).toEqual([{ channelId: 'ops-2', language: 'zh' }]);
});
