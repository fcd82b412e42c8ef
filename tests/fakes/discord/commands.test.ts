import {
  type ChatInputCommandInteraction,
  GatewayOpcodes,
  MessageFlags,
  PermissionFlagsBits as P,
  SlashCommandBuilder,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../../src/domain/moment.ts';
import { benchForEachTest, CHANNEL } from './support.ts';

const bench = benchForEachTest();

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
    const client = await bench.loggedIn();

    const [first] = (await client.application.commands.set([watch])).values();
    const [again] = (await client.application.commands.set([watch])).values();
    await client.application.commands.set([{ name: 'recent', description: 'Latest' }], '7');

    expect(again?.id).toBe(first?.id);
    expect(bench.fake.commands).toMatchObject([
      { name: 'watch', default_member_permissions: '32' },
      { name: 'recent', guild_id: '7' },
    ]);
    expect((await client.application.commands.fetch()).map(({ name }) => name)).toEqual(['watch']);
    expect(bench.fake.violations).toEqual([]);
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
    const put = bench.rest().put(`/applications/${bench.fake.applicationId}/commands`, { body: [command] });

    await expect(put).rejects.toMatchObject({ status: 400, code: 50035 });

    expect(
      bench.fake.violations.flatMap(({ problems }) => problems.map((problem) => problem.path.join('.'))),
    ).toEqual([path]);
    expect(bench.fake.commands).toEqual([]);
  });

  const answering = (answer: (use: ChatInputCommandInteraction) => Promise<unknown>) => {
    bench.fake.register([watch.toJSON()]);
    return bench.loggedIn(async (use) => (use.isChatInputCommand() ? answer(use) : undefined));
  };

  it('reach the bot with options, member and permissions as a client sends them', async () => {
    const { user } = bench.fake.member({ guildId: '7', id: '90', name: 'ines' });
    bench.fake.role({ guildId: '7', id: '71', name: 'smelters' });
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

    const reply = await bench.fake.interact.command({
      ...add,
      options: { ministry: 'vienna', last: 10, channel: CHANNEL, role: '71', user: '90' },
      userId: user.id,
      memberPermissions: P.ManageGuild,
    });

    expect(reply.content).toBe('add vienna 10 antimony smelters ines ines true true true');
    expect(bench.fake.violations).toEqual([]);
  });

  it.each([
    ['a command that nobody registered', { ...add, name: 'wacht' }, /Nobody can use \/wacht/],
    ['an unknown option', { ...add, options: { ministry: 'a', town: 'b' } }, /has no option town/],
    ['a missing option', { ...add, options: {} }, /needs ministry/],
    ['a value that is not on offer', { ...add, options: { ministry: 'a', last: 11 } }, /does not offer 11/],
    ['a value of another type', { ...add, options: { ministry: 3 } }, /takes a string/],
  ])('cannot be used with %s', async (_name, use, message) => {
    await answering((interaction) => interaction.reply('x'));

    expect(() => bench.fake.interact.command(use)).toThrow(message);
  });

  it('are answered in public or in private', async () => {
    const flags = [[], MessageFlags.Ephemeral] as const;
    await answering((use) =>
      use.reply({ content: 'Added', flags: flags[use.options.getInteger('last') ? 1 : 0] ?? [] }),
    );

    const open = await bench.fake.interact.command(add);
    const secret = await bench.fake.interact.command({ ...add, options: { ministry: 'a', last: 10 } });

    expect([open.ephemeral, secret.ephemeral]).toEqual([false, true]);
    expect(bench.fake.messages(CHANNEL).map(({ id }) => id)).toEqual([open.message?.id]);
  });

  it('are deferred, then edited, for as long as the token lasts', async () => {
    await answering(async (use) => {
      await use.deferReply({ flags: MessageFlags.Ephemeral });
      bench.clock.pass(15 * MINUTE - 1);
      await use.editReply('Found 3');
      await use.editReply('Found 4');
      await use.followUp({ content: 'and one more', flags: MessageFlags.Ephemeral });
    });

    const reply = await bench.fake.interact.command(add);
    await bench.fake.waitFor(() => reply.followUps.length === 1, 'the follow-up');

    expect(reply.ephemeral).toBe(true);
    expect(reply.content).toBe('Found 4');
    expect(reply.edits.map(({ content }) => content)).toEqual(['Found 3']);
    expect(reply.followUps).toMatchObject([{ content: 'and one more', flags: MessageFlags.Ephemeral }]);
    expect(bench.fake.violations).toEqual([]);
  });

  it('fill a deferred reply with the first follow-up, as private as it was', async () => {
    await answering(async (use) => {
      await use.deferReply();
      await use.followUp({ content: 'late', flags: MessageFlags.Ephemeral });
    });

    const reply = await bench.fake.interact.command(add);

    expect([reply.content, reply.ephemeral, reply.followUps]).toEqual(['late', false, []]);
  });

  it('give the message back when asked for it, and let it be fetched and deleted', async () => {
    let ids: (string | undefined)[] = [];
    await answering(async (use) => {
      const { resource } = await use.reply({ content: 'Added', withResponse: true });
      ids = [resource?.message?.id, (await use.fetchReply()).id];
      await use.deleteReply();
    });

    const reply = await bench.fake.interact.command(add);
    const { id } = reply.message ?? {};
    await bench.fake.waitFor(() => reply.message === null, 'the deletion');

    expect(ids).toEqual([id, id]);
  });

  it('are answered with a file', async () => {
    await answering((use) => use.reply({ files: [{ attachment: Buffer.from('id'), name: 'export.csv' }] }));

    const reply = await bench.fake.interact.command(add);

    expect(reply.files.get('export.csv')?.toString()).toBe('id');
    expect(bench.fake.violations).toEqual([]);
  });

  it('are unknown after three seconds', async () => {
    const failed = Promise.withResolvers<unknown>();
    await answering((use) => {
      bench.clock.pass(3 * SECOND);
      return use.reply('too late').catch(failed.resolve);
    });

    const reply = await bench.fake.interact.command(add);

    expect(reply.refused).toBe(10062);
    expect(reply.message).toBeNull();
    expect(await failed.promise).toMatchObject({ code: 10062, status: 404 });
  });

  it('cannot be edited after fifteen minutes', async () => {
    const failed = Promise.withResolvers<unknown>();
    await answering(async (use) => {
      await use.deferReply();
      bench.clock.pass(15 * MINUTE);
      await use.editReply('too late').catch(failed.resolve);
    });

    const reply = await bench.fake.interact.command(add);

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

    const reply = await bench.fake.interact.command(add);

    expect(await failed.promise).toMatchObject({ code: 40060, status: 400 });
    expect(reply.content).toBe('first');
  });

  it('offer choices while somebody types', async () => {
    bench.fake.register([watch.toJSON()]);
    await bench.loggedIn(async (use) => {
      if (!use.isAutocomplete()) return;
      const typed = use.options.getFocused();
      await use.respond([{ name: `${typed}…`, value: typed }]);
    });

    const reply = await bench.fake.interact.autocomplete({
      ...add,
      focused: 'ministry',
      options: { ministry: 'vie' },
    });

    expect(reply.choices).toEqual([{ name: 'vie…', value: 'vie' }]);
    expect(bench.fake.violations).toEqual([]);
  });

  it('that are used while the connection is broken arrive when it resumes', async () => {
    await answering((use) => use.reply('here again'));

    bench.fake.gateway.drop();
    const reply = await bench.fake.interact.command(add);

    expect(reply.content).toBe('here again');
    expect(bench.fake.gateway.count(GatewayOpcodes.Resume)).toBe(1);
  });
});
