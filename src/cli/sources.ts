import { catalogue } from '../sources/catalogue/index.ts';
import { type Terminal, writeJson } from './terminal.ts';

/** Lists the catalogue, one Source a line. */
export function listSources({ json }: { json?: boolean }, terminal: Terminal): void {
  const width = Math.max(...catalogue.map(({ id }) => id.length));
  for (const source of catalogue) {
    const { id, name, url, cadence, language, timeZone, reader, authority } = source;
    if (json) {
      writeJson(terminal, {
        id,
        authority: authority.id,
        name,
        url,
        kind: reader.kind,
        language,
        timeZone,
        cadence,
      });
    } else {
      terminal.write(
        `${id.padEnd(width)}  ${reader.kind.padEnd(6)}  every ${cadence} min  ${name.en} · ${name.zh}\n`,
      );
      terminal.write(`${''.padEnd(width)}  ${url}\n`);
    }
  }
}
