import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../domain/moment.ts';
import { check, faultsText, type ModelTexts } from '../model/check.ts';
import type { Model } from '../model/client.ts';
import { ModelFailure } from '../model/failure.ts';
import type { Material } from '../model/material.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import { nextUnwritten, storeModelText, type Unwritten } from '../store/model-texts.ts';
import type { Db, ModelTextState } from '../store/schema.ts';
import { storyById } from '../store/stories.ts';
import { fanOut } from './fan-out.ts';
import { materialFor } from './model-summary.ts';
import type { Bell } from './run.ts';
import { viewOf } from './view.ts';

export interface ModelPorts {
  db: Db;
  model: Model;
  clock: Clock;
  log: Log;
}

/** Older news is not news any more when a model is set up, or comes back. */
const writtenOnFor = 3 * DAY;
/** After each failure in turn; then it is given up for that text. */
const retryAfter = [MINUTE, 10 * MINUTE, HOUR] as const;
const longestPause = HOUR;
const idle = 30 * SECOND;

/** What came of asking a model once. `none`: there was nothing to ask. */
export interface Written {
  outcome: ModelTextState | 'none';
  deliveries: number;
  /** Milliseconds for which nothing should be asked at all. */
  pause: number;
}

/**
 * Asks the model about one Story that it has not written on, holds its texts against the source, and stores what
 * came of it. Nothing waits for it: the alert has been committed, and what is accepted edits the message. The
 * network is asked outside of any transaction.
 *
 * @throws the signal's reason where it aborts; nothing is stored then, and the Story is asked about again.
 */
export async function writeNext(ports: ModelPorts, signal?: AbortSignal): Promise<Written> {
  const { db, clock } = ports;
  const now = clock.now();
  const next = await nextUnwritten(db, { since: now - writtenOnFor, now });
  if (!next) return { outcome: 'none', deliveries: 0, pause: idle };

  return settle(ports, next, await answerOn(ports, next, signal));
}

async function answerOn(
  { db, model, log }: ModelPorts,
  { story, revision }: Unwritten,
  signal?: AbortSignal,
): Promise<Answer> {
  try {
    const material = await materialFor(db, story, revision);
    if (!material) return { state: 'refused', why: 'its source has left the catalogue' };
    return judged(await model.write(material, signal), material);
  } catch (error) {
    signal?.throwIfAborted();
    const failure = failureOf(error, log);
    return { state: 'failed', why: failure.message, failure };
  }
}

/** An error of ours on one text must not keep the others from being written on. */
function failureOf(error: unknown, log: Log): ModelFailure {
  if (error instanceof ModelFailure) return error;
  log.error({ err: error }, 'a text of the model could not be dealt with');
  return new ModelFailure('internal', `It could not be dealt with: ${String(error)}`, { cause: error });
}

type Answer =
  | { state: 'accepted'; texts: ModelTexts }
  | { state: 'refused'; why: string; texts?: ModelTexts }
  | { state: 'failed'; why: string; failure: ModelFailure };

function judged(texts: ModelTexts, material: Material): Answer {
  const verdict = check(texts, material);
  if (verdict.accepted) return { state: 'accepted', texts };
  return { state: 'refused', texts, why: faultsText(verdict.faults) };
}

/** Stores the answer, and brings the messages up to date where it was accepted: all of it or nothing. */
async function settle(
  ports: ModelPorts,
  { story, revision, attempts }: Unwritten,
  answer: Answer,
): Promise<Written> {
  const { db, model, clock, log } = ports;
  const { state } = answer;
  const asked = attempts + 1;
  const now = clock.now();
  const texts = 'texts' in answer ? answer.texts : undefined;
  const deliveries = await db.transaction().execute(async (tx) => {
    await storeModelText(tx, {
      ...{ storyId: story.id, revisionId: revision.id, model: model.name, state, facts: story.facts },
      en: texts?.en ?? null,
      zh: texts?.zh ?? null,
      why: 'why' in answer ? answer.why : null,
      attempts: asked,
      nextAttemptAt: nextAttemptAt(answer, asked, now),
      createdAt: now,
    });
    return state === 'accepted' ? await tellEdit(tx, story.id, revision.id, now) : 0;
  });

  const fields = { story: story.id, model: model.name, attempts: asked };
  if (answer.state === 'accepted') log.info({ ...fields, deliveries }, 'model text accepted');
  else if (answer.state === 'refused')
    log.warn({ ...fields, why: answer.why }, 'model text refused, the template stands');
  else log.warn({ ...fields, why: answer.why, reason: answer.failure.reason }, 'model gave no answer');
  return { outcome: state, deliveries, pause: state === 'failed' ? pauseAfter(answer) : 0 };
}

/** Where the Story goes by another text by now, or by other facts, there is nothing to show. */
async function tellEdit(tx: Db, storyId: number, revisionId: number, now: Instant): Promise<number> {
  const view = await viewOf(tx, await storyById(tx, storyId));
  if (view.modelSummary === null || view.withdrawnAt !== null) return 0;
  const key = `update/${view.storyId}/model-${revisionId}`;
  return (await fanOut(tx, [{ key, body: { kind: 'update', view } }], now)).deliveries;
}

function nextAttemptAt(answer: Answer, attempts: number, now: Instant): Instant | null {
  const delay = retryAfter[attempts - 1];
  if (answer.state !== 'failed' || delay === undefined) return null;
  return now + Math.max(delay, pauseAfter(answer));
}

/** A model in trouble is in trouble for every Story. */
function pauseAfter(answer: Answer): number {
  if (answer.state !== 'failed') return 0;
  return Math.min(Math.max(MINUTE, answer.failure.retryAfter ?? 0), longestPause);
}

/**
 * Asks about one Story after the other until the signal aborts. `news` is rung when there are new Stories;
 * `onEdits` is called when messages are to be edited. Whatever goes wrong here costs nothing else.
 */
export async function runModel(
  ports: ModelPorts,
  { signal, news, onEdits }: { signal: AbortSignal; news: Bell; onEdits: () => void },
): Promise<void> {
  const { clock, log } = ports;
  while (!signal.aborted) {
    const rung = news.signal;
    try {
      const { outcome, deliveries, pause } = await writeNext(ports, signal);
      if (deliveries > 0) onEdits();
      // News does not shorten the pause that a model in trouble is given.
      await clock.sleep(pause, outcome === 'none' ? AbortSignal.any([signal, rung]) : signal);
    } catch (error) {
      if (signal.aborted) return;
      log.error({ err: error }, 'the step that asks the model failed unexpectedly');
      await clock.sleep(longestPause, signal);
    }
  }
}
