import { nonceOf } from '../domain/delivery.ts';
import { installationId } from '../store/outbox.ts';
import { markTold, type Parked, untoldParkings } from '../store/parking.ts';
import type { OutboxPorts } from './deliver.ts';

/**
 * Tells whoever made a Subscription, once and by direct message, that its channel cannot be posted in. Who takes no
 * direct messages reads of it where the watches are listed: that is no reason to try again.
 */
export async function tellMakers({ db, messenger, log }: OutboxPorts): Promise<void> {
  const untold = await untoldParkings(db);
  const notices = Map.groupBy(untold, ({ channelId, createdBy }) => `${channelId}/${createdBy}`);
  for (const parkings of notices.values()) {
    // Before it is sent: that somebody is told twice is worse than that they find out by themselves.
    await markTold(db, parkings, true);
    const [first] = parkings;
    if (!first || first.createdBy === null) continue;
    const { channelId, createdBy, at } = first;
    const nonce = nonceOf(await installationId(db), `parked/${channelId}/${createdBy}/${at}`);
    const notice = { kind: 'parked', ...placeOf(first) } as const;
    const result = await messenger.tellPerson(createdBy, notice, nonce);
    const fields = { channel: channelId, user: createdBy };
    if (result.outcome === 'sent') log.info(fields, 'who made the watch was told that its channel is closed');
    else
      log.warn({ ...fields, ...result }, 'who made the watch could not be told that its channel is closed');
    if (result.outcome === 'later') await markTold(db, parkings, false);
  }
}

const placeOf = ({ guildId, channelId, language }: Parked) => ({ guildId, channelId, language });
