import type { Evidence } from '../domain/facts.ts';
import type { AnswerPlace } from '../domain/story.ts';
import type { Answered } from './classify.ts';

/** Which of a transcript's answers the words behind some facts stand in; null where it is none of them. */
export function answerPlace(answers: readonly Answered[], evidence: Evidence): AnswerPlace | null {
  const quotes = Object.values(evidence)
    .flat()
    .filter((quote) => quote.in === 'text');
  const holds = ({ start, end }: Answered) =>
    quotes.filter((quote) => quote.start >= start && quote.end <= end).length;
  const [fullest] = answers.toSorted((one, other) => holds(other) - holds(one));
  if (!fullest || holds(fullest) === 0) return null;
  return { number: answers.indexOf(fullest) + 1, of: answers.length, question: fullest.question };
}

/** The numbers of the answers that say nothing on export licences. */
export function silentAnswers(answers: readonly Answered[]): number[] {
  return answers.flatMap(({ relevant }, index) => (relevant ? [] : [index + 1]));
}
