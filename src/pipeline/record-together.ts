import type { Db } from '../store/schema.ts';
import type { Batch } from './batch.ts';
import { type Recorded, record, recordIn } from './record.ts';

/** Records what one poll found, as `record` does. */
export type Recorder = (batch: Batch) => Promise<Recorded>;

/**
 * Records polls that found nothing new, and end together, in one transaction: a commit waits for the disk, and most
 * polls have nothing else to say. Each learns its own outcome, after the commit. Where one cannot be recorded, as its
 * lease was lost, nothing of the group has been, and each is recorded by itself.
 *
 * A poll that found something has a transaction of its own.
 */
export function recordTogether(db: Db): Recorder {
  const group: Waiting[] = [];

  /** Together end those whose answers have arrived by the same turn of the event loop. */
  function wait(batch: Batch): Promise<Recorded> {
    if (group.length === 0) setImmediate(() => commit(group.splice(0)));
    const { promise, ...settle } = Promise.withResolvers<Recorded>();
    group.push({ batch, ...settle });
    return promise;
  }

  async function commit(waiting: Waiting[]): Promise<void> {
    try {
      const recorded = await db.transaction().execute(async (tx) => {
        const all: [Waiting, Recorded][] = [];
        for (const each of waiting) all.push([each, await recordIn(tx, each.batch)]);
        return all;
      });
      for (const [{ resolve }, result] of recorded) resolve(result);
    } catch (error) {
      if (waiting.length === 1) return waiting[0]?.reject(error);
      for (const { batch, resolve, reject } of waiting) await record(db, batch).then(resolve, reject);
    }
  }

  return (batch) => (foundNothing(batch) ? wait(batch) : record(db, batch));
}

interface Waiting {
  batch: Batch;
  resolve(recorded: Recorded): void;
  reject(error: unknown): void;
}

const foundNothing = ({ observations, renamed }: Batch) => observations.length === 0 && renamed.length === 0;
