import { join } from 'node:path';
import { type Config, ConfigError, loadConfig } from './config.ts';
import { DiscordRefusal } from './discord/client.ts';
import {
  configuredClock,
  type Installation,
  openInstallation,
  UnknownSource,
  version,
} from './installation.ts';
import { createLog } from './ops/log.ts';
import { styleOf } from './ops/style.ts';
import { discordOutlet } from './outlets/discord.ts';
import type { Outlet } from './outlets/outlet.ts';
import { terminalOutlet } from './outlets/terminal.ts';
import { Bell, runOutbox, runPolls } from './pipeline/run.ts';
import { lockInstallation } from './store/lock.ts';
import { voidLeases } from './store/sources.ts';
import { DatabaseError } from './store/sqlite.ts';

/** Opens everything, runs until told to stop or shut out, and closes everything. */
async function run(config: Config): Promise<void> {
  const log = createLog(config.LOG_LEVEL);
  const clock = configuredClock(config);
  const lock = lockInstallation(join(config.DATA_DIR, 'bot.lock'));
  try {
    const installation = await openInstallation(config, clock, log);
    try {
      await voidLeases(installation.db);
      await serve(installation);
    } finally {
      await installation.close();
    }
  } finally {
    lock.release();
  }
}

async function serve(installation: Installation): Promise<void> {
  const { config, db, clock, log, ports, sources } = installation;
  const bell = new Bell();
  const outlet = await (config.DISCORD_TOKEN
    ? discordOutlet(installation, config.DISCORD_TOKEN)
    : terminalOutlet(installation, styleOf(process.stdout, process.env)));
  greet(installation, outlet);

  const stopped = stopSignal();
  const failed = outlet.ended.then((reason) => {
    process.exitCode = 1;
    log.fatal(reason);
    stopped.abort();
  });
  const { signal } = stopped;
  const polls = runPolls(ports, {
    signal,
    onPolled: ({ deliveries }) => {
      if (deliveries > 0) bell.ring();
    },
  });
  const outbox = runOutbox({ db, messenger: outlet.messenger, clock, log }, { signal, bell });
  await Promise.race([Promise.all([polls, outbox]), failed.then(() => Promise.all([polls, outbox]))]);
  log.info({ sources: sources.size }, 'stopped');
  await outlet.close();
}

function greet({ config, sources }: Installation, { greeting }: Outlet): void {
  const lines = [
    `Ministry Wire ${version} · node ${process.versions.node} · ${join(config.DATA_DIR, 'wire.db')}`,
    ...greeting,
    `Sources: ${sources.size} on · a first read alerts nobody, by design`,
    'Something odd? npm run -s wire -- doctor',
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
}

/** Aborts at the first SIGTERM or SIGINT; a second one ends the process where it stands. */
function stopSignal(): AbortController {
  const stop = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(130);
      stop.abort();
    });
  }
  return stop;
}

/** What whoever runs the bot can mend is said in one sentence; what only we can mend keeps its stack. */
function explain(error: unknown): string {
  const known = [ConfigError, UnknownSource, DatabaseError, DiscordRefusal];
  if (error instanceof Error)
    return known.some((kind) => error instanceof kind) ? error.message : (error.stack ?? '');
  return String(error);
}

try {
  await run(loadConfig(process.env));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = error instanceof ConfigError || error instanceof UnknownSource ? 2 : 1;
}
