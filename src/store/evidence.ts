import type { Reason } from '../domain/announcement.ts';
import type { Evidence } from '../domain/facts.ts';
import type { Instant } from '../domain/moment.ts';
import { fromJson } from './columns.ts';
import { leadTexts } from './lead-texts.ts';
import type { Db } from './schema.ts';

/** Why a Story was taken for one, and what proves its text. */
export interface StoryEvidence {
  score: number;
  /** Every rule that fired, for and against. */
  reasons: Reason[];
  /** The Revision the reasons are read from, and how many its page has had. */
  revision: number;
  revisions: number;
  /** As read. */
  title: string;
  text: string;
  issuer: string | null;
  /** The words behind its facts. */
  evidence: Evidence;
  seenAt: Instant;
}

/** The evidence of the text a Story's facts are read from; null where there is no such Story. */
export async function storyEvidence(db: Db, storyId: number): Promise<StoryEvidence | null> {
  const row = await leadTexts(db, storyId)
    .select((eb) => [
      'announcements.score',
      'announcements.reasons',
      'announcements.revision',
      'announcements.evidence',
      'revisions.title',
      'revisions.text',
      'revisions.issuer',
      'revisions.seenAt',
      eb
        .selectFrom('revisions as all')
        .select((all) => all.fn.countAll<number>().as('count'))
        .whereRef('all.itemId', '=', 'stories.leadItemId')
        .as('revisions'),
    ])
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...row,
    reasons: fromJson(row.reasons),
    evidence: fromJson(row.evidence),
    revisions: row.revisions ?? row.revision,
  };
}
