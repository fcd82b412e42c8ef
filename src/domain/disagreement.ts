import type { Facts } from './facts.ts';
import type { SourceLanguage } from './source.ts';

/**
 * The facts in which texts of one notice are held against each other. What was done, to which goods and where, two
 * languages tell in more or less detail without disagreeing.
 */
export const comparedFacts = [
  'effectiveDate',
  'expiryDate',
  'licencesCount',
  'usFirms',
  'licenceType',
  'announcementNo',
] as const satisfies readonly (keyof Facts)[];
export type ComparedFact = (typeof comparedFacts)[number];

/** A fact that texts of one notice state differently. */
export interface Disagreement {
  fact: ComparedFact;
  /** Of a package, the notice it is about; else null. */
  notice: string | null;
  /** At least two; the value of the text that the Story is told by stands first, where that states one. */
  values: StatedValue[];
}

export interface StatedValue {
  value: string | number;
  /** The words that state it, in the first of its texts. */
  quote: string | null;
  texts: StatingText[];
}

export interface StatingText {
  language: SourceLanguage;
  sourceId: string;
  url: string;
}
