import type { Authority, Language } from '../../domain/source.ts';
import { utcText } from '../../understand/phrases/days.ts';
import { cut, pushRoom } from '../../understand/phrases/fit.ts';
import { customId } from './buttons.ts';
import type { Card, Line } from './card.ts';
import type { BodyOf, Setting } from './context.ts';
import { durationText } from './duration.ts';
import { safeUrl } from './links.ts';
import { texts } from './texts/index.ts';

const MOST_SOURCES = 8;
const LONGEST_DETAIL = 160;

/** Nobody covers an authority: silence is not "no news". */
export function blindCard(body: BodyOf<'blind'>, setting: Setting): Card {
  const { language, languages, sourceName, sourceUrl, deliveryId } = setting;
  const authority = setting.authorities(body.authorityId);
  const words = texts[language];
  const sources = body.sources.slice(0, MOST_SOURCES).map((trouble): Line => {
    // The detail is an English sentence of ours.
    const detail = language === 'en' && trouble.detail ? ` (${cut(trouble.detail, LONGEST_DETAIL)})` : '';
    const name = sourceName(trouble.sourceId)[language];
    const url = safeUrl(sourceUrl?.(trouble.sourceId) ?? '');
    return [
      url ? { label: `${name} ↗`, url } : { bold: name },
      `  ${words.failures[trouble.reason]}${detail}`,
    ];
  });
  return {
    headlines: languages.map((each) =>
      pushLine(authority, each, (name) => texts[each].blindLine(name, utcText(body.since, each))),
    ),
    colour: 'red',
    badge: words.blindBadge,
    title: [words.blindTitle(authority.name[language])],
    url: null,
    body: [
      [`${words.blindSince} `, { at: body.since, as: 'when' }],
      ...sources,
      ...(body.sources.length > MOST_SOURCES ? [[words.groupRest(body.sources.length - MOST_SOURCES)]] : []),
      [words.blindAdvice],
    ],
    sections: [],
    footer: null,
    buttons: [{ label: words.status, customId: customId('status', deliveryId) }],
  };
}

export function recoveryCard(body: BodyOf<'recovery'>, setting: Setting): Card {
  const { language, languages, deliveryId } = setting;
  const authority = setting.authorities(body.authorityId);
  const words = texts[language];
  const { items, relevant } = body.caughtUp;
  return {
    headlines: languages.map((each) => {
      const duration = durationText(body.until - body.since, each);
      return pushLine(authority, each, (name) => texts[each].recoveryLine(name, duration, items, relevant));
    }),
    colour: 'blue',
    badge: words.recoveryBadge,
    title: [capitalised(words.recoveryTitle(authority.name[language]))],
    url: null,
    body: [
      [`${words.recoveryOutage} `, { at: body.since, as: 'when' }, ' – ', { at: body.until, as: 'when' }],
      [words.caughtUp(items, relevant)],
    ],
    sections: [],
    footer: null,
    buttons: [{ label: words.status, customId: customId('status', deliveryId) }],
  };
}

/** With the authority's full name where there is room for it. */
function pushLine(authority: Authority, language: Language, say: (name: string) => string): string {
  const line = say(authority.name[language]);
  const limit = pushRoom[language];
  return line.length <= limit ? line : cut(say(authority.short[language]), limit);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
