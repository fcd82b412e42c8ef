import type { Facts } from '../../../src/domain/facts.ts';

/** A text published on 2027-03-18, the facts it states, and the country of its publisher: China where none is given. */
export type Stating = [title: string, text: string, facts: Partial<Facts>, country?: string];
