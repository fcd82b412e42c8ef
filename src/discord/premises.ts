import { type Client, Events, type GuildBasedChannel } from 'discord.js';
import type { Names } from '../domain/source.ts';
import type { Log } from '../ops/log.ts';
import { neededPermissions, preflight } from './permissions.ts';

/** What the gateway has told of servers and channels. */
export interface Premises {
  serverName(guildId: string): string | null;
  /** The switches that are off for the bot in a channel; null where it is gone, or hidden from the bot. */
  missing(channelId: string): Names[] | null;
}

export function premisesOf(client: Client): Premises {
  return {
    serverName: (guildId) => client.guilds.cache.get(guildId)?.name ?? null,
    missing(channelId) {
      const channel = guildChannel(client, channelId);
      const bot = channel?.guild.members.me;
      if (!channel || !bot) return null;
      const off = preflight(channel, bot).filter(({ granted }) => !granted);
      // Who may not see the channel is not told what else would be missing there.
      return off.map(({ name }) => name).slice(0, off.some(hides) ? 1 : off.length);
    },
  };
}

const [view] = neededPermissions;
const hides = ({ flag }: { flag: bigint }) => flag === view?.flag;

function guildChannel(client: Client, channelId: string): GuildBasedChannel | null {
  const channel = client.channels.cache.get(channelId);
  return channel && !channel.isDMBased() ? channel : null;
}

/**
 * Looks at a server again whenever what the bot may do there may have changed, and once when it is first known.
 * What goes wrong is logged: the next change is another chance.
 */
export function onAccessChanged(client: Client, look: (guildId: string) => Promise<void>, log: Log): void {
  const changed = async (guildId: string) => {
    try {
      await look(guildId);
    } catch (error) {
      log.error({ guildId, err: error }, 'what the bot may do in a server was not looked at');
    }
  };
  client.on(Events.ChannelUpdate, (_, channel) => {
    if (!channel.isDMBased()) changed(channel.guildId);
  });
  client.on(Events.GuildRoleUpdate, (_, role) => changed(role.guild.id));
  client.on(Events.GuildMemberUpdate, (_, member) => {
    if (member.id === client.user?.id) changed(member.guild.id);
  });
  client.on(Events.GuildAvailable, (guild) => changed(guild.id));
  client.on(Events.GuildCreate, (guild) => changed(guild.id));
}

/** Has a role taken out of the Subscriptions of its server once it is deleted. */
export function onRoleGone(
  client: Client,
  forget: (guildId: string, roleId: string) => Promise<void>,
  log: Log,
): void {
  client.on(Events.GuildRoleDelete, async ({ id, guild }) => {
    try {
      await forget(guild.id, id);
    } catch (error) {
      log.error(
        { guildId: guild.id, roleId: id, err: error },
        'a deleted role was not taken out of its watches',
      );
    }
  });
}
