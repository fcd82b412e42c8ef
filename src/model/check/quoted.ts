import type { Language } from '../../domain/source.ts';
import { quantityOf } from '../../understand/phrases/quantity.ts';
import type { Material } from '../material.ts';
import type { Finding } from './found.ts';
import type { Said } from './said.ts';

/** Folded; an apostrophe within a word or after its end opens nothing. */
const quotations = /"([^"]*)"?|(?<!\w)'([^']*)'(?!\w)/g;

/**
 * What stands in quotation marks has to stand in the source, word for word: a translation is no quotation. Our gloss
 * of the ministry's quantity words is the one exception.
 */
export function misquoted(text: string, said: Said, material: Material, language: Language): Finding[] {
  const gloss = quantityOf(material.evidence, material.language, language)?.words.toLowerCase();
  return [...text.matchAll(quotations)].flatMap(({ 0: words, 1: double, 2: single }) => {
    const quoted = (double ?? single ?? '').replaceAll(/\s/g, '').replace(/[.,;。]$/, '');
    const isGloss = gloss !== undefined && quoted.toLowerCase() === gloss.replaceAll(' ', '');
    if (quoted !== '' && (isGloss || said.plain.includes(quoted))) return [];
    return [{ words, says: 'is quoted, and no words of the source' }];
  });
}
