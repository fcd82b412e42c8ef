import type { FactChange } from '../../domain/facts.ts';
import type { Language } from '../../domain/source.ts';
import type { StoryView } from '../../domain/story.ts';
import { changeText, type Turn, turnLine } from '../../understand/phrases/changes.ts';
import { ourErrorLine } from '../../understand/phrases/our-error.ts';
import type { Card, Line } from './card.ts';
import type { Colour } from './colours.ts';
import { type BodyOf, type Setting, summaryOf } from './context.ts';
import { badgeOf, footerOf } from './story.ts';
import { storyButtons } from './story-buttons.ts';
import { texts } from './texts/index.ts';
import { officialUrl, wordsSection } from './words.ts';

const colourOfTurn: Record<Turn, Colour> = { correction: 'amber', 'follow-up': 'blue', withdrawal: 'grey' };

const badgeOfTurn = {
  correction: 'correctedBadge',
  'follow-up': 'followUpBadge',
  withdrawal: 'withdrawnBadge',
} as const;

/**
 * What we told was never said. Told as ours, and not as a change by the ministry: what we said stands beside what
 * the text says.
 */
export function ourErrorCard(body: BodyOf<'correction'>, setting: Setting): Card {
  const { language, languages } = setting;
  const { view, changes } = body;
  const { short } = setting.authorities(view.authorityId);
  const card = turnCard(body, setting);
  return {
    ...card,
    headlines: languages.map((each) => ourErrorLine(view.facts, changes, short, each)),
    colour: 'red',
    badge: badgeOf({ ...view, report: null, issuer: null }, texts[language].ourErrorBadge, language),
    body: changes.flatMap((change) => errorLines(change, language)),
  };
}

/** We told a title before its text could be read, and the text has nothing on licences: the message, and the reply. */
export function misledCard(view: StoryView, setting: Setting): Card {
  const { language, languages } = setting;
  const { short } = setting.authorities(view.authorityId);
  return {
    ...turnCard({ kind: 'withdrawal', view, by: 'us' }, setting),
    headlines: languages.map((each) => ourErrorLine(view.facts, [], short, each)),
    colour: 'red',
    badge: badgeOf({ ...view, report: null, issuer: null }, texts[language].ourErrorBadge, language),
    body: [[texts[language].misled]],
  };
}

function errorLines(change: FactChange, language: Language): Line[] {
  const { weSaid, textSays, nothingStated, colon, gap } = texts[language];
  const { fact, from, to } = changeText(change, language);
  return [
    [{ bold: weSaid }, `${gap}${fact}${colon}${from ?? nothingStated}`],
    [{ bold: textSays }, `${gap}${fact}${colon}`, { bold: to ?? nothingStated }],
  ];
}

/** The reply to a Story's first message, when more is known of it or it is no longer true. */
export function turnCard(body: BodyOf<Turn>, setting: Setting): Card {
  const { language, languages } = setting;
  const { view } = body;
  const changes = body.kind === 'withdrawal' ? [] : body.changes;
  const short = setting.authorities(view.authorityId).short;
  // The view's own marks ("[Corrected]") belong to the first message, not to the reply about it.
  const summary = summaryOf({ ...view, corrections: [], withdrawnAt: null }, setting);
  const title = summary.headline[language];
  return {
    headlines: languages.map((each) => turnLine(body.kind, view.facts, changes, short, each)),
    colour: colourOfTurn[body.kind],
    badge: badgeOf({ ...view, report: null }, texts[language][badgeOfTurn[body.kind]], language),
    title: body.kind === 'withdrawal' ? [{ struck: title }] : [title],
    url: officialUrl(view),
    body:
      body.kind === 'withdrawal'
        ? withdrawalLines(view, language)
        : [...changeLines(body.kind, changes, language), ...keptLines(body, setting)],
    sections: body.kind === 'withdrawal' ? [] : [wordsSection(view, language)],
    footer: footerOf(view, setting),
    buttons: storyButtons(view, setting),
  };
}

function changeLines(
  turn: 'correction' | 'follow-up',
  changes: readonly FactChange[],
  language: Language,
): Line[] {
  const { changed, added, colon, gap, noFactChanged, notStatedBefore, notStatedNow } = texts[language];
  if (changes.length === 0) return [[noFactChanged]];
  return changes.map((change) => {
    const { fact, from, to } = changeText(change, language);
    const after = to === null ? notStatedNow : { bold: to };
    if (turn === 'follow-up' && from === null) return [{ bold: added }, `${gap}${fact}${colon}`, after];
    const before = from === null ? notStatedBefore : { struck: from };
    return [{ bold: changed }, `${gap}${fact}${colon}`, before, ' → ', after];
  });
}

/** Which page the source corrected, and when each of its two texts was seen. */
function keptLines(body: BodyOf<Turn>, { language, sourceName }: Setting): Line[] {
  const { rewordedAt, rewordedIn, firstSeenAt } = body.view;
  if (body.kind !== 'correction' || body.by !== 'source' || !rewordedAt) return [];
  const { whichText, gap, bothKept } = texts[language];
  const [first, corrected, kept] = bothKept;
  return [
    ...(rewordedIn ? [[{ bold: whichText }, `${gap}${sourceName(rewordedIn)[language]}`]] : []),
    [first, { at: firstSeenAt, as: 'when' }, corrected, { at: rewordedAt, as: 'when' }, kept],
  ];
}

function withdrawalLines(view: StoryView, language: Language): Line[] {
  const { withdrawn, gone, gap } = texts[language];
  const at: Line = view.withdrawnAt === null ? [] : [{ at: view.withdrawnAt, as: 'ago' }, ' · '];
  return [[{ bold: withdrawn }, gap, ...at, gone]];
}
