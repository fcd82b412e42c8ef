import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { Operation } from '../domain/alert.ts';
import type { Outcome } from '../domain/delivery.ts';
import { MINUTE } from '../domain/moment.ts';

/**
 * Discord's refusals that people can do something about.
 * @see https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
 */
const refusals: Partial<Record<string | number, string>> = {
  10003: 'the channel is gone',
  10004: 'the server is gone',
  10008: 'the message is gone',
  30046: 'the message is too old to be edited so often',
  50001: 'the bot may not see the channel (View Channel)',
  50007: 'this person takes no direct messages from the bot',
  50013: 'the bot lacks a permission in the channel',
  50024: 'the channel is of a kind that takes no messages',
  50035: 'Discord does not take the message as it is',
  160002: 'replies need the permission Read Message History',
};

/** Those that are no verdict on the message but on its channel: nothing else would be taken there either. */
const barring: ReadonlySet<string | number> = new Set([10003, 10004, 40058, 50001, 50008, 50013, 50024]);

/** For refusals that do not say how long they last, and that people or machines on the way may lift. */
const longPause = 10 * MINUTE;

/** Nothing had been written when these happened: there was no connection to write to. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * What an error of the REST client says about the message.
 *
 * A 5xx, a timeout or a closed socket may come after Discord has accepted it: `unknown`, except for an edit,
 * which may be repeated without harm. A 401 is no verdict on the message: it can go once the token is right.
 */
export function outcomeOf(error: unknown, operation: Operation): Exclude<Outcome, { outcome: 'sent' }> {
  if (error instanceof RateLimitError) {
    const told = error.retryAfter > 0;
    const after = told ? Math.max(error.retryAfter, error.timeToReset) : longPause;
    return { outcome: 'later', after, error: `rate limited (${error.scope})` };
  }
  if (error instanceof DiscordAPIError) return answered(error);
  if (wasNotSent(error)) return { outcome: 'later', after: 0, error: describe(error) };
  if (operation === 'edit') return { outcome: 'later', after: 0, error: describe(error) };
  return { outcome: 'unknown', error: describe(error) };
}

function answered({ status, code, message }: DiscordAPIError): Exclude<Outcome, { outcome: 'sent' }> {
  const error = `${refusals[code] ?? message} (HTTP ${status}, code ${code})`;
  // Without a code of Discord's it was a proxy on the way that refused, and it may not for ever.
  if (status === 401 || typeof code !== 'number') return { outcome: 'later', after: longPause, error };
  return barring.has(code) ? { outcome: 'barred', code, error } : { outcome: 'rejected', error };
}

/** discord.js forgets its token after a 401, and then refuses to send, by an error without a code. */
function wasNotSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.message.startsWith('Expected token to be set')) return true;
  return 'code' in error && typeof error.code === 'string' && beforeSending.has(error.code);
}

function describe(error: unknown): string {
  if (error instanceof HTTPError) return `Discord answered HTTP ${error.status}`;
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? ` (${String(error.code)})` : '';
  return `${error.message || error.name}${code}`;
}
