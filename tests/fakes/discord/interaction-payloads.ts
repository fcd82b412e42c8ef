import {
  type APIInteractionDataResolved,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
} from 'discord.js';
import { apiAny } from './channel-payloads.ts';
import type { Interaction } from './interactions.ts';
import type { Mentioned } from './option-values.ts';
import { apiMember } from './payloads.ts';
import { permissionsIn } from './permissions.ts';
import type { State } from './state.ts';
import { known, type World } from './world.ts';

export interface Who {
  /** The guild's owner unless told. */
  userId?: string;
  /** Overrides what the member's roles allow. */
  memberPermissions?: bigint;
  locale?: Locale;
}

const ATTACHMENT_LIMIT = 10 * 1024 * 1024;

export type InteractionBase = ReturnType<typeof interactionBase>;

/**
 * What every interaction in a guild carries, whatever its kind.
 * @see https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
 */
export function interactionBase({ world, applicationId }: State, interaction: Interaction, who: Who) {
  const channel = world.channel(interaction.channelId);
  const guild = world.guild(channel.guildId);
  const member = world.member(guild, interaction.userId);
  const permissions = who.memberPermissions ?? permissionsIn(world, channel, interaction.userId);
  return {
    id: interaction.id,
    token: interaction.token,
    application_id: applicationId,
    version: 1 as const,
    guild_id: guild.id,
    guild: { id: guild.id, features: [], locale: guild.locale },
    channel_id: channel.id,
    channel: apiAny(channel),
    member: { ...apiMember(member), permissions: String(permissions) },
    app_permissions: String(permissionsIn(world, channel, world.bot.id)),
    locale: who.locale ?? Locale.EnglishUS,
    guild_locale: guild.locale,
    entitlements: [],
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: guild.id },
    context: InteractionContextType.Guild,
    attachment_size_limit: ATTACHMENT_LIMIT,
  };
}

/** The users, roles and channels whose ids are among the values, as Discord sends them along. */
export function resolved(world: World, channelId: string, mentioned: readonly Mentioned[]) {
  if (mentioned.length === 0) return {};
  const guild = world.guild(world.channel(channelId).guildId);
  const users: NonNullable<APIInteractionDataResolved['users']> = {};
  const members: NonNullable<APIInteractionDataResolved['members']> = {};
  const roles: NonNullable<APIInteractionDataResolved['roles']> = {};
  const channels: NonNullable<APIInteractionDataResolved['channels']> = {};
  const include: Record<Mentioned['kind'], (id: string) => void> = {
    users(id) {
      const { user, ...member } = apiMember(world.member(guild, id));
      users[id] = user;
      members[id] = { ...member, permissions: '0' };
    },
    roles(id) {
      roles[id] = known(guild.roles, id, 'role');
    },
    channels(id) {
      channels[id] = { ...apiAny(world.channel(id)), permissions: '0' } as never;
    },
  };
  for (const { kind, id } of mentioned) include[kind](id);
  return { resolved: { users, members, roles, channels } };
}
