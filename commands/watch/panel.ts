import {
  ComponentType,
  GuildDefaultMessageNotifications,
  type Role,
  SelectMenuDefaultValueType,
} from 'discord.js';
import type { ReplyBody } from '../../src/discord/command.ts';
import { preflight } from '../../src/discord/permissions.ts';
import type { Line } from '../../src/discord/render/card.ts';
import { replyOf, rowsOf } from '../../src/discord/reply.ts';
import { languageOf } from '../../src/discord/texts.ts';
import type { Language } from '../../src/domain/source.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { countItems, goodsInArchive } from '../../src/store/lookups.ts';
import { readServer } from '../../src/store/servers.ts';
import type { CommandContext } from '../command.ts';
import type { Asker } from '../shared/asker.ts';
import { filterText, marketText } from '../shared/filter.ts';
import { digestText, quietText } from '../shared/manners.ts';
import { texts } from '../texts/index.ts';
import type { AlertChannel } from './alert-channel.ts';
import { goodsChoices } from './goods-menu.ts';
import { botIn } from './missing.ts';
import { type Preview, previewed } from './preview.ts';

/** What a watch is, what it would have sent, and everything to change it in place. */
export async function panel(
  watch: Subscription,
  channel: AlertChannel,
  asker: Asker,
  context: CommandContext,
  told?: { title: string; preview: Preview },
): Promise<ReplyBody> {
  const language = languageOf(asker);
  const { watch: words } = texts[language];
  const { guild } = asker;
  const role = guild.roles.cache.get(watch.roleId ?? '') ?? null;
  const permissions = preflight(channel, await botIn(guild), { threads: watch.threads, role });
  const preview = told?.preview ?? (await previewed(watch, language, context));
  const shown = replyOf({
    title: [told?.title ?? words.title(`#${channel.name}`)],
    colour: 'green',
    lines: [
      [permissions.map(({ name, granted }) => `${granted ? '✓' : '✗'} ${name[language]}`).join(' · ')],
      ...(told ? [] : [[`✓ ${words.archive(await countItems(context.db))}`]]),
      ...preview.lines,
      ...warnings(watch, asker),
      [await settingsText(watch, role, language, context)],
    ],
  });
  return { ...shown, components: await controlsOf(watch, preview, language, context) };
}

/** What would keep phones quiet although a message arrives. */
function warnings(watch: Subscription, { guild, locale }: Asker): Line[] {
  const { watch: words } = texts[languageOf({ locale })];
  const mentionsOnly = guild.defaultMessageNotifications === GuildDefaultMessageNotifications.OnlyMentions;
  return [
    ...(watch.pausedAt === null ? [] : [[`⚠ ${words.stillPaused(watch.id)}`]]),
    ...(mentionsOnly && watch.roleId === null ? [[`⚠ ${words.quietPhones}`]] : []),
  ];
}

async function settingsText(
  watch: Subscription,
  role: Role | null,
  language: Language,
  { names, db }: CommandContext,
): Promise<string> {
  const { watch: words, pair } = texts[language];
  const { settings, manners } = words;
  const { zone } = await readServer(db, watch.guildId);
  return [
    pair(settings.what, filterText(watch, language, names)),
    pair(settings.language, words.languages[watch.language]),
    pair(settings.market, marketText(watch.market, language)),
    pair(settings.role, role ? `@${role.name}` : words.none),
    pair(settings.quiet, watch.quiet ? quietText(watch.quiet, language) : words.none),
    ...(watch.digest ? [pair(settings.digest, digestText(watch.digest, language))] : []),
    ...(watch.threads ? [pair(settings.threads, words.threadsOn)] : []),
    ...(watch.digest || watch.quiet ? [manners.zone(zone)] : []),
  ].join(' · ');
}

async function controlsOf(
  watch: Subscription,
  { more }: Preview,
  language: Language,
  { db }: CommandContext,
): Promise<ReplyBody['components']> {
  const { watch: words, pair } = texts[language];
  const { id } = watch;
  const role = {
    type: ComponentType.RoleSelect as const,
    custom_id: `watch-role:${id}`,
    placeholder: words.menus.role,
    min_values: 0,
    ...(watch.roleId && {
      default_values: [{ id: watch.roleId, type: SelectMenuDefaultValueType.Role as const }],
    }),
  };
  const options = goodsChoices(watch.goods, await goodsInArchive(db), language);
  const goods = {
    type: ComponentType.StringSelect as const,
    custom_id: `watch-goods:${id}`,
    placeholder: words.menus.goods,
    min_values: 0,
    max_values: options.length,
    options,
  };
  return [
    { type: ComponentType.ActionRow, components: [role] },
    { type: ComponentType.ActionRow, components: [goods] },
    ...rowsOf([
      [
        { label: words.test.send, customId: `test:${id}` },
        {
          label: pair(words.settings.language, words.languages[watch.language]),
          customId: `watch-language:${id}`,
        },
        { label: words.settings.quiet, customId: `watch-quiet:${id}` },
        { label: words.settings.digest, customId: `watch-digest:${id}` },
        { label: words.remove, customId: `unwatch:${id}` },
      ],
      more === null ? [] : [{ label: words.seeAll(more), customId: `watch-sent:${id}` }],
    ]),
  ];
}
