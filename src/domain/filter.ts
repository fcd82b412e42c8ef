import type { Action, Facts, Kind, Tier } from './facts.ts';
import type { Authority, SourceLanguage } from './source.ts';

/** What may be asked of a Story, by the name of the filter: what one entry of its list is. */
interface Wanted {
  /** The id of an authority, or the code of a country for all of its authorities. */
  authorities: string;
  tiers: Tier;
  kinds: Kind;
  actions: Action;
  goods: string;
  /** As in {@link Facts}. */
  destinations: string;
  /** Ids of Sources. */
  sources: string;
  /** `zh` takes in `zh-TW`. */
  sourceLanguages: SourceLanguage;
  /** As people type them into a search: all of them must be said. */
  words: string;
}

export type FilterName = keyof Wanted;

/** What a Story must pass: of each list any one entry. Empty lists let everything through. */
export type Filter = { [Name in FilterName]: Wanted[Name][] };

export const noFilter: Readonly<Filter> = {
  authorities: [],
  tiers: [],
  kinds: [],
  actions: [],
  goods: [],
  destinations: [],
  sources: [],
  sourceLanguages: [],
  words: [],
};

export const filterNames = Object.keys(noFilter) as FilterName[];

/** What the filters look at. */
export interface Subject {
  authority: Pick<Authority, 'id' | 'country'>;
  kind: Kind;
  tier: Tier;
  facts: Pick<Facts, 'action' | 'goods' | 'destinations'>;
  /** The pages that tell it. */
  pages: readonly { sourceId: string; language: SourceLanguage }[];
  /** Whether its titles and the words quoted of it say all that somebody typed. */
  says(words: string): boolean;
}

const passesOne: { [Name in FilterName]: (wanted: Wanted[Name], subject: Subject) => boolean } = {
  authorities: (wanted, { authority }) => wanted === authority.id || wanted === authority.country,
  tiers: (wanted, { tier }) => wanted === tier,
  kinds: (wanted, { kind }) => wanted === kind,
  actions: (wanted, { facts }) => wanted === facts.action,
  goods: (wanted, { facts }) => facts.goods.includes(wanted),
  destinations: (wanted, { facts }) => facts.destinations.includes(wanted),
  sources: (wanted, { pages }) => pages.some(({ sourceId }) => sourceId === wanted),
  sourceLanguages: (wanted, { pages }) =>
    pages.some(({ language }) => language === wanted || language.startsWith(`${wanted}-`)),
  words: (wanted, subject) => subject.says(wanted),
};

/** Whether one of the filters lets a Story through. */
function passes<Name extends FilterName>(name: Name, filter: Filter, subject: Subject): boolean {
  const wanted: readonly Wanted[Name][] = filter[name];
  return wanted.length === 0 || wanted.some((each) => passesOne[name](each, subject));
}

/** Whether all of them do. */
export function passesAll(filter: Filter, subject: Subject): boolean {
  return filterNames.every((name) => passes(name, filter, subject));
}
