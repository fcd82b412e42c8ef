import { ReadFailure } from '../domain/failure.ts';

/**
 * Where a site is really read from. Callers, messages and stored links know *logical* addresses only
 * (`https://www.mofcom.gov.cn/…`); in tests and demonstrations the bytes come from a *physical* one
 * (`http://127.0.0.1:8081/…`).
 */
interface Origins {
  toPhysical(logical: URL): URL;
  /** The logical address a `Location` header means: relative, logical, or written by a physical server. */
  resolve(location: string, base: URL): URL;
}

/** @param map - logical origin -> physical origin; empty where both are the same. */
export function createOrigins(map: ReadonlyMap<string, string>): Origins {
  const physicalOf = new Map([...map].map(([logical, physical]) => [originOf(logical), originOf(physical)]));
  const logicalOf = new Map([...physicalOf].reverse().map(([logical, physical]) => [physical, logical]));

  return {
    toPhysical(logical) {
      const origin = physicalOf.get(logical.origin);
      return origin === undefined ? logical : moved(logical, origin);
    },
    resolve(location, base) {
      const url = parseUrl(location, base);
      // One server may stand in for several sites: a redirect within it stays on the site it came from.
      const origin = physicalOf.get(base.origin) === url.origin ? base.origin : logicalOf.get(url.origin);
      return origin === undefined ? url : moved(url, origin);
    },
  };
}

/** @throws {ReadFailure} 'unreachable' where the text is no address at all. */
export function parseUrl(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  if (url) return url;
  throw new ReadFailure(
    'unreachable',
    `${base ? `${base.href} redirects to "${text}", which` : `"${text}"`} is not an address`,
  );
}

/** Joined as text: resolved against an origin, a path that begins with `//` would name another host. */
function moved(url: URL, origin: string): URL {
  const result = new URL(origin + url.pathname + url.search + url.hash);
  // Kept for the guard, which refuses them.
  result.username = url.username;
  result.password = url.password;
  return result;
}

function originOf(text: string): string {
  return new URL(text).origin;
}
