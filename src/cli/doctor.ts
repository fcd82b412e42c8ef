import type { Config } from '../config.ts';
import { visible } from '../discord/render/escape.ts';
import { configuredClock, type Installation, openInstallation } from '../installation.ts';
import type { Model } from '../model/client.ts';
import { ModelFailure } from '../model/failure.ts';
import { silentLog } from '../ops/log.ts';
import { blindAuthorities } from '../store/authorities.ts';
import { countUnreadable } from '../store/items.ts';
import { countDeliveries } from '../store/outbox.ts';
import { allParked } from '../store/parking.ts';
import { type SourceHistory, sourceHistories } from '../store/source-notes.ts';
import { failureLines, noteLines, standingLines } from './source-lines.ts';
import type { Terminal } from './terminal.ts';

/** Says what is wrong with this installation and what to do about it. Exit status 1 when something is. */
export async function doctor(terminal: Terminal): Promise<void> {
  const config = terminal.config();
  const installation = await openInstallation(config, configuredClock(config), silentLog);
  try {
    const { book, clock, db } = installation;
    const histories = await sourceHistories(db);
    const findings = await examine(installation, histories);
    const notes = noteLines(histories, clock.now());
    if (!config.DISCORD_TOKEN) terminal.write('Note: no DISCORD_TOKEN, so alerts go to the terminal.\n');
    terminal.write(`${visible(modelLine(config))}\n`);
    if (histories.length > 0) terminal.write('Sources:\n');
    for (const line of standingLines(histories, clock.now())) terminal.write(`  ${visible(line)}\n`);
    for (const note of notes) terminal.write(`⚠ ${visible(note)}\n`);
    for (const finding of findings) terminal.write(`✗ ${visible(finding)}\n`);
    if (findings.length > 0) process.exitCode = 1;
    else
      terminal.write(`Nothing wrong: ${counted(book.all.size, 'source')}, none failing${lookAt(notes)}.\n`);
  } finally {
    await installation.close();
  }
}

const lookAt = (notes: readonly string[]) =>
  notes.length === 0 ? '' : `; ${counted(notes.length, 'thing')} to look at`;

async function examine(
  { db, cache, clock, config, model }: Installation,
  histories: readonly SourceHistory[],
): Promise<string[]> {
  const findings: string[] = [];
  const fault = cache.fault();
  if (fault)
    findings.push(`The cache cannot be used (${fault.message}). Every poll reads everything until it can.`);

  for (const { id } of await blindAuthorities(db)) {
    findings.push(`Blind on ${id}: none of its sources can be read.`);
  }
  findings.push(...failureLines(histories, clock.now()));
  for (const { sourceId, articles } of await countUnreadable(db)) {
    findings.push(
      `${sourceId}: ${counted(articles, 'article')} cannot be read, so that only the titles are known. ` +
        `Each is tried again by itself for a month; npm run -s wire -- read ADDRESS says what is wrong.`,
    );
  }
  for (const { state, count } of await countDeliveries(db)) {
    if (state === 'unknown')
      findings.push(`${counted(count, 'message')} may or may not have reached Discord. See /status.`);
    if (state === 'rejected')
      findings.push(`${counted(count, 'message')} refused by Discord. /status says why.`);
  }
  for (const { channelId, held, code } of await allParked(db)) {
    findings.push(
      `Discord refuses the bot in channel ${channelId} (code ${code}); ${counted(held, 'message')} held. ` +
        'Give it back the permissions that /watch list names there, or remove its watches.',
    );
  }
  const silence = await whyModelIsSilent(model);
  if (silence) findings.push(silence);
  if (!config.CONTACT)
    findings.push('CONTACT is empty: ministries cannot tell who reads their pages. Set it in .env.');
  return findings;
}

function modelLine({ MODEL_NAME, MODEL_URL }: Config): string {
  return MODEL_URL
    ? `Model: ${MODEL_NAME} at ${MODEL_URL} is asked for summaries.`
    : 'Model: none is set up (MODEL_URL), so alerts carry our own template alone.';
}

async function whyModelIsSilent(model: Model | null): Promise<string | null> {
  try {
    await model?.reach();
    return null;
  } catch (error) {
    if (error instanceof ModelFailure)
      return `${error.message} Alerts go out all the same, without its summary.`;
    throw error;
  }
}

const counted = (count: number, noun: string) => `${count} ${count === 1 ? noun : `${noun}s`}`;
