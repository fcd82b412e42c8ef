import {
  ActionRowBuilder,
  type APIMessage,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ChannelType,
  EmbedBuilder,
  MessageFlags,
  PermissionFlagsBits as P,
  StringSelectMenuBuilder,
  type TextChannel,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { benchForEachTest, CHANNEL, channelOf, messagesPath, NONCE_MEMORY } from './support.ts';

const bench = benchForEachTest();
const ONLY_WRITING = P.ViewChannel | P.SendMessages;

describe('messages', () => {
  it('are sent, edited, replied to and deleted', async () => {
    const client = await bench.loggedIn();

    const first = await channelOf(client).send('Antimony licences: resumed');
    await first.edit({ embeds: [{ title: 'Notice 12' }] });
    const reply = await first.reply({ content: 'Corrected', flags: MessageFlags.SuppressNotifications });
    const passing = await channelOf(client).send('in passing');
    await passing.delete();

    expect(bench.fake.messages(CHANNEL)).toMatchObject([
      { content: 'Antimony licences: resumed', embeds: [{ title: 'Notice 12' }], edits: [{ embeds: [] }] },
      {
        content: 'Corrected',
        flags: MessageFlags.SuppressNotifications,
        referenced_message: { id: first.id },
      },
    ]);
    expect((await reply.fetchReference()).id).toBe(first.id);
    expect(bench.fake.violations).toEqual([]);
  });

  it('are read back newest first, at most as many as asked for, without their nonce', async () => {
    const client = await bench.loggedIn();
    for (const content of ['one', 'two', 'three']) {
      await channelOf(client).send({ content, nonce: `n-${content}` });
    }

    // Not through the channel: discord.js would add the nonces it remembers.
    const query = new URLSearchParams({ limit: '2' });
    const read = (await client.rest.get(messagesPath, { query })) as APIMessage[];

    expect(read.map(({ content }) => content)).toEqual(['three', 'two']);
    expect(read.some((message) => 'nonce' in message)).toBe(false);
    expect(bench.fake.messages(CHANNEL).map(({ nonce }) => nonce)).toEqual(['n-one', 'n-two', 'n-three']);
  });

  it('are read page by page', async () => {
    const channel = channelOf(await bench.loggedIn());
    const sent = [];
    for (const content of ['one', 'two', 'three']) sent.push(await channel.send(content));
    const contents = async (query: { before?: string; after?: string }) =>
      (await channel.messages.fetch({ limit: 1, ...query })).map(({ content }) => content);

    expect(await contents({ before: sent[2]?.id ?? '' })).toEqual(['two']);
    expect(await contents({ after: sent[0]?.id ?? '' })).toEqual(['two']);
  });

  it('may hold all that the builders of discord.js can make', async () => {
    const channel = channelOf(await bench.loggedIn());
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
          .setTimestamp(bench.clock.now())
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

    expect(bench.fake.violations).toEqual([]);
  });

  it('carry files', async () => {
    const channel = channelOf(await bench.loggedIn());

    const sent = await channel.send({
      files: [
        new AttachmentBuilder(Buffer.from('id,goods'), { name: 'archive.csv', description: 'all rows' }),
      ],
    });

    expect(sent.attachments.map(({ name, size, description }) => [name, size, description])).toEqual([
      ['archive.csv', 8, 'all rows'],
    ]);
    expect(bench.fake.messages(CHANNEL)[0]?.files.get('archive.csv')?.toString()).toBe('id,goods');
  });

  it('keep their files when they are edited, unless the edit brings its own or says none', async () => {
    const file = (name: string) => ({ attachment: Buffer.from(name), name });
    const sent = await channelOf(await bench.loggedIn()).send({ content: 'x', files: [file('a.txt')] });
    const names = () => bench.fake.messages(CHANNEL)[0]?.attachments.map(({ filename }) => filename);

    await sent.edit('y');
    const kept = names();
    // discord.js lists only the new file in `attachments`, which drops the old one.
    await sent.edit({ files: [file('b.txt')] });
    const replaced = names();
    await sent.edit({ attachments: [] });

    expect([kept, replaced, names()]).toEqual([['a.txt'], ['b.txt'], []]);
    expect(bench.fake.violations).toEqual([]);
  });

  it.each`
    allowed                                   | bot                  | roles           | users     | everyone
    ${undefined}                              | ${P.MentionEveryone} | ${['81', '82']} | ${['90']} | ${true}
    ${undefined}                              | ${0n}                | ${['81']}       | ${['90']} | ${false}
    ${{ parse: [] }}                          | ${P.MentionEveryone} | ${[]}           | ${[]}     | ${false}
    ${{ parse: [], roles: ['81', '82'] }}     | ${0n}                | ${['81']}       | ${[]}     | ${false}
    ${{ parse: ['everyone'], users: ['90'] }} | ${P.MentionEveryone} | ${[]}           | ${['90']} | ${true}
  `('ping $roles, $users, everyone: $everyone when $allowed is allowed', async (row) => {
    bench.fake.role({ guildId: '7', id: '81', mentionable: true });
    bench.fake.role({ guildId: '7', id: '82' });
    bench.fake.member({ guildId: '7', id: '90' });
    bench.fake.setPermissions(CHANNEL, ONLY_WRITING | row.bot);

    await channelOf(await bench.loggedIn()).send({
      content: '@everyone <@&81> <@&82> <@90> <@91>',
      ...(row.allowed && { allowedMentions: row.allowed }),
    });

    const [message] = bench.fake.messages(CHANNEL);
    expect(message?.mention_roles).toEqual(row.roles);
    expect(message?.mentions.map(({ id }) => id)).toEqual(row.users);
    expect(message?.mention_everyone).toBe(row.everyone);
  });

  it('stand alone when they reply to nothing, if asked to', async () => {
    const channel = channelOf(await bench.loggedIn());
    const gone = await channel.send('soon gone');
    bench.fake.deleteMessage(CHANNEL, gone.id);

    await expect(gone.reply({ content: 'strict' })).rejects.toMatchObject({ code: 50035 });
    await gone.reply({ content: 'lenient', failIfNotExists: false });

    expect(bench.fake.messages(CHANNEL)).toMatchObject([{ content: 'lenient' }]);
    // Nobody can know beforehand that a message is gone.
    expect(bench.fake.violations).toEqual([]);
  });
});

describe('a nonce', () => {
  const send = (channel: TextChannel) =>
    channel.send({ content: 'once', nonce: 'delivery-9', enforceNonce: true });

  it('returns the first message while it is remembered, even a deleted one', async () => {
    const channel = channelOf(await bench.loggedIn());
    const first = await send(channel);
    await first.delete();

    bench.clock.pass(NONCE_MEMORY);
    const second = await send(channel);

    expect(second.id).toBe(first.id);
    expect(bench.fake.messages(CHANNEL)).toEqual([]);
  });

  it('makes a second message once it is forgotten', async () => {
    const channel = channelOf(await bench.loggedIn());
    const first = await send(channel);

    bench.clock.pass(NONCE_MEMORY + 1);
    const second = await send(channel);

    expect(second.id).not.toBe(first.id);
    expect(bench.fake.messages(CHANNEL)).toHaveLength(2);
  });

  it('that is not enforced makes a second message', async () => {
    const channel = channelOf(await bench.loggedIn());

    await channel.send({ content: 'twice', nonce: 'delivery-9' });
    await channel.send({ content: 'twice', nonce: 'delivery-9' });

    expect(bench.fake.messages(CHANNEL)).toHaveLength(2);
  });
});
