import type { Config } from '../config.ts';
import type { Message } from '../discord/render/context.ts';
import { renderTerminal, type TerminalOptions } from '../discord/render/terminal.ts';
import type { AlertBody } from '../domain/alert.ts';
import { MINUTE } from '../domain/moment.ts';
import type { Source } from '../domain/source.ts';
import { botLock, configuredClock, type Installation, openInstallation } from '../installation.ts';
import { createLog } from '../ops/log.ts';
import type { Polled } from '../pipeline/poll.ts';
import { pollNow } from '../pipeline/run.ts';
import { isChosen, sourceById } from '../sources/catalogue/index.ts';
import { catalogueNames } from '../sources/catalogue/names.ts';
import { obituary, retiredAs } from '../sources/catalogue/retired.ts';
import { lockUnlessRunning } from '../store/lock.ts';
import { enabledSources, registerSources } from '../store/sources.ts';
import { Refusal, type Terminal, writeJson } from './terminal.ts';

/**
 * Polls Sources and prints what a channel that watches everything would be told.
 * It shares the database with a running bot: each Source is polled by one of them at a time.
 */
export async function poll(
  ids: string[],
  { once, json }: { once?: boolean; json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const config = terminal.config();
  assertRead(ids, config);
  const installation = await openInstallation(config, configuredClock(config), createLog(config.LOG_LEVEL));
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort());
  try {
    const sources = [...installation.sources.values()].filter(
      ({ id }) => ids.length === 0 || ids.includes(id),
    );
    await registerAlone(installation);
    await assertEnabled(sources, installation);
    const print = (polled: Polled | null, source: Source) =>
      report(polled, source, installation, terminal, json ?? false);
    await Promise.all(
      sources.map((source) => pollOnTheClock(source, installation, stop.signal, once ?? false, print)),
    );
  } finally {
    await installation.close();
  }
}

/** Before anything is opened. */
function assertRead(ids: string[], { SOURCES }: Config): void {
  const strange = ids.filter((id) => !sourceById(id));
  const dead = strange.flatMap((id) => retiredAs(id) ?? []);
  if (dead.length > 0) throw new Refusal(dead.map(obituary).join(' '));
  if (strange.length > 0) {
    throw new Refusal(`${strange.join(', ')}: no such source. The ids: npm run -s wire -- sources`);
  }
  const off = ids.filter((id) => {
    const source = sourceById(id);
    return source && !isChosen(source, SOURCES);
  });
  if (off.length > 0) throw new Refusal(`${off.join(', ')}: not among the SOURCES of this installation.`);
}

/** What is read is for the bot to say, if one runs on this database. */
async function registerAlone({ config, db, sources, clock }: Installation): Promise<void> {
  const lock = lockUnlessRunning(botLock(config));
  try {
    if (lock) await registerSources(db, [...sources.values()], clock.now());
  } finally {
    lock?.release();
  }
}

async function assertEnabled(sources: readonly Source[], { db }: Installation): Promise<void> {
  const enabled = new Set((await enabledSources(db)).map(({ id }) => id));
  const off = sources.filter(({ id }) => !enabled.has(id)).map(({ id }) => id);
  if (off.length > 0)
    throw new Refusal(`${off.join(', ')}: not among the SOURCES of the bot that is running.`);
}

async function pollOnTheClock(
  source: Source,
  { ports, clock }: Installation,
  signal: AbortSignal,
  once: boolean,
  print: (polled: Polled | null, source: Source) => void,
): Promise<void> {
  do {
    const polled = await pollNow(ports, source.id, signal);
    if (polled || !signal.aborted) print(polled, source);
    if (!once) await clock.sleep(source.cadence * MINUTE, signal);
  } while (!once && !signal.aborted);
}

function report(
  polled: Polled | null,
  source: Source,
  { config }: Installation,
  terminal: Terminal,
  json: boolean,
): void {
  if (!polled) {
    process.exitCode = 1;
    process.stderr.write(
      `${source.id}: not polled; another process is polling it, or the log says what went wrong\n`,
    );
    return;
  }
  if (polled.failure) {
    process.exitCode = 1;
    process.stderr.write(`${source.id}: ${polled.failure.message} [${polled.failure.reason}]\n`);
  }
  for (const alert of polled.alerts) {
    if (json) writeJson(terminal, alert);
    else terminal.write(`${alertText(alert, config.HOME_MARKET, terminal.style)}\n`);
  }
  if (!json) terminal.write(`${source.id}: ${outcomeText(polled)}\n`);
}

function alertText(
  body: AlertBody,
  market: Installation['config']['HOME_MARKET'],
  options: TerminalOptions,
): string {
  const message: Message = { deliveryId: '', body, roleIds: [], language: 'both', market, silent: false };
  return renderTerminal(message, catalogueNames, options);
}

function outcomeText({ listing, newItems, alerts }: Polled): string {
  const read = { rows: 'read', unchanged: 'unchanged', failed: 'not read', 'not-due': 'articles read' }[
    listing
  ];
  return `${read}, ${newItems} new, ${alerts.length === 1 ? '1 alert' : `${alerts.length} alerts`}`;
}
