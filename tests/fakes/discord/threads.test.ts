import {
  type AnyThreadChannel,
  ChannelType,
  Events,
  type ForumChannel,
  MessageFlags,
  PermissionFlagsBits as P,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { benchForEachTest, CHANNEL, channelOf, GUILD, messagesPath } from './support.ts';

const bench = benchForEachTest();
const FORUM = '80';
const SEE = P.ViewChannel | P.ReadMessageHistory;

function forum(given: { tags?: string[]; requiresTag?: boolean } = {}) {
  return bench.fake.channel({ guildId: GUILD, id: FORUM, type: ChannelType.GuildForum, ...given });
}

describe('a thread of a message', () => {
  it('has the id of its message, takes posts, and is told over the gateway', async () => {
    const client = await bench.loggedIn();
    const told = new Promise<AnyThreadChannel>((resolve) => client.once(Events.ThreadCreate, resolve));
    const message = await channelOf(client).send('Notice 12');

    const thread = await message.startThread({ name: 'Antimony', autoArchiveDuration: 4320 });
    await thread.send('a follow-up');

    expect(thread.id).toBe(message.id);
    expect((await told).id).toBe(message.id);
    expect(thread).toMatchObject({ name: 'Antimony', autoArchiveDuration: 4320, parentId: CHANNEL });
    expect(bench.fake.messages(thread.id)).toMatchObject([{ content: 'a follow-up' }]);
    const [first] = bench.fake.messages(CHANNEL);
    expect(first?.flags).toBe(MessageFlags.HasThread);
    expect(first?.thread?.id).toBe(thread.id);
    expect(bench.fake.violations).toEqual([]);
  });

  it('takes its duration from the channel where none is given, and its kind', async () => {
    const duration = ThreadAutoArchiveDuration.OneWeek;
    bench.fake.channel({
      ...{ guildId: GUILD, id: '71', type: ChannelType.GuildAnnouncement },
      defaultAutoArchive: duration,
    });
    const rest = bench.rest();
    const message = await rest.post('/channels/71/messages', { body: { content: 'x' } });
    const { id } = message as { id: string };

    const thread = await rest.post(`/channels/71/messages/${id}/threads`, { body: { name: 'x' } });

    expect(thread).toMatchObject({
      type: ChannelType.AnnouncementThread,
      thread_metadata: { auto_archive_duration: duration },
    });
  });

  it('is made once: 160004', async () => {
    const message = await channelOf(await bench.loggedIn()).send('x');
    const path = `${messagesPath}/${message.id}/threads` as const;
    const make = () => bench.rest().post(path, { body: { name: 'x' } });
    await make();

    await expect(make()).rejects.toMatchObject({ status: 400, code: 160004 });
  });

  it('cannot be made of what is not there, nor in a thread', async () => {
    const message = await channelOf(await bench.loggedIn()).send('x');
    const thread = await message.startThread({ name: 'x' });
    const inside = await thread.send('y');
    const make = (path: string) =>
      bench.rest().post(`/channels/${path}/threads` as const, { body: { name: 'x' } });

    await expect(make(`${CHANNEL}/messages/1`)).rejects.toMatchObject({ code: 10008 });
    await expect(make(`${thread.id}/messages/${inside.id}`)).rejects.toMatchObject({ code: 50024 });
  });

  it.each`
    act                                      | permissions                      | code
    ${'make it without its permission'}      | ${SEE | P.SendMessages}          | ${50013}
    ${'write in it with Send Messages only'} | ${SEE | P.SendMessages}          | ${50013}
    ${'write in it'}                         | ${SEE | P.SendMessagesInThreads} | ${null}
    ${'embed in it'}                         | ${SEE | P.SendMessagesInThreads} | ${50013}
    ${'attach in it'}                        | ${SEE | P.SendMessagesInThreads} | ${50013}
    ${'see it without seeing its parent'}    | ${P.SendMessagesInThreads}       | ${50001}
  `('to $act: $code', async ({ act, permissions, code }) => {
    const rest = bench.rest();
    const post = (to: string, body: object) => rest.post(`/channels/${to}` as const, { body });
    const { id } = (await post(`${CHANNEL}/messages`, { content: 'x' })) as { id: string };
    if (!act.startsWith('make')) await post(`${CHANNEL}/messages/${id}/threads`, { name: 'x' });
    bench.fake.setPermissions(CHANNEL, permissions);
    const acts: Record<string, () => Promise<unknown>> = {
      make: () => post(`${CHANNEL}/messages/${id}/threads`, { name: 'x' }),
      write: () => post(`${id}/messages`, { content: 'y' }),
      see: () => rest.get(`/channels/${id}`),
      embed: () => post(`${id}/messages`, { embeds: [{ title: 'y' }] }),
      attach: () =>
        rest.post(`/channels/${id}/messages`, { body: {}, files: [{ name: 'a', data: Buffer.from('a') }] }),
    };

    const done = acts[act.split(' ')[0]]?.().then(() => null);

    if (code === null) expect(await done).toBeNull();
    else await expect(done).rejects.toMatchObject({ code });
  });
});

describe('an archived thread', () => {
  async function archived(options: { locked?: boolean } = {}) {
    const client = await bench.loggedIn();
    const thread = await (await channelOf(client).send('x')).startThread({ name: 'x' });
    const message = await thread.send('before');
    const told = new Promise((resolve) => client.once(Events.ThreadUpdate, resolve));
    bench.fake.archiveThread(thread.id, options);
    await told;
    return { client, thread, message };
  }

  it('opens again when somebody writes in it', async () => {
    const { thread } = await archived();
    const active = async () => (await thread.guild.channels.fetchActiveThreads()).threads.size;
    const before = [await active(), (await channelOf(thread.client).threads.fetchArchived()).threads.size];

    await thread.send('after');

    expect(before).toEqual([0, 1]);
    expect(await active()).toBe(1);
    expect((await channelOf(thread.client).threads.fetchArchived()).threads.size).toBe(0);
  });

  it('lets no message be edited: 50083', async () => {
    const { message } = await archived();

    await expect(message.edit('later')).rejects.toMatchObject({ code: 50083 });
  });

  it('stays shut when a moderator has locked it: 160005', async () => {
    const { thread } = await archived({ locked: true });

    await expect(thread.send('after')).rejects.toMatchObject({ code: 160005 });
    await expect(thread.setArchived(false)).rejects.toMatchObject({ code: 50013 });
    bench.fake.setPermissions(CHANNEL, SEE | P.SendMessagesInThreads | P.ManageThreads);
    await thread.send('from a moderator');

    expect(bench.fake.messages(thread.id)).toHaveLength(2);
  });

  it('is opened, renamed and archived by who made it', async () => {
    const { thread } = await archived();

    await thread.setArchived(false);
    await thread.setName('y');
    await thread.setArchived(true);

    expect(thread).toMatchObject({ name: 'y', archived: true });
    expect(bench.fake.violations).toEqual([]);
  });

  it('goes with its parent', async () => {
    const { client, thread } = await archived();
    const gone = new Promise((resolve) => client.once(Events.ThreadDelete, ({ id }) => resolve(id)));

    bench.fake.deleteChannel(CHANNEL);

    expect(await gone).toBe(thread.id);
    await expect(thread.send('x')).rejects.toMatchObject({ code: 10003 });
  });
});

describe('a forum', () => {
  const forumOf = (client: { channels: { cache: Map<string, unknown> } }) =>
    client.channels.cache.get(FORUM) as ForumChannel;

  it('takes posts with a tag and a file, whose first message has the id of the post', async () => {
    forum({ tags: ['decision', 'measure'], requiresTag: true });
    const client = await bench.loggedIn();
    const { availableTags, flags } = forumOf(client);

    const post = await forumOf(client).threads.create({
      name: 'Antimony',
      appliedTags: [availableTags[1]?.id ?? ''],
      message: { content: 'Notice 12', files: [{ attachment: Buffer.from('id'), name: 'a.csv' }] },
    });

    expect(flags.has('RequireTag')).toBe(true);
    const [first] = bench.fake.messages(post.id);
    expect(first).toMatchObject({ id: post.id, content: 'Notice 12' });
    expect(first?.files.get('a.csv')?.toString()).toBe('id');
    expect(post.appliedTags).toEqual([availableTags[1]?.id]);
    expect((await post.fetchStarterMessage())?.content).toBe('Notice 12');
    expect(bench.fake.violations).toEqual([]);
  });

  it.each([
    ['without a tag where one is needed', { name: 'x', message: { content: 'x' } }, 40067],
    ['with a tag it does not have', { name: 'x', message: { content: 'x' }, applied_tags: ['9'] }, 50035],
    ['without a message', { name: 'x' }, 50035],
    ['with a message that shows nothing', { name: 'x', message: {} }, 50006],
    ['with a name over 100', { name: 'x'.repeat(101), message: { content: 'x' } }, 50035],
    [
      'with a duration that is not on offer',
      { name: 'x', message: { content: 'x' }, auto_archive_duration: 61 },
      50035,
    ],
    ['with too long a message', { name: 'x', message: { content: 'x'.repeat(2001) } }, 50035],
  ])('refuses a post %s', async (_name, body, code) => {
    forum({ tags: ['decision'], requiresTag: true });

    const posting = bench.rest().post(`/channels/${FORUM}/threads`, { body });

    await expect(posting).rejects.toMatchObject({ code });
  });

  it('takes no message outside a post: 40058, and no thread of one', async () => {
    forum();
    const post = (path: string, body: object) =>
      bench.rest().post(`/channels/${FORUM}/${path}` as const, { body });

    await expect(post('messages', { content: 'x' })).rejects.toMatchObject({ code: 40058 });
    await expect(post('messages/1/threads', { name: 'x' })).rejects.toMatchObject({ code: 50024 });
  });

  it.each([
    ['Create Public Threads alone', SEE | P.CreatePublicThreads, 50013],
    ['Send Messages alone', SEE | P.SendMessages, null],
  ])('is open to whoever has %s: %s', async (_name, permissions, code) => {
    forum();
    bench.fake.setPermissions(FORUM, permissions);
    const body = { name: 'x', message: { content: 'x' } };

    const done = bench.rest().post(`/channels/${FORUM}/threads`, { body });

    if (code === null) expect(await done).toMatchObject({ parent_id: FORUM });
    else await expect(done).rejects.toMatchObject({ code });
  });

  it('keeps a moderated tag for moderators', async () => {
    const { tags } = bench.fake.channel({
      ...{ guildId: GUILD, id: FORUM, type: ChannelType.GuildForum },
      tags: [{ name: 'official', moderated: true }],
    });
    const body = { name: 'x', message: { content: 'x' }, applied_tags: tags.map(({ id }) => id) };
    const post = () => bench.rest().post(`/channels/${FORUM}/threads`, { body });

    await expect(post()).rejects.toMatchObject({ code: 50013 });
    bench.fake.setPermissions(FORUM, SEE | P.SendMessages | P.ManageThreads);
    await post();
  });

  it('knows no nonce: the same post twice makes two', async () => {
    forum();
    const post = (message: object) =>
      bench.rest().post(`/channels/${FORUM}/threads`, { body: { name: 'x', message } });

    await expect(post({ content: 'x', nonce: 'n' })).rejects.toMatchObject({ code: 50035 });
    const twice = [await post({ content: 'x' }), await post({ content: 'x' })] as { id: string }[];

    expect(new Set(twice.map(({ id }) => id)).size).toBe(2);
  });
});

describe('direct messages', () => {
  it('reach a member, through the same door every time', async () => {
    const { user } = bench.fake.member({ guildId: GUILD, id: '90' });
    const client = await bench.loggedIn();

    const member = await client.users.createDM(user.id);
    const sent = await member.send('A source is in trouble');
    await sent.edit('A source was in trouble');

    expect(member.id).toBe(bench.fake.dmChannel('90'));
    expect(bench.fake.messages(member.id)).toMatchObject([{ content: 'A source was in trouble' }]);
  });

  it('50007 where the member takes none, 10013 for nobody', async () => {
    bench.fake.member({ guildId: GUILD, id: '90' });
    bench.fake.closeDms('90');
    const client = await bench.loggedIn();

    await expect((await client.users.createDM('90')).send('x')).rejects.toMatchObject({ code: 50007 });
    await expect(client.users.createDM('91')).rejects.toMatchObject({ code: 10013 });
  });
});
