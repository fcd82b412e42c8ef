import { type Instant, SECOND } from '../domain/moment.ts';

/** The headers of an answer that say for how long it holds, as they came. */
interface Said {
  cacheControl?: string | undefined;
  expires?: string | undefined;
  age?: string | undefined;
  date?: string | undefined;
}

/**
 * Milliseconds for which an answer says it holds (RFC 9111, 4.2.1, for a cache of one's own); undefined where
 * it does not say. What is not to be kept holds for 0.
 */
export function freshFor({ cacheControl = '', expires, age, date }: Said, now: Instant): number | undefined {
  if (/(?:^|[\s,])no-(?:cache|store)(?=\s*(?:$|[,;=]))/i.test(cacheControl)) return 0;

  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(cacheControl)?.[1];
  if (maxAge !== undefined) return Math.max(0, Number(maxAge) - (Number(age) || 0)) * SECOND;
  if (expires === undefined) return undefined;

  // By the server's own clock where it tells the time; "0" and other mistakes mean already expired.
  const until = Date.parse(expires);
  const from = date === undefined ? now : Date.parse(date);
  return Number.isNaN(until) || !/[a-z]{3}/i.test(expires)
    ? 0
    : Math.max(0, until - (Number.isNaN(from) ? now : from));
}
