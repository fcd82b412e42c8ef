import { ChannelType, InteractionContextType, PermissionFlagsBits, SlashCommandBuilder } from 'discord.js';
import { languageOf } from '../src/discord/texts.ts';
import { markets } from '../src/domain/subscription.ts';
import { goodsInArchive } from '../src/store/lookups.ts';
import type { Command } from './command.ts';
import { completeGoods } from './shared/goods.ts';
import { inChinese } from './shared/localised.ts';
import { addWatch } from './watch/add.ts';
import { listWatches } from './watch/list.ts';
import { completeWatches, removeWatch } from './watch/remove.ts';
import { deleteTest, sendTest } from './watch/trial.ts';

const data = new SlashCommandBuilder()
  .setName('watch')
  .setDescription('Which channels get alerts')
  .setDescriptionLocalizations(inChinese('哪些频道接收提醒', '哪些頻道接收提醒'))
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  .setContexts(InteractionContextType.Guild)
  .addSubcommand((add) =>
    add
      .setName('add')
      .setDescription('Send alerts to this channel, or another')
      .setDescriptionLocalizations(inChinese('向本频道或其他频道发送提醒', '向本頻道或其他頻道發送提醒'))
      .addChannelOption((option) =>
        option
          .setName('channel')
          .setDescription('Where to post; this channel when left out')
          .setDescriptionLocalizations(inChinese('发往的频道；不填即本频道', '發往的頻道；不填即本頻道'))
          .addChannelTypes(ChannelType.GuildText, ChannelType.GuildAnnouncement),
      )
      .addStringOption((option) =>
        option
          .setName('goods')
          .setDescription('Only these goods, separated by commas; all when left out')
          .setDescriptionLocalizations(
            inChinese('只关注这些物项，用逗号分隔；不填即全部', '只關注這些物項，用逗號分隔；不填即全部'),
          )
          .setAutocomplete(true),
      )
      .addStringOption((option) =>
        option
          .setName('tiers')
          .setDescription('How much it must matter; everything when left out')
          .setDescriptionLocalizations(inChinese('重要程度；不填即全部', '重要程度；不填即全部'))
          .addChoices(
            {
              name: 'decisions and measures',
              value: 'decision,measure',
              name_localizations: inChinese('许可决定和管制措施', '許可決定和管制措施'),
            },
            {
              name: 'decisions only',
              value: 'decision',
              name_localizations: inChinese('仅许可决定', '僅許可決定'),
            },
            {
              name: 'measures only',
              value: 'measure',
              name_localizations: inChinese('仅管制措施', '僅管制措施'),
            },
          ),
      )
      .addRoleOption((option) =>
        option
          .setName('role')
          .setDescription('Pinged by new decisions and measures; nobody when left out')
          .setDescriptionLocalizations(
            inChinese(
              '有新决定或措施时通知的身份组；不填则不通知',
              '有新決定或措施時通知的身分組；不填則不通知',
            ),
          ),
      )
      .addStringOption((option) =>
        option
          .setName('language')
          .setDescription('Of the alerts; English and Chinese when left out')
          .setDescriptionLocalizations(inChinese('提醒的语言；不填即中英双语', '提醒的語言；不填即中英雙語'))
          .addChoices(
            { name: 'English + 中文', value: 'both' },
            { name: 'English', value: 'en' },
            { name: '中文', value: 'zh' },
          ),
      )
      .addStringOption((option) =>
        option
          .setName('market')
          .setDescription('Whose firms are named when they are not mentioned; US when left out')
          .setDescriptionLocalizations(
            inChinese('未提及时点明哪国企业；不填即美国', '未提及時點明哪國企業；不填即美國'),
          )
          .addChoices(markets.map((market) => ({ name: market, value: market }))),
      ),
  )
  .addSubcommand((list) =>
    list
      .setName('list')
      .setDescription('The channels of this server that get alerts')
      .setDescriptionLocalizations(inChinese('本服务器接收提醒的频道', '本伺服器接收提醒的頻道')),
  )
  .addSubcommand((remove) =>
    remove
      .setName('remove')
      .setDescription('Stop alerts')
      .setDescriptionLocalizations(inChinese('停止提醒', '停止提醒'))
      .addIntegerOption((option) =>
        option
          .setName('watch')
          .setDescription('Which one; choose from the list')
          .setDescriptionLocalizations(inChinese('要移除的关注，请从列表选择', '要移除的關注，請從列表選擇'))
          .setMinValue(1)
          .setRequired(true)
          .setAutocomplete(true),
      ),
  );

/** Subscriptions: one channel, its filter and its manners. */
export const watch: Command = {
  data,
  configures: true,

  execute(interaction, context) {
    switch (interaction.options.getSubcommand()) {
      case 'add':
        return addWatch(interaction, context);
      case 'remove':
        return removeWatch(interaction, interaction.options.getInteger('watch', true), context);
      default:
        return listWatches(interaction, context);
    }
  },

  async complete(interaction, context) {
    if (interaction.options.getFocused(true).name === 'watch') return completeWatches(interaction, context);
    const written = interaction.options.getFocused();
    return completeGoods(written, await goodsInArchive(context.db), languageOf(interaction));
  },

  buttons: {
    test: {
      configures: true,
      shows: 'private',
      press: (interaction, id, context) => sendTest(interaction, Number(id), context),
    },
    untest: { configures: true, shows: 'private', press: deleteTest },
    unwatch: {
      configures: true,
      shows: 'private',
      press: (interaction, id, context) => removeWatch(interaction, Number(id), context),
    },
  },
};
