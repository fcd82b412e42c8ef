import type { ChatInputCommandInteraction } from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { plainManners } from '../../src/domain/manners.ts';
import type { CommandContext } from '../command.ts';
import { texts } from '../texts/index.ts';
import { asAlertChannel } from './alert-channel.ts';
import { saveWatch } from './save.ts';
import type { Wanted } from './wanted.ts';
import { wishesIn } from './wishes.ts';

/** Everything, at once, in both languages, and nobody pinged. */
const plain: Omit<Wanted, 'id' | 'channelId'> = {
  ...noFilter,
  ...plainManners,
  roleId: null,
  language: 'both',
  market: 'US',
};

/** Saves a watch, or says what is missing and saves nothing. */
export async function addWatch(
  interaction: ChatInputCommandInteraction<'cached'>,
  context: CommandContext,
): Promise<Answer> {
  const language = languageOf(interaction);
  const channel = asAlertChannel(interaction.options.getChannel('channel') ?? interaction.channel);
  if (!channel) return { note: texts[language].watch.notAChannel };
  const asked = wishesIn(interaction, plain, language, context);
  if ('note' in asked) return asked;
  return saveWatch({ ...plain, ...asked.wishes, id: null, channelId: channel.id }, interaction, context);
}
