import type { Language } from '../../domain/source.ts';
import { numbersIn } from '../notice-numbers.ts';

/**
 * "No. 18 of 2025" in English, "公告2025年第18号" in Chinese, "公告2025年第55、56号" of a package; a number of another
 * form as it is.
 */
export function noticeText(notice: string, language: Language): string {
  const named = numbersIn(notice);
  return language === 'zh' && named ? `公告${named.year}年第${named.numbers.join('、')}号` : notice;
}

/** "第18号公告": where there is no room for the year. */
export function shortNoticeText(notice: string): string {
  const named = numbersIn(notice);
  return named ? `第${named.numbers.join('、')}号公告` : notice;
}
