import type { Understood } from '../domain/announcement.ts';
import type { ReadFailure } from '../domain/failure.ts';
import type { Article, Row } from '../domain/item.ts';
import type { Instant } from '../domain/moment.ts';
import {
  latenessOf,
  nextArticleRetryAt,
  nextRereadAt,
  titleAloneAfter,
  withdrawnAfter,
} from '../domain/schedule.ts';
import { toJson } from '../store/columns.ts';
import { insertItem, insertRevision, latestRevision, updateItem } from '../store/items.ts';
import type { Db, ItemRow, RevisionRow } from '../store/schema.ts';
import { type CurrentAnnouncement, currentAnnouncements, insertAnnouncement } from '../store/stories.ts';
import { contentHash, fingerprint } from '../understand/hash.ts';
import { likeness, samePart } from '../understand/parts.ts';
import type { Batch } from './batch.ts';
import { correctStory, joinStory, withdrawStory } from './join.ts';
import type { Judged, Observation } from './observe.ts';
import type { StoryChange } from './story-change.ts';

/** Records one Observation: the Item, its new Revision if there is one, and what that means for Stories. */
export async function recordItem(
  tx: Db,
  observation: Observation,
  batch: Batch,
): Promise<{ isNew: boolean; changes: StoryChange[] }> {
  const { sighting } = observation;
  const isNew = sighting.item === null;
  const item =
    sighting.item === null
      ? await insertItem(tx, newItem(sighting.row, batch))
      : await listAgain(tx, sighting.item, sighting.row);

  const changes = observation.article
    ? await recordText(tx, item, observation.article, true, batch)
    : await recordUnread(tx, item, observation, batch);
  return { isNew, changes };
}

/** The Item as its listing shows it now; as it was where only its page is read again. */
async function listAgain(tx: Db, item: ItemRow, row: Row | null): Promise<ItemRow> {
  if (row === null) return item;
  await updateItem(tx, item.id, listedAs(row));
  return { ...item, ...listedAs(row) };
}

function listedAs(row: Row) {
  return { title: row.title, url: row.url, summary: row.text ?? null, fingerprint: fingerprint(row) };
}

function newItem(row: Row, { source, state, now }: Batch) {
  const slidIn =
    row.published !== null && state.baselineOldestOn !== null && row.published.on < state.baselineOldestOn;
  return {
    sourceId: source.id,
    key: row.key,
    ...listedAs(row),
    published: row.published,
    firstSeenAt: now,
    quiet: state.baselineAt === null ? ('baseline' as const) : slidIn ? ('slid-in' as const) : null,
    lateness: latenessOf(row.published, source.timeZone, now, state.lastSuccessAt),
  };
}

/** The article could not be read: another try later, and after two minutes what the listing says. */
async function recordUnread(
  tx: Db,
  item: ItemRow,
  { failure, listed }: Observation,
  batch: Batch,
): Promise<StoryChange[]> {
  if (failure && isGone(failure) && item.body === 'read') return recordGone(tx, item, batch);

  const failedReads = item.failedReads + (failure ? 1 : 0);
  const titleAloneAt = item.firstSeenAt + titleAloneAfter;
  const told = item.body !== 'pending' || (await latestRevision(tx, item.id)) !== undefined;
  const retryAt = failure ? nextArticleRetryAt(failedReads, batch.now) : batch.now;
  const waitsForTitle = !told && listed.judgement.relevant && batch.now < titleAloneAt;
  await updateItem(tx, item.id, {
    failedReads,
    nextReadAt: waitsForTitle ? Math.min(retryAt ?? titleAloneAt, titleAloneAt) : retryAt,
  });

  const tellNow = !told && listed.judgement.relevant && batch.now >= titleAloneAt;
  return tellNow ? recordText(tx, item, listed, false, batch) : [];
}

const isGone = ({ reason }: ReadFailure) => reason === 'not-found' || reason === 'soft-404';

/** One look that finds a page gone proves nothing; another, an hour later, does. */
async function recordGone(tx: Db, item: ItemRow, { now }: Batch): Promise<StoryChange[]> {
  const goneSince = item.goneSince ?? now;
  if (now - goneSince < withdrawnAfter) {
    await updateItem(tx, item.id, { goneSince, nextReadAt: goneSince + withdrawnAfter });
    return [];
  }
  await updateItem(tx, item.id, { body: 'withdrawn', nextReadAt: null });
  return withdrawn(tx, item, await currentAnnouncements(tx, item.id), 'source', now);
}

async function withdrawn(
  tx: Db,
  item: ItemRow,
  announcements: CurrentAnnouncement[],
  by: 'source' | 'us',
  now: Instant,
): Promise<StoryChange[]> {
  const changes: StoryChange[] = [];
  for (const { storyId } of announcements) {
    const story = await withdrawStory(tx, storyId, item.id, now);
    if (story) changes.push({ change: 'withdrawn', story, item, by });
  }
  return changes;
}

/** A text was read, or the listing's words stand in for it. */
async function recordText(
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
  return [...changes, ...(await withdrawn(tx, item, dropped, by, batch.now))];
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
