import type { Action } from '../../domain/facts.ts';
import type { HeldMeasure, RegisterNote } from '../../domain/measure.ts';
import type { Language } from '../../domain/source.ts';
import type { StoryView } from '../../domain/story.ts';
import { dayText } from '../../understand/phrases/days.ts';
import { bindingText, measuredGoods } from '../../understand/phrases/in-force.ts';
import { noticeText, shortNoticeText } from '../../understand/phrases/notice.ts';
import type { Line, Section } from './card.ts';
import { texts } from './texts/index.ts';

/** What is only said leaves every measure as it is; what stops or resumes licences may be more than words. */
const words: ReadonlySet<Action> = new Set(['approve', 'clarify', 'statement', 'other']);

const MOST_MISSING = 6;

/** Our register's word, and never the ministry's: nothing where it holds nothing. */
export function registerSections({ register, facts }: StoryView, language: Language): Section[] {
  if (!register) return [];
  const { label, unchanged, notRead, comma } = texts[language].register;
  const held = heldSections(register, facts.announcementNo, language);
  const { about, measures, more, notRead: missing } = register;
  const spoken = about === 'on-its-goods' && facts.announcementNo === null && words.has(facts.action);
  const form = measures.length > 1 ? 'short' : 'long';
  const listed = missing.slice(0, MOST_MISSING).map((notice) => noticeText(notice, language));
  if (measures.length === 0) return held;
  return [
    ...held,
    {
      label: label[about],
      lines: [
        ...measures.map(
          (measure): Line => [
            { bold: noticeText(measure.announcementNo, language) },
            `  ${measuredGoods(measure, language)} · ${bindingText(measure, language, form)}`,
          ],
        ),
        ...(more > 0 ? [[texts[language].groupRest(more)]] : []),
        ...(spoken ? [[unchanged]] : []),
        ...(listed.length > 0 ? [[notRead(listed.join(comma))]] : []),
      ],
    },
  ];
}

const MOST_HELD = 8;

/** "No. 57  Ho, Er, Tm, Eu, Yb · was due 8 Nov 2025, never took effect"; what is said of the one above is "same". */
function heldSections({ held = [] }: RegisterNote, own: string | null, language: Language): Section[] {
  if (held.length === 0) return [];
  const words = texts[language].register;
  const effects = held.map(({ ranSince, dueOn }) => [
    ...(ranSince ? [words.ran(dayText(ranSince, language, 'short'))] : []),
    ...(dueOn ? [words.due(dayText(dueOn, language, 'short'))] : []),
  ]);
  const lines = held.slice(0, MOST_HELD).map((measure, index): Line => {
    const [effect = ''] = effects[index] ?? [];
    const same = effect !== '' && effect === effects[index - 1]?.[0];
    const said = [measuredGoods(measure, language), same ? words.same : effect];
    return [{ bold: heldNumber(measure, own, language) }, `  ${said.filter(Boolean).join(' · ')}`];
  });
  const more = held.length - lines.length;
  return [{ label: words.held, lines: [...lines, ...(more > 0 ? [[texts[language].groupRest(more)]] : [])] }];
}

/** Without its year, where that is the one of the notice which holds it. */
function heldNumber(
  { announcementNo, section }: HeldMeasure,
  own: string | null,
  language: Language,
): string {
  const [, year] = / of (\d{4})$/.exec(own ?? '') ?? [];
  const ofYear = year !== undefined && announcementNo.endsWith(` of ${year}`);
  const short = language === 'zh' ? shortNoticeText(announcementNo) : announcementNo.replace(/ of \d+$/, '');
  return [ofYear ? short : noticeText(announcementNo, language), ...(section ? [section] : [])].join(' ');
}
