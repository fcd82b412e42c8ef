import type { CatalogueSource } from '../domain/source.ts';
import { catalogue, isReadByDefault } from '../sources/catalogue/index.ts';
import { type Retired, retired } from '../sources/catalogue/retired.ts';
import { type Terminal, writeJson } from './terminal.ts';

/** Lists the catalogue, two lines a Source; or what is known to be dead. */
export function listSources(options: { retired?: boolean; json?: boolean }, terminal: Terminal): void {
  if (options.retired) write(retired, (entry) => ({ ...entry }), retiredLines, options, terminal);
  else write(catalogue, sourceFields, sourceLines, options, terminal);
}

function write<Entry>(
  entries: readonly Entry[],
  fieldsOf: (entry: Entry) => Record<string, unknown>,
  linesOf: (entry: Entry) => readonly string[],
  { json }: { json?: boolean },
  terminal: Terminal,
): void {
  for (const entry of entries) {
    if (json) writeJson(terminal, fieldsOf(entry));
    else
      terminal.write(
        linesOf(entry)
          .map((line) => `${line}\n`)
          .join(''),
      );
  }
}

const width = Math.max(...catalogue.map(({ id }) => id.length));

/** "cn-tao  verified 2026-07  page  zh  every 15 min  China TAO  Taiwan Affairs Office: measures · …". */
function sourceLines(source: CatalogueSource): string[] {
  const { id, grade, checkedOn, reader, language, cadence, authority, name, url } = source;
  const known = `${grade} ${checkedOn ?? ''}`.padEnd('verified 2026-10-01'.length);
  const columns = [
    id.padEnd(width),
    known,
    reader.kind.padEnd(6),
    language.padEnd(5),
    `every ${String(cadence).padStart(2)} min`,
    `${authority.short.en}: ${name.en} · ${name.zh}`,
  ];
  const off = isReadByDefault(source) ? '' : '  (read only when SOURCES names it)';
  return [columns.join('  '), `${''.padEnd(width)}  ${url}${off}`];
}

function sourceFields(source: CatalogueSource) {
  const { id, authority, name, url, reader, language, timeZone, cadence, grade, checkedOn } = source;
  return {
    id,
    authority: authority.id,
    country: authority.country,
    name,
    url,
    kind: reader.kind,
    language,
    timeZone,
    cadence,
    grade,
    checkedOn: checkedOn ?? null,
    readByDefault: isReadByDefault(source),
  };
}

function retiredLines({ id, url, why, since, instead }: Retired): string[] {
  return [
    `${id.padEnd(width)}  ${why} (${since})  instead: ${instead ?? 'nothing'}`,
    `${''.padEnd(width)}  ${url}`,
  ];
}
