import {
  ActionRowBuilder,
  type APIMessage,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ChannelType,
  type ChatInputCommandInteraction,
  Client,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
  GatewayOpcodes,
  type Interaction,
  MessageFlags,
  PermissionFlagsBits as P,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  type TextChannel,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/moment.ts';
import type { Clock } from '../../src/ops/clock.ts';
import { type FakeDiscord, type FakeDiscordOptions, startFakeDiscord } from './discord/index.ts';

const CHANNEL = '70';
const NONCE_MEMORY = 3 * MINUTE;
const ONLY_WRITING = P.ViewChannel | P.SendMessages;

/** Stands still until a test moves it. */
function standingClock(): Clock & { pass(ms: number): void } {
  let now = Date.parse('2026-03-02T09:30:00Z');
  return {
    now: () => now,
    sleep: () => Promise.resolve(),
    pass: (ms) => {
      now += ms;
    },
  };
}

let clock: ReturnType<typeof standingClock>;
let fake: FakeDiscord;
let clients: Client[];

async function restart(options: FakeDiscordOptions = {}): Promise<void> {
  await fake?.close();
  fake = await startFakeDiscord({ clock, nonceMemory: NONCE_MEMORY, ...options });
  const guild = fake.guild({ id: '7', name: 'Antimony desk' });
  fake.channel({ guildId: guild.id, id: CHANNEL, name: 'antimony' });
}

/** No retries, as the bot itself uses the REST client: what Discord answers reaches the test. */
function newClient(): Client {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: fake.url, retries: 0 } });
  clients.push(client);
  return client;
}

async function loggedIn(
  onInteraction?: (interaction: Interaction) => Promise<unknown>,
): Promise<Client<true>> {
  const client = newClient();
  if (onInteraction !== undefined) client.on(Events.InteractionCreate, (use) => void onInteraction(use));
  return new Promise((resolve, reject) => {
    client.once(Events.ClientReady, resolve);
    client.login(fake.token).catch(reject);
  });
}

function channelOf(client: Client): TextChannel {
  return client.channels.cache.get(CHANNEL) as TextChannel;
}

/** The REST client without a gateway, for bodies that discord.js itself would not build. */
function rest(token = fake.token) {
  return newClient().rest.setToken(token);
}

const messagesPath = `/channels/${CHANNEL}/messages` as const;
const posts = () => fake.requests.filter(({ method, path }) => method === 'POST' && path === messagesPath);

beforeEach(async () => {
  clock = standingClock();
  clients = [];
  await restart();
});

afterEach(async () => {
  await Promise.all(clients.map((client) => client.destroy()));
  await fake.close();
});

describe('the gateway', () => {
  it('lets a client log in and shows it the guild, the channel and what the bot may do there', async () => {
    fake.setPermissions(CHANNEL, ONLY_WRITING);

    const client = await loggedIn();

    expect(client.user.id).toBe(fake.botUserId);
    expect(client.application.id).toBe(fake.applicationId);
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Antimony desk']);
    expect(channelOf(client).permissionsFor(client.user)?.bitfield).toBe(ONLY_WRITING);
  });

  it('tells a connected client of a changed permission, a new role and a channel that is gone', async () => {
    const client = await loggedIn();

    fake.setPermissions(CHANNEL, P.ViewChannel);
    fake.role({ guildId: '7', id: '71', name: 'smelters' });
    fake.deleteChannel(CHANNEL);
    await new Promise((resolve) => client.once(Events.ChannelDelete, resolve));

    expect(client.guilds.cache.get('7')?.roles.cache.get('71')?.name).toBe('smelters');
    expect(client.channels.cache.has(CHANNEL)).toBe(false);
  });

  it('tells a client that it was thrown out of a guild', async () => {
    const client = await loggedIn();
    const left = new Promise((resolve) => client.once(Events.GuildDelete, ({ id }) => resolve(id)));

    fake.removeGuild('7');

    expect(await left).toBe('7');
  });

  it('answers heartbeats, so that the client measures a ping', async () => {
    await restart({ heartbeatInterval: 20 });

    const client = await loggedIn();
    await fake.waitFor(() => fake.gateway.count(GatewayOpcodes.Heartbeat) >= 2, 'two heartbeats');

    // A client whose first heartbeat is not acknowledged reconnects instead of sending a second.
    expect(fake.gateway.count(GatewayOpcodes.Identify)).toBe(1);
    expect(client.ws.ping).toBeGreaterThanOrEqual(0);
  });

  it('refuses a login with a wrong token before the gateway is reached', async () => {
    await expect(newClient().login('wrong')).rejects.toMatchObject({ code: 'TokenInvalid' });

    expect(fake.gateway.received).toEqual([]);
  });

  it('closes with 4014 when a client asks for intents it was not granted', async () => {
    await restart({ disallowedIntents: GatewayIntentBits.Guilds });
    const client = newClient();
    const closed = new Promise((resolve) => client.once(Events.ShardDisconnect, ({ code }) => resolve(code)));

    client.login(fake.token).catch(() => undefined);

    expect(await closed).toBe(4014);
  });

  it('ends a running client with 4004, though discord.js goes on calling itself ready', async () => {
    const client = await loggedIn();
    const closed = new Promise((resolve) => client.once(Events.ShardDisconnect, ({ code }) => resolve(code)));

    fake.gateway.close(4004);

    expect(await closed).toBe(4004);
    expect([fake.gateway.connected, fake.gateway.sessions]).toEqual([0, 0]);
    expect(client.isReady()).toBe(true);
  });

  it.each`
    frame                                                                 | answer
    ${{ op: 2, d: { token: 'wrong', intents: 1 } }}                       | ${'closed with 4004'}
    ${{ op: 6, d: { token: 'wrong', session_id: 'mine', seq: 3 } }}       | ${'closed with 4004'}
    ${{ op: 6, d: { token: 'fake.bot.token', session_id: 'x', seq: 3 } }} | ${'{"op":9,"d":false}'}
    ${{ op: 3, d: {} }}                                                   | ${'closed with 4003'}
    ${{ op: 1, d: null }}                                                 | ${'{"op":11,"d":null}'}
  `('answers $frame with $answer', async ({ frame, answer }) => {
    const socket = new WebSocket(`${fake.url.replace('http', 'ws')}/gateway`);
    const [hello, next] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
    socket.onmessage = ({ data }) => (String(data).includes('"op":10') ? hello : next).resolve(String(data));
    socket.onclose = ({ code }) => next.resolve(`closed with ${code}`);

    await hello.promise;
    socket.send(JSON.stringify(frame));

    expect(await next.promise).toBe(answer);
    socket.close();
  });

  it.each`
    how                        | lose
    ${'closed with 4000'}      | ${() => fake.gateway.close(4000)}
    ${'broken without a word'} | ${() => fake.gateway.drop()}
  `('replays what a client missed while its connection was $how', async ({ lose }) => {
    const client = await loggedIn();
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));

    lose();
    fake.role({ guildId: '7', id: '72', name: 'refiners' });

    await resumed;

    expect(client.guilds.cache.get('7')?.roles.cache.has('72')).toBe(true);
    expect(fake.gateway.count(GatewayOpcodes.Identify)).toBe(1);
  });
});

describe('messages', () => {
  it('are sent, edited, replied to and deleted', async () => {
    const client = await loggedIn();

    const first = await channelOf(client).send('Antimony licences: resumed');
    await first.edit({ embeds: [{ title: 'Notice 12' }] });
    const reply = await first.reply({ content: 'Corrected', flags: MessageFlags.SuppressNotifications });
    const passing = await channelOf(client).send('in passing');
    await passing.delete();

    expect(fake.messages(CHANNEL)).toMatchObject([
      { content: 'Antimony licences: resumed', embeds: [{ title: 'Notice 12' }], edits: [{ embeds: [] }] },
      {
        content: 'Corrected',
        flags: MessageFlags.SuppressNotifications,
        referenced_message: { id: first.id },
      },
    ]);
    expect((await reply.fetchReference()).id).toBe(first.id);
    expect(fake.violations).toEqual([]);
  });

  it('are read back newest first, at most as many as asked for, without their nonce', async () => {
    const client = await loggedIn();
    for (const content of ['one', 'two', 'three']) {
      await channelOf(client).send({ content, nonce: `n-${content}` });
    }

    // Not through the channel: discord.js would add the nonces it remembers.
    const query = new URLSearchParams({ limit: '2' });
    const read = (await client.rest.get(messagesPath, { query })) as APIMessage[];

    expect(read.map(({ content }) => content)).toEqual(['three', 'two']);
    expect(read.some((message) => 'nonce' in message)).toBe(false);
    expect(fake.messages(CHANNEL).map(({ nonce }) => nonce)).toEqual(['n-one', 'n-two', 'n-three']);
  });

  it('are read page by page', async () => {
    const channel = channelOf(await loggedIn());
    const sent = [];
    for (const content of ['one', 'two', 'three']) sent.push(await channel.send(content));
    const contents = async (query: { before?: string; after?: string }) =>
      (await channel.messages.fetch({ limit: 1, ...query })).map(({ content }) => content);

    expect(await contents({ before: sent[2]?.id ?? '' })).toEqual(['two']);
    expect(await contents({ after: sent[0]?.id ?? '' })).toEqual(['two']);
  });

  it('may hold all that the builders of discord.js can make', async () => {
    const channel = channelOf(await loggedIn());
    const press = new ButtonBuilder().setCustomId('a').setEmoji('📄').setStyle(ButtonStyle.Secondary);
    const story = new StringSelectMenuBuilder()
      .setCustomId('b')
      .setPlaceholder('Open a story')
      .setMinValues(0)
      .addOptions({ label: 'Antimony', value: 's4', description: 'd', emoji: '🟢', default: true });
    const where = new ChannelSelectMenuBuilder()
      .setCustomId('c')
      .setChannelTypes(ChannelType.GuildText)
      .setDefaultChannels(CHANNEL);

    await channel.send({
      embeds: [
        new EmbedBuilder()
          .setAuthor({ name: 'LICENCES', url: 'https://ministry.example/#:~:text=许可' })
          .setTitle('Notice 12')
          .setImage('attachment://chart.png')
          .setFooter({ text: 'Chinese text is the basis' })
          .setTimestamp(clock.now())
          .setColor('DarkGreen')
          .addFields({ name: 'From', value: '2026-03-02', inline: true }),
      ],
      files: [{ attachment: Buffer.from('png'), name: 'chart.png' }],
      components: [
        new ActionRowBuilder<ButtonBuilder>().addComponents(press),
        new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(story),
        new ActionRowBuilder<ChannelSelectMenuBuilder>().addComponents(where),
      ],
      allowedMentions: { parse: [], repliedUser: false },
    });

    expect(fake.violations).toEqual([]);
  });

  it('carry files', async () => {
    const channel = channelOf(await loggedIn());

    const sent = await channel.send({
      files: [
        new AttachmentBuilder(Buffer.from('id,goods'), { name: 'archive.csv', description: 'all rows' }),
      ],
    });

    expect(sent.attachments.map(({ name, size, description }) => [name, size, description])).toEqual([
      ['archive.csv', 8, 'all rows'],
    ]);
    expect(fake.messages(CHANNEL)[0]?.files.get('archive.csv')?.toString()).toBe('id,goods');
  });

  it('keep their files when they are edited, unless the edit brings its own or says none', async () => {
    const file = (name: string) => ({ attachment: Buffer.from(name), name });
    const sent = await channelOf(await loggedIn()).send({ content: 'x', files: [file('a.txt')] });
    const names = () => fake.messages(CHANNEL)[0]?.attachments.map(({ filename }) => filename);

    await sent.edit('y');
    const kept = names();
    // discord.js lists only the new file in `attachments`, which drops the old one.
    await sent.edit({ files: [file('b.txt')] });
    const replaced = names();
    await sent.edit({ attachments: [] });

    expect([kept, replaced, names()]).toEqual([['a.txt'], ['b.txt'], []]);
    expect(fake.violations).toEqual([]);
  });

  it.each`
    allowed                                   | bot                  | roles           | users     | everyone
    ${undefined}                              | ${P.MentionEveryone} | ${['81', '82']} | ${['90']} | ${true}
    ${undefined}                              | ${0n}                | ${['81']}       | ${['90']} | ${false}
    ${{ parse: [] }}                          | ${P.MentionEveryone} | ${[]}           | ${[]}     | ${false}
    ${{ parse: [], roles: ['81', '82'] }}     | ${0n}                | ${['81']}       | ${[]}     | ${false}
    ${{ parse: ['everyone'], users: ['90'] }} | ${P.MentionEveryone} | ${[]}           | ${['90']} | ${true}
  `('ping $roles, $users, everyone: $everyone when $allowed is allowed', async (row) => {
    fake.role({ guildId: '7', id: '81', mentionable: true });
    fake.role({ guildId: '7', id: '82' });
    fake.member({ guildId: '7', id: '90' });
    fake.setPermissions(CHANNEL, ONLY_WRITING | row.bot);

    await channelOf(await loggedIn()).send({
      content: '@everyone <@&81> <@&82> <@90> <@91>',
      ...(row.allowed && { allowedMentions: row.allowed }),
    });

    const [message] = fake.messages(CHANNEL);
    expect(message?.mention_roles).toEqual(row.roles);
    expect(message?.mentions.map(({ id }) => id)).toEqual(row.users);
    expect(message?.mention_everyone).toBe(row.everyone);
  });

  it('stand alone when they reply to nothing, if asked to', async () => {
    const channel = channelOf(await loggedIn());
    const gone = await channel.send('soon gone');
    fake.deleteMessage(CHANNEL, gone.id);

    await expect(gone.reply({ content: 'strict' })).rejects.toMatchObject({ code: 50035 });
    await gone.reply({ content: 'lenient', failIfNotExists: false });

    expect(fake.messages(CHANNEL)).toMatchObject([{ content: 'lenient' }]);
    // Nobody can know beforehand that a message is gone.
    expect(fake.violations).toEqual([]);
  });
});

describe('a nonce', () => {
  const send = (channel: TextChannel) =>
    channel.send({ content: 'once', nonce: 'delivery-9', enforceNonce: true });

  it('returns the first message while it is remembered, even a deleted one', async () => {
    const channel = channelOf(await loggedIn());
    const first = await send(channel);
    await first.delete();

    clock.pass(NONCE_MEMORY);
    const second = await send(channel);

    expect(second.id).toBe(first.id);
    expect(fake.messages(CHANNEL)).toEqual([]);
  });

  it('makes a second message once it is forgotten', async () => {
    const channel = channelOf(await loggedIn());
    const first = await send(channel);

    clock.pass(NONCE_MEMORY + 1);
    const second = await send(channel);

    expect(second.id).not.toBe(first.id);
    expect(fake.messages(CHANNEL)).toHaveLength(2);
  });

  it('that is not enforced makes a second message', async () => {
    const channel = channelOf(await loggedIn());

    await channel.send({ content: 'twice', nonce: 'delivery-9' });
    await channel.send({ content: 'twice', nonce: 'delivery-9' });

    expect(fake.messages(CHANNEL)).toHaveLength(2);
  });
});

describe('faults', () => {
  it('accepted, then dropped: the message is there and the caller has an error', async () => {
    const channel = channelOf(await loggedIn());
    fake.fail(`POST ${messagesPath}`, 'accept-then-drop');

    await expect(channel.send('arrived')).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });

    expect(fake.messages(CHANNEL)).toMatchObject([{ content: 'arrived' }]);
    expect(posts()).toMatchObject([{ status: null }]);
  });

  it('dropped: neither message nor answer', async () => {
    const channel = channelOf(await loggedIn());
    fake.fail(/^POST/, 'drop');

    await expect(channel.send('lost')).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });

    expect(fake.messages(CHANNEL)).toEqual([]);
  });

  it('hanging: no answer until the caller gives up', async () => {
    const client = await loggedIn();
    fake.fail(({ method }) => method === 'POST', 'hang');
    const caller = new AbortController();

    const sending = client.rest.post(messagesPath, { body: { content: 'never' }, signal: caller.signal });
    await fake.waitFor(() => posts().length === 1, 'the message');
    caller.abort();

    await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
    expect(fake.messages(CHANNEL)).toEqual([]);
  });

  it.each([false, true])('429 is waited out by discord.js (global: %s)', async (global) => {
    const channel = channelOf(await loggedIn());
    fake.fail(`POST ${messagesPath}`, { status: 429, retryAfter: 0.05, global }, 2);

    await channel.send('patient');

    expect(posts().map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(fake.messages(CHANNEL)).toHaveLength(1);
  });

  it('500 reaches a caller who does not retry, and strikes only as often as planned', async () => {
    const channel = channelOf(await loggedIn());
    fake.fail(`POST ${messagesPath}`, { status: 500 });

    await expect(channel.send('first')).rejects.toMatchObject({ name: 'HTTPError', status: 500 });
    await channel.send('second');

    expect(fake.messages(CHANNEL)).toMatchObject([{ content: 'second' }]);
  });

  it('any refusal can be asked for by its code', async () => {
    const message = await channelOf(await loggedIn()).send('old');
    fake.fail(/^PATCH/, {
      status: 429,
      code: 30046,
      message: 'Maximum number of edits to messages older than 1 hour',
    });

    const response = await fetch(`${fake.url}/v10${messagesPath}/${message.id}`, { method: 'PATCH' });

    expect([response.status, await response.json()]).toMatchObject([429, { code: 30046 }]);
  });
});

describe('what the bot may not do', () => {
  it('401 without the right token', async () => {
    await expect(rest('stolen').get('/users/@me')).rejects.toMatchObject({ status: 401 });
  });

  it.each`
    name                                  | permissions                             | act                                                                                 | code
    ${'write in a channel it cannot see'} | ${P.SendMessages}                       | ${(to: TextChannel) => to.send('x')}                                                | ${50001}
    ${'write where it may only read'}     | ${P.ViewChannel}                        | ${(to: TextChannel) => to.send('x')}                                                | ${50013}
    ${'embed where it may only write'}    | ${ONLY_WRITING}                         | ${(to: TextChannel) => to.send({ embeds: [{ title: 'x' }] })}                       | ${50013}
    ${'attach where it may only write'}   | ${ONLY_WRITING}                         | ${(to: TextChannel) => to.send({ files: [Buffer.from('x')] })}                      | ${50013}
    ${'reply without reading the past'}   | ${ONLY_WRITING}                         | ${(to: TextChannel) => to.send({ content: 'x', reply: { messageReference: '1' } })} | ${160002}
    ${'find a message that is not there'} | ${P.ViewChannel | P.ReadMessageHistory} | ${(to: TextChannel) => to.messages.fetch('1')}                                      | ${10008}
  `('$code: $name', async ({ permissions, act, code }) => {
    const channel = channelOf(await loggedIn());
    fake.setPermissions(CHANNEL, permissions);

    await expect(act(channel)).rejects.toMatchObject({ code });
    expect(fake.messages(CHANNEL)).toEqual([]);
  });

  it('10003: write into a channel that is gone; 50001 into one of a guild it left', async () => {
    const client = await loggedIn();
    fake.channel({ guildId: '7', id: '73' });
    fake.deleteChannel(CHANNEL);
    fake.removeGuild('7');
    const post = (id: string) => client.rest.post(`/channels/${id}/messages`, { body: { content: 'x' } });

    await expect(post(CHANNEL)).rejects.toMatchObject({ code: 10003 });
    await expect(post('73')).rejects.toMatchObject({ code: 50001 });
  });

  it('reads nothing where it may not read the past', async () => {
    const channel = channelOf(await loggedIn());
    await channel.send('unreadable');
    fake.setPermissions(CHANNEL, ONLY_WRITING);

    expect((await channel.messages.fetch({ limit: 5 })).size).toBe(0);
  });
});

describe('an invalid message', () => {
  const row = (...components: object[]) => ({ type: 1, components });
  const link = { type: 2, style: 5, label: 'Official text', url: 'https://ministry.example/12' };
  const press = { type: 2, style: 1, label: 'Why', custom_id: 'why:9' };
  const embed = (fields: object) => ({ content: 'x', embeds: [{ title: 'x', ...fields }] });

  it.each([
    ['content over 2000', { content: 'x'.repeat(2001) }, 'content'],
    ['a nonce over 25', { content: 'x', nonce: 'x'.repeat(26) }, 'nonce'],
    ['an unknown key', { content: 'x', colour: 'red' }, 'colour'],
    ['an unknown key inside', embed({ colour: 3 }), 'embeds.0.colour'],
    ['a title over 256', embed({ title: 'x'.repeat(257) }), 'embeds.0.title'],
    [
      'embeds over 6000 together',
      { embeds: [{ description: 'x'.repeat(3001) }, { description: 'x'.repeat(3000) }] },
      'embeds',
    ],
    ['an embed that shows nothing', { embeds: [{ color: 3 }] }, 'embeds.0.description'],
    ['a field without a value', embed({ fields: [{ name: 'From', value: ' ' }] }), 'embeds.0.fields.0.value'],
    ['a picture that is no address', embed({ image: { url: 'picture' } }), 'embeds.0.image.url'],
    [
      'parse together with roles',
      { content: 'x', allowed_mentions: { parse: ['roles'], roles: ['7'] } },
      'allowed_mentions',
    ],
    [
      'six buttons in a row',
      { content: 'x', components: [row(link, link, link, link, link, link)] },
      'components.0.components',
    ],
    ['six rows', { content: 'x', components: Array.from({ length: 6 }, () => row(link)) }, 'components'],
    [
      'a button without a style',
      { content: 'x', components: [row({ ...press, style: undefined })] },
      'components.0.components.0.style',
    ],
    [
      'a label over 80',
      { content: 'x', components: [row({ ...press, label: 'x'.repeat(81) })] },
      'components.0.components.0.label',
    ],
    [
      'a link without an address',
      { content: 'x', components: [row({ ...link, url: undefined })] },
      'components.0.components.0.url',
    ],
    [
      'a link with an id',
      { content: 'x', components: [row({ ...link, custom_id: 'a' })] },
      'components.0.components.0.custom_id',
    ],
    [
      'a button that shows nothing',
      { content: 'x', components: [row({ ...press, label: '' })] },
      'components.0.components.0.label',
    ],
    [
      'one id twice',
      { content: 'x', components: [row(press), row(press)] },
      'components.1.components.0.custom_id',
    ],
    ['components V2 with content', { content: 'x', flags: MessageFlags.IsComponentsV2 }, 'content'],
  ])('%s is refused with 50035 and recorded', async (_name, body, path) => {
    await expect(rest().post(messagesPath, { body })).rejects.toMatchObject({ status: 400, code: 50035 });

    expect(
      fake.violations.flatMap(({ problems }) => problems.map((problem) => problem.path.join('.'))),
    ).toEqual([path]);
    expect(fake.messages(CHANNEL)).toEqual([]);
  });

  it.each([
    ['no content', {}],
    ['only spaces', { content: ' \n ' }],
  ])('%s is refused with 50006 and recorded', async (_name, body) => {
    await expect(rest().post(messagesPath, { body })).rejects.toMatchObject({ status: 400, code: 50006 });

    expect(fake.violations).toHaveLength(1);
  });

  it('an edit that would leave nothing is refused with 50006', async () => {
    const message = await channelOf(await loggedIn()).send('all there is');

    await expect(message.edit({ content: '' })).rejects.toMatchObject({ code: 50006 });

    expect(fake.messages(CHANNEL)).toMatchObject([{ content: 'all there is', edits: [] }]);
    expect(fake.violations).toHaveLength(1);
  });

  it.each([
    ['2000 characters outside the basic plane', { content: '𝌆'.repeat(2000) }],
    [
      'embeds of exactly 6000',
      { embeds: [{ description: 'x'.repeat(3000) }, { description: 'x'.repeat(3000) }] },
    ],
    [
      'one role allowed by id',
      { content: 'x', allowed_mentions: { parse: [], roles: ['7'], replied_user: false } },
    ],
    ['components V2 alone', { flags: MessageFlags.IsComponentsV2, components: [{ type: 10, content: 'x' }] }],
    ['a link and a button', { content: 'x', components: [row(link, press)] }],
  ])('%s is not one', async (_name, body) => {
    await rest().post(messagesPath, { body });

    expect(fake.violations).toEqual([]);
    expect(fake.messages(CHANNEL)).toHaveLength(1);
  });

  it('a request that the fake does not know is recorded, not passed over', async () => {
    await expect(rest().get('/guilds/7/audit-logs')).rejects.toMatchObject({ status: 500 });

    expect(fake.violations).toMatchObject([{ request: 'GET /api/v10/guilds/7/audit-logs' }]);
  });
});

const watch = new SlashCommandBuilder()
  .setName('watch')
  .setDescription('Watch a ministry')
  .setDefaultMemberPermissions(P.ManageGuild)
  .addSubcommand((sub) =>
    sub
      .setName('add')
      .setDescription('Add one')
      .addStringOption((option) =>
        option.setName('ministry').setDescription('Which').setRequired(true).setAutocomplete(true),
      )
      .addIntegerOption((option) =>
        option.setName('last').setDescription('How many').addChoices({ name: 'ten', value: 10 }),
      )
      .addChannelOption((option) => option.setName('channel').setDescription('Where'))
      .addRoleOption((option) => option.setName('role').setDescription('Whom'))
      .addUserOption((option) => option.setName('user').setDescription('Who asked')),
  );
const add = { name: 'watch', subcommand: 'add', channelId: CHANNEL, options: { ministry: 'vienna' } };

describe('slash commands', () => {
  it('are registered for everybody and for one guild, and keep their ids', async () => {
    const client = await loggedIn();

    const [first] = (await client.application.commands.set([watch])).values();
    const [again] = (await client.application.commands.set([watch])).values();
    await client.application.commands.set([{ name: 'recent', description: 'Latest' }], '7');

    expect(again?.id).toBe(first?.id);
    expect(fake.commands).toMatchObject([
      { name: 'watch', default_member_permissions: '32' },
      { name: 'recent', guild_id: '7' },
    ]);
    expect((await client.application.commands.fetch()).map(({ name }) => name)).toEqual(['watch']);
    expect(fake.violations).toEqual([]);
  });

  const option = (name: string, required = false) => ({ type: 3, name, description: 'd', required });
  it.each([
    ['capitals in a name', { name: 'Watch', description: 'd' }, '0.name'],
    ['a space in a name', { name: 'watch list', description: 'd' }, '0.name'],
    [
      'capitals in an option',
      { name: 'watch', description: 'd', options: [option('Ministry')] },
      '0.options.0.name',
    ],
    ['no description', { name: 'watch' }, '0.description'],
    [
      'one option twice',
      { name: 'watch', description: 'd', options: [option('a'), option('a')] },
      '0.options.1.name',
    ],
    [
      'a required option last',
      { name: 'watch', description: 'd', options: [option('a'), option('b', true)] },
      '0.options.1',
    ],
    ['a description over 100', { name: 'watch', description: 'd'.repeat(101) }, '0.description'],
    ['an unknown key', { name: 'watch', description: 'd', permission: '8' }, '0.permission'],
  ])('with %s are refused and recorded', async (_name, command, path) => {
    const put = rest().put(`/applications/${fake.applicationId}/commands`, { body: [command] });

    await expect(put).rejects.toMatchObject({ status: 400, code: 50035 });

    expect(
      fake.violations.flatMap(({ problems }) => problems.map((problem) => problem.path.join('.'))),
    ).toEqual([path]);
    expect(fake.commands).toEqual([]);
  });

  const answering = (answer: (use: ChatInputCommandInteraction) => Promise<unknown>) => {
    fake.register([watch.toJSON()]);
    return loggedIn(async (use) => (use.isChatInputCommand() ? answer(use) : undefined));
  };

  it('reach the bot with options, member and permissions as a client sends them', async () => {
    const { user } = fake.member({ guildId: '7', id: '90', name: 'ines' });
    fake.role({ guildId: '7', id: '71', name: 'smelters' });
    await answering((use) => {
      const { options } = use;
      const seen = [
        options.getSubcommand(),
        options.getString('ministry'),
        options.getInteger('last'),
        options.getChannel('channel')?.name,
        options.getRole('role')?.name,
        options.getUser('user')?.username,
        use.user.username,
        use.memberPermissions?.has(P.ManageGuild),
        use.appPermissions.has(P.SendMessages),
        use.inCachedGuild(),
      ];
      return use.reply(seen.join(' '));
    });

    const reply = await fake.interact.command({
      ...add,
      options: { ministry: 'vienna', last: 10, channel: CHANNEL, role: '71', user: '90' },
      userId: user.id,
      memberPermissions: P.ManageGuild,
    });

    expect(reply.content).toBe('add vienna 10 antimony smelters ines ines true true true');
    expect(fake.violations).toEqual([]);
  });

  it.each([
    ['a command that nobody registered', { ...add, name: 'wacht' }, /Nobody can use \/wacht/],
    ['an unknown option', { ...add, options: { ministry: 'a', town: 'b' } }, /has no option town/],
    ['a missing option', { ...add, options: {} }, /needs ministry/],
    ['a value that is not on offer', { ...add, options: { ministry: 'a', last: 11 } }, /does not offer 11/],
    ['a value of another type', { ...add, options: { ministry: 3 } }, /takes a string/],
  ])('cannot be used with %s', async (_name, use, message) => {
    await answering((interaction) => interaction.reply('x'));

    expect(() => fake.interact.command(use)).toThrow(message);
  });

  it('are answered in public or in private', async () => {
    const flags = [[], MessageFlags.Ephemeral] as const;
    await answering((use) =>
      use.reply({ content: 'Added', flags: flags[use.options.getInteger('last') ? 1 : 0] ?? [] }),
    );

    const open = await fake.interact.command(add);
    const secret = await fake.interact.command({ ...add, options: { ministry: 'a', last: 10 } });

    expect([open.ephemeral, secret.ephemeral]).toEqual([false, true]);
    expect(fake.messages(CHANNEL).map(({ id }) => id)).toEqual([open.message?.id]);
  });

  it('are deferred, then edited, for as long as the token lasts', async () => {
    await answering(async (use) => {
      await use.deferReply({ flags: MessageFlags.Ephemeral });
      clock.pass(15 * MINUTE - 1);
      await use.editReply('Found 3');
      await use.editReply('Found 4');
      await use.followUp({ content: 'and one more', flags: MessageFlags.Ephemeral });
    });

    const reply = await fake.interact.command(add);
    await fake.waitFor(() => reply.followUps.length === 1, 'the follow-up');

    expect(reply.ephemeral).toBe(true);
    expect(reply.content).toBe('Found 4');
    expect(reply.edits.map(({ content }) => content)).toEqual(['Found 3']);
    expect(reply.followUps).toMatchObject([{ content: 'and one more', flags: MessageFlags.Ephemeral }]);
    expect(fake.violations).toEqual([]);
  });

  it('fill a deferred reply with the first follow-up, as private as it was', async () => {
    await answering(async (use) => {
      await use.deferReply();
      await use.followUp({ content: 'late', flags: MessageFlags.Ephemeral });
    });

    const reply = await fake.interact.command(add);

    expect([reply.content, reply.ephemeral, reply.followUps]).toEqual(['late', false, []]);
  });

  it('give the message back when asked for it, and let it be fetched and deleted', async () => {
    let ids: (string | undefined)[] = [];
    await answering(async (use) => {
      const { resource } = await use.reply({ content: 'Added', withResponse: true });
      ids = [resource?.message?.id, (await use.fetchReply()).id];
      await use.deleteReply();
    });

    const reply = await fake.interact.command(add);
    const { id } = reply.message ?? {};
    await fake.waitFor(() => reply.message === null, 'the deletion');

    expect(ids).toEqual([id, id]);
  });

  it('are answered with a file', async () => {
    await answering((use) => use.reply({ files: [{ attachment: Buffer.from('id'), name: 'export.csv' }] }));

    const reply = await fake.interact.command(add);

    expect(reply.files.get('export.csv')?.toString()).toBe('id');
    expect(fake.violations).toEqual([]);
  });

  it('are unknown after three seconds', async () => {
    const failed = Promise.withResolvers<unknown>();
    await answering((use) => {
      clock.pass(3 * SECOND);
      return use.reply('too late').catch(failed.resolve);
    });

    const reply = await fake.interact.command(add);

    expect(reply.refused).toBe(10062);
    expect(reply.message).toBeNull();
    expect(await failed.promise).toMatchObject({ code: 10062, status: 404 });
  });

  it('cannot be edited after fifteen minutes', async () => {
    const failed = Promise.withResolvers<unknown>();
    await answering(async (use) => {
      await use.deferReply();
      clock.pass(15 * MINUTE);
      await use.editReply('too late').catch(failed.resolve);
    });

    const reply = await fake.interact.command(add);

    expect(reply.refused).toBe(50027);
    expect(await failed.promise).toMatchObject({ code: 50027 });
  });

  it('are acknowledged once', async () => {
    const failed = Promise.withResolvers<unknown>();
    await answering(async (use) => {
      await use.reply('first');
      const body = { type: 4, data: { content: 'second' } };
      await use.client.rest
        .post(`/interactions/${use.id}/${use.token}/callback`, { body, auth: false })
        .catch(failed.resolve);
    });

    const reply = await fake.interact.command(add);

    expect(await failed.promise).toMatchObject({ code: 40060, status: 400 });
    expect(reply.content).toBe('first');
  });

  it('offer choices while somebody types', async () => {
    fake.register([watch.toJSON()]);
    await loggedIn(async (use) => {
      if (!use.isAutocomplete()) return;
      const typed = use.options.getFocused();
      await use.respond([{ name: `${typed}…`, value: typed }]);
    });

    const reply = await fake.interact.autocomplete({
      ...add,
      focused: 'ministry',
      options: { ministry: 'vie' },
    });

    expect(reply.choices).toEqual([{ name: 'vie…', value: 'vie' }]);
    expect(fake.violations).toEqual([]);
  });

  it('that are used while the connection is broken arrive when it resumes', async () => {
    await answering((use) => use.reply('here again'));

    fake.gateway.drop();
    const reply = await fake.interact.command(add);

    expect(reply.content).toBe('here again');
    expect(fake.gateway.count(GatewayOpcodes.Resume)).toBe(1);
  });
});

describe('buttons and menus', () => {
  const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId('why:9').setLabel('Why').setStyle(ButtonStyle.Secondary),
    new ButtonBuilder()
      .setCustomId('share:9')
      .setLabel('Share')
      .setStyle(ButtonStyle.Primary)
      .setDisabled(true),
  );

  it('a button is answered in private', async () => {
    const client = await loggedIn(async (use) => {
      if (use.isButton())
        await use.reply({ content: `About ${use.message.content}`, flags: MessageFlags.Ephemeral });
    });
    const message = await channelOf(client).send({ content: 'Notice 12', components: [buttons] });

    const reply = await fake.interact.button({ message: sent(message.id), customId: 'why:9' });

    expect([reply.content, reply.ephemeral]).toEqual(['About Notice 12', true]);
    expect(fake.violations).toEqual([]);
  });

  it('a button changes its own message, at once or after a deferral', async () => {
    const client = await loggedIn(async (use) => {
      if (!use.isButton()) return;
      if (use.message.content === 'Notice 12') return use.update({ content: 'seen', components: [buttons] });
      await use.deferUpdate();
      await use.editReply({ content: 'seen twice' });
    });
    const { id } = await channelOf(client).send({ content: 'Notice 12', components: [buttons] });

    await fake.interact.button({ message: sent(id), customId: 'why:9' });
    await fake.interact.button({ message: sent(id), customId: 'why:9' });
    await fake.waitFor(() => sent(id).content === 'seen twice', 'the second edit');

    expect(sent(id).edits.map(({ content }) => content)).toEqual(['Notice 12', 'seen']);
    expect(fake.violations).toEqual([]);
  });

  it('nobody can press what is disabled or not there', async () => {
    const { id } = await channelOf(await loggedIn()).send({ content: 'Notice 12', components: [buttons] });

    expect(() => fake.interact.button({ message: sent(id), customId: 'share:9' })).toThrow(
      /nothing to press/,
    );
    expect(() => fake.interact.button({ message: sent(id), customId: 'edit:9' })).toThrow(/nothing to press/);
  });

  it('menus give their values, in a private message too', async () => {
    const menus = [
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
        new StringSelectMenuBuilder().setCustomId('story').addOptions({ label: 'Antimony', value: 's4' }),
      ),
      new ActionRowBuilder<ChannelSelectMenuBuilder>().addComponents(
        new ChannelSelectMenuBuilder().setCustomId('where'),
      ),
    ];
    fake.register([{ name: 'stories', description: 'All' }]);
    await loggedIn(async (use) => {
      if (use.isChatInputCommand())
        await use.reply({ components: menus, content: 'Which?', flags: MessageFlags.Ephemeral });
      if (use.isStringSelectMenu()) await use.reply(`story ${use.values.join()}`);
      if (use.isChannelSelectMenu()) await use.reply(`channel ${use.channels.first()?.id}`);
    });

    const { message } = await fake.interact.command({ name: 'stories', channelId: CHANNEL });
    if (message === null) throw new Error('no answer');
    const story = await fake.interact.select({ message, customId: 'story', values: ['s4'] });
    const where = await fake.interact.select({ message, customId: 'where', values: [CHANNEL] });

    expect([story.content, where.content]).toEqual(['story s4', `channel ${CHANNEL}`]);
    expect(() => fake.interact.select({ message, customId: 'story', values: ['s5'] })).toThrow(
      /does not offer s5/,
    );
    expect(fake.violations).toEqual([]);
  });

  function sent(id: string) {
    const message = fake.messages(CHANNEL).find((one) => one.id === id);
    if (message === undefined) throw new Error(`no message ${id}`);
    return message;
  }
});

describe('waiting', () => {
  it('gives up with what it waited for and what happened meanwhile', async () => {
    await restart({ patience: 1 });
    await fetch(`${fake.url}/v10/users/@me`);

    await expect(fake.waitFor(() => false, 'a pigeon')).rejects.toThrow(
      /a pigeon[\s\S]*GET \/users\/@me -> 401/,
    );
  });

  it('ends with the fake', async () => {
    const waiting = expect(fake.waitFor(() => false, 'a pigeon')).rejects.toThrow(/closed/);

    await fake.close();

    await waiting;
    await restart();
  });
});
