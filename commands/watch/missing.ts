import type { Guild, GuildBasedChannel, GuildMember } from 'discord.js';
import type { CheckedPermission } from '../../src/discord/permissions.ts';
import { escapeMarkdown } from '../../src/discord/render/escape.ts';
import type { Language } from '../../src/domain/source.ts';
import { texts } from '../texts/index.ts';

/** The bot as a member of a server. */
export async function botIn(guild: Guild): Promise<GuildMember> {
  return guild.members.me ?? (await guild.members.fetchMe());
}

/** Which switches to turn where, so that the bot can post in a channel; null when it can. */
export function missingNote(
  permissions: readonly CheckedPermission[],
  channel: GuildBasedChannel,
  language: Language,
): { note: string } | null {
  const names = permissions.filter(({ granted }) => !granted).map(({ name }) => name[language]);
  if (names.length === 0) return null;
  const bot = escapeMarkdown(channel.client.user.username);
  return { note: texts[language].watch.missing(escapeMarkdown(`#${channel.name}`), names, bot) };
}
