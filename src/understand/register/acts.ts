import type { Relation, RelationKind } from '../../domain/details.ts';
import type { Action } from '../../domain/facts.ts';
import type { Ending, Hold, NoticeRef, Period } from '../../domain/measure.ts';
import { byAge, distinct, type Numbered, noticeKey, startOf } from './notices.ts';

/** A notice and what it does to another one. */
interface Act {
  by: Numbered;
  kind: RelationKind;
  section: string | null;
}

/** What the notices read do to one another, found by the notice that it is done to. */
export type Acts = ReadonlyMap<string, readonly Act[]>;

/** What later notices did to one measure. */
export interface Fate {
  /** What prolonged its own term. */
  terms: Period[];
  holds: Hold[];
  endings: Ending[];
  amendedBy: NoticeRef[];
  mentionedBy: NoticeRef[];
}

/** Speeches are left out: they name notices and do nothing to them. */
export function actsOf(notices: Iterable<Numbered>): Acts {
  const acts = new Map<string, Act[]>();
  for (const by of notices) {
    for (const relation of by.spoken ? [] : by.relations) {
      const target = noticeKey(by.ref.authorityId, relation.notice);
      const act = { by, kind: kindOf(by, relation), section: relation.section };
      const known = acts.get(target);
      if (known) known.push(act);
      else acts.set(target, [act]);
    }
  }
  return acts;
}

/** A notice that is there to extend a suspension does so in many words: 继续暂停实施, "the date is changed to". */
function kindOf({ facts }: Numbered, { kind }: Relation): RelationKind {
  return facts.action === 'extend_suspension' && (kind === 'amends' || kind === 'suspends')
    ? 'extends'
    : kind;
}

/** Follows the acts on a measure, and on the notices that hold it. */
export function fateOf(measure: Numbered, acts: Acts): Fate {
  const own = Map.groupBy(acts.get(measure.key) ?? [], (act) => roleOf(act, measure, acts));
  const [terms = [], held = [], repeals = [], amending = []] = roles.map((role) => own.get(role));
  const chains = held.map((act) => chainFrom(act, acts));
  const holders = [measure.key, ...chains.flat().map(({ act }) => act.by.key)];
  const moving = new Set([...holders, ...[...terms, ...repeals, ...amending].map(({ by }) => by.key)]);
  return {
    terms: terms.map(({ by }) => periodOf(by)),
    // A notice that extends may name the measure as well as the notice that suspends it.
    holds: distinct(
      chains.flatMap((chain, index) => chain.map((link) => holdOf(link, held[index]?.section ?? null, acts))),
      (hold) => JSON.stringify(hold),
    ),
    endings: repeals.map(({ by, section }) => ({ on: startOf(by), by: by.ref, section })),
    amendedBy: refsOf(amending),
    mentionedBy: refsOf(
      [...new Set(holders)].flatMap((key) => acts.get(key) ?? []).filter(({ by }) => !moving.has(by.key)),
    ),
  };
}

const roles = ['term', 'hold', 'repeal', 'amend'] as const;
type Role = (typeof roles)[number];

/** What a notice that extends a suspension may call itself. */
const holding: ReadonlySet<Action> = new Set(['suspend', 'suspend_control', 'extend_suspension', 'relax']);

/**
 * What an act is to the measure that it names. "Extends" may be said of a suspension, known or not yet read, or of
 * a measure with an end of its own; said of neither, it moves nothing.
 */
function roleOf({ kind, by }: Act, { key, facts }: Numbered, acts: Acts): Role | 'mention' {
  switch (kind) {
    case 'suspends':
      return 'hold';
    case 'extends': {
      const suspended = acts.get(key)?.some(({ kind }) => kind === 'suspends') === true;
      if (suspended || by.facts.action === 'extend_suspension') return 'hold';
      if (facts.expiryDate !== null) return 'term';
      return holding.has(by.facts.action) ? 'hold' : 'mention';
    }
    case 'repeals':
      return 'repeal';
    case 'amends':
      return 'amend';
    case 'implements':
    case 'cites':
      return 'mention';
  }
}

/** An act, and the keys of the notices on whose force it rests, its own included. */
interface Link {
  act: Act;
  rests: string[];
}

/**
 * An act that holds a measure, and the acts that extend it, nearest first. A notice that extends, or repeals, only
 * a section of a suspending notice is not followed: what that section held is not known from it.
 */
function chainFrom(first: Act, acts: Acts): Link[] {
  const chain: Link[] = [{ act: first, rests: [first.by.key] }];
  const seen = new Set([first.by.key]);
  // The chain grows while it is walked.
  for (const { act, rests } of chain) {
    for (const next of acts.get(act.by.key) ?? []) {
      if (next.kind !== 'extends' || next.section !== null || seen.has(next.by.key)) continue;
      seen.add(next.by.key);
      chain.push({ act: next, rests: [...rests, next.by.key] });
    }
  }
  return chain;
}

function holdOf({ act, rests }: Link, section: string | null, acts: Acts): Hold {
  const kind = act.kind === 'extends' ? 'extends' : 'suspends';
  return { ...periodOf(act.by), section, kind, lifted: liftOf(act.by.key, rests, acts) };
}

/** A notice that replaces a suspension by its own repeals the old one, and does not end its own thereby. */
function liftOf(own: string, rests: readonly string[], acts: Acts): Hold['lifted'] {
  const [first] = rests
    .flatMap((key) => acts.get(key) ?? [])
    .filter(({ kind, section, by }) => kind === 'repeals' && section === null && by.key !== own)
    .map(({ by }) => ({ on: startOf(by), by: by.ref }))
    .toSorted((one, other) => one.on.localeCompare(other.on) || byAge(one.by, other.by));
  return first ?? null;
}

function periodOf(notice: Numbered): Period {
  return { from: startOf(notice), until: notice.facts.expiryDate, by: notice.ref };
}

function refsOf(acts: readonly Act[]): NoticeRef[] {
  return distinct(acts, ({ by }) => by.key)
    .map(({ by }) => by.ref)
    .toSorted(byAge);
}
