import { noteText, oftenText } from '../../commands/texts/notes.ts';
import { durationText } from '../discord/render/duration.ts';
import { failureAdvice } from '../domain/failure.ts';
import { notesOf, rhythmOf } from '../domain/health.ts';
import type { Instant } from '../domain/moment.ts';
import type { SourceHistory } from '../store/source-notes.ts';

/** How each Source stands, a line each: when it was read, its rows, how often it posts, what failed last. */
export function standingLines(histories: readonly SourceHistory[], now: Instant): string[] {
  const width = Math.max(...histories.map(({ id }) => id.length));
  return histories.map(
    (history) => `${markOf(history)} ${history.id.padEnd(width)}  ${standingOf(history, now)}`,
  );
}

function markOf({ failures, lastSuccessAt }: SourceHistory): string {
  if (failures > 0) return '✗';
  return lastSuccessAt === null ? '…' : '✓';
}

function standingOf(
  { lastSuccessAt, rows, postedAt, failureReason, failureAt }: SourceHistory,
  now: Instant,
): string {
  const rhythm = rhythmOf(postedAt);
  return [
    lastSuccessAt === null ? 'not read yet' : `read ${ago(lastSuccessAt, now)}`,
    ...(rows === null ? [] : [`${rows} ${rows === 1 ? 'row' : 'rows'}`]),
    ...(rhythm ? [`posts ${oftenText.en(rhythm.perWeek)}`] : []),
    ...(failureReason && failureAt !== null
      ? [`last failure: ${failureReason}, ${ago(failureAt, now)}`]
      : []),
  ].join(' · ');
}

const ago = (at: Instant, now: Instant) => `${durationText(now - at, 'en')} ago`;

/** Each Source that cannot be read: why, what to do, and when it is tried again. */
export function failureLines(histories: readonly SourceHistory[], now: Instant): string[] {
  return histories.flatMap(({ id, failures, failureReason, failureDetail, nextPollAt }) => {
    if (failures === 0 || failureReason === null) return [];
    const minutes = Math.max(0, Math.round((nextPollAt - now) / 60_000));
    const times = failures === 1 ? 'once' : `${failures} times in a row`;
    return [
      `${id}: failed ${times}: ${withoutLongQueries(failureDetail ?? '')} [${failureReason}]. ` +
        `${failureAdvice[failureReason]} Next try in ${minutes} min.`,
    ];
  });
}

/** The parameters of a service fill a line, and say nothing of what is wrong. */
const withoutLongQueries = (detail: string) => detail.replaceAll(/\?\S{60,}/g, '?…');

/** What to look at in Sources that may well be read. */
export function noteLines(histories: readonly SourceHistory[], now: Instant): string[] {
  return histories.flatMap((history) =>
    notesOf(history, now).map((note) => `${history.id}: ${noteText.en(note)}`),
  );
}
