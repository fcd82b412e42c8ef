import type { APIRole, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import type { Channel, NewChannel } from './channels.ts';
import type { Gateway } from './gateway.ts';
import {
  channelChange,
  type Dispatch,
  guildCreate,
  guildDelete,
  guildUnavailable,
  guildUpdate,
  roleCreate,
  roleDelete,
  threadDelete,
  threadUpdate,
} from './payloads.ts';
import type { State } from './state.ts';
import { validate } from './validate.ts';
import type { Guild, Member, NewGuild, NewMember, NewRole } from './world.ts';

/** What happens in the world without the bot's doing; a connected bot is told as Discord would tell it. */
export interface Controls {
  /** A bot that is connected joins it. */
  guild(given?: NewGuild): Guild;
  updateGuild(id: string, change: Partial<Pick<Guild, 'name' | 'locale' | 'notifications'>>): void;
  /** Discord has an outage in this guild, until `endOutage`. */
  beginOutage(guildId: string): void;
  endOutage(guildId: string): void;
  channel(given: NewChannel): Channel;
  updateChannel(id: string, change: Partial<Pick<Channel, 'name' | 'tags' | 'requiresTag'>>): void;
  role(given: NewRole): APIRole;
  deleteRole(guildId: string, roleId: string): void;
  member(given: NewMember): Member;
  /** From now on this user takes no direct messages. */
  closeDms(userId: string): void;
  /** Where direct messages to this user go. */
  dmChannel(userId: string): string;
  /** Gives the bot exactly these permissions in the channel. */
  setPermissions(channelId: string, bits: bigint): void;
  /** A thread goes too when its parent goes. */
  deleteChannel(channelId: string): void;
  /** Nobody has written in the thread for long; `locked`: a moderator has closed it. */
  archiveThread(threadId: string, options?: { locked?: boolean }): void;
  /** Somebody else deletes a message. */
  deleteMessage(channelId: string, messageId: string): void;
  /** The bot is thrown out of the guild. */
  removeGuild(guildId: string): void;
  /** Registers global commands without the bot's doing. Throws where Discord would refuse them. */
  register(commands: readonly RESTPostAPIApplicationCommandsJSONBody[]): void;
}

export function controls(state: State, gateway: Gateway, changed: () => void): Controls {
  const tell = <T>(made: T, dispatch: Dispatch): T => {
    gateway.dispatch(dispatch);
    return made;
  };
  return {
    ...guildControls(state, tell),
    ...channelControls(state, tell),
    closeDms: (userId) => void state.world.closedDms.add(userId),
    dmChannel: (userId) => state.world.dmWith(userId).id,
    deleteMessage(channelId, messageId) {
      const stored = state.messages.find(channelId, messageId);
      if (stored === undefined) throw new Error(`Message ${messageId} is not in channel ${channelId}`);
      stored.deleted = true;
      changed();
    },
    register(bodies) {
      validate('commands', JSON.parse(JSON.stringify(bodies)), 0);
      state.commands.put(null, bodies);
    },
  };
}

type Tell = <T>(made: T, dispatch: Dispatch) => T;

function guildControls({ world }: State, tell: Tell) {
  return {
    guild(given = {}) {
      const guild = world.addGuild(given);
      return tell(guild, guildCreate(world, guild));
    },
    updateGuild(id, change) {
      const guild = Object.assign(world.guild(id), change);
      tell(guild, guildUpdate(guild));
    },
    beginOutage: (guildId) => tell(undefined, guildUnavailable(guildId)),
    endOutage: (guildId) => tell(undefined, guildCreate(world, world.guild(guildId))),
    role(given) {
      const role = world.addRole(given);
      return tell(role, roleCreate(given.guildId, role));
    },
    deleteRole(guildId, roleId) {
      world.removeRole(guildId, roleId);
      tell(undefined, roleDelete(guildId, roleId));
    },
    // GUILD_MEMBER_ADD needs a privileged intent that the bot does not ask for.
    member: (given) => world.addMember(given),
    removeGuild(guildId) {
      world.guilds.delete(world.guild(guildId).id);
      tell(undefined, guildDelete(guildId));
    },
  } satisfies Partial<Controls>;
}

function channelControls({ world }: State, tell: Tell) {
  return {
    channel(given) {
      const channel = world.addChannel(given);
      return tell(channel, channelChange('Create', channel));
    },
    updateChannel(id, change) {
      const channel = Object.assign(world.channel(id), change);
      tell(undefined, channelChange('Update', channel));
    },
    setPermissions: (channelId, bits) =>
      tell(undefined, channelChange('Update', world.setBotPermissions(channelId, bits))),
    deleteChannel(channelId) {
      const { channel, threads } = world.removeChannel(channelId);
      for (const gone of threads) if (gone.thread) tell(undefined, threadDelete(gone, gone.thread));
      tell(
        undefined,
        channel.thread ? threadDelete(channel, channel.thread) : channelChange('Delete', channel),
      );
    },
    archiveThread(threadId, { locked = false } = {}) {
      const channel = world.turnThread(threadId, { archived: true, locked });
      if (channel.thread) tell(undefined, threadUpdate(channel, channel.thread));
    },
  } satisfies Partial<Controls>;
}
