import { join } from 'node:path';
import { type Config, ConfigError, loadConfig } from './config.ts';
import { DiscordRefusal } from './discord/client.ts';
import {
  botLock,
  configuredClock,
  type Installation,
  openInstallation,
  UnknownSource,
  version,
} from './installation.ts';
import { type Monitoring, openMonitoring } from './monitoring.ts';
import { EndpointError } from './ops/endpoint.ts';
import { createLog } from './ops/log.ts';
import { styleOf } from './ops/style.ts';
import { discordOutlet } from './outlets/discord.ts';
import type { Outlet } from './outlets/outlet.ts';
import { terminalOutlet } from './outlets/terminal.ts';
import { runModel } from './pipeline/model-texts.ts';
import type { Polled } from './pipeline/poll.ts';
import { runReminders } from './pipeline/remind.ts';
import { Bell, runOutbox, runPolls } from './pipeline/run.ts';
import { lockInstallation } from './store/lock.ts';
import { registerSources, voidLeases } from './store/sources.ts';
import { DatabaseError } from './store/sqlite.ts';

/** Opens everything, runs until told to stop or shut out, and closes everything. */
async function run(config: Config): Promise<void> {
  const log = createLog(config.LOG_LEVEL);
  const clock = configuredClock(config);
  const lock = lockInstallation(botLock(config));
  try {
    const installation = await openInstallation(config, clock, log);
    try {
      const { db, book } = installation;
      await voidLeases(db);
      await registerSources(db, [...book.all.values()], clock.now());
      const monitoring = config.METRICS_PORT && (await openMonitoring(installation, config.METRICS_PORT));
      try {
        await serve(installation, monitoring);
      } finally {
        await monitoring?.close();
      }
    } finally {
      await installation.close();
    }
  } finally {
    lock.release();
  }
}

async function serve(installation: Installation, monitoring?: Monitoring): Promise<void> {
  const { book, config, db, clock, log, model, ports } = installation;
  const bell = new Bell();
  const news = new Bell();
  const onPolled = (polled: Polled) => {
    const { alerts, deliveries } = polled;
    monitoring?.polled(polled);
    if (deliveries > 0) bell.ring();
    if (alerts.length > 0) news.ring();
  };
  const outlet = await (config.DISCORD_TOKEN
    ? discordOutlet(installation, config.DISCORD_TOKEN, onPolled, () => bell.ring())
    : terminalOutlet(installation, styleOf(process.stdout, process.env)));
  greet(installation, outlet);

  const stop = stopSignal();
  const { signal } = stop;
  outlet.ended.then((reason) => {
    process.exitCode = 1;
    log.fatal(reason);
    stop.abort();
  });
  const loops = [
    runPolls(ports, { signal, onPolled, onTurn: () => monitoring?.turned() }),
    runOutbox({ db, messenger: outlet.messenger, clock, log }, { signal, bell }),
    runReminders({ db, clock, log }, { signal, onDeliveries: () => bell.ring() }),
    ...(model ? [runModel({ db, model, clock, log }, { signal, news, onEdits: () => bell.ring() })] : []),
  ];
  try {
    await Promise.all(loops);
    log.info({ sources: book.all.size }, 'stopped');
  } finally {
    // A loop that failed takes the other with it: a bot that only reads, or only sends, would look alive.
    stop.abort();
    await Promise.allSettled(loops);
    await outlet.close();
  }
}

function greet({ book, config, model }: Installation, { greeting }: Outlet): void {
  const lines = [
    `Ministry Wire ${version} · node ${process.versions.node} · ${join(config.DATA_DIR, 'wire.db')}`,
    ...greeting,
    `Sources: ${book.all.size} on · a first read alerts nobody, by design`,
    ...(model ? [`Model: ${model.name} writes summaries, shown where they pass the check`] : []),
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
  const known = [ConfigError, UnknownSource, DatabaseError, DiscordRefusal, EndpointError];
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
