import { ReadFailure } from '../domain/failure.ts';
import type { Instant } from '../domain/moment.ts';
import { withdrawnAfter } from '../domain/schedule.ts';
import type { Source } from '../domain/source.ts';
import { latestRevision, otherReadItems } from '../store/items.ts';
import type { Db } from '../store/schema.ts';
import { isAlike } from '../understand/parts.ts';
import { type Observation, observe } from './observe.ts';
import type { Ports } from './ports.ts';

/** So many other articles are looked at before one is believed to be gone. */
const controls = 3;

export const isGone = ({ reason }: ReadFailure) => reason === 'not-found' || reason === 'soft-404';

/**
 * An address that had a text and gives another page, which says nothing on licences, is as good as gone: sites in
 * trouble answer with their home page.
 */
export async function asGone(db: Db, observation: Observation): Promise<Observation> {
  const { article, sighting } = observation;
  const { item } = sighting;
  if (!article || item?.body !== 'read' || article.judgement.relevant) return observation;
  const before = await latestRevision(db, item.id);
  const { title, text } = article.content;
  if (!before || isAlike(before.title, title) || isAlike(before.text, text)) return observation;
  const failure = new ReadFailure('soft-404', `${item.url} gives another page, "${title.slice(0, 40)}"`);
  return { ...observation, article: null, failure };
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
    const look = await asGone(ports.db, await observe(source, { item, row: null }, ports, true, signal));
    if (look.article) return false;
  }
  return others.length > 0;
}
