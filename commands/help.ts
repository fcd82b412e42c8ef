import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import { replyOf } from '../src/discord/reply.ts';
import { languageOf } from '../src/discord/texts.ts';
import type { Command } from './command.ts';
import { shareButton } from './shared/footing.ts';
import { inChinese } from './shared/localised.ts';
import { texts } from './texts/index.ts';

/** What the bot does, and which command is for whom. */
export const help: Command = {
  data: new SlashCommandBuilder()
    .setName('help')
    .setContexts(InteractionContextType.Guild)
    .setDescription('What this bot does, and its commands')
    .setDescriptionLocalizations(inChinese('本机器人的用途和命令', '本機器人的用途和命令')),

  execute(interaction) {
    const language = languageOf(interaction);
    const { title, lines } = texts[language].help;
    return Promise.resolve({
      reply: replyOf({
        title: [title],
        lines: lines.map(({ who, what }) => [{ bold: who }, `  ${what}`]),
        buttons: [shareButton(language)],
      }),
    });
  },
};
