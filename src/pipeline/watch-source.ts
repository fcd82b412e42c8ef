import type { Instant } from '../domain/moment.ts';
import { trouble } from '../domain/schedule.ts';
import { isAlertStored } from '../store/alerts.ts';
import { sourcesOf } from '../store/authorities.ts';
import type { Db, SourceRow } from '../store/schema.ts';
import type { NewAlert } from './alerts.ts';
import type { Batch } from './batch.ts';

/**
 * Notices that a Source is in trouble while others cover its authority, that it reads again, and that rows may have
 * gone by unseen. Where nobody covers the authority, that is told to everybody instead.
 */
export async function watchSource(tx: Db, batch: Batch): Promise<NewAlert[]> {
  const { listing, state } = batch;
  switch (listing.outcome) {
    case 'failed':
      return degraded(tx, batch, listing);
    case 'rows':
      return [...(await readable(tx, batch)), ...(listing.gap ? gap(batch, state.lastSuccessAt) : [])];
    case 'unchanged':
      return readable(tx, batch);
    case 'not-due':
      return [];
  }
}

async function degraded(
  tx: Db,
  { source, state, now }: Batch,
  { reason, detail }: Extract<Batch['listing'], { outcome: 'failed' }>,
): Promise<NewAlert[]> {
  const since = state.failingSince ?? now;
  if (state.failures + 1 < trouble.failures || now - since < trouble.after) return [];
  const coveredBy = (await sourcesOf(tx, source.authority.id)).filter(covers).map(({ id }) => id);
  if (coveredBy.length === 0) return [];
  return [
    alertOn(source, keyOf('degraded', source.id, since), {
      what: 'degraded',
      since,
      reason,
      detail,
      coveredBy,
    }),
  ];
}

const covers = ({ failures, lastSuccessAt }: SourceRow) => failures === 0 && lastSuccessAt !== null;

async function readable(tx: Db, { source, state, now }: Batch): Promise<NewAlert[]> {
  const { failures, failingSince: since } = state;
  if (failures < trouble.failures || since === null) return [];
  if (!(await isAlertStored(tx, keyOf('degraded', source.id, since)))) return [];
  return [alertOn(source, keyOf('readable', source.id, since), { what: 'readable', since, until: now })];
}

function gap({ source, now }: Batch, from: Instant | null): NewAlert[] {
  if (from === null) return [];
  return [alertOn(source, keyOf('gap', source.id, now), { what: 'gap', from, until: now })];
}

type News = Extract<NewAlert['body'], { kind: 'source' }>['news'];

function alertOn({ id, authority }: Batch['source'], key: string, news: News): NewAlert {
  return { key, body: { kind: 'source', sourceId: id, authorityId: authority.id, news } };
}

const keyOf = (what: News['what'], sourceId: string, at: Instant) => `source/${what}/${sourceId}/${at}`;
