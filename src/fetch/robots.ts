import { z } from 'zod';
import { type FailureReason, ReadFailure } from '../domain/failure.ts';
import { DAY, type Instant, MINUTE } from '../domain/moment.ts';
import type { Clock } from '../ops/clock.ts';
import { longestRobots, type RobotsRules, rulesFor } from './robots-rules.ts';

/** What is kept of a site's robots.txt. */
export const KeptRobots = z.object({
  /** As last read; '' where the site has none, null where it was never to be had. */
  text: z.string().nullable(),
  checkedAt: z.number(),
  /** Since when it cannot be had; null while it can. */
  failingSince: z.number().nullable(),
});
export type KeptRobots = z.infer<typeof KeptRobots>;

/** Where it is kept between runs, by origin. May lose anything; never throws. */
export interface RobotsCache {
  get(origin: string): Promise<KeptRobots | null>;
  set(origin: string, kept: KeptRobots): Promise<void>;
}

/** Keeps it for as long as the program runs. */
export function robotsInMemory(): RobotsCache {
  const kept = new Map<string, KeptRobots>();
  return {
    get: async (origin) => kept.get(origin) ?? null,
    set: async (origin, robots) => {
      kept.set(origin, robots);
    },
  };
}

/** What sites ask of robots, and whether they have asked us to stay away (RFC 9309). */
export interface Robots {
  /**
   * @returns milliseconds that the site wants between two requests; 0 where it does not say.
   * @throws {ReadFailure} 'robots' where the site asks not to read this address. Where its robots.txt cannot be
   *   had and never could, the failure of that: RFC 9309, 2.3.1.4 wants nothing read then, for thirty days.
   */
  assertMayRead(url: URL): Promise<number>;
}

/** RFC 9309, 2.4. */
const keptFor = DAY;
/** So long after a failure it is asked for again, unless the site itself asks for more. */
const retriedAfter = 10 * MINUTE;
/** RFC 9309, 2.3.1.4. */
const givenUpAfter = 30 * DAY;

/** Origins whose rules are held ready; the others are read from the cache again. */
const heldReady = 500;

interface Verdict {
  rules: RobotsRules | null;
  /** Why there are no rules. */
  failure: ReadFailure | null;
  until: Instant;
}

interface RobotsOptions {
  clock: Clock;
  cache: RobotsCache;
  /** `Robot/1.0 (+contact)`: sites know us by what stands before the slash. */
  userAgent: string;
  /** The text at an address. @throws {ReadFailure} where there is none. */
  read(url: URL): Promise<string>;
}

export function createRobots({ clock, cache, userAgent, read }: RobotsOptions): Robots {
  const robot = userAgent.split('/')[0] ?? userAgent;
  const ready = new Map<string, Verdict>();
  const underWay = new Map<string, Promise<Verdict>>();

  async function verdictOn(origin: string): Promise<Verdict> {
    const known = ready.get(origin);
    if (known && clock.now() < known.until) return known;

    const asked = underWay.get(origin) ?? find(origin).finally(() => underWay.delete(origin));
    underWay.set(origin, asked);
    return asked;
  }

  async function find(origin: string): Promise<Verdict> {
    const kept = await cache.get(origin);
    const isFresh = kept && kept.failingSince === null && clock.now() < kept.checkedAt + keptFor;
    const verdict = isFresh
      ? { rules: rulesFor(kept.text ?? '', robot), failure: null, until: kept.checkedAt + keptFor }
      : await refresh(origin, kept);

    if (ready.size >= heldReady) ready.delete(ready.keys().next().value ?? '');
    ready.set(origin, verdict);
    return verdict;
  }

  async function refresh(origin: string, kept: KeptRobots | null): Promise<Verdict> {
    try {
      const text = (await read(new URL('/robots.txt', origin))).slice(0, longestRobots);
      return await settle(origin, text);
    } catch (failure) {
      if (!(failure instanceof ReadFailure)) throw failure;
      return isAbsent(failure) ? await settle(origin, '') : await doWithout(origin, kept, failure);
    }
  }

  async function settle(origin: string, text: string): Promise<Verdict> {
    await cache.set(origin, { text, checkedAt: clock.now(), failingSince: null });
    return { rules: rulesFor(text, robot), failure: null, until: clock.now() + keptFor };
  }

  /** The last copy goes on holding for as long as no other can be had. */
  async function doWithout(origin: string, kept: KeptRobots | null, failure: ReadFailure): Promise<Verdict> {
    const now = clock.now();
    const failingSince = kept?.failingSince ?? now;
    await cache.set(origin, { text: kept?.text ?? null, checkedAt: now, failingSince });

    const until = now + Math.max(retriedAfter, Math.min(failure.retryAfter ?? 0, keptFor));
    const text = kept?.text ?? (now >= failingSince + givenUpAfter ? '' : null);
    return text === null
      ? { rules: null, failure: unread(failure), until }
      : { rules: rulesFor(text, robot), failure: null, until };
  }

  return {
    async assertMayRead(url) {
      const { rules, failure } = await verdictOn(url.origin);
      if (!rules) throw failure;
      if (rules.allows(url)) return rules.crawlDelay;
      throw new ReadFailure('robots', `${url.origin}/robots.txt asks ${robot} not to read ${url.pathname}`);
    },
  };
}

const otherwiseAbsent: ReadonlySet<FailureReason> = new Set(['too-many-redirects', 'too-large']);

/**
 * A site that says there is none lets everything be read (RFC 9309, 2.3.1.3). 429 says something else, and what
 * redirects without end or is no text of any sensible size is no robots.txt.
 */
function isAbsent({ status = 0, reason }: ReadFailure): boolean {
  return (status >= 300 && status < 500 && status !== 429) || otherwiseAbsent.has(reason);
}

/** A site without an answer is out of reach as a whole; one that answers deserves a word on why that stops us. */
function unread(failure: ReadFailure): ReadFailure {
  const { reason, status, retryAfter } = failure;
  if (status === undefined) return failure;
  return new ReadFailure(
    reason,
    `${failure.message}, and unless its robots.txt is known a site is not read`,
    {
      status,
      ...(retryAfter !== undefined && { retryAfter }),
      cause: failure,
    },
  );
}
