import { isAct, type RelationKind } from '../../domain/details.ts';
import type {
  LookUp,
  Match,
  Measure,
  Notice,
  Reminder,
  State,
  Statement,
  Status,
} from '../../domain/measure.ts';
import type { Day } from '../../domain/moment.ts';
import { byBuyer, byControlCode, byGood, byHsCode } from './look-up.ts';
import { registerOf, unresolvedReferences } from './register.ts';
import { remindersOf } from './reminders.ts';
import { statusOn } from './status.ts';

/** What the archive holds of numbered notices, and of what was said without a number. */
export interface Read {
  notices: readonly Notice[];
  statements: readonly Statement[];
}

/** What the register is asked. */
export interface Question {
  on: Day;
  /** The day on which the sources were last read. */
  lastReadOn: Day;
  /** Names of the lexicon; measures on any of them. Empty: on anything. */
  goods: readonly string[];
  /** A code of the dual-use control list, or a customs code. */
  code: string | null;
}

/** A measure on the day that was asked for. */
export interface Standing extends Match {
  status: Status;
}

/** The groups of a report, in its order, by the state of the measure as a whole. */
export const groups = ['in-force', 'suspended', 'not-confirmed', 'not-yet', 'ended'] as const;
export type Group = (typeof groups)[number];

export interface RegisterReport {
  /** `not-named` never means free; see {@link LookUp}. */
  note: 'not-named' | 'not-a-code' | null;
  found: Partial<Record<Group, Standing[]>>;
  /**
   * Who asks for a good or a code must also know what holds for any dual-use item, whether or not it is named. Those
   * already found, and those that have ended, are left out.
   */
  buyers: Standing[];
  /** The next stated end of what is shown; null where there is none. */
  next: Reminder | null;
  /** Notices that others act on and that were not read: what they control nobody knows before they are. */
  notRead: { notice: string; done: { kind: RelationKind; by: string }[] }[];
  /** How many notices it is made from, and the day of the newest. */
  notices: { count: number; newestOn: Day | null };
}

/** Tells the numbered notices of an archive from what was said without a number. */
export function asRead(archived: readonly Statement[]): Read {
  const notices = archived.flatMap((one) =>
    one.facts.announcementNo === null ? [] : [{ ...one, announcementNo: one.facts.announcementNo }],
  );
  return { notices, statements: archived.filter(({ facts }) => facts.announcementNo === null) };
}

/** What the register holds on a day, as far as the notices read tell. */
export function reportOn(read: Read, question: Question): RegisterReport {
  const register = registerOf(read.notices, read.statements);
  const answer = lookUp(register, question);
  const found = (answer.found ? answer.matches : []).map((match) => standing(match, question));
  const buyers = buyersBeside(found, register, question);
  const shown = [...found, ...buyers].map(({ measure }) => measure);
  const newestOn = read.notices.map(({ publishedOn }) => publishedOn).toSorted();
  const names = read.notices.map(({ authorityId, announcementNo }) => `${authorityId}/${announcementNo}`);
  return {
    note: answer.found ? null : answer.note,
    found: Object.groupBy(found, ({ status }) => groupOf(status.whole)),
    buyers,
    next: remindersOf(shown, question.on).find(({ occasion }) => occasion === 'day') ?? null,
    notRead: notRead(read.notices),
    notices: { count: new Set(names).size, newestOn: newestOn.at(-1) ?? null },
  };
}

function standing(match: Match, { on, lastReadOn }: Question): Standing {
  return { ...match, status: statusOn(match.measure, on, lastReadOn) };
}

/** A suspension that was confirmed goes on. */
const groupOf = ({ state }: State): Group => (state === 'confirmed' ? 'suspended' : state);

function buyersBeside(
  found: readonly Standing[],
  register: readonly Measure[],
  question: Question,
): Standing[] {
  if (question.goods.length === 0 && question.code === null) return [];
  const shown = new Set(found.map(({ measure }) => measure));
  return byBuyer(register)
    .filter((measure) => !shown.has(measure))
    .map((measure) => standing({ measure, named: ['dual-use items'] }, question))
    .filter(({ status }) => status.whole.state !== 'ended');
}

function lookUp(register: readonly Measure[], { goods, code }: Question): LookUp {
  const byWord = goods.length === 0 ? null : byGoods(register, goods);
  const byNumber = code === null ? null : byCode(register, code);
  if (byWord?.found && byNumber?.found) return inBoth(byWord.matches, byNumber.matches);
  const missing = [byNumber, byWord].find((answer) => answer?.found === false);
  const all = register.map((measure) => ({ measure, named: [] }));
  return missing ?? byNumber ?? byWord ?? { found: true, matches: all };
}

function byGoods(register: readonly Measure[], goods: readonly string[]): LookUp {
  const answers = goods.map((good) => byGood(register, good));
  const named = new Map<Measure, string[]>();
  for (const { measure, named: names } of answers.flatMap((answer) => (answer.found ? answer.matches : []))) {
    named.set(measure, [...new Set([...(named.get(measure) ?? []), ...names])]);
  }
  const matches = register.flatMap((measure) => {
    const names = named.get(measure);
    return names ? [{ measure, named: names }] : [];
  });
  return matches.length > 0 ? { found: true, matches } : { found: false, note: 'not-named' };
}

function byCode(register: readonly Measure[], code: string): LookUp {
  return /^\s*\d[a-z]/i.test(code.normalize('NFKC'))
    ? byControlCode(register, code)
    : byHsCode(register, code);
}

function inBoth(some: readonly Match[], others: readonly Match[]): LookUp {
  const matches = some.flatMap(({ measure, named }) => {
    const other = others.find((match) => match.measure === measure);
    return other ? [{ measure, named: [...named, ...other.named] }] : [];
  });
  return matches.length > 0 ? { found: true, matches } : { found: false, note: 'not-named' };
}

function notRead(notices: readonly Notice[]): RegisterReport['notRead'] {
  const acts = unresolvedReferences(notices).filter(({ kind }) => isAct(kind));
  const missing = Map.groupBy(acts, ({ by, notice }) => `${by.authorityId}/${notice}`);
  return [...missing.values()]
    .flatMap((references) => {
      const [first] = references;
      const done = references.map(({ kind, by }) => ({ kind, by: by.announcementNo }));
      return first ? [{ notice: first.notice, done }] : [];
    })
    .toSorted((one, other) => (one.notice < other.notice ? -1 : 1));
}
