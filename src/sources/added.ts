import { createHash } from 'node:crypto';
import type { Authority, Source } from '../domain/source.ts';
import { canonicalUrl } from './aliases.ts';
import { catalogue } from './catalogue/index.ts';
import type { Candidate } from './detect/index.ts';

/** What an admin says of a Source, where its address does not say it. */
export interface Said {
  /** What to call it; its host and path where nothing is said. */
  name?: string | undefined;
  /** ISO 3166-1 alpha-2; from the host's ending where nothing is said. */
  country?: string | undefined;
}

/** As often as what nobody has studied is read, in minutes. */
const cadence = 15;

/** A Source as an admin adds it: read as it was detected. */
export function addedSource({ url, reader, language, timeZone }: Candidate, said: Said): Source {
  return { ...identityOf(url, said), url, reader, language, timeZone, cadence, minRows: 1 };
}

/** What a Source needs besides how it is read. */
export type Identity = Pick<Source, 'id' | 'authority' | 'name'>;

/**
 * Who and what an added Source is. The same address always gets the same id, so that what was added, removed and
 * added again goes on with what was read.
 */
export function identityOf(url: string, { name, country }: Said): Identity {
  const canonical = canonicalUrl(url);
  const { hostname, pathname } = new URL(canonical);
  const host = hostname.replace(/^www\./, '');
  const called = name ?? `${host}${decoded(pathname.replace(/\/$/, ''))}`;
  return {
    id: `own-${slug(host + pathname)}-${shortHash(canonical)}`,
    authority: authorityAt(host) ?? {
      id: `own-${slug(host)}`,
      name: { en: host, zh: host },
      short: { en: host, zh: host },
      country: country ?? countryOf(host),
    },
    name: { en: called, zh: called },
  };
}

/** The authority whose site this is; null where it is nobody's, or several share it, as they do www.gov.uk. */
function authorityAt(host: string): Authority | null {
  const there = catalogue.filter(({ url }) => sameSite(host, new URL(url).hostname));
  const [first, ...more] = new Set(there.map(({ authority }) => authority));
  return first && more.length === 0 ? first : null;
}

/** Hosts of one ministry: the same below "www", or one below the other. */
function sameSite(host: string, known: string): boolean {
  const site = known.replace(/^www\./, '');
  if (host !== site && shared.test(site)) return false;
  return host === site || host.endsWith(`.${site}`) || site.endsWith(`.${host}`);
}

/** Under which every ministry of a country has its site, as under the government's own gov.cn. */
const shared = /^(?:[a-z]{2,4}\.)?[a-z]{2}$|^gov$/;

const endings: Record<string, string> = { uk: 'GB', gov: 'US', mil: 'US' };

function countryOf(host: string): string {
  const ending = host.slice(host.lastIndexOf('.') + 1);
  return endings[ending] ?? (/^[a-z]{2}$/.test(ending) ? ending.toUpperCase() : '');
}

/** Lower-case letters and digits with hyphens between. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
}

/** For addresses that read alike once they are slugs. */
const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 6);

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Escaped in another encoding than UTF-8: the escapes are all there is to show.
    return path;
  }
}
