import type { Language } from '../../domain/source.ts';
import { type Draft, firstThatFits, type Room } from './fit.ts';
import { goodsForms } from './goods.ts';
import { phrases } from './languages.ts';
import type { Batch } from './phrases.ts';
import { firmsIn, markOf, type Summarisable, type SummaryOptions, subject, tell } from './told.ts';

/** A locked phone shows some 45 characters of a push; Chinese says it all within them anyway. */
const pushRoom: Record<Language, Room> = { en: { line: 100, core: 45 }, zh: { line: 50, core: 50 } };
const headlineRoom: Record<Language, Room> = { en: { line: 180, core: 180 }, zh: { line: 90, core: 90 } };

/** One line to say: of whom, which firms are missed, and in how much room. */
interface Line {
  who: string;
  firms: Batch['firms'];
  /** Whether it says what is missing. */
  saysMissing: boolean;
  room: Room;
}

/** Who did what, and what is missing. */
export function pushLineIn(view: Summarisable, options: SummaryOptions, language: Language): string {
  const who = options.authority.short[language];
  const firms = firmsIn(view, options, language);
  return lineOf(view, { who, firms, saysMissing: true, room: pushRoom[language] }, language);
}

/** The push line with more room, without what is missing. */
export function headlineIn(view: Summarisable, { authority }: SummaryOptions, language: Language): string {
  const who = subject(authority, language);
  return lineOf(view, { who, firms: null, saysMissing: false, room: headlineRoom[language] }, language);
}

function lineOf(view: Summarisable, { who, firms, saysMissing, room }: Line, language: Language): string {
  const { sentences, batch, marks, unread } = phrases[language];
  const mark = markOf(view);
  const prefix = mark ? marks[mark] : '';
  const forms = goodsForms(view.facts.goods, language);
  const closing = view.textRead === false ? unread : '';
  const drafts = (forms.length > 0 ? forms : [null]).flatMap((goods): Draft[] => {
    const told = tell(view, { who, goods, firms }, language);
    const { leads, optional, required: always = '', saysCount = false } = sentences[view.facts.action](told);
    const complete = saysMissing && view.textRead !== false;
    const required =
      always + (told.batch ? batch({ ...told.batch, ...(saysCount ? { count: null } : {}), complete }) : '');
    return leads.map(({ core, rest }) => ({
      lead: { core: prefix + core, rest },
      required,
      optional,
      closing,
    }));
  });
  // Only what is late rings a phone; the other marks come with an edit.
  const unseen = mark === 'late' ? 0 : prefix.length;
  return firstThatFits(drafts, { line: room.line, core: room.core + unseen });
}
