import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import { languageOf } from '../src/discord/texts.ts';
import type { Command } from './command.ts';
import { type Described, described, inChinese } from './shared/localised.ts';
import { mayChangeSources } from './shared/premises.ts';
import { addSource, lookAtSource, saveSource } from './source/add.ts';
import { cataloguePage, completeCountry, showCatalogue } from './source/catalogue.ts';
import { changeSource, changes, completeSources } from './source/change.ts';
import { askSource, saveEdited } from './source/edit.ts';
import { listSources } from './source/list.ts';
import { previewSource } from './source/preview.ts';
import { texts } from './texts/index.ts';

/** The subcommands that are done to one Source. */
const done: readonly Described[] = [
  [
    'check',
    'Read one source now, and say what came of it',
    '立即读取一个来源并告知结果',
    '立即讀取一個來源並告知結果',
  ],
  ['pause', 'Stop reading one source until it is resumed', '暂停读取一个来源', '暫停讀取一個來源'],
  ['resume', 'Read a paused source again', '恢复读取已暂停的来源', '恢復讀取已暫停的來源'],
  [
    'edit',
    'Change the name or pace of a source; of one that was added here also address and language',
    '修改来源的名称或读取频率；自行添加的还可修改地址和语言',
    '修改來源的名稱或讀取頻率；自行新增的還可修改地址和語言',
  ],
  ['remove', 'Remove a source that was added here', '移除自行添加的来源', '移除自行新增的來源'],
];

const data = new SlashCommandBuilder()
  .setName('source')
  .setContexts(InteractionContextType.Guild)
  .setDescription('The official pages that are read')
  .setDescriptionLocalizations(inChinese('所读取的官方来源', '所讀取的官方來源'))
  .addSubcommand((list) =>
    described(list, [
      'list',
      'Every source: when it was last read, and what is wrong',
      '各来源的最近读取时间及异常原因',
      '各來源的最近讀取時間及異常原因',
    ]),
  )
  .addSubcommand((catalogue) =>
    described(catalogue, [
      'catalogue',
      'What ships with the bot: which sources are read, which are off and why',
      '内置来源：哪些在读取，哪些未启用及原因',
      '內建來源：哪些在讀取，哪些未啟用及原因',
    ]).addStringOption((option) =>
      described(option, ['country', 'Only of this country', '只看该国家或地区', '只看該國家或地區'])
        .setMaxLength(100)
        .setAutocomplete(true),
    ),
  )
  .addSubcommand((preview) =>
    described(preview, [
      'preview',
      'Read an address or a source now and show its entries; nothing is saved',
      '立即读取一个网址或来源并展示条目，不保存',
      '立即讀取一個網址或來源並展示條目，不儲存',
    ]).addStringOption((option) =>
      described(option, [
        'source',
        'An address, or a source from the list',
        '网址，或列表中的来源',
        '網址，或列表中的來源',
      ])
        .setMaxLength(1000)
        .setRequired(true)
        .setAutocomplete(true),
    ),
  )
  .addSubcommand((add) =>
    described(add, [
      'add',
      'Read one more page or feed: shows what is found there before anything is saved',
      '添加页面或订阅源：先展示识别结果，确认后才保存',
      '新增頁面或訂閱源：先展示識別結果，確認後才儲存',
    ])
      .addStringOption((option) =>
        option
          .setName('address')
          .setDescription('Of a page that lists announcements, or of a feed')
          .setDescriptionLocalizations(inChinese('列表页或订阅源的地址', '列表頁或訂閱源的地址'))
          .setMaxLength(1000)
          .setRequired(true),
      )
      .addStringOption((option) =>
        option
          .setName('name')
          .setDescription('What to call it; its address when left out')
          .setDescriptionLocalizations(inChinese('名称；不填则用地址', '名稱；不填則用地址'))
          .setMaxLength(80),
      ),
  );
for (const each of done) {
  data.addSubcommand((subcommand) =>
    described(subcommand, each).addStringOption((option) =>
      option
        .setName('source')
        .setDescription('Which one; choose from the list')
        .setDescriptionLocalizations(inChinese('哪个来源，请从列表选择', '哪個來源，請從列表選擇'))
        .setRequired(true)
        .setAutocomplete(true),
    ),
  );
}

/** What is read: by everybody to be seen, by managers to be changed. */
export const source: Command = {
  data,
  configures: ['add', 'preview', ...done.map(([name]) => name)],

  async execute(interaction, context) {
    const language = languageOf(interaction);
    const { options } = interaction;
    const subcommand = options.getSubcommand();
    if (subcommand === 'list') return listSources(language, context);
    if (subcommand === 'catalogue') return showCatalogue(options.getString('country'), language, context);
    if (!mayChangeSources(interaction, context)) return { note: texts[language].source.notHere };
    if (subcommand === 'add') return addSource(interaction, context);
    if (subcommand === 'preview') return previewSource(interaction, context);
    const id = options.getString('source', true);
    const change = changes[subcommand];
    return change ? changeSource(change, id, language, context) : askSource(id, language, context);
  },

  async complete(interaction, context) {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'country') return completeCountry(value, languageOf(interaction));
    return completeSources(interaction, context);
  },

  buttons: {
    sources: {
      shows: 'private',
      answer: (interaction, _argument, context) => listSources(languageOf(interaction), context),
    },
    'source-page': {
      shows: 'in-place',
      answer: (interaction, page, context) => listSources(languageOf(interaction), context, Number(page)),
    },
    'source-catalogue': {
      shows: 'in-place',
      answer: (interaction, place, context) => cataloguePage(place, languageOf(interaction), context),
    },
    'source-look': { configures: true, shows: 'in-place', answer: lookAtSource },
    'source-save': {
      configures: true,
      shows: 'in-place',
      answer: async (interaction, place, context) =>
        mayChangeSources(interaction, context)
          ? saveSource(interaction, place, context)
          : { note: texts[languageOf(interaction)].source.notHere },
    },
  },

  forms: {
    'source-edit': {
      configures: true,
      shows: 'private',
      answer: async (form, id, context) =>
        mayChangeSources(form, context)
          ? saveEdited(form, id, context)
          : { note: texts[languageOf(form)].source.notHere },
    },
  },
};
