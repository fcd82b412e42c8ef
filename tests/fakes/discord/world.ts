import {
  type APIOverwrite,
  type APIRole,
  type APIUser,
  GuildDefaultMessageNotifications,
  Locale,
  OverwriteType,
  PermissionFlagsBits as P,
  type RoleFlags,
} from 'discord.js';
import { type Channel, type NewChannel, type NewThread, newChannel, newThread } from './channels.ts';
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
  /** What members get told of who have not chosen otherwise. */
  notifications: GuildDefaultMessageNotifications;
  /** Where Discord itself greets new members. */
  systemChannelId: string | null;
  /** By id; @everyone has the guild's own id. */
  roles: Map<string, APIRole>;
  members: Map<string, Member>;
}

/** A person's door to the bot, outside every guild. */
export interface Dm {
  id: string;
  userId: string;
}

export interface NewGuild {
  id?: string;
  name?: string;
  locale?: Locale;
  notifications?: GuildDefaultMessageNotifications;
  /** Channels that are there when the bot joins, the first of them the guild's system channel. */
  channels?: readonly Omit<NewChannel, 'guildId'>[];
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
  P.UseApplicationCommands |
  P.CreatePublicThreads |
  P.SendMessagesInThreads;

/** Guilds, channels, roles and members: what exists, without what is said in it. */
export class World {
  readonly guilds = new Map<string, Guild>();
  /** Threads too. */
  readonly channels = new Map<string, Channel>();
  readonly dms = new Map<string, Dm>();
  /** Users who take no direct messages. */
  readonly closedDms = new Set<string>();
  readonly bot: APIUser;
  readonly nextId: () => string;
  readonly #now: () => string;

  constructor(botUserId: string, nextId: () => string, now: () => string) {
    this.nextId = nextId;
    this.#now = now;
    this.bot = { ...person(botUserId, 'Ministry Wire'), bot: true };
  }

  addGuild(given: NewGuild): Guild {
    const { id = this.nextId(), name = 'Commodity desk', locale = Locale.EnglishUS, channels = [] } = given;
    const { notifications = GuildDefaultMessageNotifications.OnlyMentions } = given;
    const ownerId = this.nextId();
    const guild: Guild = {
      ...{ id, name, ownerId, locale, notifications },
      systemChannelId: null,
      roles: new Map(),
      members: new Map(),
    };
    this.guilds.set(id, guild);
    this.addRole({ guildId: id, id, name: '@everyone', permissions: EVERYONE });
    this.addMember({ guildId: id, id: ownerId, name: 'owner' });
    guild.members.set(this.bot.id, { user: this.bot, roleIds: [], joinedAt: this.#now() });
    const made = channels.map((channel) => this.addChannel({ ...channel, guildId: id }));
    guild.systemChannelId = made[0]?.id ?? null;
    return guild;
  }

  addChannel(given: NewChannel): Channel {
    const channel = newChannel({ ...given, guildId: this.guild(given.guildId).id }, this.nextId);
    this.channels.set(channel.id, channel);
    return channel;
  }

  addThread(given: NewThread): Channel {
    const thread = newThread(given, this.#now());
    this.channels.set(thread.id, thread);
    return thread;
  }

  /** Archives a thread, or opens it again. */
  turnThread(id: string, change: { archived?: boolean | undefined; locked?: boolean | undefined }): Channel {
    const channel = this.channel(id);
    if (channel.thread === null) throw new Error(`#${channel.name} is no thread`);
    const { archived = channel.thread.archived, locked = channel.thread.locked } = change;
    channel.thread = { ...channel.thread, archived, locked, turnedAt: this.#now() };
    return channel;
  }

  /** The channel and its threads are gone. */
  removeChannel(id: string): { channel: Channel; threads: Channel[] } {
    const channel = this.channel(id);
    const threads = this.threadsIn(id);
    for (const gone of [channel, ...threads]) this.channels.delete(gone.id);
    return { channel, threads };
  }

  threadsIn(channelId: string): Channel[] {
    return [...this.channels.values()].filter(({ thread }) => thread?.parentId === channelId);
  }

  /** The door of a user; the same one every time. */
  dmWith(userId: string): Dm {
    const known = [...this.dms.values()].find((dm) => dm.userId === userId);
    const dm = known ?? { id: this.nextId(), userId };
    this.dms.set(dm.id, dm);
    return dm;
  }

  /** Somebody the bot has seen, as a member of any guild. */
  user(id: string): APIUser | undefined {
    const guild = [...this.guilds.values()].find(({ members }) => members.has(id));
    return guild?.members.get(id)?.user;
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

  /** Nobody has the role any more, and no channel speaks of it. */
  removeRole(guildId: string, id: string): APIRole {
    const guild = this.guild(guildId);
    const role = known(guild.roles, id, 'role');
    guild.roles.delete(id);
    for (const member of guild.members.values())
      member.roleIds = member.roleIds.filter((roleId) => roleId !== id);
    for (const channel of this.channels.values())
      channel.overwrites = channel.overwrites.filter((overwrite) => overwrite.id !== id);
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
    if (channel.thread !== null)
      throw new Error(`#${channel.name} is a thread: its parent's permissions count`);
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
