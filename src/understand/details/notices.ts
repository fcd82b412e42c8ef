import type { Passage, Sentence } from '../passage.ts';
import { type Bodies, bodiesBefore } from './bodies.ts';
import { listsInEnglish } from './notices-en.ts';
import { listsInChinese } from './notices-zh.ts';
import { type Item, joins } from './number-list.ts';

/** A list of notices, resolved, in its sentence. */
export interface Mention {
  sentence: Sentence;
  /** `notice` is null where no year can be told. */
  items: (Item & { notice: string | null })[];
  /** From the first of its bodies to the end of the last number. */
  start: number;
  end: number;
  /** 发布…公告, "issued Announcement No. 70": the act of giving it out stands before it. */
  issued: boolean;
}

/** No honest text names more; what does is not read to its end. */
const mostMentions = 500;

/**
 * Every numbered notice that a text names. The normal form is "No. 46 of 2024" for the commerce ministry and what
 * it issues with others; other series have their own: "Order No. 6 of 2025", "UEL No. 8 of 2025",
 * "Customs No. 54 of 2025". Orders of other bodies that carry no year have none: "State Council Order No. 792".
 *
 * A number without a year takes that of the list it continues, then that under which the text has named the same
 * number before, then that of the notice itself: of `publishedOn`, else of the number in its title.
 */
export function mentionsIn(passage: Passage): Mention[] {
  const reader = new NoticeReader(passage);
  const mentions: Mention[] = [];
  for (const sentence of passage.sentences) {
    mentions.push(...reader.read(sentence));
    if (mentions.length > mostMentions) break;
  }
  return mentions;
}

class NoticeReader {
  readonly #years = new Map<string, number>();
  #ownYear: number | null;
  /** Whose numbers are being read. */
  #series = '';

  constructor({ document }: Passage) {
    this.#ownYear = document.publishedOn ? Number(document.publishedOn.slice(0, 4)) : null;
  }

  read(sentence: Sentence): Mention[] {
    const { folded, han, latin } = sentence;
    const lists = [...(han ? listsInChinese(folded) : []), ...(latin ? listsInEnglish(folded) : [])];
    const mentions: Mention[] = [];
    if (!sentence.continues) this.#series = '';
    let year: number | null = null;
    let end = 0;
    for (const list of lists.sort((a, b) => a.start - b.start)) {
      if (list.start < end) continue;
      const bodies = bodiesBefore(folded, list.start);
      if (bodies) this.#series = seriesOf(bodies);
      const continued = mentions.length > 0 && joins.test(folded.slice(end, bodies?.start ?? list.start));
      year = list.year ?? (continued ? year : null);
      const { issued = false } = bodies ?? {};
      const start = bodies && bodies.start >= end ? bodies.start : list.start;
      const items = list.items.map((item) => ({
        ...item,
        notice: this.#nameOf(item, list.order, year),
      }));
      const [first] = items;
      if (first) first.start = issued ? list.start : start;
      mentions.push({ sentence, items, start: issued ? list.start : start, end: list.end, issued });
      if (sentence.in === 'title') this.#ownYear ??= list.year;
      end = list.end;
    }
    return mentions;
  }

  #nameOf({ number }: Item, order: boolean, stated: number | null): string | null {
    const name = [this.#series, order ? 'Order' : '', `No. ${number}`].filter(Boolean).join(' ');
    if (order && this.#series !== '' && stated === null) return name;
    if (stated !== null) this.#years.set(name, stated);
    const year = stated ?? this.#years.get(name) ?? this.#ownYear;
    return year === null ? null : `${name} of ${year}`;
  }
}

/** A joint notice is numbered by the commerce ministry, else by the body named last. */
function seriesOf({ list }: Bodies): string {
  return list.some(({ series }) => series === '') ? '' : (list.at(-1)?.series ?? '');
}
