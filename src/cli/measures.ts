import { z } from 'zod';
import { clean } from '../discord/render/escape.ts';
import type { RelationKind } from '../domain/details.ts';
import type { Measure, Statement } from '../domain/measure.ts';
import type { Day } from '../domain/moment.ts';
import { dayOf } from '../domain/schedule.ts';
import { configuredClock, openInstallation } from '../installation.ts';
import { createLog } from '../ops/log.ts';
import { archivedNotices, lastReadOn, registerZone } from '../store/notices.ts';
import { goodCalled } from '../understand/lexicon/called.ts';
import { dayText } from '../understand/phrases/days.ts';
import { goodsNames } from '../understand/phrases/goods.ts';
import { placesText } from '../understand/phrases/places.ts';
import {
  asRead,
  type Group,
  groups,
  type Read,
  type RegisterReport,
  reportOn,
  type Standing,
} from '../understand/register/report.ts';
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
    const readOn = await lastReadOn(db);
    if (readOn === null) throw new Refusal('Nothing has been read yet. Run: npm run -s wire -- poll --once');

    const read = asRead(await archivedNotices(db));
    const on = dayFrom(options.on) ?? dayOf(clock.now(), registerZone);
    measuresReport(read, { ...options, on, lastReadOn: readOn }, terminal);
  } finally {
    await installation.close();
  }
}

function dayFrom(text: string | undefined): Day | null {
  if (text === undefined) return null;
  const day = z.iso.date().safeParse(text);
  if (!day.success) throw new Refusal(`"${text}" is not a date. Write it as 2031-11-10.`);
  return day.data;
}

/**
 * Prints the measures, and their status on a day.
 *
 * @throws {Refusal} where the good or the code is none that can be looked up.
 */
export function measuresReport(read: Read, query: MeasuresQuery, terminal: Terminal): void {
  const { on, lastReadOn, good, code } = query;
  const goods = good === undefined ? [] : [knownGood(good)];
  const report = reportOn(read, { on, lastReadOn, goods, code: code ?? null });
  if (report.note === 'not-a-code') throw new Refusal(notACode(code ?? ''));
  const found = groups.flatMap((group) => report.found[group] ?? []);
  if (query.json) {
    if (report.note) writeJson(terminal, { found: false, note: report.note });
    for (const each of [...found, ...report.buyers]) writeJson(terminal, measureJson(each, query));
    return;
  }
  const lines = [
    titleOf(query),
    '',
    ...(report.note ? [notNamedText(query)] : []),
    ...groups.flatMap((group) => section(titles[group], report.found[group] ?? [], query)),
    ...section('BY BUYER: any dual-use items, these too', report.buyers, query),
    ...nextDate(report),
    ...notReadLines(report),
    '',
    footing(report, query),
  ];
  terminal.write(`${lines.join('\n')}\n`);
}

function knownGood(written: string): string {
  const good = goodCalled(written.trim());
  if (good) return good.name;
  throw new Refusal(
    `"${written}" is no good that the lexicon knows. Give its English or Chinese name, or its chemical symbol.`,
  );
}

const notACode = (code: string) =>
  `"${code}" is no code. Control codes look like 1C902 or 3C001.b, customs codes have 4 to 10 digits.`;

const titles: Record<Group, string> = {
  'in-force': 'IN FORCE',
  suspended: 'SUSPENDED',
  'not-confirmed': 'NOT CONFIRMED',
  'not-yet': 'NOT YET IN FORCE',
  ended: 'ENDED',
};

function section(title: string, measures: readonly Standing[], query: MeasuresQuery): string[] {
  return measures.length === 0 ? [] : [title, ...measures.flatMap((measure) => measureLines(measure, query))];
}

function measureLines({ measure, status }: Standing, { on }: MeasuresQuery): string[] {
  const { whole, sections } = status;
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

function nextDate({ next }: RegisterReport): string[] {
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

function notReadLines({ notRead }: RegisterReport): string[] {
  const lines = notRead.map(({ notice, done }) => {
    const said = new Set(done.map(({ kind, by }) => `${doneTo[kind]} by ${by}`));
    return `  ${notice}  ${[...said].join(', ')}`;
  });
  return lines.length > 0 ? ['NOT READ: what other notices act on', ...lines] : [];
}

function titleOf({ on, good, code }: MeasuresQuery): string {
  const asked = [good, code].filter((word) => word !== undefined).map((word) => clean(word));
  return `Export controls on ${dayText(on, 'en')}${asked.length > 0 ? `: ${asked.join(', ')}` : ''}`;
}

function notNamedText({ good, code }: MeasuresQuery): string {
  const asked = [good, code].filter((word) => word !== undefined).map((word) => clean(word));
  return `No notice in the register names ${asked.join(' with ')}. That does not mean free: controls are by description, codes are for reference.`;
}

function footing({ notices: { count, newestOn } }: RegisterReport, { lastReadOn }: MeasuresQuery): string {
  const from = newestOn
    ? `From ${count} ${count === 1 ? 'notice' : 'notices'} read, the newest of ${dayText(newestOn, 'en')}`
    : 'No notice was read yet';
  return `${from}; sources last read on ${dayText(lastReadOn, 'en')}. Not legal advice; a good missing here is not thereby free.`;
}

function measureJson({ measure, named, status }: Standing, { on, lastReadOn }: MeasuresQuery) {
  const { statements, ...rest } = measure;
  return {
    ...rest,
    named,
    on,
    lastReadOn,
    status,
    statements: statements.map(({ facts, details: _, ...said }) => ({ ...said, until: facts.expiryDate })),
  };
}
