import type { Authority, Names } from '../../domain/source.ts';
import { authorities, sourceById } from './index.ts';

const byId = new Map(authorities.map((authority) => [authority.id, authority]));

/** What to call Sources and authorities that are known by their ids; what has left the catalogue keeps its id. */
export const catalogueNames = {
  authorities: (id: string): Authority => byId.get(id) ?? nameless(id),
  sourceName: (id: string): Names => sourceById(id)?.name ?? { en: id, zh: id },
};

function nameless(id: string): Authority {
  return { id, country: '', name: { en: id, zh: id }, short: { en: id, zh: id } };
}
