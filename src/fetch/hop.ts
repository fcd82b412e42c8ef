import { acceptEncoding } from './body.ts';
import type { FetchRequest } from './fetcher.ts';

/** One request on the way, redirected or not. */
export interface Hop {
  /** Logical. */
  url: URL;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body: string | null;
}

export function firstHop(request: FetchRequest, url: URL, userAgent: string): Hop {
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
export function nextHop(hop: Hop, status: number, url: URL): Hop {
  const headers = { ...hop.headers };
  if (url.origin !== hop.url.origin) {
    delete headers.authorization;
    delete headers.cookie;
  }
  if (status === 307 || status === 308) return { ...hop, url, headers };

  delete headers['content-type'];
  return { url, method: 'GET', headers, body: null };
}
