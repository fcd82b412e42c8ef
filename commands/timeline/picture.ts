import { Temporal } from 'temporal-polyfill';
import { type ChartNote, timelinePicture } from '../../src/discord/charts/timeline.ts';
import type { File } from '../../src/discord/command.ts';
import { clean } from '../../src/discord/render/escape.ts';
import { texts as messageTexts } from '../../src/discord/render/texts/index.ts';
import { tiers } from '../../src/domain/facts.ts';
import type { Language } from '../../src/domain/source.ts';
import { fromJson } from '../../src/store/columns.ts';
import { archiveSince } from '../../src/store/lookups.ts';
import type { StoryRow } from '../../src/store/schema.ts';
import { type Month, type MonthOfStories, storiesByMonth } from '../../src/store/timeline.ts';
import { dayText } from '../../src/understand/phrases/days.ts';
import { joinWithin } from '../../src/understand/phrases/fit.ts';
import { goodsForms } from '../../src/understand/phrases/goods.ts';
import { noticeText, shortNoticeText } from '../../src/understand/phrases/notice.ts';
import type { CommandContext } from '../command.ts';
import { goodsText } from '../shared/goods.ts';
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
  const { picture: words, month: monthText } = texts[language].timeline;
  const [from = '', to = ''] = [months[0], months.at(-1)].map((each) => monthText(each?.month ?? ''));
  const subject = words.subject(goodsText(asked.goods, language), from, to);
  const notes = notable(months).map(({ story, month }) => noteOf(story, month, language, context));
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

  const name = `timeline-${asked.month}.png`;
  return { name, bytes, description: descriptionOf(months, subject, language) };
}

/** Discord's, in characters. */
const LONGEST_DESCRIPTION = 1024;

/** What the bars show, the newest month first; months without any are left out, and what does not fit. */
export function descriptionOf(
  months: readonly MonthOfStories[],
  subject: string,
  language: Language,
): string {
  const { picture: words, month: monthText, counts: countTexts } = texts[language].timeline;
  const told = months.toReversed().flatMap(({ month, counts }) => {
    const parts = tiers.flatMap((tier) => (counts[tier] > 0 ? [countTexts[tier](counts[tier])] : []));
    return parts.length > 0 ? [words.monthTold(monthText(month), parts.join(texts[language].comma))] : [];
  });
  const room = LONGEST_DESCRIPTION - words.told(subject, '').length;
  return words.told(subject, joinWithin(told, words.between, room));
}

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
 * What is told of: of each month its newest decision, else its newest measure, back from the newest month, so that
 * no single month takes all; then the second of each, and the third. In the order of time.
 */
export function notable(
  months: readonly Pick<MonthOfStories, 'marked'>[],
): { story: StoryRow; month: number }[] {
  const ranked = months.map(({ marked }) =>
    marked.toSorted((one, other) => tiers.indexOf(one.tier) - tiers.indexOf(other.tier) || order(other, one)),
  );
  const rounds = Array.from({ length: MOST_A_MONTH }, (_, round) =>
    ranked
      .flatMap((stories, month) => stories.slice(round, round + 1).map((story) => ({ story, month })))
      .reverse(),
  );
  return rounds
    .flat()
    .slice(0, MOST_NOTES)
    .sort((one, other) => order(one.story, other.story));
}

const order = (one: StoryRow, other: StoryRow): number =>
  one.publishedOn.localeCompare(other.publishedOn) || one.id - other.id;

/** "China: new control, samarium and 6 more (No. 18)", the goods in as many words as there is room. */
function noteOf(story: StoryRow, month: number, language: Language, { names }: CommandContext): ChartNote {
  const facts = fromJson(story.facts);
  const told = {
    authority: names.authorities(story.authorityId).short[language],
    badge: messageTexts[language].badges[story.action],
    withdrawn: story.withdrawnAt !== null,
    notice: facts.announcementNo ? shortNotice(facts.announcementNo, story.publishedOn, language) : null,
  };
  const say = (goods: string | null) => clean(texts[language].timeline.picture.note({ ...told, goods }));
  const [fullest, ...shorter] = goodsForms(facts.goods, language).map(({ noun }) => noun);
  return {
    month,
    tier: story.tier,
    day: dayText(story.publishedOn, language, 'short'),
    ways: [say(fullest ?? null), ...shorter.map(say)],
  };
}

/** Without its year where that is the year it was published in. */
function shortNotice(notice: string, on: string, language: Language): string {
  const long = noticeText(notice, language);
  const year = on.slice(0, 4);
  if (language === 'en') return long.replace(` of ${year}`, '');
  return long.includes(`${year}年`) ? shortNoticeText(notice) : long;
}
