import type { LookUp, Match, Measure } from '../../domain/measure.ts';
import { speaksOf } from '../lexicon/families.ts';

/**
 * Measures that name a code of the dual-use control list. An entry and its sub-entries find each other: "1C902" finds
 * "1C902.a", and "1C902.a.1" finds "1C902".
 */
export function byControlCode(measures: readonly Measure[], code: string): LookUp {
  const asked = controlEntry(code);
  if (asked === null) return { found: false, note: 'not-a-code' };
  return answer(measures, ({ controlCodes }) =>
    controlCodes.filter((named) => {
      const entry = controlEntry(named);
      return entry !== null && (isWithin(entry, asked) || isWithin(asked, entry));
    }),
  );
}

/**
 * Measures that name a customs code, of 4 to 10 digits with any dots or spaces. The longer begins with the shorter:
 * six digits find the codes of eight and ten below them, and ten digits find the heading that they stand under.
 */
export function byHsCode(measures: readonly Measure[], code: string): LookUp {
  const asked = code.normalize('NFKC').replace(/[\s.-]/g, '');
  if (!/^\d{4,10}$/.test(asked)) return { found: false, note: 'not-a-code' };
  return answer(measures, ({ hsCodes }) =>
    hsCodes.filter((named) => named.startsWith(asked) || asked.startsWith(named)),
  );
}

/** Measures that name a good, a family that holds it or, asked for a family, one of its members. */
export function byGood(measures: readonly Measure[], good: string): LookUp {
  return answer(measures, ({ goods }) => goods.filter((named) => speaksOf(named, good)));
}

/**
 * Measures on dual-use items as a whole for some destinations or users. They apply to every controlled good, so
 * that they stand beside whatever is found for a good.
 */
export function byBuyer(measures: readonly Measure[]): Measure[] {
  return measures.filter(
    ({ destinations, goods }) => destinations.length > 0 && goods.includes('dual-use items'),
  );
}

function answer(measures: readonly Measure[], namedIn: (measure: Measure) => string[]): LookUp {
  const matches: Match[] = measures
    .map((measure) => ({ measure, named: namedIn(measure) }))
    .filter(({ named }) => named.length > 0);
  return matches.length > 0 ? { found: true, matches } : { found: false, note: 'not-named' };
}

/** "3C001.b" as its steps: ["3C001", "b"]; null for what is no code of the list. */
function controlEntry(code: string): string[] | null {
  const [, entry, rest = ''] =
    /^(\d[A-E]\d{3})(.*)$/.exec(code.normalize('NFKC').replace(/\s/g, '').toUpperCase()) ?? [];
  return entry ? [entry, ...rest.split('.').filter(Boolean)] : null;
}

function isWithin(inner: readonly string[], outer: readonly string[]): boolean {
  return outer.every((step, index) => inner[index] === step);
}
