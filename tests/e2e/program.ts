import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type Ministry, startMinistry } from '../../demo/ministry/ministry.ts';
import { storyBeginsAt } from '../../demo/ministry/texts.ts';
import { type Clock, fastClock } from '../../src/ops/clock.ts';
import { type FakeDiscord, type FakeDiscordOptions, startFakeDiscord } from '../fakes/discord/index.ts';

/** The program itself, as `npm start` runs it, between simulated ministries and a fake Discord. */
export interface Program {
  discord: FakeDiscord;
  ministry: Ministry;
  /** Runs 300 times as fast as ours, in the program too. */
  clock: Clock;
  /** Where its database is. */
  folder: string;
  guildId: string;
  channelId: string;
  /** What it has written to its standard error. */
  said(): string;
  /** Resolves with its status when it ends, whenever that was. */
  exit: Promise<number | null>;
  stop(): void;
  /** Resolves when it is connected and its commands are there. */
  ready(): Promise<void>;
  /** Resolves when it has read its Sources for the first time. */
  read(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const speed = 300;
/** Milliseconds: a process takes seconds to start on a busy machine. */
const patience = 50_000;
/** For vitest: longer than everything that waits within. */
export const timeout = 60_000;

/**
 * For the length of one test.
 *
 * @param token - Instead of the one that Discord accepts.
 * @param prepare - Changes the fake Discord before the program starts.
 */
export async function startProgram(
  given: { token?: string; discord?: FakeDiscordOptions; prepare?: (discord: FakeDiscord) => void } = {},
): Promise<Program> {
  const begun = Date.now();
  const clock = fastClock(storyBeginsAt, speed, begun);
  const ministry = await startMinistry({ clock });
  const token = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`;
  const discord = await startFakeDiscord({ patience, token, ...given.discord });
  const guildId = discord.guild({ name: 'Desk' }).id;
  const channelId = discord.channel({ guildId, name: 'rare-earths' }).id;
  given.prepare?.(discord);
  const folder = mkdtempSync(join(tmpdir(), 'ministry-wire-e2e-'));

  const bot = spawn(process.execPath, ['--import', './src/node-version.mjs', 'src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: given.token ?? token,
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
  // Asked for at once, so that an end is never missed. 'close' comes when all it has written is here.
  const exit = once(bot, 'close').then(([status]): number | null => status);
  let said = '';
  bot.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  onTestFinished(async () => {
    bot.kill('SIGKILL');
    await exit;
    await discord.close();
    await ministry.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const program: Program = {
    ...{ discord, ministry, clock, folder, guildId, channelId, exit },
    said: () => said,
    stop: () => void bot.kill('SIGTERM'),
    async ready() {
      const there = () => discord.gateway.connected > 0 && discord.commands.length > 0;
      await discord.waitFor(there, `the commands\n${said}`);
    },
    async read() {
      const reads = async () => {
        const { message } = await discord.interact.command({ name: 'status', channelId });
        return JSON.stringify(message).includes('Reading normally');
      };
      while (!(await reads())) await clock.sleep(60_000);
    },
  };
  return program;
}
