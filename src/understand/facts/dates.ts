import type { Day } from '../../domain/moment.ts';
import { datePattern, dayOf } from '../calendar.ts';
import { matchesIn } from '../matches.ts';
import { quoteOf, type Sentence } from '../passage.ts';
import type { Speech, Stated } from './speech.ts';

const date = `(?<date>${datePattern})`;
const weekday = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?';

type Patterns = Record<'han' | 'latin', RegExp[]>;

/** In order of precedence. */
const begins: Patterns = {
  han: [
    new RegExp(`自 ?${date}(?:[^,。]{0,8})?(?:起|开始)`, 'gi'),
    new RegExp(`${date} ?(?:起|开始)?(?:正式)?(?:施行|实施|生效|执行|起)`, 'gi'),
  ],
  latin: [
    new RegExp(
      `\\b(?:effective(?: date)?|in force|take effect|takes effect|took effect|taking effect|(?:enter(?:s|ed)?|comes?|came|coming) into (?:force|effect)|starting|beginning|as of|(?<!date |dating )from)\\b:?(?: on| from| as of)? ${weekday}${date}`,
      'gi',
    ),
    new RegExp(`^On ${date},? [A-Z]\\w+.{0,30}\\b(?:adds?|added)\\b`, 'gi'),
  ],
};
const atOnce =
  /(?:公布|发布)之日起(?!第?\d)|自即日起|即日起|\beffect(?:ive)? immediately|\b(?:from|as of) the (?:day|date) of (?:promulgation|publication|issu)|\beffective upon|\beffect(?:ive)? (?:immediately|upon|on) (?:its )?(?:release|issu|announce|publication)|\bin force (?:from|on) (?:the )?(?:day|date) of (?:release|issue|announcement)|\b(?:in force|effective) on (?:announcement|release|issue)|\bfrom now\b/i;
const ends: Patterns = {
  han: [new RegExp(`(?:至|到|截至|直至|有效期至) ?${date}`, 'gi')],
  latin: [
    new RegExp(
      `\\b(?:until|through|till|expir\\w+(?: on)?|up to|(?:extended|prolonged) to)\\b ${weekday}${date}`,
      'gi',
    ),
  ],
};
const issued = new RegExp(
  `(?:\\bissued(?: on)?|\\bon|\\breleased(?: on)?|发布日期|^) ?${date}(?: 公告)?`,
  'i',
);

/** When it begins: a date said, or the day of the notice where it begins at once. */
export function effectiveDateOf(speech: Speech): Stated<Day> | null {
  const sentences = datable(speech);
  return firstDay(speech, begins, sentences) ?? immediate(speech, sentences);
}

/** When it ends; a period that was already over is another thing's. */
export function expiryDateOf(speech: Speech): Stated<Day> | null {
  const stated = firstDay(speech, ends, datable(speech));
  const published = speech.passage.document.publishedOn;
  return stated && published && stated.value < published ? null : stated;
}

const dates =
  /\d|\bdate of\b|[一二三四五六七八九十] ?[月日]|即日|(?:公|发)布之日|\beffect|\bforce\b|\bfrom now\b/;
const ofItself =
  /本(?:公告|办法|条例|规定|决定|令)|修[正订]案|新规|\b(?:this|the) (?:notice|announcement|order|rule|measures|controls|amendments?|revision)\b/i;
const ofOthers = /关税|tariff|investigation|反倾销|不可靠/i;
/** What no date is without. */
const day = /日|\d-\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;
const known = new WeakMap<Speech, Sentence[]>();

/** Where licences are spoken of; then, in a notice that is about nothing else, anywhere. */
function datable(speech: Speech): Sentence[] {
  const read = known.get(speech) ?? datableIn(speech);
  known.set(speech, read);
  return read;
}

function datableIn({ speaking, focus, passage }: Speech): Sentence[] {
  const titled = speaking.some(({ sentence }) => sentence.in === 'title');
  const dated = passage.sentences.filter(({ folded }) => dates.test(folded) && !ofOthers.test(folded));
  const focused = new Set(focus);
  return [
    ...new Set([
      ...dated.filter((each) => focused.has(each)),
      ...dated.filter(({ folded }) => ofItself.test(folded)),
      ...dated.filter((each) => titled && !each.question),
    ]),
  ];
}

function firstDay(speech: Speech, patterns: Patterns, sentences: Sentence[]): Stated<Day> | null {
  for (const sentence of sentences) {
    if (!day.test(sentence.folded)) continue;
    for (const pattern of [
      ...(sentence.han ? patterns.han : []),
      ...(sentence.latin ? patterns.latin : []),
    ]) {
      for (const match of matchesIn(sentence.folded, pattern)) {
        const value = dayOf(match.groups?.date ?? '', speech.passage.document.publishedOn ?? null);
        if (!value) continue;
        return { value, quotes: [quoteOf(speech.passage, sentence, match.index, match[0].length)] };
      }
    }
  }
  return null;
}

function immediate(speech: Speech, sentences: Sentence[]): Stated<Day> | null {
  for (const sentence of sentences) {
    const match = atOnce.exec(sentence.folded);
    const value = match && issueDay(speech, sentences);
    if (value) return { value, quotes: [quoteOf(speech.passage, sentence, match.index, match[0].length)] };
  }
  return null;
}

/** The notice's own date where the text gives it, else the page's. */
function issueDay(speech: Speech, sentences: Sentence[]): Day | null {
  const published = speech.passage.document.publishedOn ?? null;
  for (const sentence of sentences) {
    const value = dayOf(issued.exec(sentence.folded)?.groups?.date ?? '', published);
    if (value) return value;
  }
  return published;
}
