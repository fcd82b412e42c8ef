import type { Quote } from '../domain/facts.ts';
import type { Notice, Statement } from '../domain/measure.ts';
import type { Day } from '../domain/moment.ts';
import { dayOf } from '../domain/schedule.ts';
import { fromJson } from './columns.ts';
import type { Db } from './schema.ts';
import { enabledSources } from './sources.ts';

/**
 * Every Announcement of a text of one part, in its newest Revision, numbered or not; withdrawn pages are left
 * out. Those that carry a number of their own are the register's notices.
 */
export async function archivedNotices(db: Db): Promise<Statement[]> {
  return (await currentTexts(db).orderBy('announcements.id').execute()).flatMap(statementOf);
}

/** The register is China's first of all, and its days are Beijing's. */
export const registerZone = 'Asia/Shanghai';

/** The day up to which all Sources that were ever read have been read; null while none was. */
export async function lastReadOn(db: Db): Promise<Day | null> {
  const reads = (await enabledSources(db)).flatMap(({ lastSuccessAt }) => lastSuccessAt ?? []);
  return reads.length === 0 ? null : dayOf(Math.min(...reads), registerZone);
}

/** Far more than ministries have ever said of a few goods. */
const MOST_FOUND = 200;

/**
 * The numbered notices of an authority, as {@link archivedNotices} tells them, that are, act on or name any of
 * these: numbers of notices, or goods; the newest of them.
 */
export async function noticesUnder(db: Db, authorityId: string, terms: readonly string[]): Promise<Notice[]> {
  if (terms.length === 0) return [];
  const indexed = await db
    .selectFrom('noticeIndex')
    .select('itemId')
    .distinct()
    .where('term', 'in', terms)
    .orderBy('itemId', 'desc')
    .limit(MOST_FOUND)
    .execute();
  if (indexed.length === 0) return [];

  const itemIds = indexed.map(({ itemId }) => itemId);
  const texts = await currentTexts(db).where('announcements.itemId', 'in', itemIds).execute();
  // Not in the query: SQLite would begin with all Stories of the authority.
  return texts.flatMap(statementOf).flatMap((one) => {
    const { announcementNo } = one.facts;
    return announcementNo === null || one.authorityId !== authorityId ? [] : [{ ...one, announcementNo }];
  });
}

function currentTexts(db: Db) {
  return db
    .selectFrom('announcements')
    .innerJoin('items', 'items.id', 'announcements.itemId')
    .innerJoin('stories', 'stories.id', 'announcements.storyId')
    .select([
      'stories.authorityId',
      'items.publishedOn',
      'stories.publishedOn as storyOn',
      'announcements.facts',
      'announcements.details',
      'announcements.storyId',
      'items.url',
      'items.title',
    ])
    .where('announcements.details', 'is not', null)
    .where('items.body', '!=', 'withdrawn')
    .where('announcements.revision', '=', (eb) =>
      eb
        .selectFrom('announcements as newer')
        .select((newer) => newer.fn.max('newer.revision').as('revision'))
        .whereRef('newer.itemId', '=', 'announcements.itemId')
        .whereRef('newer.part', '=', 'announcements.part'),
    );
}

type TextRow = Awaited<ReturnType<ReturnType<typeof currentTexts>['execute']>>[number];

function statementOf({ facts, details, publishedOn, storyOn, ...rest }: TextRow): Statement[] {
  if (details === null) return [];
  return [
    {
      ...rest,
      publishedOn: publishedOn ?? storyOn,
      facts: fromJson(facts),
      details: fromJson(details),
    },
  ];
}

/** The words behind what the pages of notices state and do, by address; of the newest text of each. */
export async function quotesOfNotices(db: Db, urls: readonly string[]): Promise<Map<string, Quote[]>> {
  if (urls.length === 0) return new Map();
  const rows = await currentTexts(db)
    .select('announcements.evidence')
    .where('items.url', 'in', urls)
    .execute();
  return new Map(
    rows.map(({ url, evidence, details }) => {
      const { effectiveDate = [], expiryDate = [], action = [] } = fromJson(evidence);
      const relations = (details ? fromJson(details).relations : []).flatMap(({ quotes }) => quotes);
      return [url, [...action, ...effectiveDate, ...expiryDate, ...relations]];
    }),
  );
}
