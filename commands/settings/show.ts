import { ComponentType, type Guild } from 'discord.js';
import type { ReplyBody } from '../../src/discord/command.ts';
import { replyOf, rowsOf } from '../../src/discord/reply.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { messageLanguages } from '../../src/domain/subscription.ts';
import { readServer } from '../../src/store/servers.ts';
import type { CommandContext } from '../command.ts';
import { texts } from '../texts/index.ts';
import { clockIn } from './zones.ts';

/** What this server has chosen, and everything to change it in place. */
export async function settingsReply(
  { guild, guildId, locale }: { guild: Guild; guildId: string; locale: string },
  { db, clock }: CommandContext,
): Promise<ReplyBody> {
  const language = languageOf({ locale });
  const { settings: words, watch } = texts[language];
  const server = await readServer(db, guildId);
  const { zone, askersRoleId } = server;
  const role = askersRoleId === null ? null : guild.roles.cache.get(askersRoleId);
  const asker = askersRoleId === null ? words.everyone : role ? `@${role.name}` : words.goneRole;
  const shown = replyOf({
    title: [words.title],
    lines: [
      [{ bold: words.zone }, `  ${zone} · ${words.zoneNow(clockIn(zone, clock.now()))}`],
      [{ bold: words.askers }, `  ${asker}`],
      [{ bold: words.language }, `  ${watch.languages[server.language]}`],
    ],
    footer: words.footer,
  });
  const askers = {
    type: ComponentType.RoleSelect as const,
    custom_id: 'settings-askers:',
    placeholder: words.menus.askers,
    min_values: 0,
    ...(role && { default_values: [{ id: role.id, type: 'role' as never }] }),
  };
  const languages = {
    type: ComponentType.StringSelect as const,
    custom_id: 'settings-language:',
    placeholder: words.language,
    options: messageLanguages.map((each) => ({
      label: watch.languages[each],
      value: each,
      default: each === server.language,
    })),
  };
  return {
    ...shown,
    components: [
      { type: ComponentType.ActionRow, components: [askers] },
      { type: ComponentType.ActionRow, components: [languages] },
      ...rowsOf([[{ label: words.zone, customId: 'settings-zone:' }]]),
    ],
  };
}
