import type { ChatInputCommandInteraction } from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';
import { escapeMarkdown } from '../../src/discord/render/escape.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { rejectWaiting } from '../../src/store/outbox.ts';
import { listSubscriptions, pauseSubscription } from '../../src/store/subscriptions.ts';
import type { CommandContext } from '../command.ts';
import { channelNames } from '../shared/channels.ts';
import { texts } from '../texts/index.ts';

/** Lets a watch be told nothing, and keeps it; what still waits for a channel without any other is given up. */
export async function pauseWatch(
  interaction: ChatInputCommandInteraction<'cached'>,
  { db, clock }: CommandContext,
): Promise<Answer> {
  const { id, guildId, words, channelName } = named(interaction);
  const now = clock.now();
  const changed = await pauseSubscription(db, { guildId, id }, true, now);
  const watches = await listSubscriptions(db, guildId);
  const watch = watches.find((each) => each.id === id);
  if (!watch) return { note: words.notFound(id) };
  if (!changed) return { note: words.stillPaused(id) };

  const { channelId } = watch;
  if (watches.every((other) => other.channelId !== channelId || other.pausedAt !== null))
    await rejectWaiting(db, channelId, 'the watch was paused', now);
  return { note: words.pausedNow(id, channelName(channelId)) };
}

/** Lets a watch be told again, from now on: what came meanwhile is in the archive. */
export async function resumeWatch(
  interaction: ChatInputCommandInteraction<'cached'>,
  { db, clock }: CommandContext,
): Promise<Answer> {
  const { id, guildId, words, channelName } = named(interaction);
  const changed = await pauseSubscription(db, { guildId, id }, false, clock.now());
  const watch = (await listSubscriptions(db, guildId)).find((each) => each.id === id);
  if (!watch) return { note: words.notFound(id) };
  return { note: changed ? words.resumed(id, channelName(watch.channelId)) : words.notPaused(id) };
}

function named(interaction: ChatInputCommandInteraction<'cached'>) {
  const language = languageOf(interaction);
  return {
    id: interaction.options.getInteger('watch', true),
    guildId: interaction.guildId,
    words: texts[language].watch,
    channelName: (channelId: string) => escapeMarkdown(channelNames(interaction)(channelId, language)),
  };
}
