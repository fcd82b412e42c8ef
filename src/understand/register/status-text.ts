import type { State, Suspension } from '../../domain/measure.ts';
import type { Language } from '../../domain/source.ts';
import { dayText } from '../phrases/days.ts';
import { noticeText } from '../phrases/notice.ts';

type Phrases = {
  [Name in State['state']]: (state: Extract<State, { state: Name }>) => string;
};

const day = { en: (on: string) => dayText(on, 'en'), zh: (on: string) => dayText(on, 'zh') };
const zhNotice = (announcementNo: string) => noticeText(announcementNo, 'zh');

const en: Phrases = {
  'not-yet': ({ from }) => `not yet in force; due to take effect on ${day.en(from)}`,
  'in-force': ({ since, sinceStated, resumedBy }) => {
    if (resumedBy)
      return `in force since ${day.en(since)}, when ${resumedBy.announcementNo} ended its suspension`;
    return `in force since ${day.en(since)}${sinceStated ? '' : ' (day of publication; no date of effect read)'}`;
  },
  suspended: (state) =>
    `suspended since ${day.en(state.since)} by ${state.by.announcementNo}, ${enEnd(state)}${enDue(state)}`,
  confirmed: (state) =>
    `still suspended ${enUntil(state)}; confirmed by ${state.untilBy.announcementNo}, the end stated before was ${day.en(state.statedEnd)}${enDue(state)}`,
  'not-confirmed': (state) => {
    const what = state.of === 'suspension' ? 'suspension' : 'measure';
    const end = `not confirmed: the stated end of the ${what} (${day.en(state.statedEnd)}, ${state.by.announcementNo})`;
    const seen = state.mentionedBy.map(({ announcementNo }) => announcementNo).join(', ');
    const later = seen
      ? `; named since by ${seen}, which states no end that was read`
      : '; no later notice seen';
    return state.readSince
      ? `${end} has passed${later}, last read on ${day.en(state.lastReadOn)}${enDue(state)}`
      : `${end} has passed by then; what applies after it was not known when last read, on ${day.en(state.lastReadOn)}${enDue(state)}`;
  },
  ended: ({ on, by }) => `ended on ${day.en(on)} by ${by.announcementNo}`,
};

function enEnd(state: Suspension): string {
  const extended =
    state.untilBy.announcementNo === state.by.announcementNo ? '' : ` (${state.untilBy.announcementNo})`;
  return enUntil(state) + extended;
}

function enUntil({ until, lastDay }: Suspension): string {
  if (until === null) return 'with no end stated';
  return `until ${day.en(until)}${lastDay ? '; whether that day itself is included is not stated' : ''}`;
}

function enDue({ dueOn }: Pick<Suspension, 'dueOn'>): string {
  return dueOn ? `; was due ${day.en(dueOn)}, never took effect` : '';
}

const zh: Phrases = {
  'not-yet': ({ from }) => `尚未施行，将自${day.zh(from)}起施行`,
  'in-force': ({ since, sinceStated, resumedBy }) => {
    if (resumedBy)
      return `自${day.zh(since)}起施行，现行有效（暂停由${zhNotice(resumedBy.announcementNo)}终止）`;
    return `自${day.zh(since)}起施行，现行有效${sinceStated ? '' : '（按发布日期，未见施行日期）'}`;
  },
  suspended: (state) =>
    `自${day.zh(state.since)}起暂停实施（${zhNotice(state.by.announcementNo)}），${zhEnd(state)}${zhDue(state)}`,
  confirmed: (state) =>
    `继续暂停实施，${zhUntil(state)}；由${zhNotice(state.untilBy.announcementNo)}确认，此前所定期限为${day.zh(state.statedEnd)}${zhDue(state)}`,
  'not-confirmed': (state) => {
    const what = state.of === 'suspension' ? '暂停期' : '有效期';
    const end = `待确认：${what}（${zhNotice(state.by.announcementNo)}，至${day.zh(state.statedEnd)}）`;
    const seen = state.mentionedBy.map(({ announcementNo }) => zhNotice(announcementNo)).join('、');
    const later = seen ? `后续公告（${seen}）有所提及，未见明确期限` : '未见后续公告';
    return state.readSince
      ? `${end}已届满，截至${day.zh(state.lastReadOn)}${later}${zhDue(state)}`
      : `${end}届时已届满，截至${day.zh(state.lastReadOn)}尚不知其后如何适用${zhDue(state)}`;
  },
  ended: ({ on, by }) => `已由${zhNotice(by.announcementNo)}废止，自${day.zh(on)}起不再施行`,
};

function zhEnd(state: Suspension): string {
  const { announcementNo } = state.untilBy;
  return `${zhUntil(state)}${announcementNo === state.by.announcementNo ? '' : `（${zhNotice(announcementNo)}）`}`;
}

function zhUntil({ until, lastDay }: Suspension): string {
  if (until === null) return '未说明截止日期';
  return `至${day.zh(until)}${lastDay ? '（是否含当日未说明）' : ''}`;
}

function zhDue({ dueOn }: Pick<Suspension, 'dueOn'>): string {
  return dueOn ? `；原定${day.zh(dueOn)}施行，从未施行` : '';
}

const phrases: Record<Language, Phrases> = { en, zh };

/** One clause that says a state in words. English begins lower case, to follow a colon; no full stop. */
export function statusText(state: State, language: Language): string {
  const say = phrases[language][state.state] as (state: State) => string;
  return say(state);
}
