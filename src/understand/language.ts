import type { Language } from '../domain/source.ts';

const han = /\p{Script=Han}/u;

export function hasHan(text: string): boolean {
  return han.test(text);
}

/** One Han character weighs as much as a short English word: three letters. */
const LETTERS_PER_HAN = 3;

/** Chinese where Han characters carry at least half of the text, so that quoted names do not decide. */
export function languageOf(text: string): Language {
  let hans = 0;
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) hans++;
    else if ((code | 32) >= 97 && (code | 32) <= 122) letters++;
  }
  return hans > 0 && hans * LETTERS_PER_HAN >= letters ? 'zh' : 'en';
}
