import type { Language } from '../../domain/source.ts';
import type { WordDiff } from '../../domain/story.ts';
import type { Line, Span } from './card.ts';
import { clean } from './escape.ts';

/** The words that went are struck through, those that came are bold; in the language of the text. */
export function diffLine(diff: WordDiff, written: Language): Line {
  const space = written === 'zh' ? '' : ' ';
  return diff.flatMap(({ as, words }, index): Span[] => {
    const between = index === 0 ? '' : as === 'added' && diff[index - 1]?.as === 'removed' ? ' → ' : space;
    const text = clean(words);
    const span: Span = as === 'removed' ? { struck: text } : as === 'added' ? { bold: text } : text;
    return between ? [between, span] : [span];
  });
}
