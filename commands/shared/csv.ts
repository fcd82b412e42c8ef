import type { File } from '../../src/discord/command.ts';
import { clean } from '../../src/discord/render/escape.ts';

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
