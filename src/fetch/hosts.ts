import type { Source } from '../domain/source.ts';

/** How one host is treated, whoever asks it and for what: its lists, its articles, what redirects there. */
export interface HostRules {
  /** Milliseconds between the starts of two requests. */
  gap?: number;
  /** Requests on the way at one time. */
  atOnce?: number;
  /** Asked in its stead. `http:` or `https:`, a user and password included where the proxy wants them. */
  proxy?: string;
  /** PEM: certificate authorities trusted besides the system's. */
  ca?: string;
}

/**
 * The rules that Sources name for their hosts. Where several are on one host, the widest gap and the fewest
 * requests hold, each authority is trusted, and the first proxy is used.
 */
export function hostRulesOf(
  sources: Iterable<Pick<Source, 'url' | 'politeness' | 'proxy' | 'ca'>>,
): ReadonlyMap<string, HostRules> {
  const rules = new Map<string, HostRules>();
  for (const { url, politeness, proxy, ca } of sources) {
    const { host } = new URL(url);
    const known = rules.get(host);
    const next: HostRules = { ...known };
    if (politeness) {
      next.gap = Math.max(politeness.gap, known?.gap ?? 0);
      next.atOnce = Math.min(politeness.atOnce, known?.atOnce ?? politeness.atOnce);
    }
    if (proxy && !known?.proxy) next.proxy = proxy;
    if (ca && !known?.ca?.includes(ca)) next.ca = known?.ca ? `${known.ca}\n${ca}` : ca;
    if (Object.keys(next).length > 0) rules.set(host, next);
  }
  return rules;
}
