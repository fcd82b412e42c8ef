import type { Evidence, Facts } from '../domain/facts.ts';
import type { Authority, Language } from '../domain/source.ts';
import { languageOf } from '../understand/language.ts';
import { type Document, type Passage, passageOf, type Sentence } from '../understand/passage.ts';
import { exchangesOf } from '../understand/transcript.ts';

/** What a model is given of a Story, and what its texts are held against. */
export interface Material {
  title: string;
  /** The ministry's words on this Story alone, one paragraph a line: no question of a reporter, no other answer. */
  text: string;
  language: Language;
  document: Document;
  facts: Facts;
  evidence: Evidence;
  authority: Pick<Authority, 'name' | 'short' | 'country'>;
}

/** Longer texts are annexes of lists; in UTF-16 units. */
const longestText = 12_000;

export function materialOf(
  document: Document,
  { facts, evidence }: { facts: Facts; evidence: Evidence },
  authority: Material['authority'],
): Material {
  const passage = passageOf(document);
  const text = written(passage, sentencesOn(passage, evidence)).slice(0, longestText);
  const language = languageOf(`${document.title}\n${text}`);
  return { title: document.title, text, language, document, facts, evidence, authority };
}

/** Of a transcript of several exchanges, those answers that the facts are quoted from. */
function sentencesOn(passage: Passage, evidence: Evidence): Sentence[] {
  const exchanges = exchangesOf(passage.sentences.slice(1));
  const quoted = Object.values(evidence)
    .flat()
    .filter((quote) => quote.in === 'text');
  const holding = exchanges.filter(({ answer }) =>
    answer.some(({ start, end }) => quoted.some((quote) => quote.start >= start && quote.start < end)),
  );
  return (holding.length > 0 ? holding : exchanges)
    .flatMap(({ answer }) => answer)
    .filter(({ question }) => !question);
}

/** With the spaces and line breaks that the text has between them; a line break where something is left out. */
function written({ document }: Passage, sentences: readonly Sentence[]): string {
  let text = '';
  let last: Sentence | null = null;
  for (const sentence of sentences) {
    const between = last ? document.text.slice(last.end, sentence.start) : '';
    text += (/\S/.test(between) ? '\n' : between) + document.text.slice(sentence.start, sentence.end);
    last = sentence;
  }
  return text;
}
