import type { ChatInputCommandInteraction } from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { countItems } from '../../src/store/lookups.ts';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import type { CommandContext } from '../command.ts';
import { texts } from '../texts/index.ts';
import { previewLines } from './preview.ts';
import { asAlertChannel, checked, confirmation } from './saved.ts';
import { wishesIn } from './wishes.ts';

/** Saves a watch, or says what is missing and saves nothing. */
export async function addWatch(
  interaction: ChatInputCommandInteraction<'cached'>,
  context: CommandContext,
): Promise<Answer> {
  const language = languageOf(interaction);
  const { watch: words } = texts[language];
  const channel = asAlertChannel(interaction.options.getChannel('channel') ?? interaction.channel);
  if (!channel) return { note: words.notAChannel };
  const asked = wishesIn(interaction, language, context);
  if ('note' in asked) return asked;

  const wanted = {
    guildId: interaction.guildId,
    channelId: channel.id,
    ...noFilter,
    roleId: null,
    language: 'both' as const,
    market: 'US' as const,
    ...asked.wishes,
    createdAt: context.clock.now(),
    createdBy: interaction.user.id,
  };
  const fit = await checked(wanted, channel, language, context);
  if ('note' in fit) return fit;

  const watch = await insertSubscription(context.db, wanted);
  const preview = [
    [`✓ ${words.archive(await countItems(context.db))}`],
    ...(await previewLines(watch, language, context)),
  ];
  const title = words.title(`#${channel.name}`);
  return {
    reply: confirmation(title, { watch, channel, ...fit }, preview, { interaction, language, context }),
  };
}
