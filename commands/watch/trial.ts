import {
  type ButtonInteraction,
  ButtonStyle,
  ChannelFlags,
  ChannelType,
  ComponentType,
  type ForumChannel,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';
import { preflight } from '../../src/discord/permissions.ts';
import { escapeMarkdown } from '../../src/discord/render/escape.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { unpark } from '../../src/store/parking.ts';
import { findSubscription } from '../../src/store/subscriptions.ts';
import type { CommandContext } from '../command.ts';
import type { Asker } from '../shared/asker.ts';
import { texts } from '../texts/index.ts';
import { type AlertChannel, asAlertChannel } from './alert-channel.ts';
import { botIn, missingText } from './missing.ts';

/** Posts a message, marked as a test and silent, to the channel of a watch. */
export async function sendTest(asker: Asker, id: number, context: CommandContext): Promise<Answer> {
  const language = languageOf(asker);
  const { watch: words } = texts[language];
  const { guild, guildId } = asker;
  const watch = await findSubscription(context.db, guildId, id);
  if (!watch) return { note: words.notFound(id) };
  const channel = asAlertChannel(guild.channels.cache.get(watch.channelId));
  if (!channel) return { note: words.channelGone(id) };
  const role = guild.roles.cache.get(watch.roleId ?? '') ?? null;
  const permissions = preflight(channel, await botIn(guild), { threads: watch.threads, role });
  const missing = missingText(permissions, { channel, role, language });
  if (missing) return { note: missing };

  await post(channel, words.test);
  if (watch.parked) await unpark(context.db, channel.id, context.clock.now());
  return { note: words.test.sent(escapeMarkdown(`#${channel.name}`)) };
}

async function post(channel: AlertChannel, words: { title: string; content: string; delete: string }) {
  const button = {
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label: words.delete,
    custom_id: 'untest:',
  };
  const message = {
    content: words.content,
    components: [{ type: ComponentType.ActionRow as const, components: [button] }],
    flags: MessageFlags.SuppressNotifications as const,
  };
  if (channel.type !== ChannelType.GuildForum) await channel.send(message);
  else await channel.threads.create({ name: words.title, message, appliedTags: tagsFor(channel) });
}

/** A forum may insist on a tag: any one will do for a test, of those that the bot may use where there are such. */
function tagsFor({ flags, availableTags }: ForumChannel): string[] {
  if (!flags.has(ChannelFlags.RequireTag)) return [];
  const tags = [...availableTags].sort((one, other) => Number(one.moderated) - Number(other.moderated));
  return tags.slice(0, 1).map(({ id }) => id);
}

/** Takes a test out of its channel again; of a forum the post with it, where the bot may. */
export async function deleteTest(interaction: ButtonInteraction<'cached'>): Promise<Answer> {
  const { test } = texts[languageOf(interaction)].watch;
  const { channel, message } = interaction;
  if (channel?.isThread() && channel.parent?.type === ChannelType.GuildForum) {
    const mayDelete = channel.permissionsFor(interaction.client.user)?.has(PermissionFlagsBits.ManageThreads);
    if (!mayDelete) {
      await message.delete();
      return { note: test.postStays };
    }
    await channel.delete();
  } else await message.delete();
  return { note: test.deleted };
}
