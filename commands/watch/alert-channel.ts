import {
  ChannelType,
  type ForumChannel,
  type GuildBasedChannel,
  type NewsChannel,
  type TextChannel,
} from 'discord.js';

/** Where alerts can go. */
export const alertChannelTypes = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
] as const;

export type AlertChannel = TextChannel | NewsChannel | ForumChannel;

/** The channel, where alerts can go to it. */
export function asAlertChannel(channel: GuildBasedChannel | null | undefined): AlertChannel | null {
  switch (channel?.type) {
    case ChannelType.GuildText:
    case ChannelType.GuildAnnouncement:
    case ChannelType.GuildForum:
      return channel;
    default:
      return null;
  }
}
