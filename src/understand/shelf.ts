import type { Facts } from '../domain/facts.ts';
import { DAY, type Day } from '../domain/moment.ts';
import { numbered, onePackage, unite } from './packages.ts';
import {
  admits,
  correctionOf,
  daysOfOneStart,
  daysUntilCorrection,
  type Reported,
  type StoryKey,
  sameStory,
  storyKeys,
} from './stories.ts';

/** A report of some authority; null where nobody knows whose. Without a day it joins by key alone. */
export interface Report extends Omit<Reported, 'publishedOn'> {
  authorityId: string | null;
  publishedOn: Day | null;
}

interface Told<Id> extends Reported {
  id: Id;
  authorityId: string | null;
  titles: string[];
}

/** Stories in memory, by the same rules as in the archive. */
export interface Shelf<Id> {
  /** The Story that a report belongs to, named by its first report, and why; a first report has no reason. */
  place(id: Id, report: Report): { story: Id; why: string | null };
}

/** The rules for what has no key, the surest first: how far apart in days, and what the Story states afterwards. */
const rules = [
  { rule: onePackage, days: 0, facts: unite },
  { rule: correctionOf, days: daysUntilCorrection, facts: numbered },
  { rule: sameStory, days: daysOfOneStart, facts: numbered },
];

type Owned = Pick<Report, 'authorityId'>;

/** What nobody's name stands on may be anybody's. */
function mayBeOneAuthority(one: Owned, other: Owned): boolean {
  return one.authorityId === null || other.authorityId === null || one.authorityId === other.authorityId;
}

/** Keys hold within an authority: a report of nobody known has none. */
function keysOf({ facts, authorityId }: Report): StoryKey[] {
  return authorityId === null ? [] : storyKeys(facts, { authorityId });
}

/** The day itself first, then its neighbours, outwards. */
function daysAround(on: Day, days: number): Day[] {
  const steps = Array.from({ length: days }, (_, step) => [-step - 1, step + 1]).flat();
  return [0, ...steps].map((step) => new Date(Date.parse(on) + step * DAY).toISOString().slice(0, 10));
}

export function openShelf<Id>(): Shelf<Id> {
  const byKey = new Map<string, Told<Id>>();
  const byDay = new Map<Day, Told<Id>[]>();
  const find = (report: Report): { told: Told<Id>; why: string; facts?: Facts } | null => {
    for (const { key, why } of keysOf(report)) {
      const told = byKey.get(key);
      if (told && admits(told.facts, report.facts)) return { told, why };
    }
    const { publishedOn } = report;
    if (publishedOn === null) return null;
    for (const { rule, days, facts } of rules) {
      const around = daysAround(publishedOn, days).flatMap((on) => byDay.get(on) ?? []);
      for (const told of around) {
        if (!mayBeOneAuthority(report, told)) continue;
        const why = rule({ ...report, publishedOn }, told);
        if (why !== null) return { told, why, facts: facts(told.facts, report.facts) };
      }
    }
    return null;
  };

  const begin = (id: Id, report: Report): Told<Id> => {
    const { authorityId, facts } = report;
    const told = { id, authorityId, facts, publishedOn: report.publishedOn ?? '', titles: [] };
    byDay.set(told.publishedOn, [...(byDay.get(told.publishedOn) ?? []), told]);
    return told;
  };

  return {
    place(id, report) {
      const found = find(report);
      const told = found?.told ?? begin(id, report);
      told.titles.push(...report.titles);
      told.facts = found?.facts ?? told.facts;
      told.authorityId ??= report.authorityId;
      for (const { key } of keysOf(report)) if (!byKey.has(key)) byKey.set(key, told);
      return { story: told.id, why: found?.why ?? null };
    },
  };
}
