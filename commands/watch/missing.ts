import { ComponentType, type Guild, type GuildBasedChannel, type GuildMember, type Role } from 'discord.js';
import type { ReplyBody } from '../../src/discord/command.ts';
import { type CheckedPermission, preflight } from '../../src/discord/permissions.ts';
import { escapeMarkdown } from '../../src/discord/render/escape.ts';
import { rowsOf } from '../../src/discord/reply.ts';
import type { Language } from '../../src/domain/source.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import type { CommandContext } from '../command.ts';
import type { Asker } from '../shared/asker.ts';
import { texts } from '../texts/index.ts';
import { alertChannelTypes, asAlertChannel } from './alert-channel.ts';
import type { Wanted } from './wanted.ts';

/** The bot as a member of a server. */
export async function botIn(guild: Guild): Promise<GuildMember> {
  return guild.members.me ?? (await guild.members.fetchMe());
}

/** What a watch lacks in its channel at this moment; null: the channel is gone, or hidden from the bot. */
export async function lackedBy(
  { channelId, roleId, threads }: Subscription,
  { guild }: Pick<Asker, 'guild'>,
): Promise<CheckedPermission[] | null> {
  const channel = asAlertChannel(guild.channels.cache.get(channelId));
  if (!channel) return null;
  const role = guild.roles.cache.get(roleId ?? '') ?? null;
  return preflight(channel, await botIn(guild), { threads, role }).filter(({ granted }) => !granted);
}

/** Where something is missing, in whose words, and the role that is to be pinged there. */
interface Place {
  channel: GuildBasedChannel;
  role: Role | null;
  language: Language;
}

/** Which switches to turn where, so that the bot can do its duties in a channel, as markdown; null when it can. */
export function missingText(
  permissions: readonly CheckedPermission[],
  { channel, role, language }: Place,
): string | null {
  const { watch: words } = texts[language];
  const missing = permissions.filter(({ granted }) => !granted);
  if (missing.length === 0) return null;
  const pinged =
    role && missing.some(({ forMentions }) => forMentions) ? escapeMarkdown(`@${role.name}`) : null;
  const place = escapeMarkdown(`#${channel.name}`);
  const bot = escapeMarkdown(channel.client.user.username);
  const onlyPings = missing.every(({ forMentions }) => forMentions);
  const cannot = pinged && onlyPings ? words.cannotPing(place, pinged) : words.cannotPost(place);
  const names = missing.map(({ name }) => name[language]);
  return [cannot, words.missing(names, bot), ...(pinged ? [words.orMentionable(pinged)] : [])].join('\n');
}

/** What is missing, and two ways on: again with the same wishes, or in another channel. */
export async function missingReply(
  missing: string,
  wanted: Wanted,
  language: Language,
  { cursors }: CommandContext,
): Promise<ReplyBody> {
  const { watch: words } = texts[language];
  const id = await cursors.save(wanted);
  const channels = {
    type: ComponentType.ChannelSelect as const,
    custom_id: `watch-elsewhere:${id}`,
    placeholder: words.elsewhere,
    channel_types: [...alertChannelTypes],
  };
  return {
    content: `${missing}\n${words.thenAgain}`,
    embeds: [],
    components: [
      { type: ComponentType.ActionRow, components: [channels] },
      ...rowsOf([[{ label: words.again, customId: `watch-again:${id}` }]]),
    ],
  };
}
