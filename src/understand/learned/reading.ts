import { type Action, kindOf } from '../../domain/facts.ts';
import { Sought } from '../clues.ts';
import type { Fired, Weighed } from '../fire.ts';
import { notYet } from '../lexicon/rules/decisions.ts';
import type { Rule } from '../lexicon/rules/rule.ts';
import type { Passage, Sentence } from '../passage.ts';
import { fromStored } from './file.ts';
import { WordIndex } from './index.ts';
import { bestOf } from './model.ts';
import stored from './weights.json' with { type: 'json' };
import { saidIn } from './words.ts';

/**
 * What is learned from labelled texts, for what no rule knows. Rules say why in so many words and decide first;
 * this is asked where they are silent, or speak of licences in passing.
 */
const index = new WordIndex(fromStored(stored));

/** Above it a text reads like news of export licences; more is asked where a rule speaks against it. */
const likely = { undoubted: 0.7, doubted: 1.5 };
/** So sure it must be of what was done to be believed against a rule that is not plain. */
const sureEnough = 0.4;
/** Without one of these no text is about export licences, however it reads. */
const fieldWords = new Sought(
  /export|ship|licen[cs]|permi|approv|author|control|curb|restrict|\bban|embargo|\bs[eo]l[dl]|\bsales?\b|cargo|clear|waive|suppl|rare earth|出口|输|[批准审证照限禁停管]|豁免|稀土/i,
);
/** Of fewer words that are known nothing is made out; pairs of Chinese characters are more to a sentence. */
const fewestWords = { latin: 20, han: 36 };

/**
 * What the rules heard, and where they are not plain, what the words of the text say besides: that it is about
 * licences though no rule fired, or that something else was done than the rules made out. That licences were
 * granted or stopped is never made out against a rule, nor from words that deny it or expect it.
 */
export function heard(passage: Passage, weighed: Weighed[], score: number, threshold: number): Weighed[] {
  const told = score >= threshold;
  const fired = weighed.flatMap((each) => each.fired);
  const speaking = weighed.filter(({ net }) => net > 0).flatMap((each) => each.fired);
  if (told && speaking.some(({ rule }) => rule.action && !rule.weak)) return weighed;

  const said = saidIn(passage);
  if (!told && !said.some((sentence) => fieldWords.isIn(sentence))) return weighed;
  const words = index.counted(said);
  const chinese = passage.sentences.some(({ han, latin }) => han && !latin);
  if (words.numbers.length < (chinese ? fewestWords.han : fewestWords.latin)) return weighed;
  const [likelihood = 0] = index.scoresOf('relevance', words);
  const doubted = fired.some(({ rule }) => rule.points < 0);
  if (!told && likelihood <= (doubted ? likely.doubted : likely.undoubted)) return weighed;

  const best = bestOf(index.actions, index.scoresOf('action', words));
  if (best === null || (told && !isBetter(best, speaking))) return weighed;
  const sentence = mostTelling(said);
  if (sentence === null || (!told && undecided.test(sentence.folded))) return weighed;
  return withFired(weighed, asFired(sentence, told ? best.answer : carefully(best.answer, sentence)));
}

function isBetter({ answer, sure }: { answer: Action; sure: number }, speaking: readonly Fired[]): boolean {
  return sure > sureEnough && !isDecision(answer) && !speaking.some(({ rule }) => rule.action === answer);
}

function isDecision(action: Action): boolean {
  return kindOf({ action, licencesCount: null }) === 'batch';
}

/** Nothing is done yet, nor said to be. */
const undecided = /尚未[^,。;]{0,40}决定|尚无定案|\bno (?:draft|decision)\b|\b[Mm]aybe we should\b/;

/** What was asked was not done. */
const asks = /\b[Aa]sk(?:s|ed) (?:how|whether|if)\b|\bhow many\b|被问|是否/;

function carefully(action: Action, { folded }: Sentence): Action {
  return isDecision(action) && (notYet.test(folded) || asks.test(folded)) ? 'statement' : action;
}

function withFired(weighed: Weighed[], fired: Fired): Weighed[] {
  return weighed.map((each) =>
    each.sentence === fired.sentence
      ? { ...each, fired: [...each.fired, fired], net: Math.max(each.net, fired.rule.points) }
      : each,
  );
}

const rules = new Map<Action, Rule>();

function ruleFor(action: Action): Rule {
  const rule = rules.get(action) ?? {
    id: 'reads-like-licence-news',
    says: 'reads like other news of export licences',
    points: 3,
    leads: true,
    action,
  };
  rules.set(action, rule);
  return rule;
}

/** As a rule that fired: on the sentence whose words tell most. */
function asFired(sentence: Sentence, action: Action): Fired {
  return { rule: ruleFor(action), sentence, index: 0, length: sentence.folded.trimEnd().length };
}

function mostTelling(said: readonly Sentence[]): Sentence | null {
  const scores = said.map((sentence) => ({ sentence, score: index.relevanceOf(sentence) }));
  const [best] = scores.toSorted((one, other) => other.score - one.score);
  return best && best.score > 0 ? best.sentence : null;
}
