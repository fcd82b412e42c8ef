import { clean } from '../discord/render/escape.ts';
import { configuredClock, type Installation, openInstallation } from '../installation.ts';
import { silentLog } from '../ops/log.ts';
import { admitError } from '../pipeline/our-error.ts';
import { fromJson } from '../store/columns.ts';
import { feedbackById, listFeedback, type ReportedText, settleFeedback } from '../store/feedback.ts';
import { factsText } from './facts-text.ts';
import { goldRowOf } from './reports/export.ts';
import { type RulingOptions, rulingOf } from './reports/ruling.ts';
import { Refusal, type Terminal, writeJson } from './terminal.ts';

export const reportTasks = ['list', 'confirm', 'dismiss', 'export'] as const;
export type ReportTask = (typeof reportTasks)[number];

export interface ReportOptions extends RulingOptions {
  /** Settled ones, too. */
  all?: boolean;
}

/**
 * What people said is wrong, and what became of it.
 * @throws {Refusal} There is no such report, it is settled, or what is right is not said.
 */
export async function reports(
  task: ReportTask,
  id: string | undefined,
  options: ReportOptions,
  terminal: Terminal,
): Promise<void> {
  const config = terminal.config();
  const installation = await openInstallation(config, configuredClock(config), silentLog);
  try {
    await tasks[task]({ installation, id, options, terminal });
  } finally {
    await installation.close();
  }
}

interface Request {
  installation: Installation;
  id: string | undefined;
  options: ReportOptions;
  terminal: Terminal;
}

const tasks: Record<ReportTask, (request: Request) => Promise<void>> = {
  list,
  confirm,
  dismiss,
  export: exportAll,
};

async function list({ installation: { db }, options, terminal }: Request): Promise<void> {
  const found = await listFeedback(db, options.all ? undefined : 'open');
  for (const report of found) terminal.write(reportText(report));
  if (found.length === 0) terminal.write(options.all ? 'No reports.\n' : 'No open reports.\n');
}

async function confirm({ installation, id, options, terminal }: Request): Promise<void> {
  const { db, clock } = installation;
  const report = await openReport(installation, id);
  const ruling = rulingOf(fromJson(report.toldFacts), options);
  const channels = await admitError(db, report, ruling, clock.now());
  terminal.write(
    `Report ${report.id} is confirmed; the correction, as our error, goes to ${channels} ` +
      `${channels === 1 ? 'channel' : 'channels'}.\n`,
  );
}

async function dismiss({ installation, id, terminal }: Request): Promise<void> {
  const report = await openReport(installation, id);
  await settleFeedback(installation.db, report, null, installation.clock.now());
  terminal.write(`Report ${report.id} is dismissed; what was told stands.\n`);
}

/** Confirmed reports in the gold format, for `wire eval`. */
async function exportAll({ installation: { db }, terminal }: Request): Promise<void> {
  for (const report of await listFeedback(db, 'confirmed')) writeJson(terminal, goldRowOf(report));
}

async function openReport({ db }: Installation, id: string | undefined): Promise<ReportedText> {
  if (!id || !/^\d{1,15}$/.test(id)) {
    throw new Refusal('Name a report by its number. They are listed by: npm run -s wire -- reports');
  }
  const report = await feedbackById(db, Number(id));
  if (!report) throw new Refusal(`There is no report ${id}.`);
  if (report.state !== 'open') throw new Refusal(`Report ${id} is ${report.state} already.`);
  return report;
}

function reportText(report: ReportedText): string {
  const at = new Date(report.createdAt).toISOString().slice(0, 16).replace('T', ' ');
  const lines = [
    `${report.id}  ${report.state}  ${at} UTC  ${report.title}`,
    report.url,
    ...(report.words ? [`they say: “${clean(report.words)}”`] : []),
    `told: ${factsText(fromJson(report.toldFacts))}`,
    ...(report.facts
      ? [`right: ${report.relevant ? factsText(fromJson(report.facts)) : 'not relevant'}`]
      : []),
    `story ${report.storyId}, revision ${report.revision}, text ${report.hash}; user ${report.userId} of server ${report.guildId}`,
  ];
  return `${lines.join('\n    ')}\n`;
}
