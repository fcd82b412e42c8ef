import { ReadFailure } from '../domain/failure.ts';
import type { Article } from '../domain/item.ts';
import type { Instant } from '../domain/moment.ts';
import { withdrawnAfter } from '../domain/schedule.ts';
import type { Source } from '../domain/source.ts';
import { isSaidElsewhere, latestRevision, otherReadItems } from '../store/items.ts';
import type { Db, ItemRow } from '../store/schema.ts';
import { contentHash } from '../understand/hash.ts';
import { isAlike, isTold } from '../understand/parts.ts';
import { judgeArticle, type Observation, observe } from './observe.ts';
import type { Ports } from './ports.ts';

/** So many other articles are looked at before one is believed to be gone. */
const controls = 3;

export const isGone = ({ reason }: ReadFailure) => reason === 'not-found' || reason === 'soft-404';

/** What one poll observed, with the pages that are others than those asked for taken for gone. */
export function withoutForeign(
  db: Db,
  source: Source,
  observations: readonly Observation[],
): Promise<Observation[]> {
  const times = Map.groupBy(
    observations.flatMap(({ article }) => (article ? [hashOf(article.content)] : [])),
    (hash) => hash,
  );
  const isRepeated = async (hash: string, item: ItemRow | null) =>
    (times.get(hash)?.length ?? 0) > 1 || isSaidElsewhere(db, source.id, hash, item?.id ?? 0);
  return Promise.all(observations.map((observation) => asGone(db, source, observation, isRepeated)));
}

const hashOf = ({ title, text, attachments }: Article) =>
  contentHash(
    title,
    text,
    attachments.map(({ url }) => url),
  );

/**
 * An observation of an address that gives another page, on something else, is one of a page that is gone: sites in
 * trouble answer with their home page. At a first look that is believed only where the listing's title promised news
 * on licences, or where another address gave the very same.
 */
async function asGone(
  db: Db,
  source: Source,
  observation: Observation,
  isRepeated: (hash: string, item: ItemRow | null) => Promise<boolean>,
): Promise<Observation> {
  const { article, sighting, listed } = observation;
  const { item } = sighting;
  if (!article || article.judgement.relevant) return observation;
  const { title, text } = article.content;
  if (!isForeign(listed.title, article.content)) return observation;

  const before = item?.body === 'read' ? await latestRevision(db, item.id) : undefined;
  if (before && (isAlike(before.title, title) || isAlike(before.text, text))) return observation;
  const promised = before !== undefined || judgeArticle(listed, source).relevant;
  if (!promised && !(await isRepeated(hashOf(article.content), item))) return observation;
  const address = sighting.row?.url ?? item?.url;
  const failure = new ReadFailure('soft-404', `${address} gives another page, "${title.slice(0, 40)}"`);
  return { ...observation, article: null, failure };
}

/** Whether neither a page's title nor its text has the words of the title under which it is listed. */
function isForeign(listed: string, { title, text }: Article): boolean {
  return !isAlike(listed, title) && !isTold(listed, `${title}\n${text}`);
}

/**
 * Whether a site has lost its articles rather than one of them: asked where one would now count as withdrawn, by
 * looking at others that could be read before.
 */
export async function areArticlesGone(
  source: Source,
  observations: readonly Observation[],
  now: Instant,
  ports: Ports,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const suspects = observations.flatMap(({ sighting: { item }, failure }) =>
    item && failure && isGone(failure) && item.goneSince !== null && now - item.goneSince >= withdrawnAfter
      ? [item.id]
      : [],
  );
  if (suspects.length === 0) return false;
  const others = await otherReadItems(ports.db, source.id, suspects, controls);
  for (const item of others) {
    const { article } = await observe(source, { item, row: null }, ports, true, signal);
    if (article && !isForeign(item.title, article.content)) return false;
  }
  return others.length > 0;
}
