import type { Joining } from '../domain/joining.ts';
import type { Day, Instant } from '../domain/moment.ts';
import { fromJson, type Json } from './columns.ts';
import type { Db, DeliveryRow } from './schema.ts';
import { dayOfItem } from './search-index.ts';

/** What one page says of a Story, or one answer of it, as its newest Revision has it. */
export interface StoryPart {
  itemId: number;
  part: string;
  sourceId: string;
  title: string;
  url: string;
  /** The day it was published, else first seen. */
  on: Day;
  /** Why it belongs to the Story; null for what the Story began with. */
  why: Joining | null;
  withdrawn: boolean;
}

/** The pages and answers that tell a Story, in the order in which they were seen. */
export async function storyParts(db: Db, storyId: number): Promise<StoryPart[]> {
  const rows = await db
    .selectFrom('announcements')
    .innerJoin('items', 'items.id', 'announcements.itemId')
    .select([
      'announcements.itemId',
      'announcements.part',
      'announcements.why',
      'items.sourceId',
      'items.title',
      'items.url',
      'items.body',
      'items.publishedOn',
      'items.firstSeenAt',
    ])
    .where('announcements.storyId', '=', storyId)
    .orderBy('announcements.id')
    .execute();
  const parts = Map.groupBy(rows, ({ itemId, part }) => `${itemId}/${part}`);
  return [...parts.values()].flatMap((revisions) =>
    revisions.slice(-1).map(({ body, publishedOn, firstSeenAt, ...newest }) => ({
      ...newest,
      on: dayOfItem({ publishedOn, firstSeenAt }),
      // It is said once, when the part joins, and once more when a person puts it elsewhere.
      why: joiningIn(revisions.findLast(({ why }) => why !== null)?.why ?? null),
      withdrawn: body === 'withdrawn',
    })),
  );
}

const joiningIn = (why: Json<Joining> | null) => why && fromJson(why);

/** The message in which a channel reads of a Story. */
export interface StoryMessage {
  channelId: string;
  messageId: string | null;
  state: DeliveryRow['state'];
  settledAt: Instant | null;
  grouped: boolean;
  /** The Story itself, or the one that was merged into it and whose message it still is. */
  about: number;
}

/** Every message about a Story, and about those that were merged into it, each once. */
export async function messagesAbout(db: Db, storyId: number): Promise<StoryMessage[]> {
  const rows = await db
    .selectFrom('storyMessages')
    .innerJoin('stories', 'stories.id', 'storyMessages.storyId')
    .innerJoin('deliveries', 'deliveries.id', 'storyMessages.deliveryId')
    .select([
      'storyMessages.storyId as about',
      'storyMessages.grouped',
      'deliveries.id',
      'deliveries.channelId',
      'deliveries.messageId',
      'deliveries.state',
      'deliveries.settledAt',
    ])
    .where((eb) => eb.or([eb('stories.id', '=', storyId), eb('stories.mergedInto', '=', storyId)]))
    .orderBy('deliveries.seq')
    // A message that was taken over counts as the Story's own: null comes last, and stays.
    .orderBy('stories.mergedInto', 'desc')
    .execute();
  const messages = new Map(rows.map(({ id, grouped, ...row }) => [id, { ...row, grouped: grouped === 1 }]));
  return [...messages.values()];
}
