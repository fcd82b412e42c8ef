import type { Quote } from './facts.ts';
import type { Day } from './moment.ts';

/** How a notice acts on another one. `cites`: it only names it. */
export const relationKinds = ['suspends', 'extends', 'repeals', 'amends', 'implements', 'cites'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** Whether it does something to the notice it names. */
export function isAct(kind: RelationKind): boolean {
  return kind !== 'cites' && kind !== 'implements';
}

/** Another notice that a text names, and what it does to it. */
export interface Relation {
  kind: RelationKind;
  /**
   * "No. 46 of 2024". Other series than the commerce ministry's announcements are told apart by a word before it:
   * "Order No. 6 of 2025", "UEL No. 8 of 2025", "Customs No. 54 of 2025"; "State Council Order No. 792" has no year.
   */
  notice: string;
  /** The part of that notice, where only a part is meant: "§2", "§1(3)". Null: all of it. */
  section: string | null;
  /** The number and, where something is done to it, the verb; of each mention in turn, the first few. */
  quotes: Quote[];
}

/** A value and the words that state it. */
export interface Detail<Value> {
  value: Value;
  quotes: Quote[];
}

/**
 * What a text states beyond its Facts: shown and looked up, but no part of what tells two texts apart.
 * Empty lists and null: not addressed.
 */
export interface Details {
  relations: Relation[];
  /** Codes of the dual-use control list: "1C902", "3C001.b". */
  controlCodes: Detail<string>[];
  /** Customs codes, digits only, 4 to 10 of them. For reference: the control is by description. */
  hsCodes: Detail<string>[];
  /** Shares of value or content from which a rule applies, as a number of per cent: 0.1. */
  thresholds: Detail<number>[];
  /** The bodies that issued it, by short English name: "MOFCOM", "Customs". */
  issuers: Detail<string>[];
  /** As the text writes it: "何亚东", "He Yadong". */
  spokesperson: Detail<string> | null;
  /** Comments on a draft are taken until then. */
  commentsUntil: Detail<Day> | null;
}
