import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ChannelType } from 'discord.js';
import { MINUTE } from '../src/domain/moment.ts';
import { SourceBook } from '../src/pipeline/source-book.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { insertSubscription } from '../src/store/subscriptions.ts';
import { startFakeDiscord } from '../tests/fakes/discord/index.ts';
import { feedAt, openMinistry } from './desk.ts';
import { report } from './report.ts';

/*
 * What the bot keeps in memory with the gateway connected: the program as `npm start` runs it, in 500 servers of 30
 * channels and 15 roles, with 50 Sources that have nothing new. It is the very first start, which compiles everything
 * and needs the most. Measured a minute after it is ready; the budget is 200 MB.
 */

const [servers, channels, roles, sources] = [500, 30, 15, 50];
const [settled, patience] = [MINUTE, MINUTE];
const root = join(import.meta.dirname, '..');

const discord = await startFakeDiscord({
  patience,
  token: `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(38)}`,
});
const desks: { guildId: string; channelId: string }[] = [];
for (let at = 0; at < servers; at += 1) {
  const { id: guildId } = discord.guild({ name: `Desk ${at}` });
  for (let role = 1; role < roles; role += 1) discord.role({ guildId, name: `role-${role}` });
  for (let channel = 0; channel < channels; channel += 1) {
    // One of ten is a forum, with tags.
    const forum = { type: ChannelType.GuildForum as const, tags: ['decision', 'measure', 'statement'] };
    const made = discord.channel({ guildId, name: `channel-${channel}`, ...(channel % 10 === 9 && forum) });
    if (channel === 0) desks.push({ guildId, channelId: made.id });
  }
}

const ministry = await openMinistry();
const folder = mkdtempSync(join(tmpdir(), 'ministry-wire-memory-'));
const hosts = Array.from({ length: sources }, (_, at) => `http://ministry-${at}.example`);
const db = await openSqlite(join(folder, 'wire.db'));
const book = await SourceBook.open(db, []);
for (const [at, host] of hosts.entries()) {
  await book.add(feedAt(`own-ministry-${at}`, `${host}/same`), { addedBy: '1', guildId: '1' }, Date.now());
}
// A server without a watch is greeted: five hundred at once are not what a bot at rest does.
const manners = { roleId: null, language: 'both', market: 'US' } as const;
for (const desk of desks) await insertSubscription(db, { ...desk, ...manners, createdAt: Date.now() });
await db.destroy();

const bot = startBot();
try {
  await discord.waitFor(() => discord.commands.length > 0, 'the bot');
  await wait(settled);
  const asked = `${servers} servers of ${channels} channels and ${roles} roles, ${sources} sources`;
  report(`memory with ${asked}`, residentOf(bot), 200, 'MB');
} finally {
  bot.kill('SIGTERM');
  if (bot.exitCode === null) await once(bot, 'exit');
  ministry.process.disconnect();
  await discord.close();
  rmSync(folder, { recursive: true, force: true });
}

/** As `npm start` does: its flags are part of the measure. The shell gives its process to the bot. */
function startBot(): ChildProcess {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const origins = ['https://www.mofcom.gov.cn', ...hosts].map(
    (host) => `${host}=http://127.0.0.1:${ministry.port}`,
  );
  return spawn('sh', ['-c', scripts.start], {
    cwd: root,
    env: {
      PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.url,
      DATA_DIR: folder,
      // None would be all of the catalogue.
      SOURCES: 'cn-mofcom-spokesperson',
      LOG_LEVEL: 'error',
      WIRE_ORIGINS: origins.join(','),
      WIRE_ALLOW_PRIVATE: '127.0.0.1',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** Resident memory in MB, as the kernel counts it. */
function residentOf({ pid }: ChildProcess): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
