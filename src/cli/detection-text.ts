import type { Reader } from '../domain/source.ts';
import type { Candidate } from '../sources/detect/index.ts';
import { addressOfPage } from '../sources/readers/page.ts';
import { page, rowLines } from './read-text.ts';

const kinds: Record<Reader['kind'], string> = {
  feed: 'a feed',
  page: 'a list in a page',
  jpaas: 'a JPAAS column',
  portal: 'a column of the export-control portal',
  json: 'a listing in JSON',
};

/** What was found at an address that no Source has, why, what else it could be, and what reads it from now on. */
export function detectionText(
  [chosen, ...others]: readonly [Candidate, ...Candidate[]],
  notes: readonly string[],
): string {
  const { reader, url, rows, timeZone, language, reasons } = chosen;
  const next = reader.kind === 'page' && reader.next ? addressOfPage(reader.next, 2) : null;
  return page([
    ...rowLines(rows, chosen),
    '',
    `${counted(rows.length)} in ${kinds[reader.kind]}: ${url}`,
    `zone       ${timeZone}`,
    `language   ${language}`,
    ...(next ? [`next page  ${next}`] : []),
    'why this one',
    ...reasons.map(({ points, says }) => `  ${points > 0 ? '+' : ''}${points}  ${says}`),
    ...others.flatMap((other, index) => [
      `instead ${index + 1}: ${counted(other.rows.length)} in ${kinds[other.reader.kind]} (score ${other.score} against ${chosen.score}), the first:`,
      ...rowLines(other.rows.slice(0, 2), other).map((line) => `  ${line}`),
    ]),
    ...notes.map((note) => `Note: ${note}`),
    'A source of the catalogue reads it with',
    `  url: '${url}', reader: ${JSON.stringify(reader)}`,
    '',
  ]);
}

function counted(rows: number): string {
  return `${rows} ${rows === 1 ? 'row' : 'rows'}`;
}
