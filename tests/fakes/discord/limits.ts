import { createHash } from 'node:crypto';
import { SECOND } from '../../../src/domain/moment.ts';
import type { Clock } from '../../../src/ops/clock.ts';
import type { RateLimit } from './faults.ts';
import type { Route } from './routes/route.ts';

/** So many requests in a window of `per` milliseconds, which opens with the first of them. */
export interface Limit {
  requests: number;
  per: number;
}

interface Window {
  opened: number;
  used: number;
}

/** Requests with the same one of these share a bucket; the rest of the path does not matter. */
const MAJOR = ['channelId', 'guildId'];

/**
 * Discord's buckets: one for each route and major parameter, and one for the whole bot. Only routes that a
 * test limits have one, as a clock that stands still would never open the next window.
 * @see https://discord.com/developers/docs/topics/rate-limits
 */
export class Limits {
  readonly #clock: Clock;
  readonly #ofRoutes = new Map<string, Limit>();
  readonly #windows = new Map<string, Window>();
  #ofBot: Limit | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param route - As the fake names it: `POST /channels/:channelId/messages`. */
  set(route: string, limit: Limit): void {
    this.#ofRoutes.set(route, limit);
  }

  setForBot(limit: Limit): void {
    this.#ofBot = limit;
  }

  /** Counts a request. `refused`: it is one too many, and does not happen. Headers go with every answer. */
  count(
    { method, path, auth }: Route,
    params: Record<string, string>,
  ): { headers: Record<string, string>; refused: RateLimit | null } {
    // What answers an interaction is not bound to the limit of the bot.
    const ofBot = auth === 'bot' ? this.#ofBot : null;
    if (ofBot !== null && !this.#take('bot', ofBot)) {
      return { headers: {}, refused: this.#refusal('bot', ofBot, true) };
    }
    const route = `${method} ${path}`;
    const limit = this.#ofRoutes.get(route);
    if (limit === undefined) return { headers: {}, refused: null };

    const key = [route, ...MAJOR.map((name) => params[name] ?? '')].join(' ');
    const taken = this.#take(key, limit);
    const left = this.#left(key, limit);
    const { used = 0 } = this.#windows.get(key) ?? {};
    const headers = {
      'x-ratelimit-limit': String(limit.requests),
      'x-ratelimit-remaining': String(Math.max(0, limit.requests - used)),
      'x-ratelimit-reset': String((this.#clock.now() + left) / SECOND),
      'x-ratelimit-reset-after': String(left / SECOND),
      'x-ratelimit-bucket': createHash('md5').update(route).digest('hex'),
    };
    return { headers, refused: taken ? null : this.#refusal(key, limit, false) };
  }

  #take(key: string, limit: Limit): boolean {
    const now = this.#clock.now();
    const open = this.#windows.get(key);
    const window = open && now - open.opened < limit.per ? open : { opened: now, used: 0 };
    this.#windows.set(key, window);
    if (window.used >= limit.requests) return false;
    window.used += 1;
    return true;
  }

  /** Milliseconds until the window closes. */
  #left(key: string, { per }: Limit): number {
    const now = this.#clock.now();
    return (this.#windows.get(key)?.opened ?? now) + per - now;
  }

  #refusal(key: string, limit: Limit, global: boolean): RateLimit {
    return { status: 429, retryAfter: this.#left(key, limit) / SECOND, global };
  }
}
