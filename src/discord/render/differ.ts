import type { Disagreement, StatedValue } from '../../domain/disagreement.ts';
import { statedText } from '../../understand/phrases/changes.ts';
import { noticeText } from '../../understand/phrases/notice.ts';
import type { Line } from './card.ts';
import type { Setting } from './context.ts';
import { texts } from './texts/index.ts';

/** In what the texts of one notice differ, and which says what: one line a fact. */
export function differLines(disagreements: readonly Disagreement[], setting: Setting): Line[] {
  const { language } = setting;
  const { differ, chineseIsBasis, bracketed, separator } = texts[language].differ;
  return disagreements.map(({ fact, notice, values }): Line => {
    const { fact: name } = statedText(fact, null, language);
    const about = notice ? `${noticeText(notice, language)} · ${name}` : name;
    const said = values.map((stated) => {
      const { value } = statedText(fact, stated.value, language);
      return `${value}${bracketed(pageNames(stated, values, setting).join(separator))}`;
    });
    const basis = hasChineseBasis(values) ? chineseIsBasis : '';
    return [{ bold: differ }, `  ${about}${texts[language].colon}${said.join(' · ')}${basis}`];
  });
}

/** "Chinese page"; where texts of one language differ, by the names of their Sources. */
export function pageNames(
  { texts: pages }: StatedValue,
  values: readonly StatedValue[],
  { language, sourceName }: Setting,
): string[] {
  const told = values.flatMap((each) => [...new Set(each.texts.map((text) => text.language))]);
  const byLanguage = new Set(told).size === told.length;
  const names = pages.map((text) =>
    byLanguage ? texts[language].differ.page(text.language) : sourceName(text.sourceId)[language],
  );
  return [...new Set(names)];
}

/** One value stands in Chinese, and the others are translations of it. */
export function hasChineseBasis(values: readonly StatedValue[]): boolean {
  return values.filter(({ texts }) => texts.some(({ language }) => language.startsWith('zh'))).length === 1;
}
