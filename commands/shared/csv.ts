import { type ButtonInteraction, PermissionFlagsBits } from 'discord.js';
import type { File } from '../../src/discord/command.ts';
import type { Colour } from '../../src/discord/render/colours.ts';
import { clean } from '../../src/discord/render/escape.ts';
import { replyOf } from '../../src/discord/reply.ts';
import { languageOf } from '../../src/discord/texts.ts';
import type { Language } from '../../src/domain/source.ts';
import type { CommandButton, CommandContext } from '../command.ts';
import { texts } from '../texts/index.ts';

/** One cell; null is empty. Lists are joined with "; ". */
export type Cell = string | number | null | readonly string[];

/** A table under its header, as spreadsheets open it: UTF-8 with a byte order mark, lines end as RFC 4180 says. */
export function csvFile(
  name: string,
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  description: string,
): File {
  const lines = [header, ...rows].map((row) => row.map(cellText).join(','));
  return { name, bytes: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8'), description };
}

/** What a spreadsheet would take for a formula begins with an apostrophe: then it shows what stands there. */
function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = clean(typeof cell === 'string' ? cell : cell.join('; '));
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

interface Table {
  name: string;
  header: readonly string[];
  rows: readonly (readonly Cell[])[];
  title: string;
  /** What it shows, for those who cannot see it. */
  description: string;
  colour: Colour;
}

/** Gives a table as a file, where the bot may attach one; null: what was asked for is not known any more. */
export function tableButton(
  tableOf: (id: string, language: Language, context: CommandContext) => Promise<Table | null>,
): CommandButton {
  return {
    shows: 'private',

    async answer(interaction: ButtonInteraction<'cached'>, id, context) {
      const language = languageOf(interaction);
      if (!interaction.appPermissions.has(PermissionFlagsBits.AttachFiles))
        return { note: texts[language].noFiles };
      const table = await tableOf(id, language, context);
      if (!table) return { note: texts[language].expired };
      const { name, header, rows, title, description, colour } = table;
      const reply = replyOf({ title: [title], colour, lines: [[texts[language].rows(rows.length)]] });
      return { reply: { ...reply, files: [csvFile(name, header, rows, description)] } };
    },
  };
}
