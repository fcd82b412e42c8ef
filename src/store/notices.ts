import type { Statement } from '../domain/measure.ts';
import { fromJson } from './columns.ts';
import type { Db } from './schema.ts';

/**
 * Every Announcement of a text of one part, in its newest Revision, numbered or not; withdrawn pages are left
 * out. Those that carry a number of their own are the register's notices.
 */
export async function archivedNotices(db: Db): Promise<Statement[]> {
  const rows = await db
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
    )
    .orderBy('announcements.id')
    .execute();
  return rows.flatMap(({ facts, details, publishedOn, storyOn, ...rest }) =>
    details === null
      ? []
      : [
          {
            ...rest,
            publishedOn: publishedOn ?? storyOn,
            facts: fromJson(facts),
            details: fromJson(details),
          },
        ],
  );
}
