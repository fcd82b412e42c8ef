import { type Note, notesOf } from '../domain/health.ts';
import type { Instant } from '../domain/moment.ts';
import type { Db, SourceRow } from './schema.ts';
import { enabledSources } from './sources.ts';

/** Enough Items to know a Source's rhythm by. */
const latestItems = 60;

/** A Source that is read at present, and when its latest Items appeared. */
export type SourceHistory = SourceRow & { postedAt: Instant[] };

export async function sourceHistories(db: Db): Promise<SourceHistory[]> {
  const histories: SourceHistory[] = [];
  for (const source of await enabledSources(db)) {
    histories.push({ ...source, postedAt: await postedAt(db, source.id) });
  }
  return histories;
}

/** What is to be said of each Source that is read at present, by its id; nothing of most. */
export async function sourceNotes(db: Db, now: Instant): Promise<Map<string, Note[]>> {
  const histories = await sourceHistories(db);
  return new Map(histories.map((history) => [history.id, notesOf(history, now)]));
}

/** When its latest Items appeared: those of the baseline when they were published, the others when they were seen. */
async function postedAt(db: Db, sourceId: string): Promise<Instant[]> {
  const items = await db
    .selectFrom('items')
    .select(['publishedOn', 'firstSeenAt', 'quiet'])
    .where('sourceId', '=', sourceId)
    .orderBy('firstSeenAt', 'desc')
    .limit(latestItems)
    .execute();
  return items.flatMap(({ publishedOn, firstSeenAt, quiet }) => {
    if (quiet === null) return [firstSeenAt];
    return publishedOn === null ? [] : [Math.min(Date.parse(publishedOn), firstSeenAt)];
  });
}
