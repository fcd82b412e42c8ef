import { type ButtonInteraction, PermissionFlagsBits } from 'discord.js';
import type { Line } from '../../src/discord/render/card.ts';
import { texts as messageTexts } from '../../src/discord/render/texts/index.ts';
import { replyOf } from '../../src/discord/reply.ts';
import { languageOf } from '../../src/discord/texts.ts';
import type { Reason } from '../../src/domain/announcement.ts';
import type { Language } from '../../src/domain/source.ts';
import type { StoryView } from '../../src/domain/story.ts';
import { type Subscription, wants } from '../../src/domain/subscription.ts';
import { subjectOf } from '../../src/pipeline/subject.ts';
import { alertOfDelivery } from '../../src/store/alerts.ts';
import { storyEvidence } from '../../src/store/evidence.ts';
import { listSubscriptions } from '../../src/store/subscriptions.ts';
import { type PassedOver, passedOver } from '../../src/understand/passed-over.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import type { CommandButton, CommandContext } from '../command.ts';
import { filterText } from '../shared/filter.ts';
import { shareButton } from '../shared/footing.ts';
import { texts } from '../texts/index.ts';
import { ruleText } from '../texts/rules.ts';
import { addressLine, fileOf, revisionLines, timesLine } from './evidence.ts';

const LONGEST_QUOTE = 120;

/**
 * Why a message was sent, and what proves it: the rules that fired, the words that were passed over, the text as it
 * was read, the times, the addresses.
 */
export const why: CommandButton = {
  shows: 'private',

  async answer(interaction, deliveryId, context) {
    const language = languageOf(interaction);
    const { why: words, wrong } = texts[language];
    const alert = await alertOfDelivery(context.db, deliveryId);
    const view = alert && 'view' in alert.body ? alert.body.view : null;
    if (!alert || !view) return { note: words.unknown };

    const evidence = await storyEvidence(context.db, view.storyId);
    const file = evidence && fileOf(view, evidence);
    const attaches = interaction.appPermissions.has(PermissionFlagsBits.AttachFiles);
    const reply = replyOf({
      title: [words.title],
      lines: [
        [words.tier(texts[language].tiers[view.tier])],
        ...reasonLines(evidence?.reasons ?? [], language),
        ...(evidence ? passedOverLines(passedOverIn(view, evidence, context), language) : []),
        ...watchLines(await watchesOf(interaction, view, context), language, context),
        [{ bold: words.evidence }],
        timesLine(view, alert.sentAt, language),
        ...revisionLines(view, evidence, language),
        ...(file ? [[words.file(file.sha256, attaches ? file.name : null)]] : []),
        addressLine(view, language, context),
      ],
      buttons: [shareButton(language), { label: wrong.button, customId: `wrong:${deliveryId}` }],
    });
    return { reply: { ...reply, ...(file && attaches && { files: [file] }) } };
  },
};

/** What spoke for it, the weightiest first, then what spoke against. */
function reasonLines(reasons: readonly Reason[], language: Language): Line[] {
  const { fired, against, reason } = texts[language].why;
  const ordered = reasons.toSorted((one, other) => other.points - one.points);
  return ordered.map(({ says, points, quote, rule }) => [
    { bold: points >= 0 ? fired : against },
    messageTexts[language].gap,
    reason(
      ruleText({ rule, says }, language),
      `“${cut(quote.words, LONGEST_QUOTE)}”`,
      rule,
      points > 0 ? `+${points}` : `${points}`,
    ),
  ]);
}

function passedOverIn(
  { published, authorityId }: StoryView,
  { title, text, issuer, evidence }: NonNullable<Awaited<ReturnType<typeof storyEvidence>>>,
  { names }: CommandContext,
): PassedOver[] {
  const { country } = names.authorities(authorityId);
  return passedOver({ title, text, issuer, publishedOn: published?.on ?? null, country }, evidence);
}

/** Words that could be taken for the news, and why they were not. */
function passedOverLines(passed: readonly PassedOver[], language: Language): Line[] {
  const { passedOver: label, passed: words } = texts[language].why;
  return passed.map((each) => {
    const said = `“${cut(each.quote.words, LONGEST_QUOTE)}”`;
    return [
      { bold: label },
      messageTexts[language].gap,
      each.kind === 'question' ? words.question(said) : words.number(said, each.asked),
    ];
  });
}

/** The present watches of the channel that let it through. */
async function watchesOf(
  { guildId, channelId }: ButtonInteraction<'cached'>,
  view: StoryView,
  { db, names }: CommandContext,
): Promise<Subscription[]> {
  const subject = subjectOf(view, names.authorities);
  const all = await listSubscriptions(db, guildId);
  return all.filter((watch) => watch.channelId === channelId && wants(watch, subject));
}

function watchLines(watches: readonly Subscription[], language: Language, { names }: CommandContext): Line[] {
  const { letThrough, noWatch } = texts[language].why;
  if (watches.length === 0) return [[noWatch]];
  return watches.map((watch) => [
    { bold: letThrough },
    `${messageTexts[language].gap}/watch ${watch.id}${messageTexts[language].colon}${filterText(watch, language, names)}`,
  ]);
}
