import type { Facts } from '../domain/facts.ts';
import type { Weighed } from './fire.ts';
import type { Passage, Sentence } from './passage.ts';
import { exchangesOf } from './transcript.ts';

/** A stretch of a text that is read as if it were one of its own. */
export interface Topic {
  question: Sentence[];
  passage: Passage;
  weighed: Weighed[];
}

/** A page about many things: it says so, or does not say what about. */
const ofManyTopics =
  /发布会|记者会|吹风会|实录|\bpress (?:conference|briefing)|\bbriefing\b|\btranscript\b|\bremarks\b/i;
const ofOneTopic =
  /就.{2,60}(?:答记者问|应询)|关于.{2,60}答记者问|\bquestions? (?:on|about|regarding|concerning)\b/i;

/** No press conference has more; a text that seems to is read as one. */
const mostExchanges = 200;

/** The answers of a transcript of several topics, each without the page's title; empty for any other text. */
export function topicsOf(passage: Passage, weighed: Weighed[]): Topic[] {
  const [title, ...body] = weighed;
  if (!title || !isOfManyTopics(passage.title.folded, title)) return [];
  const exchanges = exchangesOf(body.map(({ sentence }) => sentence));
  if (exchanges.length < 2 || exchanges.length > mostExchanges) return [];
  const bySentence = new Map(body.map((each) => [each.sentence, each]));
  return exchanges.map(({ question, answer }) => {
    const said = answer.flatMap((sentence) => bySentence.get(sentence) ?? []);
    return topicOf(passage, question, said);
  });
}

function isOfManyTopics(title: string, { net }: Weighed): boolean {
  return ofManyTopics.test(title) || (net <= 0 && !ofOneTopic.test(title));
}

function topicOf(passage: Passage, question: Sentence[], said: Weighed[]): Topic {
  // The title is the page's: what it says was not said in this answer.
  const untitled: Sentence = { ...passage.title, folded: '', han: false, latin: false };
  const weighed = [{ sentence: untitled, fired: [], net: 0 }, ...said];
  const sentences = weighed.map(({ sentence }) => sentence);
  return { question, passage: { ...passage, title: untitled, sentences }, weighed };
}

/** Answers about the same goods to which the same was done are one. */
export function subjectKey({ action, goods }: Pick<Facts, 'action' | 'goods'>): string {
  return [action, ...[...goods].sort()].join('|');
}

/** Answers read as one; the question is that of the first. */
export function united(first: Topic, more: readonly Topic[]): Topic {
  const said = [first, ...more].flatMap(({ weighed: [, ...own] }) => own);
  return topicOf(first.passage, first.question, said);
}
