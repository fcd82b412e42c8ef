import type { Names, SourceLanguage } from '../../domain/source.ts';

/** What a page is written in, as before "text" and "page". */
export const writtenIn: Record<SourceLanguage, Names> = {
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
