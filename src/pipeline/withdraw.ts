import type { Instant } from '../domain/moment.ts';
import type { Db, ItemRow, StoryRow } from '../store/schema.ts';
import { type CurrentAnnouncement, storyById, storyPages, updateStory } from '../store/stories.ts';
import type { StoryChange } from './story-change.ts';

/** What an Item's Announcements said is there no longer: their Stories are withdrawn, unless told elsewhere. */
export async function withdraw(
  tx: Db,
  item: ItemRow,
  announcements: CurrentAnnouncement[],
  by: 'source' | 'us',
  now: Instant,
): Promise<StoryChange[]> {
  const changes: StoryChange[] = [];
  for (const { storyId } of announcements) {
    const story = await withdrawStory(tx, storyId, item.id, by, now);
    if (story) changes.push({ change: 'withdrawn', story, item, by });
  }
  return changes;
}

/**
 * One page of a Story is gone or has dropped the subject.
 * @returns null while another page still tells it, or when it was withdrawn before.
 */
async function withdrawStory(
  tx: Db,
  storyId: number,
  itemId: number,
  by: 'source' | 'us',
  now: Instant,
): Promise<StoryRow | null> {
  const story = await storyById(tx, storyId);
  const pages = await storyPages(tx, storyId);
  // A page whose newest Revision says nothing of it tells it no more, though it is still there.
  const told = pages.some(
    (page) => page.itemId !== itemId && page.body !== 'withdrawn' && page.saidIn === page.newest,
  );
  if (told || story.withdrawnAt !== null) return null;
  return updateStory(tx, storyId, {
    withdrawnAt: now,
    withdrawnBy: by === 'us' ? by : null,
    updatedAt: now,
  });
}
