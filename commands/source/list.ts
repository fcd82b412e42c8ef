import type { Answer } from '../../src/discord/command.ts';
import type { Button, Line } from '../../src/discord/render/card.ts';
import { safeUrl } from '../../src/discord/render/links.ts';
import { texts as messageTexts } from '../../src/discord/render/texts/index.ts';
import { replyOf } from '../../src/discord/reply.ts';
import { sourceAt } from '../../src/domain/schedule.ts';
import type { Language } from '../../src/domain/source.ts';
import { sourceNotes } from '../../src/store/source-notes.ts';
import { pausedSources } from '../../src/store/sources.ts';
import { readHealth, type SourceHealth } from '../../src/store/status.ts';
import { subject } from '../../src/understand/phrases/told.ts';
import type { CommandContext } from '../command.ts';
import { shareButton } from '../shared/footing.ts';
import { pagesOf } from '../shared/pages.ts';
import { texts } from '../texts/index.ts';
import { noteText } from '../texts/notes.ts';

/** What a page shows at most, in characters of markdown: room for its neighbours' stamps and links to grow. */
const room = 3800;

/**
 * Every Source by authority: whether it is read, and what to do where it is not. Authorities with trouble come first.
 * @param page - From 0; the last one where it is beyond that.
 */
export async function listSources(language: Language, context: CommandContext, page = 0): Promise<Answer> {
  const { source: words } = texts[language];
  const { sources } = await readHealth(context.db, context.clock.now());
  const reading = sources.filter(({ state }) => state === 'reading').length;
  const pages = pagesOf(await blocksOf(sources, language, context), room);
  const shown = Math.min(Math.max(page, 0), pages.length - 1);
  const leadTo = (label: string, to: number): Button[] =>
    pages[to] ? [{ label, customId: `source-page:${to}` }] : [];
  return {
    reply: replyOf({
      title: [words.title(reading, sources.length)],
      lines: pages[shown] ?? [],
      ...(pages.length > 1 && { footer: `${shown + 1} / ${pages.length}` }),
      buttons: [...leadTo(words.before, shown - 1), ...leadTo(words.after, shown + 1), shareButton(language)],
    }),
  };
}

/** One of an authority each, those with trouble first; then what is paused. */
async function blocksOf(
  sources: readonly SourceHealth[],
  language: Language,
  context: CommandContext,
): Promise<Line[][]> {
  const { source: words } = texts[language];
  const notes = await sourceNotes(context.db, context.clock.now());
  const paused = (await pausedSources(context.db)).filter(({ id }) => context.sources.has(id));
  const troubles = ([, its]: [string, SourceHealth[]]) =>
    its.filter(({ id, state }) => state !== 'reading' || (notes.get(id)?.length ?? 0) > 0).length;
  const authorities = [...Map.groupBy(sources, ({ authorityId }) => authorityId)]
    .toSorted((one, other) => troubles(other) - troubles(one))
    .map(([id, its]): Line[] => [
      [{ bold: subject(context.names.authorities(id), language) }],
      ...its.map(
        (each): Line => [
          ...sourceLine(each, language, context),
          ...(notes.get(each.id) ?? []).map((note) => ` · ⚠ ${noteText[language](note)}`),
        ],
      ),
    ]);
  const asleep = paused.map(({ id, pausedAt }): Line[] => [
    ['‖ ', ...nameOf(id, language, context), ` · ${words.pausedSince} `, { at: pausedAt ?? 0, as: 'ago' }],
  ]);
  return [...authorities, ...asleep];
}

function nameOf(id: string, language: Language, context: CommandContext): Line {
  const source = context.sources.get(id);
  const url = source && safeUrl(sourceAt(source, context.clock.now()).url);
  const label = context.names.sourceName(id)[language];
  return [url ? { label, url } : label];
}

/** "✓ MOFCOM daily news · 2 minutes ago" or "✗ … · certificate is not accepted · what to do". */
function sourceLine(health: SourceHealth, language: Language, context: CommandContext): Line {
  const { source: words } = texts[language];
  const { id, state, lastReadAt, failure } = health;
  const name = nameOf(id, language, context);
  const read: Line = lastReadAt === null ? [words.unread] : [{ at: lastReadAt, as: 'ago' }];
  if (state === 'overdue') return ['✗ ', ...name, ' · ', ...read, ` · ${words.overdue}`];
  if (state === 'unread') return ['… ', ...name, ' · ', ...read];
  if (!failure) return ['✓ ', ...name, ' · ', ...read];

  const reason = messageTexts[language].failures[failure.reason];
  if (state === 'reading') return ['✓ ', ...name, ' · ', ...read, ` · ${words.hiccup}: ${reason}`];
  return [
    '✗ ',
    ...name,
    ` · ${words.since} `,
    { at: failure.since, as: 'ago' },
    ` · ${reason} · `,
    { italic: words.advice[failure.reason] },
  ];
}
