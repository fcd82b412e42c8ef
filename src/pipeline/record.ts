import type { AlertBody } from '../domain/alert.ts';
import { updateItem } from '../store/items.ts';
import type { Db } from '../store/schema.ts';
import { readFailed, readSucceeded, updateAsHolder } from '../store/sources.ts';
import { alertsAbout } from './alerts.ts';
import type { Batch } from './batch.ts';
import { fanOut } from './fan-out.ts';
import { recordItem } from './record-item.ts';
import type { StoryChange } from './story-change.ts';
import { watchSource } from './watch-source.ts';
import { watchAuthority } from './watchdogs.ts';

export interface Recorded {
  /** Items never seen before. */
  newItems: number;
  /** The Alerts stored, in the order in which they are told. */
  alerts: AlertBody[];
  deliveries: number;
}

/**
 * The one transaction: Items, Revisions, Announcements, Stories, Alerts and Deliveries, the Source moved on
 * and its lease ended. All of it or nothing; no network inside.
 *
 * @throws {LeaseLost} The lease was taken over meanwhile; nothing was recorded.
 */
export function record(db: Db, batch: Batch): Promise<Recorded> {
  return db.transaction().execute((tx) => recordIn(tx, batch));
}

/** As {@link record}, within a transaction that others may share. */
export async function recordIn(tx: Db, batch: Batch): Promise<Recorded> {
  await moveSourceOn(tx, batch);

  for (const { itemId, key } of batch.renamed) await updateItem(tx, itemId, { key });
  const changes: StoryChange[] = [];
  let newItems = 0;
  for (const observation of batch.observations) {
    const result = await recordItem(tx, observation, batch);
    changes.push(...result.changes);
    if (result.isNew) newItems += 1;
  }

  const told = await fanOut(
    tx,
    [
      ...(await alertsAbout(tx, changes, batch.now)),
      ...(await watchSource(tx, batch)),
      ...(await watchAuthority(tx, batch)),
    ],
    batch.now,
  );
  return { newItems, ...told };
}

/** Where only articles were due, the Source stays as it is. */
function moveSourceOn(tx: Db, { lease, state, listing, now, nextPollAt }: Batch): Promise<void> {
  switch (listing.outcome) {
    case 'rows':
      return readSucceeded(tx, lease, state, listing, now, nextPollAt, listing);
    case 'unchanged':
      return readSucceeded(tx, lease, state, null, now, nextPollAt, listing);
    case 'failed':
      return readFailed(tx, lease, state, listing, now, nextPollAt);
    case 'not-due':
      return updateAsHolder(tx, lease, { leaseUntil: 0 });
  }
}
