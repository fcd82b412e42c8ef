import type { ChatInputCommandInteraction } from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { listSubscriptions, updateSubscription } from '../../src/store/subscriptions.ts';
import type { CommandContext } from '../command.ts';
import { texts } from '../texts/index.ts';
import { changedLines } from './preview.ts';
import { asAlertChannel, checked, confirmation, tellsTheSame } from './saved.ts';
import { wishesIn } from './wishes.ts';

/** Changes what was named of a watch, in its place; what was not named stays. Or changes nothing and says why. */
export async function editWatch(
  interaction: ChatInputCommandInteraction<'cached'>,
  context: CommandContext,
): Promise<Answer> {
  const language = languageOf(interaction);
  const { watch: words } = texts[language];
  const { options, guild, guildId } = interaction;
  const id = options.getInteger('watch', true);
  const before = (await listSubscriptions(context.db, guildId)).find((each) => each.id === id);
  if (!before) return { note: words.notFound(id) };
  const channel = asAlertChannel(options.getChannel('channel') ?? guild.channels.cache.get(before.channelId));
  if (!channel) return { note: words.notAChannel };
  const asked = wishesIn(interaction, language, context);
  if ('note' in asked) return asked;

  const watch = { ...before, channelId: channel.id, ...asked.wishes, since: context.clock.now() };
  if (tellsTheSame(before, watch)) return { note: words.unchanged(id) };
  const fit = await checked(watch, channel, language, context);
  if ('note' in fit) return fit;

  await updateSubscription(context.db, watch);
  const preview = await changedLines(before, watch, language, context);
  const title = words.editedTitle(id, `#${channel.name}`);
  return {
    reply: confirmation(title, { watch, channel, ...fit }, preview, { interaction, language, context }),
  };
}
