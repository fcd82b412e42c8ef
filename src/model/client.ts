import { Agent, type Dispatcher, request } from 'undici';
import { z } from 'zod';
import { ReadFailure } from '../domain/failure.ts';
import { SECOND } from '../domain/moment.ts';
import { acceptEncoding, readBody } from '../fetch/body.ts';
import { createDeadline, type Deadline } from '../fetch/deadline.ts';
import { networkFailure, parseRetryAfter, statusLine } from '../fetch/failures.ts';
import type { Clock } from '../ops/clock.ts';
import type { ModelTexts } from './check.ts';
import { ModelFailure, type ModelFailureReason } from './failure.ts';
import type { Material } from './material.ts';
import { promptFor } from './prompt.ts';

/** A language model that can be asked for two texts. */
export interface Model {
  /** As its endpoint calls it. */
  readonly name: string;
  /**
   * What it writes on a text: nothing has been checked but its form. An abort rejects with the signal's reason.
   * @throws {ModelFailure}
   */
  write(material: Material, signal?: AbortSignal): Promise<ModelTexts>;
  /** Whether its endpoint answers, and accepts the key. @throws {ModelFailure} where it does not. */
  reach(): Promise<void>;
  close(): Promise<void>;
}

export interface ModelOptions {
  /** Such as `https://host.example/v1`. It is the operator's own choice: it may be of a private network. */
  url: string;
  name: string;
  /** Sent as a bearer token to that address only; never logged. */
  key?: string | undefined;
  /** Reads `Retry-After`. The deadline is in the machine's own time. */
  clock: Pick<Clock, 'now'>;
  /** Milliseconds for a request as a whole. Default 20,000. */
  timeout?: number | undefined;
  /** Of an answer. Default 200,000. */
  maxBytes?: number | undefined;
}

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

const Texts = z.object({ en: z.string().trim().min(1), zh: z.string().trim().min(1) });

/** What an answer of a status that is no success means. */
const refusals: readonly [status: (code: number) => boolean, ModelFailureReason, says: string][] = [
  [(code) => code === 401 || code === 403, 'refused', 'does not accept MODEL_KEY'],
  [(code) => code === 404, 'refused', 'knows no such address or model: look at MODEL_URL and MODEL_NAME'],
  [(code) => code === 429, 'rate-limited', 'asks for fewer requests'],
  [(code) => code >= 500, 'server-error', 'is itself in trouble'],
  [(code) => code >= 400, 'refused', 'does not accept the request'],
  [() => true, 'malformed', 'answers with something else than an answer'],
];

/** A model behind any endpoint that speaks OpenAI's chat completions. One request at a time is the caller's business. */
export function createModel(options: ModelOptions): Model {
  const { name, key, clock, timeout = 20 * SECOND, maxBytes = 200_000 } = options;
  const base = options.url.replace(/\/+$/, '');
  const agent = new Agent({ connect: { timeout }, headersTimeout: 0, bodyTimeout: 0 });
  const closing = new AbortController();
  const headers = {
    accept: 'application/json',
    'accept-encoding': acceptEncoding,
    ...(key ? { authorization: `Bearer ${key}` } : {}),
  };

  /** The body of a successful answer. Redirects are not followed: the key is for one address. */
  async function ask(path: string, body: string | null, signal?: AbortSignal): Promise<string> {
    const deadline = createDeadline(signal ? [signal, closing.signal] : [closing.signal]);
    deadline.start(timeout);
    try {
      const answer = await request(`${base}${path}`, {
        dispatcher: agent,
        method: body === null ? 'GET' : 'POST',
        headers: body === null ? headers : { ...headers, 'content-type': 'application/json' },
        body,
        signal: deadline.signal,
      });
      if (answer.statusCode !== 200) throw await refusal(answer);
      const encodings = String(answer.headers['content-encoding'] ?? '');
      return (await readBody(answer.body, { encodings, limit: maxBytes, url: base })).toString('utf8');
    } catch (error) {
      throw explain(error, deadline);
    } finally {
      deadline.release();
    }
  }

  async function refusal({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<ModelFailure> {
    await body.dump({ limit: maxBytes });
    const [, reason, says] = refusals.find(([matches]) => matches(statusCode)) ?? [];
    const retryAfter = parseRetryAfter(headers['retry-after']?.toString(), clock.now());
    const message = `The model at ${base} ${says} (${statusLine(statusCode)}).`;
    return new ModelFailure(reason ?? 'malformed', message, { retryAfter });
  }

  function explain(cause: unknown, deadline: Deadline): unknown {
    if (deadline.passed()) {
      const message = `The model at ${base} did not answer within ${timeout / SECOND} s.`;
      return new ModelFailure('timeout', message, { cause });
    }
    deadline.signal.throwIfAborted();
    const failure = cause instanceof ReadFailure ? cause : networkFailure(cause, base);
    return failure ? new ModelFailure(reasonOf(failure), `The model: ${failure.message}.`, { cause }) : cause;
  }

  return {
    name,
    async write(material, signal) {
      const messages = promptFor(material);
      const question = { model: name, temperature: 0, response_format: { type: 'json_object' }, messages };
      return textsIn(await ask('/chat/completions', JSON.stringify(question), signal), base);
    },
    async reach() {
      await ask('/models', null);
    },
    async close() {
      closing.abort(new Error('The model was closed.'));
      await agent.destroy();
    },
  };
}

function reasonOf({ reason }: ReadFailure): ModelFailureReason {
  if (reason === 'timeout' || reason === 'too-large' || reason === 'malformed') return reason;
  return 'unreachable';
}

/** @throws {ModelFailure} 'malformed' where the answer is not what was asked for. */
function textsIn(answer: string, base: string): ModelTexts {
  const completion = Completion.safeParse(parsed(answer));
  if (!completion.success) throw malformed(base, 'is no chat completion');
  const content = completion.data.choices[0]?.message.content ?? '';
  const texts = Texts.safeParse(parsed(unfenced(content)));
  if (!texts.success) throw malformed(base, 'is not the JSON that was asked for');
  return texts.data;
}

function malformed(base: string, says: string): ModelFailure {
  return new ModelFailure('malformed', `What the model at ${base} answered ${says}.`);
}

/** Some models put JSON into a block of code, asked or not. */
function unfenced(content: string): string {
  return /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/.exec(content)?.[1] ?? content;
}

/** Undefined where it is no JSON: no answer has that value. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
