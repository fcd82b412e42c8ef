import { type AlertBody, manners } from '../domain/alert.ts';
import { changedFacts } from '../domain/facts.ts';
import type { Instant } from '../domain/moment.ts';
import { insertAlert, insertDelivery, storyMessages } from '../store/alerts.ts';
import { readChannel } from '../store/channels.ts';
import { fromJson, toJson } from '../store/columns.ts';
import { type Ruling, settleFeedback } from '../store/feedback.ts';
import type { Db, FeedbackRow, StoryRow } from '../store/schema.ts';
import { storyById, updateStory } from '../store/stories.ts';
import { mayBeSent } from './audience.ts';
import { fanOut, newDeliveryId } from './fan-out.ts';
import { stating } from './known-facts.ts';
import { viewOf } from './view.ts';

/**
 * Confirms a report: the Story's facts become what is right, and every channel that had the message is told that
 * the error was ours. All of it or nothing. A later text of the ministry changes the facts again as ever.
 *
 * @returns how many channels are told.
 */
export function admitError(
  db: Db,
  report: Pick<FeedbackRow, 'id' | 'storyId'>,
  ruling: Ruling,
  now: Instant,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await settleFeedback(tx, report, ruling, now);
    const before = await storyById(tx, report.storyId);
    const changes = changedFacts(fromJson(before.facts), ruling.facts);
    if (changes.length === 0) return 0;

    const corrections = changes.map((change) => ({ ...change, at: now, by: 'us' as const }));
    const after = await updateStory(tx, before.id, {
      ...stating(ruling.facts),
      corrections: toJson([...fromJson(before.corrections), ...corrections]),
      updatedAt: now,
    });
    const view = await viewOf(tx, after);
    const cause = `report-${report.id}`;
    await fanOut(tx, [{ key: `update/${after.id}/${cause}`, body: { kind: 'update', view } }], now);
    const body = { kind: 'correction', view, changes, by: 'us' } as const;
    return tell(tx, `correction/${after.id}/${cause}`, body, before, now);
  });
}

/**
 * To the channels that had the first message, whatever they watch for now: who read the error must read this. It
 * rings where the message rang that was wrong.
 */
async function tell(
  tx: Db,
  key: string,
  body: Extract<AlertBody, { kind: 'correction' }>,
  before: StoryRow,
  now: Instant,
): Promise<number> {
  const alertId = await insertAlert(tx, key, body, now);
  if (alertId === null) return 0;
  const messages = await storyMessages(tx, before.id);
  const { silent, mentionsRole } = manners({ ...body, view: { ...body.view, tier: before.tier } });
  for (const { channelId, state, roleIds, language, market, threads } of messages) {
    const mayGo = mayBeSent(await readChannel(tx, channelId), { body, silent }, now);
    await insertDelivery(tx, {
      id: newDeliveryId(),
      ...{ alertId, channelId, storyId: before.id, language, market },
      operation: 'reply',
      roleIds: mentionsRole ? fromJson(roleIds) : [],
      silent,
      threads: threads === 1,
      // Who has not read the error yet reads what is right.
      held: state === 'held' || !mayGo,
      createdAt: now,
    });
  }
  return messages.length;
}
