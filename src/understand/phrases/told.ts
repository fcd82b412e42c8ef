import type { Day } from '../../domain/moment.ts';
import type { Authority, Language } from '../../domain/source.ts';
import type { StoryView } from '../../domain/story.ts';
import type { Market } from '../../domain/subscription.ts';
import { countries } from '../lexicon/countries.ts';
import type { GoodsForm } from './goods.ts';
import { countWithheld, firmsIncluded } from './omissions.ts';
import type { Batch, Effect, Mark, Told } from './phrases.ts';
import { countryOfMarket, firmsOfMarket, placesText, placeText } from './places.ts';
import { quantityOf } from './quantity.ts';
import { scopesOf } from './scope.ts';

/** What a summary needs of a Story; what is left out is taken as fresh, read and unchanged. */
export type Summarisable = Pick<StoryView, 'facts' | 'evidence' | 'kind' | 'language'> &
  Partial<
    Pick<
      StoryView,
      | 'lateness'
      | 'textRead'
      | 'published'
      | 'corrections'
      | 'withdrawnAt'
      | 'withdrawnBy'
      | 'register'
      | 'links'
    >
  > & {
    /** Whose decision it is, where not the authority's: the short English name of a country, or "EU". */
    decidedBy?: string | null;
  };

export interface SummaryOptions {
  market: Market;
  authority: Pick<Authority, 'name' | 'short' | 'country'>;
}

/** Ministries also report what other countries decide: then the country is the subject. */
export function deciderOf(
  view: Summarisable,
  authority: SummaryOptions['authority'],
): SummaryOptions['authority'] {
  const { decidedBy = null } = view;
  const code = countries.find(({ name }) => name === decidedBy)?.code;
  if (!decidedBy || !code || code === authority.country) return authority;
  const [en, zh] = [placeText(decidedBy, 'en'), placeText(decidedBy, 'zh')];
  const short = { en: countryShort(code, 'en') ?? en, zh };
  return { country: code, name: { en, zh }, short };
}

/** "US", "South Korea"; null for a body of no country. */
export function countryShort(code: string, language: Language): string | null {
  const name = countries.find((country) => country.code === code)?.name;
  return name === undefined ? null : placeText(name, language).replace(/^the /, '');
}

/** In a language whose texts are only caught by their terms: what else it states, or leaves out, nobody has read. */
export function isOnlyCaught({ facts, links = [] }: Summarisable): boolean {
  const [first] = links;
  return facts.action === 'statement' && first !== undefined && !/^(?:zh|en)\b/.test(first.language);
}

/** Null where the market's firms cannot be meant, or where "excluded" would say that they lose nothing. */
export function firmsIn(view: Summarisable, options: SummaryOptions, language: Language): Batch['firms'] {
  const market = foreignMarket(options.market, options.authority);
  if (!market) return null;
  const included = firmsIncluded(view.facts, market);
  if (view.facts.action === 'suspend' && included !== null) return null;
  return { name: firmsOfMarket[market][language], included };
}

/** As a sentence begins. */
export function subject({ name }: SummaryOptions['authority'], language: Language): string {
  return name[language].charAt(0).toUpperCase() + name[language].slice(1);
}

/** The facts of a view in one language; `said` is what one line makes of who and which goods. */
export function tell(
  view: Summarisable,
  said: { who: string; goods: GoodsForm | null; firms: Batch['firms'] },
  language: Language,
): Told {
  const { facts, evidence } = view;
  return {
    who: said.who,
    goods: said.goods,
    to: placesText(facts.destinations, language),
    scopes: scopesOf(evidence),
    licenceType: facts.licenceType,
    notice: facts.announcementNo,
    notNamed: notNamedIn(view),
    effect: effectOf(facts.effectiveDate, view.published?.on ?? null),
    until: facts.expiryDate,
    batch: view.kind === 'batch' ? batchOf(view, said.firms, language) : null,
  };
}

/** The one measure on such goods that a notice leaves in force: what readers of a suspension overlook. */
function notNamedIn({ register }: Summarisable): string | null {
  if (register?.about !== 'not-named' || register.more > 0) return null;
  const [only, ...more] = register.measures;
  return only && more.length === 0 ? only.announcementNo : null;
}

function batchOf(view: Summarisable, firms: Batch['firms'], language: Language): Batch {
  return {
    count: typeof view.facts.licencesCount === 'number' ? view.facts.licencesCount : null,
    countWithheld: countWithheld(view.facts),
    quantity: quantityOf(view.evidence, view.language, language),
    firms,
  };
}

/** Without a date of publication nothing is called immediate. */
function effectOf(on: Day | null, published: Day | null): Effect | null {
  if (on === null) return null;
  if (published === null || on > published) return { when: 'later', on };
  return { when: on === published ? 'at-once' : 'before', on };
}

export function markOf(view: Summarisable): Mark | null {
  if (view.withdrawnAt) return view.withdrawnBy ? 'misled' : 'withdrawn';
  if (view.corrections && view.corrections.length > 0) return 'corrected';
  return view.lateness && view.lateness !== 'fresh' ? 'late' : null;
}

/** The market, unless it is the authority's own: its licences are for what leaves it. */
export function foreignMarket(market: Market, authority: Pick<Authority, 'country'>): Market | null {
  return countryOfMarket[market] === authority.country ? null : market;
}
