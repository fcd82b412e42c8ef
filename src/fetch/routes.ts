import { getCACertificates } from 'node:tls';
import { Agent, type Dispatcher, Pool, ProxyAgent } from 'undici';
import type { Guard } from './guard.ts';
import type { HostRules } from './hosts.ts';
import { portOf } from './ports.ts';

/** The ways to hosts: straight, or by a proxy, and whose certificates are believed there. */
export interface Routes {
  to(rules: HostRules): Dispatcher;
  close(): Promise<void>;
}

/** @param timeout - Milliseconds for a connection. */
export function createRoutes(guard: Guard, timeout: number): Routes {
  const routes = new Map<string, Dispatcher>();

  return {
    to({ proxy = '', ca = '' }) {
      const key = `${proxy} ${ca}`;
      const known = routes.get(key);
      if (known) return known;
      const route = proxy ? byProxy(proxy, ca, timeout) : straight(guard, ca, timeout);
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

function straight(guard: Guard, ca: string, timeout: number): Agent {
  return new Agent({
    ...common,
    factory: (origin, options) =>
      new Pool(origin, {
        ...options,
        connect: {
          timeout,
          lookup: guard.lookupFor(portOf(new URL(origin))),
          // Node gives each address of a name 250 ms, less than a handshake across the world may take.
          autoSelectFamilyAttemptTimeout: 2500,
          ...trusting(ca),
        },
      }),
  });
}

/** Tunnels through it, plain HTTP too. The proxy's own address is the operator's, and not judged. */
function byProxy(proxy: string, ca: string, timeout: number): ProxyAgent {
  return new ProxyAgent({
    ...common,
    uri: proxy,
    connectTimeout: timeout,
    ...(ca && { requestTls: trusting(ca) }),
  });
}

/** The authorities besides the system's: an authority given alone would take their place. */
function trusting(ca: string): { ca?: string[] } {
  return ca ? { ca: [...getCACertificates('default'), ca] } : {};
}
