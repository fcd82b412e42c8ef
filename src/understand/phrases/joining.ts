import type { Action } from '../../domain/facts.ts';
import type { Joining, Likeness, Shared } from '../../domain/joining.ts';
import type { Language } from '../../domain/source.ts';
import { dayText } from './days.ts';
import { en } from './en.ts';
import { noticeText } from './notice.ts';
import { zh } from './zh.ts';

interface Wording {
  number(notice: string): string;
  suspension(until: string): string;
  twin: string;
  package(notice: string, on: string): string;
  correction(title: string): string;
  /** Both texts say this was done. */
  both(done: string): string;
  likeness: Record<Likeness, string>;
  subject: Record<Exclude<Shared['shared'], 'notice'>, string>;
  sameDay: string;
  daysApart(days: number): string;
  between: string;
  hand(on: string, because: string | null): string;
}

export const wordings: Record<Language, Wording> = {
  en: {
    number: (notice) => `same number, ${notice}`,
    suspension: (until) => `same suspension, until ${until}`,
    twin: 'same page, or the same words',
    package: (notice, on) => `one package: published together with ${notice} on ${on}`,
    correction: (title) => `corrects "${title}"`,
    both: (done) => `both say: ${done}`,
    likeness: {
      granted: 'licences granted',
      imposed: 'controls imposed',
      eased: 'controls eased',
      spoken: 'said about licences',
      stopped: 'exports stopped',
      freed: 'exports freed',
      'spoken-of-grants': 'said with licences granted',
      'one-notice': 'one notice',
      answers: 'answers about it',
      'one-matter': 'told of one matter',
    },
    subject: {
      destinations: 'the same destinations',
      'nothing-named': 'neither names goods or places',
      'first-day': 'from the same day on',
      family: 'the same destinations, goods of one family',
      goods: 'the same goods',
      'rare-earths': 'rare earths, one report listing which',
      'most-goods': 'mostly the same goods',
    },
    sameDay: 'the same day',
    daysApart: (days) => `${days} ${days === 1 ? 'day' : 'days'} apart`,
    between: ', ',
    hand: (on, because) => `put here by hand on ${on}${because ? `: ${because}` : ''}`,
  },
  zh: {
    number: (notice) => `公告号相同：${notice}`,
    suspension: (until) => `同一暂停措施，至${until}`,
    twin: '同一页面，或文字相同',
    package: (notice, on) => `同批公告：与${notice}于${on}一并发布`,
    correction: (title) => `更正《${title}》`,
    both: (done) => `均为：${done}`,
    likeness: {
      granted: '均为许可获批',
      imposed: '均为实施管制',
      eased: '均为放宽管制',
      spoken: '均为就许可表态',
      stopped: '均为停止出口',
      freed: '均为恢复出口',
      'spoken-of-grants': '与许可获批一并说明',
      'one-notice': '同一公告',
      answers: '就此答记者问',
      'one-matter': '同日所述为一事',
    },
    subject: {
      destinations: '目的地相同',
      'nothing-named': '均未提及物项或目的地',
      'first-day': '自同日起',
      family: '目的地相同，物项同属一类',
      goods: '物项相同',
      'rare-earths': '均为稀土，其一列明具体元素',
      'most-goods': '物项大部分相同',
    },
    sameDay: '同日发布',
    daysApart: (days) => `相隔${days}天`,
    between: '，',
    hand: (on, because) => `${on}人工归入${because ? `：${because}` : ''}`,
  },
};

const done: Record<Language, Record<Action, string>> = { en: en.done, zh: zh.done };

/** Why a page belongs to its Story, for a reader. What a person gave as their reason, or was kept in words, stays. */
export function joiningText(joining: Joining, language: Language): string {
  const words = wordings[language];
  switch (joining.by) {
    case 'number':
      return words.number(noticeText(joining.notice, language));
    case 'suspension':
      return words.suspension(dayText(joining.until, language));
    case 'twin':
      return words.twin;
    case 'package':
      return words.package(noticeText(joining.notice, language), dayText(joining.on, language));
    case 'correction':
      return words.correction(joining.title);
    case 'likeness':
      return likenessText(joining, language);
    case 'hand':
      return words.hand(dayText(joining.on, language), joining.because);
    case 'words':
      return joining.words;
  }
}

function likenessText(
  { done: alike, subject, daysApart }: Extract<Joining, { by: 'likeness' }>,
  language: Language,
): string {
  const words = wordings[language];
  return [
    alike in words.likeness ? words.likeness[alike as Likeness] : words.both(done[language][alike as Action]),
    subject.shared === 'notice'
      ? words.number(noticeText(subject.notice, language))
      : words.subject[subject.shared],
    daysApart === 0 ? words.sameDay : words.daysApart(daysApart),
  ].join(words.between);
}
