import { createHash } from 'node:crypto';
import type { ReadFailure } from '../../src/domain/failure.ts';
import type { Download, Fetcher, FetchRequest, FetchResponse, Validators } from '../../src/fetch/fetcher.ts';

/** A body, answered 200 without validators; a whole answer; bytes for who asks for bytes; or the failure to throw. */
export type Reply = string | Uint8Array | FetchResponse | ReadFailure;

export interface FakeFetcher extends Fetcher {
  /** In the order in which they came. */
  readonly requests: readonly FetchRequest[];
}

/**
 * A Fetcher that answers from a table of addresses. A list of replies is used up one by one.
 * A request that the table does not foresee is an error, never an empty answer.
 */
export function fakeFetcher(table: Record<string, Reply | readonly Reply[]>): FakeFetcher {
  const requests: FetchRequest[] = [];
  const used = new Map<string, number>();

  function next(url: string): Reply {
    const replies = table[url];
    if (replies === undefined) throw new Error(`unexpected request: ${url}`);
    if (!isList(replies)) return replies;
    const turn = used.get(url) ?? 0;
    used.set(url, turn + 1);
    const reply = replies[turn];
    if (reply === undefined) throw new Error(`request ${turn + 1} was not expected: ${url}`);
    return reply;
  }

  return {
    requests,
    async fetch(request) {
      requests.push(request);
      const reply = next(request.url);
      if (reply instanceof Error) throw reply;
      if (reply instanceof Uint8Array) throw new Error(`asked for the text of a document: ${request.url}`);
      return typeof reply === 'string' ? ok(reply, { url: request.url }) : reply;
    },
    async fetchBytes(request): Promise<Download> {
      requests.push(request);
      const reply = next(request.url);
      if (reply instanceof Error) throw reply;
      if (!(reply instanceof Uint8Array)) throw new Error(`asked for the bytes of a text: ${request.url}`);
      return { url: request.url, type: '', bytes: reply };
    },
    async close() {
      used.clear();
    },
  };
}

type Ok = Extract<FetchResponse, { outcome: 'ok' }>;

/** A 200. `hash` follows the text; the type is HTML unless said otherwise. */
export function ok(text: string, rest: Partial<Ok> & Pick<Ok, 'url'>): Ok {
  const hash = createHash('sha256').update(text).digest('hex');
  return { outcome: 'ok', type: 'text/html', text, hash, validators: {}, ...rest };
}

export function notModified(validators: Validators = {}): FetchResponse {
  return { outcome: 'not-modified', validators };
}

function isList(replies: Reply | readonly Reply[]): replies is readonly Reply[] {
  return Array.isArray(replies);
}
