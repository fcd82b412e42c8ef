import { once } from 'node:events';
import { type Client, type Events, REST } from 'discord.js';
import { onTestFinished } from 'vitest';
import { createClient, login, restOptions } from '../../src/discord/client.ts';
import { discordMessenger } from '../../src/discord/messenger.ts';
import { premisesOf } from '../../src/discord/premises.ts';
import { silentLog } from '../../src/ops/log.ts';
import { deliverDue, resumeInterrupted } from '../../src/pipeline/deliver.ts';
import { varnianNames } from '../fakes/archive.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/index.ts';
import { openWireRoom, type WireRoom } from '../fakes/wire-room.ts';

/** The outbox, with a Discord of its own to send to. */
export interface Place extends Omit<WireRoom, 'work' | 'restart' | 'arrived' | 'messenger'> {
  discord: FakeDiscord;
  client: Client<true>;
  guildId: string;
  channelId: string;
  work(): Promise<void>;
  /** The process ends and another goes on some time later. */
  restartAfter(pause: number): Promise<void>;
  /** Once the bot has been told of what happens. */
  seen(event: Events, happen: () => void): Promise<void>;
}

export async function openPlace(
  kind: Omit<Parameters<FakeDiscord['channel']>[0], 'guildId'>,
): Promise<Place> {
  const room = await openWireRoom();
  const discord = await startFakeDiscord({ clock: room.clock });
  const guildId = discord.guild().id;
  const channelId = discord.channel({ guildId, ...kind }).id;
  const client = await login(createClient(discord.url), discord.token);
  onTestFinished(async () => {
    await client.destroy();
    await discord.close();
  });
  const rest = new REST(restOptions(discord.url)).setToken(discord.token);
  const names = { botUserId: discord.botUserId, context: varnianNames };
  const messenger = discordMessenger({ rest, ...names, premises: premisesOf(client) });
  const outbox = { db: room.db, clock: room.clock, log: silentLog, messenger };
  return {
    ...{ ...room, discord, client, guildId, channelId },
    work: () => deliverDue(outbox),
    async restartAfter(pause) {
      await room.clock.advance(pause);
      await resumeInterrupted(outbox);
      await deliverDue(outbox);
    },
    async seen(event, happen) {
      const told = once(client, event);
      happen();
      await told;
    },
  };
}
