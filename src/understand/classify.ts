import type { Judgement, Reason } from '../domain/announcement.ts';
import { kindOf, tierOf } from '../domain/facts.ts';
import { decisionOf, elsewhere } from './decider.ts';
import { factsOf } from './facts/facts.ts';
import { type Fired, type Weighed, weigh } from './fire.ts';
import { type Document, type Passage, passageOf, quoteOf } from './passage.ts';

export type { Document } from './passage.ts';

/**
 * A text is relevant from this score on. The score is what its strongest sentence says (3: enough by itself,
 * 5: in so many words, at most 9), one more where the title says it too, less what speaks against the
 * document as a whole.
 */
export const THRESHOLD = 3;

/**
 * The verdict on one text, with the reasons for it and, where it is relevant, its facts. Pure and linear.
 * Relevant is also what another country than the publisher's decided: see `decidedBy`, and the first Reason.
 */
export function judge(document: Document): Judgement {
  const passage = passageOf(document);
  const weighed = weigh(passage);
  const score = scoreOf(weighed);
  const reasons = reasonsOf(passage, weighed);
  if (score < THRESHOLD) return { relevant: false, score, reasons, parts: [] };
  const decision = decisionOf(passage, weighed);
  const { facts, evidence } = factsOf(passage, decision.weighed);
  const kind = kindOf(facts);
  const { decidedBy } = decision;
  const silencing = elsewhere(decision, document.country);
  if (silencing) reasons.unshift(silencing);
  const part = { part: '', tier: tierOf(kind), kind, score, reasons, facts, evidence, decidedBy };
  return { relevant: true, score, reasons, parts: [part] };
}

function scoreOf(weighed: Weighed[]): number {
  const strongest = Math.max(0, ...weighed.map(({ net }) => net));
  const [title, ...body] = weighed;
  const saidTwice = title && title.net > 0 && body.some(({ net }) => net > 0) ? 1 : 0;
  const doubts = new Map<string, number>();
  for (const { rule } of weighed.flatMap(({ fired }) => fired)) {
    if (rule.reach === 'title' || rule.reach === 'document') doubts.set(rule.id, rule.points);
  }
  return strongest + saidTwice + [...doubts.values()].reduce((sum, points) => sum + points, 0);
}

/** Each rule once, where it fired first, the weightiest first; never empty. */
function reasonsOf(passage: Passage, weighed: Weighed[]): Reason[] {
  const first = new Map<string, Fired>();
  for (const fired of weighed.flatMap((each) => each.fired)) {
    if (!first.has(fired.rule.id)) first.set(fired.rule.id, fired);
  }
  if (first.size === 0) return [nothingFound(passage)];
  return [...first.values()]
    .map(({ rule, sentence, index, length }) => ({
      rule: rule.id,
      says: rule.says,
      points: rule.points,
      quote: quoteOf(passage, sentence, index, length),
    }))
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

function nothingFound(passage: Passage): Reason {
  const quote = quoteOf(passage, passage.title, 0, passage.title.folded.length);
  return { rule: 'no-licence-wording', says: 'no export-licence wording found', points: 0, quote };
}
