import { createHash } from 'node:crypto';
import type { Dispatcher } from 'undici';
import { ReadFailure } from '../domain/failure.ts';
import type { Instant } from '../domain/moment.ts';
import { readBody } from './body.ts';
import { looksLikeChallenge } from './challenge.ts';
import { decode } from './charset.ts';
import { parseRetryAfter, reasonOfStatus, statusLine } from './failures.ts';
import type { Download, FetchRequest, FetchResponse, Validators } from './fetcher.ts';
import { freshFor } from './freshness.ts';

/** As undici hands it over: the head, and a body still to be read. */
export type Answer = Dispatcher.ResponseData;

/** What an answer is judged by, besides itself. */
export interface Circumstances {
  request: FetchRequest;
  /** The logical address that gave it. */
  url: string;
  maxBytes: number;
  now: Instant;
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Redirects that say the address is to be forgotten for the other one. */
export const permanent: ReadonlySet<number> = new Set([301, 308]);

/** Of an error page: enough to tell a challenge by. */
const errorPageBytes = 256 * 1024;

/** Where a redirect leads, as it is written; undefined for every other answer. */
export function locationOf(answer: Answer): string | undefined {
  return redirects.has(answer.statusCode) ? header(answer, 'location') : undefined;
}

/**
 * Reads an answer that is no redirect to its end.
 * @throws {ReadFailure} where it is not the document that was asked for, and the network's errors as they come.
 */
export async function responseOf(answer: Answer, circumstances: Circumstances): Promise<FetchResponse> {
  const { request } = circumstances;
  const { etag, lastModified } = request.validators ?? {};

  if (answer.statusCode === 304 && (etag || lastModified)) {
    await answer.body.dump();
    const validators = { ...request.validators, ...validatorsOf(answer) };
    return { outcome: 'not-modified', validators, ...freshnessOf(answer, circumstances.now) };
  }
  return textIn(await downloadOf(answer, circumstances), answer, circumstances);
}

/**
 * Reads an answer that is no redirect to its end, and its bytes as they are.
 * @throws {ReadFailure} where it is not the document that was asked for, and the network's errors as they come.
 */
export async function downloadOf(answer: Answer, circumstances: Circumstances): Promise<Download> {
  const { url, maxBytes } = circumstances;
  const status = answer.statusCode;
  if (status >= 400) throw await refusal(answer, circumstances);
  if (status >= 300) {
    await answer.body.dump();
    throw new ReadFailure('malformed', `${url} answered ${statusLine(status)}, which leads nowhere`, {
      status,
    });
  }
  const encodings = header(answer, 'content-encoding') ?? '';
  const bytes = await readBody(answer.body, { encodings, limit: maxBytes, url });
  const contentType = header(answer, 'content-type') ?? '';
  return { url, type: (contentType.split(';')[0] ?? '').trim().toLowerCase(), bytes };
}

function textIn(
  { url, type, bytes }: Download,
  answer: Answer,
  { request, now }: Circumstances,
): FetchResponse {
  const contentType = header(answer, 'content-type') ?? '';
  const text = decode(bytes, { contentType, forced: request.charset });

  const status = answer.statusCode;
  const challenge = looksLikeChallenge(status, text);
  if (challenge) {
    throw new ReadFailure('challenge', `${url} answered with a challenge page (${challenge})`, {
      status,
      ...retryAfterOf(answer, now),
    });
  }
  return {
    outcome: 'ok',
    url,
    type,
    text,
    hash: createHash('sha256').update(bytes).digest('hex'),
    validators: validatorsOf(answer),
    ...freshnessOf(answer, now),
  };
}

async function refusal(answer: Answer, { url, now }: Circumstances): Promise<ReadFailure> {
  const status = answer.statusCode;
  const challenge = looksLikeChallenge(status, await errorPage(answer, url));
  return new ReadFailure(
    challenge ? 'challenge' : (reasonOfStatus(status) ?? 'refused'),
    `${url} answered ${statusLine(status)}${challenge ? ` with a challenge page (${challenge})` : ''}`,
    { status, ...retryAfterOf(answer, now) },
  );
}

function retryAfterOf(answer: Answer, now: Instant): { retryAfter?: number } {
  const retryAfter = parseRetryAfter(header(answer, 'retry-after'), now);
  return retryAfter === undefined ? {} : { retryAfter };
}

function freshnessOf(answer: Answer, now: Instant): { freshFor?: number } {
  const [cacheControl, expires, age, date] = ['cache-control', 'expires', 'age', 'date'].map((name) =>
    header(answer, name),
  );
  const ms = freshFor({ cacheControl, expires, age, date }, now);
  return ms === undefined ? {} : { freshFor: ms };
}

/** An error page that cannot be read, or is too long to be a challenge, is still an error of its status. */
async function errorPage(answer: Answer, url: string): Promise<string> {
  const encodings = header(answer, 'content-encoding') ?? '';
  try {
    const bytes = await readBody(answer.body, { encodings, limit: errorPageBytes, url });
    return decode(bytes, { contentType: header(answer, 'content-type') });
  } catch (error) {
    if (error instanceof ReadFailure) return '';
    throw error;
  }
}

function validatorsOf(answer: Answer): Validators {
  const etag = header(answer, 'etag');
  const lastModified = header(answer, 'last-modified');
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) };
}

/** The first of several: a header sent twice is a mistake of the server. */
function header(answer: Answer, name: string): string | undefined {
  const value = answer.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
