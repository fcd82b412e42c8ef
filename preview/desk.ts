import { Locale } from 'discord.js';
import type { Language } from '../src/domain/source.ts';
import type { FakeDiscord } from '../tests/fakes/discord/index.ts';

/** Where somebody writes commands and reads what comes: a channel of a server of that language. */
export interface Desk {
  guildId: string;
  channelId: string;
  locale: Locale;
}

const servers: Record<Language, { name: string; channel: string; locale: Locale }> = {
  en: { name: 'Metals desk', channel: 'licences', locale: Locale.EnglishUS },
  zh: { name: '金属组', channel: '出口许可', locale: Locale.ChineseCN },
};

/** Another server of that language, with its channel. */
export function openDesk(discord: FakeDiscord, language: Language): Desk {
  const { name, channel, locale } = servers[language];
  const { id, systemChannelId } = discord.guild({ name, locale, channels: [{ name: channel }] });
  if (systemChannelId === null) throw new Error(`The server ${name} has no channel`);
  return { guildId: id, channelId: systemChannelId, locale };
}
