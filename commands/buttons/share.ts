import { PermissionFlagsBits } from 'discord.js';
import { languageOf } from '../../src/discord/texts.ts';
import type { CommandButton } from '../command.ts';
import { texts } from '../texts/index.ts';

/** Shows a private answer to the channel, without its buttons; only to a channel that the sharer may write in. */
export const share: CommandButton = {
  shows: 'everyone',

  press(interaction) {
    const words = texts[languageOf(interaction)];
    const needed = interaction.channel?.isThread()
      ? PermissionFlagsBits.SendMessagesInThreads
      : PermissionFlagsBits.SendMessages;
    if (!interaction.memberPermissions.has(needed)) return Promise.resolve({ note: words.cannotShare });

    const embeds = interaction.message.embeds.map((embed) => embed.toJSON());
    const content = words.sharedBy(`<@${interaction.user.id}>`);
    return Promise.resolve({ reply: { content, embeds, components: [] } });
  },
};
