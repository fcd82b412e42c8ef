import type { Facts } from '../domain/facts.ts';
import type { Instant } from '../domain/moment.ts';
import { flag, toJson } from './columns.ts';
import { leadTexts } from './lead-texts.ts';
import type { Db, FeedbackRow, FeedbackState } from './schema.ts';
import { standing } from './standing.ts';

/** Who says that a message about a Story is wrong, and in which message they read it. */
export interface NewFeedback {
  storyId: number;
  deliveryId: string;
  guildId: string;
  userId: string;
  /** What is wrong, in their words. */
  words?: string | null;
  createdAt: Instant;
}

/**
 * Stores a report, with the text that the Story's facts are read from now.
 * @returns its id and whether it is new: a person reports a Story once. Null: there is no such Story.
 */
export async function reportWrong(
  db: Db,
  report: NewFeedback,
): Promise<{ id: number; isNew: boolean } | null> {
  const read = await leadingText(db, report.storyId);
  if (!read) return null;
  const stored = await db
    .insertInto('feedback')
    .values({ ...report, ...read, state: 'open' })
    .onConflict((conflict) => conflict.columns(['storyId', 'userId']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (stored) return { id: stored.id, isNew: true };

  const { id } = await db
    .selectFrom('feedback')
    .select('id')
    .where('storyId', '=', read.storyId)
    .where('userId', '=', report.userId)
    .executeTakeFirstOrThrow();
  return { id, isNew: false };
}

/** The id of a person's report about a Story, or the one that stands for it; null where there is none. */
export async function reportedBy(db: Db, storyId: number, userId: string): Promise<number | null> {
  const row = await db
    .selectFrom('feedback')
    .select('id')
    .where('storyId', '=', standing(storyId))
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row?.id ?? null;
}

function leadingText(db: Db, storyId: number) {
  return leadTexts(db, storyId)
    .select([
      'stories.id as storyId',
      'announcements.itemId',
      'announcements.part',
      'announcements.revision',
      'revisions.hash',
    ])
    .executeTakeFirst();
}

/** A report with the text it is about, and with the Story to which that text belongs now. */
export type ReportedText = Awaited<ReturnType<typeof listFeedback>>[number];

/** Reports, the oldest first; of one state, or all. */
export function listFeedback(db: Db, state?: FeedbackState) {
  const all = feedbackTexts(db).orderBy('feedback.id');
  return (state ? all.where('feedback.state', '=', state) : all).execute();
}

export function feedbackById(db: Db, id: number): Promise<ReportedText | undefined> {
  return feedbackTexts(db).where('feedback.id', '=', id).executeTakeFirst();
}

function feedbackTexts(db: Db) {
  return db
    .selectFrom('feedback')
    .innerJoin('items', 'items.id', 'feedback.itemId')
    .innerJoin('revisions', (join) =>
      join
        .onRef('revisions.itemId', '=', 'feedback.itemId')
        .onRef('revisions.number', '=', 'feedback.revision'),
    )
    .innerJoin('announcements', (join) =>
      join
        .onRef('announcements.itemId', '=', 'feedback.itemId')
        .onRef('announcements.part', '=', 'feedback.part')
        .onRef('announcements.revision', '=', 'feedback.revision'),
    )
    .innerJoin('stories', 'stories.id', 'announcements.storyId')
    .selectAll('feedback')
    .select([
      'stories.id as storyId',
      'stories.facts as toldFacts',
      'items.sourceId',
      'items.url',
      'revisions.title',
      'revisions.text',
      'revisions.published',
      'announcements.evidence',
    ]);
}

/** What is right, by whoever looked at the text. */
export interface Ruling {
  relevant: boolean;
  facts: Facts;
}

/** Ends a report. Null: it is dismissed, and what was told stands. */
export async function settleFeedback(
  db: Db,
  { id }: Pick<FeedbackRow, 'id'>,
  ruling: Ruling | null,
  settledAt: Instant,
): Promise<void> {
  await db
    .updateTable('feedback')
    .set({
      state: ruling ? 'confirmed' : 'dismissed',
      relevant: ruling && flag(ruling.relevant),
      facts: ruling && toJson(ruling.facts),
      settledAt,
    })
    .where('id', '=', id)
    .execute();
}
