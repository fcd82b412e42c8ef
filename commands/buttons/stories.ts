import type { Line } from '../../src/discord/render/card.ts';
import { texts as messageTexts } from '../../src/discord/render/texts/index.ts';
import { replyOf } from '../../src/discord/reply.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { viewsIn } from '../../src/domain/alert.ts';
import type { StoryView } from '../../src/domain/story.ts';
import { alertOfDelivery } from '../../src/store/alerts.ts';
import { dayText } from '../../src/understand/phrases/days.ts';
import { summarise } from '../../src/understand/summarise.ts';
import type { CommandButton } from '../command.ts';
import { shareButton } from '../shared/footing.ts';
import { sourceLink } from '../shared/story-lines.ts';
import { texts } from '../texts/index.ts';

/** Everything that a message about several Stories stands for. */
export const stories: CommandButton = {
  shows: 'private',

  async answer(interaction, deliveryId, { db, names }) {
    const language = languageOf(interaction);
    const alert = await alertOfDelivery(db, deliveryId);
    const views = alert ? viewsIn(alert.body) : [];
    if (views.length === 0) return { note: texts[language].why.unknown };

    const headlineOf = (view: StoryView) =>
      summarise(view, { market: 'US', authority: names.authorities(view.authorityId) }).headline[language];
    const line = (view: StoryView): Line => {
      const on = view.published ? `${dayText(view.published.on, language, 'short')}  ` : '';
      const badge = messageTexts[language].badges[view.facts.action];
      return [{ bold: on }, `${badge} · ${headlineOf(view)}`, ...sourceLink(view.links[0]?.url, language)];
    };
    const choiceOf = (view: StoryView) =>
      [...(view.published ? [dayText(view.published.on, language, 'short')] : []), headlineOf(view)].join(
        ' · ',
      );
    return {
      reply: replyOf({
        title: [texts[language].stories.title(views.length)],
        lines: views.map(line),
        menu: {
          customId: 'story:',
          placeholder: texts[language].story.open,
          options: views.map((view) => ({ label: choiceOf(view), value: String(view.storyId) })),
        },
        buttons: [shareButton(language)],
      }),
    };
  },
};
