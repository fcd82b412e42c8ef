import type { Day } from './moment.ts';

/** What a text says was done about licences. Values and meanings: docs/words.md. */
export const actions = [
  'approve',
  'resume',
  'suspend',
  'deny',
  'new_control',
  'relax',
  'suspend_control',
  'extend_suspension',
  'procedure',
  'clarify',
  'statement',
  'other',
] as const;
export type Action = (typeof actions)[number];

export const kinds = ['batch', 'measure', 'statement'] as const;
/** What a Story is about; follows the action. */
export type Kind = (typeof kinds)[number];

export const tiers = ['decision', 'measure', 'statement'] as const;
/** How much a Story matters. */
export type Tier = (typeof tiers)[number];

const kindOfAction: Record<Action, Kind> = {
  approve: 'batch',
  resume: 'batch',
  suspend: 'batch',
  deny: 'measure',
  new_control: 'measure',
  relax: 'measure',
  suspend_control: 'measure',
  extend_suspension: 'measure',
  procedure: 'measure',
  clarify: 'statement',
  statement: 'statement',
  other: 'statement',
};

/** Counts of licences make a batch of whatever action states them. */
export function kindOf(facts: Pick<Facts, 'action' | 'licencesCount'>): Kind {
  if (typeof facts.licencesCount === 'number') return 'batch';
  return kindOfAction[facts.action];
}

export function tierOf(kind: Kind): Tier {
  return kind === 'batch' ? 'decision' : kind;
}

/** Words of the text and their place in it. */
export interface Quote {
  in: 'title' | 'text';
  /** UTF-16 offsets into the Revision's title or text: `text.slice(start, end) === words`. */
  start: number;
  end: number;
  words: string;
}

/**
 * What one text states about licences. `null` or an empty list: not addressed.
 * `'unspecified'`: approvals are reported and this detail is withheld.
 */
export interface Facts {
  action: Action;
  /** English commodity names, lower case, as the lexicon gives them; seven elements named are seven goods. */
  goods: string[];
  /** Where the goods go: short English names of countries; "EU" for the European Union. */
  destinations: string[];
  licencesCount: number | 'unspecified' | null;
  /** "No. 18 of 2025": the notice's own number, never one that it cites. A Story of several: "Nos. 55, 56 of 2025". */
  announcementNo: string | null;
  effectiveDate: Day | null;
  expiryDate: Day | null;
  usFirms: 'yes' | 'no' | 'unspecified' | null;
  licenceType: 'general' | 'individual' | null;
}

export type FactName = keyof Facts;

/** The words behind each fact. Every fact that is stated has at least one quote. */
export type Evidence = Partial<Record<FactName | 'quantity', Quote[]>>;

/** A fact that two texts state differently. */
export interface FactChange {
  fact: FactName;
  from: Facts[FactName];
  to: Facts[FactName];
}

/** The facts in which `after` differs from `before`; lists are compared as sets. */
export function changedFacts(before: Facts, after: Facts): FactChange[] {
  const names = Object.keys(after) as FactName[];
  return names
    .filter((fact) => canonical(before[fact]) !== canonical(after[fact]))
    .map((fact) => ({ fact, from: before[fact], to: after[fact] }));
}

function canonical(value: Facts[FactName]): string {
  return JSON.stringify(Array.isArray(value) ? [...new Set(value)].sort() : value);
}
