import { type Passage, passageOf } from '../passage.ts';
import { general } from './goods-general.ts';
import { distinctIn, type Mention } from './goods-named.ts';

/**
 * An answer of a transcript that names no goods is about those of the question above it, else of the page's
 * title. Both are outside the passage of the answer, and so read from its document.
 */
export function askedAbove({ document, title, sentences: [, first] }: Passage): Mention[] {
  if (title.folded !== '' || !first) return [];
  const page = passageOf(document);
  const answer = page.sentences.findIndex(({ in: part, start }) => part === 'text' && start === first.start);
  const above = page.sentences.slice(1, Math.max(1, answer));
  const asked = above.slice(above.findLastIndex(({ question }) => !question) + 1);
  const named = distinctIn(asked).filter(({ good }) => !general.has(good));
  return named.length > 0 ? named : distinctIn([page.title]);
}
