import type { Db, StoryRow } from './schema.ts';

/** A Story with more pages than these is told by press agencies, in each other's words. */
const MOST_TEXTS = 24;

/**
 * What the pages of a Story say now: of each page that can still be read, what its newest Revision announces; the
 * text that the Story is told by first, then in the order in which they were seen.
 */
export async function storyTexts(db: Db, story: Pick<StoryRow, 'id' | 'leadItemId' | 'leadPart'>) {
  const texts = await db
    .selectFrom('announcements')
    .innerJoin('items', 'items.id', 'announcements.itemId')
    .select([
      'items.id as itemId',
      'items.sourceId',
      'items.url',
      'announcements.part',
      'announcements.facts',
      'announcements.evidence',
      'announcements.details',
    ])
    .where('announcements.storyId', '=', story.id)
    .where('items.body', '!=', 'withdrawn')
    .where('announcements.revision', '=', (eb) =>
      eb
        .selectFrom('revisions')
        .select((revision) => revision.fn.max('revisions.number').as('newest'))
        .whereRef('revisions.itemId', '=', 'announcements.itemId'),
    )
    .orderBy('announcements.itemId')
    .orderBy('announcements.id')
    .limit(MOST_TEXTS)
    .execute();
  const leads = ({ itemId, part }: (typeof texts)[number]) =>
    itemId === story.leadItemId && part === story.leadPart;
  return texts.toSorted((one, other) => Number(leads(other)) - Number(leads(one)));
}

/** What a page of a Story says now. */
export type StoryTextRow = Awaited<ReturnType<typeof storyTexts>>[number];
