import type { Channel } from '../domain/channel.ts';
import { defaultZone } from '../domain/server.ts';
import type { Db } from './schema.ts';
import { readServer } from './servers.ts';
import { listSubscriptions, subscriptionsOf } from './subscriptions.ts';

/** Every channel that has Subscriptions, in the order of its first one. */
export async function listChannels(db: Db): Promise<Channel[]> {
  const servers = await db.selectFrom('servers').select(['guildId', 'zone']).execute();
  const zones = new Map(servers.map(({ guildId, zone }) => [guildId, zone]));
  const subscriptions = await listSubscriptions(db);
  return [...Map.groupBy(subscriptions, ({ channelId }) => channelId)].map(([id, its]) => ({
    id,
    zone: zones.get(its[0]?.guildId ?? '') ?? defaultZone,
    subscriptions: its,
  }));
}

/** One channel; it may have no Subscriptions. */
export async function readChannel(db: Db, id: string): Promise<Channel> {
  const subscriptions = await subscriptionsOf(db, id);
  const [first] = subscriptions;
  const zone = first ? (await readServer(db, first.guildId)).zone : defaultZone;
  return { id, zone, subscriptions };
}
