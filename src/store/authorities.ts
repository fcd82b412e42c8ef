import { type Selectable, sql } from 'kysely';
import type { Instant } from '../domain/moment.ts';
import type { AuthorityTable, Db, SourceRow } from './schema.ts';

/** The Sources of an authority that are read at present. */
export function sourcesOf(db: Db, authorityId: string): Promise<SourceRow[]> {
  return db
    .selectFrom('sources')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('enabled', '=', 1)
    .orderBy('id')
    .execute();
}

/** Every Source that was ever read, and whose it is. */
export function everySource(db: Db): Promise<Pick<SourceRow, 'id' | 'authorityId'>[]> {
  return db.selectFrom('sources').select(['id', 'authorityId']).orderBy('id').execute();
}

/**
 * Since when nobody covers an authority; undefined when somebody does. Asked by every poll: as text, it costs a
 * quarter of a query that is built.
 */
export async function blindness(
  db: Db,
  authorityId: string,
): Promise<Selectable<AuthorityTable> | undefined> {
  const asked = sql<Selectable<AuthorityTable>>`select * from authorities where id = ${authorityId}`;
  return (await asked.execute(db)).rows[0];
}

/** Every authority that nobody covers at present. */
export function blindAuthorities(db: Db): Promise<Selectable<AuthorityTable>[]> {
  return db.selectFrom('authorities').selectAll().orderBy('blindSince').execute();
}

export async function beginBlindness(db: Db, authorityId: string, since: Instant): Promise<void> {
  await db
    .insertInto('authorities')
    .values({ id: authorityId, blindSince: since, readAgainAt: null })
    .execute();
}

export async function endBlindness(db: Db, authorityId: string): Promise<void> {
  await db.deleteFrom('authorities').where('id', '=', authorityId).execute();
}

/** One Source reads again. What kept it out kept the others out too, so they are tried again at once. */
export async function readAgain(db: Db, authorityId: string, now: Instant): Promise<void> {
  await db.updateTable('authorities').set({ readAgainAt: now }).where('id', '=', authorityId).execute();
  await db
    .updateTable('sources')
    .set({ nextPollAt: now })
    .where('authorityId', '=', authorityId)
    .where('enabled', '=', 1)
    .where('failures', '>', 0)
    .where('nextPollAt', '>', now)
    .execute();
}
