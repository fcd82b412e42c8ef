import { type ButtonInteraction, ButtonStyle, ComponentType, MessageFlags } from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';
import { preflight } from '../../src/discord/permissions.ts';
import { escapeMarkdown } from '../../src/discord/render/escape.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { listSubscriptions } from '../../src/store/subscriptions.ts';
import type { CommandContext } from '../command.ts';
import { texts } from '../texts/index.ts';
import { botIn, missingNote } from './missing.ts';

/** Posts a message, marked as a test and silent, to the channel of a watch. */
export async function sendTest(
  interaction: ButtonInteraction<'cached'>,
  id: number,
  { db }: CommandContext,
): Promise<Answer> {
  const language = languageOf(interaction);
  const { watch: words } = texts[language];
  const { guild, guildId } = interaction;
  const watch = (await listSubscriptions(db, guildId)).find((each) => each.id === id);
  const channel = guild.channels.cache.get(watch?.channelId ?? '');
  if (!channel?.isSendable()) return { note: words.notFound(id) };
  const missing = missingNote(preflight(channel, await botIn(guild)), channel, language);
  if (missing) return missing;

  const button = {
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label: words.test.delete,
    custom_id: 'untest:',
  };
  await channel.send({
    content: words.test.content,
    components: [{ type: ComponentType.ActionRow, components: [button] }],
    flags: MessageFlags.SuppressNotifications,
  });
  return { note: words.test.sent(escapeMarkdown(`#${channel.name}`)) };
}

/** Takes a test out of its channel again. */
export async function deleteTest(interaction: ButtonInteraction<'cached'>): Promise<Answer> {
  await interaction.message.delete();
  return { note: texts[languageOf(interaction)].watch.test.deleted };
}
