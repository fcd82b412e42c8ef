import {
  ChannelFlags,
  ChannelType,
  type Client,
  Events,
  type GuildBasedChannel,
  PermissionFlagsBits,
} from 'discord.js';
import type { Names } from '../domain/source.ts';
import type { Log } from '../ops/log.ts';
import { neededPermissions, preflight } from './permissions.ts';

/** A channel of posts, each with messages of its own. */
export interface Forum {
  id: string;
  guildId: string;
  /** What posts can be marked with; `moderated`: by those who may manage threads only. */
  tags: readonly { id: string; name: string; moderated: boolean }[];
  requiresTag: boolean;
}

/** What is known of servers and channels, by the gateway above all. */
export interface Premises {
  /** Null: messages are sent to the channel itself. @throws what the REST client throws where it has to be asked. */
  forum(channelId: string): Promise<Forum | null>;
  /** Whether the bot may begin threads in a channel and write in them, as far as that is known. */
  mayThread(channelId: string): boolean;
  serverName(guildId: string): string | null;
  /** The switches that are off for the bot in a channel; null where it is gone, or hidden from the bot. */
  missing(channelId: string): Names[] | null;
}

export function premisesOf(client: Client): Premises {
  return {
    async forum(channelId) {
      const channel = client.channels.cache.get(channelId) ?? (await client.channels.fetch(channelId));
      if (channel?.type !== ChannelType.GuildForum) return null;
      const { id, guildId, availableTags: tags } = channel;
      return { id, guildId, tags, requiresTag: channel.flags.has(ChannelFlags.RequireTag) };
    },
    mayThread(channelId) {
      const channel = guildChannel(client, channelId);
      const bot = channel?.guild.members.me;
      return !channel || !bot || channel.permissionsFor(bot).has(forThreads);
    },
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

const forThreads = [PermissionFlagsBits.CreatePublicThreads, PermissionFlagsBits.SendMessagesInThreads];

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
