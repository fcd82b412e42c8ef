import type { Source } from '../src/domain/source.ts';
import { catalogue } from '../src/sources/catalogue/index.ts';
import { type Host, openHost } from '../tests/fakes/hosts.ts';

/** The listings that the preview's bot reads: named as in the catalogue, and served from memory. */
const sourceIds = {
  spokesperson: 'cn-mofcom-spokesperson',
  policy: 'cn-mofcom-policy',
  portal: 'cn-mofcom-portal-notices',
  english: 'cn-mofcom-english',
  tokyo: 'jp-meti',
  washington: 'us-federal-register-bis',
} as const;

export type Listing = keyof typeof sourceIds;
export type Ministries = Record<Listing, Host>;

/** Every post on one page, so that a first read finds the whole archive. */
const PAGE_SIZE = 100;

export function openMinistries(): Ministries {
  const opened = Object.entries(sourceIds).map(([listing, id]) => [listing, openMinistry(listing, id)]);
  return Object.fromEntries(opened) as Ministries;
}

function openMinistry(listing: string, id: string): Host {
  const known = catalogue.find((source) => source.id === id);
  if (!known) throw new Error(`The catalogue has no ${id}: name another one in preview/ministries.ts`);
  const { authority, name, language } = known;
  const identity: Partial<Source> = { id, authority, name, language };
  return { ...openHost(`${listing}.ministry`, 'page', identity), pageSize: PAGE_SIZE };
}
