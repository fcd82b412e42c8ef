import { createRequire } from 'node:module';
import { PassThrough } from 'node:stream';
import { Client, Events, GatewayCloseCodes, GatewayOpcodes, REST, Routes } from 'discord.js';
import { pino } from 'pino';
import { getGlobalDispatcher, MockAgent, setGlobalDispatcher } from 'undici';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  createClient,
  DiscordRefusal,
  type Gone,
  logClient,
  login,
  onGone,
  restOptions,
  whenShutOut,
} from '../../src/discord/client.ts';
import { presenceOf } from '../../src/discord/presence.ts';
import { silentLog } from '../../src/ops/log.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/index.ts';

const open: (Client | FakeDiscord)[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await (one instanceof Client ? one.destroy() : one.close());
});

async function start(options: Parameters<typeof startFakeDiscord>[0] = {}) {
  const discord = await startFakeDiscord(options);
  const client = createClient(discord.url);
  open.push(client, discord);
  return { discord, client };
}

it('sends files by connections of its own, whatever stands for the whole process', async () => {
  const { discord } = await start();
  const { id } = discord.channel({ guildId: discord.guild().id });
  const before = getGlobalDispatcher();
  onTestFinished(() => setGlobalDispatcher(before));
  const nobody = new MockAgent();
  nobody.disableNetConnect();
  setGlobalDispatcher(nobody);

  const rest = new REST(restOptions(discord.url)).setToken(discord.token);
  const files = [{ name: 'text.txt', data: Buffer.from('稀土') }];
  await rest.post(Routes.channelMessages(id), { body: { content: 'text' }, files });

  expect(discord.messages(id)[0]?.files.get('text.txt')?.toString()).toBe('稀土');
});

it('shares one undici with discord.js: each further one costs memory, and takes no files of another', () => {
  const paths = [['discord.js'], ['discord.js', '@discordjs/rest'], []].map((through) =>
    through
      .reduce((require, name) => createRequire(require.resolve(name)), createRequire(import.meta.url))
      .resolve('undici'),
  );

  expect(new Set(paths).size).toBe(1);
});

it('logs in asking for no more than the Guilds intent, and knows its servers then', async () => {
  const { discord, client } = await start();
  const guild = discord.guild();

  const ready = await login(client, discord.token);

  expect(ready.guilds.cache.has(guild.id)).toBe(true);
  const identify = discord.gateway.received.find(({ op }) => op === GatewayOpcodes.Identify);
  expect(identify?.d).toMatchObject({ intents: 1 });
});

describe('where Discord does not let it in, one sentence says what to change', () => {
  it('a wrong token', async () => {
    const { client } = await start();

    await expect(login(client, 'wrong.token')).rejects.toThrow(DiscordRefusal);
    await expect(login(client, 'wrong.token')).rejects.toThrow(/DISCORD_TOKEN.*developer portal/);
  });

  it('intents that were not granted', async () => {
    const { discord, client } = await start({ disallowedIntents: 1 });

    await expect(login(client, discord.token)).rejects.toThrow(/intents/);
  });

  it('no Discord to reach', async () => {
    const { discord, client } = await start();
    await discord.close();

    await expect(login(client, discord.token)).rejects.toThrow(/cannot be reached/);
  });
});

it('keeps what it is asked about, and nothing else, so that 500 servers fit into little memory', async () => {
  const { discord, client } = await start();
  const guild = discord.guild();
  const role = discord.role({ guildId: guild.id, name: 'smelters' });
  const channel = discord.channel({ guildId: guild.id, name: 'alerts' });
  const ready = await login(client, discord.token);

  const shown = ready.guilds.cache.get(guild.id);
  const where = shown?.channels.cache.get(channel.id);
  const sent = where?.isTextBased() ? await where.send('x') : null;

  expect(shown?.roles.cache.get(role.id)?.name).toBe('smelters');
  expect(where?.permissionsFor(ready.user.id)?.has('SendMessages')).toBe(true);
  expect(sent?.channel.messages.cache.size).toBe(0);
});

it('notices when it is shut out later, which discord.js keeps to itself', async () => {
  const { discord, client } = await start();
  await login(client, discord.token);
  const shutOut = whenShutOut(client);

  discord.gateway.close(GatewayCloseCodes.AuthenticationFailed);

  expect((await shutOut).message).toContain('DISCORD_TOKEN');
  expect(client.isReady()).toBe(true);
});

it('comes back by itself when the connection breaks', async () => {
  const { discord, client } = await start();
  await login(client, discord.token);

  discord.gateway.drop();

  await discord.waitFor(() => discord.gateway.count(GatewayOpcodes.Resume) > 0, 'a resume');
  await discord.waitFor(() => discord.gateway.connected === 1, 'a connection');
});

it('tells of servers and channels that are gone', async () => {
  const { discord, client } = await start();
  const guild = discord.guild();
  const channel = discord.channel({ guildId: guild.id });
  await login(client, discord.token);
  const gone: Gone[] = [];
  const told = new Promise<void>((resolve) => {
    onGone(
      client,
      (what) => {
        gone.push(what);
        if (gone.length === 2) resolve();
        // The first time, what is to be forgotten cannot be: that must not end the bot.
        return gone.length === 1 ? Promise.reject(new Error('the disk is on fire')) : Promise.resolve(1);
      },
      silentLog,
    );
  });

  discord.deleteChannel(channel.id);
  discord.removeGuild(guild.id);
  await told;

  expect(gone).toEqual([{ channelId: channel.id }, { guildId: guild.id }]);
});

it('shows how reading goes as its presence', async () => {
  const { discord, client } = await start();
  const ready = await login(client, discord.token);

  ready.user.setPresence(
    presenceOf({ sources: 8, reading: 8, lastReadAt: 0, blind: [], degraded: false }, 60_000),
  );

  const sent = await discord.waitFor(
    () => discord.gateway.received.find(({ op }) => op === GatewayOpcodes.PresenceUpdate),
    'a presence',
  );
  expect(sent.d).toMatchObject({ status: 'online', activities: [{ state: '8 sources · read 1 min ago' }] });
});

it('logs what the client reports, instead of ending over it', async () => {
  const { client } = await start();
  const lines = new PassThrough();
  logClient(client, pino({}, lines));

  client.emit(Events.Error, new Error('the cable is loose'));
  client.emit(Events.Warn, 'mind the gap');

  const written = String(lines.read());
  expect(written).toContain('the cable is loose');
  expect(written).toContain('mind the gap');
});
