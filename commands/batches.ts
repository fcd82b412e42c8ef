import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import { languageOf } from '../src/discord/texts.ts';
import { goodsInArchive } from '../src/store/lookups.ts';
import { csv } from './batches/csv.ts';
import { overview, reports } from './batches/show.ts';
import type { Command } from './command.ts';
import { completeGoods, parseGoods, unknownGoodsNote } from './shared/goods.ts';
import { inChinese } from './shared/localised.ts';
import { loadPlace } from './shared/paging.ts';
import { texts } from './texts/index.ts';

/** Reports of licences: they are counted, never numbered as the ministry's batches. */
export const batches: Command = {
  data: new SlashCommandBuilder()
    .setName('batches')
    .setContexts(InteractionContextType.Guild)
    .setDescription('Reports of export licences granted, per goods')
    .setDescriptionLocalizations(inChinese('各物项许可获批的历次通报', '各物項許可獲批的歷次通報'))
    .addStringOption((option) =>
      option
        .setName('goods')
        .setDescription('These goods, separated by commas; left out: one line for each')
        .setDescriptionLocalizations(
          inChinese('这些物项，用逗号分隔；不填则每项一行', '這些物項，用逗號分隔；不填則每項一行'),
        )
        .setAutocomplete(true),
    ),

  async execute(interaction, context) {
    const language = languageOf(interaction);
    const { goods, unknown } = parseGoods(interaction.options.getString('goods'));
    if (unknown.length > 0) return unknownGoodsNote(unknown, language);
    return goods.length === 0
      ? overview(language, context)
      : reports({ goods, trail: [] }, language, context);
  },

  async complete(interaction, { db }) {
    const written = interaction.options.getFocused();
    return completeGoods(written, await goodsInArchive(db), languageOf(interaction));
  },

  buttons: {
    batches: {
      shows: 'in-place',
      async answer(interaction, id, context) {
        const language = languageOf(interaction);
        const place = await loadPlace(id, context);
        return place ? reports(place, language, context) : { note: texts[language].expired };
      },
    },
    'batches-csv': csv,
  },

  menus: {
    'batches-goods': {
      shows: 'in-place',
      answer(interaction, _argument, context) {
        const { goods } = parseGoods(interaction.values.join(','));
        return reports({ goods, trail: [] }, languageOf(interaction), context);
      },
    },
  },
};
