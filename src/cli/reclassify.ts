import { DAY } from '../domain/moment.ts';
import { configuredClock, openInstallation } from '../installation.ts';
import { silentLog } from '../ops/log.ts';
import { type Difference, judgeAgain, recordAgain } from '../pipeline/reclassify.ts';
import { sourceById } from '../sources/known.ts';
import { fromJson } from '../store/columns.ts';
import { Refusal, type Terminal, writeJson } from './terminal.ts';

export interface ReclassifyOptions {
  dryRun?: boolean;
  apply?: boolean;
  /** A whole number of days, as it was typed. */
  days: string;
  json?: boolean;
}

/**
 * Judges archived texts again, and prints what this version of the lexicon would change; with `apply`, records it,
 * save what is no longer relevant. Nobody is told of any of it.
 * @throws {Refusal} Neither or both of `dryRun` and `apply` are asked for, or the days are no number.
 */
export async function reclassify(options: ReclassifyOptions, terminal: Terminal): Promise<void> {
  const { days, apply, json } = readOptions(options);
  const config = terminal.config();
  const installation = await openInstallation(config, configuredClock(config), silentLog);
  const { db, clock } = installation;
  const counts = {
    texts: 0,
    orphans: 0,
    'newly-relevant': 0,
    'no-longer-relevant': 0,
    changed: 0,
    recorded: 0,
  };
  try {
    const at = clock.now() - days * DAY;
    const since = { at, on: new Date(at).toISOString().slice(0, 10) };
    for await (const { differences } of judgeAgain(db, sourceById, since)) {
      counts.texts += 1;
      if (differences === null) counts.orphans += 1;
      for (const difference of differences ?? []) {
        counts[difference.found] += 1;
        if (json) writeJson(terminal, plain(difference));
        else terminal.write(differenceText(difference));
      }
      if (apply && differences) counts.recorded += await recordAgain(db, differences, clock.now());
    }
  } finally {
    await installation.close();
  }
  if (!json) terminal.write(closingText(counts, days, apply));
}

function readOptions({ dryRun = false, apply = false, days, json = false }: ReclassifyOptions) {
  if (dryRun === apply) {
    throw new Refusal('Say --dry-run to see what would change, or --apply to record it. Nothing was done.');
  }
  const number = Number(days);
  if (!Number.isInteger(number) || number < 1 || number > 36_500) {
    throw new Refusal(`--days must be a whole number from 1 to 36500 (is "${days}"). Nothing was done.`);
  }
  return { days: number, apply, json };
}

const labels: Record<Difference['found'], string> = {
  'newly-relevant': '+ newly relevant',
  'no-longer-relevant': '- no longer relevant',
  changed: '~ read otherwise',
};

function differenceText(difference: Difference): string {
  const { item, found } = difference;
  const lines = [
    `${labels[found]}  ${item.publishedOn ?? 'no date'}  ${item.title}`,
    `    ${item.url}`,
    ...factLines(difference).map((line) => `    ${line}`),
  ];
  return `${lines.join('\n')}\n`;
}

function factLines(difference: Difference): string[] {
  switch (difference.found) {
    case 'newly-relevant':
      return [`action: ${difference.part.facts.action}`];
    case 'no-longer-relevant':
      return [`action: ${fromJson(difference.known.facts).action}`];
    case 'changed':
      return difference.facts.length > 0
        ? difference.facts.map(({ fact, from, to }) => `${fact}: ${valueText(from)} → ${valueText(to)}`)
        : ['the same facts; other notices, codes or bodies that it names'];
  }
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : 'not stated';
  return value === null ? 'not stated' : String(value);
}

function plain(difference: Difference) {
  const { item, found } = difference;
  const { sourceId, title, url, publishedOn } = item;
  const part = found === 'no-longer-relevant' ? difference.known.part : difference.part.part;
  const facts = found === 'changed' ? { facts: difference.facts } : {};
  return { found, sourceId, title, url, date: publishedOn, part, ...facts };
}

function closingText(
  counts: Record<Difference['found'] | 'texts' | 'orphans' | 'recorded', number>,
  days: number,
  apply: boolean,
): string {
  const { texts, orphans, changed, recorded } = counts;
  const period = days === 1 ? 'the last day' : `the last ${days} days`;
  const orphaned = orphans > 0 ? ` ${orphans} not judged: their source is no longer in the catalogue.` : '';
  const done = apply
    ? `Recorded ${recorded}; nobody was told. What is no longer relevant stays as it is.`
    : 'Nothing was changed.';
  return (
    `${texts} ${texts === 1 ? 'text' : 'texts'} of ${period} judged again: ` +
    `${counts['newly-relevant']} newly relevant, ${counts['no-longer-relevant']} no longer relevant, ` +
    `${changed} read otherwise.${orphaned} ${done}\n`
  );
}
