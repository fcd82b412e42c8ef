import type { Disagreement } from './disagreement.ts';
import type { FactChange, Tier } from './facts.ts';
import type { FailureReason } from './failure.ts';
import type { Digest } from './manners.ts';
import type { EndNear } from './measure.ts';
import type { Instant } from './moment.ts';
import type { StoryView } from './story.ts';

/** An Alert: one thing to tell, free of any channel. It holds all that a message needs. */
export type AlertBody =
  /** Something new. */
  | { kind: 'story'; view: StoryView }
  /** More new Stories than a channel takes one by one. */
  | { kind: 'group'; views: StoryView[] }
  /** New facts about a known Story. */
  | { kind: 'follow-up'; view: StoryView; changes: FactChange[] }
  /** What was said before has changed at its source, or it never said so and the error was ours. */
  | { kind: 'correction'; view: StoryView; changes: FactChange[]; by: 'source' | 'us' }
  /** The page is gone or has dropped the subject; by us: its title alone had misled us. */
  | { kind: 'withdrawal'; view: StoryView; by: 'source' | 'us' }
  /** Texts of one notice state a fact differently: which of them holds, nobody has said. */
  | { kind: 'difference'; view: StoryView; disagreements: Disagreement[] }
  /**
   * Nothing to announce, but the message already sent is out of date: another address, a corrected fact. By us: it
   * should never have been sent, as its title alone had misled us.
   */
  | { kind: 'update'; view: StoryView; by?: 'us' }
  /** A stated end comes near, and nothing read so far has moved it. */
  | { kind: 'reminder'; view: StoryView; end: EndNear }
  /** Nobody covers an authority: silence is not "no news". */
  | { kind: 'blind'; authorityId: string; since: Instant; sources: SourceTrouble[] }
  | { kind: 'recovery'; authorityId: string; since: Instant; until: Instant; caughtUp: CaughtUp }
  /**
   * What came since the last one for a channel that wants it together: the strongest first, then the newest. Not all
   * of very many; `counts` are of all. `every` is null for the last one, after digests were switched off.
   */
  | {
      kind: 'digest';
      every: Digest['every'] | null;
      since: Instant;
      entries: DigestEntry[];
      counts: Record<Tier, number>;
    }
  /** How one Source is doing, for those who look after the bot: nobody else has to do anything. */
  | { kind: 'source'; sourceId: string; authorityId: string; news: SourceNews };

/** A Story, and what of it has come: the Story itself, or more of one that the channel knows. */
export interface DigestEntry {
  news: 'story' | 'follow-up' | 'correction' | 'withdrawal' | 'difference';
  /** The error was ours, and nothing has changed at the source. */
  by?: 'us';
  view: StoryView;
}

export type SourceNews =
  /** It cannot be read, and others of its authority can. */
  | {
      what: 'degraded';
      since: Instant;
      reason: FailureReason;
      detail: string;
      coveredBy: string[];
    }
  | { what: 'readable'; since: Instant; until: Instant }
  /** Between these two reads rows may have come and gone unseen. */
  | { what: 'gap'; from: Instant; until: Instant };

export interface SourceTrouble {
  sourceId: string;
  reason: FailureReason;
  detail: string;
}

/** What was published while we could not read. */
export interface CaughtUp {
  items: number;
  relevant: number;
}

export type AlertKind = AlertBody['kind'];

/** What a Delivery does in its channel. */
export type Operation = 'send' | 'edit' | 'reply';

/** Edits and replies concern the message in which the channel first read of the Story. */
export const operationOf: Record<AlertKind, Operation> = {
  story: 'send',
  group: 'send',
  'follow-up': 'reply',
  correction: 'reply',
  withdrawal: 'reply',
  difference: 'reply',
  update: 'edit',
  reminder: 'send',
  blind: 'send',
  recovery: 'send',
  digest: 'send',
  source: 'send',
};

/**
 * Whether a phone may ring: new decisions and measures, changed facts, and the last reminder before an end. All else
 * is silent. Late news rings without its role, and old news not at all until its facts change.
 */
export function manners(body: AlertBody): { silent: boolean; mentionsRole: boolean } {
  switch (body.kind) {
    case 'story':
      return mannersOf([body.view]);
    case 'group':
    case 'digest':
      return mannersOf(viewsIn(body));
    case 'follow-up':
    case 'correction': {
      const silent = body.view.tier === 'statement' || body.changes.length === 0;
      return { silent, mentionsRole: !silent && body.view.lateness === 'fresh' };
    }
    case 'reminder':
      return { silent: body.end.occasion !== 'day-before', mentionsRole: false };
    default:
      return { silent: true, mentionsRole: false };
  }
}

/** Whether it rings for a decision: what may break through quiet hours. What can wait for a digest can wait for the morning. */
export function breaksThrough(body: AlertBody, { silent }: { silent: boolean } = manners(body)): boolean {
  return body.kind !== 'digest' && !silent && viewsIn(body).some(({ tier }) => tier === 'decision');
}

/** The Stories that an Alert is about. */
export function viewsIn(body: AlertBody): StoryView[] {
  if ('views' in body) return body.views;
  if ('entries' in body) return body.entries.map(({ view }) => view);
  return 'view' in body ? [body.view] : [];
}

function mannersOf(views: StoryView[]): { silent: boolean; mentionsRole: boolean } {
  // What is withdrawn by the time it is told is no news.
  const ringing = views.filter(
    (view) => view.tier !== 'statement' && view.lateness !== 'old' && view.withdrawnAt === null,
  );
  return { silent: ringing.length === 0, mentionsRole: ringing.some((view) => view.lateness === 'fresh') };
}
