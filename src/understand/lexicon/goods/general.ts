import type { Row } from './row.ts';

/** Names that stand for many goods: what is named besides is meant where it is named. */
// biome-ignore format: one line a term
export const general: readonly Row[] = [
  ['strategic high-tech commodities', '战略性高科技货品', null, 'strategic high[- ]tech(?:nology)? (?:commodities|goods|items|products)|shtcs?', '战略性高科技货(?:品|物)'],
  ['critical minerals', '关键矿产', null, '(?:critical|strategic)(?: (?:and|or) (?:critical|strategic))? (?:minerals?|raw materials?|metals?)', '(?:关[键鍵]|战略)(?:性)?(?:矿产|矿物|金属|原材料)(?:资源)?'],
  ['dual-use items', '两用物项', null, '(?:military[- ]civilian |civil-military )?dual[- ]uses?(?:(?:,| and| or) (?:sensitive|military) )?(?: ?(?:items?|goods|technolog(?:y|ies)|products?|commodities|materials?|articles))?(?: and technolog(?:y|ies))?|(?:of|with|for) dual use|scomet (?:items?|list|goods)', '(?:军民)?两用(?:物项|物品|货物|货品|产品|技术|品项|物资)?(?:[和及与]技术)?'],
  ['technology', '技术', null, 'technology exports?|exports? of (?:restricted |prohibited )?technolog(?:y|ies)|technolog(?:y|ies) (?:prohibited|restricted) (?:or restricted )?(?:from|for) export', '技术(?:进)?出口(?!管理)|禁止出口(?:和)?限制出口(?:的)?技术|(?:禁止|限制)出口的?技术'],
];
