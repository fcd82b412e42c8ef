import type { RowSelectors } from '../../domain/source.ts';

/**
 * What the listings of Chinese ministries have in common. A ministry's columns stand on one host, which promises
 * programs nothing: one request at a time, a second apart.
 */
export const beijing = {
  language: 'zh',
  timeZone: 'Asia/Shanghai',
  politeness: { gap: 1000, atOnce: 1 },
  minRows: 1,
} as const;

/** As the columns of MOFCOM's sites list their articles. */
export const textList: RowSelectors = { row: 'ul.txtList_01 > li', link: 'a[href]', date: 'span' };

/** As the sites of the TRS system do: article names carry their date, `t20260326_126904.html`. */
export const datedNames: RowSelectors = {
  row: 'li:has(> a[href*="/t20"])',
  link: 'a[href*="/t20"]',
  date: 'span',
};
export const datedPath = /\/t20\d{6}_\d+\.s?html?$/;
