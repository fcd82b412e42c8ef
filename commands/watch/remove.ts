import type { ApplicationCommandOptionChoiceData, AutocompleteInteraction, Guild } from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';
import { escapeMarkdown } from '../../src/discord/render/escape.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { rejectWaiting } from '../../src/store/outbox.ts';
import { deleteSubscription, listSubscriptions } from '../../src/store/subscriptions.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import type { CommandContext } from '../command.ts';
import { channelNames } from '../shared/channels.ts';
import { filterText } from '../shared/filter.ts';
import { texts } from '../texts/index.ts';

/** Removes a watch of this server; what still waits for a channel without any other is given up. */
export async function removeWatch(
  interaction: { guild: Guild; guildId: string; locale: string },
  id: number,
  { db, clock }: CommandContext,
): Promise<Answer> {
  const language = languageOf(interaction);
  const { watch: words } = texts[language];
  const watches = await listSubscriptions(db, interaction.guildId);
  const watch = watches.find((each) => each.id === id);
  if (!watch || !(await deleteSubscription(db, interaction.guildId, id))) return { note: words.notFound(id) };

  const { channelId } = watch;
  const last = watches.every((other) => other.id === id || other.channelId !== channelId);
  if (last) await rejectWaiting(db, channelId, 'the watch was removed', clock.now());
  return { note: words.removed(id, escapeMarkdown(channelNames(interaction)(channelId, language))) };
}

const LONGEST_CHOICE = 100;

/** "3 · #rare-earths · decisions · gallium": the watches that a subcommand can be used on. */
export async function completeWatches(
  interaction: AutocompleteInteraction<'cached'>,
  { db, names }: CommandContext,
): Promise<ApplicationCommandOptionChoiceData[]> {
  const language = languageOf(interaction);
  const channels = channelNames(interaction);
  const subcommand = interaction.options.getSubcommand();
  // Of an integer option Discord sends what was typed so far: a text, or a number where it is one.
  const typed = String(interaction.options.getFocused()).toLowerCase();
  return (await listSubscriptions(db, interaction.guildId))
    .filter(({ pausedAt }) => subcommand !== 'pause' || pausedAt === null)
    .filter(({ pausedAt }) => subcommand !== 'resume' || pausedAt !== null)
    .map((watch) => ({
      name: cut(
        `${watch.id} · ${channels(watch.channelId, language)} · ${filterText(watch, language, names)}`,
        LONGEST_CHOICE,
      ),
      value: watch.id,
    }))
    .filter(({ name }) => name.toLowerCase().includes(typed))
    .slice(0, 25);
}
