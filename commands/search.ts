import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import { languageOf } from '../src/discord/texts.ts';
import { termsOf } from '../src/understand/search/terms.ts';
import type { Command } from './command.ts';
import { Asked } from './search/asked.ts';
import { show } from './search/show.ts';
import { daysIn } from './shared/dates.ts';
import { described, inChinese } from './shared/localised.ts';
import { completeNarrowing, narrowedIn, withNarrowing } from './shared/narrowed.ts';
import { loadCursor } from './shared/paging.ts';
import { texts } from './texts/index.ts';

const data = withNarrowing(
  new SlashCommandBuilder()
    .setName('search')
    .setContexts(InteractionContextType.Guild)
    .setDescription('Find what was published, by words, goods and dates')
    .setDescriptionLocalizations(
      inChinese('按词语、物项和日期查找已发布的内容', '按詞語、物項和日期查找已發布的內容'),
    )
    .addStringOption((option) =>
      described(option, [
        'words',
        'Every one must be found; words in quotes are one phrase',
        '须全部出现；引号内为整句',
        '須全部出現；引號內為整句',
      ]).setMaxLength(200),
    ),
)
  .addStringOption((option) =>
    described(option, [
      'since',
      'Published then or later: 2025-06-15, or a month: 2025-06',
      '此日或之后发布：2025-06-15，或月份：2025-06',
      '此日或之後發布：2025-06-15，或月份：2025-06',
    ]).setMaxLength(40),
  )
  .addStringOption((option) =>
    described(option, [
      'until',
      'Published then or before: 2025-06-15, or a month: 2025-06',
      '此日或之前发布：2025-06-15，或月份：2025-06',
      '此日或之前發布：2025-06-15，或月份：2025-06',
    ]).setMaxLength(40),
  )
  .addBooleanOption((option) =>
    described(option, [
      'everything',
      'Also pages that say nothing on export licences',
      '包括与出口许可无关的页面',
      '包括與出口許可無關的頁面',
    ]),
  );

/** Texts of the archive by their words, the newest first. */
export const search: Command = {
  data,

  async execute(interaction, context) {
    const language = languageOf(interaction);
    const { options } = interaction;
    const narrowing = narrowedIn(interaction, language, context);
    if ('note' in narrowing) return narrowing;
    const since = daysIn(options.getString('since'), language);
    const until = daysIn(options.getString('until'), language);
    for (const days of [since, until]) if (days && 'note' in days) return days;

    const asked: Asked = {
      words: options.getString('words') ?? '',
      ...narrowing.narrowed,
      ...(since && 'first' in since && { since: since.first }),
      ...(until && 'last' in until && { until: until.last }),
      everything: options.getBoolean('everything') ?? false,
      trail: [],
    };
    return isEmpty(asked) ? { note: texts[language].search.askedNothing } : show(asked, language, context);
  },

  complete: completeNarrowing,

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

/** Dates alone are enough, and so is whatever else narrows; to look in all pages is no question of its own. */
function isEmpty({ words, goods, actions, authorities, since, until }: Asked): boolean {
  return termsOf(words).length === 0 && goods.length === 0 && !actions && !authorities && !since && !until;
}
