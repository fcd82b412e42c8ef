import type { RecordedRequest } from './state.ts';

/**
 * What goes wrong with a request.
 * - `drop`: the connection ends and nothing happened.
 * - `accept-then-drop`: it took effect, and the connection ends without an answer.
 * - `hang`: nothing happens and no answer comes, until the caller or the fake gives up.
 * - a status: answered without effect, or after it where `accepted`. `retryAfter` is in seconds and makes it a
 *   rate limit.
 * - `ban`: what stands before Discord has had enough, and answers with a page of its own that says nothing in JSON.
 */
export type Fault = 'drop' | 'accept-then-drop' | 'hang' | 'ban' | Refusal | RateLimit;

export interface Refusal {
  status: number;
  /** Discord's JSON code, e.g. 30046. */
  code?: number;
  message?: string;
  /** It took effect all the same. */
  accepted?: boolean;
}

export interface RateLimit {
  status: 429;
  retryAfter: number;
  /** A limit that has a code of its own, as 30046 for edits of old messages. */
  code?: number;
  global?: boolean;
  scope?: 'user' | 'global' | 'shared';
}

/** `'POST /channels/7/messages'` exactly, a pattern for the same words, or a test of the request. */
export type Matcher = string | RegExp | ((request: RecordedRequest) => boolean);

/** Faults in store, each for the next so many requests that match. */
export class Faults {
  #planned: { matcher: Matcher; fault: Fault; left: number }[] = [];

  plan(matcher: Matcher, fault: Fault, times: number): void {
    this.#planned.push({ matcher, fault, left: times });
  }

  /** The fault for this request, if any; the one planned first comes first. */
  take(request: RecordedRequest): Fault | null {
    const plan = this.#planned.find(({ matcher }) => matches(matcher, request));
    if (plan === undefined) return null;
    plan.left -= 1;
    this.#planned = this.#planned.filter(({ left }) => left > 0);
    return plan.fault;
  }
}

function matches(matcher: Matcher, request: RecordedRequest): boolean {
  if (typeof matcher === 'function') return matcher(request);
  const words = `${request.method} ${request.path}`;
  return typeof matcher === 'string' ? matcher === words : matcher.test(words);
}

/** An answer that a fault makes. */
export interface Refused {
  status: number;
  headers: Record<string, string>;
  /** A string is a page, anything else is JSON. */
  body: object | string;
}

const BAN: Refused = {
  status: 429,
  headers: {},
  body: '<!doctype html><title>Access denied</title><h1>Error 1015</h1><p>You are being rate limited</p>',
};

/**
 * Discord says how long to wait in the body and in the headers; `scope: shared` does not count as our mistake.
 * @see https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit
 */
export function refusal(fault: 'ban' | Refusal | RateLimit): Refused {
  if (fault === 'ban') return BAN;
  if (!('retryAfter' in fault)) {
    const { status, code = 0, message = `${status}: refused by the test` } = fault;
    return { status, headers: {}, body: { code, message } };
  }
  const { retryAfter, global = false, scope = global ? 'global' : 'user', code } = fault;
  return {
    status: 429,
    headers: {
      'retry-after': String(retryAfter),
      'x-ratelimit-scope': scope,
      'x-ratelimit-reset-after': String(retryAfter),
      ...(global
        ? { 'x-ratelimit-global': 'true' }
        : { 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '0', 'x-ratelimit-bucket': 'fake' }),
    },
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global, ...(code && { code }) },
  };
}
