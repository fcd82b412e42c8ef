import type { Sentence } from './passage.ts';

/** What a reporter asked, and what was answered. Opening words answer no question. */
export interface Exchange {
  question: Sentence[];
  answer: Sentence[];
}

const asked = /^有?[^。,:]{0,20}记者[^。,:]{0,20}问/;

/**
 * The exchanges of a transcript in their order, those without an answer left out. A rhetorical question
 * within an answer begins none.
 *
 * @param sentences - Of the text, without the title.
 */
export function exchangesOf(sentences: readonly Sentence[]): Exchange[] {
  const exchanges: Exchange[] = [];
  let current: Exchange = { question: [], answer: [] };
  let open = false;
  for (const [at, sentence] of sentences.entries()) {
    const begins = sentence.opens && beginsQuestion(sentences, at);
    if (begins && (current.answer.length > 0 || !open)) {
      exchanges.push(current);
      current = { question: [], answer: [] };
    }
    open = begins || (open && sentence.question && sentence.speaker === null);
    (open ? current.question : current.answer).push(sentence);
  }
  exchanges.push(current);
  return exchanges.filter(({ answer }) => answer.length > 0);
}

/** Labelled as a reporter's, or a paragraph of questions that a labelled answer follows. */
function beginsQuestion(sentences: readonly Sentence[], at: number): boolean {
  const first = sentences[at];
  if (!first?.question) return false;
  if (first.speaker === 'asks' || asked.test(first.folded)) return true;
  if (first.speaker) return false;
  for (let next = at + 1; next < sentences.length; next++) {
    const each = sentences[next];
    if (!each?.question || each.opens) return each?.speaker === 'answers' || each?.speaker === 'named';
  }
  return false;
}
