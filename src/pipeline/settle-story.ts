import { changedFacts, type Facts } from '../domain/facts.ts';
import type { Instant } from '../domain/moment.ts';
import { dayOf } from '../domain/schedule.ts';
import type { Correction } from '../domain/story.ts';
import { sourceById } from '../sources/known.ts';
import { fromJson, toJson } from '../store/columns.ts';
import { itemById, latestRevision } from '../store/items.ts';
import type { Db, StoryRow } from '../store/schema.ts';
import { type CurrentAnnouncement, storyPages, updateStory } from '../store/stories.ts';
import { matters } from './find-story.ts';
import { stating, together } from './known-facts.ts';

/** Works out anew what a Story says, from its pages alone: from its lead, then from the others as they joined. */
export async function settleStory(
  tx: Db,
  story: StoryRow,
  pages: readonly CurrentAnnouncement[],
  before: StoryRow,
  now: Instant,
): Promise<StoryRow> {
  const ledBefore = pages.find((one) => leads(one, before));
  const lead = ledBefore ?? pages.toSorted((one, other) => matters(other) - matters(one))[0];
  const [first] = pages;
  if (!lead || !first) throw new Error(`Story ${story.id} has no pages`);

  const read = pages
    .filter((one) => one !== lead)
    .reduce((known, { facts }) => together(known, fromJson(facts)), fromJson(lead.facts));
  const facts = ledBefore ? asRuled(read, before) : read;
  const stands = await isToldOf(tx, story.id);
  return updateStory(tx, story.id, {
    ...stating(facts),
    corrections: toJson(ledBefore ? stillShown(before, facts) : []),
    ...{ leadItemId: lead.itemId, leadPart: lead.part },
    ...(await datedBy(tx, first)),
    withdrawnAt: stands ? null : (before.withdrawnAt ?? now),
    withdrawnBy: stands ? null : before.withdrawnBy,
    updatedAt: now,
  });
}

/** What a person has corrected, and still stood, stands against any text read before. */
function asRuled(read: Facts, before: StoryRow): Facts {
  const stood = fromJson(before.facts);
  const ruled = fromJson(before.corrections).filter(
    ({ by, fact, to }) => by === 'us' && changedFacts(stood, { ...stood, [fact]: to }).length === 0,
  );
  return { ...read, ...Object.fromEntries(ruled.map(({ fact, to }) => [fact, to])) };
}

/** The corrections of what is told as before; of what was another page's, nothing is said any more. */
function stillShown(before: StoryRow, facts: Facts): Correction[] {
  const other = new Set(changedFacts(fromJson(before.facts), facts).map(({ fact }) => fact));
  return fromJson(before.corrections).filter(({ fact }) => !other.has(fact));
}

/** When a Story that begins with this page was published and first seen, and whether it was news then. */
async function datedBy(
  tx: Db,
  { itemId }: CurrentAnnouncement,
): Promise<Pick<StoryRow, 'published' | 'publishedOn' | 'firstSeenAt'>> {
  const item = await itemById(tx, itemId);
  const published = (await latestRevision(tx, itemId))?.published ?? item.published;
  const { firstSeenAt } = item;
  const publishedOn = published ? fromJson(published).on : dayOf(firstSeenAt, zoneOf(item.sourceId));
  return { published, publishedOn, firstSeenAt };
}

async function isToldOf(tx: Db, storyId: number): Promise<boolean> {
  const pages = await storyPages(tx, storyId);
  return pages.some(({ body, saidIn, newest }) => body !== 'withdrawn' && saidIn === newest);
}

/** Whether a Story is led by this part of a page. */
export const leads = ({ itemId, part }: CurrentAnnouncement, { leadItemId, leadPart }: StoryRow) =>
  itemId === leadItemId && part === leadPart;

/** A Source taken out of the catalogue keeps its archive; its days are taken for those of UTC. */
export const zoneOf = (sourceId: string) => sourceById(sourceId)?.timeZone ?? 'UTC';
