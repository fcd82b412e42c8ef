import type { Action, FactChange, FactName, Facts } from '../../domain/facts.ts';
import type { Language, Names } from '../../domain/source.ts';
import { dayText } from './days.ts';
import { en } from './en.ts';
import { firstThatFits, pushRoom } from './fit.ts';
import { goodsForms, goodsNames } from './goods.ts';
import { noticeText } from './notice.ts';
import { placesText } from './places.ts';
import { zh } from './zh.ts';

/** A fact that changed, in words. `from` and `to` are null where nothing was, or is, stated. */
export interface ChangeText {
  fact: string;
  from: string | null;
  to: string | null;
}

/** What became of a Story that was told before. */
export type Turn = 'correction' | 'follow-up' | 'withdrawal';

interface Wording {
  facts: Record<FactName, string>;
  firms: Record<'yes' | 'no', string>;
  licenceType: Record<'general' | 'individual', string>;
  count(count: number): string;
  done: Record<Action, string>;
  /** What the message is about where the notice has no number. */
  subject(goods: string | null): string;
  turn: Record<Turn, (who: string, subject: string) => string>;
  /** After the turn: the first change. */
  change(change: ChangeText): string;
  more(changes: number): string;
  /** A follow-up without a changed fact. */
  nothing: string;
}

export const wordings: Record<Language, Wording> = {
  en: {
    facts: {
      action: 'what was done',
      goods: 'goods',
      destinations: 'destinations',
      licencesCount: 'number of licences',
      announcementNo: 'notice number',
      effectiveDate: 'start date',
      expiryDate: 'end date',
      usFirms: 'US firms',
      licenceType: 'kind of licence',
    },
    firms: { yes: 'included', no: 'excluded' },
    licenceType: en.stated.licenceType,
    count: (count) => `${count}`,
    done: en.done,
    subject: (goods) => (goods ? `its text on ${goods} exports` : 'its text on export licences'),
    turn: {
      correction: (who, subject) => `${who} corrects ${subject}`,
      'follow-up': (who, subject) => `${who} adds to ${subject}`,
      withdrawal: (who, subject) => `${who} takes ${subject} offline`,
    },
    change: ({ fact, from, to }) => {
      if (to === null) return `: ${fact} no longer stated, was ${from}`;
      return from === null ? `: ${fact} ${to}` : `: ${fact} ${to}, not ${from}`;
    },
    more: (changes) => ` (+${changes} more)`,
    nothing: '; facts unchanged',
  },
  zh: {
    facts: {
      action: '措施',
      goods: '物项',
      destinations: '目的地',
      licencesCount: '许可数量',
      announcementNo: '公告号',
      effectiveDate: '施行日期',
      expiryDate: '截止日期',
      usFirms: '美企',
      licenceType: '许可类型',
    },
    firms: { yes: '涉及', no: '不涉及' },
    licenceType: zh.stated.licenceType,
    count: (count) => `${count}份`,
    done: zh.done,
    subject: (goods) => `${goods ?? ''}出口许可文本`,
    turn: {
      correction: (who, subject) => `${who}更正${subject}`,
      'follow-up': (who, subject) => `${who}补充${subject}`,
      withdrawal: (who, subject) => `${who}撤下${subject}页面`,
    },
    change: ({ fact, from, to }) => {
      if (to === null) return `：${fact}不再载明，原为${from}`;
      return from === null ? `：${fact}为${to}` : `：${fact}改为${to}，原为${from}`;
    },
    more: (changes) => `（另有${changes}处）`,
    nothing: '，事实未变',
  },
};

/** One fact's change, for a list: dates and lists in full. */
export function changeText(change: FactChange, language: Language): ChangeText {
  return worded(change, language, 'long');
}

/** What one text states of a fact, with the fact's name; for a line of several values. */
export function statedText(
  fact: FactName,
  value: Facts[FactName],
  language: Language,
): { fact: string; value: string | null } {
  return {
    fact: wordings[language].facts[fact],
    value: valueText(fact, value, language, 'short'),
  };
}

/** The push line of a message about a Story told before. At most 100 characters in English, 50 in Chinese. */
export function turnLine(
  turn: Turn,
  facts: Facts,
  changes: readonly FactChange[],
  short: Names,
  language: Language,
): string {
  const words = wordings[language];
  const drafts = subjects(facts, language).map((subject) => {
    const core = words.turn[turn](short[language], subject);
    const [first] = changes;
    if (!first) {
      return {
        lead: { core, rest: '' },
        required: turn === 'follow-up' ? words.nothing : '',
        optional: [],
        closing: '',
      };
    }
    const change = worded(first, language, 'short');
    const closing = changes.length > 1 ? words.more(changes.length - 1) : '';
    const brief = words.change({ ...change, from: null });
    const wordy = change.to === null ? [brief] : [words.change(change), brief];
    return { lead: { core, rest: '' }, required: '', optional: [wordy], closing };
  });
  return firstThatFits(drafts, { line: pushRoom[language], core: pushRoom[language] * 0.45 });
}

/** "No. 70 of 2025", or the goods it is about, the fullest first. */
function subjects(facts: Facts, language: Language): string[] {
  const { subject } = wordings[language];
  if (facts.announcementNo) return [noticeText(facts.announcementNo, language)];
  const forms = goodsForms(facts.goods, language);
  return forms.length > 0 ? forms.map(({ adjective }) => subject(adjective)) : [subject(null)];
}

function worded(change: FactChange, language: Language, form: 'short' | 'long'): ChangeText {
  return {
    fact: wordings[language].facts[change.fact],
    from: valueText(change.fact, change.from, language, form),
    to: valueText(change.fact, change.to, language, form),
  };
}

/** A fact's value in words; null where it states nothing. */
function valueText(
  fact: FactName,
  value: Facts[FactName],
  language: Language,
  form: 'short' | 'long',
): string | null {
  const words = wordings[language];
  if (value === null || value === 'unspecified') return null;
  if (typeof value === 'number') return words.count(value);
  if (Array.isArray(value)) {
    if (fact === 'destinations') return placesText(value, language, form === 'long' ? value.length : 2);
    if (form === 'short') return goodsForms(value, language).at(-1)?.noun ?? null;
    return value.length > 0 ? goodsNames(value, language).join(language === 'zh' ? '、' : ', ') : null;
  }
  if (fact === 'effectiveDate' || fact === 'expiryDate') return dayText(value, language, form);
  if (fact === 'announcementNo') return noticeText(value, language);
  if (fact === 'action') return words.done[value as Action];
  if (fact === 'usFirms') return words.firms[value as 'yes' | 'no'];
  return words.licenceType[value as 'general' | 'individual'];
}
