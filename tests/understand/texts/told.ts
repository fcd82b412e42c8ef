import type { Action, Facts } from '../../../src/domain/facts.ts';

/**
 * A text, what it says was done (`null`: nothing about export licences; `caught`: something, in a language that is
 * only caught), the facts that it states, and the country of its publisher: China where none is given.
 */
export type Told = [
  action: Action | Action[] | 'caught' | null,
  title: string,
  text: string,
  facts?: Partial<Facts>,
  country?: string,
];
