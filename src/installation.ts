import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Source } from './domain/source.ts';
import { createFetcher } from './fetch/client.ts';
import type { Fetcher } from './fetch/fetcher.ts';
import { hostRulesOf } from './fetch/hosts.ts';
import { KeptRobots, type RobotsCache, robotsInMemory } from './fetch/robots.ts';
import { createModel, type Model } from './model/client.ts';
import { type Clock, fastClock, systemClock } from './ops/clock.ts';
import type { Log } from './ops/log.ts';
import type { Ports } from './pipeline/ports.ts';
import { SourceBook } from './pipeline/source-book.ts';
import { catalogue, isChosen } from './sources/catalogue/index.ts';
import { obituary, retiredAs } from './sources/catalogue/retired.ts';
import { createParser } from './sources/parsing/parser.ts';
import type { Parsing } from './sources/parsing/protocol.ts';
import { Snapshot } from './sources/reader.ts';
import { type Cache, openCache } from './store/cache.ts';
import type { Db } from './store/schema.ts';
import { openSqlite } from './store/sqlite.ts';

export const version = '0.1.0';

/** One installation, opened: what the bot and the terminal commands share. */
export interface Installation {
  config: Config;
  db: Db;
  cache: Cache<Snapshot>;
  fetcher: Fetcher;
  parser: Parsing;
  clock: Clock;
  log: Log;
  /** The Sources that are read: those chosen of the catalogue, and what admins have added. */
  book: SourceBook;
  /** Null where none is set up. */
  model: Model | null;
  ports: Ports;
  close(): Promise<void>;
}

/** A choice that names something which does not exist, or is known to be dead. `message` says what to name. */
export class UnknownSource extends Error {
  override readonly name = 'UnknownSource';
}

/**
 * Opens the database and the cache. Which Sources are read is not changed: a command beside a running bot
 * must not stop it from reading them.
 * @throws {UnknownSource | DatabaseError} Nothing stays open then.
 */
export async function openInstallation(config: Config, clock: Clock, log: Log): Promise<Installation> {
  const chosen = chosenSources(config);
  const db = await openSqlite(join(config.DATA_DIR, 'wire.db'));
  const book = await SourceBook.open(db, chosen);
  for (const id of book.unusable) {
    log.error({ source: id }, 'an added source cannot be read from the database: add it anew');
  }
  const cache = await openCache({
    file: join(config.DATA_DIR, 'cache.sqlite'),
    clock,
    log,
    snapshot: Snapshot,
  });
  const fetcher = createConfiguredFetcher(config, clock, cache.keyed('robots', KeptRobots));
  const parser = createParser();
  const model = configuredModel(config, clock);
  return {
    config,
    db,
    cache,
    fetcher,
    parser,
    clock,
    log,
    book,
    model,
    ports: {
      ...{ db, fetcher, parser, snapshots: cache.snapshots, clock, log },
      random: Math.random,
      sources: book.all,
    },
    async close() {
      await fetcher.close();
      await parser.close();
      await model?.close();
      await cache.close();
      await db.destroy();
    },
  };
}

/** The file by which one bot at a time has the installation. */
export const botLock = ({ DATA_DIR }: Config): string => join(DATA_DIR, 'bot.lock');

/** The machine's clock, or the faster one of a demonstration. */
export function configuredClock({ WIRE_CLOCK }: Config): Clock {
  return WIRE_CLOCK ? fastClock(WIRE_CLOCK.start, WIRE_CLOCK.speed, WIRE_CLOCK.begun) : systemClock;
}

/** The fetcher with everything a configuration says about it. */
export function createConfiguredFetcher(
  config: Config,
  clock: Clock,
  robots: RobotsCache = robotsInMemory(),
): Fetcher {
  return createFetcher({
    clock,
    userAgent: `MinistryWire/${version}${config.CONTACT ? ` (+${config.CONTACT})` : ''}`,
    origins: config.WIRE_ORIGINS,
    allowPrivate: config.WIRE_ALLOW_PRIVATE,
    hosts: hostRulesOf(catalogue),
    proxy: config.PROXY,
    robots,
  });
}

function configuredModel({ MODEL_URL, MODEL_NAME, MODEL_KEY }: Config, clock: Clock): Model | null {
  if (!MODEL_URL || !MODEL_NAME) return null;
  return createModel({ url: MODEL_URL, name: MODEL_NAME, key: MODEL_KEY, clock });
}

function chosenSources({ SOURCES, POLL_MINUTES }: Config): Source[] {
  const known = new Set(catalogue.map(({ id }) => id));
  const strange = (SOURCES ?? []).filter((id) => !known.has(id));
  const dead = strange.flatMap((id) => retiredAs(id) ?? []);
  if (dead.length > 0) throw new UnknownSource(`SOURCES: ${dead.map(obituary).join(' ')}`);
  if (strange.length > 0) {
    throw new UnknownSource(
      `SOURCES names ${strange.join(', ')}, which the catalogue does not have. It has: ${[...known].join(', ')}.`,
    );
  }
  return catalogue
    .filter((source) => isChosen(source, SOURCES))
    .map((source) => ({ ...source, cadence: POLL_MINUTES ?? source.cadence }));
}
