import type { Action } from '../../../domain/facts.ts';

/**
 * A rule about one sentence. Patterns see folded text: half-width punctuation, Simplified characters.
 * Gaps are bounded (`.{0,40}`), so that a rule stays linear in the sentence.
 */
export interface Rule {
  /** Stable: shown in `wire classify` and stored with Announcements. */
  id: string;
  /** One clause a reader understands. */
  says: string;
  /** Added to the score; below zero it speaks against. 5: says it in so many words; 3: enough by itself. */
  points: number;
  en?: RegExp;
  han?: RegExp;
  /** Tested on the clause up to the end of the match: negation, condition, another subject. */
  unless?: RegExp;
  /** Only where the year in the match lies at least two years before the publication. */
  past?: true;
  /** What the text did, where this rule decides; rules that speak against have none. */
  action?: Action;
  /** Says it in the field's words alone: it counts where nothing plainer does, and where the title has no doubts. */
  weak?: true;
  /** Says what was done, whatever else fired. */
  leads?: true;
  /** Only where the sentence, the one before it or the title speaks of exports. */
  exports?: true;
  /**
   * How far a rule against reaches. `sentence`: only what this sentence says is doubted; `clause`: save what
   * the publisher does in a later clause of its own.
   * `title`: tested on the title alone, doubts the document. `document`: one such sentence doubts the document.
   */
  reach?: 'clause' | 'sentence' | 'title' | 'document';
}
