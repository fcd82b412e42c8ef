import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../domain/moment.ts';
import { parseMoment } from './dates.ts';

/**
 * A date as feeds write them: RFC 822 with every liberty taken, W3CDTF and ISO 8601 down to a year, ctime, Unix
 * seconds, names of months in the languages that servers are set to. Null where it is none.
 *
 * A year or a month alone is its first day. `timeZone` (IANA) is that of the source, for times without a zone.
 */
export function parseFeedDate(written: string, timeZone: string): Moment | null {
  const text = inEnglish(written.normalize('NFKC').trim().slice(0, 100));
  for (const { pattern, read } of wholeForms) {
    const groups = pattern.exec(text)?.groups;
    const moment = groups && read(groups, timeZone);
    if (moment) return moment;
  }
  const zone = /[년월일]|오[전후]/.test(written) ? 'Asia/Seoul' : timeZone;
  return parseMoment(text, zone);
}

type Groups = Record<string, string | undefined>;
type Read = (groups: Groups, timeZone: string) => Moment | null;

/** Forms that mean something only where the date is all there is. */
const wholeForms: readonly { pattern: RegExp; read: Read }[] = [
  // Seconds or milliseconds since 1970.
  { pattern: /^(?<digits>\d{9,10}|\d{12,13})(?:\.\d+)?$/, read: sinceEpoch },
  // 2003, 2003-12
  { pattern: /^(?<year>\d{4})(?:-(?<month>\d{2}))?$/, read: day },
  // -0312, -03-12
  { pattern: /^-(?<short>\d{2})-?(?<month>\d{2})$/, read: day },
  // 031231, 03-12-31
  { pattern: /^(?<short>\d{2})(?<dash>-?)(?<month>\d{2})\k<dash>(?<day>\d{2})(?<rest>T.*)?$/, read: day },
  // 2003-335, 2003335, 03335
  { pattern: /^(?:(?<year>\d{4})-?|(?<short>\d{2})-?)(?<ordinal>\d{3})(?<rest>T.*)?$/, read: ordinalDay },
  // 2003-W01-2, 2003W012, 2003-W01
  { pattern: /^(?<year>\d{4})-?W(?<week>\d{2})(?:-?(?<weekday>[1-7]))?(?<rest>T.*)?$/, read: weekDay },
  // 20031231T101455Z
  {
    pattern:
      /^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})T(?<h>\d{2})(?<m>\d{2})(?<s>\d{2})?(?<rest>\D.*)?$/,
    read: ({ year, month, day: date, h, m, s, rest = '' }, zone) =>
      parseMoment(`${year}-${month}-${date}T${h}:${m}${s ? `:${s}` : ''}${rest}`, zone),
  },
  // 2003-012-31T10:14:55Z: a zero too many.
  {
    pattern: /^(?<year>\d{4})-0(?<month>\d{2})-(?<day>\d{2})(?<rest>T.*)$/,
    read: day,
  },
  // Sun Jan  4 16:29:06 2004, Sun Jul 15 01:16:00 +0000 2012
  {
    pattern:
      /^[a-z]{3,9},?\s+(?<name>[a-z]{3,9})\s+(?<day>\d{1,2})\s+(?<time>\d{1,2}:\d{2}(?::\d{2})?)\s+(?<zone>\S+\s+)?(?<year>\d{4})$/i,
    read: ({ name, day: date, time, zone = '', year }, timeZone) =>
      parseMoment(`${date} ${name} ${year} ${time} ${zone}`, timeZone),
  },
  // Nov. 2020
  {
    pattern: /^(?<name>[a-z]{3,9})\.?,?\s+(?<year>\d{4})$/i,
    read: ({ name, year }, timeZone) => parseMoment(`1 ${name} ${year}`, timeZone),
  },
  // 31.12.2003 10:14, Sat, 31 12 2003, 31.12.03
  {
    pattern:
      /^(?:\D+\s+)?(?<day>\d{1,2})(?<dot>[. ])(?<month>\d{1,2})\k<dot>(?:(?<year>\d{4})|(?<short>\d{2}))(?<rest>[\sT,].*)?$/,
    read: day,
  },
  // 12/31/2003 10:14 AM, 31/12/2003
  {
    pattern:
      /^(?:\D+\s+)?(?<first>\d{1,2})\/(?<second>\d{1,2})\/(?:(?<year>\d{4})|(?<short>\d{2}))(?<rest>[\sT,].*)?$/,
    read: slashed,
  },
];

function sinceEpoch({ digits = '' }: Groups, timeZone: string): Moment {
  const at = Number(digits) * (digits.length <= 10 ? 1000 : 1);
  const on = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  return { precision: 'second', on, at };
}

function day(
  { year, short, month = '01', day: date = '01', rest = '' }: Groups,
  timeZone: string,
): Moment | null {
  return parseMoment(`${fullYear(year, short)}-${month}-${date}${rest}`, timeZone);
}

function ordinalDay({ year, short, ordinal, rest = '' }: Groups, timeZone: string): Moment | null {
  const number = Number(ordinal);
  const first = Temporal.PlainDate.from(`${fullYear(year, short)}-01-01`);
  if (number < 1 || number > first.daysInYear) return null;
  return parseMoment(`${first.add({ days: number - 1 })}${rest}`, timeZone);
}

function weekDay({ year, week, weekday = '1', rest = '' }: Groups, timeZone: string): Moment | null {
  const number = Number(week);
  if (number < 1 || number > 53) return null;
  // The first week of a year is the one with 4 January in it (ISO 8601).
  const fourth = Temporal.PlainDate.from(`${year}-01-04`);
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 });
  return parseMoment(`${monday.add({ weeks: number - 1, days: Number(weekday) - 1 })}${rest}`, timeZone);
}

/** The month first, as in the United States, unless the numbers or the source's place say otherwise. */
function slashed(
  { first = '', second = '', year, short, rest = '' }: Groups,
  timeZone: string,
): Moment | null {
  const dayFirst =
    Number(first) > 12 || (Number(second) <= 12 && /^(?:Europe|Australia|Asia\/Kolkata)/.test(timeZone));
  const [month, date] = dayFirst ? [second, first] : [first, second];
  return day({ year, short, month, day: date, rest }, timeZone);
}

function fullYear(year: string | undefined, short: string | undefined): number {
  if (year !== undefined) return Number(year);
  return Number(short) + (Number(short) < 70 ? 2000 : 1900);
}

/** Names of months as servers write them in feeds, by the English one. English and three-letter forms go without. */
const monthNames: Record<string, string> = {
  jan: 'januar januari janvier enero ene gennaio gen janeiro január ιαν января янв',
  feb: 'februar februari février févr fév febrero febbraio fevereiro fev február φεβ февраля фев',
  mar: 'märz mär maart mrt mars marzo março március μάρ μαρ марта мар',
  apr: 'avril avr abril abr aprile április απρ апреля апр',
  may: 'mai mei mayo maggio mag maio május μάι μαϊ μαι мая',
  jun: 'juni juin junio giugno giu junho június ιουν ιον июня июн',
  jul: 'juli juillet juil julio luglio lug juil julho július ιουλ ιολ июля июл',
  aug: 'august augustus août aoû agosto ago augusztus αυγ августа авг',
  sep: 'septembre septiembre settembre set setembro szeptember σεπ сентября сен',
  oct: 'oktober okt octobre octubre ottobre ott outubro out október οκτ октября окт',
  nov: 'novembre noviembre novembro novembar νοέ νοε ноября ноя',
  dec: 'dezember dez décembre déc diciembre dic dicembre dezembro desember december δεκ декабря дек',
};
const english = new Map(
  Object.entries(monthNames).flatMap(([month, names]) =>
    names.split(' ').map((name) => [plain(name), month]),
  ),
);

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** With English names of months; the names of days say nothing that the date does not. */
function inEnglish(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(\d)\s*년\s*/g, '$1-')
    .replace(/(\d)\s*월\s*/g, '$1-')
    .replace(/(\d)\s*일/g, '$1 ')
    .replace(/\p{L}+/gu, (word) => english.get(plain(word)) ?? word)
    .replace(/^(\d{4})-([a-z]{3,9})-(\d{1,2})/, '$3 $2 $1')
    .replace(/(\d{1,2})\.\s+([a-z]{3,})/i, '$1 $2');
}
