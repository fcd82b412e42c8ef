import { against } from './against.ts';
import { decisions } from './decisions.ts';
import { languages } from './languages.ts';
import { likely } from './likely.ts';
import { measures } from './measures.ts';
import type { Rule } from './rule.ts';
import { statements } from './statements.ts';

/** All rules, those that speak for licences first. */
export const rules: readonly Rule[] = [
  ...decisions,
  ...measures,
  ...statements,
  ...likely,
  ...languages,
  ...against,
];
