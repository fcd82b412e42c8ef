import { changedFacts, type FactChange, type FactName, type Facts, kindOf, tierOf } from '../domain/facts.ts';
import { toJson } from '../store/columns.ts';
import type { StoryRow } from '../store/schema.ts';
import { numbersIn } from '../understand/notice-numbers.ts';
import { numbered, unite } from '../understand/packages.ts';

export interface Known {
  after: Facts;
  /** What is told of it. */
  added: FactChange[];
}

/** A number that the first report left out is no news, and stands in the message from now on. */
export function copied(known: Facts, copy: Facts): Known {
  const added = newFacts(known, copy);
  return { after: numbered(apply(known, added), copy), added };
}

/**
 * What another notice of a package adds, worded as new: its number, its goods and places, and its own date. The
 * Story keeps the date of its first notice.
 */
export function united(known: Facts, notice: Facts): Known {
  const goods = notice.goods.filter((good) => !known.goods.includes(good));
  const destinations = notice.destinations.filter((place) => !known.destinations.includes(place));
  const { announcementNo, effectiveDate } = notice;
  const dated = effectiveDate !== null && effectiveDate !== known.effectiveDate;
  const added: FactChange[] = [
    { fact: 'announcementNo', from: null, to: announcementNo },
    ...(goods.length > 0 ? [{ fact: 'goods', from: null, to: goods } as const] : []),
    ...(destinations.length > 0 ? [{ fact: 'destinations', from: null, to: destinations } as const] : []),
    ...(dated ? [{ fact: 'effectiveDate', from: null, to: effectiveDate } as const] : []),
  ];
  return { after: unite(known, notice), added };
}

/**
 * What another copy adds. Copies differ in wording, and languages in detail: only what a reader would
 * act on counts, and only where it was not known.
 */
function newFacts(known: Facts, copy: Facts): FactChange[] {
  const telling = ['licencesCount', 'effectiveDate', 'expiryDate', 'usFirms'] as const;
  const open = (value: unknown) => value === null || value === 'unspecified';
  return changedFacts(known, copy).filter(
    ({ fact, from, to }) => (telling as readonly string[]).includes(fact) && open(from) && !open(to),
  );
}

/** These facts with the changes made, whatever stood there before. */
export function apply(facts: Facts, changes: FactChange[]): Facts {
  const changed = changes.map(({ fact, from, to }) => [fact, replaced(facts[fact], from, to)]);
  return { ...facts, ...Object.fromEntries(changed) };
}

/** Of a list, what the other pages of the Story name stays. */
function replaced(known: Facts[FactName], from: Facts[FactName], to: Facts[FactName]): Facts[FactName] {
  if (!Array.isArray(known) || !Array.isArray(from) || !Array.isArray(to)) return to;
  return [...new Set([...to, ...known.filter((each) => !from.includes(each))])];
}

/**
 * What two reports state that a person calls one thing: with the number, goods and places of another notice of that
 * year, as of a package; else as a copy adds to what is known.
 */
export function together(known: Facts, other: Facts): Facts {
  const [one, more] = [numbersIn(known.announcementNo), numbersIn(other.announcementNo)];
  const another =
    one?.year === more?.year && (more?.numbers ?? []).some((number) => !one?.numbers.includes(number));
  return (one && another ? united(known, other) : copied(known, other)).after;
}

/** The columns of a Story that states these facts. */
export function stating(facts: Facts): Pick<StoryRow, 'facts' | 'kind' | 'tier' | 'action'> {
  const kind = kindOf(facts);
  return { facts: toJson(facts), kind, tier: tierOf(kind), action: facts.action };
}
