import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PermissionFlagsBits as P } from 'discord.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Ministry, startMinistry } from '../../demo/ministry/ministry.ts';
import { story, storyBeginsAt } from '../../demo/ministry/texts.ts';
import { type Clock, fastClock } from '../../src/ops/clock.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/index.ts';

/*
 * The program itself, as `npm start` runs it, between simulated ministries and a fake Discord.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const speed = 300;
/** A process takes seconds to start on a busy machine. */
const patience = 50_000;

let clock: Clock;
let begun: number;
let ministry: Ministry;
let discord: FakeDiscord;
let folder: string;
let channelId: string;
let ownerId: string;
let bot: ChildProcess;
let said: string;

beforeEach(async () => {
  begun = Date.now();
  clock = fastClock(storyBeginsAt, speed, begun);
  ministry = await startMinistry({ clock });
  discord = await startFakeDiscord({
    patience,
    token: `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`,
  });
  const guild = discord.guild({ name: 'Desk' });
  ownerId = guild.ownerId;
  channelId = discord.channel({ guildId: guild.id, name: 'rare-earths' }).id;
  folder = mkdtempSync(join(tmpdir(), 'ministry-wire-e2e-'));
  said = '';
});

afterEach(async () => {
  if (bot.exitCode === null && bot.signalCode === null) {
    bot.kill('SIGKILL');
    await once(bot, 'exit');
  }
  await discord.close();
  await ministry.close();
  rmSync(folder, { recursive: true, force: true });
});

function start(token: string): void {
  bot = spawn(process.execPath, ['--import', './src/node-version.mjs', 'src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: token,
      DISCORD_API_URL: discord.url,
      DATA_DIR: folder,
      SOURCES: 'cn-mofcom-spokesperson,cn-mofcom-english',
      POLL_MINUTES: '5',
      LOG_LEVEL: 'warn',
      WIRE_ORIGINS: [...ministry.origins].map((pair) => pair.join('=')).join(','),
      WIRE_ALLOW_PRIVATE: '127.0.0.1',
      WIRE_CLOCK: `${new Date(storyBeginsAt).toISOString()}@${begun}*${speed}`,
    },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  bot.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
}

it('goes from an invite to an alert and its English twin, and ends at SIGTERM', async () => {
  start(discord.token);
  await discord.waitFor(
    () => discord.gateway.connected > 0 && discord.commands.length > 0,
    'the commands are there',
  );
  expect(discord.commands.map(({ name }) => name)).toEqual([
    'watch',
    'recent',
    'batches',
    'measures',
    'story',
    'search',
    'timeline',
    'source',
    'settings',
    'status',
    'help',
  ]);

  const added = await discord.interact.command({ name: 'watch', subcommand: 'add', channelId });
  expect(added.ephemeral).toBe(true);
  const firstRead = async () => {
    const status = await discord.interact.command({ name: 'status', channelId });
    return JSON.stringify(status.message).includes('Reading normally');
  };
  while (!(await firstRead())) await clock.sleep(60_000);

  for (const column of ['spokesperson'] as const) ministry.publish(column, story.approval.post);
  await discord.waitFor(() => discord.messages(channelId).length === 1, 'the alert has arrived');
  ministry.publish('english', story.approvalInEnglish.post);
  await discord.waitFor(() => discord.messages(channelId)[0]?.edits.length === 1, 'the twin has been added');

  const recent = await discord.interact.command({ name: 'recent', channelId });
  expect(JSON.stringify(recent.message?.embeds)).toContain('a certain number');
  expect(discord.messages(channelId)).toHaveLength(1);
  expect(discord.violations).toEqual([]);
  expect(said).toContain('https://discord.com/oauth2/authorize?client_id=');

  bot.kill('SIGTERM');
  const [status] = await once(bot, 'exit');
  expect(status).toBe(0);
}, 60_000);

it('tells who made a watch that its channel is closed, and all that waited once it is open again', async () => {
  const everything = P.ViewChannel | P.SendMessages | P.EmbedLinks | P.AttachFiles | P.ReadMessageHistory;
  start(discord.token);
  await discord.waitFor(() => discord.commands.length > 0, 'the commands are there');
  await discord.interact.command({ name: 'watch', subcommand: 'add', channelId });
  const firstRead = async () => {
    const status = await discord.interact.command({ name: 'status', channelId });
    return JSON.stringify(status.message).includes('Reading normally');
  };
  while (!(await firstRead())) await clock.sleep(60_000);

  discord.setPermissions(channelId, everything & ~P.EmbedLinks);
  ministry.publish('spokesperson', story.approval.post);
  const dm = discord.dmChannel(ownerId);
  await discord.waitFor(() => discord.messages(dm).length === 1, 'a direct message');
  expect(discord.messages(dm)[0]?.content).toContain(`<#${channelId}> (Desk)`);
  expect(discord.messages(dm)[0]?.content).toContain('Missing there: **Embed Links**.');
  expect(discord.messages(channelId)).toEqual([]);
  expect(discord.invalidRequests(`/channels/${channelId}`)).toBe(1);

  discord.setPermissions(channelId, everything);
  await discord.waitFor(() => discord.messages(channelId).length === 1, 'the alert has arrived');
  expect(discord.messages(channelId)[0]?.content).toContain('rare-earth');
}, 60_000);

it('says in one sentence that the token is not accepted, and starts nothing', async () => {
  start(`${'x'.repeat(24)}.${'y'.repeat(6)}.${'z'.repeat(38)}`);

  const [status] = await once(bot, 'exit');

  expect(status).toBe(1);
  expect(said).toMatch(/^Discord does not accept DISCORD_TOKEN: [^\n]+\n$/);
}, 60_000);

it('ends with a sentence when Discord does not take its commands', async () => {
  discord.fail(/^GET \/applications\/\d+\/commands/, { status: 503 });
  start(discord.token);

  const [status] = await once(bot, 'exit');

  expect(status).toBe(1);
  expect(said).toMatch(/^Discord did not take the commands \([^\n]+\): start the bot again\.\n$/);
}, 60_000);

it('ends when it can send nothing any more, rather than look alive', async () => {
  start(discord.token);
  await discord.waitFor(
    () => discord.gateway.connected > 0 && discord.commands.length > 0,
    'the bot is there',
  );

  const db = await openSqlite(join(folder, 'wire.db'));
  await db.schema.alterTable('deliveries').renameTo('lost').execute();
  await db.destroy();
  const [status] = await once(bot, 'exit');

  expect(status).toBe(1);
  expect(said).toContain('no such table: deliveries');
}, 60_000);

it('ends with a sentence when Discord closes the connection for good', async () => {
  start(discord.token);
  await discord.waitFor(
    () => discord.gateway.connected > 0 && discord.commands.length > 0,
    'the bot is there',
  );

  discord.gateway.close(4004);
  const [status] = await once(bot, 'exit');

  expect(status).toBe(1);
  expect(said).toContain('DISCORD_TOKEN');
}, 60_000);
