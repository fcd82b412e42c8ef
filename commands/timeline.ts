import {
  type BaseInteraction,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Answer, ReplyBody } from '../src/discord/command.ts';
import type { Button, Line } from '../src/discord/render/card.ts';
import { texts as messageTexts } from '../src/discord/render/texts/index.ts';
import { replyOf } from '../src/discord/reply.ts';
import { languageOf } from '../src/discord/texts.ts';
import { tiers } from '../src/domain/facts.ts';
import { dayOf } from '../src/domain/schedule.ts';
import type { Language } from '../src/domain/source.ts';
import { archiveSince, goodsInArchive } from '../src/store/lookups.ts';
import { type MonthOfStories, storiesByMonth } from '../src/store/timeline.ts';
import { dayText } from '../src/understand/phrases/days.ts';
import { cut } from '../src/understand/phrases/fit.ts';
import { shared } from './buttons/share.ts';
import type { Command, CommandContext } from './command.ts';
import { daysIn } from './shared/dates.ts';
import { footing } from './shared/footing.ts';
import { completeGoods, goodsText, parseGoods, unknownGoodsNote } from './shared/goods.ts';
import { inChinese } from './shared/localised.ts';
import { loadCursor } from './shared/paging.ts';
import { listed } from './shared/story-lines.ts';
import { texts } from './texts/index.ts';
import { timelineFile } from './timeline/picture.ts';

/** How much was said in each month, and what of it changed something: a picture of two years, words of half a year. */
export const timeline: Command = {
  data: new SlashCommandBuilder()
    .setName('timeline')
    .setContexts(InteractionContextType.Guild)
    .setDescription('Month by month: how much was said, licences granted and measures marked')
    .setDescriptionLocalizations(
      inChinese(
        '逐月一览：消息数量，并标出许可获批与管制措施',
        '逐月一覽：消息數量，並標出許可獲批與管制措施',
      ),
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
        .setName('until')
        .setDescription('The newest month, such as 2025-06; this month unless given')
        .setDescriptionLocalizations(
          inChinese('最近的月份，如2025-06；不填为本月', '最近的月份，如2025-06；不填為本月'),
        )
        .setMaxLength(40),
    ),

  async execute(interaction, context) {
    const language = languageOf(interaction);
    const { goods, unknown } = parseGoods(interaction.options.getString('goods'));
    if (unknown.length > 0) return unknownGoodsNote(unknown, language);
    const until = daysIn(interaction.options.getString('until'), language);
    if (until && 'note' in until) return until;
    const last = until?.last ?? dayOf(context.clock.now(), 'UTC');
    return show({ goods, month: last.slice(0, 7) }, interaction, context);
  },

  async complete(interaction, { db }) {
    const written = interaction.options.getFocused();
    return completeGoods(written, await goodsInArchive(db), languageOf(interaction));
  },

  buttons: {
    timeline: {
      shows: 'in-place',
      async answer(interaction, id, context) {
        const asked = await loadCursor(Asked, id, context);
        return asked ? show(asked, interaction, context) : { note: texts[languageOf(interaction)].expired };
      },
    },
    // Drawn again: the picture of a private answer has an address that others cannot count on.
    'timeline-share': {
      shows: 'everyone',
      answer: (interaction, id, context) =>
        shared(interaction, async () => {
          const asked = await loadCursor(Asked, id, context);
          return asked ? show(asked, interaction, context) : { note: texts[languageOf(interaction)].expired };
        }),
    },
  },
};

/** What was asked: `month` is the newest that is shown. Kept among the cursors. */
const Asked = z.object({ goods: z.array(z.string()), month: z.string() });
type Asked = z.infer<typeof Asked>;

/** As many as one message takes, each with what is marked in it. */
const MONTHS_A_PAGE = 6;

async function show(
  asked: Asked,
  interaction: Pick<BaseInteraction<'cached'>, 'appPermissions' | 'locale'>,
  context: CommandContext,
): Promise<Answer> {
  const language = languageOf(interaction);
  const reply = await textOf(asked, language, context);
  if (!interaction.appPermissions.has(PermissionFlagsBits.AttachFiles)) return { reply };
  const file = await timelineFile(asked, language, context);
  return { reply: { ...reply, ...(file && { files: [file] }) } };
}

async function textOf(asked: Asked, language: Language, context: CommandContext): Promise<ReplyBody> {
  const words = texts[language].timeline;
  const newest = Temporal.PlainYearMonth.from(asked.month);
  const oldest = newest.subtract({ months: MONTHS_A_PAGE - 1 });
  const first = oldest.toPlainDate({ day: 1 }).toString();
  const last = newest.toPlainDate({ day: newest.daysInMonth }).toString();
  const months = await storiesByMonth(context.db, { goods: asked.goods, first, last });
  const most = Math.max(1, ...months.map(countOf));
  const lines: Line[] = [];
  for (const each of months) lines.push(...(await monthLines(each, most, language, context)));
  const sharing = `timeline-share:${await context.cursors.save(asked)}`;
  return replyOf({
    title: [
      words.title(
        goodsText(asked.goods, language),
        words.month(oldest.toString()),
        words.month(newest.toString()),
      ),
    ],
    lines: [...lines, await footing(context, language)],
    buttons: [
      ...(await turns(asked, first, language, context)),
      { label: texts[language].shareHere, customId: sharing },
    ],
  });
}

const countOf = ({ counts }: MonthOfStories): number => tiers.reduce((sum, tier) => sum + counts[tier], 0);

const BAR = 10;
const MOST_MARKED = 3;

/** "**Jun 2025** ▇▇▇▇ 3 decisions · 1 measure", and the newest of what changed something. */
async function monthLines(
  month: MonthOfStories,
  most: number,
  language: Language,
  context: CommandContext,
): Promise<Line[]> {
  const words = texts[language].timeline;
  const count = countOf(month);
  const parts = tiers.flatMap((tier) =>
    month.counts[tier] > 0 ? [words.counts[tier](month.counts[tier])] : [],
  );
  const bar = '▇'.repeat(Math.ceil((count / most) * BAR));
  const shown = month.marked.slice(-MOST_MARKED);
  const more = month.marked.length - shown.length;
  const told = await listed(shown, context);
  return [
    [{ bold: words.month(month.month) }, `  ${count > 0 ? `${bar} ${parts.join(' · ')}` : words.nothing}`],
    ...told.map(({ story, summary }): Line => {
      const badge = messageTexts[language].badges[story.action];
      const day = dayText(story.publishedOn, language, 'short');
      return [
        `${words.marks[story.kind]} ${day} · ${badge} · ${cut(summary.headline[language], LONGEST_HEADLINE)}`,
      ];
    }),
    ...(more > 0 ? [[messageTexts[language].groupRest(more)]] : []),
  ];
}

const LONGEST_HEADLINE = 110;

/** Earlier months as long as the archive has any; later ones until this month. */
async function turns(
  asked: Asked,
  first: string,
  language: Language,
  { db, clock, cursors }: CommandContext,
): Promise<Button[]> {
  const { newer, older } = texts[language];
  const since = await archiveSince(db);
  const to = async (label: string, months: number): Promise<Button> => {
    const month = Temporal.PlainYearMonth.from(asked.month).add({ months }).toString();
    return { label, customId: `timeline:${await cursors.save({ ...asked, month })}` };
  };
  return [
    ...(asked.month < dayOf(clock.now(), 'UTC').slice(0, 7) ? [await to(newer, MONTHS_A_PAGE)] : []),
    ...(since !== null && since < first ? [await to(older, -MONTHS_A_PAGE)] : []),
  ];
}
