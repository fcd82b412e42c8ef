import type { Action } from '../../domain/facts.ts';
import type { Language } from '../../domain/source.ts';
import { acts } from './acts.ts';
import { amounts } from './amounts.ts';
import type { Finding, Wording } from './found.ts';

const tables: readonly [table: readonly Wording[], says: string][] = [
  [amounts, 'says how much or when'],
  [acts, 'says what was done'],
];

/** How much, when, and what was done, where neither the source nor the action of the facts says so. */
export function unsaidWords(
  text: string,
  source: { folded: string; action: Action },
  written: Language,
): Finding[] {
  return tables.flatMap(([table, says]) =>
    table.flatMap((wording) => {
      const [words] = text.match(wording[written]) ?? [];
      if (words === undefined || isSaid(wording, source)) return [];
      return [{ words, says: `${says} ("${wording.name}"), which the source does not` }];
    }),
  );
}

function isSaid(
  { en, zh, also, actions }: Wording,
  { folded, action }: { folded: string; action: Action },
): boolean {
  const said = folded.search(en) >= 0 || folded.search(zh) >= 0 || also?.test(folded);
  return said || actions?.includes(action) === true;
}
