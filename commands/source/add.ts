import type { ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import { z } from 'zod';
import type { Answer } from '../../src/discord/command.ts';
import type { Line } from '../../src/discord/render/card.ts';
import { escapeMarkdown } from '../../src/discord/render/escape.ts';
import { replyOf } from '../../src/discord/reply.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { ReadFailure } from '../../src/domain/failure.ts';
import type { Language, Source } from '../../src/domain/source.ts';
import { SourceDefinition } from '../../src/domain/source-definition.ts';
import { addedSource } from '../../src/sources/added.ts';
import type { Candidate } from '../../src/sources/detect/index.ts';
import type { CommandContext } from '../command.ts';
import { texts } from '../texts/index.ts';
import { addressIn, failureText, sourceReading } from './address.ts';
import { sampleLines, sampleOf } from './rows.ts';

/** What was found at an address, kept until an admin has decided. The list taken for the right one comes first. */
const Kept = z.array(
  z.object({
    /** A {@link SourceDefinition}: read when it is needed. */
    definition: z.unknown(),
    rows: z.int(),
    /** The first of them. */
    sample: z.array(z.object({ title: z.string(), on: z.string().nullable() })),
  }),
);

interface List extends Omit<z.infer<typeof Kept>[number], 'definition'> {
  source: Source;
}

/** Shows what is found at an address. Nothing is saved. */
export async function addSource(
  interaction: ChatInputCommandInteraction<'cached'>,
  context: CommandContext,
): Promise<Answer> {
  const language = languageOf(interaction);
  const { found: words } = texts[language].source;
  const address = addressIn(interaction.options.getString('address', true));
  const known = address && sourceReading(address, context);
  if (known) return { note: words.known(escapeMarkdown(known.name[language])) };
  if (!address) return { note: words.noAddress };

  try {
    const { detection } = await context.discover(address);
    if (detection.kind !== 'list') return { note: words.article };
    const name = interaction.options.getString('name')?.trim() || undefined;
    const { chosen, alternatives } = detection;
    const lists = [chosen, ...alternatives].map((each) => listOf(each, name));
    return show(lists, 0, await keep(lists, context), language);
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    const { message, advice } = failureText(error, address, language);
    return { note: words.failed(message, advice) };
  }
}

function listOf(candidate: Candidate, name: string | undefined): List {
  const { rows } = candidate;
  return {
    source: addedSource(candidate, { name }),
    rows: rows.length,
    sample: sampleOf(rows),
  };
}

function keep(lists: readonly List[], { cursors }: CommandContext): Promise<string> {
  const kept = lists.map(({ source, ...rest }) => ({ definition: SourceDefinition.encode(source), ...rest }));
  return cursors.save(kept satisfies z.infer<typeof Kept>);
}

/** The lists behind a button and the one it is of; none where they are lost, or of another version. */
async function keptAt(place: string, { cursors }: CommandContext) {
  const [id = '', index] = place.split('/');
  const kept = Kept.safeParse(await cursors.load(id));
  const lists = (kept.data ?? []).flatMap(({ definition, ...rest }): List[] => {
    const source = SourceDefinition.safeParse(definition);
    return source.success ? [{ ...rest, source: source.data }] : [];
  });
  return { id, lists, index: Number(index), list: lists[Number(index)] };
}

/** Another of the lists found, in place of the one shown. */
export async function lookAtSource(
  interaction: ButtonInteraction<'cached'>,
  place: string,
  context: CommandContext,
): Promise<Answer> {
  const language = languageOf(interaction);
  const { lists, list, index, id } = await keptAt(place, context);
  return list ? show(lists, index, id, language) : { note: texts[language].expired };
}

/** Saves the list shown: from now on it is read. */
export async function saveSource(
  interaction: ButtonInteraction<'cached'>,
  place: string,
  context: CommandContext,
): Promise<Answer> {
  const language = languageOf(interaction);
  const { list } = await keptAt(place, context);
  if (!list) return { note: texts[language].expired };

  const { source } = list;
  const adder = { addedBy: interaction.user.id, guildId: interaction.guildId };
  await context.book.add(source, adder, context.clock.now());
  const { found: words } = texts[language].source;
  return {
    reply: replyOf({
      title: [source.name[language]],
      lines: [[words.saved(source.name[language], source.cadence)]],
      colour: 'green',
    }),
  };
}

function show(lists: readonly List[], index: number, id: string, language: Language): Answer {
  const { found: words } = texts[language].source;
  const list = lists[index];
  if (!list) throw new TypeError(`there is no list ${index}`);
  const others = lists.flatMap(({ rows, sample }, place): Line[] =>
    place === index ? [] : [[words.other(place + 1, rows, sample[0]?.title ?? '')]],
  );
  return {
    reply: replyOf({
      title: [words.title(list.rows, hostOf(list.source))],
      lines: [
        [{ italic: `${words.kinds[list.source.reader.kind]} · ${list.source.timeZone}` }],
        ...sampleLines(list.sample, list.rows, language),
        ...(others.length > 0 ? [[words.others], ...others] : []),
      ],
      buttons: [
        { label: words.save, customId: `source-save:${id}/${index}` },
        ...lists.flatMap((_, place) =>
          place === index ? [] : [{ label: words.look(place + 1), customId: `source-look:${id}/${place}` }],
        ),
      ],
    }),
  };
}

const hostOf = ({ url }: Source) => new URL(url).host;
