import type { DigestEntry } from '../../domain/alert.ts';
import { type Tier, tiers } from '../../domain/facts.ts';
import type { Language } from '../../domain/source.ts';
import { dayText } from '../../understand/phrases/days.ts';
import { cut, pushRoom } from '../../understand/phrases/fit.ts';
import { ourErrorLine } from '../../understand/phrases/our-error.ts';
import { customId } from './buttons.ts';
import type { Card, Line } from './card.ts';
import { colourOfAction } from './colours.ts';
import { type BodyOf, type Setting, summaryOf } from './context.ts';
import { safeUrl } from './links.ts';
import { lineMarkdown } from './markdown.ts';
import { texts } from './texts/index.ts';

/** Of Discord's 4,096 for a description; the rest is for what is not an entry. */
const ROOM = 3600;
const MOST_SHOWN = 20;
const LONGEST_HEADLINE = 140;

/** What came since the last digest, by tier, the newest first. */
export function digestCard(body: BodyOf<'digest'>, setting: Setting): Card {
  const { language, languages, deliveryId } = setting;
  const words = texts[language];
  const { entries, counts } = body;
  const total = tiers.reduce((sum, tier) => sum + counts[tier], 0);
  const [strongest] = entries;
  const shown = fitting(entries, setting);
  return {
    headlines: languages.map((each) => headline(body, setting, each)),
    colour: strongest ? colourOfAction[strongest.view.facts.action] : 'grey',
    badge: words.digestBadge[body.every ?? 'last'],
    title: [words.digestTitle(total)],
    url: null,
    body: [
      [`${words.digestSince} `, { at: body.since, as: 'when' }],
      ...tiers.flatMap((tier) => tierLines(tier, counts[tier], shown)),
      ...(total > shown.length ? [[words.groupRest(total - shown.length)]] : []),
    ],
    sections: [],
    footer: null,
    buttons: [{ label: words.list, customId: customId('list', deliveryId) }],
  };

  function tierLines(tier: Tier, count: number, all: readonly Shown[]): Line[] {
    const lines = all.filter(({ entry }) => entry.view.tier === tier).map(({ line }) => line);
    return lines.length > 0 ? [[{ bold: words.tierCount[tier](count) }], ...lines] : [];
  }
}

/** "Daily digest: 1 decision, 2 statements. China says …": the counts whole, then as much of the first as fits. */
function headline(
  { every, entries, counts }: BodyOf<'digest'>,
  setting: Setting,
  language: Language,
): string {
  const words = texts[language];
  const parts = tiers.filter((tier) => counts[tier] > 0).map((tier) => words.tierCount[tier](counts[tier]));
  const line = words.digestLine(words.digestName[every ?? 'last'], parts);
  const [strongest] = entries;
  const room = pushRoom[language] - line.length;
  return strongest ? line + cut(pushLineOf(strongest, setting, language), room) : line;
}

/** Marks such as "[Withdrawn]" would lay an error of ours to the source. */
function pushLineOf(entry: DigestEntry, setting: Setting, language: Language): string {
  const { view } = entry;
  if (!isOurs(entry)) return summaryOf(view, setting).pushLine[language];
  const changes = view.withdrawnAt === null ? view.corrections.filter(({ by }) => by === 'us') : [];
  return ourErrorLine(view.facts, changes, setting.authorities(view.authorityId).short, language);
}

const isOurs = ({ by, view }: DigestEntry) => by === 'us' || view.withdrawnBy === 'us';

interface Shown {
  entry: DigestEntry;
  line: Line;
}

function fitting(entries: readonly DigestEntry[], setting: Setting): Shown[] {
  const shown: Shown[] = [];
  let left = ROOM;
  for (const entry of entries.slice(0, MOST_SHOWN)) {
    const line = lineOf(entry, setting);
    left -= lineMarkdown(line, ROOM).length + 1;
    if (left < 0) break;
    shown.push({ entry, line });
  }
  return shown;
}

function lineOf(entry: DigestEntry, setting: Setting): Line {
  const { view } = entry;
  const { language } = setting;
  const words = texts[language];
  const on = view.published ? `${dayText(view.published.on, language, 'short')}  ` : '';
  // The badge says what its own marks ("[Corrected]") would say again.
  const unmarked = { ...view, corrections: [], withdrawnAt: null };
  const text = cut(summaryOf(unmarked, setting).headline[language], LONGEST_HEADLINE);
  const url = safeUrl(view.links[0]?.url ?? '');
  return [
    { bold: on },
    `${badgeOf(entry, language)} · `,
    view.withdrawnAt === null ? text : { struck: text },
    ...(isOurs(entry) && view.withdrawnAt !== null ? [` · ${words.nothingInText}`] : []),
    ...(url ? [' ', { label: words.source, url }] : []),
  ];
}

function badgeOf(entry: DigestEntry, language: Language): string {
  const { news, view } = entry;
  const { badges, correctedBadge, correctedByUsBadge, followUpBadge, withdrawnBadge } = texts[language];
  if (isOurs(entry)) return correctedByUsBadge;
  if (view.withdrawnAt !== null) return withdrawnBadge;
  if (news === 'correction') return correctedBadge;
  return news === 'story' ? badges[view.facts.action] : followUpBadge;
}
