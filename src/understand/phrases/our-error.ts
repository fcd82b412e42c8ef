import type { FactChange, Facts } from '../../domain/facts.ts';
import type { Language, Names } from '../../domain/source.ts';
import { type ChangeText, changeText } from './changes.ts';
import { firstThatFits, pushRoom } from './fit.ts';
import { goodsForms } from './goods.ts';
import { noticeText } from './notice.ts';

interface Wording {
  about(who: string, subject: Subject): string;
  /** What is right, and what we said; one of both may be "not stated". */
  change(change: ChangeText): string;
  brief(change: ChangeText): string;
  more(changes: number): string;
  /** Of a message that should never have been sent. */
  nothing: string;
}

/** What the message was about. */
interface Subject {
  notice: string | null;
  goods: string | null;
}

export const wordings: Record<Language, Wording> = {
  en: {
    about: (who, { notice, goods }) => `OUR ERROR on ${[who, notice ?? goods].filter(Boolean).join(', ')}`,
    change: ({ fact, from, to }) =>
      `: ${fact} ${to ?? 'not stated'}${from === null ? ', left out by us' : `, not ${from} as we said`}`,
    brief: ({ fact, to }) => `: ${fact} ${to ?? 'not stated'}`,
    more: (changes) => ` (+${changes} more)`,
    nothing: ': its text has nothing on export licences',
  },
  zh: {
    // A notice is known by its number; there is no room for who issued it.
    about: (who, { notice, goods }) => `本机器人更正（${notice ?? (goods ? `${who}，${goods}` : who)}）：`,
    change: ({ fact, from, to }) =>
      `${fact}${to === null ? '未说明' : `为${to}`}${from === null ? '，此前漏报' : `，误报为${from}`}`,
    brief: ({ fact, to }) => `${fact}${to === null ? '未说明' : `为${to}`}`,
    more: (changes) => `（另有${changes}处）`,
    nothing: '正文并无出口许可内容',
  },
};

/** The push line that admits an error of ours; without changes, that there was nothing to tell. At most 100 characters in English, 50 in Chinese. */
export function ourErrorLine(
  facts: Facts,
  changes: readonly FactChange[],
  short: Names,
  language: Language,
): string {
  const words = wordings[language];
  const [first] = changes;
  const change = first && changeText(first, language);
  const drafts = subjects(facts, language).map((subject) => ({
    lead: { core: words.about(short[language], subject), rest: '' },
    required: '',
    optional: [change ? [words.change(change), words.brief(change)] : [words.nothing]],
    closing: changes.length > 1 ? words.more(changes.length - 1) : '',
  }));
  return firstThatFits(drafts, { line: pushRoom[language], core: pushRoom[language] * 0.6 });
}

/** The notice, or the goods it is about, the fullest first. */
function subjects({ announcementNo, goods }: Facts, language: Language): Subject[] {
  if (announcementNo) return [{ notice: noticeText(announcementNo, language), goods: null }];
  const forms = goodsForms(goods, language).map(({ noun }) => ({ notice: null, goods: noun }));
  return forms.length > 0 ? forms : [{ notice: null, goods: null }];
}
