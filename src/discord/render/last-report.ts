import type { Day } from '../../domain/moment.ts';
import type { Language } from '../../domain/source.ts';
import type { StoryView } from '../../domain/story.ts';
import { dayText } from '../../understand/phrases/days.ts';
import type { Line, Section } from './card.ts';
import { diffLine } from './diff.ts';
import { texts } from './texts/index.ts';

/** How the words differ from the last report on the same goods; nothing where there is none to compare with. */
export function lastReportSections(view: StoryView, language: Language): Section[] {
  const { lastReport, kind, evidence } = view;
  if (!lastReport) return firstGeneralSections(view, language);
  const { againstLast, sameQuantity, sameWords, furtherLicences } = texts[language];
  const same = evidence.quantity?.length ? sameQuantity : sameWords;
  const further = kind === 'batch' ? furtherLicences : '';
  return [
    {
      label: againstLast(dayBefore(lastReport.publishedOn, view.published?.on ?? null, language)),
      lines: [
        lastReport.change === 'same'
          ? [[same, further].filter(Boolean).join(language === 'zh' ? '' : ' ')]
          : diffLine(lastReport.change, view.language),
        ...firstGeneralLines(view, language),
      ],
    },
  ];
}

function firstGeneralLines({ firstGeneral }: StoryView, language: Language): Line[] {
  return firstGeneral ? [[texts[language].firstGeneral.line]] : [];
}

/** Where no words can be compared. Of the first report of all the badge says so. */
function firstGeneralSections(view: StoryView, language: Language): Section[] {
  if (!view.firstGeneral || view.report === null || view.report.number === 1) return [];
  return [{ label: texts[language].firstGeneral.label, lines: firstGeneralLines(view, language) }];
}

/** The year is told only where it is another one. */
function dayBefore(on: Day, published: Day | null, language: Language): string {
  const text = dayText(on, language);
  if (published?.slice(0, 4) !== on.slice(0, 4)) return text;
  return language === 'zh' ? text.replace(/^\d+年/u, '') : text.replace(/ \d+$/u, '');
}
