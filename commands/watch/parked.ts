import type { Answer } from '../../src/discord/command.ts';
import { unpark } from '../../src/store/parking.ts';
import { listSubscriptions } from '../../src/store/subscriptions.ts';
import type { CommandContext } from '../command.ts';
import type { Asker } from '../shared/asker.ts';
import { listWatches } from './list.ts';
import { lackedBy } from './missing.ts';

/** Tells the channels again that Discord had closed to the bot and that lack nothing now, and shows what stands. */
export async function tryParked(asker: Asker, context: CommandContext): Promise<Answer> {
  const { db, clock } = context;
  for (const watch of await listSubscriptions(db, asker.guildId)) {
    if (watch.parked && (await lackedBy(watch, asker))?.length === 0)
      await unpark(db, watch.channelId, clock.now());
  }
  return listWatches(asker, context);
}
