import type { Language } from '../../domain/source.ts';
import type { StoryView } from '../../domain/story.ts';
import { cut } from '../../understand/phrases/fit.ts';
import { summarise } from '../../understand/summarise.ts';
import type { Line, Section } from './card.ts';
import type { Setting } from './context.ts';
import { clean } from './escape.ts';
import { quotationMarks } from './quotation.ts';
import { texts } from './texts/index.ts';

const LONGEST_QUESTION = 160;
const MOST_ALONG = 4;

/** What a reporter asked, as a reporter's words and never the ministry's. */
export function questionSections({ answer, language: written }: StoryView, language: Language): Section[] {
  const question = clean(answer?.question ?? '');
  if (!question) return [];
  const words = quotationMarks[written].text.join(cut(question, LONGEST_QUESTION));
  return [{ label: texts[language].transcript.question, lines: [[{ italic: words }]] }];
}

/** What else the same page says on licences, so that nobody wonders whether something else was said. */
export function alsoHereSections(view: StoryView, { language, market, authorities }: Setting): Section[] {
  const { alsoHere, answer: place, silent, comma } = texts[language].transcript;
  const authority = authorities(view.authorityId);
  const told = view.alsoHere.slice(0, MOST_ALONG).map((other): Line => {
    const { headline } = summarise(other, { market, authority });
    const at: Line = other.answer ? [{ bold: place(other.answer.number) }, '  '] : [];
    return [...at, headline[language]];
  });
  const others = view.silentAnswers ?? [];
  const nothing: Line[] = others.length > 0 ? [[silent(runsText(others).join(comma), others.length)]] : [];
  const lines = [...told, ...nothing];
  return lines.length > 0 ? [{ label: alsoHere, lines }] : [];
}

/** "1", "3", "6–9": neighbouring numbers as one. */
export function runsText(numbers: readonly number[]): string[] {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.flatMap(([first, last]) =>
    last - first > 1 ? [`${first}–${last}`] : first === last ? [`${first}`] : [`${first}`, `${last}`],
  );
}

/** "Answer 5", "第5问": of a button, which shows by itself that it leads out. */
export const answerLabel = (number: number, language: Language) => texts[language].transcript.answer(number);

/** " (answer 5 of 9)": after the label of the ministry's words; empty where it is no answer. */
export function placeText({ answer }: Pick<StoryView, 'answer'>, language: Language): string {
  if (!answer) return '';
  return language === 'zh'
    ? `（共${answer.of}问，第${answer.number}问）`
    : ` (answer ${answer.number} of ${answer.of})`;
}
