import type { Answer } from '../../src/discord/command.ts';
import type { Line } from '../../src/discord/render/card.ts';
import type { Colour } from '../../src/discord/render/colours.ts';
import { texts as messageTexts } from '../../src/discord/render/texts/index.ts';
import { replyOf } from '../../src/discord/reply.ts';
import type { Note } from '../../src/domain/health.ts';
import { DAY, type Instant } from '../../src/domain/moment.ts';
import type { Language } from '../../src/domain/source.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { sourceNotes } from '../../src/store/source-notes.ts';
import {
  channelTraffic,
  type Health,
  lastDeliveryError,
  readHealth,
  type SourceHealth,
  type Verdict,
} from '../../src/store/status.ts';
import { listSubscriptions } from '../../src/store/subscriptions.ts';
import { subject } from '../../src/understand/phrases/told.ts';
import type { CommandContext } from '../command.ts';
import type { ChannelNames } from '../shared/channels.ts';
import { shareButton } from '../shared/footing.ts';
import { texts } from '../texts/index.ts';
import { noteText } from '../texts/notes.ts';

const colourOf: Record<Verdict, Colour> = {
  normal: 'green',
  starting: 'blue',
  degraded: 'amber',
  blind: 'red',
};
const MOST_CHANNELS = 10;

/** @param news - What was just done about it, shown first. */
export async function showStatus(
  guildId: string,
  channels: ChannelNames,
  language: Language,
  context: CommandContext,
  news: readonly Line[] = [],
): Promise<Answer> {
  const { status: words, comma, sources: sourcesLabel } = texts[language];
  const now = context.clock.now();
  const health = await readHealth(context.db, now);
  const notes = await sourceNotes(context.db, now);
  const reading = health.sources.filter(({ state }) => state === 'reading').length;
  const uncovered = health.uncovered.map((id) => context.names.authorities(id).name[language]).join(comma);
  const fault = context.cacheFault();
  return {
    reply: replyOf({
      title: [words.title[health.verdict](reading, health.sources.length, uncovered)],
      colour: colourOf[health.verdict],
      // What is fine stands last: where there is no room for every ministry, that is what can be left out.
      lines: [
        ...news,
        ...(fault ? [[`⚠ ${words.cacheFault(fault.message)}`]] : []),
        [{ bold: words.thisServer }],
        ...(await serverLines(guildId, channels, language, context)),
        ...authorityLines(health, notes, language, context),
      ],
      buttons: [
        { label: sourcesLabel, customId: 'sources:' },
        { label: words.checkNow, customId: 'status-check:' },
        shareButton(language),
      ],
    }),
  };
}

/**
 * Per authority: when it was last read, what is read in one line, and each trouble in a line of its own. Those with
 * trouble come first.
 */
function authorityLines(
  { sources, uncovered }: Health,
  notes: ReadonlyMap<string, Note[]>,
  language: Language,
  context: CommandContext,
): Line[] {
  const { status: words } = texts[language];
  const byAuthority = [...Map.groupBy(sources, ({ authorityId }) => authorityId)];
  const troubles = ([, its]: (typeof byAuthority)[number]) =>
    its.filter(({ state }) => state !== 'reading').length;
  const troubledFirst = byAuthority.toSorted((one, other) => troubles(other) - troubles(one));
  return troubledFirst.flatMap(([id, its]): Line[] => {
    const covered = !uncovered.includes(id);
    const reads = its.flatMap(({ lastReadAt }) => lastReadAt ?? []);
    const fine = its.filter(({ state }) => state === 'reading');
    const others = its.filter(({ state }) => state !== 'reading');
    const known = reads.length > 0;
    return [
      [
        { bold: subject(context.names.authorities(id), language) },
        `  ${covered ? (known ? words.covered : words.unread) : words.uncovered}`,
        ...(known
          ? ([` · ${texts[language].lastRead} `, { at: Math.max(...reads), as: 'ago' }] as Line)
          : []),
      ],
      ...(fine.length > 0
        ? [[fine.map((source) => `✓ ${context.names.sourceName(source.id)[language]}`).join(' · ')]]
        : []),
      ...others.map((source) => troubleLine(source, covered, language, context)),
      ...its.flatMap(({ id }) => noteLines(id, notes.get(id) ?? [], language, context)),
    ];
  });
}

/** What an admin should look at, though the Source may be read. */
function noteLines(id: string, notes: readonly Note[], language: Language, context: CommandContext): Line[] {
  const name = context.names.sourceName(id)[language];
  return notes.map((note) => [`⚠ ${name} · ${noteText[language](note)}`]);
}

function troubleLine(
  { id, state, failure }: SourceHealth,
  covered: boolean,
  language: Language,
  context: CommandContext,
): Line {
  const { status: words, source } = texts[language];
  const name = context.names.sourceName(id)[language];
  const coverage = covered ? words.coveredByOthers : words.notCovered;
  if (state === 'unread') return [`… ${name} · ${words.unread}`];
  if (state === 'overdue' || !failure) return [`✗ ${name} · ${source.overdue}`];
  return [
    `✗ ${name} · ${messageTexts[language].failures[failure.reason]} · ${source.since} `,
    { at: failure.since, as: 'ago' },
    ` · ${coverage}`,
  ];
}

async function serverLines(
  guildId: string,
  channels: ChannelNames,
  language: Language,
  { db, clock }: CommandContext,
): Promise<Line[]> {
  const { status: words } = texts[language];
  const subscriptions = await listSubscriptions(db, guildId);
  const ids = [...new Set(subscriptions.map(({ channelId }) => channelId))];
  if (ids.length === 0) return [[words.noWatch]];

  const since = clock.now() - 30 * DAY;
  const traffic = await channelTraffic(db, ids, since);
  const error = await lastDeliveryError(db, ids, since);
  const sum = (name: 'waiting' | 'held' | 'rejected' | 'unknown') =>
    traffic.reduce((total, channel) => total + channel[name], 0);
  return [
    ...ids.slice(0, MOST_CHANNELS).map((id): Line => {
      const its = traffic.find(({ channelId }) => channelId === id);
      const told = subscriptions.some(({ channelId, pausedAt }) => channelId === id && pausedAt === null);
      return [
        `${channels(id, language)} · ${words.alerts(its?.sent ?? 0)}`,
        ...(told ? [] : [` · ${texts[language].watch.paused}`]),
        ...lastSent(its?.lastSentAt ?? null, words.last),
        ...parkedSince(subscriptions, id, language),
      ];
    }),
    [words.deliveries(sum('waiting'), sum('held'), sum('rejected'), sum('unknown'))],
    ...(error ? [[words.lastError(channels(error.channelId, language), error.error)]] : []),
  ];
}

/** " · ⚠ Discord refuses the bot there, since 2 hours ago · /watch list names the switch". */
function parkedSince(subscriptions: readonly Subscription[], id: string, language: Language): Line {
  const { watch, status: words } = texts[language];
  const parked = subscriptions.find((each) => each.channelId === id && each.parked !== null)?.parked;
  return parked ? [` · ⚠ ${watch.parked} `, { at: parked.at, as: 'ago' }, ` · ${words.parkedHow}`] : [];
}

function lastSent(at: Instant | null, label: string): Line {
  return at === null ? [] : [` · ${label} `, { at, as: 'ago' }];
}
