import type { APIRole, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import type { Gateway } from './gateway.ts';
import { channelChange, type Dispatch, guildCreate, guildDelete, roleCreate } from './payloads.ts';
import type { State } from './state.ts';
import { validate } from './validate.ts';
import type { Channel, Guild, Member, NewChannel, NewGuild, NewMember, NewRole } from './world.ts';

/** What happens in the world without the bot's doing; a connected bot is told as Discord would tell it. */
export interface Controls {
  guild(given?: NewGuild): Guild;
  channel(given: NewChannel): Channel;
  role(given: NewRole): APIRole;
  member(given: NewMember): Member;
  /** Gives the bot exactly these permissions in the channel. */
  setPermissions(channelId: string, bits: bigint): void;
  deleteChannel(channelId: string): void;
  /** Somebody else deletes a message. */
  deleteMessage(channelId: string, messageId: string): void;
  /** The bot is thrown out of the guild. */
  removeGuild(guildId: string): void;
  /** Registers global commands without the bot's doing. Throws where Discord would refuse them. */
  register(commands: readonly RESTPostAPIApplicationCommandsJSONBody[]): void;
}

export function controls(
  { world, messages, commands }: State,
  gateway: Gateway,
  changed: () => void,
): Controls {
  const tell = <T>(made: T, dispatch: Dispatch): T => {
    gateway.dispatch(dispatch);
    return made;
  };
  return {
    guild(given = {}) {
      const guild = world.addGuild(given);
      return tell(guild, guildCreate(world, guild));
    },
    channel(given) {
      const channel = world.addChannel(given);
      return tell(channel, channelChange('Create', channel));
    },
    role(given) {
      const role = world.addRole(given);
      return tell(role, roleCreate(given.guildId, role));
    },
    // GUILD_MEMBER_ADD needs a privileged intent that the bot does not ask for.
    member: (given) => world.addMember(given),
    setPermissions: (channelId, bits) =>
      gateway.dispatch(channelChange('Update', world.setBotPermissions(channelId, bits))),
    deleteChannel(channelId) {
      const channel = world.channel(channelId);
      world.channels.delete(channelId);
      gateway.dispatch(channelChange('Delete', channel));
    },
    deleteMessage(channelId, messageId) {
      const stored = messages.find(channelId, messageId);
      if (stored === undefined) throw new Error(`Message ${messageId} is not in channel ${channelId}`);
      stored.deleted = true;
      changed();
    },
    removeGuild(guildId) {
      world.guilds.delete(world.guild(guildId).id);
      gateway.dispatch(guildDelete(guildId));
    },
    register(bodies) {
      validate('commands', JSON.parse(JSON.stringify(bodies)), 0);
      commands.put(null, bodies);
    },
  };
}
