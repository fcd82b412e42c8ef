import type { Language } from '../domain/source.ts';
import { fold } from '../understand/fold.ts';
import { formFaults } from './check/form.ts';
import type { Fault, Finding } from './check/found.ts';
import { unsaidNames } from './check/names.ts';
import { unsaidNumbers } from './check/numbers.ts';
import { misquoted } from './check/quoted.ts';
import { misread } from './check/reading.ts';
import { type Said, saidIn } from './check/said.ts';
import { unsaidWords } from './check/wordings.ts';
import type { Material } from './material.ts';

export type { Fault } from './check/found.ts';

/** What a model wrote: plain text, one line each. */
export type ModelTexts = Record<Language, string>;

export type Verdict = { accepted: true } | { accepted: false; faults: Fault[] };

/**
 * Whether a model's texts may be shown. Pure. Each number, date, code, notice number and name in them, each word of
 * quantity, of time and of what was done, and whatever stands in quotation marks has to stand in the source or in the facts, in whichever
 * script and language: dates are compared by day, numbers by value and by what they count, names by the lexicons.
 *
 * What this cannot find: a sentence of true parts that says something else than the source, such as a negation lost
 * or two things exchanged, where our own reader does not take it for another fact; names that are written small and
 * stand in no lexicon; in Chinese, names of persons and firms that no title, quotation or form of business shows.
 * Readers are told so beside every such text. What cannot be told to be true is refused: then the template stands.
 */
export function check(texts: ModelTexts, material: Material): Verdict {
  const said = saidIn(material);
  const faults = (['en', 'zh'] as const).flatMap((language) =>
    distinct(findings(texts[language], said, material, language)).map((finding) => ({
      language,
      ...finding,
    })),
  );
  return faults.length === 0 ? { accepted: true } : { accepted: false, faults };
}

/** What is wrong with one of the texts: its form, before what it says is looked at. */
function findings(text: string, said: Said, material: Material, language: Language): Finding[] {
  const form = formFaults(text, language);
  if (form.length > 0) return form;
  const folded = fold(text);
  const { facts, document } = material;
  return [
    ...unsaidNumbers(folded, said, { facts, publishedOn: document.publishedOn ?? null }),
    ...unsaidNames(folded, said, language),
    ...unsaidWords(folded, { folded: said.folded, action: facts.action }, language),
    ...misquoted(folded, said, material, language),
    ...misread(text, said.folded, material),
  ];
}

function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.words} ${finding.says}`, finding])).values()];
}

/** The faults in one line, for the log. */
export function faultsText(faults: readonly Fault[]): string {
  return faults.map(({ language, words, says }) => `${language}: "${visible(words)}" ${says}`).join('; ');
}

/** What a terminal would obey, and what nobody would see, by its number. */
function visible(words: string): string {
  return words.replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  );
}
