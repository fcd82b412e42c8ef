import type { SourceNews } from '../../../domain/alert.ts';
import type { Action, Tier } from '../../../domain/facts.ts';
import type { FailureReason } from '../../../domain/failure.ts';
import type { EndNear, Occasion, RegisterNote } from '../../../domain/measure.ts';
import type { SourceLanguage } from '../../../domain/source.ts';

/** Every word of a message that does not come from facts. A missing one does not compile. */
export interface Texts {
  badges: Record<Action, string>;
  /** "3rd report"; the ministry does not number batches, so reports are counted. */
  report(number: number, since: string | null): string;
  stated: string;
  notStated: string;
  corrected: string;
  /** Before a correction of what the source never said. */
  correctedByUs: string;
  colon: string;
  /** After the bold beginning of a line. */
  gap: string;
  withdrawn: string;
  unread: string;
  words: string;
  gloss: string;
  /** `day` may lack its year. */
  againstLast(day: string): string;
  sameQuantity: string;
  sameWords: string;
  furtherLicences: string;
  /** What a language model wrote, and how far it can be relied on. */
  model: string;
  modelCaveat: string;
  also: string;
  when: string;
  published: string;
  firstSeen: string;
  seenAfter(duration: string): string;
  /** Before the page that was corrected. */
  whichText: string;
  /** Under a correction by the source; between what was seen when. */
  bothKept: [first: string, corrected: string, kept: string];
  licenceType: Record<'general' | 'individual', string>;
  basis(language: SourceLanguage): string;
  correctedBadge: string;
  ourErrorBadge: string;
  correctedByUsBadge: string;
  weSaid: string;
  textSays: string;
  nothingStated: string;
  followUpBadge: string;
  withdrawnBadge: string;
  changed: string;
  added: string;
  noFactChanged: string;
  notStatedBefore: string;
  notStatedNow: string;
  gone: string;
  /** Under a title that was told before its text could be read. */
  /** Of a title that had misled us, after it. */
  nothingInText: string;
  misled: string;
  groupBadge(count: number): string;
  groupTitle(count: number, ringing: number): string;
  groupMore(count: number): string;
  groupRest(count: number): string;
  oldLine(count: number, dates: string | null): string;
  dates(from: string, to: string): string;
  /** `last`: after digests were switched off. */
  digestBadge: Record<DigestName, string>;
  digestName: Record<DigestName, string>;
  /** What stands before the most important entry. */
  digestLine(name: string, counts: readonly string[]): string;
  digestTitle(count: number): string;
  digestSince: string;
  tierCount: Record<Tier, (count: number) => string>;
  blindBadge: string;
  blindLine(authority: string, since: string): string;
  blindTitle(authority: string): string;
  blindSince: string;
  blindAdvice: string;
  failures: Record<FailureReason, string>;
  recoveryBadge: string;
  recoveryLine(authority: string, duration: string, items: number, relevant: number): string;
  recoveryTitle(authority: string): string;
  recoveryOutage: string;
  caughtUp(items: number, relevant: number): string;
  official: string;
  story: string;
  whatChanged: string;
  measuresOn: string;
  why: string;
  list: string;
  status: string;
  source: string;
  edited: string;
  /** How one Source is doing. */
  sourceNews: {
    badge: Record<SourceNews['what'], string>;
    degraded(source: string, since: string): string;
    readable(source: string, duration: string): string;
    gap(source: string): string;
    coveredBy: string;
    nothingToDo: string;
    between: string;
    gapAdvice: string;
    separator: string;
  };
  /** Texts of one notice that do not agree. */
  difference: {
    badge: string;
    undecided: string;
  };
  /** The line that says so of a Story. */
  differ: {
    differ: string;
    page(language: SourceLanguage): string;
    /** Where one value is that of the Chinese text, and the others are translations. */
    chineseIsBasis: string;
    separator: string;
    bracketed(text: string): string;
  };
  /** The answers of a press conference. */
  transcript: {
    question: string;
    alsoHere: string;
    answer(number: number): string;
    /** Of all other answers. */
    silent(numbers: string, count: number): string;
    comma: string;
  };
  /** What stands in the register of measures. */
  register: {
    label: Record<RegisterNote['about'], string>;
    held: string;
    ran(day: string): string;
    due(day: string): string;
    same: string;
    unchanged: string;
    notRead(notices: string): string;
    comma: string;
  };
  /** A stated end that comes near. */
  reminder: {
    badge: Record<Occasion, string>;
    /** `country` and `goods` may be empty. */
    line(near: { when: string; notice: string; country: string; goods: string; unseen: string }): string;
    when: Record<Occasion, (day: string) => string>;
    /** The longer, and the shorter. */
    unseen: readonly [string, string];
    spokenFor: readonly [string, string];
    title: Record<EndNear['of'], (notice: string, day: string) => string>;
    ends: string;
    notStated: string;
    unsaid: string;
    held: Record<EndNear['of'], string>;
    spoken(day: string, until: string | null): string;
    spokenLabel: string;
    noLater(day: string): string;
  };
  /** To whoever made a watch, in private. */
  personal: {
    place(channelId: string, server: string | null): string;
    parked(place: string): string;
    missing(switches: string): string;
    hidden(view: string): string;
    unclear(switches: string): string;
    mend: string;
    waiting: string;
    roleGone(place: string): string;
    separator: string;
  };
  /** The first report of general licences. */
  firstGeneral: {
    label: string;
    line: string;
  };
}

type DigestName = 'day' | 'week' | 'last';
