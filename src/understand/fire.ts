import { rules } from './lexicon/rules/all.ts';
import type { Rule } from './lexicon/rules/rule.ts';
import type { Passage, Sentence } from './passage.ts';

/** A rule that fired on a sentence. `index` and `length` are within the sentence. */
export interface Fired {
  rule: Rule;
  sentence: Sentence;
  index: number;
  length: number;
}

/** A sentence with the rules that fired on it. `net` above zero: it speaks of export licences. */
export interface Weighed {
  sentence: Sentence;
  fired: Fired[];
  net: number;
}

const exportsTopic =
  /\bexport|\bre-?export|\bshipments?\b|\bdual-use\b|\bship(?:s|ped|ping)?\b|(?<!进)出口|两用物项|管制物项|输[美日欧韩台]|\brare[- ]earths?\b|\bmagnets?\b|稀土|[镓锗锑]/i;
const maxSentencePoints = 9;

/** Tests every rule on every sentence. */
export function weigh(passage: Passage): Weighed[] {
  const titled = exportsTopic.test(passage.title.folded);
  const opens = exportsTopic.test(passage.sentences[1]?.folded ?? '');
  // A title is read with the sentence that opens the text.
  let before = opens;
  return passage.sentences.map((sentence) => {
    const here = exportsTopic.test(sentence.folded);
    const fired = rules.flatMap((rule) => fire(rule, sentence, here || before || titled) ?? []);
    before = here;
    return { sentence, fired, net: net(fired) };
  });
}

function fire(rule: Rule, sentence: Sentence, nearExports: boolean): Fired | null {
  if (rule.reach === 'title' && sentence.in !== 'title') return null;
  if (rule.exports && !nearExports) return null;
  // What a reporter says has not been said by the ministry, but may still speak against.
  if (sentence.question && rule.points > 0) return null;
  const match =
    (sentence.han && rule.han?.exec(sentence.folded)) ||
    (sentence.latin && rule.en?.exec(sentence.folded)) ||
    null;
  if (!match) return null;
  const { index } = match;
  const { length } = match[0];
  if (rule.unless?.test(clauseOf(sentence.folded, index, length))) return null;
  return { rule, sentence, index, length };
}

const mostMatches = 8;

/** Where in a sentence a rule fires, and not only first: one may tell what two ministries did. */
export function matchesOf(rule: Rule, { folded, han, latin }: Sentence): { index: number; length: number }[] {
  const patterns = [han && rule.han, latin && rule.en].filter((pattern) => pattern instanceof RegExp);
  return patterns
    .flatMap((pattern) =>
      [...folded.matchAll(new RegExp(pattern, `${pattern.flags}g`))].slice(0, mostMatches),
    )
    .map(({ index, 0: words }) => ({ index, length: words.length }))
    .filter(({ index, length }) => !rule.unless?.test(clauseOf(folded, index, length)));
}

/** From the start of the clause in which a match begins to its end. */
function clauseOf(folded: string, index: number, length: number): string {
  let start = index;
  while (start > 0 && !',;:"'.includes(folded.charAt(start - 1))) start--;
  return folded.slice(start, index + length);
}

/** Several rules that say the same add one point each; a sentence cannot outweigh the whole text. */
function net(fired: Fired[]): number {
  const best = new Map<string, number>();
  let doubt = 0;
  for (const { rule } of fired) {
    const so = rule.action && best.get(rule.action);
    if (rule.action) best.set(rule.action, so === undefined ? rule.points : Math.max(so, rule.points) + 1);
    else if (rule.reach === 'sentence') doubt += rule.points;
  }
  const speaks = [...best.values()].reduce((sum, points) => sum + points, 0);
  return Math.min(speaks, maxSentencePoints) + doubt;
}
