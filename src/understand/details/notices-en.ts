import { type Item, listsIn, type NumberList, withRange } from './number-list.ts';

const kind = '(?:Announcements?|Notices?|Orders?|Decrees?)';
const year = '[\\[(]?((?:19|20)\\d{2})[\\])]?,? ';
const no = '(?:Nos?\\b\\.? ?|Numbers? |#)';
/** Where a number may begin. Groups: kind and year; the year that stands first; a bare "No." */
const begins = new RegExp(
  `\\b(${kind}) (?:${year})?${no}(?=\\d)|\\b((?:19|20)\\d{2}),? ${no}(?=\\d)|\\b(?<bare>Nos?\\.? ?)(?=\\d)`,
  'gi',
);
/** Not a quantity: "No. 70, 28 entities". */
const number =
  /(\d{1,4})(?![\d%])(?=$|[,.;:)\]"'/(-]| ?[([-]|,? (?:and|of|to|through|as|are|is|was|were|will|have|has|had|be|shall|remains?|which|that|from|until|for|in|on|by|with|under|suspen\w+|repeal\w*|amend\w*|[A-Z]\w+)\b)/y;
const separator =
  /(?: ?\([^()]{0,60}\))?(,? (?:and|as well as) |, | & |\/| ?- ?| to | through )(?:the )?(?:(?:Announcements?|Notices?|Orders?) )?(?:Nos?\.? ?)?(?=\d{1,4}(?!\d))/iy;
const yearAfter = /(?: of | in |\/|,? ?[[(]|, )((?:19|20)\d{2})(?!\d)[\])]?/y;
const sectionAfter =
  /(?:,? ?\(?| )(?:paragraph|article|section|clause|item|para\.?|art\.?|sec\.?|§) ?(\d{1,3})(?:\((\d{1,3})\))?\)?/iy;
const sectionBefore =
  /(?:(?:paragraph|article|section|clause|item|para\.?|art\.?|sec\.?|§) ?(?<outer>\d{1,3})(?:\((?<inner>\d{1,3})\))?|(?<ordinal>first|second|third|fourth|fifth) (?:paragraph|article|section|clause|item)) of (?:the )?(?:(?:Ministry of Commerce|MOFCOM|joint|Ministry)(?:'s)? )?$/i;
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];
/** Numbered things that are no notices. */
const otherKind =
  /\b(?:Law|Act|Regulations?|Case|Bulletin|Decisions?|Resolutions?|Directives?|Ordinances?|Rules?|Issue|Table|Annex|Circular|Statute|Docket|Bill|Section|Part|Schedule|Chapter|Protocol|Typhoon|Document|Executive|General|Amendment\)|\() ?\(?$/i;
/** Orders are numbered by many; only those of a ministry of ours are meant. */
const numbersOrders =
  /(?:MOFCOM|MIIT|NDRC|GACC|Ministry of [\w ]{3,40}|Commerce Ministry|Customs|State Council|PRC)(?:'s)? ?(?:\([^()]{0,20}\) ?)?$/i;

/** The numbered notices in one folded sentence of English. */
export function listsInEnglish(folded: string): NumberList[] {
  return /\b(?:no|nos|numbers?)\b|#/i.test(folded) ? listsIn(folded, begins, listAt) : [];
}

function listAt(folded: string, match: RegExpExecArray): NumberList | null {
  const [lead, kind, yearWithin, yearFirst] = match;
  const before = folded.slice(Math.max(0, match.index - 64), match.index);
  if (otherKind.test(before)) return null;
  const order = /^(?:Order|Decree)/i.test(kind ?? '');
  const items: Item[] = [];
  const read = readItems(folded, match.index, match.index + lead.length, items);
  const year = yearWithin ?? yearFirst ?? read.year;
  // "No. 46" alone may number anything; with its year it is a notice.
  if (items.length === 0 || (!kind && !year) || (order && !year && !numbersOrders.test(before))) return null;
  if (yearFirst && !/[A-Za-z]{3,}(?:'s)? $/.test(before)) return null;
  const last = items.at(-1);
  if (last) last.sections.push(...sectionsBeside(folded, before, last, read));
  return {
    items,
    year: year ? Number(year) : null,
    order,
    start: match.index,
    end: Math.max(read.end, last?.end ?? 0),
  };
}

interface Read {
  year: string | undefined;
  end: number;
}

function readItems(folded: string, start: number, first: number, items: Item[]): Read {
  let [from, at, range] = [start, first, false];
  let end = first;
  for (;;) {
    const match = matchAt(number, folded, at);
    if (!match) break;
    const value = Number(match[1]);
    if (items.length > 0 && value >= 1980 && value <= 2100) break;
    end = at + match[0].length;
    const item = { number: value, sections: [], start: from, end };
    if (range) withRange(items, item);
    else items.push(item);
    const apart = matchAt(separator, folded, end);
    if (!apart) break;
    range = /^(?: ?- ?| to | through )$/.test(apart[1] ?? '');
    at = end + apart[0].length;
    from = at;
  }
  const dated = matchAt(yearAfter, folded, end);
  return { year: dated?.[1], end: dated ? end + dated[0].length : end };
}

/** "(paragraph 2)" after a notice, "paragraph 2 of" before it. */
function sectionsBeside(folded: string, before: string, last: Item, read: Read): string[] {
  const after = matchAt(sectionAfter, folded, read.end);
  if (after) {
    last.end = read.end + after[0].length;
    return [sectionName(after[1], after[2])];
  }
  const groups = sectionBefore.exec(before)?.groups;
  if (!groups) return [];
  const ordinal = ordinals.indexOf(groups.ordinal?.toLowerCase() ?? '') + 1;
  return [sectionName(groups.outer ?? String(ordinal), groups.inner)];
}

function sectionName(outer: string | undefined, inner: string | undefined): string {
  return `§${outer}${inner === undefined ? '' : `(${inner})`}`;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
