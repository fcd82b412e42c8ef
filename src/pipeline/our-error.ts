import { type AlertBody, manners } from '../domain/alert.ts';
import { changedFacts, type Facts, kindOf, tierOf } from '../domain/facts.ts';
import type { Instant } from '../domain/moment.ts';
import { insertAlert, insertDelivery, storyMessages } from '../store/alerts.ts';
import { fromJson, toJson } from '../store/columns.ts';
import { type Ruling, settleFeedback } from '../store/feedback.ts';
import type { Db, FeedbackRow, StoryRow } from '../store/schema.ts';
import { storyById, updateStory } from '../store/stories.ts';
import { newDeliveryId } from './fan-out.ts';
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
      ...kindAndTier(ruling.facts),
      facts: toJson(ruling.facts),
      action: ruling.facts.action,
      corrections: toJson([...fromJson(before.corrections), ...corrections]),
      updatedAt: now,
    });
    const view = await viewOf(tx, after);
    const cause = `report-${report.id}`;
    await tell(tx, `update/${after.id}/${cause}`, { kind: 'update', view }, before, now);
    const body: AlertBody = { kind: 'correction', view, changes, by: 'us' };
    return tell(tx, `correction/${after.id}/${cause}`, body, before, now);
  });
}

function kindAndTier(facts: Facts) {
  const kind = kindOf(facts);
  return { kind, tier: tierOf(kind) };
}

/**
 * To the channels that had the first message, whatever they watch for now: who read the error must read this. It
 * rings where the message rang that was wrong.
 */
async function tell(
  tx: Db,
  key: string,
  body: Extract<AlertBody, { kind: 'update' | 'correction' }>,
  before: StoryRow,
  now: Instant,
): Promise<number> {
  const alertId = await insertAlert(tx, key, body, now);
  if (alertId === null) return 0;
  const edit = body.kind === 'update';
  const messages = await storyMessages(tx, before.id);
  // Of a message about several Stories, none is edited for one of them alone.
  const reached = edit ? messages.filter(({ grouped }) => grouped === 0) : messages;
  const rang = manners({ ...body, view: { ...body.view, tier: before.tier } });
  for (const { channelId, roleIds, language, market } of reached) {
    await insertDelivery(tx, {
      id: newDeliveryId(),
      ...{ alertId, channelId, storyId: before.id, language, market },
      operation: edit ? 'edit' : 'reply',
      roleIds: edit || rang.mentionsRole ? fromJson(roleIds) : [],
      silent: rang.silent,
      createdAt: now,
    });
  }
  return reached.length;
}
