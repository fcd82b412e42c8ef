import { numberOf, numeral } from '../numerals.ts';
import { type Item, listsIn, type NumberList, withRange } from './number-list.ts';

const year = `\\[?\\(?(${numeral}{4}) ?年?[\\])]? ?`;
/** Not 责令, 命令, 禁令, 政令: an order is signed and numbered. */
const order = '(?<![责命指禁法政省])令';
/** Where a number may begin. Groups: the year before or after the kind, in order of the alternatives. */
const begins = new RegExp(
  [
    `(?:公告|${order}) ?[:(]? ?(?:${year})?(?:第 ?)?(?=${numeral})`,
    `(?<=机制) ?\\[(${numeral}{4})\\] ?(?:第 ?)?(?=${numeral})`,
    `(${numeral}{4}) ?年 ?(?:第 ?)?(?=${numeral})`,
    `第 ?(?=${numeral})`,
    `(?<![${numeral.slice(1, -1)}第年.])(?=${numeral}{1,3}(?:号?[、和及与至-]${numeral}{1,3}){0,12}号公告)`,
  ].join('|'),
  'g',
);
const item = new RegExp(`(${numeral}{1,5})(?!${numeral}) ?(号)?`, 'y');
const next = `(?:第 ?)?(?=${numeral}{1,5} ?(?:号|[、,和及与至到-]))`;
const separator = new RegExp(` ?(、|,|和|及|与|以及|至|到|-) ?${next}`, 'y');
/** After 号 a title may stand in brackets, or the matter in a few words: 第55号超硬材料、56号…. */
const separatorAfterName = new RegExp(
  `(?:公告|令)?(?: ?\\([^()]{0,90}\\))?(?:《[^》]{0,90}》)?[^,。;:、公令第${numeral.slice(1, -1)}]{0,20}?(、|,|和|及|与|以及|至|到|-) ?${next}`,
  'y',
);
const kindAfter = /(?:的? ?(公告)| ?(令))/y;
/** What may follow a number that no 公告 or 令 stands beside: 2006年第50号(…), and not 2025年第3号台风. */
const endsThere = /(?:[\s,。;:、)\]"《(》]|的|中|所|规定|及|和|与|同时|等|继续|废止|失效|停止|自|$)/y;
const section = new RegExp(
  `(?:公告)?(?: ?\\([^()]{0,90}\\))?(?:《[^》]{0,90}》)?(?:的|中的?|之|[、和及与])? ?第 ?(${numeral}{1,3}) ?[条款项点](?:第? ?\\(?(${numeral}{1,3})\\)? ?[项目款])?`,
  'y',
);

/** The numbered notices in one folded sentence of Chinese. */
export function listsInChinese(folded: string): NumberList[] {
  return folded.includes('号') ? listsIn(folded, begins, listAt) : [];
}

function listAt(folded: string, match: RegExpExecArray): NumberList | null {
  const [lead, yearAfterKind, yearOfMechanism, yearFirst] = match;
  const items = itemsFrom(folded, match.index, match.index + lead.length);
  const last = items?.at(-1);
  if (!items || !last) return null;
  const named = kindAt(folded, last.end);
  const known = named?.kind ?? kindIn(lead) ?? (yearOfMechanism ? '公告' : null);
  if (known === null && !(yearFirst && lead.includes('第') && matchAt(endsThere, folded, last.end)))
    return null;
  const year = numberOf(yearAfterKind ?? yearOfMechanism ?? yearFirst ?? '');
  if (year !== null && (year < 1980 || year > 2100)) return null;
  return { items, year, order: known === '令', start: match.index, end: Math.max(last.end, named?.end ?? 0) };
}

function kindIn(lead: string): string | null {
  return /公告|令/.exec(lead)?.[0] ?? null;
}

function kindAt(folded: string, at: number): { kind: string; end: number } | null {
  const match = matchAt(kindAfter, folded, at);
  const kind = match?.[1] ?? match?.[2];
  return match && kind ? { kind, end: at + match[0].length } : null;
}

/** Reads numbers one by one, so that no length of list costs more than its length. Null where 号 is missing. */
function itemsFrom(folded: string, start: number, first: number): Item[] | null {
  const items: Item[] = [];
  let [from, at, range] = [start, first, false];
  for (;;) {
    const match = matchAt(item, folded, at);
    const number = numberOf(match?.[1] ?? '');
    if (!match || number === null) return null;
    at += match[0].trimEnd().length;
    const numbered = match[2] !== undefined;
    const read: Item = { number, sections: [], start: from, end: at };
    if (range) withRange(items, read);
    else items.push(read);
    const apart = matchAt(numbered ? separatorAfterName : separator, folded, at);
    if (!apart) return numbered ? withSections(folded, items, read) : null;
    range = /[至到-]/.test(apart[1] ?? '');
    at += apart[0].length;
    from = at - (apart[0].endsWith('第') ? 1 : 0);
  }
}

/** 第二款, 第一条第(三)项: the part of the last notice that is meant. */
function withSections(folded: string, items: Item[], last: Item): Item[] {
  for (let match = matchAt(section, folded, last.end); match; match = matchAt(section, folded, last.end)) {
    const [words, outer, inner] = match;
    const within = inner === undefined ? '' : `(${numberOf(inner)})`;
    last.sections.push(`§${numberOf(outer ?? '')}${within}`);
    last.end += words.length;
  }
  return items;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
