import type { Language } from '../../domain/source.ts';

/** "No. 18 of 2025" in English, "公告2025年第18号" in Chinese; a number of another form as it is. */
export function noticeText(notice: string, language: Language): string {
  const [, number, year] = /^No\. (\d+) of (\d+)$/.exec(notice) ?? [];
  return language === 'zh' && number && year ? `公告${year}年第${number}号` : notice;
}

/** "第18号公告": where there is no room for the year. */
export function shortNoticeText(notice: string): string {
  const [, number] = /^No\. (\d+) of \d+$/.exec(notice) ?? [];
  return number ? `第${number}号公告` : notice;
}
