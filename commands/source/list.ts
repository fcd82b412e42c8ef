import type { Answer } from '../../src/discord/command.ts';
import type { Line } from '../../src/discord/render/card.ts';
import { safeUrl } from '../../src/discord/render/links.ts';
import { texts as messageTexts } from '../../src/discord/render/texts.ts';
import { replyOf } from '../../src/discord/reply.ts';
import type { Language } from '../../src/domain/source.ts';
import { sourceNotes } from '../../src/store/source-notes.ts';
import { pausedSources } from '../../src/store/sources.ts';
import { readHealth, type SourceHealth } from '../../src/store/status.ts';
import type { CommandContext } from '../command.ts';
import { shareButton } from '../shared/footing.ts';
import { texts } from '../texts/index.ts';
import { noteText } from '../texts/notes.ts';

/** Every Source by authority: whether it is read, and what to do where it is not. */
export async function listSources(language: Language, context: CommandContext): Promise<Answer> {
  const { source: words } = texts[language];
  const now = context.clock.now();
  const { sources } = await readHealth(context.db, now);
  const notes = await sourceNotes(context.db, now);
  const paused = (await pausedSources(context.db)).filter(({ id }) => context.sources.has(id));
  const reading = sources.filter(({ state }) => state === 'reading').length;
  const lines = [...Map.groupBy(sources, ({ authorityId }) => authorityId)].flatMap(([id, its]): Line[] => [
    [{ bold: context.names.authorities(id).name[language] }],
    ...its.map(
      (each): Line => [
        ...sourceLine(each, language, context),
        ...(notes.get(each.id) ?? []).map((note) => ` · ⚠ ${noteText[language](note)}`),
      ],
    ),
  ]);
  const asleep = paused.map(
    ({ id, pausedAt }): Line => [
      '‖ ',
      ...nameOf(id, language, context),
      ` · ${words.pausedSince} `,
      { at: pausedAt ?? 0, as: 'ago' },
    ],
  );
  return {
    reply: replyOf({
      title: [words.title(reading, sources.length)],
      lines: [...lines, ...asleep],
      buttons: [shareButton(language)],
    }),
  };
}

function nameOf(id: string, language: Language, context: CommandContext): Line {
  const url = safeUrl(context.sources.get(id)?.url ?? '');
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
