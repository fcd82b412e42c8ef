import type { Instant, Moment } from '../domain/moment.ts';
import { latenessOf } from '../domain/schedule.ts';
import { storyMessages } from '../store/alerts.ts';
import { flag, fromJson } from '../store/columns.ts';
import { itemById } from '../store/items.ts';
import {
  announcementsOf,
  leaveMessages,
  letStandFor,
  mergedStories,
  moveAnnouncements,
  moveKeys,
  storyRow,
  takeMessages,
} from '../store/regroup.ts';
import type { Db, StoryRow } from '../store/schema.ts';
import { type CurrentAnnouncement, insertStory, storyById, storyByKey } from '../store/stories.ts';
import { alertsAbout, type NewAlert } from './alerts.ts';
import { fanOut } from './fan-out.ts';
import { pageKey } from './join.ts';
import { currentOf, keysIn, type Ruling, whyByHand } from './regroup.ts';
import { leads, settleStory, zoneOf } from './settle-story.ts';
import { viewOf } from './view.ts';

/** A page of a Story, or one answer of it. */
export interface PageOf {
  itemId: number;
  /** Null: all that the page says of the Story. */
  part: string | null;
}

/** Why pages are not taken out of a Story. */
export type SplitRefusal =
  | { refused: 'no-story' }
  | { refused: 'not-in-story'; storyId: number; page: PageOf }
  | { refused: 'nothing-remains'; storyId: number };

export interface Split {
  refused: null;
  /** The Story of these pages alone. */
  story: StoryRow;
  remaining: StoryRow;
  /** How many channels are told of the new Story. */
  told: number;
}

/**
 * Takes pages out of a Story, because a person says that they tell something else: they become a Story of their own,
 * told as new where it is wanted, and what remains is worked out anew. All of it or nothing.
 */
export function splitStory(
  db: Db,
  storyId: number,
  pages: readonly PageOf[],
  ruling: Ruling,
): Promise<Split | SplitRefusal> {
  return db.transaction().execute(async (tx) => {
    if (!(await storyRow(tx, storyId))) return { refused: 'no-story' };
    const before = await storyById(tx, storyId);
    const all = await announcementsOf(tx, before.id);
    const strange = pages.find((page) => !all.some((one) => isOf(page, one)));
    if (strange) return { refused: 'not-in-story', storyId: before.id, page: strange };
    const taken = all.filter((one) => pages.some((page) => isOf(page, one)));
    const rest = all.filter((one) => !taken.includes(one));
    const [first] = taken;
    if (!first || rest.length === 0) return { refused: 'nothing-remains', storyId: before.id };

    const split = await begin(tx, before, first);
    await moveAnnouncements(tx, currentOf(taken), split.id, whyByHand(ruling));
    const kept = new Set(keysIn(rest, before));
    const own = keysIn(taken, before).filter((key) => !kept.has(key));
    await moveKeys(tx, before.id, split.id, own);
    await giveBack(tx, before, split, taken);
    const story = await settleStory(tx, split, currentOf(taken), before, ruling.now);
    const remaining = await settleStory(tx, before, currentOf(rest), before, ruling.now);
    return { refused: null, story, remaining, told: await tell(tx, story, remaining, ruling.now) };
  });
}

function isOf({ itemId, part }: PageOf, one: CurrentAnnouncement): boolean {
  return one.itemId === itemId && (part === null || one.part === part);
}

/** The new Story, until it is settled; what a baseline found is told to nobody as news. */
async function begin(
  tx: Db,
  { id, ...before }: StoryRow,
  { itemId, part }: CurrentAnnouncement,
): Promise<StoryRow> {
  const { quiet } = await itemById(tx, itemId);
  const key = await freeKey(tx, pageKey(before.authorityId, itemId, part));
  return insertStory(tx, {
    ...before,
    key,
    quiet: flag(quiet !== null),
    splitFrom: before.splitFrom ?? id,
  });
}

/** A page may be put together with others and taken out again time after time. */
async function freeKey(tx: Db, key: string): Promise<string> {
  for (let times = 1; ; times++) {
    const free = times === 1 ? key : `${key}/${times}`;
    if (!(await storyByKey(tx, free))) return free;
  }
}

/** A Story that was merged goes with the page it was read from, and its messages with it where they are still its own. */
async function giveBack(
  tx: Db,
  before: StoryRow,
  split: StoryRow,
  taken: readonly CurrentAnnouncement[],
): Promise<void> {
  for (const merged of await mergedStories(tx, before.id)) {
    if (!taken.some((one) => leads(one, merged))) continue;
    await letStandFor(tx, split.id, merged.id);
    await leaveMessages(tx, merged.id, before.id);
    await takeMessages(tx, split.id, merged.id);
  }
}

/** @returns how many channels are told of the new Story. */
async function tell(tx: Db, story: StoryRow, remaining: StoryRow, now: Instant): Promise<number> {
  const news = story.withdrawnAt === null ? await alertsAbout(tx, [{ change: 'new', story }], now) : [];
  const given = await storyMessages(tx, story.id);
  const update = async (one: StoryRow): Promise<NewAlert> => ({
    key: `update/${one.id}/split-${story.id}`,
    body: { kind: 'update', view: await viewOf(tx, one) },
  });
  // Messages that it has back are edited before it is told elsewhere.
  const back = given.length > 0 ? [await update(story)] : [];
  await fanOut(tx, [...back, ...(await asLate(tx, story, news, now)), await update(remaining)], now);
  return (await storyMessages(tx, story.id)).length - given.length;
}

/** What is late when it is taken out rings no phone: a person puts the archive in order, and no ministry speaks. */
async function asLate(
  tx: Db,
  { leadItemId, published, publishedOn, firstSeenAt }: StoryRow,
  alerts: NewAlert[],
  now: Instant,
): Promise<NewAlert[]> {
  const { sourceId } = await itemById(tx, leadItemId);
  const seen: Moment = { precision: 'second', on: publishedOn, at: firstSeenAt };
  const late = latenessOf(published ? fromJson(published) : seen, zoneOf(sourceId), now, now) !== 'fresh';
  return alerts.map(({ key, body }) =>
    late && body.kind === 'story'
      ? { key, body: { ...body, view: { ...body.view, lateness: 'old' } } }
      : { key, body },
  );
}
