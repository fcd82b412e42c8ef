import { type Tier, tiers } from '../../domain/facts.ts';
import type { Language } from '../../domain/source.ts';
import type { StoryView } from '../../domain/story.ts';
import { dayText } from '../../understand/phrases/days.ts';
import { cut, pushRoom } from '../../understand/phrases/fit.ts';
import { customId } from './buttons.ts';
import type { Card, Line } from './card.ts';
import { colourOfAction } from './colours.ts';
import { type BodyOf, type Setting, summaryOf } from './context.ts';
import { safeUrl } from './links.ts';
import { texts } from './texts/index.ts';

const MOST_SHOWN = 10;

/** Several Stories in one message: the strongest leads, the rest is listed. */
export function groupCard({ views }: BodyOf<'group'>, setting: Setting): Card {
  const { language, languages, deliveryId } = setting;
  const words = texts[language];
  const ordered = views.toSorted((one, other) => rank(one.tier) - rank(other.tier));
  const ringing = views.filter((view) => view.tier !== 'statement').length;
  const [strongest] = ordered;
  return {
    headlines: languages.map((each) => headline(ordered, setting, each)),
    colour: strongest && !allOld(views) ? colourOfAction[strongest.facts.action] : 'grey',
    badge: words.groupBadge(views.length),
    title: [
      allOld(views)
        ? words.oldLine(views.length, datesOf(views, language))
        : words.groupTitle(views.length, ringing),
    ],
    url: null,
    body: [
      ...ordered.slice(0, MOST_SHOWN).map((view) => entry(view, setting)),
      ...(views.length > MOST_SHOWN ? [[words.groupRest(views.length - MOST_SHOWN)]] : []),
    ],
    sections: [],
    footer: null,
    buttons: [{ label: words.list, customId: customId('list', deliveryId) }],
  };
}

function headline(views: StoryView[], setting: Setting, language: Language): string {
  const { groupMore, oldLine } = texts[language];
  const [strongest] = views;
  if (!strongest) return '';
  if (allOld(views)) return cut(oldLine(views.length, datesOf(views, language)), pushRoom[language]);
  const more = views.length > 1 ? groupMore(views.length - 1) : '';
  const line = summaryOf(strongest, setting).pushLine[language];
  return cut(line, pushRoom[language] - more.length) + more;
}

function entry(view: StoryView, setting: Setting): Line {
  const { language } = setting;
  const line = summaryOf(view, setting).pushLine[language];
  const on = view.published ? `${dayText(view.published.on, language, 'short')}  ` : '';
  const url = safeUrl(view.links[0]?.url ?? '');
  return [{ bold: on }, `${line} `, ...(url ? [{ label: texts[language].source, url }] : [])];
}

function datesOf(views: StoryView[], language: Language): string | null {
  const days = views.flatMap((view) => (view.published ? [view.published.on] : [])).sort();
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return null;
  const from = dayText(first, language, 'short');
  return first === last ? from : texts[language].dates(from, dayText(last, language, 'short'));
}

function allOld(views: StoryView[]): boolean {
  return views.every((view) => view.lateness === 'old');
}

function rank(tier: Tier): number {
  return tiers.indexOf(tier);
}
