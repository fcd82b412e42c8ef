import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { type FailureReason, ReadFailure } from '../../src/domain/failure.ts';
import type { Instant } from '../../src/domain/moment.ts';
import { createFetcher, type FetcherOptions } from '../../src/fetch/client.ts';
import type { Fetcher } from '../../src/fetch/fetcher.ts';
import type { Clock } from '../../src/ops/clock.ts';

/** A clock that moves only when somebody sleeps, and remembers for how long they asked. */
export function stillClock(start: Instant = Date.UTC(2031, 4, 6, 8)): Clock & { slept: number[] } {
  const slept: number[] = [];
  return {
    slept,
    now: () => start,
    sleep: async (ms) => {
      slept.push(ms);
    },
  };
}

export interface Site {
  origin: string;
  port: number;
  server: Server;
}

/** A ministry on a loopback port, for the length of one test. */
export async function openSite(listener: RequestListener, host = '127.0.0.1'): Promise<Site> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://${host}:${port}`, port, server };
}

/** A fetcher that may reach 127.0.0.1, for the length of one test. */
export function openFetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const fetcher = createFetcher({
    clock: stillClock(),
    userAgent: 'MinistryWire/0.0 (tests; desk@wire.example)',
    allowPrivate: ['127.0.0.1'],
    spacing: 0,
    ...options,
  });
  onTestFinished(() => fetcher.close());
  return fetcher;
}

/** The ReadFailure that `attempt` ends in, checked for its reason. */
export async function failureOf(
  attempt: Promise<unknown> | (() => unknown),
  reason: FailureReason,
): Promise<ReadFailure> {
  const outcome = await settle(attempt);
  expect(outcome).toBeInstanceOf(ReadFailure);
  expect(outcome).toMatchObject({ reason });
  return outcome as ReadFailure;
}

async function settle(attempt: Promise<unknown> | (() => unknown)): Promise<unknown> {
  try {
    return await (typeof attempt === 'function' ? attempt() : attempt);
  } catch (error) {
    return error;
  }
}
