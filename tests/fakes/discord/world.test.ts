import { ChannelType, Events, GuildDefaultMessageNotifications, PermissionFlagsBits as P } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { benchForEachTest, CHANNEL, GUILD, messagesPath } from './support.ts';

const bench = benchForEachTest();

describe('the world', () => {
  it('lets a running bot join a guild whose channels are there already', async () => {
    const client = await bench.loggedIn();
    const joined = new Promise((resolve) => client.once(Events.GuildCreate, resolve));

    const { id } = bench.fake.guild({
      name: 'Gallium desk',
      channels: [{ name: 'general' }, { name: 'wire', type: ChannelType.GuildForum, tags: ['decision'] }],
      notifications: GuildDefaultMessageNotifications.AllMessages,
    });
    await joined;

    const guild = client.guilds.cache.get(id);
    expect(guild?.channels.cache.map(({ name, type }) => [name, type])).toEqual([
      ['general', ChannelType.GuildText],
      ['wire', ChannelType.GuildForum],
    ]);
    expect(guild?.systemChannel?.name).toBe('general');
    expect(guild?.defaultMessageNotifications).toBe(GuildDefaultMessageNotifications.AllMessages);
  });

  it('tells of a changed guild, a changed channel and a deleted role', async () => {
    bench.fake.role({ guildId: GUILD, id: '81' });
    const client = await bench.loggedIn();
    const gone = new Promise((resolve) => client.once(Events.GuildRoleDelete, ({ id }) => resolve(id)));

    bench.fake.updateGuild(GUILD, { name: 'Bismuth desk' });
    bench.fake.updateChannel(CHANNEL, { name: 'bismuth' });
    bench.fake.deleteRole(GUILD, '81');

    expect(await gone).toBe('81');
    expect(client.guilds.cache.get(GUILD)).toMatchObject({ name: 'Bismuth desk' });
    expect(client.channels.cache.get(CHANNEL)).toMatchObject({ name: 'bismuth' });
    expect(client.guilds.cache.get(GUILD)?.roles.cache.has('81')).toBe(false);
  });

  it('takes a role from its members when it is deleted', async () => {
    const { user } = bench.fake.member({ guildId: GUILD, roleIds: ['81'] });
    bench.fake.role({ guildId: GUILD, id: '81', permissions: P.ManageGuild });
    bench.fake.register([{ name: 'who', description: 'Who' }]);
    await bench.loggedIn(async (use) => {
      if (use.isChatInputCommand()) await use.reply(String(use.memberPermissions?.has(P.ManageGuild)));
    });
    const ask = async () =>
      (await bench.fake.interact.command({ name: 'who', channelId: CHANNEL, userId: user.id })).content;

    const before = await ask();
    bench.fake.deleteRole(GUILD, '81');

    expect([before, await ask()]).toEqual(['true', 'false']);
  });

  it('tells an outage from being thrown out', async () => {
    const client = await bench.loggedIn();
    const events: string[] = [];
    client.on(Events.GuildDelete, () => events.push('deleted'));
    client.on(Events.GuildUnavailable, () => events.push('unavailable'));
    const back = new Promise<void>((resolve) => client.once(Events.GuildAvailable, () => resolve()));

    bench.fake.beginOutage(GUILD);
    bench.fake.endOutage(GUILD);
    await back;

    expect(events).toEqual(['unavailable']);
    expect(client.guilds.cache.get(GUILD)?.available).toBe(true);
  });

  it.each([
    ['tags on a text channel', () => bench.fake.channel({ guildId: GUILD, tags: ['x'] }), /Only a forum/],
    ['permissions of a thread', (id: string) => bench.fake.setPermissions(id, 0n), /is a thread/],
    ['an archived channel', () => bench.fake.archiveThread(CHANNEL), /is no thread/],
    ['a role nobody made', () => bench.fake.deleteRole(GUILD, '9'), /no role 9/],
  ])('does not let a test have %s', async (_name, act, message) => {
    const rest = bench.rest();
    const { id } = (await rest.post(messagesPath, { body: { content: 'x' } })) as { id: string };
    await rest.post(`${messagesPath}/${id}/threads`, { body: { name: 'x' } });

    expect(() => act(id)).toThrow(message);
  });
});
