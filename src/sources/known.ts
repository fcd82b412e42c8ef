import type { Authority, Source } from '../domain/source.ts';
import { catalogue } from './catalogue/index.ts';

/**
 * Every Source this process has met: the catalogue's, and those that admins have added, removed ones included. Ids
 * are never reused, so that this only grows; what is stored with an id keeps its name, language and zone.
 */
const met = new Map<string, Source>(catalogue.map((source) => [source.id, source]));

/** To be told of every Source that an admin has added, before anything of it is read or shown. */
export function meet(source: Source): void {
  met.set(source.id, source);
}

export function sourceById(id: string): Source | undefined {
  return met.get(id);
}

/** What to call Sources and authorities that are known by their ids; what nobody has met keeps its id. */
export const knownNames = {
  authorities: (id: string): Authority => authorityById(id) ?? nameless(id),
  sourceName: (id: string): Source['name'] => sourceById(id)?.name ?? { en: id, zh: id },
  sourceUrl: (id: string): string | null => sourceById(id)?.url ?? null,
};

function authorityById(id: string): Authority | undefined {
  for (const { authority } of met.values()) if (authority.id === id) return authority;
  return undefined;
}

function nameless(id: string): Authority {
  return { id, country: '', name: { en: id, zh: id }, short: { en: id, zh: id } };
}
