import type { CheerioAPI } from 'cheerio/slim';
import type { Row } from '../../domain/item.ts';
import type { Instant } from '../../domain/moment.ts';
import type { RowSelectors, Source } from '../../domain/source.ts';
import { rowsOfPage } from '../rows.ts';
import { describe } from './describe.ts';
import { type Group, groupsIn, loneRows, promiseOf } from './groups.ts';
import { type Outline, outlineOf, type Place } from './outline.ts';
import type { Setting } from './place.ts';
import { type Reason, reasonsFor } from './score.ts';

/** A list found in a page: how its rows are read, the rows, and why it is taken for one. */
export interface FoundList {
  selectors: RowSelectors;
  rows: Row[];
  score: number;
  reasons: Reason[];
  places: readonly Place[];
}

export interface Surroundings {
  /** What an address in the page is relative to. */
  baseOf: (href: string) => string;
  /** Of the page. */
  url: string;
  setting: Setting;
  now: Instant | undefined;
}

/** So many groups are looked at closely: the most promising, and no more than this of one and the same list. */
const looked = 10;
const sameList = 3;
/** So many rows tell what a list is. */
const judged = 300;
/** The best list and two others. */
const shown = 3;

/** The lists of a page, the best first, none holding half the rows of a better one. */
export function listsIn($: CheerioAPI, around: Surroundings): { lists: FoundList[]; outline: Outline } {
  const outline = outlineOf($, around.baseOf, around.url);
  return { lists: ranked($, groupsIn($, outline), 2, outline, around), outline };
}

/** The list that a text is known to hold, though it have one row. */
export function listsInUnit($: CheerioAPI, around: Surroundings): FoundList[] {
  const outline = outlineOf($, around.baseOf, around.url);
  const lists = ranked($, groupsIn($, outline), 2, outline, around);
  return lists.length > 0 ? lists : ranked($, loneRows($, outline), 1, outline, around);
}

function ranked(
  $: CheerioAPI,
  groups: readonly Group[],
  least: number,
  outline: Outline,
  around: Surroundings,
): FoundList[] {
  const lists: FoundList[] = [];
  for (const group of promising($, groups)) {
    const list = closely($, group, outline, around);
    if (list.rows.length >= least) lists.push(list);
  }
  lists.sort((a, b) => b.score - a.score);
  const apart: FoundList[] = [];
  for (const list of lists)
    if (!apart.some((better) => overlap(list.rows, better.rows) >= 0.5)) apart.push(list);
  // Whole only now: a page may have thousands of rows, and every group of it was read.
  return apart.slice(0, shown).map((list) => ({ ...list, rows: rowsFor($, list.selectors, around) }));
}

function promising($: CheerioAPI, groups: readonly Group[]): Group[] {
  const rated = groups
    .map((group) => ({ group, promise: promiseOf($, group) }))
    .sort((a, b) => b.promise - a.promise);
  const chosen: Group[] = [];
  for (const { group } of rated) {
    if (chosen.length === looked) break;
    const keys = new Set(group.links.map(({ key }) => key));
    const alike = chosen.filter(({ links }) => {
      const shared = new Set(links.map(({ key }) => key).filter((key) => keys.has(key))).size;
      return shared > Math.min(keys.size, links.length) / 2;
    });
    if (alike.length < sameList) chosen.push(group);
  }
  return chosen;
}

function closely($: CheerioAPI, group: Group, outline: Outline, around: Surroundings): FoundList {
  const { url, setting } = around;
  const selectors = describe($, group, outline, setting.order);
  const rows = rowsFor($, selectors, around, judged);
  const reasons = rows.length === 0 ? [] : reasonsFor({ $, outline, group, selectors, rows, url });
  const score = reasons.reduce((sum, { points }) => sum + points, 0);
  return { selectors, rows, reasons, score: Math.round(score * 10) / 10, places: group.rows };
}

function rowsFor(
  $: CheerioAPI,
  selectors: RowSelectors,
  { baseOf, url, setting, now }: Surroundings,
  most?: number,
): Row[] {
  const context = { baseOf, now, ...(most !== undefined && { most }) };
  return rowsOfPage($, selectors, asSource(url, setting), context).rows;
}

function overlap(rows: readonly Row[], others: readonly Row[]): number {
  const keys = new Set(others.map(({ key }) => key));
  return rows.filter(({ key }) => keys.has(key)).length / Math.min(rows.length, others.length);
}

/** What the readers need to know of a listing before it is anybody's Source. */
export function asSource(
  url: string,
  { timeZone, language }: Pick<Setting, 'timeZone' | 'language'>,
): Source {
  const names = { en: url, zh: url };
  return {
    id: 'unsaved',
    authority: { id: 'unknown', name: names, short: names, country: '' },
    name: names,
    language: language.startsWith('zh') ? 'zh' : 'en',
    timeZone,
    url,
    reader: { kind: 'page', rows: { row: 'a' } },
    cadence: 15,
    minRows: 1,
  };
}
