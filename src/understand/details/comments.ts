import type { Detail } from '../../domain/details.ts';
import type { Day } from '../../domain/moment.ts';
import { datePattern, dayOf } from '../calendar.ts';
import { type Passage, quoteOf } from '../passage.ts';

const date = `(?<date>${datePattern})`;
const weekday = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?';
const by = '(?:by|until|till|before|through|no later than|not later than|on or before|is|are|:)';

/** Each needs the comments as well as the date: applications have deadlines too. */
const deadlines: RegExp[] = [
  new RegExp(`(?:意见|建议|反[馈饋])[^。]{0,24}?截[止至](?:时间|日期|日)?(?:[到至为是于]|:)? ?${date}`, 'g'),
  new RegExp(
    `(?:于|在|至|到|截[止至]于?|以前)? ?${date} ?(?:\\(含\\))?(?:\\d{1,2}(?:时|:\\d{2}))?(?:之?前|以前|止)[^。]{0,60}?(?:意见|建议|反[馈饋])`,
    'g',
  ),
  new RegExp(
    `(?:征求|征集|公开听取|提出|反[馈饋])[^。]{0,30}?(?:意见|建议)[^。]{0,40}?(?:至|到|截[止至]于?|于|在) ?${date} ?(?:之?前|以前|止|[,。;)]|$)`,
    'g',
  ),
  new RegExp(
    `\\b(?:comments?|feedback|submissions?|views)\\b(?! (?:period|on the (?:rule|notice) (?:issued|published)))[^.;]{0,80}?\\b${by} (?:on )?${weekday}${date}`,
    'gi',
  ),
  new RegExp(
    `\\b(?:by|until|before|no later than|on or before) ${weekday}${date}[^.;]{0,60}?\\b(?:comments?|feedback)\\b`,
    'gi',
  ),
  new RegExp(
    `\\b(?:comment period|(?:public )?consultation|call for evidence)\\b[^.;]{0,40}?\\b(?:clos|end|run|open|last|expir)\\w*(?: (?:on|until|to|through|till))? ${weekday}${date}`,
    'gi',
  ),
];
const aboutComments = /意见|建议|反[馈饋]|\b(?:comment|feedback|consultation|submission|views|evidence)/i;
/** Comments that were made, and dates that are another thing's. */
const past =
  /\b(?:(?<!be )received|published|issued|made|responded|responding|commented|effective|declined to comment)\b|收到|已反[馈饋]|(?:发布|印发|施行|实施)的?[^,]{0,6}$/i;

/** Until when comments on a draft are taken. A day without a year is never before the text itself. */
export function commentsUntilOf(passage: Passage): Detail<Day> | null {
  const published = passage.document.publishedOn ?? null;
  for (const sentence of passage.sentences) {
    if (sentence.question || !aboutComments.test(sentence.folded)) continue;
    for (const deadline of deadlines) {
      for (const match of sentence.folded.matchAll(deadline)) {
        const words = match.groups?.date ?? '';
        if (past.test(match[0])) continue;
        const value = deadlineOf(words, published);
        if (value) return { value, quotes: [quoteOf(passage, sentence, match.index, match[0].length)] };
      }
    }
  }
  return null;
}

function deadlineOf(words: string, published: Day | null): Day | null {
  const value = dayOf(words, published);
  if (!value || !published || value >= published || /\d{4}|年/.test(words)) return value;
  return dayOf(words, `${Number(published.slice(0, 4)) + 1}-01-01`);
}
