import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import { languageOf } from '../src/discord/texts.ts';
import { goodsInArchive } from '../src/store/lookups.ts';
import { termsOf } from '../src/understand/search/terms.ts';
import type { Command } from './command.ts';
import { Asked } from './search/asked.ts';
import { show } from './search/show.ts';
import { daysIn } from './shared/dates.ts';
import { completeGoods, parseGoods, unknownGoodsNote } from './shared/goods.ts';
import { inChinese } from './shared/localised.ts';
import { loadCursor } from './shared/paging.ts';
import { texts } from './texts/index.ts';

/** Texts of the archive by their words, the newest first. */
export const search: Command = {
  data: new SlashCommandBuilder()
    .setName('search')
    .setContexts(InteractionContextType.Guild)
    .setDescription('Find what was published, by words, goods and dates')
    .setDescriptionLocalizations(
      inChinese('按词语、物项和日期查找已发布的内容', '按詞語、物項和日期查找已發布的內容'),
    )
    .addStringOption((option) =>
      option
        .setName('words')
        .setDescription('Every one must be found; words in quotes are one phrase')
        .setDescriptionLocalizations(inChinese('须全部出现；引号内为整句', '須全部出現；引號內為整句'))
        .setMaxLength(200),
    )
    .addStringOption((option) =>
      option
        .setName('goods')
        .setDescription('Only these goods, separated by commas')
        .setDescriptionLocalizations(inChinese('只看这些物项，用逗号分隔', '只看這些物項，用逗號分隔'))
        .setAutocomplete(true),
    )
    .addStringOption((option) =>
      option
        .setName('since')
        .setDescription('Published then or later: 2025-06-15, or a month: 2025-06')
        .setDescriptionLocalizations(
          inChinese(
            '此日或之后发布：2025-06-15，或月份：2025-06',
            '此日或之後發布：2025-06-15，或月份：2025-06',
          ),
        )
        .setMaxLength(40),
    )
    .addStringOption((option) =>
      option
        .setName('until')
        .setDescription('Published then or before: 2025-06-15, or a month: 2025-06')
        .setDescriptionLocalizations(
          inChinese(
            '此日或之前发布：2025-06-15，或月份：2025-06',
            '此日或之前發布：2025-06-15，或月份：2025-06',
          ),
        )
        .setMaxLength(40),
    )
    .addBooleanOption((option) =>
      option
        .setName('everything')
        .setDescription('Also pages that say nothing on export licences')
        .setDescriptionLocalizations(inChinese('包括与出口许可无关的页面', '包括與出口許可無關的頁面')),
    ),

  async execute(interaction, context) {
    const language = languageOf(interaction);
    const { options } = interaction;
    const { goods, unknown } = parseGoods(options.getString('goods'));
    if (unknown.length > 0) return unknownGoodsNote(unknown, language);
    const since = daysIn(options.getString('since'), language);
    const until = daysIn(options.getString('until'), language);
    for (const days of [since, until]) if (days && 'note' in days) return days;

    const asked: Asked = {
      words: options.getString('words') ?? '',
      goods,
      ...(since && 'first' in since && { since: since.first }),
      ...(until && 'last' in until && { until: until.last }),
      everything: options.getBoolean('everything') ?? false,
      trail: [],
    };
    const empty = termsOf(asked.words).length === 0 && goods.length === 0 && !asked.since && !asked.until;
    return empty ? { note: texts[language].search.askedNothing } : show(asked, language, context);
  },

  async complete(interaction, { db }) {
    const written = interaction.options.getFocused();
    return completeGoods(written, await goodsInArchive(db), languageOf(interaction));
  },

  buttons: {
    search: {
      shows: 'in-place',
      async answer(interaction, id, context) {
        const language = languageOf(interaction);
        const asked = await loadCursor(Asked, id, context);
        return asked ? show(asked, language, context) : { note: texts[language].expired };
      },
    },
  },
};
