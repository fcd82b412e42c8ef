import { Agent, Pool, request as send } from 'undici';
import { ReadFailure } from '../domain/failure.ts';
import { SECOND } from '../domain/moment.ts';
import type { Clock } from '../ops/clock.ts';
import { type Answer, type Circumstances, downloadOf, locationOf, responseOf } from './answer.ts';
import { acceptEncoding } from './body.ts';
import { createDeadline, type Deadline } from './deadline.ts';
import { networkFailure } from './failures.ts';
import type { Fetcher, FetchRequest } from './fetcher.ts';
import { createGuard, type Guard, type Lookup, portOf } from './guard.ts';
import { createOrigins, parseUrl } from './origins.ts';
import { createSpacing } from './spacing.ts';

export interface FetcherOptions {
  /** Times the spacing and reads `Retry-After`. The deadline is in the machine's own time: networks know no other. */
  clock: Clock;
  /** Says truthfully who reads, and how to reach them. */
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
  /** Default: the system's resolver. */
  lookup?: Lookup | undefined;
}

/** One request on the way, redirected or not. */
interface Hop {
  /** Logical. */
  url: URL;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body: string | null;
}

/** Reads an answer that is no redirect to its end. */
type Read<T> = (answer: Answer, circumstances: Circumstances) => Promise<T>;

/**
 * The {@link Fetcher} on undici. Nothing is retried, cached or sent through a proxy.
 * A caller's own abort, or `close()`, rejects with the signal's reason, not with a ReadFailure.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { clock, userAgent, timeout = 30 * SECOND, maxBytes = 5_000_000, maxRedirects = 5 } = options;
  const guard = createGuard(options.allowPrivate, options.lookup);
  const origins = createOrigins(options.origins ?? new Map());
  const spacing = createSpacing(clock, options.spacing ?? SECOND);
  const agent = createAgent(guard, timeout);
  const closing = new AbortController();

  async function exchange<T>(request: FetchRequest, read: Read<T>): Promise<T> {
    const url = parseUrl(request.url);
    guard.check(origins.toPhysical(url));
    const deadline = createDeadline(request.signal ? [request.signal, closing.signal] : [closing.signal]);
    try {
      await spacing.turn(url.host, deadline.signal);
      deadline.start(timeout);
      return await follow(request, read, firstHop(request, url, userAgent), deadline);
    } finally {
      deadline.release();
    }
  }

  async function follow<T>(request: FetchRequest, read: Read<T>, first: Hop, deadline: Deadline): Promise<T> {
    let hop = first;
    try {
      for (let followed = 0; followed <= maxRedirects; followed++) {
        const answer = await ask(hop, deadline.signal);
        const location = locationOf(answer);
        if (location === undefined) {
          return await read(answer, { request, url: hop.url.href, maxBytes, now: clock.now() });
        }

        await answer.body.dump();
        hop = nextHop(hop, answer.statusCode, origins.resolve(location, hop.url));
      }
    } catch (error) {
      throw explain(error, hop.url.href, deadline);
    }
    throw new ReadFailure(
      'too-many-redirects',
      `${first.url.href} redirects more than ${maxRedirects} times`,
    );
  }

  function ask({ url, method, headers, body }: Hop, signal: AbortSignal): Promise<Answer> {
    const physical = origins.toPhysical(url);
    guard.check(physical);
    return send(physical, { dispatcher: agent, method, headers, body, signal });
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
    fetch: (request) => exchange(request, responseOf),
    fetchBytes: (request) => exchange(request, downloadOf),
    async close() {
      closing.abort(new Error('The fetcher was closed.'));
      await agent.destroy();
    },
  };
}

function createAgent(guard: Guard, timeout: number): Agent {
  return new Agent({
    // One deadline rules the request; undici's own timers would only be three more.
    headersTimeout: 0,
    bodyTimeout: 0,
    // Pages are few and small, and middleboxes in front of ministries are old.
    allowH2: false,
    factory: (origin, opts) =>
      new Pool(origin, {
        ...opts,
        connect: {
          timeout,
          lookup: guard.lookupFor(portOf(new URL(origin))),
          // Node gives each address of a name 250 ms, less than a handshake across the world may take.
          autoSelectFamilyAttemptTimeout: 2500,
        },
      }),
  });
}

function firstHop(request: FetchRequest, url: URL, userAgent: string): Hop {
  const { form, validators } = request;
  const headers: Record<string, string> = {
    'user-agent': userAgent,
    accept: '*/*',
    'accept-encoding': acceptEncoding,
  };
  for (const [name, value] of Object.entries(request.headers ?? {})) headers[name.toLowerCase()] = value;
  if (validators?.etag) headers['if-none-match'] = validators.etag;
  if (validators?.lastModified) headers['if-modified-since'] = validators.lastModified;
  if (!form) return { url, method: 'GET', headers, body: null };

  headers['content-type'] = 'application/x-www-form-urlencoded;charset=UTF-8';
  return { url, method: 'POST', headers, body: new URLSearchParams(form).toString() };
}

/** As the Fetch standard has it: only 307 and 308 repeat a form, and secrets stay with the site they were meant for. */
function nextHop(hop: Hop, status: number, url: URL): Hop {
  const headers = { ...hop.headers };
  if (url.origin !== hop.url.origin) {
    delete headers.authorization;
    delete headers.cookie;
  }
  if (status === 307 || status === 308) return { ...hop, url, headers };

  delete headers['content-type'];
  return { url, method: 'GET', headers, body: null };
}
