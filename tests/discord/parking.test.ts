import { once } from 'node:events';
import { type Client, Events, PermissionFlagsBits as P, REST } from 'discord.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createClient, login, restOptions } from '../../src/discord/client.ts';
import { discordMessenger } from '../../src/discord/messenger.ts';
import { onAccessChanged, onRoleGone, type Premises, premisesOf } from '../../src/discord/premises.ts';
import { silentLog } from '../../src/ops/log.ts';
import { lookForRoles, tellRoleGone, unparkIn } from '../../src/outlets/access.ts';
import { deliverDue } from '../../src/pipeline/deliver.ts';
import { tellMakers } from '../../src/pipeline/makers.ts';
import { listSubscriptions } from '../../src/store/subscriptions.ts';
import { varnianNames } from '../fakes/archive.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/index.ts';
import { found, openWireRoom, type WireRoom } from '../fakes/wire-room.ts';

const ALL = P.ViewChannel | P.SendMessages | P.EmbedLinks | P.AttachFiles | P.ReadMessageHistory;

let room: WireRoom;
let discord: FakeDiscord;
let client: Client<true>;
let premises: Premises;
let channelId: string;
let guildId: string;
let userId: string;

beforeEach(async () => {
  room = await openWireRoom();
  discord = await startFakeDiscord({ clock: room.clock });
  guildId = discord.guild({ name: 'Metals *desk*' }).id;
  channelId = discord.channel({ guildId, name: 'alerts' }).id;
  userId = discord.member({ guildId, name: 'ada' }).user.id;
  client = await login(createClient(discord.url), discord.token);
  premises = premisesOf(client);
});
afterEach(async () => {
  await client.destroy();
  await discord.close();
});

function outbox() {
  const rest = new REST(restOptions(discord.url)).setToken(discord.token);
  const messenger = discordMessenger({ rest, botUserId: discord.botUserId, context: varnianNames, premises });
  return { db: room.db, clock: room.clock, log: silentLog, messenger };
}

/** Once the bot has been told of what happens. */
async function seen(event: Events, happen: () => void) {
  const told = once(client, event);
  happen();
  await told;
}

const parked = async () => (await listSubscriptions(room.db)).some((watch) => watch.parked !== null);

it('asks in vain once, however much waits for the channel, and tells who made the watch what is missing', async () => {
  await room.watch({ guildId, channelId, createdBy: userId });
  const first = await room.story();
  await room.tell(found.story(first));
  await deliverDue(outbox());
  await seen(Events.ChannelUpdate, () =>
    discord.setPermissions(channelId, ALL & ~P.EmbedLinks & ~P.ReadMessageHistory),
  );
  for (let each = 0; each < 15; each++) {
    await room.tell(found.story(await room.story()));
    await room.tell(found.update(first), found.correction(first));
  }

  for (let turn = 0; turn < 20; turn++) {
    await deliverDue(outbox());
    await tellMakers(outbox());
    await room.clock.advance(60_000);
  }

  expect(discord.invalidRequests()).toBe(1);
  const [notice, ...others] = discord.messages(discord.dmChannel(userId));
  expect(others).toEqual([]);
  expect(notice?.content).toContain(`<#${channelId}> (Metals \\*desk\\*)`);
  expect(notice?.content).toContain('**Embed Links**, **Read Message History**');
  expect(notice?.content).toContain('**嵌入链接**、**阅读消息历史记录**');
  expect(notice?.mention_roles).toEqual([]);
});

it('asks once for a channel that is gone and that nobody watches any more, however much waits for it', async () => {
  await room.watch({ guildId, channelId });
  for (let each = 0; each < 20; each++) await room.tell(found.story(await room.story()));
  await room.db.deleteFrom('subscriptions').execute();
  discord.removeGuild(guildId);

  await deliverDue(outbox());

  expect(discord.requests.filter(({ path }) => path.includes(channelId))).toHaveLength(1);
  expect(await room.states()).toEqual({ rejected: 20 });
});

it.each([
  ['is hidden', Events.ChannelUpdate, () => discord.setPermissions(channelId, 0n), '**View Channel**'],
  ['is gone', Events.ChannelDelete, () => discord.deleteChannel(channelId), 'gone'],
] as const)('says so where the channel %s', async (_, event, happen, says) => {
  await room.watch({ guildId, channelId, createdBy: userId });
  await seen(event, happen);
  await room.tell(found.story(await room.story()));

  await deliverDue(outbox());
  await tellMakers(outbox());

  expect(await parked()).toBe(true);
  expect(discord.messages(discord.dmChannel(userId))[0]?.content).toContain(says);
});

it('takes closed direct messages as they are', async () => {
  await room.watch({ guildId, channelId, createdBy: userId });
  discord.closeDms(userId);
  discord.setPermissions(channelId, 0n);
  await room.tell(found.story(await room.story()));
  await deliverDue(outbox());

  for (let turn = 0; turn < 3; turn++) await tellMakers(outbox());

  expect(discord.invalidRequests()).toBeLessThan(4);
  expect(await parked()).toBe(true);
});

it('tells all that waited once a permission is given back', async () => {
  const installation = { ...room, log: silentLog };
  const woken = new Promise<void>((resolve) =>
    onAccessChanged(client, (id) => unparkIn(id, premises, installation, resolve), silentLog),
  );
  await room.watch({ guildId, channelId });
  discord.setPermissions(channelId, ALL & ~P.SendMessages);
  const views = [await room.story(), await room.story()];
  for (const view of views) await room.tell(found.story(view));
  await deliverDue(outbox());
  expect(await parked()).toBe(true);

  await seen(Events.ChannelUpdate, () => discord.setPermissions(channelId, ALL & ~P.EmbedLinks));
  expect(await parked()).toBe(true);
  discord.setPermissions(channelId, ALL);
  await woken;
  await deliverDue(outbox());

  expect(discord.messages(channelId)).toHaveLength(2);
  expect(await parked()).toBe(false);
});

it('takes a role that is deleted out of its watches, and tells who made them', async () => {
  const role = discord.role({ guildId, mentionable: true });
  await room.watch({ guildId, channelId, roleId: role.id, createdBy: userId, language: 'en' });
  await room.watch({ guildId, channelId, roleId: 'another' });
  const { messenger } = outbox();
  onRoleGone(
    client,
    (guild, id) => tellRoleGone(guild, id, messenger, { db: room.db, log: silentLog }),
    silentLog,
  );

  discord.deleteRole(guildId, role.id);
  const dm = discord.dmChannel(userId);
  await discord.waitFor(() => discord.messages(dm).length > 0, 'a direct message');

  expect(discord.messages(dm)[0]?.content).toContain('has been deleted');
  expect((await listSubscriptions(room.db)).map(({ roleId }) => roleId)).toEqual([null, 'another']);
});

it('notices at the start that a role was deleted meanwhile, but takes nothing for gone in an outage', async () => {
  const role = discord.role({ guildId });
  let away = '';
  await seen(Events.GuildCreate, () => {
    away = discord.guild().id;
  });
  await seen(Events.GuildUnavailable, () => discord.beginOutage(away));
  await room.watch({ guildId, channelId, roleId: 'deleted', createdBy: userId });
  await room.watch({ guildId, channelId, roleId: role.id });
  await room.watch({ guildId: away, channelId: 'elsewhere', roleId: 'not seen' });

  await lookForRoles(client, outbox().messenger, { db: room.db, log: silentLog });

  expect((await listSubscriptions(room.db)).map(({ roleId }) => roleId)).toEqual([null, role.id, 'not seen']);
  expect(discord.messages(discord.dmChannel(userId))).toHaveLength(1);
});
