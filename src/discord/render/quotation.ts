import type { Language } from '../../domain/source.ts';

/** Around the words of a text and of its title, in the language they are written in. */
export const quotationMarks: Record<Language, { text: [string, string]; title: [string, string] }> = {
  en: { text: ['“', '”'], title: ['“', '”'] },
  zh: { text: ['「', '」'], title: ['《', '》'] },
};
