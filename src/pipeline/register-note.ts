import type { Notice, RegisterNote } from '../domain/measure.ts';
import { fromJson } from '../store/columns.ts';
import { noticesUnder } from '../store/notices.ts';
import type { Db, StoryRow } from '../store/schema.ts';
import type { StoryTextRow } from '../store/story-texts.ts';
import { relatedTo } from '../understand/lexicon/families.ts';
import { noteOnEasing, noteOnGoods } from '../understand/register/note.ts';
import { eases } from '../understand/stories.ts';

/**
 * What the register says beside a Story, on the day it was published: which measures on its goods are in force,
 * where licences are reported or something is said; which ones a numbered notice passes over, where it eases.
 *
 * @param texts - What its pages say, the leading one first.
 * @param textRead - False: only a title is known, which names few of the notices that its text names.
 */
export async function registerNoteOn(
  db: Db,
  story: Pick<StoryRow, 'authorityId' | 'kind' | 'facts' | 'publishedOn'>,
  texts: readonly StoryTextRow[],
  textRead: boolean,
): Promise<RegisterNote | null> {
  const { authorityId, kind, publishedOn } = story;
  const { action, goods } = fromJson(story.facts);
  if (kind !== 'measure') {
    if (goods.length === 0) return null;
    const notices = await noticesAround(db, authorityId, relatedTo(goods));
    return noteOnGoods({ authorityId, goods }, notices, publishedOn);
  }
  const announcementNo = texts[0] ? fromJson(texts[0].facts).announcementNo : null;
  if (!eases(action) || !textRead || announcementNo === null) return null;

  const relations = texts.flatMap(({ details }) => (details === null ? [] : fromJson(details).relations));
  const named = relations.map(({ notice }) => notice);
  const first = await noticesUnder(db, authorityId, named);
  const concerned = first.filter((notice) => named.includes(notice.announcementNo));
  const family = relatedTo([...goods, ...concerned.flatMap(({ facts }) => facts.goods)]);
  const notices = await noticesAround(db, authorityId, [announcementNo, ...named, ...family]);
  const acting = { authorityId, announcementNo, facts: { goods }, details: { relations } };
  return noteOnEasing(acting, notices, publishedOn);
}

/** Notices suspend, extend and repeal one another in few steps. */
const MOST_STEPS = 6;

/**
 * The part of the register that concerns these goods and notices: the notices found under them, what acts on those,
 * and so on, so that what was suspended is not told as in force.
 */
async function noticesAround(db: Db, authorityId: string, terms: readonly string[]) {
  const found = new Map<string, Notice>();
  const asked = new Set<string>();
  let next = [...new Set(terms)];
  for (let step = 0; step < MOST_STEPS && next.length > 0; step++) {
    for (const term of next) asked.add(term);
    for (const notice of await noticesUnder(db, authorityId, next)) found.set(notice.url, notice);
    next = [...new Set([...found.values()].map(({ announcementNo }) => announcementNo))].filter(
      (number) => !asked.has(number),
    );
  }
  return [...found.values()];
}
