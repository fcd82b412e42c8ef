import type { Details } from '../domain/details.ts';
import type { Facts } from '../domain/facts.ts';
import type { Day } from '../domain/moment.ts';
import { fromJson } from './columns.ts';
import type { Db } from './schema.ts';

/** One page of the archive as the register of measures reads it. */
export interface ArchivedNotice {
  authorityId: string;
  publishedOn: Day;
  facts: Facts;
  details: Details;
  storyId: number;
  url: string;
  title: string;
}

/** Every Announcement in force, in its newest Revision, of texts of one part; withdrawn pages are left out. */
export async function archivedNotices(db: Db): Promise<ArchivedNotice[]> {
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
