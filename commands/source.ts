import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Answer } from '../src/discord/command.ts';
import type { Line } from '../src/discord/render/card.ts';
import { safeUrl } from '../src/discord/render/links.ts';
import { texts as messageTexts } from '../src/discord/render/texts.ts';
import { replyOf } from '../src/discord/reply.ts';
import { languageOf } from '../src/discord/texts.ts';
import type { Language } from '../src/domain/source.ts';
import { sourceNotes } from '../src/store/source-notes.ts';
import { readHealth, type SourceHealth } from '../src/store/status.ts';
import type { Command, CommandContext } from './command.ts';
import { shareButton } from './shared/footing.ts';
import { inChinese } from './shared/localised.ts';
import { texts } from './texts/index.ts';
import { noteText } from './texts/notes.ts';

/** Every Source by authority: whether it is read, and what to do where it is not. */
export const source: Command = {
  data: new SlashCommandBuilder()
    .setName('source')
    .setContexts(InteractionContextType.Guild)
    .setDescription('The official pages that are read')
    .setDescriptionLocalizations(inChinese('所读取的官方来源', '所讀取的官方來源'))
    .addSubcommand((list) =>
      list
        .setName('list')
        .setDescription('Every source: when it was last read, and what is wrong')
        .setDescriptionLocalizations(
          inChinese('各来源的最近读取时间及异常原因', '各來源的最近讀取時間及異常原因'),
        ),
    ),

  execute: (interaction, context) => show(languageOf(interaction), context),

  buttons: {
    sources: {
      shows: 'private',
      press: (interaction, _argument, context) => show(languageOf(interaction), context),
    },
  },
};

async function show(language: Language, context: CommandContext): Promise<Answer> {
  const { source: words } = texts[language];
  const now = context.clock.now();
  const { sources } = await readHealth(context.db, now);
  const notes = await sourceNotes(context.db, now);
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
  return {
    reply: replyOf({
      title: [words.title(reading, sources.length)],
      lines,
      buttons: [shareButton(language)],
    }),
  };
}

/** "✓ MOFCOM daily news · 2 minutes ago" or "✗ … · certificate is not accepted · what to do". */
function sourceLine(health: SourceHealth, language: Language, context: CommandContext): Line {
  const { source: words } = texts[language];
  const { id, state, lastReadAt, failure } = health;
  const url = safeUrl(context.sources.get(id)?.url ?? '');
  const label = context.names.sourceName(id)[language];
  const name: Line = [url ? { label, url } : label];
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
