import { sql } from 'kysely';
import type { Joining } from '../domain/joining.ts';
import { toJson } from './columns.ts';
import type { Db, StoryRow } from './schema.ts';
import type { CurrentAnnouncement } from './stories.ts';

/** The Story of this id itself, though another may stand for it; undefined where there is none. */
export function storyRow(db: Db, id: number): Promise<StoryRow | undefined> {
  return db.selectFrom('stories').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The Stories that this one stands for, as they were when they were merged. */
export function mergedStories(db: Db, storyId: number): Promise<StoryRow[]> {
  return db.selectFrom('stories').selectAll().where('mergedInto', '=', storyId).orderBy('id').execute();
}

/** The standing Stories that a person has taken apart from this one, or from what it stands for. */
export async function storiesApart(db: Db, storyId: number): Promise<StoryRow[]> {
  const origin = sql<number>`coalesce(split_from, id)`;
  const here = await db
    .selectFrom('stories')
    .select(origin.as('id'))
    .where((eb) => eb.or([eb('id', '=', storyId), eb('mergedInto', '=', storyId)]))
    .execute();
  const origins = [...new Set(here.map(({ id }) => id))];
  if (origins.length === 0) return [];
  const stands = sql<number>`coalesce(merged_into, id)`.as('id');
  const there = await db
    .selectFrom('stories')
    .select(stands)
    .where('id', 'in', origins)
    .union(db.selectFrom('stories').select(stands).where('splitFrom', 'in', origins))
    .execute();
  const others = there.map(({ id }) => id).filter((id) => id !== storyId);
  if (others.length === 0) return [];
  return db.selectFrom('stories').selectAll().where('id', 'in', others).orderBy('id').execute();
}

/** Every Announcement of a Story, those of earlier Revisions too, in the order in which they were made. */
export function announcementsOf(db: Db, storyId: number): Promise<CurrentAnnouncement[]> {
  return db.selectFrom('announcements').selectAll().where('storyId', '=', storyId).orderBy('id').execute();
}

/**
 * Puts parts of pages into a Story, every Revision of them.
 * @param why - Said of what is current of them.
 */
export async function moveAnnouncements(
  db: Db,
  announcements: readonly CurrentAnnouncement[],
  storyId: number,
  why: Joining,
): Promise<void> {
  for (const { id, itemId, part } of announcements) {
    await db
      .updateTable('announcements')
      .set({ storyId })
      .where('itemId', '=', itemId)
      .where('part', '=', part)
      .execute();
    await db
      .updateTable('announcements')
      .set({ why: toJson(why) })
      .where('id', '=', id)
      .execute();
  }
}

/** Lets keys of one Story lead to another: these, or all. */
export async function moveKeys(
  db: Db,
  from: number,
  to: number,
  keys: readonly string[] | 'all',
): Promise<void> {
  let query = db.updateTable('storyKeys').set({ storyId: to }).where('storyId', '=', from);
  if (keys !== 'all') query = query.where('key', 'in', keys);
  await query.execute();
}

/** From now on one Story stands for another, and for whatever that one stood for. */
export async function letStandFor(db: Db, storyId: number, merged: number): Promise<void> {
  await db
    .updateTable('stories')
    .set({ mergedInto: storyId })
    .where((eb) => eb.or([eb('id', '=', merged), eb('mergedInto', '=', merged)]))
    .execute();
  await db.deleteFrom('storyGoods').where('storyId', '=', merged).execute();
}

/**
 * Where a channel has no message of its own about the Story that stands, the one about the merged Story is that from
 * now on: edits and replies concern it.
 */
export async function takeMessages(db: Db, storyId: number, merged: number): Promise<void> {
  await db
    .insertInto('storyMessages')
    .columns(['storyId', 'channelId', 'deliveryId', 'grouped'])
    .expression((eb) =>
      eb
        .selectFrom('storyMessages as told')
        .select([eb.val(storyId).as('storyId'), 'told.channelId', 'told.deliveryId', 'told.grouped'])
        .where('told.storyId', '=', merged),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['storyId', 'channelId'])
        .doUpdateSet((eb) => ({
          deliveryId: eb.ref('excluded.deliveryId'),
          grouped: eb.ref('excluded.grouped'),
        }))
        .where('storyMessages.grouped', '=', 1)
        .where('excluded.grouped', '=', 0),
    )
    .execute();
}

/**
 * A merged Story that goes elsewhere leaves behind the messages that have become those of another Story, and what
 * waits to be sent about them.
 *
 * @param to - The Story that stood for it, and goes on standing for others.
 */
export async function leaveMessages(db: Db, merged: number, to: number): Promise<void> {
  const left = await db
    .selectFrom('storyMessages as mine')
    .innerJoin('storyMessages as theirs', (join) =>
      join
        .onRef('theirs.deliveryId', '=', 'mine.deliveryId')
        .onRef('theirs.channelId', '=', 'mine.channelId')
        .onRef('theirs.storyId', '!=', 'mine.storyId'),
    )
    .innerJoin('stories', 'stories.id', 'theirs.storyId')
    .select(['mine.channelId', 'theirs.storyId'])
    .where('mine.storyId', '=', merged)
    .where('theirs.grouped', '=', 0)
    .where((eb) => eb.or([eb('stories.id', '=', to), eb('stories.mergedInto', '=', to)]))
    .execute();
  for (const { channelId, storyId } of left) {
    await db
      .updateTable('deliveries')
      .set({ storyId })
      .where('storyId', '=', merged)
      .where('channelId', '=', channelId)
      .where('state', 'in', ['held', 'pending', 'sending'])
      .execute();
    await db
      .deleteFrom('storyMessages')
      .where('storyId', '=', merged)
      .where('channelId', '=', channelId)
      .execute();
  }
}
