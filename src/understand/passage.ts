import type { Quote } from '../domain/facts.ts';
import type { Day } from '../domain/moment.ts';
import type { Language } from '../domain/source.ts';
import { fold } from './fold.ts';
import { hasHan, languageOf } from './language.ts';
import { markQuestions } from './questions.ts';
import { sentencesOf } from './sentences.ts';

/** What is judged: one text with what its page says about it. */
export interface Document {
  title: string;
  /** Plain text, one paragraph a line. */
  text: string;
  /** Guessed from the words where absent. */
  language?: Language;
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
  /** Which pattern sets apply: a digest in English may quote Chinese. */
  han: boolean;
  latin: boolean;
  /** A reporter's words: what they hold, the ministry has not said. */
  question: boolean;
  /** After a semicolon. */
  continues: boolean;
}

/** A document cut into sentences, the title first. */
export interface Passage {
  document: Document;
  language: Language;
  title: Sentence;
  sentences: Sentence[];
}

export function passageOf(document: Document): Passage {
  const title = sentence(document.title, 'title', { start: 0, end: document.title.length });
  const folded = fold(document.text);
  const body = sentencesOf(folded).map((span) => sentence(folded, 'text', span));
  markQuestions(body);
  return {
    document,
    language: document.language ?? languageOf(`${document.title}\n${document.text}`),
    title,
    sentences: [title, ...body],
  };
}

function sentence(source: string, where: 'title' | 'text', span: { start: number; end: number }): Sentence {
  const words = source.slice(span.start, span.end);
  const folded = where === 'title' ? fold(words) : words;
  const continues = where === 'text' && source.charAt(span.start - 1) === ';';
  return {
    in: where,
    ...span,
    folded,
    han: hasHan(folded),
    latin: /[A-Za-z]{3}/.test(folded),
    question: false,
    continues,
  };
}

/** The original words of a match in a sentence, with their place in the document. */
export function quoteOf(passage: Passage, each: Sentence, index: number, length: number): Quote {
  const start = each.start + index;
  const end = start + length;
  const source = each.in === 'title' ? passage.document.title : passage.document.text;
  return { in: each.in, start, end, words: source.slice(start, end) };
}
