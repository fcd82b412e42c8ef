import type { Action } from '../../domain/facts.ts';
import { DAY, type Day } from '../../domain/moment.ts';
import { dayOf } from '../calendar.ts';
import { Sought } from '../clues.ts';
import { hasHan } from '../language.ts';
import { quoteOf, type Sentence } from '../passage.ts';
import { atOnce, begins, date, ends, type Patterns, plainBegins } from './date-phrases.ts';
import { dayOfNotice, nearestSuch, nextSuch } from './issue-day.ts';
import type { Speech, Stated } from './speech.ts';

/** When it begins: a date said, or the day of the notice where it begins at once. */
export function effectiveDateOf(speech: Speech): Stated<Day> | null {
  const { near, far } = datable(speech);
  const current = (day: Day) => !isHistory(speech, day);
  return (
    firstDay(speech, begins, near, current) ??
    onWeekday(speech, near) ??
    onDayOfMonth(speech, near) ??
    immediate(speech, near) ??
    firstDay(speech, plainBegins, far, current) ??
    immediate(speech, far) ??
    firstDay(speech, begins, far, current)
  );
}

/** Acts on controls that are in force: a day long past is when those began. */
const onControlsInForce = new Set<Action>([
  'approve',
  'resume',
  'statement',
  'clarify',
  'suspend_control',
  'extend_suspension',
]);
const fortnight = 14 * DAY;

function isHistory({ action, passage }: Speech, day: Day): boolean {
  const { publishedOn } = passage.document;
  if (!publishedOn || !onControlsInForce.has(action)) return false;
  return Date.parse(publishedOn) - Date.parse(day) > fortnight;
}

/** When it ends; a period that was already over is another thing's. */
export function expiryDateOf(speech: Speech): Stated<Day> | null {
  const { near, far } = datable(speech);
  const stated = firstDay(
    speech,
    ends,
    [...near, ...far].filter((sentence) => !ofTransition.isIn(sentence)),
    () => true,
  );
  const published = speech.passage.document.publishedOn;
  return stated && published && stated.value < published ? null : stated;
}

const dates =
  /\d|\bfirst (?:day )?of [A-Z]|日起|元旦|即(?:生效|施行|时)|\bupon\b|promulgation|\bsame day\b|(?:from|ing|ive|of|on) (?:\w{2,6} )?[A-Z][a-z]{2,5}day\b|\bdate of\b|[一二三四五六七八九十] ?[月日]|即日|[今本]日|今天|今起|之日起|立即|\b[Ee]ffect|\b[Ff]orce\b|\bfrom now\b|\bonce\b|\btoday\b/;
const ofItself = new Sought(
  /本(?:公告|办法|条例|规定|决定|令)|修[正订]案|新规|\b(?:this|the) (?:notice|announcement|order|rules?|measures?|controls?|amendments?|revision|changes?|requirements?|ban|curbs?|restrictions?|decision|suspension|regulations?|decree)\b/i,
);
const ofOthers = new Sought(
  /关税|tariff|\b(?<!export |licen[cs]e |licen[cs]ing |permit )(?:duty|duties)\b|investigation|反倾销|不可靠/i,
);
/** What no date is without. */
const day = /日|元旦|[年月][底末]|\bend of \d|\d[-/.]\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;
/** Until when goods under way may still leave: not the end of what was decided. */
const ofTransition = new Sought(
  /\bcomments?\b|\bnotice period\b|\bconsultation\b|\bnot required until\b|(?<!\b(?:creat|issu|grant)\w* an? )\btemporary general licen[cs]e\b|\bsubmit|\bappl(?:y|ications?) (?:must|should|may|can|by|before)|征求意见|反馈|申报|(?:报名|申请)[^,。]{0,8}截止|截止(?:日期|时间)|savings clause|\b(?:already|previously) (?:issued|granted)\b[^.;]{0,40}\bvalid\b|\bon dock\b|\b(?:have|has|had|given) (?:time )?until\b[^.;]{0,80} to (?:file|apply|register|adapt|prepare|comply|submit|seek)\b|\b(?:compliance|enforcement)\b[^.;]{0,60}\b(?:delayed|deferred|postponed)\b|contracts? (?:concluded|signed)|en route|wind-?down|过渡期|already in transit|\breplac\w+|取代/i,
);

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
        ...dated.filter((sentence) => ofItself.isIn(sentence)),
        ...(titled ? rest : []),
      ]),
    ],
    far: titled ? [] : rest,
  };
}

/** 此前,印尼自…起: what was so before. */
const before = new Sought(
  /》\)?,? $|\bcomments\b|此前|曾|原规定|(?<!还)原(?![油则产料材子定])[^,。;\d]{1,8}$|previously|\b(?:old|former|previous|outgoing)\b|\bhad\b|\bimposed\b|\binterim (?:final )?rule $/i,
);

function firstDay(
  speech: Speech,
  patterns: Patterns,
  sentences: Sentence[],
  wanted: (day: Day) => boolean,
): Stated<Day> | null {
  for (const sentence of sentences) {
    if (!day.test(sentence.folded)) continue;
    for (const pattern of [
      ...(sentence.han ? patterns.han : []),
      ...(sentence.latin ? patterns.latin : []),
    ]) {
      for (const match of pattern.allIn(sentence)) {
        const value = dayOf(match.groups?.date ?? '', speech.passage.document.publishedOn ?? null);
        if (!value || !wanted(value) || isOthers(sentence, match.index, match[0].length)) continue;
        return { value, quotes: [quoteOf(speech.passage, sentence, match.index, match[0].length)] };
      }
    }
  }
  return null;
}

/** Whether the clause of a match speaks of what was before, or of a tariff or a probe. */
function isOthers(sentence: Sentence, index: number, length: number): boolean {
  const { folded } = sentence;
  const lead =
    folded
      .slice(Math.max(0, index - 24), index)
      .split(/[;。]/)
      .at(-1) ?? '';
  if (before.isIn(sentence, lead)) return true;
  // Chinese goes on about one thing from clause to clause.
  const marks = hasHan(folded) ? [';'] : [',', ';'];
  const start = Math.max(...marks.map((mark) => folded.lastIndexOf(mark, index))) + 1;
  const rest = /^[^,;。]*/.exec(folded.slice(index + length))?.[0].length ?? 0;
  return ofOthers.isIn(sentence, folded.slice(start, index + length + rest));
}

/** "From Saturday": the first such day from the publication on. */
const weekdayBegins = new Sought(
  /\b(?:from|starting|beginning|effective|as of|in force (?:from|on)|starts?|begins?) (?:on )?(?:this |next |coming )?(?<weekday>Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b/i,
);

function onWeekday(speech: Speech, sentences: Sentence[]): Stated<Day> | null {
  const { publishedOn } = speech.passage.document;
  for (const sentence of publishedOn ? sentences : []) {
    const match = weekdayBegins.firstIn(sentence);
    const weekday = match?.groups?.weekday;
    if (!match || !weekday || !publishedOn) continue;
    const value = nextSuch(publishedOn, weekday);
    return { value, quotes: [quoteOf(speech.passage, sentence, match.index, match[0].length)] };
  }
  return null;
}

/** 20日起施行, in a text of the days around it. */
const dayBegins = new Sought(
  /(?<![\d月年/.-] ?)(?<day>[1-3]?\d) ?日(?:零时|(?:凌晨|上午|中午|下午)?\d{1,2}[时点](?:\d{1,2}分)?)?(?:起?(?:正式|开始)?(?:施行|实施|生效|执行)|起,?(?:暂停|停止|禁止|恢复))/,
);

function onDayOfMonth(speech: Speech, sentences: Sentence[]): Stated<Day> | null {
  const { publishedOn } = speech.passage.document;
  for (const sentence of publishedOn ? sentences : []) {
    const match = sentence.han ? dayBegins.firstIn(sentence) : null;
    const value = match && publishedOn ? nearestSuch(publishedOn, Number(match.groups?.day)) : null;
    if (!match || !value) continue;
    return { value, quotes: [quoteOf(speech.passage, sentence, match.index, match[0].length)] };
  }
  return null;
}

const onDay = new Sought(new RegExp(`\\b(?:on|dated) ${date}`, 'gi'));

/** "Added on June 22, with immediate effect": the one day that the sentence names, before which the page is not. */
function dayBeside(sentence: Sentence, published: Day | null): Day | null {
  const days = sentence.latin
    ? onDay.allIn(sentence).flatMap(({ groups }) => dayOf(groups?.date ?? '', published) ?? [])
    : [];
  const [day] = days;
  if (day === undefined || days.length > 1 || published === null) return null;
  const since = Date.parse(published) - Date.parse(day);
  return since >= 0 && since <= fortnight ? day : null;
}

function immediate(speech: Speech, sentences: Sentence[]): Stated<Day> | null {
  for (const sentence of sentences) {
    const match = atOnce.firstIn(sentence);
    if (!match || isOthers(sentence, match.index, match[0].length)) continue;
    const { near, far } = datable(speech);
    const published = speech.passage.document.publishedOn ?? null;
    const value =
      dayBeside(sentence, published) ?? dayOfNotice(match[0], [sentence, ...near, ...far], published);
    if (value) return { value, quotes: [quoteOf(speech.passage, sentence, match.index, match[0].length)] };
  }
  return null;
}
