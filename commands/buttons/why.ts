import { joined, type Line } from '../../src/discord/render/card.ts';
import { safeUrl } from '../../src/discord/render/links.ts';
import { replyOf } from '../../src/discord/reply.ts';
import { languageOf } from '../../src/discord/texts.ts';
import type { AlertBody } from '../../src/domain/alert.ts';
import type { Reason } from '../../src/domain/announcement.ts';
import type { Instant } from '../../src/domain/moment.ts';
import type { Language } from '../../src/domain/source.ts';
import type { StoryView } from '../../src/domain/story.ts';
import { type Subscription, wants } from '../../src/domain/subscription.ts';
import { subjectOf } from '../../src/pipeline/subject.ts';
import { alertOfDelivery } from '../../src/store/alerts.ts';
import { type StoryEvidence, storyEvidence } from '../../src/store/evidence.ts';
import { listSubscriptions } from '../../src/store/subscriptions.ts';
import { dayText } from '../../src/understand/phrases/days.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import type { CommandButton, CommandContext } from '../command.ts';
import { filterText } from '../shared/filter.ts';
import { shareButton } from '../shared/footing.ts';
import { texts } from '../texts/index.ts';
import { ruleText } from '../texts/rules.ts';

const LONGEST_QUOTE = 120;

/** Why a message was sent, and what proves it: the rules that fired, the times, the addresses. */
export const why: CommandButton = {
  shows: 'private',

  async answer(interaction, deliveryId, context) {
    const language = languageOf(interaction);
    const { why: words } = texts[language];
    const alert = await alertOfDelivery(context.db, deliveryId);
    const view = alert && viewIn(alert.body);
    if (!alert || !view) return { note: words.unknown };

    const evidence = await storyEvidence(context.db, view.storyId);
    const subject = subjectOf(view, context.names.authorities);
    const watches = (await listSubscriptions(context.db, interaction.guildId)).filter(
      (watch) => watch.channelId === interaction.channelId && wants(watch, subject),
    );
    return {
      reply: replyOf({
        title: [words.title],
        lines: [
          [words.tier(texts[language].tiers[view.tier])],
          ...reasonLines(evidence?.reasons ?? [], language),
          ...watchLines(watches, language, context),
          [{ bold: words.evidence }],
          timesLine(view, alert.sentAt, language),
          ...revisionLines(view, evidence, language),
          addressLine(view, language, context),
        ],
        buttons: [
          shareButton(language),
          { label: texts[language].wrong.button, customId: `wrong:${deliveryId}` },
        ],
      }),
    };
  },
};

function viewIn(body: AlertBody): StoryView | null {
  return 'view' in body ? body.view : null;
}

/** What spoke for it, the weightiest first, then what spoke against. */
function reasonLines(reasons: readonly Reason[], language: Language): Line[] {
  const { pair, why: words } = texts[language];
  const ordered = reasons.toSorted((one, other) => other.points - one.points);
  return ordered.map((reason) => [
    { bold: reason.points >= 0 ? words.fired : words.against },
    `  ${pair(ruleText(reason, language), `“${cut(reason.quote.words, LONGEST_QUOTE)}”`)} (${reason.rule}, ${signed(reason.points)})`,
  ]);
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points);
}

function watchLines(watches: readonly Subscription[], language: Language, { names }: CommandContext): Line[] {
  const { letThrough, noWatch } = texts[language].why;
  if (watches.length === 0) return [[noWatch]];
  return watches.map((watch) => [
    { bold: letThrough },
    `  /watch ${watch.id}: ${filterText(watch, language, names)}`,
  ]);
}

function timesLine(view: StoryView, sentAt: Instant | null, language: Language): Line {
  const { why: words } = texts[language];
  const { published, firstSeenAt } = view;
  return joined(
    [
      ...(published ? [publishedPart(published, language)] : []),
      [`${words.firstSeen} `, { at: firstSeenAt, as: 'when' }],
      ...(sentAt === null ? [] : [[`${words.sent} `, { at: sentAt, as: 'when' }] as Line]),
    ],
    ' · ',
  );
}

function publishedPart(published: NonNullable<StoryView['published']>, language: Language): Line {
  const label = `${texts[language].why.published(published.precision)} `;
  if (published.precision === 'date') return [label, dayText(published.on, language)];
  return [label, { at: published.at, as: 'when' }];
}

function revisionLines(view: StoryView, evidence: StoryEvidence | null, language: Language): Line[] {
  const { why: words } = texts[language];
  return [
    ...(evidence ? [[words.revision(evidence.revision, evidence.revisions, evidence.hash)]] : []),
    ...(view.textRead ? [] : [[words.titleOnly]]),
  ];
}

function addressLine(view: StoryView, language: Language, { names }: CommandContext): Line {
  const links = view.links.flatMap(({ url, sourceId }): Line[] => {
    const safe = safeUrl(url);
    return safe ? [[{ label: names.sourceName(sourceId)[language], url: safe }]] : [];
  });
  return [`${texts[language].why.addresses} `, ...joined(links, ' · ')];
}
