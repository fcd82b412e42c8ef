import type { Instant } from '../domain/moment.ts';
import type { Db, SourceRow } from './schema.ts';

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

/** Since when nobody covers an authority; null when somebody does. */
export async function blindSince(db: Db, authorityId: string): Promise<Instant | null> {
  const row = await db
    .selectFrom('authorities')
    .select('blindSince')
    .where('id', '=', authorityId)
    .executeTakeFirst();
  return row?.blindSince ?? null;
}

/** Every authority that nobody covers at present. */
export function blindAuthorities(db: Db): Promise<{ id: string; blindSince: Instant }[]> {
  return db.selectFrom('authorities').selectAll().orderBy('blindSince').execute();
}

export async function beginBlindness(db: Db, authorityId: string, since: Instant): Promise<void> {
  await db.insertInto('authorities').values({ id: authorityId, blindSince: since }).execute();
}

export async function endBlindness(db: Db, authorityId: string): Promise<void> {
  await db.deleteFrom('authorities').where('id', '=', authorityId).execute();
}

/** What kept one Source out kept the others out too: the failing ones are tried again at once. */
export async function retryNow(db: Db, authorityId: string, now: Instant): Promise<void> {
  await db
    .updateTable('sources')
    .set({ nextPollAt: now })
    .where('authorityId', '=', authorityId)
    .where('enabled', '=', 1)
    .where('failures', '>', 0)
    .where('nextPollAt', '>', now)
    .execute();
}
