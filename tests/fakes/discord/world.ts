import {
  type APIOverwrite,
  type APIRole,
  type APIUser,
  Locale,
  OverwriteType,
  PermissionFlagsBits as P,
  type RoleFlags,
} from 'discord.js';
import { EVERY_PERMISSION } from './permissions.ts';

export interface Member {
  user: APIUser;
  roleIds: string[];
  joinedAt: string;
}

export interface Guild {
  id: string;
  name: string;
  ownerId: string;
  locale: Locale;
  /** By id; @everyone has the guild's own id. */
  roles: Map<string, APIRole>;
  members: Map<string, Member>;
}

/** A text channel. */
export interface Channel {
  id: string;
  guildId: string;
  name: string;
  overwrites: APIOverwrite[];
}

export interface NewGuild {
  id?: string;
  name?: string;
  locale?: Locale;
}

export interface NewChannel {
  guildId: string;
  id?: string;
  name?: string;
}

export interface NewRole {
  guildId: string;
  id?: string;
  name?: string;
  permissions?: bigint;
  mentionable?: boolean;
}

export interface NewMember {
  guildId: string;
  id?: string;
  name?: string;
  roleIds?: string[];
}

/** What @everyone, and so the bot, may do where nothing else is said. */
const EVERYONE =
  P.ViewChannel |
  P.SendMessages |
  P.EmbedLinks |
  P.AttachFiles |
  P.ReadMessageHistory |
  P.UseApplicationCommands;

/** Guilds, channels, roles and members: what exists, without what is said in it. */
export class World {
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly bot: APIUser;
  readonly nextId: () => string;
  readonly #now: () => string;

  constructor(botUserId: string, nextId: () => string, now: () => string) {
    this.nextId = nextId;
    this.#now = now;
    this.bot = { ...person(botUserId, 'Ministry Wire'), bot: true };
  }

  addGuild({ id = this.nextId(), name = 'Commodity desk', locale = Locale.EnglishUS }: NewGuild): Guild {
    const ownerId = this.nextId();
    const guild: Guild = { id, name, ownerId, locale, roles: new Map(), members: new Map() };
    this.guilds.set(id, guild);
    this.addRole({ guildId: id, id, name: '@everyone', permissions: EVERYONE });
    this.addMember({ guildId: id, id: ownerId, name: 'owner' });
    guild.members.set(this.bot.id, { user: this.bot, roleIds: [], joinedAt: this.#now() });
    return guild;
  }

  addChannel({ guildId, id = this.nextId(), name = 'alerts' }: NewChannel): Channel {
    const channel: Channel = { id, guildId: this.guild(guildId).id, name, overwrites: [] };
    this.channels.set(id, channel);
    return channel;
  }

  addRole({
    guildId,
    id = this.nextId(),
    name = 'desk',
    permissions = 0n,
    mentionable = false,
  }: NewRole): APIRole {
    const { roles } = this.guild(guildId);
    const role: APIRole = {
      id,
      name,
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      position: roles.size,
      permissions: String(permissions),
      managed: false,
      mentionable,
      flags: 0 as RoleFlags,
    };
    roles.set(id, role);
    return role;
  }

  addMember({ guildId, id = this.nextId(), name = 'reader', roleIds = [] }: NewMember): Member {
    const member = { user: person(id, name), roleIds, joinedAt: this.#now() };
    this.guild(guildId).members.set(id, member);
    return member;
  }

  /** Gives the bot these permissions in the channel and no others, by an overwrite of its own. */
  setBotPermissions(channelId: string, bits: bigint): Channel {
    const channel = this.channel(channelId);
    const own: APIOverwrite = {
      id: this.bot.id,
      type: OverwriteType.Member,
      allow: String(bits),
      deny: String(EVERY_PERMISSION & ~bits),
    };
    channel.overwrites = [...channel.overwrites.filter(({ id }) => id !== this.bot.id), own];
    return channel;
  }

  /** Throws where the test names a guild that does not exist. */
  guild(id: string): Guild {
    return known(this.guilds, id, 'guild');
  }

  /** Throws where the test names a channel that does not exist. */
  channel(id: string): Channel {
    return known(this.channels, id, 'channel');
  }

  /** Throws where the test names somebody who is not in the guild. */
  member(guild: Guild, userId: string): Member {
    return known(guild.members, userId, 'member');
  }
}

/** For ids that a test hands in: a wrong one is a mistake in the test, not something Discord answers. */
export function known<T>(all: ReadonlyMap<string, T>, id: string, what: string): T {
  const found = all.get(id);
  if (found === undefined) throw new Error(`The fake Discord has no ${what} ${id}`);
  return found;
}

function person(id: string, username: string): APIUser {
  return { id, username, discriminator: '0', global_name: null, avatar: null };
}
