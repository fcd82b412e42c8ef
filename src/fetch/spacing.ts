import { ReadFailure } from '../domain/failure.ts';
import { type Instant, SECOND } from '../domain/moment.ts';
import { longestBackoff } from '../domain/schedule.ts';
import type { Clock } from '../ops/clock.ts';

/** How fast one host may be asked. */
export interface Pace {
  /** Milliseconds between the starts of two requests. */
  gap: number;
  /** Requests on the way at one time. */
  atOnce: number;
}

interface Spacing {
  /**
   * Resolves when it is this request's turn to go to `host`, first come, first served.
   * @returns what is to be called once the request has ended.
   * @throws the signal's reason when it aborts first; the turn is then left unused.
   * @throws {ReadFailure} 'too-many-requests' where the host rests for longer than is worth waiting.
   */
  turn(host: string, pace: Pace, signal: AbortSignal): Promise<() => void>;
  /** Nothing goes to `host` for so many milliseconds, of which more than six hours do not count. */
  rest(host: string, ms: number): void;
}

/** A request waits out a rest this long; for a longer one it fails at once, and its Source comes again later. */
const shortRest = 10 * SECOND;

/** Hosts are forgotten when they are so many: articles may link to any number of them. */
const manyHosts = 5000;

interface Host {
  running: number;
  /** Those without a seat, first come first. */
  waiting: (() => void)[];
  freeAt: Instant;
  restsUntil: Instant;
}

/** Times by `clock`. */
export function createSpacing(clock: Clock): Spacing {
  const hosts = new Map<string, Host>();

  function hostOf(name: string): Host {
    const known = hosts.get(name);
    if (known) return known;
    if (hosts.size >= manyHosts) forgetIdle(hosts, clock.now());
    const host = { running: 0, waiting: [], freeAt: 0, restsUntil: 0 };
    hosts.set(name, host);
    return host;
  }

  /** Waits until the host has been left alone for long enough. */
  async function pause(name: string, host: Host, gap: number, signal: AbortSignal): Promise<void> {
    assertNoLongRest(name, host, clock.now());
    const now = clock.now();
    const startAt = Math.max(now, host.freeAt, host.restsUntil);
    host.freeAt = startAt + gap;
    if (startAt > now) await clock.sleep(startAt - now, signal);
    signal.throwIfAborted();

    // Somebody else may have been told to wait meanwhile.
    if (host.restsUntil > startAt) await pause(name, host, gap, signal);
  }

  return {
    async turn(name, { gap, atOnce }, signal) {
      const host = hostOf(name);
      await seat(host, atOnce, signal);
      let left = false;
      const leave = () => {
        if (!left) free(host);
        left = true;
      };
      try {
        await pause(name, host, gap, signal);
        return leave;
      } catch (error) {
        leave();
        throw error;
      }
    },

    rest(name, ms) {
      const host = hostOf(name);
      host.restsUntil = Math.max(host.restsUntil, clock.now() + Math.min(ms, longestBackoff));
    },
  };
}

function assertNoLongRest(name: string, { restsUntil }: Host, now: Instant): void {
  const retryAfter = restsUntil - now;
  if (retryAfter <= shortRest) return;
  const seconds = Math.ceil(retryAfter / SECOND);
  throw new ReadFailure('too-many-requests', `${name} asked not to be asked for another ${seconds} s`, {
    retryAfter,
  });
}

/** Resolves when fewer than `atOnce` others are on their way. */
async function seat(host: Host, atOnce: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (host.running < atOnce) {
    host.running++;
    return;
  }
  await new Promise<void>((resolve, reject) => {
    const giveUp = () => {
      host.waiting.splice(host.waiting.indexOf(seated), 1);
      reject(signal.reason);
    };
    const seated = () => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    };
    host.waiting.push(seated);
    signal.addEventListener('abort', giveUp, { once: true });
  });
}

/** A seat goes straight to the next in line. */
function free(host: Host): void {
  const next = host.waiting.shift();
  if (next) next();
  else host.running--;
}

function forgetIdle(hosts: Map<string, Host>, now: Instant): void {
  for (const [name, { running, freeAt, restsUntil }] of hosts) {
    if (running === 0 && freeAt <= now && restsUntil <= now) hosts.delete(name);
  }
}
