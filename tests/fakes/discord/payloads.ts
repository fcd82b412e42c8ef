import {
  type APIInteractionGuildMember,
  type APIRole,
  type APIUnavailableGuild,
  type GatewayChannelModifyDispatchData,
  GatewayDispatchEvents,
  type GatewayGuildCreateDispatchData,
  type GatewayGuildDeleteDispatchData,
  type GatewayGuildModifyDispatchData,
  type GatewayGuildRoleDeleteDispatchData,
  type GatewayGuildRoleModifyDispatchData,
  type GatewayReadyDispatchData,
  GuildExplicitContentFilter,
  type GuildHubType,
  type GuildMemberFlags,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  type GuildSystemChannelFlags,
  GuildVerificationLevel,
} from 'discord.js';
import { apiChannel, apiThread } from './channel-payloads.ts';
import type { Channel, Thread } from './channels.ts';
import type { Guild, Member, World } from './world.ts';

/** An event for the gateway. Its data is typed by discord-api-types, as the OpenAPI knows no gateway. */
export interface Dispatch {
  event: GatewayDispatchEvents;
  data: unknown;
}

export function ready(world: World, applicationId: string, sessionId: string, url: string): Dispatch {
  const data = {
    v: 10,
    user: world.bot as GatewayReadyDispatchData['user'],
    // Guilds come as unavailable first, then each as GUILD_CREATE.
    guilds: [...world.guilds.keys()].map((id) => ({ id, unavailable: true })),
    session_id: sessionId,
    resume_gateway_url: url,
    application: { id: applicationId, flags: 0 as never, flags_new: '0' as never },
  } satisfies GatewayReadyDispatchData;
  return { event: GatewayDispatchEvents.Ready, data };
}

export function guildCreate(world: World, guild: Guild): Dispatch {
  const members = [...guild.members.values()].map(apiMember);
  const inGuild = [...world.channels.values()].filter(({ guildId }) => guildId === guild.id);
  const data = {
    ...apiGuild(guild),
    channels: inGuild.filter(({ thread }) => thread === null).map(apiChannel),
    threads: inGuild.flatMap((channel) =>
      channel.thread && !channel.thread.archived ? [apiThread(channel, channel.thread)] : [],
    ),
    large: false,
    presences: [],
    soundboard_sounds: [],
    guild_scheduled_events: [],
    stage_instances: [],
    unavailable: false,
    voice_states: [],
    joined_at: guild.members.get(world.bot.id)?.joinedAt ?? '',
    member_count: members.length,
    members,
  } satisfies GatewayGuildCreateDispatchData;
  return { event: GatewayDispatchEvents.GuildCreate, data };
}

export function guildUpdate(guild: Guild): Dispatch {
  const data = apiGuild(guild) satisfies GatewayGuildModifyDispatchData;
  return { event: GatewayDispatchEvents.GuildUpdate, data };
}

/** Discord has an outage there: the bot is still in it. */
export function guildUnavailable(id: string): Dispatch {
  const data = { id, unavailable: true } satisfies APIUnavailableGuild;
  return { event: GatewayDispatchEvents.GuildDelete, data };
}

/** The bot was removed from the guild: no `unavailable`, which would mean an outage. */
export function guildDelete(id: string): Dispatch {
  const data = { id } as GatewayGuildDeleteDispatchData;
  return { event: GatewayDispatchEvents.GuildDelete, data };
}

export function channelChange(change: 'Create' | 'Update' | 'Delete', channel: Channel): Dispatch {
  const data = apiChannel(channel) satisfies GatewayChannelModifyDispatchData;
  return { event: GatewayDispatchEvents[`Channel${change}`], data };
}

/** @param newlyCreated - The bot has not merely come to see it. */
export function threadCreate(channel: Channel, thread: Thread, newlyCreated: boolean): Dispatch {
  const data = { ...apiThread(channel, thread), newly_created: newlyCreated } as const;
  return { event: GatewayDispatchEvents.ThreadCreate, data };
}

export function threadUpdate(channel: Channel, thread: Thread): Dispatch {
  return { event: GatewayDispatchEvents.ThreadUpdate, data: apiThread(channel, thread) };
}

export function threadDelete({ id, guildId, type }: Channel, { parentId }: Thread): Dispatch {
  const data = { id, guild_id: guildId, parent_id: parentId, type };
  return { event: GatewayDispatchEvents.ThreadDelete, data };
}

export function roleDelete(guildId: string, roleId: string): Dispatch {
  const data = { guild_id: guildId, role_id: roleId } satisfies GatewayGuildRoleDeleteDispatchData;
  return { event: GatewayDispatchEvents.GuildRoleDelete, data };
}

export function roleCreate(guildId: string, role: APIRole): Dispatch {
  const data = { guild_id: guildId, role } satisfies GatewayGuildRoleModifyDispatchData;
  return { event: GatewayDispatchEvents.GuildRoleCreate, data };
}

function apiGuild(guild: Guild) {
  return {
    ...UNREMARKABLE_GUILD,
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    default_message_notifications: guild.notifications,
    system_channel_id: guild.systemChannelId,
    roles: [...guild.roles.values()],
  };
}

export function apiMember({
  user,
  roleIds,
  joinedAt,
}: Member): Omit<APIInteractionGuildMember, 'permissions'> {
  return {
    user,
    roles: roleIds,
    joined_at: joinedAt,
    nick: null,
    avatar: null,
    banner: null,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0 as GuildMemberFlags,
    pending: false,
    communication_disabled_until: null,
  };
}

/** What a guild must carry and nobody here looks at. */
const UNREMARKABLE_GUILD = {
  icon: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  description: null,
  afk_channel_id: null,
  afk_timeout: 300 as const,
  application_id: null,
  emojis: [],
  explicit_content_filter: GuildExplicitContentFilter.Disabled,
  features: [],
  hub_type: null as GuildHubType | null,
  incidents_data: null,
  max_members: 500_000,
  mfa_level: GuildMFALevel.None,
  nsfw_level: GuildNSFWLevel.Default,
  premium_progress_bar_enabled: false,
  premium_tier: GuildPremiumTier.None,
  public_updates_channel_id: null,
  region: 'deprecated',
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  stickers: [],
  system_channel_flags: 0 as GuildSystemChannelFlags,
  vanity_url_code: null,
  verification_level: GuildVerificationLevel.None,
};
