import type { Language } from '../../domain/source.ts';
import { type Draft, firstThatFits, type Lead, pushRoom, type Room } from './fit.ts';
import { goodsForms } from './goods.ts';
import { phrases } from './languages.ts';
import type { Batch } from './phrases.ts';
import {
  countryShort,
  firmsIn,
  markOf,
  type Summarisable,
  type SummaryOptions,
  subject,
  tell,
} from './told.ts';

/** A locked phone shows some 45 characters of a push; Chinese says it all within them anyway. */
const lineRoom: Record<Language, Room> = {
  en: { line: pushRoom.en, core: 45 },
  zh: { line: pushRoom.zh, core: pushRoom.zh },
};
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
  const firms = firmsIn(view, options, language);
  const [full = '', ...shorter] = namesOf(options.authority, language).map((who) =>
    lineOf(view, { who, firms, saysMissing: true, room: lineRoom[language] }, language),
  );
  const named = goodsForms(view.facts.goods, language).flatMap(({ noun, adjective }) => [noun, adjective]);
  const shown = (line: string) => line.slice(0, lineRoom[language].core + unseenIn(view, language));
  const saysGoods = (line: string) => named.some((goods) => shown(line).includes(goods));
  return named.length === 0 || saysGoods(full) ? full : (shorter.find(saysGoods) ?? full);
}

/** The push line with more room, without what is missing. */
export function headlineIn(view: Summarisable, { authority }: SummaryOptions, language: Language): string {
  const who = subject(authority, language);
  return lineOf(view, { who, firms: null, saysMissing: false, room: headlineRoom[language] }, language);
}

/** As a push line calls an authority; the next one where a phone shows no goods beside it: "US" for "White House". */
function namesOf({ short, country }: SummaryOptions['authority'], language: Language): string[] {
  const name = countryShort(country, language);
  return language === 'en' && name && name.length < short.en.length ? [short.en, name] : [short[language]];
}

function lineOf(view: Summarisable, { who, firms, saysMissing, room }: Line, language: Language): string {
  const { sentences, batch, marks, unread } = phrases[language];
  const mark = markOf(view);
  const prefix = mark ? marks[mark] : '';
  const forms = goodsForms(view.facts.goods, language);
  const closing = view.textRead === false ? unread : '';
  const said = (forms.length > 0 ? forms : [null]).map((goods) => {
    // What a headline has no room to miss stands in the register's own lines.
    const told = {
      ...tell(view, { who, goods, firms }, language),
      ...(saysMissing ? {} : { notNamed: null }),
    };
    const {
      leads,
      terse,
      optional,
      required: always = '',
      saysCount = false,
    } = sentences[view.facts.action](told);
    const complete = saysMissing && view.textRead !== false;
    const required =
      always + (told.batch ? batch({ ...told.batch, ...(saysCount ? { count: null } : {}), complete }) : '');
    const draft = ({ core, rest }: Lead): Draft => ({
      lead: { core: prefix + core, rest },
      ...{ required, optional, closing },
    });
    return { drafts: leads.map(draft), last: terse ? [draft(terse)] : [] };
  });
  const drafts = [...said.flatMap((each) => each.drafts), ...said.flatMap((each) => each.last)];
  return firstThatFits(drafts, { line: room.line, core: room.core + unseenIn(view, language) });
}

/** Only what is late rings a phone; the other marks come with an edit, and take no room from what it shows. */
function unseenIn(view: Summarisable, language: Language): number {
  const mark = markOf(view);
  return mark && mark !== 'late' ? phrases[language].marks[mark].length : 0;
}
