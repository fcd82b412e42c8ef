import type { RenderContext } from './discord/render/context.ts';
import type { Authority, Names } from './domain/source.ts';
import { authorities, sourceById } from './sources/catalogue/index.ts';

const byId = new Map(authorities.map((authority) => [authority.id, authority]));

/** The names that messages use, from the catalogue; what has left the catalogue is called by its id. */
export const renderContext: RenderContext = {
  authorities: (id): Authority => byId.get(id) ?? nameless(id),
  sourceName: (id): Names => sourceById(id)?.name ?? { en: id, zh: id },
};

function nameless(id: string): Authority {
  return { id, country: '', name: { en: id, zh: id }, short: { en: id, zh: id } };
}
