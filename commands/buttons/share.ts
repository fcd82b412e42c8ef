import { type ButtonInteraction, PermissionFlagsBits } from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/texts.ts';
import type { CommandButton } from '../command.ts';
import { texts } from '../texts/index.ts';

/** Shows a private answer to the channel, without its buttons; only to a channel that the sharer may write in. */
export const share: CommandButton = {
  shows: 'everyone',

  answer(interaction) {
    const embeds = interaction.message.embeds.map((embed) => embed.toJSON());
    return shared(interaction, () => Promise.resolve({ reply: { embeds, components: [] } }));
  },
};

/** An answer as its sharer shows it to everybody. */
export async function shared(
  interaction: ButtonInteraction<'cached'>,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  const words = texts[languageOf(interaction)];
  const needed = interaction.channel?.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  if (!interaction.memberPermissions.has(needed)) return { note: words.cannotShare };

  const given = await answer();
  if (!('reply' in given)) return given;
  return {
    reply: { ...given.reply, content: words.sharedBy(`<@${interaction.user.id}>`), components: [] },
  };
}
