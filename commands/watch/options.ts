import type {
  ApplicationCommandOptionChoiceData,
  AutocompleteInteraction,
  SlashCommandSubcommandBuilder,
} from 'discord.js';
import { languageOf } from '../../src/discord/texts.ts';
import { type Market, markets } from '../../src/domain/subscription.ts';
import { goodsInArchive } from '../../src/store/lookups.ts';
import { readServer } from '../../src/store/servers.ts';
import type { CommandContext } from '../command.ts';
import { completeEntries } from '../shared/entries.ts';
import { type Listed, optionOf } from '../shared/filter.ts';
import { completeGoods } from '../shared/goods.ts';
import { type Described, described, inChinese } from '../shared/localised.ts';
import { completeDigest, completeSpan, NONE } from '../shared/manners.ts';
import { alertChannelTypes } from './alert-channel.ts';

const LONGEST_LIST = 1000;
const LONGEST_WORDS = 200;
const LONGEST_TIME = 60;

const channel: Record<'add' | 'edit', Described> = {
  add: [
    'channel',
    'Where to post; this channel when left out',
    '发往的频道；不填即本频道',
    '發往的頻道；不填即本頻道',
  ],
  edit: ['channel', 'Post there instead', '改发到该频道', '改發到該頻道'],
};

/** Several entries each, separated by commas. */
const listed: readonly Described[] = [
  [
    'goods',
    'Only these goods, separated by commas',
    '只关注这些物项，用逗号分隔',
    '只關注這些物項，用逗號分隔',
  ],
  [
    optionOf.kinds,
    'Only these kinds: licences granted or stopped, measures, statements',
    '只关注这些类别：许可发放或停发、管制措施、表态',
    '只關注這些類別：許可發放或停發、管制措施、表態',
  ],
  [
    optionOf.actions,
    'Only what does this: licences granted, new control, …',
    '只关注这些动作：许可获批、新增管制等',
    '只關注這些動作：許可獲批、新增管制等',
  ],
  [
    optionOf.destinations,
    'Only where goods for these countries are spoken of',
    '只关注点明运往这些国家的',
    '只關注點明運往這些國家的',
  ],
  [
    optionOf.authorities,
    'Only these ministries, or all of a country',
    '只关注这些主管部门，或某国全部部门',
    '只關注這些主管部門，或某國全部部門',
  ],
  [
    optionOf.sources,
    'Only what one of these sources shows',
    '只关注这些来源所载的内容',
    '只關注這些來源所載的內容',
  ],
  [
    optionOf.sourceLanguages,
    'Only what is published in these languages',
    '只关注以这些语言发布的内容',
    '只關注以這些語言發布的內容',
  ],
];

const words: Described = [
  'words',
  'Only where titles or quotes say one of these; commas between, a phrase in quotes',
  '标题或引文须含其中之一，用逗号分隔；整句加引号',
  '標題或引文須含其中之一，用逗號分隔；整句加引號',
];
const tiers: Described = ['tiers', 'How much it must matter', '重要程度', '重要程度'];
const role: Described = [
  'role',
  'Pinged by new decisions and measures',
  '有新决定或措施时通知的身份组',
  '有新決定或措施時通知的身分組',
];
const language: Record<'add' | 'edit', Described> = {
  add: [
    'language',
    'Of the alerts; English and Chinese when left out',
    '提醒的语言；不填即中英双语',
    '提醒的語言；不填即中英雙語',
  ],
  edit: ['language', 'Of the alerts', '提醒的语言', '提醒的語言'],
};
const market: Record<'add' | 'edit', Described> = {
  add: [
    'market',
    'Whose firms are named when they are not mentioned; US when left out',
    '未提及时点明哪国企业；不填即美国',
    '未提及時點明哪國企業；不填即美國',
  ],
  edit: [
    'market',
    'Whose firms are named when they are not mentioned',
    '未提及时点明哪国企业',
    '未提及時點明哪國企業',
  ],
};

const marketsInChinese: Record<Market, [simplified: string, traditional: string]> = {
  US: ['美国', '美國'],
  EU: ['欧盟', '歐盟'],
  Japan: ['日本', '日本'],
  'South Korea': ['韩国', '韓國'],
  Taiwan: ['台湾', '臺灣'],
};
const digest: Described = [
  'digest',
  'Everything in one message: daily 08:30, weekly Mon 08:30; none: at once',
  '合为一条消息：daily 08:30、weekly Mon 08:30；none 为即时发送',
  '合為一則訊息：daily 08:30、weekly Mon 08:30；none 為即時發送',
];
const quiet: Described = [
  'quiet-hours',
  'When messages wait for the morning: 22:00-07:00; none: never',
  '免打扰时段，消息留待次日：22:00-07:00；none 为不设',
  '勿擾時段，訊息留待次日：22:00-07:00；none 為不設',
];
const decisionsAnyway: Described = [
  'decisions-anyway',
  'Whether licence decisions come in quiet hours too',
  '免打扰时段内是否照常发送许可决定',
  '勿擾時段內是否照常發送許可決定',
];
const threads: Described = [
  'threads',
  'Whether each story gets a thread, where its follow-ups go',
  '是否为每条消息开设子区，后续消息发往其中',
  '是否為每則消息開設討論串，後續消息發往其中',
];

const languageChoices = [
  { name: 'English + 中文', value: 'both' },
  { name: 'English', value: 'en' },
  { name: '中文', value: 'zh' },
];
const tierChoices = [
  {
    name: 'decisions and measures',
    value: 'decision,measure',
    name_localizations: inChinese('许可决定和管制措施', '許可決定和管制措施'),
  },
  { name: 'decisions only', value: 'decision', name_localizations: inChinese('仅许可决定', '僅許可決定') },
  { name: 'measures only', value: 'measure', name_localizations: inChinese('仅管制措施', '僅管制措施') },
];
const allTiers = { name: 'everything', value: NONE, name_localizations: inChinese('全部', '全部') };

/** The options of a watch: its channel, its filters and its manners. */
export function withWatchOptions(
  subcommand: SlashCommandSubcommandBuilder,
  { edits }: { edits: boolean },
): SlashCommandSubcommandBuilder {
  subcommand.addChannelOption((option) =>
    described(option, edits ? channel.edit : channel.add).addChannelTypes(...alertChannelTypes),
  );
  for (const each of listed)
    subcommand.addStringOption((option) =>
      described(option, each).setMaxLength(LONGEST_LIST).setAutocomplete(true),
    );
  return subcommand
    .addStringOption((option) => described(option, words).setMaxLength(LONGEST_WORDS))
    .addStringOption((option) =>
      described(option, tiers).addChoices(edits ? [allTiers, ...tierChoices] : tierChoices),
    )
    .addRoleOption((option) => described(option, role))
    .addStringOption((option) =>
      described(option, edits ? language.edit : language.add).addChoices(languageChoices),
    )
    .addStringOption((option) =>
      described(option, edits ? market.edit : market.add).addChoices(
        markets.map((name) => ({
          name,
          value: name,
          name_localizations: inChinese(...marketsInChinese[name]),
        })),
      ),
    )
    .addStringOption((option) => described(option, digest).setMaxLength(LONGEST_TIME).setAutocomplete(true))
    .addStringOption((option) => described(option, quiet).setMaxLength(LONGEST_TIME).setAutocomplete(true))
    .addBooleanOption((option) => described(option, decisionsAnyway))
    .addBooleanOption((option) => described(option, threads));
}

/** Completes whatever option of a watch is being typed. */
export async function completeOption(
  interaction: AutocompleteInteraction<'cached'>,
  context: CommandContext,
): Promise<ApplicationCommandOptionChoiceData[]> {
  const reader = languageOf(interaction);
  const { name, value } = interaction.options.getFocused(true);
  if (name === 'goods') return completeGoods(value, await goodsInArchive(context.db), reader);
  if (name === 'digest' || name === 'quiet-hours') {
    const { zone } = await readServer(context.db, interaction.guildId);
    return (name === 'digest' ? completeDigest : completeSpan)(value, zone, reader);
  }
  const filter = (Object.keys(optionOf) as Listed[]).find((each) => optionOf[each] === name);
  return filter ? completeEntries(filter, value, context, reader) : [];
}
