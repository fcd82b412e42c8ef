import { type Action, kindOf, kinds, type Quote } from '../../domain/facts.ts';
import { Sought } from '../clues.ts';
import { type Fired, matchesOf, type Weighed } from '../fire.ts';
import { rules } from '../lexicon/rules/all.ts';
import { type Passage, quoteOf, type Sentence } from '../passage.ts';

/** What the extractors of single facts read: the text, and where in it licences are spoken of. */
export interface Speech {
  passage: Passage;
  action: Action;
  /** Rules that fired in sentences that speak of licences, the strongest for the action first. */
  speaking: Fired[];
  /** The title and the sentences that speak, in the order of the text. */
  focus: Sentence[];
}

/** A fact and the words that state it. */
export interface Stated<Value> {
  value: Value;
  quotes: Quote[];
}

const titleBonus = 1;

/** The action is that of the strongest rule, the title's counting more; of equals, the first in the text. */
export function speechOf(passage: Passage, weighed: Weighed[]): Speech | null {
  const speaks = strongest(weighed.filter(({ net }) => net > 0));
  const acts = speaks.flatMap((each) => each.fired).filter(({ rule }) => rule.action);
  const told = acts.filter((each) => !grantsNothing(each));
  const fired = told.length > 0 ? told : acts;
  // What is said in the field's words alone gives way to whatever is said plainly.
  const plain = fired.filter(({ rule }) => !rule.weak || rule.leads);
  const speaking = (plain.length > 0 ? plain : fired).sort(
    (a, b) => weight(b) - weight(a) || rankOf(a) - rankOf(b) || gravity(a) - gravity(b),
  );
  const action = speaking[0]?.rule.action;
  if (!action) return null;
  const chosen = new Set(speaks);
  let spoken = false;
  const focus = weighed.flatMap((each) => {
    const { sentence } = each;
    // What follows a semicolon goes on about the same thing, unless a rule says otherwise.
    spoken = chosen.has(each) || (spoken && sentence.continues && each.fired.length === 0);
    return spoken || sentence.in === 'title' ? [sentence] : [];
  });
  return { passage, action, speaking, focus };
}

/** Licences that were held before, or are yet to be had, and what needs none: nothing that is granted here. */
const notGranted = new Sought(
  /\b(?:previously|already|formerly) (?:issued|granted|approved)\b(?! (?:them|it)\b)|\b(?:issued|granted|approved) (?:before|prior to)\b|\b(?:grant\w*|approv\w*|issu\w*) (?:\w+ ){0,2}?(?:exemptions?|waivers?)\b|前已(?:经)?(?:依法)?(?:取得|获得|领取)|(?:先|须|必须|应当|方可|需要?)(?:要?先|依法|事先)?(?:取得|获得)/i,
);

function grantsNothing({ rule, sentence }: Fired): boolean {
  if (rule.action !== 'approve' || !notGranted.isIn(sentence)) return false;
  return matchesOf(rule, sentence).every(({ index, length }) =>
    notGranted.isIn(sentence, sentence.folded.slice(Math.max(0, index - 24), index + length)),
  );
}

function weight({ rule, sentence }: Fired): number {
  return rule.leads ? Number.MAX_SAFE_INTEGER : rule.points + (sentence.in === 'title' ? titleBonus : 0);
}

/** Of words that are all a text says, the more telling come first; else the first in the text. */
function rankOf({ rule }: Fired): number {
  return rule.weak ? rules.indexOf(rule) : -1;
}

/** Of equal words, what was decided on licences before what was said of them. */
const gravity = ({ rule }: Fired) =>
  rule.action ? kinds.indexOf(kindOf({ action: rule.action, licencesCount: null })) : 0;

/** No notice says in more sentences what was done; of a text that does, the strongest are read. */
const mostSpeaking = 300;

function strongest(speaks: Weighed[]): Weighed[] {
  if (speaks.length <= mostSpeaking) return speaks;
  const chosen = new Set([...speaks].sort((a, b) => b.net - a.net).slice(0, mostSpeaking));
  return speaks.filter((each) => chosen.has(each));
}

/** The clauses in which the rules for an action fired; the text's own action where none is named. */
export function quotesOfAction(speech: Speech, action: Action = speech.action): Quote[] {
  const quotes = speech.speaking
    .filter(({ rule }) => rule.action === action)
    .map((fired) => quoteClause(speech.passage, fired));
  const distinct = new Map(quotes.map((quote) => [`${quote.in} ${quote.start}`, quote]));
  return [...distinct.values()].slice(0, 2);
}

const longestClause = 160;

/** A reader is shown whole clauses: half of one may say something else. */
function quoteClause(passage: Passage, { sentence, index, length }: Fired): Quote {
  const before = sentence.folded.slice(0, index);
  const after = sentence.folded.slice(index + length);
  const start = Math.max(...[',', ';', ':', '?'].map((mark) => before.lastIndexOf(mark))) + 1;
  const blank = /^\s*/.exec(before.slice(start))?.[0].length ?? 0;
  const rest = /^[^,;:?!。.]*/.exec(after)?.[0].trimEnd().length ?? 0;
  const from = start + blank;
  const whole = index + length + rest - from;
  return whole <= longestClause
    ? quoteOf(passage, sentence, from, whole)
    : quoteOf(passage, sentence, index, length);
}
