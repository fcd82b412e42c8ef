import type { Client } from 'discord.js';
import type { Premises } from '../discord/premises.ts';
import { type Messenger, nonceOf } from '../domain/delivery.ts';
import type { Installation } from '../installation.ts';
import { installationId } from '../store/outbox.ts';
import { forgetRole, parkedChannels, unpark } from '../store/parking.ts';
import { listSubscriptions } from '../store/subscriptions.ts';

/** Channels where nothing is missing any more are told again. */
export async function unparkIn(
  guildId: string,
  premises: Premises,
  { db, clock, log }: Pick<Installation, 'db' | 'clock' | 'log'>,
  wake: () => void,
): Promise<void> {
  for (const channelId of await parkedChannels(db, guildId)) {
    if (premises.missing(channelId)?.length !== 0) continue;
    await unpark(db, channelId, clock.now());
    log.info({ channel: channelId }, 'the bot may post in the channel again');
    wake();
  }
}

/** Whoever made a watch is told, once, that the role it mentioned is gone. */
export async function tellRoleGone(
  guildId: string,
  roleId: string,
  messenger: Messenger,
  { db, log }: Pick<Installation, 'db' | 'log'>,
): Promise<void> {
  const changed = await forgetRole(db, guildId, roleId);
  const makers = Map.groupBy(changed, ({ createdBy, channelId }) => `${createdBy}/${channelId}`);
  for (const [first] of makers.values()) {
    if (!first || first.createdBy === null) continue;
    const { channelId, createdBy, language } = first;
    const nonce = nonceOf(await installationId(db), `role/${roleId}/${channelId}/${createdBy}`);
    const result = await messenger.tellPerson(
      createdBy,
      { kind: 'role-gone', guildId, channelId, language },
      nonce,
    );
    if (result.outcome !== 'sent')
      log.warn(
        { channel: channelId, user: createdBy, ...result },
        'nobody could be told that a role is gone',
      );
  }
}

/** What was deleted while nobody was connected is noticed at the start. */
export async function lookForRoles(
  client: Client<true>,
  messenger: Messenger,
  installation: Pick<Installation, 'db' | 'log'>,
): Promise<void> {
  const mentioned = (await listSubscriptions(installation.db)).flatMap(({ guildId, roleId }) =>
    roleId === null ? [] : [{ guildId, roleId }],
  );
  for (const { guildId, roleId } of mentioned) {
    const guild = client.guilds.cache.get(guildId);
    // In an outage nothing is known of a server.
    if (guild?.available && !guild.roles.cache.has(roleId))
      await tellRoleGone(guildId, roleId, messenger, installation);
  }
}
