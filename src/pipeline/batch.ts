import type { FailureReason } from '../domain/failure.ts';
import type { Day, Instant } from '../domain/moment.ts';
import type { Source } from '../domain/source.ts';
import type { SourceRow } from '../store/schema.ts';
import type { Asked, Lease } from '../store/sources.ts';
import type { Observation } from './observe.ts';
import type { Renamed } from './recognise.ts';

/** What became of the listing in this poll. */
export type Listing =
  | ({ outcome: 'rows'; rows: number; oldestOn: Day | null; gap: boolean } & Asked)
  | ({ outcome: 'unchanged' } & Asked)
  | { outcome: 'failed'; reason: FailureReason; detail: string }
  /** Only articles were due. */
  | { outcome: 'not-due' };

/** Everything one poll found. */
export interface Batch {
  source: Source;
  lease: Lease;
  /** The Source as it was when it was claimed. */
  state: SourceRow;
  listing: Listing;
  observations: Observation[];
  /** Whether articles that are still there cannot be read either, so that none can be told to be gone. */
  articlesGone: boolean;
  /** Items that their listing shows under another key than before. */
  renamed: Renamed[];
  now: Instant;
  nextPollAt: Instant;
}
