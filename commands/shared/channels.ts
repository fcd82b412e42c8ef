import type { Guild } from 'discord.js';
import type { Language } from '../../src/domain/source.ts';
import { texts } from '../texts/index.ts';

/** "#rare-earths", or words for a channel that the bot cannot see. */
export type ChannelNames = (channelId: string, language: Language) => string;

export function channelNames({ guild }: { guild: Guild }): ChannelNames {
  return (channelId, language) => {
    const channel = guild.channels.cache.get(channelId);
    return channel ? `#${channel.name}` : texts[language].watch.goneChannel;
  };
}
