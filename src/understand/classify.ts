import type { Judgement, Reason, Understood } from '../domain/announcement.ts';
import { kindOf, tierOf } from '../domain/facts.ts';
import { decidedElsewhere, decisionOf, elsewhere } from './decider.ts';
import { factsOf } from './facts/facts.ts';
import { type Fired, type Weighed, weigh } from './fire.ts';
import { heard } from './learned/reading.ts';
import { byStrength, partKey, questionOf } from './parts.ts';
import { type Document, type Passage, passageOf, quoteOf } from './passage.ts';
import { subjectKey, type Topic, topicsOf, united } from './topics.ts';

export type { Document } from './passage.ts';

/**
 * A text is relevant from this score on. The score is what its strongest sentence says (3: enough by itself,
 * 5: in so many words, at most 9), one more where the title says it too, less what speaks against the
 * document as a whole.
 */
export const THRESHOLD = 3;

/**
 * The verdict on one text, with the reasons for it and, where it is relevant, its facts. Pure and linear.
 * A transcript of several topics is read answer by answer; what was asked has not been said by the ministry.
 * Relevant is also what another country than the publisher's decided: see `decidedBy`, and the first Reason.
 */
export function judge(document: Document): Judgement {
  const passage = passageOf(document);
  const weighed = weigh(passage);
  const answers = topicsOf(passage, weighed);
  const topics = (answers.length > 0 ? answers : [{ question: [], passage, weighed }]).map(heardOut);
  const parts = partsOf(topics);
  const score = Math.max(...topics.map((topic) => topic.score));
  const reasons = reasonsOf(
    passage,
    topics.flatMap((topic) => topic.weighed),
  );
  const [lead] = parts;
  if (lead?.reasons[0]?.rule === decidedElsewhere) reasons.unshift(lead.reasons[0]);
  return { relevant: parts.length > 0, score, reasons, parts };
}

/** An answer of a transcript. `start` and `end` are its place in the text, its question included. */
export interface Answered {
  question: string | null;
  start: number;
  end: number;
  /** Whether it says anything on export licences. */
  relevant: boolean;
}

/** The answers of a transcript of several topics, in their order; none for any other text. */
export function answersOf(document: Document): Answered[] {
  const passage = passageOf(document);
  return topicsOf(passage, weigh(passage))
    .map(heardOut)
    .flatMap(({ question, passage: { sentences }, score }) => {
      const asked = questionOf(passage, question);
      const [begins, ends] = [question[0], sentences.at(-1)];
      if (!asked || !begins || !ends) return [];
      const place = { start: begins.start, end: ends.end };
      return [{ question: asked.words, ...place, relevant: score >= THRESHOLD }];
    });
}

interface Scored extends Topic {
  score: number;
}

/** With what its words say where the rules are not plain. */
function heardOut(topic: Topic): Scored {
  const { passage, weighed } = topic;
  const score = scoreOf(weighed);
  const all = heard(passage, weighed, score, THRESHOLD);
  return { ...topic, weighed: all, score: all === weighed ? score : scoreOf(all) };
}

function scored(topic: Topic): Scored {
  return { ...topic, score: scoreOf(topic.weighed) };
}

/** The topics that are relevant, as Announcements, the strongest first; those that tell the same are one. */
function partsOf(topics: Scored[]): Understood[] {
  const groups = new Map<string, { topics: Scored[]; part: Understood }>();
  for (const topic of topics) {
    const part = understand(topic, topics.length > 1);
    if (!part) continue;
    const group = groups.get(subjectKey(part.facts));
    if (group) group.topics.push(topic);
    else groups.set(subjectKey(part.facts), { topics: [topic], part });
  }
  const parts = [...groups.values()]
    .map(({ topics: [first, ...more], part }) =>
      first && more.length > 0 ? (understand(scored(united(first, more)), true) ?? part) : part,
    )
    .sort(byStrength);
  const [only] = parts;
  if (only && parts.length === 1) return [{ ...only, part: '' }];
  return distinctlyKeyed(parts);
}

/** Two answers to one question, word for word, are told apart by their order. */
function distinctlyKeyed(parts: Understood[]): Understood[] {
  const seen = new Map<string, number>();
  return parts.map((each) => {
    const before = seen.get(each.part) ?? 0;
    seen.set(each.part, before + 1);
    return before === 0 ? each : { ...each, part: `${each.part}-${before + 1}` };
  });
}

/** `several`: a text of one topic needs no key to tell it from others. */
function understand({ question, passage, weighed, score }: Scored, several: boolean): Understood | null {
  if (score < THRESHOLD) return null;
  const decision = decisionOf(passage, weighed);
  const { decidedBy } = decision;
  const { facts, evidence } = factsOf(passage, decision.weighed, decidedBy);
  const kind = kindOf(facts);
  const reasons = reasonsOf(passage, weighed);
  const silencing = elsewhere(decision, passage.document.country);
  if (silencing) reasons.unshift(silencing);
  const asked = questionOf(passage, question);
  const part = several ? partKey(asked, passage.sentences.slice(1)) : '';
  return { part, question: asked, tier: tierOf(kind), kind, score, reasons, facts, evidence, decidedBy };
}

function scoreOf(weighed: Weighed[]): number {
  const strongest = weighed.reduce((most, { net }) => Math.max(most, net), 0);
  const [title] = weighed;
  const saidTwice = title && title.net > 0 && weighed.some((each) => each !== title && each.net > 0) ? 1 : 0;
  const doubts = new Map<string, number>();
  for (const { fired } of weighed) {
    for (const { rule } of fired)
      if (rule.reach === 'title' || rule.reach === 'document') doubts.set(rule.id, rule.points);
  }
  return strongest + saidTwice + [...doubts.values()].reduce((sum, points) => sum + points, 0);
}

/** Each rule once, where it fired first, the weightiest first; never empty. */
function reasonsOf(passage: Passage, weighed: Weighed[]): Reason[] {
  const first = new Map<string, Fired>();
  for (const { fired } of weighed)
    for (const one of fired) if (!first.has(one.rule.id)) first.set(one.rule.id, one);
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
