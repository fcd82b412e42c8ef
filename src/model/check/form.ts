import type { Language } from '../../domain/source.ts';
import type { Finding } from './found.ts';

/** Of one text, in UTF-16 units. */
export const longestText = 350;

/** One line a thing that no text may hold, whatever its source says. */
const forbidden: readonly [pattern: RegExp, says: string][] = [
  [/[\r\n\u2028\u2029]/u, 'is more than one line'],
  [/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u, 'is a sign that nobody sees'],
  [/(?:https?|ftp|file|data|javascript|discord)\s*:|www\.|\S+:\/\/\S*/iu, 'is an address'],
  [
    /(?<![\w@])[\w-]{2,}\.(?:com|cn|org|net|gov|edu|io|info|gg|me|ru|uk|eu|jp|kr|tw|app|xyz|top|link|site)\b(?:\/\S*)?/iu,
    'is an address',
  ],
  [/@\S*|<[@#:/!a-z][^>]*>?/iu, 'is a mention or a tag'],
  [/[*_~`|<>\\#[\]{}^]+/u, 'is markup'],
  [/^\s*(?:[-+•]|\d+[.)])\s/u, 'is markup'],
  [/[\p{Emoji_Presentation}\p{So}]/u, 'is a picture'],
];

/** What is wrong with a text whatever it says. */
export function formFaults(text: string, language: Language): Finding[] {
  if (text.trim() === '') return [{ words: '', says: 'says nothing' }];
  // First: no pattern is tried on more than this.
  if (text.length > longestText) {
    return [{ words: `${text.slice(0, 20)}…`, says: `is longer than ${longestText} characters` }];
  }
  const faults = forbidden.flatMap(([pattern, says]) => {
    const [words] = pattern.exec(text) ?? [];
    return words === undefined ? [] : [{ words, says }];
  });
  return [...faults, ...languageFaults(text, language)];
}

/** English has no Chinese in it; Chinese is mostly Chinese. Neither has letters of a third script. */
function languageFaults(text: string, language: Language): Finding[] {
  const [strange] = /[^\p{Script=Latin}\p{Script=Han}\p{Script=Common}γμΩ]+/u.exec(text) ?? [];
  if (strange !== undefined) return [{ words: strange, says: 'is of another script' }];
  const han = [...text.matchAll(/\p{Script=Han}/gu)];
  const latin = [...text.matchAll(/\p{Script=Latin}/gu)];
  if (language === 'en') {
    if (han[0]) return [{ words: han.map(([sign]) => sign).join(''), says: 'is Chinese in an English text' }];
    return latin.length === 0 ? [{ words: text, says: 'is no English' }] : [];
  }
  return han.length === 0 || han.length < latin.length
    ? [{ words: `${text.slice(0, 20)}…`, says: 'is no Chinese' }]
    : [];
}
