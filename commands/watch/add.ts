import type { ChatInputCommandInteraction } from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { plainManners } from '../../src/domain/manners.ts';
import { readServer } from '../../src/store/servers.ts';
import type { CommandContext } from '../command.ts';
import { texts } from '../texts/index.ts';
import { asAlertChannel } from './alert-channel.ts';
import { saveWatch } from './save.ts';
import type { Wanted } from './wanted.ts';
import { wishesIn } from './wishes.ts';

/** Everything, at once, and nobody pinged. */
const plain: Omit<Wanted, 'id' | 'channelId' | 'language'> = {
  ...noFilter,
  ...plainManners,
  roleId: null,
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
  const server = await readServer(context.db, interaction.guildId);
  const wanted = { ...plain, language: server.language, ...asked.wishes, id: null, channelId: channel.id };
  return saveWatch(wanted, interaction, context);
}
