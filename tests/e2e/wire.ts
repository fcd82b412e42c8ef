import { REST } from 'discord.js';
import { onTestFinished, vi } from 'vitest';
import { restOptions } from '../../src/discord/client.ts';
import { discordMessenger } from '../../src/discord/messenger.ts';
import type { AlertBody } from '../../src/domain/alert.ts';
import { operationOf } from '../../src/domain/alert.ts';
import type { DeliveryState } from '../../src/domain/delivery.ts';
import { SECOND } from '../../src/domain/moment.ts';
import type { Clock } from '../../src/ops/clock.ts';
import { silentLog } from '../../src/ops/log.ts';
import { deliverDue } from '../../src/pipeline/deliver.ts';
import { insertAlert, insertDelivery, insertStoryMessage } from '../../src/store/alerts.ts';
import type { Db } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { Archive, storyView, varnianNames } from '../fakes/archive.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/index.ts';

/** The real outbox and the real REST client between a database and a fake Discord with two channels. */
export interface Wire {
  discord: FakeDiscord;
  db: Db;
  guildId: string;
  channelId: string;
  otherId: string;
  storyId: number;
  /** Puts a message into the outbox. */
  enqueue(id: string, channelId?: string, body?: AlertBody): Promise<void>;
  /** Attempts what is due at this moment. */
  deliver(): Promise<void>;
  /** Lets the outbox work for so many milliseconds. */
  work(ms: number): Promise<void>;
  states(): Promise<Record<string, DeliveryState>>;
}

const opensAt = Date.parse('2031-03-10T12:00:00Z');

/**
 * For the length of one test. discord.js reads the machine's clock to know when a limit ends, so that one is
 * moved: timers stay real.
 */
export async function openWire(): Promise<Wire> {
  vi.useFakeTimers({ toFake: ['Date'], now: opensAt });
  const clock: Clock = { now: () => Date.now(), sleep: () => Promise.resolve() };
  const discord = await startFakeDiscord({ clock });
  const db = await openSqlite(':memory:');
  onTestFinished(async () => {
    await discord.close();
    await db.destroy();
    vi.useRealTimers();
  });
  const archive = new Archive(db);
  await archive.sources(opensAt);
  const { id: storyId } = await archive.story({ on: '2031-03-10' });
  const guildId = discord.guild().id;
  const [channelId, otherId] = ['alerts', 'metals'].map((name) => discord.channel({ guildId, name }).id);
  if (!channelId || !otherId) throw new Error('two channels were made');

  const rest = new REST(restOptions(discord.url)).setToken(discord.token);
  const messenger = discordMessenger({ rest, botUserId: discord.botUserId, context: varnianNames });
  const deliver = () => deliverDue({ db, messenger, clock, log: silentLog });
  return {
    ...{ discord, db, guildId, channelId, otherId, storyId, deliver },
    async enqueue(id, to = channelId, body = { kind: 'story', view: storyView() }) {
      const alertId = (await insertAlert(db, id, body, clock.now())) ?? 0;
      const manners = { roleIds: [], silent: false, language: 'both', market: 'US' } as const;
      const place = { channelId: to, operation: operationOf[body.kind], storyId };
      const delivery = { id, alertId, ...place, ...manners, roleIds: [], createdAt: clock.now() };
      await insertDelivery(db, delivery);
      if (body.kind === 'story')
        await insertStoryMessage(db, { storyId, channelId: to, deliveryId: id, grouped: false });
    },
    async work(ms) {
      const until = clock.now() + ms;
      for (await deliver(); clock.now() < until; await deliver()) vi.setSystemTime(clock.now() + SECOND);
    },
    async states() {
      const rows = await db.selectFrom('deliveries').select(['id', 'state']).execute();
      return Object.fromEntries(rows.map(({ id, state }) => [id, state]));
    },
  };
}
