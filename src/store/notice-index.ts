import { type Details, isAct } from '../domain/details.ts';
import type { Facts } from '../domain/facts.ts';
import type { Db } from './schema.ts';

/**
 * Lets a numbered notice be found by its number, by the notices it acts on, and by its goods, so that the part of
 * the register that concerns one message is read without the rest of the archive. A notice that is named only is not acted on,
 * which moves no state there. Texts without a number are no notices.
 */
export async function indexNotice(
  db: Db,
  itemId: number,
  { announcementNo, goods }: Pick<Facts, 'announcementNo' | 'goods'>,
  details: Details | null,
): Promise<void> {
  if (announcementNo === null || details === null) return;
  const actedOn = details.relations.filter(({ kind }) => isAct(kind)).map(({ notice }) => notice);
  const terms = new Set([announcementNo, ...actedOn, ...goods]);
  await db
    .insertInto('noticeIndex')
    .values([...terms].map((term) => ({ term, itemId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
