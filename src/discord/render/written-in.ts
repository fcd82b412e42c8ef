import type { Language, Names, SourceLanguage } from '../../domain/source.ts';

/** As desks say it; the platform's own names are those of languages, not of writing. */
const usual: Record<string, Names> = {
  zh: { en: 'Chinese', zh: '中文' },
  'zh-TW': { en: 'Chinese', zh: '繁体中文' },
  en: { en: 'English', zh: '英文' },
  ja: { en: 'Japanese', zh: '日文' },
  ko: { en: 'Korean', zh: '韩文' },
  de: { en: 'German', zh: '德文' },
  fr: { en: 'French', zh: '法文' },
  es: { en: 'Spanish', zh: '西班牙文' },
  id: { en: 'Indonesian', zh: '印尼文' },
  vi: { en: 'Vietnamese', zh: '越南文' },
};

const names: Record<Language, Intl.DisplayNames> = {
  en: new Intl.DisplayNames('en', { type: 'language' }),
  zh: new Intl.DisplayNames('zh', { type: 'language' }),
};

/** What a page is written in, as before "text" and "page". */
export function writtenIn(written: SourceLanguage, language: Language): string {
  return usual[written]?.[language] ?? names[language].of(written) ?? written;
}
