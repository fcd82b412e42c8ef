import type { Understood } from '../domain/announcement.ts';
import type { Details } from '../domain/details.ts';
import type { Day, Instant } from '../domain/moment.ts';
import { toJson } from './columns.ts';
import { indexNotice } from './notice-index.ts';
import type { Db, ItemRow } from './schema.ts';

/**
 * Items published since a day, in the order of their ids; those without a date count from when they were first
 * seen. A page at a time: the next one begins after the last id of this one.
 */
export function itemsSince(
  db: Db,
  since: { on: Day; at: Instant },
  page: { after: number; limit: number },
): Promise<ItemRow[]> {
  return db
    .selectFrom('items')
    .selectAll()
    .where('id', '>', page.after)
    .where((eb) =>
      eb.or([
        eb('publishedOn', '>=', since.on),
        eb.and([eb('publishedOn', 'is', null), eb('firstSeenAt', '>=', since.at)]),
      ]),
    )
    .orderBy('id')
    .limit(page.limit)
    .execute();
}

/** Puts what is understood of a text now in the place of what was understood of it before. */
export async function rewriteAnnouncement(
  db: Db,
  id: number,
  understood: Understood,
  details: Details | null,
): Promise<void> {
  const { tier, kind, score, reasons, facts, evidence } = understood;
  const { itemId } = await db
    .updateTable('announcements')
    .set({
      ...{ tier, kind, score },
      reasons: toJson(reasons),
      facts: toJson(facts),
      evidence: toJson(evidence),
      details: details ? toJson(details) : null,
      question: understood.question?.words ?? null,
    })
    .where('id', '=', id)
    .returning('itemId')
    .executeTakeFirstOrThrow();
  await indexNotice(db, itemId, facts, details);
}
