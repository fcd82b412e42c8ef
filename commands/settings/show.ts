import { ChannelType, ComponentType, SelectMenuDefaultValueType } from 'discord.js';
import type { ReplyBody } from '../../src/discord/command.ts';
import type { Line } from '../../src/discord/render/card.ts';
import { replyOf, rowsOf } from '../../src/discord/reply.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { messageLanguages } from '../../src/domain/subscription.ts';
import { readServer } from '../../src/store/servers.ts';
import type { CommandContext } from '../command.ts';
import type { Asker } from '../shared/asker.ts';
import { channelNames } from '../shared/channels.ts';
import { mayChangeSources } from '../shared/premises.ts';
import { texts } from '../texts/index.ts';
import { clockIn } from './zones.ts';

/** What this server has chosen, and everything to change it in place. */
export async function settingsReply(asker: Asker, context: CommandContext): Promise<ReplyBody> {
  const { guild, guildId } = asker;
  const { db, clock } = context;
  const language = languageOf(asker);
  const { settings: words, watch } = texts[language];
  const server = await readServer(db, guildId);
  const { zone, askersRoleId, opsChannelId } = server;
  const role = askersRoleId === null ? null : guild.roles.cache.get(askersRoleId);
  const whoAsks = askersRoleId === null ? words.everyone : role ? `@${role.name}` : words.goneRole;
  const looksAfter = mayChangeSources(asker, context);
  const opsChannel = opsChannelId === null ? words.none : channelNames(asker)(opsChannelId, language);
  const opsLine: Line = [{ bold: words.ops }, `  ${opsChannel}`];
  const shown = replyOf({
    title: [words.title],
    lines: [
      [{ bold: words.zone }, `  ${zone} · ${words.zoneNow(clockIn(zone, clock.now()))}`],
      [{ bold: words.askers }, `  ${whoAsks}`],
      [{ bold: words.language }, `  ${watch.languages[server.language]}`],
      ...(looksAfter ? [opsLine] : []),
    ],
    footer: words.footer,
  });
  const askers = {
    type: ComponentType.RoleSelect as const,
    custom_id: 'settings-askers:',
    placeholder: words.menus.askers,
    min_values: 0,
    ...(role && { default_values: [{ id: role.id, type: SelectMenuDefaultValueType.Role as const }] }),
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
  const ops = {
    type: ComponentType.ChannelSelect as const,
    custom_id: 'settings-ops:',
    placeholder: words.menus.ops,
    min_values: 0,
    channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    ...(opsChannelId && {
      default_values: [{ id: opsChannelId, type: SelectMenuDefaultValueType.Channel as const }],
    }),
  };
  const menus = [askers, languages, ...(looksAfter ? [ops] : [])];
  return {
    ...shown,
    components: [
      ...menus.map((menu) => ({ type: ComponentType.ActionRow as const, components: [menu] })),
      ...rowsOf([[{ label: words.zone, customId: 'settings-zone:' }]]),
    ],
  };
}
