import type { Understood } from '../domain/announcement.ts';
import { changedFacts, type FactChange, type FactName, type Facts } from '../domain/facts.ts';
import type { Article } from '../domain/item.ts';
import type { Day, Instant } from '../domain/moment.ts';
import { dayOf } from '../domain/schedule.ts';
import type { Correction } from '../domain/story.ts';
import { flag, fromJson, toJson } from '../store/columns.ts';
import type { Db, ItemRow, StoryRow } from '../store/schema.ts';
import {
  addStoryKeys,
  type CurrentAnnouncement,
  insertStory,
  storyById,
  storyByKey,
  storyPages,
  updateStory,
} from '../store/stories.ts';
import { storyKeys } from '../understand/stories.ts';
import { isAnswerToPress } from '../understand/titles.ts';
import { type Found, findStory, matters, type Newcomer } from './find-story.ts';
import { apply, copied, stating, united } from './known-facts.ts';
import type { StoryChange } from './story-change.ts';

/** Finds the Story that an Announcement belongs to, or begins one. */
export async function joinStory(tx: Db, newcomer: Newcomer): Promise<StoryChange> {
  const { part, batch } = newcomer;
  const { source, now } = batch;
  const publishedOn = newcomer.content.published?.on ?? dayOf(now, source.timeZone);
  const keys = keysOf(part, source.authority.id);
  const found = await findStory(tx, newcomer, publishedOn);
  const change: StoryChange = found
    ? await join(tx, found, newcomer)
    : { change: 'new', story: await beginStory(tx, newcomer, keys[0], publishedOn) };
  await addStoryKeys(tx, change.story.id, keys);
  return change;
}

/** The key of a Story that has none but its first page. */
export const pageKey = (authorityId: string, itemId: number, part: string) =>
  `${authorityId}/item-${itemId}${part && `-${part}`}`;

function keysOf({ facts }: Understood, authorityId: string): string[] {
  return storyKeys(facts, { authorityId }).map(({ key }) => key);
}

async function join(tx: Db, found: Found, newcomer: Newcomer): Promise<StoryChange> {
  const { item, part, content, batch } = newcomer;
  const { why, by } = found;
  const joined = { change: 'joined', item, why } as const;
  // What was withdrawn and is published again holds again, and that is told.
  const returns = found.story.withdrawnAt !== null;
  const story = returns
    ? await updateStory(tx, found.story.id, { withdrawnAt: null, withdrawnBy: null })
    : found.story;
  if (matters(part) > matters(story)) {
    return { ...joined, ...(await promote(tx, story, newcomer)), isAnswer: false };
  }
  const before = fromJson(story.facts);
  const { after, added } = by === 'package' ? united(before, part.facts) : copied(before, part.facts);
  const changed = changedFacts(before, after).length > 0;
  const updated = changed ? await setFacts(tx, story, after, [], batch.now) : story;
  const isAnswer = returns || by === 'correction' || (await answersPress(tx, story, content));
  return { ...joined, story: updated, added, isAnswer };
}

/** The notice itself comes after what was said about it: from now on the Story is the notice's. */
async function promote(
  tx: Db,
  story: StoryRow,
  { item, part, batch }: Newcomer,
): Promise<{ story: StoryRow; added: FactChange[] }> {
  const added = changedFacts(fromJson(story.facts), part.facts);
  await updateStory(tx, story.id, { leadItemId: item.id, leadPart: part.part });
  return { story: await setFacts(tx, story, part.facts, [], batch.now), added };
}

/** Whether a page answers questions about a notice, rather than being another copy of the same answers. */
async function answersPress(tx: Db, story: StoryRow, { title }: Article): Promise<boolean> {
  if (!isAnswerToPress(title)) return false;
  const pages = await storyPages(tx, story.id);
  return !pages.some((page) => page.itemId === story.leadItemId && isAnswerToPress(page.title));
}

async function beginStory(
  tx: Db,
  { item, part, content, batch }: Newcomer,
  key: string | undefined,
  publishedOn: Day,
): Promise<StoryRow> {
  // Two suspensions may end on one day: the second is found by its pages alone.
  const free = key !== undefined && (await storyByKey(tx, key)) === undefined;
  return insertStory(tx, {
    key: free ? key : pageKey(batch.source.authority.id, item.id, part.part),
    authorityId: batch.source.authority.id,
    ...stating(part.facts),
    corrections: toJson([]),
    leadItemId: item.id,
    leadPart: part.part,
    published: content.published && toJson(content.published),
    publishedOn,
    firstSeenAt: batch.now,
    updatedAt: batch.now,
    withdrawnAt: null,
    withdrawnBy: null,
    quiet: flag(item.quiet !== null),
  });
}

/** A new Revision of a page whose Story is known. */
export async function correctStory(
  tx: Db,
  revision: {
    item: ItemRow;
    part: Understood;
    known: CurrentAnnouncement;
    /** Whether the Revision before was the page's text, and not a title told alone. */
    wasRead: boolean;
    number: number;
    now: Instant;
  },
): Promise<StoryChange> {
  const { item, part, known, wasRead, number, now } = revision;
  const story = await storyById(tx, known.storyId);
  const before = fromJson(story.facts);
  const leads = story.leadItemId === item.id && story.leadPart === part.part;
  // A copy corrects what we told only where it used to say the same.
  const facts = changedFacts(fromJson(known.facts), part.facts).filter(
    ({ fact, from }) => leads || states(before[fact], from),
  );
  if (facts.length === 0) {
    return { change: wasRead ? 'reworded' : 'text-read', story, item, revision: number, facts };
  }

  const corrections = wasRead ? facts.map((fact) => ({ ...fact, at: now })) : [];
  const after = await setFacts(tx, story, apply(before, facts), corrections, now);
  await addStoryKeys(tx, story.id, keysOf(part, story.authorityId));
  return { change: wasRead ? 'corrected' : 'text-read', story: after, item, revision: number, facts };
}

/** Whether what a Story says of a fact is, or holds, what one of its pages says: a package lists more than each. */
function states(known: Facts[FactName], value: Facts[FactName]): boolean {
  return Array.isArray(known) && Array.isArray(value)
    ? value.every((each) => known.includes(each))
    : known === value;
}

function setFacts(
  tx: Db,
  story: StoryRow,
  facts: Facts,
  corrections: Correction[],
  now: Instant,
): Promise<StoryRow> {
  return updateStory(tx, story.id, {
    ...stating(facts),
    corrections: toJson([...fromJson(story.corrections), ...corrections]),
    updatedAt: now,
  });
}
