import {
  ChannelType,
  type ChatInputCommandInteraction,
  GuildDefaultMessageNotifications,
  type NewsChannel,
  type Role,
  type TextChannel,
} from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';
import { type CheckedPermission, canMention, preflight } from '../../src/discord/permissions.ts';
import type { Line } from '../../src/discord/render/card.ts';
import { escapeMarkdown } from '../../src/discord/render/escape.ts';
import { replyOf } from '../../src/discord/reply.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { tiers } from '../../src/domain/facts.ts';
import type { Language } from '../../src/domain/source.ts';
import { markets, messageLanguages, type Subscription } from '../../src/domain/subscription.ts';
import { countItems } from '../../src/store/lookups.ts';
import { insertSubscription, listSubscriptions } from '../../src/store/subscriptions.ts';
import type { CommandContext } from '../command.ts';
import { filterText, marketText } from '../shared/filter.ts';
import { parseGoods, unknownGoodsNote } from '../shared/goods.ts';
import { texts } from '../texts/index.ts';
import { botIn, missingNote } from './missing.ts';
import { previewLines } from './preview.ts';

type Interaction = ChatInputCommandInteraction<'cached'>;
type AlertChannel = TextChannel | NewsChannel;

/** Saves a watch, or says what is missing and saves nothing. */
export async function addWatch(interaction: Interaction, context: CommandContext): Promise<Answer> {
  const language = languageOf(interaction);
  const { watch: words } = texts[language];
  const channel = alertChannel(interaction);
  const role = interaction.options.getRole('role');
  const { goods, unknown } = parseGoods(interaction.options.getString('goods'));
  if (!channel) return { note: words.notAChannel };
  if (unknown.length > 0) return unknownGoodsNote(unknown, language);
  if (role?.id === interaction.guildId) return { note: words.everyoneRole };

  const permissions = preflight(channel, await botIn(interaction.guild));
  const missing = missingNote(permissions, channel, language);
  if (missing) return missing;

  const wanted = wantedBy(interaction, channel, goods, role, context);
  const same = (await listSubscriptions(context.db, interaction.guildId)).find((known) =>
    isSame(known, wanted),
  );
  if (same) return { note: words.duplicate(same.id, escapeMarkdown(`#${channel.name}`)) };

  const saved = await insertSubscription(context.db, wanted);
  return { reply: await confirmation({ saved, channel, role, permissions }, interaction, language, context) };
}

/** The channel named, else this one; null where alerts cannot go. */
function alertChannel({ options, channel }: Interaction): AlertChannel | null {
  const chosen = options.getChannel('channel') ?? channel;
  return chosen?.type === ChannelType.GuildText || chosen?.type === ChannelType.GuildAnnouncement
    ? chosen
    : null;
}

/** What the options ask for; what is left out gets its default. */
function wantedBy(
  { options, guildId }: Interaction,
  channel: AlertChannel,
  goods: string[],
  role: Role | null,
  { clock }: CommandContext,
): Omit<Subscription, 'id'> {
  const chosen = options.getString('tiers')?.split(',') ?? [];
  return {
    guildId,
    channelId: channel.id,
    authorities: [],
    tiers: tiers.filter((tier) => chosen.includes(tier)),
    goods,
    roleId: role?.id ?? null,
    language: messageLanguages.find((each) => each === options.getString('language')) ?? 'both',
    market: markets.find((each) => each === options.getString('market')) ?? 'US',
    createdAt: clock.now(),
  };
}

function isSame(known: Subscription, wanted: Omit<Subscription, 'id'>): boolean {
  const { id: _id, createdAt: _at, ...rest } = known;
  return Object.entries(rest).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(wanted[name as keyof typeof rest]),
  );
}

interface Added {
  saved: Subscription;
  channel: AlertChannel;
  role: Role | null;
  permissions: CheckedPermission[];
}

async function confirmation(
  added: Added,
  interaction: Interaction,
  language: Language,
  context: CommandContext,
) {
  const { watch: words } = texts[language];
  const { saved, channel, permissions } = added;
  const items = await countItems(context.db);
  return replyOf({
    title: [words.title(`#${channel.name}`)],
    colour: 'green',
    lines: [
      [permissions.map(({ name }) => `✓ ${name[language]}`).join(' · ')],
      [`✓ ${words.archive(items)}`],
      ...(await previewLines(saved, language, context)),
      ...warnings(added, interaction, language),
      [settingsText(added, language)],
    ],
    buttons: [
      { label: words.test.send, customId: `test:${saved.id}` },
      { label: words.remove, customId: `unwatch:${saved.id}` },
    ],
  });
}

/** What would keep phones quiet although a message arrives. */
function warnings({ channel, role }: Added, { guild, client }: Interaction, language: Language): Line[] {
  const { watch: words } = texts[language];
  const mentionsOnly = guild.defaultMessageNotifications === GuildDefaultMessageNotifications.OnlyMentions;
  if (!role) return mentionsOnly ? [[`⚠ ${words.quietPhones}`]] : [];
  const rings = guild.members.me !== null && canMention(role, channel, guild.members.me);
  return rings ? [] : [[`⚠ ${words.cannotMention(`@${role.name}`, client.user.username)}`]];
}

function settingsText({ saved, role }: Added, language: Language): string {
  const { watch: words, pair } = texts[language];
  const { settings } = words;
  return [
    pair(settings.what, filterText(saved, language)),
    pair(settings.language, words.languages[saved.language]),
    pair(settings.market, marketText(saved.market, language)),
    pair(settings.role, role ? `@${role.name}` : words.noRole),
  ].join(' · ');
}
