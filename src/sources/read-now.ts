import { ReadFailure } from '../domain/failure.ts';
import type { Instant } from '../domain/moment.ts';
import { sourceAt } from '../domain/schedule.ts';
import type { Source } from '../domain/source.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import type { Listing, Parser } from './reader.ts';
import { readerOf } from './readers/index.ts';

/**
 * What a Source's first page shows now, whatever was read of it before.
 * @throws {ReadFailure} It cannot be read.
 */
export async function readNow(
  source: Source,
  { fetcher, parser, now }: { fetcher: Fetcher; parser?: Parser; now: Instant },
): Promise<Listing> {
  const dated = sourceAt(source, now);
  const request = { source: dated, fetcher, snapshot: null, page: 1, now, ...(parser && { parser }) };
  const reading = await readerOf(source).read(request);
  if (reading.outcome === 'rows') return reading;
  throw new ReadFailure('malformed', `${dated.url} answered "not modified" to a first request`);
}
