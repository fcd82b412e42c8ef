import type { Sentence } from '../passage.ts';

/** 问到美企何时拿得到磁体, "asked when US firms would get theirs". */
const asked = /问[到及道起]|被问|\basked (?:when|if|about|whether|how)\b/i;

/** Whether what stands at `index` of a sentence is named within a question that the sentence only reports. */
export function isAskedAt({ folded }: Sentence, index: number): boolean {
  const clause =
    folded
      .slice(0, index)
      .split(/[,。;]/)
      .at(-1) ?? '';
  return asked.test(clause);
}
