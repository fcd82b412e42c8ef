import type { ChatInputCommandInteraction } from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { findSubscription } from '../../src/store/subscriptions.ts';
import type { CommandContext } from '../command.ts';
import { texts } from '../texts/index.ts';
import { saveWatch } from './save.ts';
import { wantedOf } from './wanted.ts';
import { wishesIn } from './wishes.ts';

/** Changes what was named of a watch, in its place; what was not named stays. Or changes nothing and says why. */
export async function editWatch(
  interaction: ChatInputCommandInteraction<'cached'>,
  context: CommandContext,
): Promise<Answer> {
  const language = languageOf(interaction);
  const { options, guildId } = interaction;
  const id = options.getInteger('watch', true);
  const before = await findSubscription(context.db, guildId, id);
  if (!before) return { note: texts[language].watch.notFound(id) };
  const asked = wishesIn(interaction, before, language, context);
  if ('note' in asked) return asked;

  const channelId = options.getChannel('channel')?.id ?? before.channelId;
  return saveWatch({ ...wantedOf(before), ...asked.wishes, channelId }, interaction, context);
}
