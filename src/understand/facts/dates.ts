import type { Day } from '../../domain/moment.ts';
import { datePattern, dayOf } from '../calendar.ts';
import { hasHan } from '../language.ts';
import { matchesIn } from '../matches.ts';
import { quoteOf, type Sentence } from '../passage.ts';
import type { Speech, Stated } from './speech.ts';

const date = `(?<date>${datePattern})`;
const weekday = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?';

type Patterns = Record<'han' | 'latin', RegExp[]>;

/** Words that say that something begins, by themselves. */
const plainBegins: Patterns = {
  han: [
    new RegExp(`[自由从] ?${date}(?:[^,。]{0,8})?(?:起|开始)?(?:正式|开始)?(?:施行|实施|生效|执行)`, 'gi'),
    new RegExp(`${date} ?(?:起|开始)?(?:正式|开始)?(?:施行|实施|生效|执行|上路)`, 'gi'),
  ],
  latin: [
    new RegExp(
      `\\b(?:effective(?: date)?|in force|(?:take|takes|took|taking) (?:effect|hold)|(?:enter(?:s|ed|ing)?|comes?|came|coming|puts?|brings?|entry) into (?:force|effect)|appl(?:y|ies|icable)|with effect)\\b\\W{0,4}(?:(?:on|from|of|as of|beginning|starting|since)\\b\\W{1,4})?(?:\\d+ days after \\w+,? (?:on )?)?${weekday}${date}`,
      'gi',
    ),
    new RegExp(`^On ${date},? [A-Z]\\w+.{0,30}\\b(?:adds?|added)\\b`, 'gi'),
    // A label of a list: "**Start**: 1 July 2031".
    new RegExp(
      `^\\W{0,6}(?:effective(?: date)?|effective from|date of (?:effect|implementation|application|entry into force)|in force(?: from| since)?|start(?:s|ing|s on| date)?|commencement|applies(?: from)?|application|takes effect|implementation(?: date)?|from)\\W{1,6}(?:from )?${weekday}${date}`,
      'gi',
    ),
  ],
};
/** Words that name a beginning, of whatever the sentence speaks of. In order of precedence. */
const begins: Patterns = {
  han: [
    ...plainBegins.han,
    new RegExp(`[自由从] ?${date}(?:[^,。]{0,8}(?:起|开始)|起?至)`, 'gi'),
    new RegExp(`${date} ?(?:起|开始)`, 'gi'),
  ],
  latin: [
    ...plainBegins.latin,
    new RegExp(
      `\\b(?:starting|beginning|as of|on and after|(?<!date |dating |notice )from)\\b ${weekday}${date}`,
      'gi',
    ),
  ],
};
const atOnce =
  /(?:公布|发布|公告|印发|签发)之日起(?!第?\d)|自即日起|即日起|即日(?:生效|施行|实施)|立即(?:生效|施行|实施)|\beffect(?:ive)? immediately|\b(?:from|as of) the (?:day|date) of (?:promulgation|publication|issu)|\beffective upon|\beffect(?:ive)? (?:immediately|upon|on) (?:its )?(?:release|issu|announce|publication)|[今本]日起|今天起|今起|\b(?:in force|effective|applies|from) (?:as of )?today\b|\bwith immediate effect\b|\bimmediately effective\b|\b(?:apply|applies|applied|effective|in force) (?:at once|straight away|right away|immediately|forthwith)|\bin force (?:from|on) (?:the )?(?:day|date) of (?:release|issue|announcement)|\b(?:in force|effective) on (?:announcement|release|issue)|\bfrom now\b/i;
const ends: Patterns = {
  han: [
    new RegExp(`(?:至|到|截至|直至|有效期至) ?${date}`, 'gi'),
    new RegExp(`[在于] ?${date}之?前(?=[^,]{0,6}出口)`, 'gi'),
  ],
  latin: [
    new RegExp(
      `\\b(?:until|through|till|expir\\w+(?: on)?|up to|(?:extended|prolonged)(?: by [\\w-]+ \\w+)? to|by [\\w-]+ (?:days?|months?|years?) to|valid (?:until|to|through))\\b ${weekday}${date}`,
      'gi',
    ),
    new RegExp(`\\bfrom ${datePattern},? to ${weekday}${date}`, 'gi'),
  ],
};
const issued = new RegExp(
  `(?:\\b(?:issu|announc|releas|publish|gazett|notif|sign|adopt)\\w*(?: on)?|\\b(?:issu|announc|releas|publish|gazett|notif|sign|adopt|sa)\\w+\\b.{0,40}? on|发[布文]日期\\]?|^On|^) ?${date}|(?<issue>${datePattern}) ?(?:傍晚|晚间?|下午|上午)?(?:联合)?(?:公告|宣布|发布|公布|发出)(?!的)`,
  'i',
);
/** "On Tuesday", 4日公告: the last such day before the publication. */
const issuedLately =
  /\bon (?<weekday>Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b|(?<![月\d])(?<date>\d{1,2}) ?日(?:傍晚|晚间?|下午|上午)?(?:联合)?(?:公告|宣布|发布|公布|发出|表示|证实)/;

/** When it begins: a date said, or the day of the notice where it begins at once. */
export function effectiveDateOf(speech: Speech): Stated<Day> | null {
  const { near, far } = datable(speech);
  return (
    firstDay(speech, begins, near) ??
    immediate(speech, near) ??
    firstDay(speech, plainBegins, far) ??
    immediate(speech, far)
  );
}

/** When it ends; a period that was already over is another thing's. */
export function expiryDateOf(speech: Speech): Stated<Day> | null {
  const { near, far } = datable(speech);
  const stated = firstDay(
    speech,
    ends,
    [...near, ...far].filter(({ folded }) => !ofTransition.test(folded)),
  );
  const published = speech.passage.document.publishedOn;
  return stated && published && stated.value < published ? null : stated;
}

const dates =
  /\d|\bdate of\b|[一二三四五六七八九十] ?[月日]|即日|[今本]日|今天|今起|之日起|立即|\beffect|\bforce\b|\bfrom now\b|\bonce\b|\btoday\b/;
const ofItself =
  /本(?:公告|办法|条例|规定|决定|令)|修[正订]案|新规|\b(?:this|the) (?:notice|announcement|order|rule|measures|controls|amendments?|revision)\b/i;
const ofOthers = /关税|tariff|investigation|反倾销|不可靠/i;
/** What no date is without. */
const day = /日|\d-\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;
/** Until when goods under way may still leave: not the end of what was decided. */
const ofTransition =
  /\bcomments?\b|savings clause|contracts? (?:concluded|signed)|en route|wind-?down|过渡期|already in transit/i;

/** Sentences that hold dates: where licences are spoken of or the notice speaks of itself, and elsewhere. */
interface Datable {
  near: Sentence[];
  far: Sentence[];
}

const known = new WeakMap<Speech, Datable>();

function datable(speech: Speech): Datable {
  const read = known.get(speech) ?? datableIn(speech);
  known.set(speech, read);
  return read;
}

function datableIn({ speaking, focus, passage }: Speech): Datable {
  const titled = speaking.some(({ sentence }) => sentence.in === 'title');
  const dated = passage.sentences.filter(({ folded }) => dates.test(folded));
  const focused = new Set(focus);
  const rest = dated.filter((each) => !focused.has(each) && !each.question);
  return {
    near: [
      ...new Set([
        ...dated.filter((each) => focused.has(each)),
        ...dated.filter(({ folded }) => ofItself.test(folded)),
        ...(titled ? rest : []),
      ]),
    ],
    far: titled ? [] : rest,
  };
}

/** 此前,印尼自…起: what was so before. */
const before = /此前|曾|previously|\bhad\b|\bimposed\b/i;

function firstDay(speech: Speech, patterns: Patterns, sentences: Sentence[]): Stated<Day> | null {
  for (const sentence of sentences) {
    if (!day.test(sentence.folded)) continue;
    for (const pattern of [
      ...(sentence.han ? patterns.han : []),
      ...(sentence.latin ? patterns.latin : []),
    ]) {
      for (const match of matchesIn(sentence.folded, pattern)) {
        const value = dayOf(match.groups?.date ?? '', speech.passage.document.publishedOn ?? null);
        if (!value || isOthers(sentence.folded, match.index, match[0].length)) continue;
        return { value, quotes: [quoteOf(speech.passage, sentence, match.index, match[0].length)] };
      }
    }
  }
  return null;
}

/** Whether the clause of a match speaks of what was before, or of a tariff or a probe. */
function isOthers(folded: string, index: number, length: number): boolean {
  const lead =
    folded
      .slice(Math.max(0, index - 24), index)
      .split(/[;。]/)
      .at(-1) ?? '';
  if (before.test(lead)) return true;
  // Chinese goes on about one thing from clause to clause.
  const marks = hasHan(folded) ? [';'] : [',', ';'];
  const start = Math.max(...marks.map((mark) => folded.lastIndexOf(mark, index))) + 1;
  const rest = /^[^,;。]*/.exec(folded.slice(index + length))?.[0].length ?? 0;
  return ofOthers.test(folded.slice(start, index + length + rest));
}

function immediate(speech: Speech, sentences: Sentence[]): Stated<Day> | null {
  for (const sentence of sentences) {
    const match = atOnce.exec(sentence.folded);
    if (!match || isOthers(sentence.folded, match.index, match[0].length)) continue;
    const value = issueDay(speech);
    if (value) return { value, quotes: [quoteOf(speech.passage, sentence, match.index, match[0].length)] };
  }
  return null;
}

/** The notice's own date where the text gives it, else the page's. */
function issueDay(speech: Speech): Day | null {
  const published = speech.passage.document.publishedOn ?? null;
  const { near, far } = datable(speech);
  for (const { folded } of [...near, ...far]) {
    const words = issued.exec(folded)?.groups;
    const value = dayOf(words?.date ?? words?.issue ?? '', published);
    if (value) return value;
    const { weekday, date } = issuedLately.exec(folded)?.groups ?? {};
    if (published && (weekday || date)) return lastSuch(published, { weekday, date }) ?? published;
  }
  return published;
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
