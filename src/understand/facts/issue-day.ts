import { DAY, type Day } from '../../domain/moment.ts';
import { datePattern, dayOf } from '../calendar.ts';
import { Sought } from '../clues.ts';
import type { Sentence } from '../passage.ts';
import { date } from './date-phrases.ts';

const issued = new Sought(
  new RegExp(
    `(?:\\b(?:issu|announc|releas|publish|gazett|notif|sign|adopt)\\w*(?: on)?|\\b(?:issu|announc|releas|publish|gazett|notif|sign|adopt|sa)\\w+\\b(?:(?!\\b(?:effect|force|from|until|begin|start)).){0,90}? on|发[布文]日期\\]?|\\bdate of issue\\b|\\b(?:announced|issued|promulgated|published)\\b|^On|^) ?[^\\w\\u4e00-\\u9fff]{0,6}${date}|(?<issue>${datePattern}) ?(?:傍晚|晚间?|下午|上午)?(?:联合)?(?:说,?|发表声明|公告|宣布|发布|公布|发出|声明|通告|通报)(?!的)`,
    'i',
  ),
);
/** "On Tuesday", 4日公告: the last such day before the publication. */
const issuedLately = new Sought(
  /\bon (?<weekday>Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b|(?<![月\d])(?<date>\d{1,2}) ?日(?:傍晚|晚间?|下午|上午)?(?:以[^,。;]{0,16})?(?:联合)?(?:说,?|发表声明|公告|宣布|发布|公布|发出|[连再又]发|表示|证实|通过)/,
);

/**
 * The day of a notice that begins with itself, as `words` say: "on promulgation" is the day it was promulgated,
 * where several are told.
 */
export function dayOfNotice(
  words: string,
  sentences: readonly Sentence[],
  published: Day | null,
): Day | null {
  return dayOfVerb(words, sentences, published) ?? issueDay(sentences, published);
}

/** "In force on promulgation" where "promulgated 24 February" stands beside an earlier announcement. */
const verbs = ['promulgat', 'publi', 'issu', 'announc', 'releas'] as const;
const verbDays = new Map(
  verbs.map((verb) => [verb, new Sought(new RegExp(`\\b${verb}[a-z]{2,4}\\W{0,5}(?:on )?${date}`, 'i'))]),
);

function dayOfVerb(words: string, sentences: readonly Sentence[], published: Day | null): Day | null {
  const pattern = verbDays.get(verbs.find((verb) => words.includes(verb)) ?? 'promulgat');
  for (const sentence of pattern ? sentences : []) {
    const value = dayOf(pattern?.firstIn(sentence)?.groups?.date ?? '', published);
    if (value) return value;
  }
  return null;
}

/** The notice's own date where the text gives it, rather one shortly before the page's, else the page's. */
function issueDay(sentences: readonly Sentence[], published: Day | null): Day | null {
  const days = sentences.flatMap((sentence) => issueDayIn(sentence, published) ?? []);
  return days.find((day) => isLately(day, published)) ?? days[0] ?? published;
}

function issueDayIn(sentence: Sentence, published: Day | null): Day | null {
  const words = issued.firstIn(sentence)?.groups;
  const value = dayOf(words?.date ?? words?.issue ?? '', published);
  if (value) return value;
  const { weekday, date } = issuedLately.firstIn(sentence)?.groups ?? {};
  return published && (weekday || date) ? (lastSuch(published, { weekday, date }) ?? published) : null;
}

function isLately(day: Day, published: Day | null): boolean {
  const since = published === null ? 0 : Date.parse(published) - Date.parse(day);
  return since >= 0 && since < 31 * DAY;
}

const weekdays = ['Sun', 'Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur'];

/** The last day up to the publication with this name or number, within a month. */
function lastSuch(
  published: Day,
  { weekday, date }: { weekday?: string | undefined; date?: string | undefined },
): Day | null {
  const day = new Date(`${published}T00:00:00Z`);
  for (let back = 0; back < 31; back++, day.setUTCDate(day.getUTCDate() - 1)) {
    const named =
      weekday !== undefined ? weekdays[day.getUTCDay()] === weekday : day.getUTCDate() === Number(date);
    if (named) return day.toISOString().slice(0, 10);
  }
  return null;
}

/** 20日起施行: of the days with this number the nearest to the publication, which tells what is to come or has just begun. */
export function nearestSuch(published: Day, date: number): Day | null {
  const [year, month] = published.split('-').map(Number) as [number, number];
  const near = [1, 0, -1]
    .map((step) => new Date(Date.UTC(year, month - 1 + step, date)))
    .filter((day) => day.getUTCDate() === date)
    .sort((a, b) => Math.abs(+a - Date.parse(published)) - Math.abs(+b - Date.parse(published)));
  return near[0]?.toISOString().slice(0, 10) ?? null;
}

/** "From Saturday": the first such day from the publication on. */
export function nextSuch(published: Day, weekday: string): Day {
  const ahead = (weekdays.indexOf(weekday) - new Date(published).getUTCDay() + 7) % 7;
  return new Date(Date.parse(published) + ahead * 86_400_000).toISOString().slice(0, 10);
}
