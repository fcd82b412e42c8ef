import { readdirSync, readFileSync } from 'node:fs';
import { decode } from '../../../src/fetch/charset.ts';

const folder = new URL('../../fixtures/lists/', import.meta.url);

export interface ExpectedRow {
  title: string;
  url: string;
  /** Null where the page does not say. */
  date: string | null;
}

/** The fixtures' names: each is a page and, beside it, the rows a person sees in it. */
export const listNames = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -'.html'.length))
  .sort();

export function listPage(name: string): string {
  return decode(readFileSync(new URL(`${name}.html`, folder)), { contentType: 'text/html' });
}

export function expectedOf(name: string): { url: string; rows: ExpectedRow[] } {
  return JSON.parse(readFileSync(new URL(`${name}.rows.json`, folder), 'utf8'));
}
