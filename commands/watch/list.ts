import type { ChatInputCommandInteraction } from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';
import type { Line } from '../../src/discord/render/card.ts';
import { replyOf } from '../../src/discord/reply.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { listSubscriptions } from '../../src/store/subscriptions.ts';
import type { CommandContext } from '../command.ts';
import { channelNames } from '../shared/channels.ts';
import { filterText, marketText } from '../shared/filter.ts';
import { shareButton } from '../shared/footing.ts';
import { texts } from '../texts/index.ts';

export async function listWatches(
  interaction: ChatInputCommandInteraction<'cached'>,
  { db, names }: CommandContext,
): Promise<Answer> {
  const language = languageOf(interaction);
  const { watch: words, pair } = texts[language];
  const watches = await listSubscriptions(db, interaction.guildId);
  if (watches.length === 0) return { note: words.listNone };

  const channels = channelNames(interaction);
  const roles = interaction.guild.roles.cache;
  const lines = watches.map((watch): Line => {
    const role = watch.roleId ? (roles.get(watch.roleId)?.name ?? words.noRole) : words.noRole;
    const manners = [
      words.languages[watch.language],
      marketText(watch.market, language),
      pair(words.settings.role, role),
    ];
    const paused = watch.pausedAt === null ? '' : ` · ${words.paused}`;
    return [
      { bold: `${watch.id} · ${channels(watch.channelId, language)}${paused}` },
      `  ${filterText(watch, language, names)} · ${manners.join(' · ')}`,
    ];
  });
  return {
    reply: replyOf({ title: [words.listTitle(watches.length)], lines, buttons: [shareButton(language)] }),
  };
}
