import { onTestFinished } from 'vitest';
import { type Ministry, startMinistry } from '../../demo/ministry/ministry.ts';
import { storyBeginsAt } from '../../demo/ministry/texts.ts';
import type { AlertBody } from '../../src/domain/alert.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { createFetcher } from '../../src/fetch/client.ts';
import { createLog, silentLog } from '../../src/ops/log.ts';
import { deliverDue } from '../../src/pipeline/deliver.ts';
import type { Polled } from '../../src/pipeline/poll.ts';
import type { Ports } from '../../src/pipeline/ports.ts';
import { pollNow } from '../../src/pipeline/run.ts';
import { catalogue } from '../../src/sources/catalogue/index.ts';
import type { Snapshot } from '../../src/sources/reader.ts';
import type { Db } from '../../src/store/schema.ts';
import { registerSources } from '../../src/store/sources.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { type ManualClock, manualClock } from '../fakes/clock.ts';
import { type FakeMessenger, fakeMessenger } from '../fakes/messenger.ts';

/** The simulated ministries, and everything that reads them, on a clock that a test moves. */
export interface Newsroom {
  ministry: Ministry;
  db: Db;
  clock: ManualClock;
  ports: Ports;
  messenger: FakeMessenger;
  /** Polls these Sources once, due or not, and delivers what that makes. */
  poll(...sourceIds: string[]): Promise<Polled[]>;
  subscribe(subscription?: Partial<Subscription>): Promise<Subscription>;
  /** What has arrived since this was last asked, as kind and the first words of what it is about. */
  told(): { kind: AlertBody['kind']; channelId: string; operation: string }[];
}

/** One Source of each simulated list. */
export const simulated = [
  'cn-mofcom-spokesperson',
  'cn-mofcom-policy',
  'cn-mofcom-security',
  'cn-mofcom-portal-domestic',
  'cn-mofcom-english',
  'cn-tao',
  'uk-ofsi',
] as const;

export async function openNewsroom(sourceIds: readonly string[] = simulated): Promise<Newsroom> {
  const clock = manualClock(storyBeginsAt);
  const ministry = await startMinistry({ clock });
  const db = await openSqlite(':memory:');
  const sources = new Map(catalogue.filter(({ id }) => sourceIds.includes(id)).map((one) => [one.id, one]));
  await registerSources(db, [...sources.values()], clock.now());
  const fetcher = createFetcher({
    clock: { ...clock, sleep: () => Promise.resolve() },
    userAgent: 'MinistryWire/test',
    origins: ministry.origins,
    allowPrivate: ['127.0.0.1'],
  });
  const kept = new Map<string, Snapshot>();
  const snapshots = {
    get: (id: string) => Promise.resolve(kept.get(id) ?? null),
    set: (id: string, snapshot: Snapshot) => {
      kept.set(id, snapshot);
      return Promise.resolve();
    },
  };
  const ports: Ports = {
    db,
    fetcher,
    snapshots,
    clock,
    log: createLog('error'),
    random: () => 0.123,
    sources,
  };
  const messenger = fakeMessenger();
  onTestFinished(async () => {
    await fetcher.close();
    await ministry.close();
    await db.destroy();
  });

  let seen = 0;
  return {
    ministry,
    db,
    clock,
    ports,
    messenger,
    async poll(...ids) {
      const results: Polled[] = [];
      for (const id of ids.length > 0 ? ids : sourceIds) {
        const polled = await pollNow(ports, id, new AbortController().signal);
        if (!polled) throw new Error(`${id} could not be polled; its log has the reason`);
        results.push(polled);
      }
      await deliverDue({ db, messenger, clock, log: silentLog });
      return results;
    },
    subscribe: (subscription = {}) =>
      insertSubscription(db, {
        guildId: 'guild',
        channelId: 'channel',
        authorities: [],
        tiers: [],
        goods: [],
        roleId: null,
        language: 'both',
        market: 'US',
        createdAt: clock.now(),
        ...subscription,
      }),
    told() {
      const news = messenger.arrived.slice(seen);
      seen = messenger.arrived.length;
      return news.map(({ body, channelId, operation }) => ({ kind: body.kind, channelId, operation }));
    },
  };
}
