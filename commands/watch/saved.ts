import {
  ChannelType,
  type ChatInputCommandInteraction,
  type GuildBasedChannel,
  GuildDefaultMessageNotifications,
  type NewsChannel,
  type Role,
  type TextChannel,
} from 'discord.js';
import type { ReplyBody } from '../../src/discord/command.ts';
import { type CheckedPermission, canMention, preflight } from '../../src/discord/permissions.ts';
import type { Line } from '../../src/discord/render/card.ts';
import { escapeMarkdown } from '../../src/discord/render/escape.ts';
import { replyOf } from '../../src/discord/reply.ts';
import { type Filter, filterNames } from '../../src/domain/filter.ts';
import type { Language } from '../../src/domain/source.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { listSubscriptions } from '../../src/store/subscriptions.ts';
import type { CommandContext } from '../command.ts';
import { filterText, marketText } from '../shared/filter.ts';
import { texts } from '../texts/index.ts';
import { botIn, missingNote } from './missing.ts';

type Interaction = ChatInputCommandInteraction<'cached'>;
export type AlertChannel = TextChannel | NewsChannel;

/** The channel, where alerts can go to it. */
export function asAlertChannel(channel: GuildBasedChannel | null | undefined): AlertChannel | null {
  return channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement
    ? channel
    : null;
}

/** Whether a watch can be saved as it is wanted: what the bot may do in its channel, or why it cannot. */
export async function checked(
  wanted: Wanted & Pick<Subscription, 'guildId'> & { id?: number },
  channel: AlertChannel,
  language: Language,
  { db }: CommandContext,
): Promise<{ permissions: CheckedPermission[] } | { note: string }> {
  const permissions = preflight(channel, await botIn(channel.guild));
  const missing = missingNote(permissions, channel, language);
  if (missing) return missing;

  const same = (await listSubscriptions(db, wanted.guildId)).find(
    (known) => known.id !== wanted.id && tellsTheSame(known, wanted),
  );
  if (!same) return { permissions };
  return { note: texts[language].watch.duplicate(same.id, escapeMarkdown(`#${channel.name}`)) };
}

/** All that decides what is told, where and how. */
type Wanted = Filter & Pick<Subscription, 'channelId' | 'roleId' | 'language' | 'market'>;

const compared = [...filterNames, 'channelId', 'roleId', 'language', 'market'] as const;

export function tellsTheSame(one: Wanted, other: Wanted): boolean {
  return compared.every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]));
}

export interface Saved {
  watch: Subscription;
  channel: AlertChannel;
  permissions: CheckedPermission[];
}

/** What stands now, and what it would have sent. */
export function confirmation(
  title: string,
  saved: Saved,
  preview: readonly Line[],
  {
    interaction,
    language,
    context,
  }: { interaction: Interaction; language: Language; context: CommandContext },
): ReplyBody {
  const { watch: words } = texts[language];
  const { watch, permissions } = saved;
  const role = interaction.guild.roles.cache.get(watch.roleId ?? '') ?? null;
  return replyOf({
    title: [title],
    colour: 'green',
    lines: [
      [permissions.map(({ name }) => `✓ ${name[language]}`).join(' · ')],
      ...preview,
      ...warnings(saved, role, interaction, language),
      [settingsText(watch, role, language, context)],
    ],
    buttons: [
      { label: words.test.send, customId: `test:${watch.id}` },
      { label: words.remove, customId: `unwatch:${watch.id}` },
    ],
  });
}

/** What would keep phones quiet although a message arrives. */
function warnings(
  { channel, watch }: Saved,
  role: Role | null,
  { guild, client }: Interaction,
  language: Language,
): Line[] {
  const { watch: words } = texts[language];
  const paused: Line[] = watch.pausedAt === null ? [] : [[`⚠ ${words.stillPaused(watch.id)}`]];
  const mentionsOnly = guild.defaultMessageNotifications === GuildDefaultMessageNotifications.OnlyMentions;
  if (!role) return mentionsOnly ? [...paused, [`⚠ ${words.quietPhones}`]] : paused;
  const rings = guild.members.me !== null && canMention(role, channel, guild.members.me);
  return rings ? paused : [...paused, [`⚠ ${words.cannotMention(`@${role.name}`, client.user.username)}`]];
}

function settingsText(
  watch: Subscription,
  role: Role | null,
  language: Language,
  { names }: CommandContext,
): string {
  const { watch: words, pair } = texts[language];
  const { settings } = words;
  return [
    pair(settings.what, filterText(watch, language, names)),
    pair(settings.language, words.languages[watch.language]),
    pair(settings.market, marketText(watch.market, language)),
    pair(settings.role, role ? `@${role.name}` : words.noRole),
  ].join(' · ');
}
