import type { Quote } from '../domain/facts.ts';
import type { Day } from '../domain/moment.ts';
import { type Clues, cluesIn } from './clues.ts';
import { fold } from './fold.ts';
import { hasHan } from './language.ts';
import { markQuestions } from './questions.ts';
import { longestSentence, type Span, sentencesOf } from './sentences.ts';
import type { Speaker } from './speakers.ts';

/** What is judged: one text with what its page says about it. */
export interface Document {
  title: string;
  /** Plain text, one paragraph a line. */
  text: string;
  publishedOn?: Day | null;
  /** ISO 3166-1 alpha-2 of the authority that publishes: where goods leave, never where they go. */
  country?: string;
  issuer?: string | null;
}

/** A sentence, folded, with its place in the original. */
export interface Sentence {
  in: 'title' | 'text';
  start: number;
  end: number;
  folded: string;
  /** What of all that patterns need it holds. */
  clues: Clues;
  /** Which pattern sets apply: a digest in English may quote Chinese. */
  han: boolean;
  latin: boolean;
  /** The first of its paragraph. */
  opens: boolean;
  /** Who begins to speak here, where a transcript labels it. */
  speaker: Speaker | null;
  /** A reporter's words: what they hold, the ministry has not said. */
  question: boolean;
  /** After a semicolon, or cut from one too long. */
  continues: boolean;
}

/** A document cut into sentences, the title first. */
export interface Passage {
  document: Document;
  title: Sentence;
  sentences: Sentence[];
}

export function passageOf(document: Document): Passage {
  const end = Math.min(document.title.length, longestSentence);
  const title = sentence(document.title, 'title', { start: 0, end, opens: true, continues: false });
  const folded = fold(document.text);
  const body = sentencesOf(folded).map((span) => sentence(folded, 'text', span));
  markQuestions(body);
  return {
    document,
    title,
    sentences: [title, ...body],
  };
}

function sentence(source: string, where: 'title' | 'text', span: Span): Sentence {
  const words = source.slice(span.start, span.end);
  const folded = where === 'title' ? fold(words) : words;
  return {
    in: where,
    ...span,
    folded,
    clues: cluesIn(folded),
    han: hasHan(folded),
    latin: /[A-Za-z]{3}/.test(folded),
    opens: span.opens,
    speaker: null,
    question: false,
  };
}

/** The original words of a match in a sentence, with their place in the document. */
export function quoteOf(passage: Passage, each: Sentence, index: number, length: number): Quote {
  const start = each.start + index;
  const end = start + length;
  const source = each.in === 'title' ? passage.document.title : passage.document.text;
  return { in: each.in, start, end, words: source.slice(start, end) };
}
