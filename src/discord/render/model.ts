import type { StoryView } from '../../domain/story.ts';
import type { Section } from './card.ts';
import type { Setting } from './context.ts';
import { texts } from './texts/index.ts';

/**
 * What a language model wrote, in a field of its own: beside the ministry's words, our register and our gloss, and
 * never among them. The caveat stands first, as the last line is the one that is cut.
 */
export function modelSections(view: StoryView, { language, languages }: Setting): Section[] {
  const { modelSummary } = view;
  // Alerts that were stored by an earlier version do not have it.
  if (!modelSummary) return [];
  const { model, modelCaveat } = texts[language];
  return [
    { label: model, lines: [[{ italic: modelCaveat }], ...languages.map((each) => [modelSummary[each]])] },
  ];
}
