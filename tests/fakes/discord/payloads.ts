import {
  type APIInteractionGuildMember,
  type APIRole,
  type APITextChannel,
  ChannelType,
  type GatewayChannelModifyDispatchData,
  GatewayDispatchEvents,
  type GatewayGuildCreateDispatchData,
  type GatewayGuildDeleteDispatchData,
  type GatewayGuildRoleModifyDispatchData,
  type GatewayReadyDispatchData,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  type GuildHubType,
  type GuildMemberFlags,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  type GuildSystemChannelFlags,
  GuildVerificationLevel,
} from 'discord.js';
import type { Channel, Guild, Member, World } from './world.ts';

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
  const data = {
    ...UNREMARKABLE_GUILD,
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    roles: [...guild.roles.values()],
    channels: [...world.channels.values()].filter(({ guildId }) => guildId === guild.id).map(apiChannel),
    joined_at: guild.members.get(world.bot.id)?.joinedAt ?? '',
    member_count: members.length,
    members,
  } satisfies GatewayGuildCreateDispatchData;
  return { event: GatewayDispatchEvents.GuildCreate, data };
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

export function roleCreate(guildId: string, role: APIRole): Dispatch {
  const data = { guild_id: guildId, role } satisfies GatewayGuildRoleModifyDispatchData;
  return { event: GatewayDispatchEvents.GuildRoleCreate, data };
}

export function apiChannel({
  id,
  guildId,
  name,
  overwrites,
}: Channel): APITextChannel & { guild_id: string } {
  return {
    id,
    type: ChannelType.GuildText,
    guild_id: guildId,
    name,
    position: 0,
    permission_overwrites: overwrites,
    nsfw: false,
    parent_id: null,
    topic: null,
    last_message_id: null,
    rate_limit_per_user: 0,
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

/** What a GUILD_CREATE must carry and nobody here looks at. */
const UNREMARKABLE_GUILD = {
  icon: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  description: null,
  afk_channel_id: null,
  afk_timeout: 300 as const,
  application_id: null,
  default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
  emojis: [],
  explicit_content_filter: GuildExplicitContentFilter.Disabled,
  features: [],
  hub_type: null as GuildHubType | null,
  incidents_data: null,
  large: false,
  max_members: 500_000,
  mfa_level: GuildMFALevel.None,
  nsfw_level: GuildNSFWLevel.Default,
  premium_progress_bar_enabled: false,
  premium_tier: GuildPremiumTier.None,
  presences: [],
  public_updates_channel_id: null,
  region: 'deprecated',
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  soundboard_sounds: [],
  guild_scheduled_events: [],
  stage_instances: [],
  stickers: [],
  system_channel_flags: 0 as GuildSystemChannelFlags,
  system_channel_id: null,
  threads: [],
  unavailable: false,
  vanity_url_code: null,
  verification_level: GuildVerificationLevel.None,
  voice_states: [],
};
