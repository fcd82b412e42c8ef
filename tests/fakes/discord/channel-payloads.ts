import {
  type APIDMChannel,
  type APIGuildForumChannel,
  type APINewsChannel,
  type APITextChannel,
  type APIThreadChannel,
  type APIUser,
  ChannelFlags,
  ChannelType,
  ForumLayoutType,
} from 'discord.js';
import type { Channel, Thread } from './channels.ts';

type GuildChannel = APITextChannel | APINewsChannel | APIGuildForumChannel;

/** @see https://discord.com/developers/docs/resources/channel#channel-object */
export function apiChannel(channel: Channel): GuildChannel & { guild_id: string } {
  const { id, guildId, name, overwrites, type, tags, requiresTag, defaultAutoArchive } = channel;
  const common = {
    id,
    guild_id: guildId,
    name,
    position: 0,
    permission_overwrites: overwrites,
    nsfw: false,
    parent_id: null,
    topic: null,
    last_message_id: null,
    rate_limit_per_user: 0,
    ...(defaultAutoArchive === null ? {} : { default_auto_archive_duration: defaultAutoArchive }),
  };
  if (type === ChannelType.GuildText || type === ChannelType.GuildAnnouncement) return { ...common, type };
  return {
    ...common,
    type: ChannelType.GuildForum,
    flags: (requiresTag ? ChannelFlags.RequireTag : 0) as ChannelFlags,
    available_tags: tags,
    default_reaction_emoji: null,
    default_sort_order: null,
    default_forum_layout: ForumLayoutType.NotSet,
  };
}

/** A thread as REST and the gateway show it. */
export function apiThread(
  { id, guildId, name, type }: Channel,
  { parentId, ownerId, archived, locked, autoArchive, turnedAt, tagIds }: Thread,
): APIThreadChannel & { guild_id: string } {
  return {
    id,
    guild_id: guildId,
    name,
    type: type === ChannelType.AnnouncementThread ? type : ChannelType.PublicThread,
    parent_id: parentId,
    owner_id: ownerId,
    last_message_id: null,
    rate_limit_per_user: 0,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    flags: 0 as ChannelFlags,
    applied_tags: tagIds,
    thread_metadata: {
      archived,
      locked,
      auto_archive_duration: autoArchive,
      archive_timestamp: turnedAt,
      create_timestamp: turnedAt,
    },
  };
}

export function apiAny(channel: Channel): ReturnType<typeof apiChannel> | ReturnType<typeof apiThread> {
  return channel.thread === null ? apiChannel(channel) : apiThread(channel, channel.thread);
}

export function apiDm(id: string, recipient: APIUser): APIDMChannel {
  return {
    id,
    type: ChannelType.DM,
    name: null,
    last_message_id: null,
    recipients: [recipient],
    flags: 0 as never,
  };
}
