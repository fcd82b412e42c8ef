import type { Answer } from '../../src/discord/command.ts';
import type { Button, Line } from '../../src/discord/render/card.ts';
import { replyOf } from '../../src/discord/reply.ts';
import { languageOf } from '../../src/discord/texts.ts';
import type { Language } from '../../src/domain/source.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { readServer } from '../../src/store/servers.ts';
import { listSubscriptions } from '../../src/store/subscriptions.ts';
import type { CommandContext } from '../command.ts';
import type { Asker } from '../shared/asker.ts';
import { channelNames } from '../shared/channels.ts';
import { filterText, marketText } from '../shared/filter.ts';
import { shareButton } from '../shared/footing.ts';
import { digestText, quietText } from '../shared/manners.ts';
import { pagesOf } from '../shared/pages.ts';
import { texts } from '../texts/index.ts';
import { lackedBy } from './missing.ts';

/** What a page shows at most, in characters of markdown. */
const room = 3800;

/** Every watch of this server, with all that decides what it tells and how. @param page - From 0. */
export async function listWatches(asker: Asker, context: CommandContext, page = 0): Promise<Answer> {
  const language = languageOf(asker);
  const { watch: words, source } = texts[language];
  const watches = await listSubscriptions(context.db, asker.guildId);
  if (watches.length === 0) return { note: words.listNone };

  const { zone } = await readServer(context.db, asker.guildId);
  const blocks = await Promise.all(watches.map((watch) => blockOf(watch, zone, asker, language, context)));
  const pages = pagesOf(blocks, room);
  const shown = Math.min(Math.max(page, 0), pages.length - 1);
  const leadTo = (label: string, to: number): Button[] =>
    pages[to] ? [{ label, customId: `watch-page:${to}` }] : [];
  return {
    reply: replyOf({
      title: [words.listTitle(watches.length)],
      lines: pages[shown] ?? [],
      ...(pages.length > 1 && { footer: `${shown + 1} / ${pages.length}` }),
      buttons: [
        ...leadTo(source.before, shown - 1),
        ...leadTo(source.after, shown + 1),
        ...(watches.some(({ parked }) => parked) ? [{ label: words.again, customId: 'watch-unpark:' }] : []),
        shareButton(language),
      ],
    }),
  };
}

async function blockOf(
  watch: Subscription,
  zone: string,
  asker: Asker,
  language: Language,
  { names }: CommandContext,
): Promise<Line[]> {
  const { watch: words, pair } = texts[language];
  const role = asker.guild.roles.cache.get(watch.roleId ?? '') ?? null;
  const { settings } = words;
  const manners = [
    words.languages[watch.language],
    marketText(watch.market, language),
    pair(settings.role, role?.name ?? words.none),
    ...(watch.digest ? [pair(settings.digest, `${digestText(watch.digest, language)} (${zone})`)] : []),
    ...(watch.quiet ? [pair(settings.quiet, `${quietText(watch.quiet, language)} (${zone})`)] : []),
    ...(watch.threads ? [pair(settings.threads, words.threadsOn)] : []),
  ];
  const paused = watch.pausedAt === null ? '' : ` · ${words.paused}`;
  return [
    [
      { bold: `${watch.id} · ${channelNames(asker)(watch.channelId, language)}${paused}` },
      `  ${filterText(watch, language, names)} · ${manners.join(' · ')}`,
    ],
    ...(await parkedLines(watch, asker, language)),
  ];
}

/** Since when Discord refuses the bot there, and which switch to turn. */
async function parkedLines(watch: Subscription, asker: Asker, language: Language): Promise<Line[]> {
  if (!watch.parked) return [];
  const { watch: words, comma } = texts[language];
  const since: Line = [`⚠ ${words.parked} `, { at: watch.parked.at, as: 'ago' }, ' · '];
  const lacked = await lackedBy(watch, asker);
  if (!lacked) return [[...since, words.parkedGone]];
  const names = lacked.map(({ name }) => name[language]).join(comma);
  return [[...since, names ? words.parkedMissing(names) : words.parkedMended]];
}
