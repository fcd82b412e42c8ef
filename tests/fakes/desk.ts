import { onTestFinished } from 'vitest';
import type { Subscription } from '../../src/domain/subscription.ts';
import { silentLog } from '../../src/ops/log.ts';
import { deliverDue } from '../../src/pipeline/deliver.ts';
import type { Polled } from '../../src/pipeline/poll.ts';
import type { Ports } from '../../src/pipeline/ports.ts';
import { pollNow } from '../../src/pipeline/run.ts';
import type { Snapshot } from '../../src/sources/reader.ts';
import type { Db, SourceRow } from '../../src/store/schema.ts';
import { enabledSources, registerSources } from '../../src/store/sources.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { type ManualClock, manualClock } from './clock.ts';
import { addressOf, type Host, hostsFetcher } from './hosts.ts';
import { type FakeMessenger, fakeMessenger } from './messenger.ts';

/** Everything that reads invented hosts and tells one channel of them, on a clock that a test moves. */
export interface Desk {
  db: Db;
  clock: ManualClock;
  ports: Ports;
  messenger: FakeMessenger;
  fetcher: ReturnType<typeof hostsFetcher>;
  /** Polls a host once, due or not, and delivers what that makes. */
  poll(host: Host): Promise<Polled>;
  state(host: Host): Promise<SourceRow>;
  /** The posts of a host told since this was last asked, as messages: one group is one message. */
  told(host: Host): number[][];
}

/** 16:00 in Beijing. */
export const deskOpensAt = Date.parse('2031-03-13T08:00:00Z');

/** For the length of one test. */
export async function openDesk(hosts: readonly Host[], watch: Partial<Subscription> = {}): Promise<Desk> {
  const desk = await setUpDesk(hosts, watch);
  onTestFinished(() => desk.db.destroy());
  return desk;
}

/** Whoever sets it up closes its database. */
export async function setUpDesk(hosts: readonly Host[], watch: Partial<Subscription> = {}): Promise<Desk> {
  const clock = manualClock(deskOpensAt);
  const db = await openSqlite(':memory:');
  const sources = new Map(hosts.map(({ source }) => [source.id, source]));
  await registerSources(db, [...sources.values()], clock.now());
  await insertSubscription(db, {
    guildId: 'guild',
    channelId: 'channel',
    authorities: [],
    tiers: [],
    goods: [],
    roleId: null,
    language: 'both',
    market: 'US',
    createdAt: clock.now(),
    ...watch,
  });
  const fetcher = hostsFetcher(hosts);
  const kept = new Map<string, Snapshot>();
  const snapshots = {
    get: (id: string) => Promise.resolve(kept.get(id) ?? null),
    set: async (id: string, snapshot: Snapshot) => void kept.set(id, snapshot),
  };
  const random = () => 0.5;
  const ports: Ports = { db, fetcher, snapshots, clock, log: silentLog, random, sources };
  const messenger = fakeMessenger();
  let seen = 0;
  return {
    ...{ db, clock, ports, messenger, fetcher },
    async poll({ source }) {
      const polled = await pollNow(ports, source.id, new AbortController().signal);
      if (!polled) throw new Error(`${source.id} could not be polled`);
      await deliverDue({ db, messenger, clock, log: silentLog });
      return polled;
    },
    async state({ source }) {
      const row = (await enabledSources(db)).find(({ id }) => id === source.id);
      if (!row) throw new Error(`${source.id} is not read`);
      return row;
    },
    told(host) {
      const news = messenger.arrived.slice(seen).map(({ body }) => body);
      seen = messenger.arrived.length;
      const serials = new Map(host.posts.map((post) => [addressOf(host, post), post.serial]));
      return news.flatMap((body) => {
        const views = body.kind === 'story' ? [body.view] : body.kind === 'group' ? body.views : [];
        return views.length === 0 ? [] : [views.map(({ links }) => serials.get(links[0]?.url ?? '') ?? -1)];
      });
    },
  };
}
