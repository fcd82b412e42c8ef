import { request as send } from 'undici';
import { ReadFailure } from '../domain/failure.ts';
import { MINUTE, SECOND } from '../domain/moment.ts';
import type { Clock } from '../ops/clock.ts';
import { type Answer, type Circumstances, downloadOf, locationOf, permanent, responseOf } from './answer.ts';
import { createDeadline, type Deadline, unlessAborted } from './deadline.ts';
import { networkFailure } from './failures.ts';
import type { Fetcher, FetchRequest } from './fetcher.ts';
import { createGuard, type Lookup } from './guard.ts';
import { firstHop, type Hop, nextHop } from './hop.ts';
import type { HostRules } from './hosts.ts';
import { createOrigins, parseUrl } from './origins.ts';
import { createRobots, type Robots, type RobotsCache } from './robots.ts';
import { createRoutes } from './routes.ts';
import { createSpacing } from './spacing.ts';

export interface FetcherOptions {
  /** Times the spacing and reads `Retry-After`. The deadline is in the machine's own time: networks know no other. */
  clock: Clock;
  /** Says truthfully who reads, and how to reach them: `Robot/1.0 (+contact)`. */
  userAgent: string;
  /** Logical origin -> the origin it is really read from. Default: every site from itself. */
  origins?: ReadonlyMap<string, string> | undefined;
  /** Private addresses that may be read all the same: `IP` or `IP:port`. Default: none. */
  allowPrivate?: readonly string[] | undefined;
  /** Milliseconds for a request as a whole, from the moment it is its turn: redirects and body included. Default 30,000. */
  timeout?: number | undefined;
  /** Of a body, as it arrives and after decompression. Default 5,000,000. */
  maxBytes?: number | undefined;
  /** Default 5. */
  maxRedirects?: number | undefined;
  /** Milliseconds between the starts of two requests to one host. Redirects follow at once. Default 1,000. */
  spacing?: number | undefined;
  /** Requests to one host on the way at one time. Default 2. */
  atOnce?: number | undefined;
  /** By logical host: what holds there instead. Looked up at every request, so that Sources may come and go. */
  hosts?: ReadonlyMap<string, HostRules> | undefined;
  /** The proxy of every host that has none of its own; see {@link HostRules}. */
  proxy?: string | undefined;
  /** Keeps what each site's robots.txt says. Absent: nobody asks. */
  robots?: RobotsCache | undefined;
  /** Default: the system's resolver. */
  lookup?: Lookup | undefined;
}

/** Reads an answer that is no redirect to its end. */
type Take<Taken> = (answer: Answer, circumstances: Circumstances) => Promise<Taken>;

type Moved = { movedTo?: string };

/** More provisional answers (1xx) than any honest server gives. */
const mostProvisional = 20;

/** A host that answers 429 without saying for how long is left alone for this long. */
const unstatedRest = MINUTE;

/**
 * The {@link Fetcher} on undici. Nothing is retried or cached but what robots.txt says.
 * A caller's own abort, or `close()`, rejects with the signal's reason, not with a ReadFailure.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { clock, userAgent, timeout = 30 * SECOND, maxBytes = 5_000_000, maxRedirects = 5 } = options;
  const guard = createGuard(options.allowPrivate, options.lookup);
  const origins = createOrigins(options.origins ?? new Map());
  const spacing = createSpacing(clock);
  const routes = createRoutes(guard, { timeout, maxBytes });
  const robots =
    options.robots && createRobots({ clock, cache: options.robots, userAgent, read: readRobots });
  const closing = new AbortController();

  const usual: HostRules = options.proxy ? { proxy: options.proxy } : {};
  const rulesOf = ({ host }: URL): HostRules => ({ ...usual, ...options.hosts?.get(host) });

  /**
   * @param take - What becomes of the answer at the end of the redirects.
   * @param minds - Whom it asks for leave; nobody when it reads what robots.txt says.
   */
  async function exchange<Taken>(
    request: FetchRequest,
    take: Take<Taken>,
    minds?: Robots,
    seats?: number,
  ): Promise<Taken & Moved> {
    const url = parseUrl(request.url);
    guard.check(origins.toPhysical(url));
    const rules = rulesOf(url);
    const atOnce = seats ?? rules.atOnce ?? options.atOnce ?? 2;
    const deadline = createDeadline(request.signal ? [request.signal, closing.signal] : [closing.signal]);
    try {
      const delay = await leaveToRead(url, minds, deadline.signal);
      const gap = Math.max(delay, rules.gap ?? options.spacing ?? SECOND);
      const done = await spacing.turn(url.host, { gap, atOnce }, deadline.signal);
      deadline.start(timeout);
      return await follow(request, take, url, minds, deadline).finally(done);
    } finally {
      deadline.release();
    }
  }

  /** Takes no seat at its host: those who have them may be waiting for it. */
  async function readRobots(url: URL): Promise<string> {
    const answer = await exchange({ url: url.href }, responseOf, undefined, Number.POSITIVE_INFINITY);
    return answer.outcome === 'ok' ? answer.text : '';
  }

  async function follow<Taken>(
    request: FetchRequest,
    take: Take<Taken>,
    url: URL,
    minds: Robots | undefined,
    deadline: Deadline,
  ): Promise<Taken & Moved> {
    let hop = firstHop(request, url, userAgent);
    const trail = createTrail(!request.form);
    try {
      for (let followed = 0; followed <= maxRedirects; followed++) {
        const answer = await ask(hop, deadline.signal);
        const location = locationOf(answer);
        if (location === undefined) {
          return { ...(await taken(take, request, answer, hop.url)), ...trail.movedTo() };
        }

        await answer.body.dump();
        hop = nextHop(hop, answer.statusCode, origins.resolve(location, hop.url));
        trail.add(hop, answer.statusCode);
        guard.check(origins.toPhysical(hop.url));
        await leaveToRead(hop.url, minds, deadline.signal);
      }
    } catch (error) {
      throw explain(error, hop.url.href, deadline);
    }
    throw new ReadFailure('too-many-redirects', `${url.href} redirects more than ${maxRedirects} times`);
  }

  async function ask({ url, method, headers, body }: Hop, signal: AbortSignal): Promise<Answer> {
    const physical = origins.toPhysical(url);
    guard.check(physical);
    const rules = rulesOf(url);
    if (rules.proxy) await unlessAborted(guard.judge(physical), signal);
    return await send(physical, {
      dispatcher: routes.to(rules),
      method,
      headers,
      body,
      signal,
      onInfo: provisionalCounter(url.href),
    });
  }

  /** A host that asks to be left alone is, by everybody. */
  async function taken<Taken>(
    take: Take<Taken>,
    request: FetchRequest,
    answer: Answer,
    url: URL,
  ): Promise<Taken> {
    try {
      return await take(answer, { request, url: url.href, maxBytes, now: clock.now() });
    } catch (error) {
      if (error instanceof ReadFailure) {
        spacing.rest(url.host, error.retryAfter ?? (error.status === 429 ? unstatedRest : 0));
      }
      throw error;
    }
  }

  function explain(error: unknown, url: string, deadline: Deadline): unknown {
    if (deadline.passed()) {
      return new ReadFailure('timeout', `${url} did not answer within ${timeout / SECOND} s`, {
        cause: error,
      });
    }
    deadline.signal.throwIfAborted();
    return error instanceof ReadFailure ? error : (networkFailure(error, url) ?? error);
  }

  return {
    fetch: (request) => exchange(request, responseOf, robots),
    fetchBytes: (request) => exchange(request, downloadOf, robots),
    async close() {
      closing.abort(new Error('The fetcher was closed.'));
      await routes.close();
    },
  };
}

/** @returns milliseconds that the site wants between two requests. */
async function leaveToRead(url: URL, robots: Robots | undefined, signal: AbortSignal): Promise<number> {
  return robots ? await unlessAborted(robots.assertMayRead(url), signal) : 0;
}

/**
 * Remembers how far a chain of redirects, from its start, is of the permanent kind.
 * @param isPermanent - False for what cannot move, such as a form.
 */
function createTrail(isPermanent: boolean) {
  let movedTo: string | undefined;
  return {
    add({ url }: Hop, status: number): void {
      isPermanent &&= permanent.has(status);
      if (isPermanent) movedTo = url.href;
    },
    movedTo: () => (movedTo === undefined ? {} : { movedTo }),
  };
}

function provisionalCounter(url: string): () => void {
  let count = 0;
  return () => {
    if (++count > mostProvisional) {
      throw new ReadFailure('malformed', `${url} answers "wait" more than ${mostProvisional} times`);
    }
  };
}
