import type { Details, RelationKind } from './details.ts';
import type { Action, Facts } from './facts.ts';
import type { Day } from './moment.ts';

/** A numbered notice as the register sees it: what one Announcement states. */
export interface Notice {
  authorityId: string;
  /** "No. 18 of 2025": its own number, which tells it apart within its authority. */
  announcementNo: string;
  publishedOn: Day;
  facts: Facts;
  details: Details;
  storyId: number;
  url: string;
  title: string;
}

/** Something said without a number of its own: it never moves a date, it only stands beside one. */
export type Statement = Omit<Notice, 'announcementNo'>;

/** A notice as it is shown and linked. */
export type NoticeRef = Omit<Notice, 'facts' | 'details'>;

/** Days from `from` to `until`, both of them; `until` null: no end is stated. */
export interface Period {
  from: Day;
  until: Day | null;
  /** The notice that states it. */
  by: NoticeRef;
}

/** A suspension of a measure, or an extension of one. */
export interface Hold extends Period {
  /** The part of the measure that it concerns: "§2". Null: all of it. */
  section: string | null;
  kind: 'suspends' | 'extends';
  /** From then on it no longer holds: the notice behind it was repealed. */
  lifted: { on: Day; by: NoticeRef } | null;
}

/** A repeal, of all or of a part. */
export interface Ending {
  on: Day;
  by: NoticeRef;
  section: string | null;
}

/** What one notice controls, bans, regulates or eases, and what later notices did to it. */
export interface Measure {
  notice: NoticeRef;
  action: Action;
  goods: string[];
  destinations: string[];
  controlCodes: string[];
  /** Digits only. For reference: the control is by description. */
  hsCodes: string[];
  /** The date it states for taking effect; where it states none (`fromStated` false), that of its publication. */
  from: Day;
  fromStated: boolean;
  /** Its own time first, then what prolonged it. */
  terms: Period[];
  holds: Hold[];
  endings: Ending[];
  /** Notices that change its text. What they change is not told apart: they move no date here. */
  amendedBy: NoticeRef[];
  /** Notices that name it, or a notice that suspends it, and move no date. */
  mentionedBy: NoticeRef[];
  /** Said about its goods after its last stated end, or about a later end: for display beside the dates. */
  statements: Statement[];
}

/** A relation to a notice that the archive does not hold. It counts as soon as that notice is read. */
export interface UnresolvedReference {
  by: NoticeRef;
  kind: RelationKind;
  /** "No. 46 of 2024". */
  notice: string;
  section: string | null;
}

/** What a suspension comes to on a day. */
export interface Suspension {
  since: Day;
  by: NoticeRef;
  /** The furthest end that is stated without a gap; null: no end is stated. */
  until: Day | null;
  /** The notice that states that end: `by`, one that extends it, or one that lifts it. */
  untilBy: NoticeRef;
  /**
   * True on the stated last day. Whether that day itself is included, 至2026年11月10日 does not say; it is counted
   * as suspended here, and shown as not stated.
   */
  lastDay: boolean;
  /** When the measure was due to take effect, where it was suspended before: it never did. Else null. */
  dueOn: Day | null;
}

/** The state of a measure, or of a section of it, on one day, as far as the notices read tell. */
export type State =
  | { state: 'not-yet'; from: Day }
  | {
      state: 'in-force';
      since: Day;
      /** False: no date of effect is stated, `since` is the day of publication. */
      sinceStated: boolean;
      /** The notice that ended its suspension; null where it was not suspended. */
      resumedBy: NoticeRef | null;
    }
  | ({ state: 'suspended' } & Suspension)
  /** A stated end has passed and another notice moved it: `untilBy`. */
  | ({ state: 'confirmed'; statedEnd: Day } & Suspension)
  /** A stated end has passed, and no notice read says what applies since. */
  | {
      state: 'not-confirmed';
      /** What was to end: the suspension, or the measure's own term. */
      of: 'suspension' | 'term';
      statedEnd: Day;
      by: NoticeRef;
      dueOn: Day | null;
      lastReadOn: Day;
      /** False: nothing was read after the stated end, so that no notice could have been seen. */
      readSince: boolean;
      /** Notices published later that name it or its suspension: for people to read, they state no date. */
      mentionedBy: NoticeRef[];
    }
  | { state: 'ended'; on: Day; by: NoticeRef };

export interface Status {
  whole: State;
  /** The parts whose state differs from that of the whole. */
  sections: { section: string; state: State }[];
}

/** A measure that a look-up found, and the codes or goods in it that matched. */
export interface Match {
  measure: Measure;
  named: string[];
}

/**
 * What the register answers when asked for a code or a good. Nothing found is `not-named` and never "free":
 * control is by description, customs codes are for reference, and the register holds only what was read.
 * `not-a-code`: the words asked with are no code at all.
 */
export type LookUp = { found: true; matches: Match[] } | { found: false; note: 'not-named' | 'not-a-code' };

export const occasions = ['month-before', 'day-before', 'day'] as const;
/** Thirty days before a stated end, the day before, and the day itself. */
export type Occasion = (typeof occasions)[number];

/** One for all the measures that one notice holds. */
export interface Reminder {
  on: Day;
  occasion: Occasion;
  statedEnd: Day;
  /** The notice that states the end. */
  by: NoticeRef;
  measures: Measure[];
  /** What was said about a later end: spoken, so it moves nothing. */
  statements: Statement[];
}

/** What a Reminder tells: the part of it that an Alert keeps. */
export interface EndNear extends Pick<Reminder, 'occasion' | 'statedEnd'> {
  /** The notice that states the end. */
  announcementNo: string;
  /** What ends: a suspension that the notice brought or extended, or its own term. */
  of: 'suspension' | 'term';
  measures: Pick<MeasureInForce, 'announcementNo' | 'goods' | 'destinations'>[];
  /** What was said about a later end, the newest first. */
  spoken: { on: Day; until: Day | null; title: string; url: string }[];
  /** The day up to which all Sources had been read. */
  lastReadOn: Day;
}

/**
 * What stands in the register beside a Story, on the day it was published, as far as it was read when the Alert was
 * made. `on-its-goods`: measures that name them. `not-named`: measures that readers of a suspension overlook.
 */
export interface RegisterNote {
  about: 'on-its-goods' | 'not-named';
  /** In force on that day, the newest first; never empty. */
  measures: MeasureInForce[];
  /** How many more there are. */
  more: number;
  /** Notices that this one acts on and that were not read, so that what they control is not known. */
  notRead: string[];
  /** What the notice itself suspends; absent where it suspends nothing that is in the register. */
  held?: HeldMeasure[];
}

/** A measure that a notice suspends, or keeps suspended. */
export interface HeldMeasure extends Pick<Measure, 'action' | 'goods' | 'destinations'> {
  announcementNo: string;
  /** "§2"; null: all of it. */
  section: string | null;
  /** Since when it had been in force; null where it had not, or where that is not known. */
  ranSince: Day | null;
  /** When it was due to take effect, where it never did. */
  dueOn: Day | null;
}

/** A measure in force, as a line tells it. */
export interface MeasureInForce extends Pick<Measure, 'action' | 'goods' | 'destinations'> {
  announcementNo: string;
  since: Day;
  /** False: no date of effect is stated, `since` is the day of publication. */
  sinceStated: boolean;
  /** Sections that are not in force: "§2". */
  except: string[];
}
