import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Source } from '../src/domain/source.ts';
import { createFetcher } from '../src/fetch/client.ts';
import { robotsInMemory } from '../src/fetch/robots.ts';
import { systemClock } from '../src/ops/clock.ts';
import { silentLog } from '../src/ops/log.ts';
import type { Ports } from '../src/pipeline/ports.ts';
import { Snapshot } from '../src/sources/reader.ts';
import { openCache } from '../src/store/cache.ts';
import { registerSources } from '../src/store/sources.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { insertSubscription } from '../src/store/subscriptions.ts';

/** Where the feeds of `ministry.ts` say that their articles stand. */
const articles = 'http://ministry.example';

/** The site of `ministry.ts`, in a process of its own. */
export async function openMinistry(): Promise<{ port: number; process: ChildProcess }> {
  const process = fork(new URL('./ministry.ts', import.meta.url));
  const [port] = await once(process, 'message');
  return { port: Number(port), process };
}

/** Everything that polls these Sources from the ministry's site into a database file, and tells one channel. */
export async function openDesk(file: string, sources: readonly Source[], port: number) {
  const db = await openSqlite(file);
  const clock = systemClock;
  await registerSources(db, sources, clock.now());
  await insertSubscription(db, {
    ...{ guildId: 'guild', channelId: 'channel', roleId: null, language: 'both', market: 'US' },
    createdAt: clock.now(),
  });
  const cache = await openCache({ file: `${file}-cache`, snapshot: Snapshot, clock, log: silentLog });
  const sites = [articles, ...sources.map(({ url }) => new URL(url).origin)];
  const origins = new Map(sites.map((site) => [site, `http://127.0.0.1:${port}`]));
  const fetcher = createFetcher({
    ...{ clock, userAgent: 'MinistryWire-bench', origins, robots: robotsInMemory() },
    allowPrivate: ['127.0.0.1'],
    // How long a host is left alone is no work.
    ...{ spacing: 0, atOnce: 8 },
  });
  const ports: Ports = {
    ...{ db, clock, fetcher, log: silentLog, random: () => 0.5 },
    snapshots: cache.snapshots,
    sources: new Map(sources.map((source) => [source.id, source])),
  };
  return {
    ports,
    async close() {
      await fetcher.close();
      await cache.close();
      await db.destroy();
    },
  };
}

/** A feed of an invented ministry. */
export function feedAt(id: string, url: string): Source {
  const name = { en: `Ministry of ${id}`, zh: id };
  return {
    ...{ id, name, url, language: 'en', timeZone: 'UTC', cadence: 10, minRows: 1 },
    authority: { id, country: 'VA', name, short: name },
    reader: { kind: 'feed' },
  };
}
