import { STATUS_CODES } from 'node:http';
import { errors } from 'undici';
import { type FailureReason, ReadFailure } from '../domain/failure.ts';
import type { Instant } from '../domain/moment.ts';
import { SECOND } from '../domain/moment.ts';

/** What a status means where it does not mean what its class means. */
const reasons: Partial<Record<number, FailureReason>> = {
  404: 'not-found',
  408: 'timeout',
  410: 'not-found',
  // No request of ours has a precondition that 412 could answer: this is Ruishu's gate. 521 is Jiasule's.
  412: 'challenge',
  429: 'too-many-requests',
  521: 'challenge',
};

/** Why an answer of this status is a failure; undefined where it is none (below 400). */
export function reasonOfStatus(status: number): FailureReason | undefined {
  if (status < 400) return undefined;
  return reasons[status] ?? (status >= 500 ? 'server-error' : 'refused');
}

/** "404 Not Found"; the number alone where the status has no name. */
export function statusLine(status: number): string {
  return `${status} ${STATUS_CODES[status] ?? ''}`.trimEnd();
}

/** Milliseconds from a `Retry-After` header, which holds seconds or an HTTP date; undefined where neither. */
export function parseRetryAfter(value: string | undefined, now: Instant): number | undefined {
  if (value === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * SECOND;

  const at = Date.parse(value);
  // Date.parse also reads shapes that no HTTP date has, such as "-1".
  return Number.isNaN(at) || !/[a-z]{3}/i.test(value) ? undefined : Math.max(0, at - now);
}

interface NetworkRule {
  code: RegExp;
  reason: FailureReason;
  says: string;
}

/** The first match wins. Codes are of Node (net, dns, tls), OpenSSL and undici. */
const networkRules: readonly NetworkRule[] = [
  {
    code: /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|EPROTO)/,
    reason: 'tls',
    says: 'offers no secure connection that can be accepted',
  },
  {
    code: /^(?:ENOTFOUND|ENODATA|ENONAME|EAI_.*)$/,
    reason: 'dns',
    says: 'could not be found by its name',
  },
  { code: /TIMEOUT|^ETIMEDOUT$/, reason: 'timeout', says: 'did not answer in time' },
  { code: /^(?:HPE|UND_ERR_HEADERS_OVERFLOW)/, reason: 'malformed', says: 'does not answer in HTTP' },
  { code: /^(?:UND_ERR_SOCKET|ECONNRESET|EPIPE|UND_ERR_RES)/, reason: 'unreachable', says: 'broke off' },
  { code: /^(?:E[A-Z]|UND_ERR_)/, reason: 'unreachable', says: 'could not be reached' },
];

/** Mistakes in our own request, not trouble on the way: they are not to be dressed up as a failed read. */
const ourMistake = /^(?:UND_ERR_INVALID_ARG|UND_ERR_NOT_SUPPORTED|ERR_INVALID_)/;

/** The failure behind an error of the network; undefined where the error is not one. */
export function networkFailure(error: unknown, url: string): ReadFailure | undefined {
  const code = codeOf(error);
  if (code === undefined || ourMistake.test(code)) return undefined;

  const rule = networkRules.find((each) => each.code.test(code));
  return rule && new ReadFailure(rule.reason, `${url} ${rule.says} (${code})`, { cause: error });
}

function codeOf(error: unknown): string | undefined {
  // undici leaves the code of these undefined.
  if (error instanceof errors.HTTPParserError) return error.code ?? 'HPE';
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
