import { Temporal } from 'temporal-polyfill';
import { type ChartNote, timelinePicture } from '../../src/discord/charts/timeline.ts';
import type { File } from '../../src/discord/command.ts';
import { clean } from '../../src/discord/render/escape.ts';
import { tiers } from '../../src/domain/facts.ts';
import type { Language } from '../../src/domain/source.ts';
import { archiveSince } from '../../src/store/lookups.ts';
import type { StoryRow } from '../../src/store/schema.ts';
import { type Month, type MonthOfStories, storiesByMonth } from '../../src/store/timeline.ts';
import { dayText } from '../../src/understand/phrases/days.ts';
import { joinWithin } from '../../src/understand/phrases/fit.ts';
import type { CommandContext } from '../command.ts';
import { goodsText } from '../shared/goods.ts';
import { listed } from '../shared/story-lines.ts';
import { texts } from '../texts/index.ts';

/** A picture of up to two years, with its numbers as its description; null where none is drawn. */
export async function timelineFile(
  asked: { goods: readonly string[]; month: Month },
  language: Language,
  context: CommandContext,
): Promise<File | null> {
  const since = await archiveSince(context.db);
  if (since === null) return null;
  const months = await storiesByMonth(context.db, { goods: asked.goods, ...spanOf(asked.month, since) });
  if (months.every(({ counts }) => tiers.every((tier) => counts[tier] === 0))) return null;

  months.reverse();
  const { picture: words, month: monthText, counts: countTexts } = texts[language].timeline;
  const [from = '', to = ''] = [months[0], months.at(-1)].map((each) => monthText(each?.month ?? ''));
  const subject = words.subject(goodsText(asked.goods, language), from, to);
  const notes = await notesOf(months, language, context);
  const marked = months.reduce((sum, month) => sum + month.marked.length, 0);
  const bytes = await context.draw(
    timelinePicture({
      title: words.title,
      subject,
      months: months.map(({ month, counts }) => ({
        name: words.month(month),
        year: words.year(month.slice(0, 4)),
        counts,
      })),
      legend: words.legend,
      notes,
      footer: words.footer(notes.length, marked, dayText(since, language, 'short')),
    }),
  );
  if (!bytes) return null;

  const told = months.toReversed().flatMap(({ month, counts }) => {
    const parts = tiers.flatMap((tier) => (counts[tier] > 0 ? [countTexts[tier](counts[tier])] : []));
    return parts.length > 0 ? [words.monthTold(monthText(month), parts.join(texts[language].comma))] : [];
  });
  const beginning = `${words.title}${language === 'zh' ? '，' : ', '}${subject}`;
  const room = LONGEST_DESCRIPTION - words.told(beginning, '').length;
  return {
    name: `timeline-${asked.month}.png`,
    bytes,
    description: words.told(beginning, joinWithin(told, language === 'zh' ? '；' : '; ', room)),
  };
}

/** Discord's, in characters. */
const LONGEST_DESCRIPTION = 1024;
const MOST_MONTHS = 24;
const FEWEST_MONTHS = 12;

/** Two years until a month; less where the archive is younger, but a year at least, so that bars stay bars. */
export function spanOf(until: Month, archiveBegins: string): { first: string; last: string } {
  const newest = Temporal.PlainYearMonth.from(until);
  const age = Temporal.PlainYearMonth.from(archiveBegins.slice(0, 7)).until(newest, {
    largestUnit: 'months',
  });
  const months = Math.min(MOST_MONTHS, Math.max(FEWEST_MONTHS, age.months + 1));
  return {
    first: newest
      .subtract({ months: months - 1 })
      .toPlainDate({ day: 1 })
      .toString(),
    last: newest.toPlainDate({ day: newest.daysInMonth }).toString(),
  };
}

const MOST_NOTES = 6;
/** So many numbers stand above one bar. */
const MOST_A_MONTH = 3;

/**
 * What is told of: the newest of each month first, back from the newest month, so that no single month takes all;
 * then the second newest of each, and the third.
 */
export function notable(
  months: readonly Pick<MonthOfStories, 'marked'>[],
): { story: StoryRow; month: number }[] {
  const rounds = Array.from({ length: MOST_A_MONTH }, (_, round) =>
    months
      .flatMap(({ marked }, month) => {
        const story = marked.at(-1 - round);
        return story ? [{ story, month }] : [];
      })
      .reverse(),
  );
  return rounds
    .flat()
    .slice(0, MOST_NOTES)
    .sort((one, other) => one.month - other.month || order(one.story, other.story));
}

const order = (one: StoryRow, other: StoryRow): number =>
  one.publishedOn.localeCompare(other.publishedOn) || one.id - other.id;

async function notesOf(
  months: readonly MonthOfStories[],
  language: Language,
  context: CommandContext,
): Promise<ChartNote[]> {
  const chosen = notable(months);
  const told = await listed(
    chosen.map(({ story }) => story),
    context,
  );
  return told.map(({ story, summary }, at) => ({
    month: chosen[at]?.month ?? 0,
    tier: story.tier,
    day: dayText(story.publishedOn, language, 'short'),
    text: clean(summary.headline[language]),
  }));
}
