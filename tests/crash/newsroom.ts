import { REST } from 'discord.js';
import { readConfig } from '../../src/config.ts';
import { restOptions } from '../../src/discord/client.ts';
import { discordMessenger } from '../../src/discord/messenger.ts';
import type { Messenger } from '../../src/domain/delivery.ts';
import { openInstallation } from '../../src/installation.ts';
import { createLog } from '../../src/ops/log.ts';
import { deliverDue, resumeInterrupted } from '../../src/pipeline/deliver.ts';
import type { Ports } from '../../src/pipeline/ports.ts';
import { pollNow } from '../../src/pipeline/run.ts';
import { knownNames } from '../../src/sources/known.ts';
import { registerSources, voidLeases } from '../../src/store/sources.ts';
import { manualClock } from '../fakes/clock.ts';

/** What a process needs to know to take part; it crosses a process boundary as JSON. */
export interface Scene {
  dataDir: string;
  /** Pairs of origins, as WIRE_ORIGINS has them. */
  origins: string;
  discord: { url: string; token: string; botUserId: string };
  /** By the clock of the ministries and of Discord. */
  now: number;
}

export const sourceIds = ['cn-mofcom-policy', 'cn-mofcom-security'];

/** One life of the bot: polls every Source once, delivers what there is, and closes. */
export async function live(
  scene: Scene,
  wrap: (ports: Ports, messenger: Messenger) => { ports: Ports; messenger: Messenger } = (
    ports,
    messenger,
  ) => ({
    ports,
    messenger,
  }),
): Promise<void> {
  const config = readConfig({
    DATA_DIR: scene.dataDir,
    SOURCES: sourceIds.join(','),
    WIRE_ORIGINS: scene.origins,
    WIRE_ALLOW_PRIVATE: '127.0.0.1',
  });
  const clock = manualClock(scene.now);
  const log = createLog('error');
  const installation = await openInstallation(config, { ...clock, sleep: () => Promise.resolve() }, log);
  await voidLeases(installation.db);
  await registerSources(installation.db, [...installation.book.all.values()], clock.now());
  const rest = new REST(restOptions(scene.discord.url)).setToken(scene.discord.token);
  const { ports, messenger } = wrap(
    { ...installation.ports, clock },
    discordMessenger({ rest, botUserId: scene.discord.botUserId, context: knownNames }),
  );
  const outbox = { db: installation.db, messenger, clock, log };

  await resumeInterrupted(outbox);
  for (const id of sourceIds) {
    await pollNow(ports, id, new AbortController().signal);
    await deliverDue(outbox);
  }
  await installation.close();
}
