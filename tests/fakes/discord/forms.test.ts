import {
  ActionRowBuilder,
  type APIModalInteractionResponseCallbackData,
  ChannelSelectMenuBuilder,
  ComponentType,
  type Interaction,
  LabelBuilder,
  MentionableSelectMenuBuilder,
  type MessageActionRowComponentBuilder,
  MessageFlags,
  ModalBuilder,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { benchForEachTest, CHANNEL, channelOf, GUILD } from './support.ts';

const bench = benchForEachTest();

const words = new TextInputBuilder()
  .setCustomId('words')
  .setStyle(TextInputStyle.Short)
  .setMinLength(2)
  .setMaxLength(10)
  .setRequired(false);
const tier = new StringSelectMenuBuilder()
  .setCustomId('tier')
  .addOptions(
    { label: 'Decision', value: 'decision', default: true },
    { label: 'Measure', value: 'measure' },
  );
const filter = new ModalBuilder()
  .setCustomId('filter:9')
  .setTitle('Only these')
  .addLabelComponents(
    new LabelBuilder().setLabel('Words').setTextInputComponent(words),
    new LabelBuilder().setLabel('Tier').setStringSelectMenuComponent(tier),
    new LabelBuilder()
      .setLabel('Role')
      .setRoleSelectMenuComponent(new RoleSelectMenuBuilder().setCustomId('role').setRequired(false)),
  );

/** A bot whose `/watch` opens a form and whose button does. */
async function deskWith(modal: ModalBuilder, onSubmit: (use: Interaction) => Promise<unknown>) {
  bench.fake.register([{ name: 'watch', description: 'Watch' }]);
  return bench.loggedIn(async (use) => {
    if (use.isChatInputCommand() || use.isButton()) await use.showModal(modal);
    else await onSubmit(use);
  });
}
const open = () => bench.fake.interact.command({ name: 'watch', channelId: CHANNEL });

describe('a form', () => {
  it('opens, is filled in, and is answered', async () => {
    bench.fake.role({ guildId: GUILD, id: '81', name: 'smelters' });
    await deskWith(filter, async (use) => {
      if (!use.isModalSubmit()) return;
      const { fields } = use;
      const seen = [
        use.customId,
        fields.getTextInputValue('words'),
        fields.getStringSelectValues('tier').join(),
        fields.getSelectedRoles('role')?.first()?.name,
      ];
      await use.reply({ content: seen.join(' '), flags: MessageFlags.Ephemeral });
    });

    const form = await open();
    const reply = await bench.fake.interact.submit({ form, fields: { words: 'antimony', role: ['81'] } });

    expect(form.modal?.title).toBe('Only these');
    expect(form.message).toBeNull();
    expect([reply.content, reply.ephemeral]).toEqual(['filter:9 antimony decision smelters', true]);
    expect(bench.fake.violations).toEqual([]);
  });

  it('opened from a button may change the message with the button', async () => {
    const client = await deskWith(filter, async (use) => {
      if (use.isModalSubmit() && use.isFromMessage()) await use.update({ content: 'saved' });
    });
    const { id } = await channelOf(client).send({
      content: 'watch',
      components: [
        {
          type: ComponentType.ActionRow,
          components: [{ type: ComponentType.Button, style: 1, label: 'Edit', customId: 'edit' }],
        },
      ],
    });
    const form = await bench.fake.interact.button({
      message: { id, channel_id: CHANNEL },
      customId: 'edit',
    });

    await bench.fake.interact.submit({ form });

    expect(bench.fake.messages(CHANNEL)[0]).toMatchObject({
      content: 'saved',
      edits: [{ content: 'watch' }],
    });
  });

  it('opened by a command has no message to change, and opens no second form', async () => {
    const failed: unknown[] = [];
    await deskWith(filter, async (use) => {
      if (!use.isModalSubmit()) return;
      for (const type of [6, 7, 9]) {
        const data = type === 9 ? { data: filter.toJSON() } : type === 7 ? { data: {} } : {};
        const body = { type, ...data };
        await use.client.rest
          .post(`/interactions/${use.id}/${use.token}/callback`, { body, auth: false })
          .catch(({ code }) => failed.push(code));
      }
      await use.reply('done');
    });

    await bench.fake.interact.submit({ form: await open() });

    expect(failed).toEqual([50035, 50035, 50035]);
  });

  it.each([
    ['a field it does not have', { town: 'x' }, /no field town/],
    ['too little', { words: 'x' }, /at least 2/],
    ['too much', { words: 'x'.repeat(11) }, /at most 10/],
    ['a choice that is not on offer', { tier: ['statement'] }, /does not offer statement/],
    ['too many choices', { tier: ['decision', 'measure'] }, /at most 1/],
    ['nothing where something is needed', { tier: [] }, /at least 1/],
    ['text in a menu', { tier: 'decision' }, /takes a list/],
  ])('cannot be sent with %s', async (_name, fields, message) => {
    await deskWith(filter, async () => undefined);
    const form = await open();

    expect(() => bench.fake.interact.submit({ form, fields })).toThrow(message);
  });

  it('in the older style carries text inputs in rows', async () => {
    const old = new ModalBuilder()
      .setCustomId('old')
      .setTitle('Old')
      .addComponents(
        new ActionRowBuilder<TextInputBuilder>().addComponents(
          new TextInputBuilder()
            .setCustomId('note')
            .setLabel('Note')
            .setStyle(TextInputStyle.Paragraph)
            .setValue('as before'),
        ),
      );
    await deskWith(old, async (use) => {
      if (use.isModalSubmit()) await use.reply(use.fields.getTextInputValue('note'));
    });

    const reply = await bench.fake.interact.submit({ form: await open() });

    expect(reply.content).toBe('as before');
    expect(bench.fake.violations).toEqual([]);
  });
});

describe('an invalid form', () => {
  type Part = APIModalInteractionResponseCallbackData['components'][number];
  const text = { type: ComponentType.TextInput, custom_id: 'a', style: TextInputStyle.Short };
  const label = (component: object, name = 'L') =>
    ({ type: ComponentType.Label, label: name, component }) as Part;

  it.each([
    ['a title over 45', { title: 'x'.repeat(46), components: [label(text)] }, 'data.title'],
    ['a label over 45', { components: [label(text, 'x'.repeat(46))] }, 'data.components.0.label'],
    ['no fields', { components: [] }, 'data.components'],
    [
      'six fields',
      { components: [...'abcdef'].map((id) => label({ ...text, custom_id: id })) },
      'data.components',
    ],
    ['one id twice', { components: [label(text), label(text)] }, 'data.components.1.component.custom_id'],
    [
      'a label inside a label',
      { components: [label({ ...text, label: 'x' })] },
      'data.components.0.component.label',
    ],
    [
      'more text than it takes',
      { components: [label({ ...text, value: 'xxx', max_length: 2 })] },
      'data.components.0.component.value',
    ],
    [
      'a least above its most',
      { components: [label({ ...text, min_length: 3, max_length: 2 })] },
      'data.components.0.component.min_length',
    ],
    [
      'a row without a label',
      { components: [{ type: ComponentType.ActionRow, components: [text] } as Part] },
      'data.components.0.components.0.label',
    ],
    [
      'a menu in a row',
      { components: [{ type: ComponentType.ActionRow, components: [{ type: 6, custom_id: 'a' }] } as never] },
      null,
    ],
  ])('with %s is refused and recorded', async (_name, body, path) => {
    const refused = Promise.withResolvers<unknown>();
    bench.fake.register([{ name: 'watch', description: 'Watch' }]);
    await bench.loggedIn(async (use) => {
      if (!use.isChatInputCommand()) return;
      const data = { custom_id: 'f', title: 'x', ...body };
      await use.client.rest
        .post(`/interactions/${use.id}/${use.token}/callback`, { body: { type: 9, data }, auth: false })
        .catch(refused.resolve);
      await use.reply('sorry');
    });

    await open();

    expect(await refused.promise).toMatchObject({ code: 50035 });
    const paths = bench.fake.violations.flatMap(({ problems }) =>
      problems.map((problem) => problem.path.join('.')),
    );
    if (path === null) expect(paths).not.toEqual([]);
    else expect(paths).toEqual([path]);
  });
});

describe('menus', () => {
  it.each([
    ['a user', new UserSelectMenuBuilder(), ['90'], 'user ines'],
    ['a role', new RoleSelectMenuBuilder(), ['81'], 'role smelters'],
    ['a channel', new ChannelSelectMenuBuilder(), [CHANNEL], 'channel antimony'],
    [
      'a role and a user',
      new MentionableSelectMenuBuilder().setMaxValues(2),
      ['81', '90'],
      'user ines role smelters',
    ],
    [
      'two words',
      new StringSelectMenuBuilder()
        .setMaxValues(2)
        .addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' }),
      ['a', 'b'],
      'a b',
    ],
  ])('choose %s', async (_name, menu, values, seen) => {
    bench.fake.role({ guildId: GUILD, id: '81', name: 'smelters' });
    bench.fake.member({ guildId: GUILD, id: '90', name: 'ines' });
    const client = await bench.loggedIn(async (use) => {
      if (!use.isAnySelectMenu()) return;
      const parts = [
        ...('users' in use ? use.users.map(({ username }) => `user ${username}`) : []),
        ...('roles' in use ? use.roles.map(({ name }) => `role ${name}`) : []),
        ...('channels' in use
          ? use.channels.map((channel) => `channel ${(channel as { name: string }).name}`)
          : []),
        ...(use.isStringSelectMenu() ? use.values : []),
      ];
      await use.reply(parts.join(' '));
    });
    const row = new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(menu.setCustomId('m'));
    const { id } = await channelOf(client).send({ content: 'Which?', components: [row] });
    const message = { id, channel_id: CHANNEL };

    const reply = await bench.fake.interact.select({ message, customId: 'm', values });

    expect(reply.content).toBe(seen);
    expect(() =>
      bench.fake.interact.select({ message, customId: 'm', values: [...values, ...values, 'x'] }),
    ).toThrow();
    expect(bench.fake.violations).toEqual([]);
  });
});
