import { once } from 'node:events';
import { type Client, Events, Locale, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createClient, login } from '../../src/discord/client.ts';
import { type Greetings, greetServers, withdrawGreeting } from '../../src/discord/greeting.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { MINUTE } from '../../src/domain/moment.ts';
import { silentLog } from '../../src/ops/log.ts';
import { claimGreeting, findGreeting, forgetGreeting, keepGreeting } from '../../src/store/greetings.ts';
import type { Db } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { type ManualClock, manualClock } from '../fakes/clock.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/index.ts';

const NOW = Date.parse('2031-03-10T12:00:00Z');
const english =
  'Ready. An admin types `/watch add` in the channel that should get alerts. Nothing is posted until then.';

let clock: ManualClock;
let discord: FakeDiscord;
let db: Db;
let greetings: Greetings;
let client: Client<true>;
beforeEach(async () => {
  clock = manualClock(NOW);
  discord = await startFakeDiscord({ clock });
  db = await openSqlite(':memory:');
  greetings = {
    claim: (guildId, joinedAt) => claimGreeting(db, guildId, joinedAt),
    keep: (guildId, greeting) => keepGreeting(db, guildId, greeting),
    find: (guildId) => findGreeting(db, guildId),
    forget: (guildId) => forgetGreeting(db, guildId),
  };
});
afterEach(async () => {
  await client.destroy();
  await discord.close();
  await db.destroy();
  expect(discord.violations).toEqual([]);
});

/** The bot comes up, and has greeted whom it finds. */
async function start(): Promise<void> {
  client = await login(createClient(discord.url), discord.token);
  await greetServers(client, greetings, silentLog);
}

async function restart(): Promise<void> {
  await client.destroy();
  await start();
}

const server = (guildId: string) => {
  const guild = client.guilds.cache.get(guildId);
  if (!guild) throw new Error(`the bot is not in ${guildId}`);
  return guild;
};
const said = (channelId: string) => discord.messages(channelId).map(({ content }) => content);

it('greets a server that was joined while it was away: one silent line, and never again', async () => {
  const guild = discord.guild();
  const channel = discord.channel({ guildId: guild.id, name: 'general' });
  const other = discord.channel({ guildId: guild.id, name: 'alerts' });

  await start();
  await restart();

  expect(said(channel.id)).toEqual([english]);
  expect(discord.messages(channel.id)[0]?.flags).toBe(MessageFlags.SuppressNotifications);
  expect(said(other.id)).toEqual([]);
});

it('greets a server as it joins it, in the language of the server', async () => {
  await start();

  const guild = discord.guild({ locale: Locale.ChineseCN, channels: [{ name: '闲聊' }, { name: '公告' }] });

  const { systemChannelId } = guild;
  await discord.waitFor(() => said(systemChannelId ?? '').length === 1, 'a greeting');
  expect(said(systemChannelId ?? '')[0]).toContain('已就绪');
});

it('greets again where it was thrown out and invited anew', async () => {
  await start();
  const { id } = discord.guild({ channels: [{ name: 'general' }] });
  const first = () => server(id).systemChannelId ?? '';
  await discord.waitFor(() => client.guilds.cache.has(id) && said(first()).length === 1, 'a greeting');

  const out = once(client, Events.GuildDelete);
  discord.removeGuild(id);
  await out;
  await clock.advance(MINUTE);
  discord.guild({ id, channels: [{ name: 'general' }] });

  await discord.waitFor(() => client.guilds.cache.has(id) && said(first()).length === 1, 'another greeting');
});

it('says nothing where it may write nowhere, nor when it may later', async () => {
  const guild = discord.guild();
  const channel = discord.channel({ guildId: guild.id });
  discord.setPermissions(channel.id, PermissionFlagsBits.ViewChannel);
  await start();

  discord.setPermissions(channel.id, PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages);
  await restart();

  expect(said(channel.id)).toEqual([]);
});

it('goes where it may write', async () => {
  const guild = discord.guild();
  const closed = discord.channel({ guildId: guild.id, name: 'rules' });
  const open = discord.channel({ guildId: guild.id, name: 'chat' });
  discord.setPermissions(closed.id, PermissionFlagsBits.ViewChannel);

  await start();

  expect(said(closed.id)).toEqual([]);
  expect(said(open.id)).toEqual([english]);
});

const watch = (guildId: string, channelId: string) => {
  const manners = { roleId: null, language: 'both', market: 'US', createdAt: NOW } as const;
  return insertSubscription(db, { guildId, channelId, ...noFilter, ...manners });
};

it('says nothing to a server that has watches already', async () => {
  const guild = discord.guild();
  const channel = discord.channel({ guildId: guild.id });
  await watch(guild.id, channel.id);

  await start();

  expect(said(channel.id)).toEqual([]);
});

it('takes its line back at once where a watch was made while it was on its way', async () => {
  const guild = discord.guild();
  const channel = discord.channel({ guildId: guild.id });
  const { claim } = greetings;
  greetings.claim = async (guildId, joinedAt) => {
    const claimed = await claim(guildId, joinedAt);
    await watch(guildId, channel.id);
    return claimed;
  };

  await start();

  expect(discord.requests.map(({ method }) => method)).toContain('DELETE');
  expect(said(channel.id)).toEqual([]);
});

it('takes its line back', async () => {
  const guild = discord.guild();
  const channel = discord.channel({ guildId: guild.id });
  await start();

  await withdrawGreeting(server(guild.id), greetings, silentLog);
  await withdrawGreeting(server(guild.id), greetings, silentLog);

  expect(said(channel.id)).toEqual([]);
  expect(discord.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
});

it('minds nothing where somebody else has deleted it', async () => {
  const guild = discord.guild();
  const channel = discord.channel({ guildId: guild.id });
  await start();
  discord.deleteMessage(channel.id, discord.messages(channel.id)[0]?.id ?? '');

  await withdrawGreeting(server(guild.id), greetings, silentLog);

  expect(await greetings.find(guild.id)).toBeNull();
});

it('takes it back the next time where Discord would not now', async () => {
  const guild = discord.guild();
  const channel = discord.channel({ guildId: guild.id });
  await start();
  discord.fail(/^DELETE /, { status: 503 });

  await withdrawGreeting(server(guild.id), greetings, silentLog);
  expect(said(channel.id)).toEqual([english]);

  await withdrawGreeting(server(guild.id), greetings, silentLog);
  expect(said(channel.id)).toEqual([]);
});
