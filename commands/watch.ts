import {
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
  type SlashCommandSubcommandBuilder,
} from 'discord.js';
import type { Command } from './command.ts';
import { type Described, described, inChinese } from './shared/localised.ts';
import { addWatch } from './watch/add.ts';
import { watchControls } from './watch/controls.ts';
import { editWatch } from './watch/edit.ts';
import { listWatches } from './watch/list.ts';
import { completeOption, withWatchOptions } from './watch/options.ts';
import { pauseWatch, resumeWatch } from './watch/pause.ts';
import { completeWatches, removeWatch } from './watch/remove.ts';
import { sendTest } from './watch/trial.ts';

const data = new SlashCommandBuilder()
  .setName('watch')
  .setDescription('Which channels get alerts')
  .setDescriptionLocalizations(inChinese('哪些频道接收提醒', '哪些頻道接收提醒'))
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  .setContexts(InteractionContextType.Guild)
  .addSubcommand((add) =>
    withWatchOptions(
      described(add, [
        'add',
        'Send alerts to this channel, or another',
        '向本频道或其他频道发送提醒',
        '向本頻道或其他頻道發送提醒',
      ]),
      { edits: false },
    ),
  )
  .addSubcommand((edit) =>
    withWatchOptions(
      which(
        described(edit, [
          'edit',
          'Change a watch: what you leave out stays, and none clears a filter',
          '修改关注：未填的保持不变，填 none 则清除该项筛选',
          '修改關注：未填的保持不變，填 none 則清除該項篩選',
        ]),
      ),
      { edits: true },
    ).addBooleanOption((option) =>
      described(option, ['no-role', 'Ping nobody any more', '不再通知任何身份组', '不再通知任何身分組']),
    ),
  )
  .addSubcommand((list) =>
    described(list, [
      'list',
      'The channels of this server that get alerts',
      '本服务器接收提醒的频道',
      '本伺服器接收提醒的頻道',
    ]),
  );

const done: readonly Described[] = [
  [
    'test',
    'Send a marked, silent test to its channel',
    '向其频道发送静默的测试消息',
    '向其頻道發送靜默的測試訊息',
  ],
  ['pause', 'Tell a watch nothing for now, and keep it', '暂停一项关注并保留', '暫停一項關注並保留'],
  ['resume', 'Tell a paused watch again', '恢复已暂停的关注', '恢復已暫停的關注'],
  ['remove', 'Stop alerts', '停止提醒', '停止提醒'],
];
for (const each of done) data.addSubcommand((subcommand) => which(described(subcommand, each)));

function which(subcommand: SlashCommandSubcommandBuilder) {
  return subcommand.addIntegerOption((option) =>
    described(option, [
      'watch',
      'Which one; choose from the list',
      '哪项关注，请从列表选择',
      '哪項關注，請從列表選擇',
    ])
      .setMinValue(1)
      .setRequired(true)
      .setAutocomplete(true),
  );
}

/** Subscriptions: one channel, its filter and its manners. */
export const watch: Command = {
  data,
  configures: true,

  execute(interaction, context) {
    switch (interaction.options.getSubcommand()) {
      case 'add':
        return addWatch(interaction, context);
      case 'edit':
        return editWatch(interaction, context);
      case 'test':
        return sendTest(interaction, interaction.options.getInteger('watch', true), context);
      case 'pause':
        return pauseWatch(interaction, context);
      case 'resume':
        return resumeWatch(interaction, context);
      case 'remove':
        return removeWatch(interaction, interaction.options.getInteger('watch', true), context);
      default:
        return listWatches(interaction, context);
    }
  },

  complete(interaction, context) {
    const { name } = interaction.options.getFocused(true);
    return name === 'watch' ? completeWatches(interaction, context) : completeOption(interaction, context);
  },

  ...watchControls,
};
