import type { Day } from '../domain/moment.ts';
import type { Authority, Language, Names } from '../domain/source.ts';
import type { StoryView } from '../domain/story.ts';
import { type Market, markets } from '../domain/subscription.ts';
import { dayText } from './phrases/days.ts';
import { en } from './phrases/en.ts';
import { type Draft, firstThatFits, joinWithin, type Room } from './phrases/fit.ts';
import { type GoodsForm, goodsForms, goodsNames } from './phrases/goods.ts';
import { countWithheld, firmsIncluded, omissionsOf } from './phrases/omissions.ts';
import type { Batch, Effect, Mark, Phrases, Told } from './phrases/phrases.ts';
import { countryOfMarket, firmsOfMarket, placeOfMarket, placesText, placeText } from './phrases/places.ts';
import { quantityOf } from './phrases/quantity.ts';
import { scopesOf } from './phrases/scope.ts';
import { zh } from './phrases/zh.ts';

/** What a summary needs of a Story; what is left out is taken as fresh, read and unchanged. */
export type Summarisable = Pick<StoryView, 'facts' | 'evidence' | 'kind' | 'language'> &
  Partial<Pick<StoryView, 'lateness' | 'textRead' | 'published' | 'corrections' | 'withdrawnAt'>>;

/** Plain text, neither escaped nor formatted. */
export interface Summary {
  /** At most 100 characters in English, 50 in Chinese. */
  pushLine: Names;
  /** The push line with more room, without what is missing. At most 180 and 90 characters. */
  headline: Names;
  /** Two or three sentences, at most 350 characters. */
  summary: Names;
  /** Short phrases, the most important first. */
  stated: Record<Language, string[]>;
  notStated: Record<Language, string[]>;
}

export interface SummaryOptions {
  market: Market;
  authority: Pick<Authority, 'name' | 'short' | 'country'>;
}

const phrases: Record<Language, Phrases> = { en, zh };

/** A locked phone shows some 45 characters of a push; Chinese says it all within them anyway. */
const pushRoom: Record<Language, Room> = { en: { line: 100, core: 45 }, zh: { line: 50, core: 50 } };
const headlineRoom: Record<Language, Room> = { en: { line: 180, core: 180 }, zh: { line: 90, core: 90 } };
const SUMMARY_ROOM = 350;
const separators: Names = { en: '; ', zh: '；' };
/** More goods and places than these stand in the official text, a click away. */
const MOST_GOODS = 17;
const MOST_PLACES = 8;

/** Says what the facts hold, and what they show to be missing, and nothing else. Pure. */
export function summarise(view: Summarisable, options: SummaryOptions): Summary {
  const stated = inBoth((language) => statedIn(view, options, language));
  const notStated = inBoth((language) => notStatedIn(view, options, language));
  const headline = inBoth((language) => headlineIn(view, options, language));
  return {
    pushLine: inBoth((language) => pushLineIn(view, options, language)),
    headline,
    summary: inBoth((language) =>
      summaryOf(headline[language], stated[language], notStated[language], language),
    ),
    stated,
    notStated,
  };
}

function inBoth<T>(say: (language: Language) => T): Record<Language, T> {
  return { en: say('en'), zh: say('zh') };
}

function pushLineIn(view: Summarisable, options: SummaryOptions, language: Language): string {
  const who = options.authority.short[language];
  return lineOf(view, who, firmsIn(view, options, language), language, pushRoom[language]);
}

/** Null where the market's firms cannot be meant, or where "excluded" would say that they lose nothing. */
function firmsIn(view: Summarisable, options: SummaryOptions, language: Language): Batch['firms'] {
  const market = foreignMarket(options.market, options.authority);
  if (!market) return null;
  const included = firmsIncluded(view.facts, market);
  if (view.facts.action === 'suspend' && included !== null) return null;
  return { name: firmsOfMarket[market][language], included };
}

function headlineIn(view: Summarisable, { authority }: SummaryOptions, language: Language): string {
  const name = authority.name[language];
  const who = name.charAt(0).toUpperCase() + name.slice(1);
  return lineOf(view, who, null, language, headlineRoom[language]);
}

function lineOf(
  view: Summarisable,
  who: string,
  firms: Batch['firms'],
  language: Language,
  room: Room,
): string {
  const { sentences, batch, marks, unread } = phrases[language];
  const mark = markOf(view);
  const prefix = mark ? marks[mark] : '';
  const forms = goodsForms(view.facts.goods, language);
  const drafts = (forms.length > 0 ? forms : [null]).flatMap((goods): Draft[] => {
    const told = tell(view, who, goods, firms, language);
    const { leads, optional, required: always = '' } = sentences[view.facts.action](told);
    const required = always + (told.batch ? batch(told.batch) : '');
    const closing = view.textRead === false ? unread : '';
    return leads.map(({ core, rest }) => ({
      lead: { core: prefix + core, rest },
      required,
      optional,
      closing,
    }));
  });
  // Only what is late rings a phone; the other marks come with an edit.
  const unseen = mark === 'late' ? 0 : prefix.length;
  return firstThatFits(drafts, { line: room.line, core: room.core + unseen });
}

function tell(
  view: Summarisable,
  who: string,
  goods: GoodsForm | null,
  firms: Batch['firms'],
  language: Language,
): Told {
  const { facts, evidence } = view;
  return {
    who,
    goods,
    to: placesText(facts.destinations, language),
    scopes: scopesOf(evidence),
    licenceType: facts.licenceType,
    notice: facts.announcementNo,
    effect: effectOf(facts.effectiveDate, view.published?.on ?? null),
    until: facts.expiryDate,
    batch: view.kind === 'batch' ? batchOf(view, firms, language) : null,
  };
}

function batchOf(view: Summarisable, firms: Batch['firms'], language: Language): Batch {
  return {
    count: typeof view.facts.licencesCount === 'number' ? view.facts.licencesCount : null,
    countWithheld: countWithheld(view.facts),
    quantity: quantityOf(view.evidence, view.language, language),
    firms,
    complete: view.textRead !== false,
  };
}

/** Without a date of publication nothing is called immediate. */
function effectOf(on: Day | null, published: Day | null): Effect | null {
  if (on === null) return null;
  if (published === null || on > published) return { when: 'later', on };
  return { when: on === published ? 'at-once' : 'before', on };
}

function markOf(view: Summarisable): Mark | null {
  if (view.withdrawnAt) return 'withdrawn';
  if (view.corrections && view.corrections.length > 0) return 'corrected';
  return view.lateness && view.lateness !== 'fresh' ? 'late' : null;
}

function statedIn(view: Summarisable, options: SummaryOptions, language: Language): string[] {
  const { facts } = view;
  const { stated, done } = phrases[language];
  const names = goodsNames(facts.goods, language);
  const places = placesText(facts.destinations, language, MOST_PLACES);
  const firms = view.kind === 'batch' ? firmsIn(view, options, language) : null;
  const listed = names.slice(0, MOST_GOODS).join(language === 'zh' ? '、' : ', ');
  return [
    doneText(view, language, done[facts.action]),
    ...(names.length > 0 ? [stated.goods(names.length > MOST_GOODS ? `${listed} …` : listed)] : []),
    ...(places ? [stated.destinations(places)] : []),
    ...(firms && firms.included !== null ? [stated.firms(firms.name, firms.included)] : []),
    ...(facts.licenceType ? [stated.licenceType[facts.licenceType]] : []),
    ...(facts.announcementNo ? [stated.notice(facts.announcementNo)] : []),
    ...(facts.effectiveDate
      ? [stated.from(dayText(facts.effectiveDate, language), facts.effectiveDate === view.published?.on)]
      : []),
    ...(facts.expiryDate ? [stated.until(dayText(facts.expiryDate, language))] : []),
  ];
}

function doneText(view: Summarisable, language: Language, done: string): string {
  const { count, quantity } = phrases[language].stated;
  if (typeof view.facts.licencesCount === 'number') return count(done, view.facts.licencesCount);
  const words = view.kind === 'batch' ? quantityOf(view.evidence, view.language, language) : null;
  return words ? quantity(done, words) : done;
}

function notStatedIn(
  view: Summarisable,
  { market, authority }: SummaryOptions,
  language: Language,
): string[] {
  const others = markets.filter((other) => other !== market);
  const foreign = [market, ...others].filter((other) => foreignMarket(other, authority)).slice(0, 3);
  const named = foreign.map((other) => (language === 'en' ? other : placeText(placeOfMarket[other], 'zh')));
  const listed = named.join(language === 'zh' ? '、' : ', ');
  const omissions = omissionsOf(
    { ...view, textRead: view.textRead !== false },
    foreignMarket(market, authority),
  );
  return omissions.map((name) => phrases[language].omitted[name](firmsOfMarket[market][language], listed));
}

/** The market, unless it is the authority's own: its licences are for what leaves it. */
function foreignMarket(market: Market, authority: Pick<Authority, 'country'>): Market | null {
  return countryOfMarket[market] === authority.country ? null : market;
}

/** The headline is never cut; of the lists, what fits. */
function summaryOf(headline: string, stated: string[], notStated: string[], language: Language): string {
  const frame = phrases[language].summary(headline, '-', '-').length;
  const half = Math.floor((SUMMARY_ROOM - frame) / 2);
  const missing = joinWithin(notStated, separators[language], half);
  const said = joinWithin(stated, separators[language], SUMMARY_ROOM - frame - missing.length);
  return phrases[language].summary(headline, said, missing);
}
