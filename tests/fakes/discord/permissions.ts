import { PermissionFlagsBits as P } from 'discord.js';
import { DiscordError } from './errors.ts';
import type { Channel, Guild, World } from './world.ts';

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

  const roleOverwrites = channel.overwrites.filter(({ id }) => member.roleIds.includes(id));
  const steps = [
    channel.overwrites.filter(({ id }) => id === guild.id),
    roleOverwrites,
    channel.overwrites.filter(({ id }) => id === userId),
  ];
  const bits = steps.reduce((now, step) => {
    const denied = step.reduce((all, { deny }) => all | BigInt(deny), 0n);
    const allowed = step.reduce((all, { allow }) => all | BigInt(allow), 0n);
    return (now & ~denied) | allowed;
  }, base);
  return withoutImplied(bits);
}

function basePermissions(guild: Guild, userId: string, roleIds: readonly string[]): bigint {
  const bits = [guild.id, ...roleIds].reduce(
    (all, id) => all | BigInt(guild.roles.get(id)?.permissions ?? 0),
    0n,
  );
  return guild.ownerId === userId || (bits & P.Administrator) !== 0n ? EVERY_PERMISSION : bits;
}

/** Who cannot see a channel can do nothing in it; who cannot write cannot embed, attach or mention. */
function withoutImplied(bits: bigint): bigint {
  if ((bits & P.ViewChannel) === 0n) return 0n;
  if ((bits & P.SendMessages) !== 0n) return bits;
  return bits & ~(P.MentionEveryone | P.EmbedLinks | P.AttachFiles | P.SendTTSMessages);
}

/** The channel, if the bot may see it. Throws 10003 (no such channel) or 50001 (the bot is shut out). */
export function visibleChannel(world: World, channelId: string): Channel {
  const channel = world.channels.get(channelId);
  if (channel === undefined) throw new DiscordError(10003);
  if (!botMay(world, channel, P.ViewChannel)) throw new DiscordError(50001);
  return channel;
}

export function botMay(world: World, channel: Channel, bits: bigint): boolean {
  return (permissionsIn(world, channel, world.bot.id) & bits) === bits;
}

/** Throws 50013 unless the bot has all of these bits in the channel. */
export function requirePermission(world: World, channel: Channel, bits: bigint): void {
  if (!botMay(world, channel, bits)) throw new DiscordError(50013);
}
