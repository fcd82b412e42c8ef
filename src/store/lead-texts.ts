import type { Db } from './schema.ts';
import { standing } from './standing.ts';

/** The newest text that a Story's facts are read from, to select from; of a merged Story, that of the one it went into. */
export function leadTexts(db: Db, storyId: number) {
  return db
    .selectFrom('stories')
    .innerJoin('announcements', (join) =>
      join
        .onRef('announcements.itemId', '=', 'stories.leadItemId')
        .onRef('announcements.part', '=', 'stories.leadPart'),
    )
    .innerJoin('revisions', (join) =>
      join
        .onRef('revisions.itemId', '=', 'announcements.itemId')
        .onRef('revisions.number', '=', 'announcements.revision'),
    )
    .where('stories.id', '=', standing(storyId))
    .orderBy('announcements.revision', 'desc')
    .limit(1);
}
