import { sql } from 'kysely';
import type { Kind, Tier } from '../domain/facts.ts';
import type { Day } from '../domain/moment.ts';
import type { Db, StoryRow } from './schema.ts';

/** A calendar month, `YYYY-MM`. */
export type Month = string;

export interface MonthOfStories {
  month: Month;
  counts: Record<Tier, number>;
  /** Reports of licences and measures, the oldest first. */
  marked: StoryRow[];
}

/** What a timeline is of: Stories about any of these goods (of none: all), published on these days. */
export interface Span {
  goods: readonly string[];
  first: Day;
  last: Day;
}

const markedKinds: readonly Kind[] = ['batch', 'measure'];

/** How much was published in each month of a span, and what of it changed something; the newest month first. */
export async function storiesByMonth(db: Db, span: Span): Promise<MonthOfStories[]> {
  const counted = await within(db, span)
    .select((eb) => [
      sql<Month>`substr(stories.published_on, 1, 7)`.as('month'),
      'stories.tier',
      eb.fn.countAll<number>().as('stories'),
    ])
    .groupBy(['month', 'stories.tier'])
    .execute();
  const marked = await within(db, span)
    .selectAll('stories')
    .where('stories.kind', 'in', markedKinds)
    .orderBy('stories.publishedOn')
    .orderBy('stories.id')
    .execute();

  const inMonth = Map.groupBy(marked, ({ publishedOn }) => publishedOn.slice(0, 7));
  return monthsOf(span).map((month) => {
    const count = (tier: Tier) =>
      counted.find((row) => row.month === month && row.tier === tier)?.stories ?? 0;
    return {
      month,
      counts: { decision: count('decision'), measure: count('measure'), statement: count('statement') },
      marked: inMonth.get(month) ?? [],
    };
  });
}

function within(db: Db, { goods, first, last }: Span) {
  const all = db
    .selectFrom('stories')
    .where('stories.mergedInto', 'is', null)
    .where('stories.publishedOn', '>=', first)
    .where('stories.publishedOn', '<=', last);
  if (goods.length === 0) return all;
  return all.where('stories.id', 'in', (eb) =>
    eb
      .selectFrom('storyGoods')
      .select('storyId')
      .where('good', 'in', goods)
      .where('publishedOn', '>=', first)
      .where('publishedOn', '<=', last),
  );
}

function monthsOf({ first, last }: Span): Month[] {
  const months: Month[] = [];
  for (let month = last.slice(0, 7); month >= first.slice(0, 7); month = before(month)) months.push(month);
  return months;
}

/** The month before one. */
function before(month: Month): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
