import type { IncomingHttpHeaders } from 'node:http';
import { HOUR, type Instant } from '../../src/domain/moment.ts';
import type { Clock } from '../../src/ops/clock.ts';
import { Archive, type Archived, type ColumnId, type Entry, type Post } from './archive.ts';
import { challengePage } from './challenge.ts';
import { english } from './english.ts';
import { govUk } from './gov-uk.ts';
import { type Hold, Holds } from './holds.ts';
import { mofcom, securityBureau } from './jpaas.ts';
import { portal } from './portal.ts';
import { type OriginServer, serve } from './server.ts';
import type { Answer, Asked, AuthorityId, Site } from './site.ts';
import { taiwan } from './taiwan.ts';
import { archive as archivedTexts } from './texts.ts';

const sites: Site[] = [mofcom, securityBureau, portal, english, taiwan, govUk];

/** A post on its site, as `publish` returns it; `edit` and `withdraw` take it back. */
export interface Published {
  column: ColumnId;
  /** The real site's address that its listing gives. */
  url: string;
  /** All addresses under which the site serves it, `url` first. */
  urls: readonly string[];
  publishedAt: Instant;
}

export interface LoggedRequest {
  method: string;
  /** Of the site that was meant: `https://www.mofcom.gov.cn`. */
  origin: string;
  /** With the query. */
  path: string;
  headers: IncomingHttpHeaders;
  /** By the clock the ministries were started with. */
  at: Instant;
}

export interface MinistryOptions {
  /** Dates everything: the archive lies before its time at the start, a new post carries its current time. */
  clock: Clock;
  /** What has already been published; the texts of the demonstration when absent. */
  archive?: readonly Archived[];
}

/**
 * A few ministries on loopback, one server on a free port for each of their origins. They answer as the real
 * sites are documented to, their traps included.
 */
export interface Ministry {
  /** From the real origin to the simulated one: `https://www.gov.uk` -> `http://127.0.0.1:40123`. */
  readonly origins: ReadonlyMap<string, string>;
  /** Every request that has come in, oldest first. */
  readonly requests: readonly LoggedRequest[];
  publish(column: ColumnId, post: Post): Published;
  /** Changes the article without a word: its listing stays as it was. */
  edit(published: Published, changes: Partial<Post>): void;
  /** Its listing drops it, as one that is turned over does; the article stays. */
  unlist(published: Published): void;
  /** The article answers 404 from now on, and its listing drops it. */
  withdraw(published: Published): void;
  /** While on, every site of the authority answers every request with a challenge page (412). */
  challenge(authority: AuthorityId, on: boolean): void;
  /** Holds the next request whose real address matches, until released or until its client goes away. */
  hold(address: RegExp): Hold;
  /** Drops what is still open and frees the ports. */
  close(): Promise<void>;
}

export async function startMinistry({ clock, archive = archivedTexts }: MinistryOptions): Promise<Ministry> {
  const ministry = new SimulatedMinistry(clock, archive);
  await ministry.start();
  return ministry;
}

class SimulatedMinistry implements Ministry {
  readonly origins = new Map<string, string>();
  readonly requests: LoggedRequest[] = [];
  readonly #clock: Clock;
  readonly #archive = new Archive();
  readonly #entries = new WeakMap<Published, Entry>();
  readonly #challenging = new Set<AuthorityId>();
  readonly #holds = new Holds();
  readonly #servers: OriginServer[] = [];

  constructor(clock: Clock, archived: readonly Archived[]) {
    this.#clock = clock;
    const startedAt = clock.now();
    for (const { columns, hoursAgo, post } of archived.toSorted((a, b) => b.hoursAgo - a.hoursAgo)) {
      const times = { publishedAt: startedAt - hoursAgo * HOUR, generatedAt: startedAt };
      for (const column of columns) this.#archive.add(column, post, times);
    }
  }

  async start(): Promise<void> {
    for (const site of sites) {
      const server = await serve(site, (asked, gone) => this.#respond(site, asked, gone));
      this.#servers.push(server);
      this.origins.set(site.origin, server.address);
    }
  }

  publish(column: ColumnId, post: Post): Published {
    const publishedAt = this.#clock.now();
    const entry = this.#archive.add(column, post, { publishedAt, generatedAt: publishedAt });
    const urls = addressesOf(entry);
    const published = { column, url: urls[0], urls, publishedAt };
    this.#entries.set(published, entry);
    return published;
  }

  edit(published: Published, changes: Partial<Post>): void {
    const entry = this.#entryOf(published);
    entry.post = { ...entry.post, ...changes };
    entry.generatedAt = this.#clock.now();
  }

  unlist(published: Published): void {
    this.#entryOf(published).unlisted = true;
  }

  withdraw(published: Published): void {
    this.#entryOf(published).withdrawn = true;
  }

  challenge(authority: AuthorityId, on: boolean): void {
    if (on) this.#challenging.add(authority);
    else this.#challenging.delete(authority);
  }

  hold(address: RegExp): Hold {
    return this.#holds.add(address);
  }

  async close(): Promise<void> {
    this.#holds.releaseAll();
    await Promise.all(this.#servers.map((server) => server.close()));
  }

  async #respond(site: Site, asked: Asked, gone: Promise<unknown>): Promise<Answer> {
    const { method, url, headers } = asked;
    this.requests.push({
      method,
      origin: site.origin,
      path: `${url.pathname}${url.search}`,
      headers,
      at: this.#clock.now(),
    });
    await this.#holds.pass(url.href, gone);
    if (this.#challenging.has(site.authority)) return challengePage;
    return site.answer(asked, this.#archive) ?? notFound;
  }

  #entryOf(published: Published): Entry {
    const entry = this.#entries.get(published);
    if (!entry) throw new Error(`${published.url} was not published here.`);
    return entry;
  }
}

const notFound: Answer = { status: 404, type: 'text/html', body: '<h1>404 Not Found</h1>' };

function addressesOf(entry: Entry): [string, ...string[]] {
  for (const { origin, columns } of sites) {
    const [first, ...others] = columns[entry.column]?.(entry) ?? [];
    if (first) return [`${origin}${first}`, ...others.map((path) => `${origin}${path}`)];
  }
  throw new Error(`No site has the column ${entry.column}.`);
}
