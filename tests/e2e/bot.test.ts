import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { story } from '../../demo/ministry/texts.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { startProgram, timeout } from './program.ts';

it(
  'goes from an invite to an alert and its English twin, and ends at SIGTERM',
  async () => {
    const program = await startProgram();
    const { discord, ministry, channelId } = program;
    await program.ready();
    expect(discord.commands.map(({ name }) => name)).toEqual(commands.map(({ data }) => data.name));

    await discord.waitFor(() => discord.messages(channelId).length === 1, 'the line on joining');
    expect(discord.messages(channelId)[0]?.content).toContain('/watch add');
    const added = await discord.interact.command({ name: 'watch', subcommand: 'add', channelId });
    expect(added.ephemeral).toBe(true);
    await discord.waitFor(() => discord.messages(channelId).length === 0, 'the line is gone');
    await program.read();

    ministry.publish('spokesperson', story.approval.post);
    // The line left on joining may still stand above them.
    const alerts = () => discord.messages(channelId).filter(({ embeds }) => embeds.length > 0);
    await discord.waitFor(() => alerts().length === 1, 'the alert has arrived');
    ministry.publish('english', story.approvalInEnglish.post);
    await discord.waitFor(() => alerts()[0]?.edits.length === 1, 'the twin has been added');

    const recent = await discord.interact.command({ name: 'recent', channelId });
    expect(JSON.stringify(recent.message?.embeds)).toContain('a certain number');
    expect(alerts()).toHaveLength(1);
    expect(discord.violations).toEqual([]);
    expect(program.said()).toContain('https://discord.com/oauth2/authorize?client_id=');

    program.stop();
    expect(await program.exit).toBe(0);
  },
  timeout,
);

it(
  'says in one sentence that the token is not accepted, and starts nothing',
  async () => {
    const program = await startProgram({ token: `${'x'.repeat(24)}.${'y'.repeat(6)}.${'z'.repeat(38)}` });

    expect(await program.exit).toBe(1);
    expect(program.said()).toMatch(/^Discord does not accept DISCORD_TOKEN: [^\n]+\n$/);
  },
  timeout,
);

it(
  'ends with a sentence when Discord does not take its commands',
  async () => {
    const program = await startProgram({
      prepare: (discord) => discord.fail(/^GET \/applications\/\d+\/commands/, { status: 503 }),
    });

    expect(await program.exit).toBe(1);
    expect(program.said()).toMatch(/^Discord did not take the commands \([^\n]+\): start the bot again\.\n$/);
  },
  timeout,
);

it(
  'ends when it can send nothing any more, rather than look alive',
  async () => {
    const program = await startProgram();
    await program.ready();

    const db = await openSqlite(join(program.folder, 'wire.db'));
    await db.schema.alterTable('deliveries').renameTo('lost').execute();
    await db.destroy();

    expect(await program.exit).toBe(1);
    expect(program.said()).toContain('no such table: deliveries');
  },
  timeout,
);

it.each([
  [4004, 'DISCORD_TOKEN'],
  [4014, 'intents'],
])(
  'ends with a sentence when Discord closes the connection for good with %s',
  async (code, named) => {
    const program = await startProgram();
    await program.ready();

    program.discord.gateway.close(code);

    expect(await program.exit).toBe(1);
    expect(program.said()).toContain(named);
  },
  timeout,
);

it(
  'ends with a sentence when Discord does not grant the intents',
  async () => {
    const program = await startProgram({ discord: { disallowedIntents: 1 } });

    expect(await program.exit).toBe(1);
    expect(program.said()).toMatch(/^Discord does not grant the intents asked for: [^\n]+\n$/m);
  },
  timeout,
);

it(
  'outlives a lost connection, a deleted role, channel and server, and still tells the others',
  async () => {
    const program = await startProgram();
    const { discord, ministry, guildId, channelId } = program;
    const gone = discord.channel({ guildId, name: 'soon-gone' }).id;
    const role = discord.role({ guildId, name: 'desk', mentionable: true }).id;
    const left = discord.guild({ name: 'Left', channels: [{ name: 'left' }] });
    const leftChannel = left.systemChannelId ?? '';
    await program.ready();
    const add = (channel: string, options = {}) =>
      discord.interact.command({ name: 'watch', subcommand: 'add', channelId: channel, options });
    await add(channelId, { role });
    await add(gone);
    await add(leftChannel);
    await program.read();

    discord.deleteRole(guildId, role);
    discord.gateway.drop();
    // It hears of these when it resumes.
    discord.deleteChannel(gone);
    discord.removeGuild(left.id);
    ministry.publish('spokesperson', story.approval.post);
    const alert = await discord.waitFor(
      () => discord.messages(channelId).find(({ content }) => content.includes('rare')),
      'the alert',
    );

    expect(alert.mention_roles).toEqual([]);
    const posts = (id: string) => discord.requests.filter(({ path }) => path.startsWith(`/channels/${id}/`));
    expect(posts(gone).filter(({ method }) => method === 'POST').length).toBeLessThanOrEqual(2);
    expect(discord.invalidRequests(`/channels/${leftChannel}/`)).toBeLessThanOrEqual(10);
    const db = await openSqlite(join(program.folder, 'wire.db'));
    const watched = () => db.selectFrom('subscriptions').select('channelId').execute();
    while ((await watched()).length > 1) await program.clock.sleep(60_000);
    expect(await watched()).toEqual([{ channelId }]);
    await db.destroy();
    expect(discord.violations).toEqual([]);

    program.stop();
    expect(await program.exit).toBe(0);
  },
  timeout,
);
