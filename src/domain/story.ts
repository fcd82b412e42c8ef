import type { Disagreement } from './disagreement.ts';
import type { Evidence, Facts, Kind, Tier } from './facts.ts';
import type { RegisterNote } from './measure.ts';
import type { Day, Instant, Moment } from './moment.ts';
import type { Language, Names, SourceLanguage } from './source.ts';

/** An address at which a Story can be read. */
export interface StoryLink {
  url: string;
  language: SourceLanguage;
  sourceId: string;
  /** The page's own title. */
  title: string;
}

/** Everything a message about a Story shows, as it was known when the Alert was made. */
export interface StoryView {
  storyId: number;
  authorityId: string;
  kind: Kind;
  tier: Tier;
  facts: Facts;
  evidence: Evidence;
  /** The language as which the text was judged that the facts and quotes were read from. */
  language: Language;
  /** The first is the text the facts were read from. */
  links: StoryLink[];
  issuer: string | null;
  published: Moment | null;
  firstSeenAt: Instant;
  lateness: Lateness;
  /** False: only the title is known so far. */
  textRead: boolean;
  /** Facts corrected since the first message, by the source or by us, oldest first. */
  corrections: Correction[];
  withdrawnAt: Instant | null;
  /** It never held: its title alone had misled us. Absent: the source withdrew it, or it stands. */
  withdrawnBy?: 'us';
  /** The other Stories that the same page tells: further answers of a transcript, in the order of their strength. */
  alsoHere: Pick<StoryView, 'storyId' | 'kind' | 'tier' | 'facts' | 'evidence' | 'language' | 'answer'>[];
  /** Where the text is an answer of a transcript. Alerts that were stored by an earlier version do not have it. */
  answer?: AnswerPlace | null;
  /** The numbers of the transcript's answers that say nothing on export licences; neither have these. */
  silentAnswers?: number[];
  /** When a page was first seen with other words than before; absent, or null, where none was. */
  rewordedAt?: Instant | null;
  /** Of which Source that page is. */
  rewordedIn?: string | null;
  /** For reports of licences: how many reports of the same goods the archive holds, this one included. */
  report: { number: number; since: Moment | null } | null;
  /** For what ministries say again and again: how the words differ from the last time. Null: nothing to compare. */
  lastReport: LastReport | null;
  /** The first report of general licences for its goods that the archive holds. */
  firstGeneral: boolean;
  /** What the Story's texts, in whatever language, state differently. */
  disagreements: Disagreement[];
  /**
   * What a language model wrote on it, where one is set up: numbers, dates and names have been held against the
   * source. Neither the ministry's words nor ours. Null: nothing that may be shown.
   */
  modelSummary: Names | null;
  /** What the register of measures holds on its goods. Null: nothing that it could say. */
  register: RegisterNote | null;
}

/** Which answer of a transcript it is, and to what. */
export interface AnswerPlace {
  /** Counted from 1. */
  number: number;
  of: number;
  /** A reporter's words, never the ministry's. */
  question: string | null;
}

/** The report before this one, of the same authority, kind and goods. */
export interface LastReport {
  storyId: number;
  publishedOn: Day;
  /** `same`: the quantity words, or else the clauses that state the action, say the same. */
  change: 'same' | WordDiff;
}

/** What one wording made of another, in the order of reading: only what changed, with a little around it. */
export type WordDiff = WordSegment[];

export interface WordSegment {
  as: 'kept' | 'removed' | 'added';
  /** As the texts have them; `…` where something unchanged is left out. */
  words: string;
}

export interface Correction {
  fact: keyof Facts;
  from: Facts[keyof Facts];
  to: Facts[keyof Facts];
  at: Instant;
  /** Present where the source never said what we told. */
  by?: 'us';
}

/**
 * `late`: published over 72 hours before it was first seen, with no outage of ours between.
 * `old`: over 30 days.
 */
export type Lateness = 'fresh' | 'late' | 'old';
