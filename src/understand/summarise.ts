import type { Language, Names } from '../domain/source.ts';
import { markets } from '../domain/subscription.ts';
import { summaryIn } from './phrases/account.ts';
import { dayText } from './phrases/days.ts';
import { goodsNames } from './phrases/goods.ts';
import { phrases } from './phrases/languages.ts';
import { headlineIn, pushLineIn } from './phrases/lines.ts';
import { omissionsOf } from './phrases/omissions.ts';
import { firmsOfMarket, placeOfMarket, placesText, placeText } from './phrases/places.ts';
import { quantityOf } from './phrases/quantity.ts';
import {
  deciderOf,
  firmsIn,
  foreignMarket,
  isOnlyCaught,
  type Summarisable,
  type SummaryOptions,
  subject,
} from './phrases/told.ts';

export type { Summarisable, SummaryOptions } from './phrases/told.ts';

/** Plain text, neither escaped nor formatted. */
export interface Summary {
  /** At most 100 characters in English, 50 in Chinese. */
  pushLine: Names;
  /** The push line with more room, without what is missing. At most 180 and 90 characters. */
  headline: Names;
  /** Two or three sentences and what is not stated, at most 350 characters. */
  summary: Names;
  /** Short phrases, the most important first. */
  stated: Record<Language, string[]>;
  notStated: Record<Language, string[]>;
}

/** More goods and places than these stand in the official text, a click away. */
const MOST_GOODS = 17;
const MOST_PLACES = 8;

/** Says what the facts hold, and what they show to be missing, and nothing else. Pure. */
export function summarise(view: Summarisable, { market, authority }: SummaryOptions): Summary {
  const options = { market, authority: deciderOf(view, authority) };
  if (isOnlyCaught(view)) return caught(options);
  const stated = inBoth((language) => statedIn(view, options, language));
  const notStated = inBoth((language) => notStatedIn(view, options, language));
  return {
    pushLine: inBoth((language) => pushLineIn(view, options, language)),
    headline: inBoth((language) => headlineIn(view, options, language)),
    summary: inBoth((language) => summaryIn(view, options, notStated[language], language)),
    stated,
    notStated,
  };
}

/** Says no more than that there is something to read. */
function caught({ authority }: SummaryOptions): Summary {
  const pushLine = inBoth((language) => caughtPhrases[language].line(authority.short[language]));
  const headline = inBoth((language) => caughtPhrases[language].line(subject(authority, language)));
  const stated = inBoth((language) => [caughtPhrases[language].stated]);
  return { pushLine, headline, summary: headline, stated, notStated: { en: [], zh: [] } };
}

export const caughtPhrases: Record<Language, { line(who: string): string; stated: string }> = {
  en: {
    line: (who) => `${who} writes on export licences or controls; the text is not read in detail`,
    stated:
      'something on export licences or controls; in this language texts are caught by their terms alone',
  },
  zh: {
    line: (who) => `${who}：发布涉及出口许可或管制的消息，内容未解读`,
    stated: '涉及出口许可或管制；此语言的文本仅按用语识别，内容未解读',
  },
};

function inBoth<T>(say: (language: Language) => T): Record<Language, T> {
  return { en: say('en'), zh: say('zh') };
}

function statedIn(view: Summarisable, options: SummaryOptions, language: Language): string[] {
  const { facts } = view;
  const { stated, done } = phrases[language];
  // Where the register lists them notice by notice, they are not told twice.
  const names = view.register?.held ? [] : goodsNames(facts.goods, language);
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
