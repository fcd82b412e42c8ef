import type { Joining } from '../domain/joining.ts';
import type { Instant } from '../domain/moment.ts';
import { dayOf } from '../domain/schedule.ts';
import { fromJson } from '../store/columns.ts';
import type { StoryRow } from '../store/schema.ts';
import type { CurrentAnnouncement } from '../store/stories.ts';
import { storyKeys } from '../understand/stories.ts';

/** What a person says of Stories, and when. */
export interface Ruling {
  /** Their reason, in their words. */
  because: string | null;
  now: Instant;
}

/** Said of an Announcement that a person put into a Story. The day is of UTC. */
export function whyByHand({ because, now }: Ruling): Joining {
  return { by: 'hand', on: dayOf(now, 'UTC'), because };
}

/** Of each part of each page the newest Announcement; the parts in the order in which they were first there. */
export function currentOf(announcements: readonly CurrentAnnouncement[]): CurrentAnnouncement[] {
  const parts = Map.groupBy(announcements, ({ itemId, part }) => `${itemId}/${part}`);
  return [...parts.values()].flatMap((revisions) =>
    revisions.toSorted((one, other) => other.revision - one.revision).slice(0, 1),
  );
}

/** All keys that these Announcements have ever given their Story. */
export function keysIn(
  announcements: readonly CurrentAnnouncement[],
  { authorityId }: Pick<StoryRow, 'authorityId'>,
): string[] {
  return announcements.flatMap(({ facts }) =>
    storyKeys(fromJson(facts), { authorityId }).map(({ key }) => key),
  );
}
