import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import { languageOf } from '../src/discord/texts.ts';
import type { Command } from './command.ts';
import { channelNames } from './shared/channels.ts';
import { inChinese } from './shared/localised.ts';
import { checkNow } from './status/check.ts';
import { showStatus } from './status/show.ts';

/** Answers in its first line the one question a quiet channel raises: can I trust the silence? */
export const status: Command = {
  data: new SlashCommandBuilder()
    .setName('status')
    .setContexts(InteractionContextType.Guild)
    .setDescription('Can the silence be trusted? What is read, what waits to be sent')
    .setDescriptionLocalizations(
      inChinese('没有提醒是否代表没有消息：读取与发送状态', '沒有提醒是否代表沒有消息：讀取與發送狀態'),
    ),

  execute: (interaction, context) =>
    showStatus(interaction.guildId, channelNames(interaction), languageOf(interaction), context),

  buttons: {
    // Under messages about trouble, whose Delivery it names, and under other replies.
    status: {
      shows: 'private',
      answer: (interaction, _argument, context) =>
        showStatus(interaction.guildId, channelNames(interaction), languageOf(interaction), context),
    },
    'status-check': checkNow,
  },
};
