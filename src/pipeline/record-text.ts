import type { Understood } from '../domain/announcement.ts';
import type { Article } from '../domain/item.ts';
import type { Instant } from '../domain/moment.ts';
import { latenessOf, nextRereadAt } from '../domain/schedule.ts';
import { toJson } from '../store/columns.ts';
import { insertRevision, latestRevision, updateItem } from '../store/items.ts';
import type { Db, ItemRow, RevisionRow } from '../store/schema.ts';
import { type CurrentAnnouncement, currentAnnouncements, insertAnnouncement } from '../store/stories.ts';
import { contentHash } from '../understand/hash.ts';
import { likeness, samePart } from '../understand/parts.ts';
import type { Batch } from './batch.ts';
import { correctStory, joinStory } from './join.ts';
import type { Judged } from './observe.ts';
import type { StoryChange } from './story-change.ts';
import { withdraw } from './withdraw.ts';

/** A text was read, or the listing's words stand in for it. */
export async function recordText(
  tx: Db,
  item: ItemRow,
  judged: Judged,
  textRead: boolean,
  batch: Batch,
): Promise<StoryChange[]> {
  const { content, judgement } = judged;
  const { now } = batch;
  const before = await latestRevision(tx, item.id);
  const hash = contentHash(
    content.title,
    content.text,
    content.attachments.map(({ url }) => url),
  );
  if (textRead) {
    const nextReadAt = judgement.relevant ? nextRereadAt(item.firstSeenAt, now) : null;
    const read = { body: 'read', reads: item.reads + 1, failedReads: 0, goneSince: null } as const;
    await updateItem(tx, item.id, { ...read, nextReadAt, ...datedBy(content, item, batch) });
  }
  if (before && before.hash === hash && (before.textRead === 1) === textRead) return [];

  const number = (before?.number ?? 0) + 1;
  await insertRevision(tx, { itemId: item.id, number, hash, ...revisionOf(content), textRead, seenAt: now });
  return understandRevision(tx, item, judged, before, { number, hash }, batch);
}

/** Where the listing gave no date, the article's says how late the page was seen. */
function datedBy({ published }: Article, item: ItemRow, { source, state }: Batch): Partial<ItemRow> {
  if (item.published !== null || published === null) return {};
  const previousReadAt = state.lastSuccessAt && Math.min(state.lastSuccessAt, item.firstSeenAt);
  return {
    published: toJson(published),
    publishedOn: published.on,
    lateness: latenessOf(published, source.timeZone, item.firstSeenAt, previousReadAt),
  };
}

function revisionOf({ title, text, published, issuer, attachments }: Article) {
  return { title, text, published, issuer, attachments };
}

/** What a new Revision means: its Announcements, and what they do to their Stories. */
async function understandRevision(
  tx: Db,
  item: ItemRow,
  { content, judgement, details }: Judged,
  before: RevisionRow | undefined,
  { number, hash }: Pick<RevisionRow, 'number' | 'hash'>,
  batch: Batch,
): Promise<StoryChange[]> {
  const previous = await currentAnnouncements(tx, item.id);
  const wasRead = before?.textRead === 1;
  const changes: StoryChange[] = [];
  const parts = recognised(judgement.parts, previous);
  for (const { part, known } of parts) {
    const change = known
      ? await correctStory(tx, { item, part, known, wasRead, number, now: batch.now })
      : await joinStory(tx, { item, part, content, hash, batch });
    await announce(
      tx,
      { ...part, details },
      { itemId: item.id, revision: number, createdAt: batch.now },
      change,
    );
    changes.push(change);
  }
  const dropped = previous.filter(
    ({ part, revision }) => revision === before?.number && !parts.some((one) => one.part.part === part),
  );
  // What a title alone seemed to say and the text does not was never said by the ministry.
  const by = before && !wasRead ? 'us' : 'source';
  return [...changes, ...(await withdraw(tx, item, dropped, by, batch.now))];
}

/**
 * The parts of a new Revision with what is known of them: by their key, else by the likeness of their question,
 * and never by their place. A part keeps the key it was first known by.
 */
function recognised(
  parts: Understood[],
  previous: CurrentAnnouncement[],
): { part: Understood; known: CurrentAnnouncement | undefined }[] {
  const exact = new Set(parts.map(({ part }) => part));
  const free = previous.filter(({ part }) => !exact.has(part));
  return parts.map((part) => {
    const known =
      previous.find((announcement) => announcement.part === part.part) ??
      takeAlike(free, part.question?.words);
    return { part: known ? { ...part, part: known.part } : part, known };
  });
}

/** The announcement whose question is most like this one, taken out of the list. */
function takeAlike(
  free: CurrentAnnouncement[],
  question: string | undefined,
): CurrentAnnouncement | undefined {
  if (question === undefined) return undefined;
  const [best] = free
    .filter((one) => one.question !== null && samePart(one.question, question))
    .sort((a, b) => likeness(b.question ?? '', question) - likeness(a.question ?? '', question));
  if (best) free.splice(free.indexOf(best), 1);
  return best;
}

function announce(
  tx: Db,
  announcement: Understood & Pick<Judged, 'details'>,
  place: { itemId: number; revision: number; createdAt: Instant },
  change: StoryChange,
): Promise<void> {
  const why = change.change === 'joined' ? change.why : null;
  return insertAnnouncement(tx, { ...announcement, ...place, storyId: change.story.id, why });
}
