import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  MessageFlags,
  StringSelectMenuBuilder,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { benchForEachTest, CHANNEL, channelOf } from './support.ts';

const bench = benchForEachTest();

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
    const client = await bench.loggedIn(async (use) => {
      if (use.isButton())
        await use.reply({ content: `About ${use.message.content}`, flags: MessageFlags.Ephemeral });
    });
    const message = await channelOf(client).send({ content: 'Notice 12', components: [buttons] });

    const reply = await bench.fake.interact.button({ message: sent(message.id), customId: 'why:9' });

    expect([reply.content, reply.ephemeral]).toEqual(['About Notice 12', true]);
    expect(bench.fake.violations).toEqual([]);
  });

  it('a button changes its own message, at once or after a deferral', async () => {
    const client = await bench.loggedIn(async (use) => {
      if (!use.isButton()) return;
      if (use.message.content === 'Notice 12') return use.update({ content: 'seen', components: [buttons] });
      await use.deferUpdate();
      await use.editReply({ content: 'seen twice' });
    });
    const { id } = await channelOf(client).send({ content: 'Notice 12', components: [buttons] });

    await bench.fake.interact.button({ message: sent(id), customId: 'why:9' });
    await bench.fake.interact.button({ message: sent(id), customId: 'why:9' });
    await bench.fake.waitFor(() => sent(id).content === 'seen twice', 'the second edit');

    expect(sent(id).edits.map(({ content }) => content)).toEqual(['Notice 12', 'seen']);
    expect(bench.fake.violations).toEqual([]);
  });

  it('nobody can press what is disabled or not there', async () => {
    const { id } = await channelOf(await bench.loggedIn()).send({
      content: 'Notice 12',
      components: [buttons],
    });

    expect(() => bench.fake.interact.button({ message: sent(id), customId: 'share:9' })).toThrow(
      /nothing to press/,
    );
    expect(() => bench.fake.interact.button({ message: sent(id), customId: 'edit:9' })).toThrow(
      /nothing to press/,
    );
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
    bench.fake.register([{ name: 'stories', description: 'All' }]);
    await bench.loggedIn(async (use) => {
      if (use.isChatInputCommand())
        await use.reply({ components: menus, content: 'Which?', flags: MessageFlags.Ephemeral });
      if (use.isStringSelectMenu()) await use.reply(`story ${use.values.join()}`);
      if (use.isChannelSelectMenu()) await use.reply(`channel ${use.channels.first()?.id}`);
    });

    const { message } = await bench.fake.interact.command({ name: 'stories', channelId: CHANNEL });
    if (message === null) throw new Error('no answer');
    const story = await bench.fake.interact.select({ message, customId: 'story', values: ['s4'] });
    const where = await bench.fake.interact.select({ message, customId: 'where', values: [CHANNEL] });

    expect([story.content, where.content]).toEqual(['story s4', `channel ${CHANNEL}`]);
    expect(() => bench.fake.interact.select({ message, customId: 'story', values: ['s5'] })).toThrow(
      /does not offer s5/,
    );
    expect(bench.fake.violations).toEqual([]);
  });

  function sent(id: string) {
    const message = bench.fake.messages(CHANNEL).find((one) => one.id === id);
    if (message === undefined) throw new Error(`no message ${id}`);
    return message;
  }
});
