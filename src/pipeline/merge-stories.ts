import { flag, fromJson } from '../store/columns.ts';
import {
  announcementsOf,
  letStandFor,
  moveAnnouncements,
  moveKeys,
  storyRow,
  takeMessages,
} from '../store/regroup.ts';
import type { Db, StoryRow } from '../store/schema.ts';
import { updateStory } from '../store/stories.ts';
import { fanOut } from './fan-out.ts';
import { matters } from './find-story.ts';
import { stating, together } from './known-facts.ts';
import { currentOf, type Ruling, whyByHand } from './regroup.ts';
import { viewOf } from './view.ts';

/** Why two Stories are not merged. */
export type MergeRefusal =
  | { refused: 'no-story'; id: number }
  | { refused: 'itself' }
  | { refused: 'merged-before'; id: number; into: number }
  | { refused: 'authorities'; authorityIds: [string, string] };

export interface Merged {
  refused: null;
  story: StoryRow;
  /** How many messages are brought up to date. */
  edits: number;
}

/**
 * Makes two Stories one, because a person says so: the second stands for both, and nobody is told anew. The first
 * keeps its row, as messages, buttons and reports refer to it; whoever follows those reaches the second. All of it
 * or nothing.
 */
export function mergeStories(
  db: Db,
  from: number,
  into: number,
  ruling: Ruling,
): Promise<Merged | MergeRefusal> {
  return db.transaction().execute(async (tx) => {
    const pair = await mergeable(tx, from, into);
    if ('refused' in pair) return pair;
    const { merged, standing } = pair;

    const announcements = currentOf(await announcementsOf(tx, merged.id));
    await moveAnnouncements(tx, announcements, standing.id, whyByHand(ruling));
    await moveKeys(tx, merged.id, standing.id, 'all');
    await letStandFor(tx, standing.id, merged.id);
    await takeMessages(tx, standing.id, merged.id);
    const story = await updateStory(tx, standing.id, { ...asOne(standing, merged), updatedAt: ruling.now });

    const view = await viewOf(tx, story);
    const key = `update/${story.id}/merged-${merged.id}`;
    const { deliveries } = await fanOut(tx, [{ key, body: { kind: 'update', view } }], ruling.now);
    return { refused: null, story, edits: deliveries };
  });
}

async function mergeable(
  tx: Db,
  from: number,
  into: number,
): Promise<MergeRefusal | { merged: StoryRow; standing: StoryRow }> {
  const [merged, standing] = [await storyRow(tx, from), await storyRow(tx, into)];
  if (!merged) return { refused: 'no-story', id: from };
  if (!standing) return { refused: 'no-story', id: into };
  if (merged.id === standing.id) return { refused: 'itself' };
  for (const { id, mergedInto } of [merged, standing]) {
    if (mergedInto !== null) return { refused: 'merged-before', id, into: mergedInto };
  }
  const authorityIds: [string, string] = [merged.authorityId, standing.authorityId];
  if (merged.authorityId !== standing.authorityId) return { refused: 'authorities', authorityIds };
  return { merged, standing };
}

/** What the standing Story is once it stands for both: led by what matters more, and known since the first. */
const stands = { withdrawnAt: null, withdrawnBy: null };

function asOne(standing: StoryRow, merged: StoryRow): Partial<StoryRow> {
  const promoted = matters(merged) > matters(standing);
  const [lead, other] = promoted ? [merged, standing] : [standing, merged];
  const first = merged.firstSeenAt < standing.firstSeenAt ? merged : standing;
  const { published, publishedOn, firstSeenAt } = first;
  const { leadItemId, leadPart, corrections } = lead;
  const { withdrawnAt, withdrawnBy } = standing;
  return {
    ...stating(together(fromJson(lead.facts), fromJson(other.facts))),
    ...{ leadItemId, leadPart, corrections },
    ...{ published, publishedOn, firstSeenAt },
    ...(merged.withdrawnAt === null ? stands : { withdrawnAt, withdrawnBy }),
    quiet: flag(standing.quiet === 1 && merged.quiet === 1),
  };
}
