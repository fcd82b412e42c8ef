import type { Action } from '../../domain/facts.ts';
import type { Language } from '../../domain/source.ts';
import type { StoryView } from '../../domain/story.ts';
import { customId, linkButton } from './buttons.ts';
import type { Button } from './card.ts';
import type { Setting } from './context.ts';
import { texts } from './texts/index.ts';
import { answerLabel } from './transcript.ts';
import { officialUrl } from './words.ts';

/** Discord's: a row has no more. */
const MOST_BUTTONS = 5;
/** What takes or gives controls for a time: the day decides what is in force. */
const ofADay: ReadonlySet<Action> = new Set(['suspend_control', 'extend_suspension']);

/** What stands under a message about a Story: the source first, then what we know of it; at most five. */
export function storyButtons(view: StoryView, { language, deliveryId }: Setting): Button[] {
  const { story, whatChanged, measuresOn, why } = texts[language];
  const own: Button[] = [
    { label: story, customId: `story:${view.storyId}` },
    ...(view.rewordedAt ? [{ label: whatChanged, customId: `changed:${view.storyId}` }] : []),
    ...(ofADay.has(view.facts.action)
      ? [{ label: measuresOn, customId: `measures-on:${view.storyId}` }]
      : []),
    { label: why, customId: customId('why', deliveryId) },
  ];
  return [...officialButtons(view, language).slice(0, MOST_BUTTONS - own.length), ...own];
}

/** The official text; where several of its answers are told, one button for each, the strongest first. */
function officialButtons(view: StoryView, language: Language): Button[] {
  const own = officialUrl(view);
  const others = view.alsoHere.flatMap(({ answer, evidence }) =>
    answer ? [{ answer, url: officialUrl({ links: view.links, evidence }) }] : [],
  );
  const [first] = others;
  if (!view.answer || !first) return linkButton(texts[language].official, own);
  const told = [{ answer: view.answer, url: own }, ...others];
  const byNumber = new Map(told.map((each) => [each.answer.number, each]));
  return [...byNumber.values()].flatMap(({ answer, url }) =>
    linkButton(answerLabel(answer.number, language), url),
  );
}
