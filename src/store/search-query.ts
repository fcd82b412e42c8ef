import { sql } from 'kysely';
import type { Action, Kind } from '../domain/facts.ts';
import type { Day } from '../domain/moment.ts';
import type { Phrase, Term } from '../understand/search/terms.ts';
import { lookedUp } from '../understand/search/words.ts';
import type { Db } from './schema.ts';
import { marks, placesWithin } from './search-index.ts';

/** What to search for. Absent filters, and empty lists, let everything through; without any term all texts are found. */
export interface Search {
  terms: readonly Term[];
  /** Texts that name any of these. */
  goods?: readonly string[];
  kind?: Kind;
  actions?: readonly Action[];
  /** The ids of Sources that published it. */
  sources?: readonly string[];
  /** Also texts that tell no Story: what was read and found to be about something else. */
  everything?: boolean;
  /** Published on these days or between them. */
  since?: Day;
  until?: Day;
}

/** The places of the newest texts that fit, below one. */
export async function placesBelow(db: Db, search: Search, place: number, limit: number): Promise<number[]> {
  const [from, to] = placesWithin(search);
  const { rows } = await sql<{ place: number }>`select rowid as place from search
    where search match ${matchOf(search)} and rowid >= ${from} and rowid < ${Math.min(place, to)}
    order by rowid desc limit ${limit}`.execute(db);
  return rows.map(({ place }) => place);
}

/** Whether the text at a place fits. */
export async function isFoundAt(db: Db, search: Search, place: number): Promise<boolean> {
  // Not `rowid = place`: beside a match, SQLite 3.53 then answers with the first row that matches, whichever it is.
  const { rows } = await sql`select 1 from search
    where search match ${matchOf(search)} and rowid >= ${place} and rowid <= ${place}`.execute(db);
  return rows.length > 0;
}

/** The query in the language of FTS5. Every word is quoted, so that nothing typed is an operator. */
function matchOf({ terms, goods = [], kind, actions = [], sources = [], everything }: Search): string {
  const marked = [
    `"${everything ? marks.any : marks.tells}"`,
    ...(kind ? [`"${marks.kind(kind)}"`] : []),
    ...anyOf(goods.map(marks.good)),
    ...anyOf(actions.map(marks.action)),
    ...anyOf(sources.map(marks.source)),
  ];
  return [
    ...terms.map(({ wordings }) => `({title text} : (${wordings.map(phraseMatch).join(' OR ')}))`),
    `(marks : (${marked.join(' AND ')}))`,
  ].join(' AND ');
}

const anyOf = (wanted: readonly string[]) =>
  wanted.length > 0 ? [`(${wanted.map((mark) => `"${mark}"`).join(' OR ')})`] : [];

function phraseMatch(phrase: Phrase): string {
  const { words, open } = lookedUp(phrase.words, phrase.open);
  return `"${words.join(' ').replaceAll('"', '""')}"${open ? '*' : ''}`;
}
