import type { Article, Row } from '../domain/item.ts';
import { latenessOf, nextArticleRetryAt, titleAloneAfter, withdrawnAfter } from '../domain/schedule.ts';
import { insertItem, itemById, latestRevision, updateItem } from '../store/items.ts';
import type { Db, ItemRow } from '../store/schema.ts';
import { indexForSearch } from '../store/search-index.ts';
import { currentAnnouncements } from '../store/stories.ts';
import { fingerprint } from '../understand/hash.ts';
import type { Batch } from './batch.ts';
import { isGone } from './gone.ts';
import { type Judged, judged, type Observation } from './observe.ts';
import { recordText } from './record-text.ts';
import type { StoryChange } from './story-change.ts';
import { withdraw } from './withdraw.ts';

/** Records one Observation: the Item, its new Revision if there is one, and what that means for Stories. */
export async function recordItem(
  tx: Db,
  observation: Observation,
  batch: Batch,
): Promise<{ isNew: boolean; changes: StoryChange[] }> {
  const { sighting } = observation;
  const before = sighting.item && (await searchedOf(tx, sighting.item));
  const isNew = sighting.item === null;
  const item =
    sighting.item === null
      ? await insertItem(tx, newItem(sighting.row, batch))
      : await listAgain(tx, sighting.item, sighting.row);

  const changes = observation.article
    ? await recordText(tx, item, observation.article, true, batch)
    : await recordUnread(tx, item, observation, batch);
  const recorded = await itemById(tx, item.id);
  // Most looks find what was there before.
  if (isNew || (await searchedOf(tx, recorded)) !== before) await indexForSearch(tx, recorded);
  return { isNew, changes };
}

/** Stands for all by which an Item is found: where it is the same, nothing is to be indexed anew. */
async function searchedOf(tx: Db, item: ItemRow): Promise<string> {
  const revision = await latestRevision(tx, item.id);
  const listed = [item.title, item.summary, item.publishedOn];
  const announced = (await currentAnnouncements(tx, item.id)).map(({ id, storyId }) => [id, storyId]);
  return JSON.stringify([revision?.id, revision ? item.publishedOn : listed, announced]);
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
  const gone = failure !== null && isGone(failure);
  if (gone && item.body === 'read' && isRead(batch)) return recordGone(tx, item, batch);

  const failedReads = item.failedReads + (failure ? 1 : 0);
  const titleAloneAt = item.firstSeenAt + titleAloneAfter;
  const told = item.body !== 'pending' || (await latestRevision(tx, item.id)) !== undefined;
  const news = told ? null : relevantIn(listed, batch);
  const retryAt = failure ? nextArticleRetryAt(failedReads, batch.now) : batch.now;
  const waitsForTitle = news !== null && batch.now < titleAloneAt;
  await updateItem(tx, item.id, {
    failedReads,
    ...(gone && { goneSince: null }),
    nextReadAt: waitsForTitle ? Math.min(retryAt ?? titleAloneAt, titleAloneAt) : retryAt,
  });

  return news !== null && batch.now >= titleAloneAt ? recordText(tx, item, news, false, batch) : [];
}

function relevantIn(listed: Article, { source }: Batch): Judged | null {
  const news = judged(source, listed);
  return news.judgement.relevant ? news : null;
}

/** Where the listing, or other articles as well, cannot be read, that says nothing of one page. */
function isRead({ listing, state, articlesGone }: Batch): boolean {
  if (articlesGone) return false;
  return listing.outcome === 'not-due' ? state.failures === 0 : listing.outcome !== 'failed';
}

/** One look that finds a page gone proves nothing; another, an hour later, does. */
async function recordGone(tx: Db, item: ItemRow, { now }: Batch): Promise<StoryChange[]> {
  const goneSince = item.goneSince ?? now;
  if (now - goneSince < withdrawnAfter) {
    await updateItem(tx, item.id, { goneSince, nextReadAt: goneSince + withdrawnAfter });
    return [];
  }
  await updateItem(tx, item.id, { body: 'withdrawn', nextReadAt: null });
  return withdraw(tx, item, await currentAnnouncements(tx, item.id), 'source', now);
}
