import type { Action, Facts } from '../../domain/facts.ts';
import { quoteOf } from '../passage.ts';
import { quotesOfAction, type Speech, type Stated } from './speech.ts';

const grants = new Set<Action>(['approve', 'resume']);
const refuses = new Set<Action>(['deny', 'suspend']);
const recipients =
  /\b(?:US|U\.S\.|American) (?:firms|companies|carmakers|buyers|end[- ]users?|customers|suppliers|automakers|manufacturers)\b|\bNvidia\b|\bto (?:the )?(?:US|U\.S\.|United States)(?![\w.]| control)|美国?(?:企业|公司|客户|用户)|(?:对|向|输)美(?:国)?(?:出口|企业)?/;
const unclear = /\bunclear\b|\bwhether\b|\bnot (?:say|clear|stated)\b|是否|未(?:说明|透露)/;

/** Whether recipients in the United States are among those served, or are shut out. */
export function usFirmsOf(speech: Speech, destinations: string[]): Stated<Facts['usFirms'] & string> | null {
  if (refuses.has(speech.action)) {
    return destinations.includes('United States') ? { value: 'no', quotes: quotesOfAction(speech) } : null;
  }
  if (!grants.has(speech.action)) return null;
  for (const sentence of speech.focus) {
    const match = recipients.exec(sentence.folded);
    if (!match || unclear.test(sentence.folded)) continue;
    return { value: 'yes', quotes: [quoteOf(speech.passage, sentence, match.index, match[0].length)] };
  }
  // The recipients are named, and are others: what was granted says nothing of the United States.
  if (speech.action === 'resume' || destinations.length > 0) return null;
  return { value: 'unspecified', quotes: quotesOfAction(speech) };
}
