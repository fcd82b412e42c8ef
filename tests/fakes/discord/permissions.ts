import { PermissionFlagsBits as P } from 'discord.js';
import type { Channel } from './channels.ts';
import { DiscordError } from './errors.ts';
import type { NewBody } from './messages.ts';
import type { Dm, Guild, World } from './world.ts';

export const EVERY_PERMISSION = Object.values(P).reduce((all, bit) => all | bit, 0n);

/**
 * What a member may do in a channel: the roles' bits, then the overwrites of @everyone, of the roles, of the member.
 * @see https://discord.com/developers/docs/topics/permissions#permission-overwrites
 */
export function permissionsIn(world: World, channel: Channel, userId: string): bigint {
  const guild = world.guilds.get(channel.guildId);
  const member = guild?.members.get(userId);
  if (guild === undefined || member === undefined) return 0n;

  const base = basePermissions(guild, userId, member.roleIds);
  if (base === EVERY_PERMISSION) return base;

  const { overwrites } = channel.thread === null ? channel : world.channel(channel.thread.parentId);
  const roleOverwrites = overwrites.filter(({ id }) => member.roleIds.includes(id));
  const steps = [
    overwrites.filter(({ id }) => id === guild.id),
    roleOverwrites,
    overwrites.filter(({ id }) => id === userId),
  ];
  const bits = steps.reduce((now, step) => {
    const denied = step.reduce((all, { deny }) => all | BigInt(deny), 0n);
    const allowed = step.reduce((all, { allow }) => all | BigInt(allow), 0n);
    return (now & ~denied) | allowed;
  }, base);
  return withoutImplied(bits, toWriteIn(channel));
}

/**
 * The permission that lets somebody write: in a thread Send Messages counts for nothing.
 * @see https://discord.com/developers/docs/topics/threads#permissions
 */
export function toWriteIn({ thread }: Channel): bigint {
  return thread === null ? P.SendMessages : P.SendMessagesInThreads;
}

function basePermissions(guild: Guild, userId: string, roleIds: readonly string[]): bigint {
  const bits = [guild.id, ...roleIds].reduce(
    (all, id) => all | BigInt(guild.roles.get(id)?.permissions ?? 0),
    0n,
  );
  return guild.ownerId === userId || (bits & P.Administrator) !== 0n ? EVERY_PERMISSION : bits;
}

/** Who cannot see a channel can do nothing in it; who cannot write cannot embed, attach or mention. */
function withoutImplied(bits: bigint, toWrite: bigint): bigint {
  if ((bits & P.ViewChannel) === 0n) return 0n;
  if ((bits & toWrite) !== 0n) return bits;
  return bits & ~(P.MentionEveryone | P.EmbedLinks | P.AttachFiles | P.SendTTSMessages);
}

/** What a message needs beyond the permission to write at all. */
export function neededFor({ embeds }: NewBody, fileCount: number): bigint {
  return (embeds?.length ? P.EmbedLinks : 0n) | (fileCount > 0 ? P.AttachFiles : 0n);
}

/** The channel, if the bot may see it. Throws 10003 (no such channel) or 50001 (the bot is shut out). */
export function visibleChannel(world: World, channelId: string): Channel {
  const channel = world.channels.get(channelId);
  if (channel === undefined) throw new DiscordError(10003);
  if (!botMay(world, channel, P.ViewChannel)) throw new DiscordError(50001);
  return channel;
}

/** A direct message's channel, if it is one. Throws 50007 where its user takes none, or shares no guild. */
export function reachableDm(world: World, channelId: string): Dm | undefined {
  const dm = world.dms.get(channelId);
  if (dm && (world.closedDms.has(dm.userId) || !world.user(dm.userId))) throw new DiscordError(50007);
  return dm;
}

export function botMay(world: World, channel: Channel, bits: bigint): boolean {
  return (permissionsIn(world, channel, world.bot.id) & bits) === bits;
}

/** Throws 50013 unless the bot has all of these bits in the channel. */
export function requirePermission(world: World, channel: Channel, bits: bigint): void {
  if (!botMay(world, channel, bits)) throw new DiscordError(50013);
}
