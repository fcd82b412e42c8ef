import { type PatternTree, treeOf } from './pattern-tree.ts';

/** Openings are told apart by this many units of a Latin word, or of Han characters. */
const latinUnits = 5;
const hanUnits = 3;

/** How the matches of a part of a pattern can begin. */
interface Beginnings {
  /** Whole matches, which what follows goes on. */
  open: Set<string>;
  /** Beginnings of matches whose next character may be anything. */
  closed: Set<string>;
}

const nothing: Beginnings = { open: new Set(['']), closed: new Set() };
const anything: Beginnings = { open: new Set(), closed: new Set(['']) };
const mostBeginnings = 500;

/**
 * The strings with which any match of a pattern begins: up to five characters of a Latin word, up to three
 * Han ones. Null where a match can begin with anything, as `\w` or `.{0,9}` do.
 */
export function openingsOf(pattern: RegExp): Set<string> | null {
  const { open, closed } = beginningsOf(treeOf(pattern));
  const openings = new Set<string>();
  for (const beginning of [...open, ...closed]) {
    const latin = beginning.charCodeAt(0) < 0x80;
    if (beginning === '') return null;
    openings.add(beginning.slice(0, latin ? latinUnits : hanUnits).toLowerCase());
  }
  return openings.size > mostBeginnings ? null : openings;
}

function beginningsOf(tree: PatternTree): Beginnings {
  if (tree.kind === 'character') {
    return tree.oneOf === null ? anything : { open: new Set(tree.oneOf), closed: new Set() };
  }
  if (tree.kind === 'sequence') return tree.parts.map(beginningsOf).reduce(joined, nothing);
  if (tree.kind === 'either') return tree.options.map(beginningsOf).reduce(either);
  const part = beginningsOf(tree.part);
  const some = tree.once ? part : { open: new Set<string>(), closed: union(part.open, part.closed) };
  return tree.optional ? either(nothing, some) : some;
}

function either(one: Beginnings, other: Beginnings): Beginnings {
  return { open: union(one.open, other.open), closed: union(one.closed, other.closed) };
}

function joined(first: Beginnings, then: Beginnings): Beginnings {
  const open = new Set<string>();
  const closed = new Set(first.closed);
  for (const start of first.open) {
    if (start.length >= latinUnits || first.open.size > mostBeginnings)
      closed.add(start.slice(0, latinUnits));
    else {
      for (const end of then.open) open.add(start + end);
      for (const end of then.closed) closed.add(start + end);
    }
  }
  return { open, closed };
}

function union(one: Set<string>, other: Set<string>): Set<string> {
  return new Set([...one, ...other]);
}
