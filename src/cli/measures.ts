import { z } from 'zod';
import { clean } from '../discord/render/escape.ts';
import { isAct, type RelationKind } from '../domain/details.ts';
import type { LookUp, Match, Measure, Notice, State, Statement } from '../domain/measure.ts';
import type { Day } from '../domain/moment.ts';
import { dayOf } from '../domain/schedule.ts';
import { configuredClock, openInstallation } from '../installation.ts';
import { createLog } from '../ops/log.ts';
import { archivedNotices } from '../store/notices.ts';
import { enabledSources } from '../store/sources.ts';
import { goodCalled } from '../understand/lexicon/called.ts';
import { dayText } from '../understand/phrases/days.ts';
import { goodsNames } from '../understand/phrases/goods.ts';
import { placesText } from '../understand/phrases/places.ts';
import { byBuyer, byControlCode, byGood, byHsCode } from '../understand/register/look-up.ts';
import { registerOf, unresolvedReferences } from '../understand/register/register.ts';
import { remindersOf } from '../understand/register/reminders.ts';
import { statusOn } from '../understand/register/status.ts';
import { statusText } from '../understand/register/status-text.ts';
import { Refusal, type Terminal, writeJson } from './terminal.ts';

export interface MeasuresQuery {
  on: Day;
  /** The day on which the sources were last read. */
  lastReadOn: Day;
  /** As a person writes it: "samarium", "钐", "Sm". */
  good?: string;
  /** A code of the dual-use control list, or a customs code. */
  code?: string;
  json?: boolean;
}

/**
 * Prints the register of measures on a day, from the archive.
 *
 * @throws {Refusal} where the day, the good or the code is none, or nothing has been read yet.
 */
export async function measures(
  options: { on?: string; good?: string; code?: string; json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const config = terminal.config();
  const installation = await openInstallation(config, configuredClock(config), createLog(config.LOG_LEVEL));
  try {
    const { db, clock } = installation;
    const states = await enabledSources(db);
    const reads = states.flatMap(({ lastSuccessAt }) => lastSuccessAt ?? []);
    if (reads.length === 0)
      throw new Refusal('Nothing has been read yet. Run: npm run -s wire -- poll --once');

    const read = asRead(await archivedNotices(db));
    const lastReadOn = dayOf(Math.min(...reads), readersZone);
    const on = dayFrom(options.on) ?? dayOf(clock.now(), readersZone);
    measuresReport(read, { ...options, on, lastReadOn }, terminal);
  } finally {
    await installation.close();
  }
}

/** The register is China's first of all, and its days are Beijing's. */
const readersZone = 'Asia/Shanghai';

function dayFrom(text: string | undefined): Day | null {
  if (text === undefined) return null;
  const day = z.iso.date().safeParse(text);
  if (!day.success) throw new Refusal(`"${text}" is not a date. Write it as 2031-11-10.`);
  return day.data;
}

function asRead(archived: readonly Statement[]): Read {
  const notices = archived.flatMap((one) =>
    one.facts.announcementNo === null ? [] : [{ ...one, announcementNo: one.facts.announcementNo }],
  );
  return { notices, statements: archived.filter(({ facts }) => facts.announcementNo === null) };
}

/** What the archive holds of numbered notices, and of what was said without a number. */
export interface Read {
  notices: readonly Notice[];
  statements: readonly Statement[];
}

/**
 * Prints the measures, and their status on a day.
 *
 * @throws {Refusal} where the good or the code is none that can be looked up.
 */
export function measuresReport(read: Read, query: MeasuresQuery, terminal: Terminal): void {
  const register = registerOf(read.notices, read.statements);
  const answer = lookUp(register, query);
  const buyers = buyersBeside(answer, register, query);
  if (query.json) {
    if (!answer.found) writeJson(terminal, answer);
    for (const match of [...(answer.found ? answer.matches : []), ...buyers]) {
      writeJson(terminal, measureJson(match, query));
    }
    return;
  }
  const body = bodyOf(
    answer,
    buyers.map(({ measure }) => measure),
    query,
  );
  const lines = [titleOf(query), '', ...body, ...notReadLines(read.notices), '', footing(read, query)];
  terminal.write(`${lines.join('\n')}\n`);
}

/** Who asks for a good or a code must also know what holds for any dual-use item, whether or not it is named. */
function buyersBeside(answer: LookUp, register: readonly Measure[], query: MeasuresQuery): Match[] {
  if (query.good === undefined && query.code === undefined) return [];
  const found = answer.found ? answer.matches.map(({ measure }) => measure) : [];
  return byBuyer(register)
    .filter((measure) => !found.includes(measure) && stateOf(measure, query) !== 'ended')
    .map((measure) => ({ measure, named: ['dual-use items'] }));
}

function stateOf(measure: Measure, { on, lastReadOn }: MeasuresQuery): State['state'] {
  return statusOn(measure, on, lastReadOn).whole.state;
}

function lookUp(register: readonly Measure[], { good, code }: MeasuresQuery): LookUp {
  const byWord = good === undefined ? null : byGood(register, knownGood(good));
  const byNumber = code === undefined ? null : byCode(register, code);
  if (byWord?.found && byNumber?.found) return inBoth(byWord.matches, byNumber.matches);
  const missing = [byWord, byNumber].find((answer) => answer?.found === false);
  return (
    missing ??
    byNumber ??
    byWord ?? { found: true, matches: register.map((measure) => ({ measure, named: [] })) }
  );
}

function inBoth(some: readonly Match[], others: readonly Match[]): LookUp {
  const matches = some.flatMap(({ measure, named }) => {
    const other = others.find((match) => match.measure === measure);
    return other ? [{ measure, named: [...named, ...other.named] }] : [];
  });
  return matches.length > 0 ? { found: true, matches } : { found: false, note: 'not-named' };
}

function knownGood(written: string): string {
  const good = goodCalled(written.trim());
  if (good) return good.name;
  throw new Refusal(
    `"${written}" is no good that the lexicon knows. Give its English or Chinese name, or its chemical symbol.`,
  );
}

function byCode(register: readonly Measure[], code: string): LookUp {
  const answer = /^\s*\d[a-z]/i.test(code) ? byControlCode(register, code) : byHsCode(register, code);
  if (answer.found || answer.note !== 'not-a-code') return answer;
  throw new Refusal(
    `"${code}" is no code. Control codes look like 1C902 or 3C001.b, customs codes have 4 to 10 digits.`,
  );
}

/** The groups of a report, in its order. */
const groups: [title: string, states: State['state'][]][] = [
  ['IN FORCE', ['in-force']],
  ['SUSPENDED', ['suspended', 'confirmed']],
  ['NOT CONFIRMED', ['not-confirmed']],
  ['NOT YET IN FORCE', ['not-yet']],
  ['ENDED', ['ended']],
];

function bodyOf(answer: LookUp, buyers: readonly Measure[], query: MeasuresQuery): string[] {
  const found = answer.found ? answer.matches.map(({ measure }) => measure) : [];
  return [
    ...(answer.found ? [] : [notNamedText(query)]),
    ...groups.flatMap(([title, states]) =>
      section(
        title,
        found.filter((measure) => states.includes(stateOf(measure, query))),
        query,
      ),
    ),
    ...section('BY BUYER: any dual-use items, these too', buyers, query),
    ...nextDate([...found, ...buyers], query.on),
  ];
}

function section(title: string, measures: readonly Measure[], query: MeasuresQuery): string[] {
  return measures.length === 0 ? [] : [title, ...measures.flatMap((measure) => measureLines(measure, query))];
}

function measureLines(measure: Measure, { on, lastReadOn }: MeasuresQuery): string[] {
  const { whole, sections } = statusOn(measure, on, lastReadOn);
  return [
    `  ${subjectOf(measure)}`,
    `    ${statusText(whole, 'en')}`,
    ...sections.map(({ section, state }) => `    ${section}: ${statusText(state, 'en')}`),
    ...(measure.amendedBy.length > 0
      ? [`    amended by ${measure.amendedBy.map(({ announcementNo }) => announcementNo).join(', ')}`]
      : []),
    ...(whole.state === 'not-confirmed' ? measure.statements : [])
      .filter(({ publishedOn }) => publishedOn <= on)
      .map((statement) => `    ${saidText(statement)}`),
    `    ${clean(measure.notice.url)}`,
  ];
}

/** "No. 18 of 2031  samarium, terbium (1C902, 1C904.a)". */
function subjectOf({ notice, goods, destinations, controlCodes }: Measure): string {
  const what = goods.length > 0 ? goodsNames(goods, 'en').join(', ') : clean(notice.title);
  const to = placesText(destinations, 'en');
  const codes = controlCodes.length > 0 ? ` (${codesText(controlCodes)})` : '';
  return `${notice.announcementNo}  ${what}${codes}${to ? ` to ${to}` : ''}`;
}

const MOST_CODES = 6;

/** Many codes are told by their entries: "2B902" for 2B902.a to 2B902.z. */
function codesText(codes: readonly string[]): string {
  const entries = codes.map((code) => code.split('.')[0] ?? code);
  return (codes.length > MOST_CODES ? [...new Set(entries)] : codes).join(', ');
}

function saidText({ publishedOn, facts, title, url }: Statement): string {
  const until = facts.expiryDate ? `, speaks of ${dayText(facts.expiryDate, 'en')}` : '';
  return `said on ${dayText(publishedOn, 'en')}, which moves no date: ${clean(title)}${until} ${clean(url)}`;
}

function nextDate(measures: readonly Measure[], on: Day): string[] {
  const next = remindersOf(measures, on).find(({ occasion }) => occasion === 'day');
  return next ? [`NEXT DATE  ${dayText(next.statedEnd, 'en')}: stated end of ${next.by.announcementNo}`] : [];
}

const doneTo: Record<RelationKind, string> = {
  suspends: 'suspended',
  extends: 'extended',
  repeals: 'repealed',
  amends: 'amended',
  implements: 'implemented',
  cites: 'named',
};

/** What they control, and whether it is what was asked for, nobody knows before they are read. */
function notReadLines(notices: readonly Notice[]): string[] {
  const acts = unresolvedReferences(notices).filter(({ kind }) => isAct(kind));
  const missing = Map.groupBy(acts, ({ by, notice }) => `${by.authorityId}/${notice}`);
  const lines = [...missing.values()].flatMap((references) => {
    const [first] = references;
    const said = new Set(references.map(({ kind, by }) => `${doneTo[kind]} by ${by.announcementNo}`));
    return first ? [`  ${first.notice}  ${[...said].join(', ')}`] : [];
  });
  return lines.length > 0 ? ['NOT READ: what other notices act on', ...lines.toSorted()] : [];
}

function titleOf({ on, good, code }: MeasuresQuery): string {
  const asked = [good, code].filter((word) => word !== undefined).map((word) => clean(word));
  return `Export controls on ${dayText(on, 'en')}${asked.length > 0 ? `: ${asked.join(', ')}` : ''}`;
}

function notNamedText({ good, code }: MeasuresQuery): string {
  const asked = [good, code].filter((word) => word !== undefined).map((word) => clean(word));
  return `No notice in the register names ${asked.join(' with ')}. That does not mean free: controls are by description, codes are for reference.`;
}

function footing({ notices }: Read, { lastReadOn }: MeasuresQuery): string {
  const newest = notices
    .map(({ publishedOn }) => publishedOn)
    .toSorted()
    .at(-1);
  const count = new Set(notices.map(({ authorityId, announcementNo }) => `${authorityId}/${announcementNo}`))
    .size;
  const from = newest
    ? `From ${count} ${count === 1 ? 'notice' : 'notices'} read, the newest of ${dayText(newest, 'en')}`
    : 'No notice was read yet';
  return `${from}; sources last read on ${dayText(lastReadOn, 'en')}. Not legal advice; a good missing here is not thereby free.`;
}

function measureJson({ measure, named }: Match, { on, lastReadOn }: MeasuresQuery) {
  const { statements, ...rest } = measure;
  return {
    ...rest,
    named,
    on,
    lastReadOn,
    status: statusOn(measure, on, lastReadOn),
    statements: statements.map(({ facts, details: _, ...said }) => ({ ...said, until: facts.expiryDate })),
  };
}
