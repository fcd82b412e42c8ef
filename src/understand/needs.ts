import { type PatternTree, treeOf } from './pattern-tree.ts';

/** Each match of a pattern holds one string at least of each of these lists; in lower case. */
export type Needs = readonly (readonly string[])[];

/** What is known of the matches of a part of a pattern. */
interface Known {
  /** All of them, where they are few. */
  whole: ReadonlySet<string> | null;
  needs: Needs;
}

const mostStrings = 160;
const longestString = 6;
/** Of more lists the most telling are asked for. */
const mostNeeds = 3;

const nothing: ReadonlySet<string> = new Set(['']);
const unknown: Known = { whole: null, needs: [] };

/** What no match of a pattern is without, the most telling first; empty where nothing is known of it. */
export function needsOf(pattern: RegExp): Needs {
  const known = knownOf(treeOf(pattern));
  return all(known)
    .filter((need) => tellingOf(need) > 0)
    .toSorted((one, other) => tellingOf(other) - tellingOf(one))
    .slice(0, mostNeeds);
}

function knownOf(tree: PatternTree): Known {
  if (tree.kind === 'character') {
    if (tree.oneOf === null) return unknown;
    return { whole: new Set(tree.oneOf.map((one) => one.toLowerCase())), needs: [] };
  }
  if (tree.kind === 'sequence') return inSequence(tree.parts.map(knownOf));
  if (tree.kind === 'either') return oneOf(tree.options.map(knownOf));
  const part = knownOf(tree.part);
  if (!tree.optional) return { whole: null, needs: all(part) };
  return tree.once && part.whole ? { whole: new Set([...nothing, ...part.whole]), needs: [] } : unknown;
}

function inSequence(parts: readonly Known[]): Known {
  const needs: (readonly string[])[] = [];
  let run = nothing;
  let whole = true;
  const close = (next: ReadonlySet<string>) => {
    needs.push(...all({ whole: run, needs: [] }));
    run = next;
    whole = false;
  };
  for (const part of parts) {
    if (!part.whole) {
      close(nothing);
      needs.push(...part.needs);
    } else if (run.size * part.whole.size <= mostStrings) run = product(run, part.whole);
    else close(part.whole);
  }
  if (whole) return { whole: run, needs: [] };
  close(nothing);
  return { whole: null, needs };
}

function oneOf(options: readonly Known[]): Known {
  const wholes = options.flatMap(({ whole }) => (whole ? [...whole] : []));
  if (options.every(({ whole }) => whole) && wholes.length <= mostStrings) {
    return { whole: new Set(wholes), needs: [] };
  }
  const best = options.map((option) => {
    const needs = all(option);
    return needs.length === 0
      ? null
      : needs.reduce((most, need) => (tellingOf(need) > tellingOf(most) ? need : most));
  });
  const each = best.flatMap((need) => need ?? []);
  return best.includes(null) ? unknown : { whole: null, needs: [shortest(each)] };
}

/** With what is whole as one need more. */
function all({ whole, needs }: Known): Needs {
  return whole === null || whole.has('') ? needs : [...needs, shortest([...whole])];
}

function product(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...one].flatMap((start) => [...other].map((end) => start + end)));
}

/** Without those that hold another one, and no longer than what tells them apart. */
function shortest(strings: readonly string[]): string[] {
  const short = new Set(strings.map((each) => each.slice(0, longestString)));
  return [...short].filter((each) => ![...short].some((other) => other !== each && each.includes(other)));
}

/** A Han character tells about as much as three letters. */
const lettersPerHan = 3;

/** How much it tells that a text holds one of these: as much as the shortest does, less where they are many. */
function tellingOf(need: readonly string[]): number {
  const letters = Math.min(...need.map(lettersIn));
  return letters < 3 ? 0 : letters - need.length / 40;
}

function lettersIn(string: string): number {
  return [...string].reduce((sum, one) => sum + (one.charCodeAt(0) < 0x80 ? 1 : lettersPerHan), 0);
}
