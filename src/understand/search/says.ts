import { hitsIn } from './excerpt.ts';
import { termsOf } from './terms.ts';

/** Whether texts say, taken together, all that somebody typed; `/search` would find it by the same words. */
export function says(texts: readonly string[], written: string): boolean {
  const terms = termsOf(written);
  return terms.length > 0 && terms.every((term) => texts.some((text) => hitsIn(text, [term]).length > 0));
}
