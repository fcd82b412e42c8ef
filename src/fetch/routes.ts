import { getCACertificates } from 'node:tls';
import { Agent, buildConnector, type Dispatcher, Pool, ProxyAgent } from 'undici';
import { ReadFailure } from '../domain/failure.ts';
import { SECOND } from '../domain/moment.ts';
import type { Guard } from './guard.ts';
import type { HostRules } from './hosts.ts';
import { portOf } from './ports.ts';

/** The ways to hosts: straight, or by a proxy, and whose certificates are believed there. */
export interface Routes {
  to(rules: HostRules): Dispatcher;
  close(): Promise<void>;
}

interface Limits {
  /** Milliseconds for a connection. */
  timeout: number;
  /** Of an answer. */
  maxBytes: number;
}

export function createRoutes(guard: Guard, limits: Limits): Routes {
  const routes = new Map<string, Dispatcher>();

  return {
    to({ proxy = '', ca = '' }) {
      const key = `${proxy} ${ca}`;
      const known = routes.get(key);
      if (known) return known;
      const route = proxy ? byProxy(proxy, ca, limits) : straight(guard, ca, limits);
      routes.set(key, route);
      return route;
    },
    async close() {
      await Promise.all([...routes.values()].map((route) => route.destroy()));
    },
  };
}

const common = {
  // One deadline rules the request; undici's own timers would only be three more.
  headersTimeout: 0,
  bodyTimeout: 0,
  // Pages are few and small, and middleboxes in front of ministries are old.
  allowH2: false,
};

function straight(guard: Guard, ca: string, { timeout, maxBytes }: Limits): Agent {
  return new Agent({
    ...common,
    factory: (origin, options) => {
      const connect = buildConnector({
        timeout,
        allowH2: false,
        lookup: guard.lookupFor(portOf(new URL(origin))),
        // Node gives each address of a name 250 ms, less than a handshake across the world may take.
        autoSelectFamilyAttemptTimeout: 2500,
        ...trusting(ca),
      });
      return new Pool(origin, { ...options, connect: metered(connect, maxBytes) });
    },
  });
}

/** Tunnels through it, plain HTTP too. The proxy's own address is the operator's, and not judged. */
function byProxy(proxy: string, ca: string, { timeout, maxBytes }: Limits): ProxyAgent {
  return new ProxyAgent({
    ...common,
    uri: proxy,
    proxyTunnel: true,
    connectTimeout: timeout,
    ...(ca && { requestTls: trusting(ca) }),
    // The connector that it hands over here is its tunnel.
    factory: (origin, { connect, ...options }: Pool.Options & { connect: buildConnector.connector }) =>
      new Pool(origin, { ...options, connect: metered(connect, maxBytes) }),
  });
}

/** The authorities besides the system's: an authority given alone would take their place. */
function trusting(ca: string): { ca?: string[] } {
  return ca ? { ca: [...getCACertificates('default'), ca] } : {};
}

const meterInterval = 25;

/**
 * Cuts a connection that brings more than answers can hold: what is neither header nor body, such as the
 * extension of a chunk, is counted nowhere else, and may go on for ever.
 */
function metered(connect: buildConnector.connector, maxBytes: number): buildConnector.connector {
  return (options, callback) =>
    connect(options, (...[error, socket]) => {
      if (error) return callback(error, null);

      let bearable = 2 * maxBytes;
      const meter = setInterval(() => {
        bearable += (2 * maxBytes * meterInterval) / SECOND;
        if (socket.bytesRead <= bearable) return;
        socket.destroy(new ReadFailure('too-large', `${options.host} sends more than any answer holds`));
      }, meterInterval).unref();
      socket.once('close', () => clearInterval(meter));
      callback(null, socket);
    });
}
