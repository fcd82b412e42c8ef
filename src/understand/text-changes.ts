import type { Language } from '../domain/source.ts';
import type { WordDiff } from '../domain/story.ts';
import { fold } from './fold.ts';
import { sentencesOf } from './sentences.ts';
import { compare, type Hunk, type Word } from './wording/words.ts';
import { sentence, wordingChange } from './wording.ts';

/** Comparing takes time in proportion to the product of both lengths; what is longer is compared up to here. */
const MOST_SENTENCES = 1500;

/** What one text made of another: so many changes are told word by word, in the order of reading. */
export interface TextChanges {
  shown: WordDiff[];
  /** How many sentences more differ. */
  more: number;
}

/**
 * What one text made of another. Sentences are compared first, and the words of those that differ. Nothing is shown
 * where no word differs; case, punctuation, width and the Chinese script are none.
 *
 * @param most - So many sentences are compared word by word: a page may hold a million characters.
 */
export function textChanges(before: string, after: string, language: Language, most: number): TextChanges {
  const [was, is] = [sentencesIn(before), sentencesIn(after)];
  const same = commonStart(was, is);
  const rest = (sentences: Word[]) => sentences.slice(same, same + MOST_SENTENCES);
  const comparison = compare(rest(was), rest(is));
  const hunks = comparison.hunks.flatMap(sentenceBySentence);
  const shown = hunks.slice(0, most).flatMap((hunk): WordDiff[] => {
    const change = wordingChange(
      stretch(before, comparison.before.slice(...hunk.before)),
      stretch(after, comparison.after.slice(...hunk.after)),
      language,
      sentence,
    );
    return change === 'same' ? [] : [change];
  });
  return { shown, more: Math.max(0, hunks.length - most) };
}

/** As many sentences as before: each became the one in its place. */
function sentenceBySentence({ before, after }: Hunk): Hunk[] {
  const count = before[1] - before[0];
  if (count !== after[1] - after[0]) return [{ before, after }];
  return Array.from({ length: count }, (_, at) => ({
    before: [before[0] + at, before[0] + at + 1],
    after: [after[0] + at, after[0] + at + 1],
  }));
}

/** Texts that are read again are mostly what they were. */
function commonStart(was: readonly Word[], is: readonly Word[]): number {
  const differs = was.findIndex(({ key }, at) => key !== is[at]?.key);
  return differs === -1 ? was.length : differs;
}

/** Sentences as {@link compare} takes words: by what is said in them. */
function sentencesIn(text: string): Word[] {
  const folded = fold(text);
  return sentencesOf(folded).map(({ start, end }) => ({
    key: folded
      .slice(start, end)
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' '),
    start,
    end,
  }));
}

function stretch(text: string, sentences: readonly Word[]): string {
  const [first, last] = [sentences[0], sentences.at(-1)];
  return first && last ? text.slice(first.start, last.end) : '';
}
