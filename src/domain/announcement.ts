import type { Evidence, Facts, Kind, Quote, Tier } from './facts.ts';

/** A rule that fired, for or against, with the words it fired on. */
export interface Reason {
  /** The rule's id, stable: `approved-applications`, `import-licence`. */
  rule: string;
  /** One clause a reader understands: "says that licence applications were approved". */
  says: string;
  /** Added to the score; negative speaks against. */
  points: number;
  quote: Quote;
}

/** An accepted part of an Item, before it is stored: what `understand` returns for it. */
export interface Understood {
  /** `''` for a text of one part; a key of its question for each answer of a transcript, wherever it stands. */
  part: string;
  /** What a reporter asked, where this is the answer: never the ministry's words. */
  question?: Quote | null;
  tier: Tier;
  kind: Kind;
  score: number;
  reasons: Reason[];
  facts: Facts;
  evidence: Evidence;
  /**
   * Whose decision it is: the short English name of a country, or "EU", that the words which state the action, or
   * the title, name as deciding. Ministries also report what other countries decide. Null where they name
   * nobody: then it is the publisher's own. The publisher's own country is named like any other.
   */
  decidedBy: string | null;
}

/** The verdict on one text. */
export interface Judgement {
  relevant: boolean;
  score: number;
  /** Every rule that fired, accepted or not: why a post alerts, or why it stays silent. */
  reasons: Reason[];
  /** The Announcements, the strongest first; empty when not relevant. */
  parts: Understood[];
}
