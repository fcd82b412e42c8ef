import type { FactName } from '../../domain/facts.ts';
import type { GoldAction, GoldRow } from './gold.ts';

/** What was found in one row, as `wire stories` prints it. */
export interface Found {
  relevant: boolean;
  facts: Record<FactName, unknown> | null;
  /** The words quoted, whatever they prove. */
  quotes: string[];
  /** Rows of the same value were put together; null where the row belongs to no Story. */
  story: string | null;
}

/** A row and what was found in it. */
export interface Judged {
  gold: GoldRow;
  found: Found;
}

export interface Relevance {
  n: number;
  precision: number;
  recall: number;
  f1: number;
}

export interface FactScore {
  /** Over all relevant rows; sets count by their F1. */
  accuracy: number;
  /** Over the rows in which the fact is stated; null where there is none. */
  whenStated: number | null;
  stated: number;
  /** Of the rows in which it is not stated, the share that got a value. */
  inventedWhenNot: number;
}

export interface Score {
  relevance: Record<'byKind' | 'byLang' | 'byGrade', Record<string, Relevance>> & { all: Relevance };
  facts: Record<FactName, FactScore>;
  meanFactAccuracy: number;
  evidence: { quotes: number; foundInText: number | null };
  stories: { pairsTogether: number; pairsSame: number; precision: number; recall: number };
  borderline: { n: number; calledRelevant: number };
  confusion: {
    falseAlarms: string[];
    missed: string[];
    /** Rows whose action is neither the one wanted nor another right answer. */
    actions: { wanted: GoldAction; got: unknown; ids: string[] }[];
  };
}

const setFacts = ['goods', 'destinations'] as const;
const scalarFacts = [
  'action',
  'licencesCount',
  'announcementNo',
  'effectiveDate',
  'expiryDate',
  'usFirms',
  'licenceType',
] as const;

/**
 * How well texts were understood. Borderline rows are told apart. Facts are scored on relevant rows, and one that
 * was taken for irrelevant has none.
 */
export function score(judged: readonly Judged[]): Score {
  const scored = judged.filter(({ gold }) => gold.grade !== 'borderline');
  const relevant = scored.filter(({ gold }) => gold.relevant);
  const facts = Object.fromEntries(
    [...setFacts, ...scalarFacts].map((name) => [name, scoreFact(name, relevant)]),
  ) as Record<FactName, FactScore>;
  const borderline = judged.filter(({ gold }) => gold.grade === 'borderline');
  return {
    relevance: {
      all: scoreRelevance(scored),
      byKind: scoreEach(scored, ({ gold }) => gold.text_kind),
      byLang: scoreEach(scored, ({ gold }) => gold.lang),
      byGrade: scoreEach(scored, ({ gold }) => gold.grade),
    },
    facts,
    meanFactAccuracy: mean(Object.values(facts).map(({ accuracy }) => accuracy)),
    evidence: scoreEvidence(judged),
    stories: scoreStories(relevant),
    borderline: { n: borderline.length, calledRelevant: idsOf(borderline, isCalled).length },
    confusion: {
      falseAlarms: idsOf(scored, ({ gold, found }) => found.relevant && !gold.relevant),
      missed: idsOf(relevant, ({ found }) => !found.relevant),
      actions: confusedActions(relevant),
    },
  };
}

const isCalled = ({ found }: Judged) => found.relevant;

function idsOf(judged: readonly Judged[], which: (one: Judged) => boolean): string[] {
  return judged.filter(which).map(({ gold }) => String(gold.id));
}

function scoreRelevance(judged: readonly Judged[]): Relevance {
  const called = judged.filter(isCalled);
  const right = called.filter(({ gold }) => gold.relevant).length;
  const precision = ratio(right, called.length);
  const recall = ratio(right, judged.filter(({ gold }) => gold.relevant).length);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { n: judged.length, precision, recall, f1 };
}

function scoreEach(
  judged: readonly Judged[],
  by: (one: Judged) => string | null | undefined,
): Record<string, Relevance> {
  const groups = Map.groupBy(judged, (one) => by(one) ?? 'none');
  return Object.fromEntries(
    [...groups].sort().map(([name, group]): [string, Relevance] => [name, scoreRelevance(group)]),
  );
}

function scoreFact(name: FactName, relevant: readonly Judged[]): FactScore {
  const states = ({ gold }: Judged) => isStated(gold.facts[name]);
  const credits = new Map(relevant.map((one) => [one, credit(name, one)]));
  const creditsOf = (judged: readonly Judged[]) => judged.map((one) => credits.get(one) ?? 0);
  const stated = relevant.filter(states);
  const unstated = relevant.filter((one) => !states(one));
  const invented = unstated.filter((one) => isStated(factIn(name, one)) && (credits.get(one) ?? 0) < 1);
  return {
    accuracy: mean(creditsOf(relevant)),
    whenStated: stated.length > 0 ? mean(creditsOf(stated)) : null,
    stated: stated.length,
    inventedWhenNot: ratio(invented.length, unstated.length),
  };
}

/** 1 for any of the right answers; a set earns the F1 against the nearest of them. */
function credit(name: FactName, one: Judged): number {
  const right: unknown[] = [one.gold.facts[name], ...(one.gold.accept[name] ?? [])];
  const value = factIn(name, one);
  if (name === 'goods' || name === 'destinations') {
    return Math.max(...right.map((each) => overlap(setOf(value), setOf(each))));
  }
  return right.some((each) => each === '*' || squash(each) === squash(value)) ? 1 : 0;
}

function factIn(name: FactName, { found }: Judged): unknown {
  return found.relevant ? (found.facts?.[name] ?? null) : null;
}

function isStated(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null;
}

function setOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : isStated(value) ? [value] : [];
  return values.map((each) => String(each).trim().toLowerCase());
}

function overlap(one: string[], other: string[]): number {
  if (one.length === 0 && other.length === 0) return 1;
  return (2 * one.filter((each) => other.includes(each)).length) / (one.length + other.length);
}

/** Every quote must stand in its text, white space, case and width apart; those of borderline rows, too. */
function scoreEvidence(judged: readonly Judged[]): Score['evidence'] {
  let quotes = 0;
  let found = 0;
  for (const { gold, found: each } of judged) {
    const text = squash(`${gold.title}\n${gold.text}`);
    for (const quote of each.quotes) {
      quotes += 1;
      if (text.includes(squash(quote))) found += 1;
    }
  }
  return { quotes, foundInText: quotes > 0 ? found / quotes : null };
}

/** Two rows belong together where they report one event. */
function scoreStories(relevant: readonly Judged[]): Score['stories'] {
  let [together, same, both] = [0, 0, 0];
  for (const [index, one] of relevant.entries()) {
    for (const other of relevant.slice(index + 1)) {
      const joined = one.found.story !== null && one.found.story === other.found.story;
      const event = one.gold.event != null && one.gold.event === other.gold.event;
      together += Number(joined);
      same += Number(event);
      both += Number(joined && event);
    }
  }
  return {
    pairsTogether: together,
    pairsSame: same,
    precision: ratio(both, together),
    recall: ratio(both, same),
  };
}

function confusedActions(relevant: readonly Judged[]): Score['confusion']['actions'] {
  const wrong = relevant.filter((one) => one.found.relevant && credit('action', one) === 0);
  const groups = Map.groupBy(wrong, (one) => `${one.gold.facts.action} ${factIn('action', one)}`);
  return [...groups.values()]
    .map((group) => ({
      wanted: group[0]?.gold.facts.action ?? null,
      got: group[0] ? factIn('action', group[0]) : null,
      ids: group.map(({ gold }) => String(gold.id)),
    }))
    .sort((one, other) => other.ids.length - one.ids.length);
}

function squash(value: unknown): string {
  return String(value ?? '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .toLowerCase();
}

/** 0 of nothing. */
const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const mean = (values: number[]) =>
  ratio(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
