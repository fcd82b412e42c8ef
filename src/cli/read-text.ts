import { Temporal } from 'temporal-polyfill';
import { visible } from '../discord/render/escape.ts';
import type { Judgement } from '../domain/announcement.ts';
import type { Article, Attachment, AttachmentReading, Row } from '../domain/item.ts';
import type { Moment } from '../domain/moment.ts';
import { judgedAs, type Source } from '../domain/source.ts';
import { summarise } from '../understand/summarise.ts';

/** A Moment with its zone, and no more precise than it is: `2026-09-29 17:03 +08:00`, `2026-09-29`. */
function momentText(moment: Moment | null, { timeZone }: Pick<Source, 'timeZone'>): string | null {
  if (moment === null) return null;
  if (moment.precision === 'date') return `${moment.on} (date only, ${timeZone})`;

  const zoned = Temporal.Instant.fromEpochMilliseconds(moment.at).toZonedDateTimeISO(timeZone);
  const time = zoned.toPlainTime().toString({ smallestUnit: moment.precision });
  return `${zoned.toPlainDate()} ${time} ${zoned.offset}`;
}

/** Two or three lines a row. */
export function rowLines(rows: readonly Row[], source: Pick<Source, 'timeZone'>): string[] {
  return rows.flatMap((row) => [
    `${momentText(row.published, source) ?? 'no date'}  ${row.title}`,
    `    ${row.url}`,
    ...(row.key === row.url ? [] : [`    id ${row.key}${row.updated ? `, updated ${row.updated}` : ''}`]),
  ]);
}

export function rowsText(rows: Row[], warnings: string[], source: Source): string {
  const lines = rowLines(rows, source);
  const count = `${rows.length} ${rows.length === 1 ? 'row' : 'rows'} in ${source.name.en} (${source.id})`;
  return page([...lines, count, ...warnings.map((warning) => `Warning: ${warning}`), '']);
}

export function articleText(article: Article, judgement: Judgement, source: Source): string {
  const characters = `${article.text.length} characters`;
  return page([
    article.title,
    `published  ${momentText(article.published, source) ?? 'not stated'}`,
    `issuer     ${article.issuer ?? 'not stated'}`,
    ...article.attachments.flatMap(attachmentLines),
    `text       ${characters}`,
    ...article.text.split('\n').map((paragraph) => `  ${paragraph}`),
    '',
    ...verdictLines(judgement, source),
    '',
  ]);
}

function attachmentLines({ title, url, reading }: Attachment): string[] {
  const outcome = reading && `           ${readingText(reading)}`;
  return [`attached   ${title}  ${url}`, ...(outcome ? [outcome] : [])];
}

function readingText(reading: AttachmentReading): string {
  switch (reading.outcome) {
    case 'read':
      return `read: ${reading.end - reading.start} characters${reading.whole ? '' : ', the beginning of it'}`;
    case 'scan':
      return 'not read: it is pictures of pages';
    case 'failed':
      return `not read: ${reading.message} [${reading.reason}]`;
  }
}

/** A page of somebody else's words: nothing in them moves the cursor or colours the terminal. */
export const page = (lines: readonly string[]) => lines.map(visible).join('\n');

/** Why a text alerts, or why it stays silent. */
function verdictLines({ relevant, score, reasons, parts }: Judgement, source: Source): string[] {
  const because = reasons.map(
    ({ says, points, quote }) => `  ${points > 0 ? '+' : ''}${points}  ${says}: "${quote.words}"`,
  );
  const lead = parts[0];
  if (!relevant || !lead) return [`Silent (score ${score}):`, ...because];

  const { facts, evidence, kind, decidedBy } = lead;
  const language = judgedAs(source.language);
  const summary = summarise(
    { facts, evidence, kind, language, decidedBy },
    { market: 'US', authority: source.authority },
  );
  return [
    `Alert: tier ${lead.tier}, ${facts.action} (score ${score}):`,
    ...because,
    '',
    summary.pushLine.en,
    summary.pushLine.zh,
    `Stated: ${summary.stated.en.join(' · ')}`,
    `Not stated: ${summary.notStated.en.join(' · ')}`,
  ];
}
