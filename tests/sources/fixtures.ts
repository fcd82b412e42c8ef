import { readdirSync, readFileSync } from 'node:fs';
import type { Moment } from '../../src/domain/moment.ts';
import type { Reader, Source } from '../../src/domain/source.ts';
import { decode } from '../../src/fetch/charset.ts';
import { catalogue } from '../../src/sources/catalogue/index.ts';

const folder = new URL('../fixtures/sources/', import.meta.url);

export const fixtureNames = readdirSync(folder);

export const suffixes: Record<Reader['kind'], readonly string[]> = {
  feed: ['.atom', '.rss'],
  page: ['.html'],
  jpaas: ['.json'],
  portal: ['.json'],
  json: ['.json'],
};

/** The text of a fixture, decoded from its bytes as a fetched page is. */
export function fixture(name: string, source?: Pick<Source, 'charset'>): string {
  return decode(readFileSync(new URL(name, folder)), { contentType: '', forced: source?.charset });
}

/** The listing of a Source as its site answers it. */
export function listingOf(source: Source): string {
  const name = suffixes[source.reader.kind].map((suffix) => source.id + suffix).find(exists);
  if (!name) throw new Error(`${source.id} has no fixture`);
  return fixture(name, source);
}

/** All rows of a Source's fixture, as a person read them there. Times are UTC; a day alone has no time. */
export function rowsOf({ id }: Source): [title: string, url: string, published: string | null][] {
  return JSON.parse(fixture(`${id}.rows.json`));
}

export function exists(name: string): boolean {
  return fixtureNames.includes(name);
}

/** A Source of the catalogue, with some of it changed. */
export function sourceLike(id: string, changes: Partial<Source> = {}): Source {
  const source = catalogue.find((each) => each.id === id);
  if (!source) throw new Error(`no source ${id}`);
  return { ...source, ...changes };
}

/** A Moment in one word: a day as it is, an instant as ISO 8601 in UTC, cut to its precision. */
export function inWords(moment: Moment | null): string | null {
  if (!moment) return null;
  if (moment.precision === 'date') return moment.on;
  return `${new Date(moment.at).toISOString().slice(0, moment.precision === 'minute' ? 16 : 19)}Z`;
}
