import {
  type ClockTime,
  type Digest,
  type QuietHours,
  type Weekday,
  weekdays,
} from '../../src/domain/manners.ts';
import type { Language } from '../../src/domain/source.ts';
import { texts } from '../texts/index.ts';

/** What is typed for no digest, no quiet hours, no filter. */
export const NONE = 'none';

const nothing = new Set([NONE, '无', '無']);

export const meansNone = (written: string): boolean => nothing.has(written.trim().toLowerCase());

const CLOCK = String.raw`(\d{1,2})(?:[:：.点點时時](\d{2})?)?\s*(am|pm)?`;

/** Reads a time of the day as people write it: "8:30", "08:30", "8 pm", "22". Null: it is none. */
export function parseClock(written: string): ClockTime | null {
  const [, hour, minute = '0', half] = new RegExp(`^${CLOCK}$`, 'i').exec(written.trim()) ?? [];
  if (hour === undefined || Number(minute) > 59) return null;
  const hours = half ? halfDay(Number(hour), half.toLowerCase()) : Number(hour);
  if (hours === null || hours > 23) return null;
  return `${String(hours).padStart(2, '0')}:${minute.padStart(2, '0')}`;
}

function halfDay(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

/** As they are typed and shown among choices; Discord users know them so. */
const dayNames: Record<Weekday, string> = {
  1: 'Mon',
  2: 'Tue',
  3: 'Wed',
  4: 'Thu',
  5: 'Fri',
  6: 'Sat',
  7: 'Sun',
};
const han: Record<Weekday, string> = { 1: '一', 2: '二', 3: '三', 4: '四', 5: '五', 6: '六', 7: '日天' };

const everyDay = /^(?:daily|every\s*day|每天|每日)\s*(?:at\s+)?/i;
const latinDay =
  'mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
const everyWeek = new RegExp(
  String.raw`^(?:weekly|every(?:\s*week)?|每)?\s*(?:on\s+)?(?:(${latinDay})\b|(?:周|週|星期|礼拜|禮拜)([一二三四五六日天]))\s*(?:at\s+)?`,
  'i',
);

/** Reads "daily 08:30", "weekly Mon 08:30", "每周一 8:30". Null: it is neither. */
export function parseDigest(written: string): Digest | null {
  const text = written.trim();
  const daily = everyDay.exec(text);
  if (daily) return digest(null, text.slice(daily[0].length));
  const [found, latin, character] = everyWeek.exec(text) ?? [];
  if (!found) return null;
  const on = weekdays.find((day) =>
    latin
      ? dayNames[day].toLowerCase() === latin.slice(0, 3).toLowerCase()
      : han[day].includes(character ?? ' '),
  );
  return on ? digest(on, text.slice(found.length)) : null;
}

function digest(on: Weekday | null, time: string): Digest | null {
  const at = parseClock(time);
  if (!at) return null;
  return on ? { every: 'week', on, at } : { every: 'day', at };
}

/** Reads "22:00-07:00". Null: it is no span of a day. */
export function parseSpan(written: string): Pick<QuietHours, 'from' | 'until'> | null {
  const [from = '', until = '', ...more] = written.split(/\s*(?:-|–|—|~|～|至|到|\bto\b|\buntil\b)\s*/iu);
  const span = { from: parseClock(from), until: parseClock(until) };
  if (more.length > 0 || !span.from || !span.until || span.from === span.until) return null;
  return { from: span.from, until: span.until };
}

/** As it is typed. */
export function writtenDigest(digest: Digest): string {
  return digest.every === 'day' ? `daily ${digest.at}` : `weekly ${dayNames[digest.on]} ${digest.at}`;
}

export function digestText(digest: Digest, language: Language): string {
  const { manners } = texts[language].watch;
  return digest.every === 'day'
    ? manners.daily(digest.at)
    : manners.weekly(manners.weekdays[digest.on], digest.at);
}

/** "22:00–07:00, decisions come all the same". */
export function quietText({ from, until, exceptDecisions }: QuietHours, language: Language): string {
  const { manners } = texts[language].watch;
  return `${from}–${until}${exceptDecisions ? manners.exceptDecisions : ''}`;
}

const usualDigests: readonly Digest[] = [
  { every: 'day', at: '08:30' },
  { every: 'day', at: '12:00' },
  { every: 'day', at: '18:00' },
  { every: 'week', on: 1, at: '08:30' },
  { every: 'week', on: 5, at: '16:00' },
];
const usualSpans = ['22:00-07:00', '23:00-06:00', '20:00-08:00', '18:00-09:00'];

interface Choice {
  name: string;
  value: string;
}

/** Digests to choose from; of a time alone, every day or week at that time. */
export function completeDigest(typed: string, zone: string, language: Language): Choice[] {
  const { none } = texts[language].watch;
  const meant = parseDigest(typed);
  const at = parseClock(typed);
  const offered = meant ? [meant] : at ? digestsAt(at) : usualDigests;
  const choices = offered.map((each) => ({
    name: `${digestText(each, language)} (${zone})`,
    value: writtenDigest(each),
  }));
  return [...choices, { name: none, value: NONE }].filter(meant || at ? () => true : containing(typed));
}

const digestsAt = (at: ClockTime): Digest[] => [
  { every: 'day', at },
  ...weekdays.map((on) => ({ every: 'week' as const, on, at })),
];

export function completeSpan(typed: string, zone: string, language: Language): Choice[] {
  const meant = parseSpan(typed);
  const spans = meant ? [`${meant.from}-${meant.until}`] : usualSpans;
  const choices = spans.map((span) => ({ name: `${span.replace('-', '–')} (${zone})`, value: span }));
  const { none } = texts[language].watch;
  return [...choices, { name: none, value: NONE }].filter(meant ? () => true : containing(typed));
}

const containing =
  (typed: string) =>
  ({ name, value }: Choice) =>
    `${name} ${value}`.toLowerCase().includes(typed.trim().toLowerCase());
