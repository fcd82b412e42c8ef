import type { ChatInputCommandInteraction } from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';
import type { Line } from '../../src/discord/render/card.ts';
import { clean, escapeMarkdown } from '../../src/discord/render/escape.ts';
import { replyOf } from '../../src/discord/reply.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { ReadFailure } from '../../src/domain/failure.ts';
import type { Row } from '../../src/domain/item.ts';
import { sourceAt } from '../../src/domain/schedule.ts';
import type { Language, Reader, Source } from '../../src/domain/source.ts';
import { catalogue } from '../../src/sources/catalogue/index.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import type { CommandContext } from '../command.ts';
import { texts } from '../texts/index.ts';
import { addressIn, failureText, sourceReading } from './address.ts';
import { sampleLines, sampleOf } from './rows.ts';

interface Shown {
  name: string;
  rows: readonly Row[];
  kind: Reader['kind'];
  timeZone: string;
  warnings: readonly string[];
}

const MOST_ROWS = 15;
const LONGEST_ECHO = 200;

/** Reads a Source, or what an address leads to, at this moment, and shows its rows. Nothing is saved. */
export async function previewSource(
  interaction: ChatInputCommandInteraction<'cached'>,
  context: CommandContext,
): Promise<Answer> {
  const language = languageOf(interaction);
  const { preview: words } = texts[language].source;
  const written = interaction.options.getString('source', true).trim();
  const source = context.sources.get(written) ?? catalogue.find(({ id }) => id === written);
  const address = source ? sourceAt(source, context.clock.now()).url : addressIn(written);
  if (!address) return { note: words.unknown(escapeMarkdown(cut(clean(written), LONGEST_ECHO))) };
  try {
    const known = source ?? sourceReading(address, context);
    const shown = known ? await readKnown(known, language, context) : await readStrange(address, context);
    return shown ? show(shown, language) : { note: words.article };
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    const { message, advice } = failureText(error, address, language);
    return { note: words.failed(message, advice) };
  }
}

async function readKnown(source: Source, language: Language, { read }: CommandContext): Promise<Shown> {
  const { rows, warnings } = await read(source);
  return { name: source.name[language], rows, kind: source.reader.kind, timeZone: source.timeZone, warnings };
}

/** Null: one announcement stands there. */
async function readStrange(address: string, { discover }: CommandContext): Promise<Shown | null> {
  const { detection, notes } = await discover(address);
  if (detection.kind !== 'list') return null;
  const { rows, reader, timeZone, url } = detection.chosen;
  return { name: new URL(url).host, rows, kind: reader.kind, timeZone, warnings: notes };
}

function show({ name, rows, kind, timeZone, warnings }: Shown, language: Language): Answer {
  const { preview: words, found } = texts[language].source;
  return {
    reply: replyOf({
      title: [words.title(rows.length, name)],
      lines: [
        [{ italic: `${found.kinds[kind]} · ${timeZone} · ${words.nothingSaved}` }],
        ...sampleLines(sampleOf(rows, MOST_ROWS), rows.length, language),
        ...warnings.map((warning): Line => [`⚠ ${warning}`]),
      ],
    }),
  };
}
