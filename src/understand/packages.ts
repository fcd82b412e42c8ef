import { type Facts, kindOf } from '../domain/facts.ts';
import type { Joining } from '../domain/joining.ts';
import type { Day } from '../domain/moment.ts';
import { numbersIn, numbersNear, numbersTogether } from './notice-numbers.ts';
import { bodiesIn } from './titles.ts';

interface Notice {
  facts: Facts;
  publishedOn: Day;
  /** Of all its known pages. */
  titles: readonly string[];
}

/**
 * Why two numbered notices of one authority are one thing, published together; null where they are not. They have
 * neighbouring numbers and one day, come from the same bodies, and do the same, or concern the same places.
 * What is the same day's business of others, or does something else, stays a thing of its own.
 */
export function onePackage(one: Notice, other: Notice): Joining | null {
  const [first, second] = [numbersIn(one.facts.announcementNo), numbersIn(other.facts.announcementNo)];
  const notice = other.facts.announcementNo;
  if (!notice || !first || !second || one.publishedOn !== other.publishedOn) return null;
  const near = numbersNear(second).numbers;
  const neighbours = first.year === second.year && first.numbers.some((number) => near.includes(number));
  if (!neighbours || !sameBusiness(one.facts, other.facts) || !sameBodies(one.titles, other.titles))
    return null;
  return { by: 'package', notice, on: one.publishedOn };
}

const restricting = new Set(['new_control', 'deny', 'procedure']);

function sameBusiness(one: Facts, other: Facts): boolean {
  if (kindOf(one) !== 'measure' || kindOf(other) !== 'measure') return false;
  const samePlaces =
    one.destinations.length > 0 &&
    one.destinations.toSorted().join() === other.destinations.toSorted().join();
  if (samePlaces) return restricting.has(one.action) === restricting.has(other.action);
  // Catalogues of one day are each a thing of its own.
  const neitherNames = one.destinations.length === 0 && other.destinations.length === 0;
  return neitherNames && one.action === other.action && one.action !== 'procedure';
}

/** Where titles name nobody, as those of answers to the press, the numbers and the day decide. */
function sameBodies(one: readonly string[], other: readonly string[]): boolean {
  const [first, second] = [bodiesOf(one), bodiesOf(other)];
  return first === null || second === null || first === second;
}

/** The first title that names the most bodies: digests name only the leading one. */
function bodiesOf(titles: readonly string[]): string | null {
  const [named] = titles.map(bodiesIn).sort((a, b) => b.length - a.length);
  return named && named.length > 0 ? named.join() : null;
}

/** What a package states once another of its notices is known: all numbers, goods and places; else as it began. */
export function unite(known: Facts, added: Facts): Facts {
  const [one, other] = [numbersIn(known.announcementNo), numbersIn(added.announcementNo)];
  return {
    ...known,
    announcementNo: one && other ? numbersTogether(one, other) : known.announcementNo,
    goods: [...new Set([...known.goods, ...added.goods])],
    destinations: [...new Set([...known.destinations, ...added.destinations])],
  };
}

/** What a Story states once a copy gives the number that the first report left out. */
export function numbered(known: Facts, copy: Facts): Facts {
  return { ...known, announcementNo: known.announcementNo ?? copy.announcementNo };
}
