import type { Disagreement } from '../../domain/disagreement.ts';
import { judgedAs } from '../../domain/source.ts';
import { differenceLine } from '../../understand/phrases/difference.ts';
import { cut } from '../../understand/phrases/fit.ts';
import type { Card, Line } from './card.ts';
import { type BodyOf, type Setting, summaryOf } from './context.ts';
import { differLines, hasChineseBasis, pageNames } from './differ.ts';
import { clean } from './escape.ts';
import { safeUrl } from './links.ts';
import { quotationMarks } from './quotation.ts';
import { badgeOf, footerOf } from './story.ts';
import { storyButtons } from './story-buttons.ts';
import { texts } from './texts/index.ts';
import { officialUrl } from './words.ts';

const LONGEST_QUOTE = 160;

/** The reply to a Story's first message, once two of its texts state a fact differently. */
export function differenceCard({ view, disagreements }: BodyOf<'difference'>, setting: Setting): Card {
  const { language, languages } = setting;
  const { badge, undecided } = texts[language].difference;
  const { short } = setting.authorities(view.authorityId);
  // The view's own marks ("[Corrected]") belong to the first message, not to the reply about it.
  const summary = summaryOf({ ...view, corrections: [], withdrawnAt: null }, setting);
  return {
    headlines: languages.map((each) => differenceLine(view.facts, disagreements, short, each)),
    colour: 'amber',
    badge: badgeOf({ ...view, report: null, issuer: null }, badge, language),
    title: [summary.headline[language]],
    url: officialUrl(view),
    body: [
      ...differLines(disagreements, setting),
      ...(disagreements.some(({ values }) => !hasChineseBasis(values)) ? [[undecided]] : []),
    ],
    sections: [
      { label: texts[language].words, lines: disagreements.flatMap((one) => quoteLines(one, setting)) },
    ],
    footer: footerOf(view, setting),
    buttons: storyButtons(view, setting),
  };
}

/** The words that state each value, and a link to where they stand. */
function quoteLines({ values }: Disagreement, setting: Setting): Line[] {
  return values.map((stated): Line => {
    const { quote, texts: pages } = stated;
    const [page] = pages;
    const url = page && safeUrl(page.url);
    const [label] = pageNames(stated, values, setting);
    return [
      ...(quote && page
        ? [`${quotationMarks[judgedAs(page.language)].text.join(cut(clean(quote), LONGEST_QUOTE))} `]
        : []),
      ...(url && label ? [{ label: `${label} ↗`, url }] : []),
    ];
  });
}
