/** One number of a list, as it is written. Offsets are within the sentence. */
export interface Item {
  number: number;
  /** "§2", "§1(3)"; empty: all of the notice. */
  sections: string[];
  start: number;
  end: number;
}

/** Numbers written together: 公告2025年第55号、56号, "Nos. 55, 56 and 57 of 2025". */
export interface NumberList {
  items: Item[];
  /** Null where the words name none. */
  year: number | null;
  /** 令: orders are numbered by themselves. */
  order: boolean;
  start: number;
  end: number;
}

/** The lists that begin where a global pattern matches, none within another. */
export function listsIn(
  folded: string,
  begins: RegExp,
  listAt: (folded: string, match: RegExpExecArray) => NumberList | null,
): NumberList[] {
  const lists: NumberList[] = [];
  let end = 0;
  for (const match of folded.matchAll(begins)) {
    const list = match.index < end ? null : listAt(folded, match);
    if (!list) continue;
    lists.push(list);
    end = list.end;
  }
  return lists;
}

/** A range of more numbers than this is a slip of the pen; its ends alone are taken. */
const longestRange = 40;

/** Adds what lies between: 第55至58号 are four notices. All but the first stand where the range does. */
export function withRange(items: Item[], last: Item): void {
  const first = items.at(-1);
  const from = first?.number ?? last.number;
  if (first) last.start = first.start;
  if (last.number - from <= longestRange) {
    for (let number = from + 1; number < last.number; number++) items.push({ ...last, number, sections: [] });
  }
  items.push(last);
}

/** "、", "和", ", and": what joins two lists to one; the issuer of the first may stand between. */
export const joins =
  /^\s*(?:[、,]?(?:和|及|与|以及|及其)?|(?: ?of the [A-Z][\w ]{0,90})?,? ?(?:and|as well as|&)(?: also| the| of| on)*)\s*$/;
