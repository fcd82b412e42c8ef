import type { Action } from '../../domain/facts.ts';
import type { Day } from '../../domain/moment.ts';
import type { GoodsForm } from './goods.ts';
import type { Omission } from './omissions.ts';
import type { Quantity } from './quantity.ts';
import type { Scope } from './scope.ts';

/** What one line may say: the facts, their lists already worded in the line's language. */
export interface Told {
  who: string;
  goods: GoodsForm | null;
  /** "the US and Japan". */
  to: string | null;
  scopes: Set<Scope>;
  licenceType: 'general' | 'individual' | null;
  /** "No. 18 of 2025". */
  notice: string | null;
  /** A notice that it passes over, and that stays in force. */
  notNamed: string | null;
  effect: Effect | null;
  until: Day | null;
  /** Null for what is no batch. */
  batch: Batch | null;
}

/** The same for a summary, where there is room for every name: "gallium and germanium", "镓、锗". */
export interface Account extends Omit<Told, 'goods'> {
  goods: string | null;
}

/** When a measure takes effect, seen from its publication. */
export interface Effect {
  when: 'at-once' | 'later' | 'before';
  on: Day;
}

export interface Batch {
  count: number | null;
  /** Whether "number: not stated" is to be said where there is no number. */
  countWithheld: boolean;
  quantity: Quantity | null;
  /** The firms whose absence or presence is named; null where nothing may be said of them. */
  firms: { name: string; included: boolean | null } | null;
}

/** One line's wordings; see {@link Draft} in fit.ts. */
export interface Sentence {
  /** The preferred first. */
  leads: { core: string; rest: string }[];
  /** Where a phone shows none of them whole, however few goods they name. */
  terse?: { core: string; rest: string };
  optional: string[][];
  required?: string;
  /** Whether the leads say how many licences. */
  saysCount?: boolean;
}

/** What stands before a line whose news is not fresh or no longer true. */
export type Mark = 'late' | 'corrected' | 'withdrawn' | 'misled';

/** All that a language says about facts. A missing key does not compile. */
export interface Phrases {
  sentences: Record<Action, (told: Told) => Sentence>;
  /**
   * How many, and which firms: closes every line about a batch. `complete` is false where nothing may be called
   * "not stated": the text has not been read, or a list of what is missing follows.
   */
  batch(batch: Batch & { complete: boolean }): string;
  marks: Record<Mark, string>;
  unread: string;
  /** What was done, in two or three words. */
  done: Record<Action, string>;
  stated: {
    /** After what was done: how many. */
    count(done: string, count: number): string;
    quantity(done: string, quantity: Quantity): string;
    goods(names: string): string;
    destinations(names: string): string;
    firms(name: string, included: boolean): string;
    licenceType: Record<'general' | 'individual', string>;
    notice(notice: string): string;
    from(day: string, onIssue: boolean): string;
    until(day: string): string;
  };
  omitted: Record<Omission, (firms: string, markets: string) => string>;
  summary: {
    /** What was decided, then from when, under which notice and what else is stated. */
    prose(action: Action, account: Account): string[];
    between: string;
    notStated(omissions: string): string;
    /** Between what was not stated. */
    separator: string;
    unread: string;
  };
}
