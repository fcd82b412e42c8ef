import { isDeepStrictEqual } from 'node:util';
import type { Answer } from '../../src/discord/command.ts';
import { preflight } from '../../src/discord/permissions.ts';
import { escapeMarkdown } from '../../src/discord/render/escape.ts';
import { languageOf } from '../../src/discord/texts.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { unpark } from '../../src/store/parking.ts';
import { insertSubscription, listSubscriptions, updateSubscription } from '../../src/store/subscriptions.ts';
import type { CommandContext } from '../command.ts';
import type { Asker } from '../shared/asker.ts';
import { texts } from '../texts/index.ts';
import { type AlertChannel, asAlertChannel } from './alert-channel.ts';
import { botIn, missingReply, missingText } from './missing.ts';
import { panel } from './panel.ts';
import { changePreviewed, previewed } from './preview.ts';
import { hearsTheSame, tellsTheSame, type Wanted } from './wanted.ts';

/**
 * Makes a watch as it is wanted, or changes one, and shows it. Where something is missing nothing is saved: what it
 * is, and a way to try again, is answered instead.
 */
export async function saveWatch(wanted: Wanted, asker: Asker, context: CommandContext): Promise<Answer> {
  const language = languageOf(asker);
  const { watch: words } = texts[language];
  const { guild, guildId } = asker;
  const channel = asAlertChannel(guild.channels.cache.get(wanted.channelId));
  if (!channel) return { note: words.notAChannel };
  const watches = await listSubscriptions(context.db, guildId);
  const before = watches.find(({ id }) => id === wanted.id);
  if (wanted.id !== null && !before) return { note: words.notFound(wanted.id) };
  if (before && tellsTheSame(before, wanted)) return { note: words.unchanged(before.id) };

  const role = guild.roles.cache.get(wanted.roleId ?? '') ?? null;
  const permissions = preflight(channel, await botIn(guild), { threads: wanted.threads, role });
  const missing = missingText(permissions, { channel, role, language });
  if (missing) return { reply: await missingReply(missing, wanted, language, context) };
  const same = watches.find((known) => known.id !== wanted.id && tellsTheSame(known, wanted));
  if (same) return { note: words.duplicate(same.id, escapeMarkdown(`#${channel.name}`)) };

  return before
    ? { reply: await change(before, wanted, channel, asker, context) }
    : { reply: await make(wanted, channel, asker, context) };
}

async function make(
  { id: _, ...wanted }: Wanted,
  channel: AlertChannel,
  asker: Asker,
  context: CommandContext,
) {
  const { db, clock } = context;
  const made = { createdAt: clock.now(), createdBy: asker.user.id };
  const watch = await insertSubscription(db, { ...wanted, guildId: asker.guildId, ...made });
  await context.ungreet(asker.guild);
  return panel(watch, channel, asker, context);
}

async function change(
  before: Subscription,
  wanted: Wanted,
  channel: AlertChannel,
  asker: Asker,
  context: CommandContext,
) {
  const { db, clock } = context;
  const language = languageOf(asker);
  const same = hearsTheSame(before, wanted);
  const since = same ? before.since : clock.now();
  const watch = { ...before, ...wanted, id: before.id, since, parked: null };
  if (before.parked && before.channelId === watch.channelId) await unpark(db, watch.channelId, clock.now());
  await updateSubscription(db, watch);
  return panel(watch, channel, asker, context, {
    title: texts[language].watch.editedTitle(watch.id, `#${channel.name}`),
    preview:
      same && isDeepStrictEqual(before.digest, watch.digest)
        ? await previewed(watch, language, context)
        : await changePreviewed(before, watch, language, context),
  });
}
