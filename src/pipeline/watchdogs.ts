import type { Instant } from '../domain/moment.ts';
import { trouble } from '../domain/schedule.ts';
import { beginBlindness, blindness, endBlindness, readAgain, sourcesOf } from '../store/authorities.ts';
import { countSeenSince } from '../store/items.ts';
import type { Db, SourceRow } from '../store/schema.ts';
import type { NewAlert } from './alerts.ts';
import type { Batch } from './batch.ts';

type Watched = Pick<Batch, 'source' | 'listing' | 'now'>;

type Blindness = NonNullable<Awaited<ReturnType<typeof blindness>>>;

/**
 * Notices that nobody covers an authority any more, and that somebody does again. Called in every poll's
 * transaction, so that each is told once.
 */
export async function watchAuthority(tx: Db, { source, listing, now }: Watched): Promise<NewAlert[]> {
  const { authority } = source;
  const blind = await blindness(tx, authority.id);
  if (blind) return recovery(tx, blind, await sourcesOf(tx, authority.id), now);
  // The most polls by far: who has just read covers the authority.
  if (listing.outcome === 'unchanged' || listing.outcome === 'rows') return [];

  const sources = await sourcesOf(tx, authority.id);

  const from = blindFrom(sources, now);
  if (from === null) return [];
  await beginBlindness(tx, authority.id, from);
  const troubled = sources.map(({ id, failureReason, failureDetail }) => ({
    sourceId: id,
    reason: failureReason ?? ('unreachable' as const),
    detail: failureDetail ?? '',
  }));
  return [
    {
      key: `blind/${authority.id}/${from}`,
      body: { kind: 'blind', authorityId: authority.id, since: from, sources: troubled },
    },
  ];
}

/** Since when none of these Sources can be read; null while one can, or may only have been unlucky. */
export function blindFrom(
  sources: Pick<SourceRow, 'failures' | 'failingSince'>[],
  now: Instant,
): Instant | null {
  const down = sources.every(({ failures }) => failures >= trouble.failures);
  const from = Math.max(...sources.map(({ failingSince }) => failingSince ?? now));
  return sources.length > 0 && down && now - from >= trouble.after ? from : null;
}

/**
 * The end of blindness is told once all Sources have been read again, so that it can say what was caught
 * up; one that stays broken holds it up for half an hour at most.
 */
async function recovery(
  tx: Db,
  { id, blindSince, readAgainAt }: Blindness,
  sources: SourceRow[],
  now: Instant,
): Promise<NewAlert[]> {
  const failing = sources.filter(({ failures }) => failures > 0);
  if (failing.length === sources.length) return [];
  if (failing.length > 0 && readAgainAt === null) await readAgain(tx, id, now);
  if (failing.length > 0 && now - (readAgainAt ?? now) < trouble.after) return [];

  await endBlindness(tx, id);
  const caughtUp = await countSeenSince(
    tx,
    sources.map((source) => source.id),
    blindSince,
  );
  const body = { kind: 'recovery', authorityId: id, since: blindSince, until: now, caughtUp } as const;
  return [{ key: `recovery/${id}/${blindSince}`, body }];
}
