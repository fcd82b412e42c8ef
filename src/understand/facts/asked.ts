import type { Sentence } from '../passage.ts';

/** 问到美企何时拿得到磁体, "asked when US firms would get theirs"; no more after ", it said". */
const asked =
  /(?:追问|问[到及道起]|被问|\basked (?:when|if|about|whether|how)\b)(?!.*,[^,]{0,24}(?:said|replied|answered|[说答称只]|表示|回应))[^;。]*$/i;

/** Whether what stands at `index` of a sentence is named within a question that the sentence only reports. */
export function isAskedAt({ folded }: Sentence, index: number): boolean {
  return asked.test(folded.slice(Math.max(0, index - longestQuestion), index));
}

const longestQuestion = 200;
