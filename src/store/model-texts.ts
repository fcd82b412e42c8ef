import type { Insertable, Selectable } from 'kysely';
import type { Instant } from '../domain/moment.ts';
import type { Db, ModelTextTable, RevisionRow, StoryRow } from './schema.ts';

export type ModelTextRow = Selectable<ModelTextTable>;

/** A Story that a model has not written on, and the text it would write from. */
export interface Unwritten {
  story: StoryRow;
  revision: RevisionRow;
  /** How often it has been asked in vain. */
  attempts: number;
}

/**
 * The Story touched last of those touched since `since` on which a model is to be asked by `now`: told to somebody or
 * archived as news, not withdrawn, its text read, and nothing written from the newest Revision of that text.
 */
export async function nextUnwritten(
  db: Db,
  { since, now }: { since: Instant; now: Instant },
): Promise<Unwritten | null> {
  const found = await unwritten(db, since)
    .where((eb) => eb.or([eb('modelTexts.state', 'is', null), eb('modelTexts.nextAttemptAt', '<=', now)]))
    .select(['stories.id as storyId', 'revisions.id as revisionId', 'modelTexts.attempts'])
    .orderBy('stories.updatedAt', 'desc')
    .orderBy('stories.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!found) return null;
  const story = await db
    .selectFrom('stories')
    .selectAll()
    .where('id', '=', found.storyId)
    .executeTakeFirstOrThrow();
  const revision = await db
    .selectFrom('revisions')
    .selectAll()
    .where('id', '=', found.revisionId)
    .executeTakeFirstOrThrow();
  return { story, revision, attempts: found.attempts ?? 0 };
}

function unwritten(db: Db, since: Instant) {
  return db
    .selectFrom('stories')
    .innerJoin('revisions', (join) =>
      join.onRef('revisions.itemId', '=', 'stories.leadItemId').on('revisions.number', '=', (eb) =>
        eb
          .selectFrom('revisions as newest')
          .select((newest) => newest.fn.max('newest.number').as('number'))
          .whereRef('newest.itemId', '=', 'stories.leadItemId'),
      ),
    )
    .leftJoin('modelTexts', (join) =>
      join.onRef('modelTexts.storyId', '=', 'stories.id').onRef('modelTexts.revisionId', '=', 'revisions.id'),
    )
    .where('stories.updatedAt', '>=', since)
    .where('stories.quiet', '=', 0)
    .where('stories.withdrawnAt', 'is', null)
    .where('stories.mergedInto', 'is', null)
    .where('revisions.textRead', '=', 1);
}

/** Stores what came of asking, in place of what came of it before. */
export async function storeModelText(db: Db, row: Insertable<ModelTextTable>): Promise<void> {
  await db
    .insertInto('modelTexts')
    .values(row)
    .onConflict((conflict) => conflict.columns(['storyId', 'revisionId']).doUpdateSet(row))
    .execute();
}

/** What was accepted of a Revision; undefined where nothing was. */
export function acceptedText(db: Db, storyId: number, revisionId: number): Promise<ModelTextRow | undefined> {
  return db
    .selectFrom('modelTexts')
    .selectAll()
    .where('storyId', '=', storyId)
    .where('revisionId', '=', revisionId)
    .where('state', '=', 'accepted')
    .executeTakeFirst();
}
