import type { Facts } from '../../domain/facts.ts';
import type { Day } from '../../domain/moment.ts';
import { mentionsIn } from '../../understand/details/notices.ts';
import { fold } from '../../understand/fold.ts';
import { countryOfCode } from '../../understand/lexicon/countries.ts';
import { goodSymbol } from '../../understand/lexicon/goods.ts';
import { numbersIn } from '../../understand/notice-numbers.ts';
import { passageOf } from '../../understand/passage.ts';
import type { Material } from '../material.ts';
import { datesIn, SaidDates, weekdayOf, weekdaysIn } from './dates.ts';
import { maskedAll, type Span } from './found.ts';
import { type Quantity, quantitiesIn } from './quantities.ts';
import { destinationsIn, namesIn } from './registries.ts';

/** All that a source and the facts read from it say, as far as a text of the model is held against it. */
export interface Said {
  /** Title and text, folded. */
  folded: string;
  /** The same without white space. */
  plain: string;
  /** Words in Latin letters, lower case. */
  words: ReadonlySet<string>;
  /** "good gallium", "place Japan". */
  names: ReadonlySet<string>;
  /** Countries that goods go to, by their names. */
  destinations: ReadonlySet<string>;
  dates: SaidDates;
  /** 0 for Sunday. */
  weekdays: ReadonlySet<number>;
  quantities: readonly Quantity[];
  /** "1c902", "3c001.b". */
  codes: ReadonlySet<string>;
  /** "No. 46 of 2024", and with a section "No. 46 of 2024 §2". */
  notices: ReadonlySet<string>;
}

export function saidIn({ title, text, document, facts, authority }: Material): Said {
  const publishedOn = document.publishedOn ?? null;
  const folded = fold(`${title}\n${text}`);
  const read = readNumbers(maskedAll(folded, listNumbers), publishedOn);
  const own = numbersIn(facts.announcementNo);
  const country = countryOfCode(authority.country);
  const named = namesIn(folded);
  const issuer = fold([document.issuer ?? '', authority.name.en, authority.name.zh].join('\n'));
  return {
    folded,
    plain: folded.replaceAll(/\s/g, ''),
    words: new Set([
      ...facts.goods.flatMap((good) => goodSymbol(good)?.toLowerCase() ?? []),
      ...[...folded.toLowerCase().matchAll(/[\p{L}\p{N}&]+/gu)].map(([word]) => word),
    ]),
    names: new Set([
      ...[...named, ...namesIn(issuer)].map(({ kind, name }) => `${kind} ${name}`),
      ...facts.goods.map((good) => `good ${good}`),
      ...facts.destinations.map((place) => `place ${place}`),
      ...(country ? [`place ${country}`] : []),
    ]),
    destinations: new Set([...facts.destinations, ...destinationsIn(folded, named)]),
    dates: datesOf(read, facts, publishedOn),
    weekdays: new Set([
      ...weekdaysIn(folded).map(({ weekday }) => weekday),
      ...(publishedOn ? [weekdayOf(publishedOn)] : []),
    ]),
    quantities: [
      ...read.quantities,
      ...(own?.numbers ?? []).map((value) => ofFacts(value, 'number')),
      ...(typeof facts.licencesCount === 'number' ? [ofFacts(facts.licencesCount, 'licences')] : []),
    ],
    codes: new Set(read.codes.flatMap(({ words }) => [codeOf(words), codeOf(words).replace(/\..*$/, '')])),
    notices: new Set([
      ...noticesIn(title, text, publishedOn).map(({ notice }) => notice ?? ''),
      ...(own?.numbers ?? []).map((number) => `No. ${number} of ${own?.year}`),
    ]),
  };
}

function datesOf(
  { dates, years }: ReturnType<typeof readNumbers>,
  facts: Facts,
  publishedOn: Day | null,
): SaidDates {
  const said = new SaidDates();
  for (const { value, role } of dates) said.add(value, role);
  for (const year of years) said.add(String(year), 'plain');
  said.add(publishedOn, 'published');
  said.add(facts.effectiveDate, 'start');
  said.add(facts.expiryDate, 'end');
  const own = numbersIn(facts.announcementNo);
  if (own) said.add(String(own.year), 'plain');
  return said;
}

/** "二、", "(3)", "4." at the start of a line: they count nothing. */
const listNumbers = /(?<=^|\n)[ (]*(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?=[)、]|\.(?!\d))/g;

function ofFacts(value: number, unit: string): Quantity {
  return { index: 0, words: String(value), value, ordinal: false, sense: 'exact', units: [unit] };
}

/** `1C902`, `H20`, `8505.11.10`: letters and digits in one, or digits parted more than once. No 3rd and no 10th. */
const codes =
  /(?<![A-Za-z0-9])(?:(?!\d+(?:st|nd|rd|th)(?![A-Za-z0-9]))(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*|\d+(?:\.\d+){2,})/gi;

export function codeOf(words: string): string {
  return words.toLowerCase();
}

/** The dates, codes and numbers of a folded text; a number that can be a year and counts nothing is one. */
export function readNumbers(folded: string, publishedOn: Day | null) {
  const { dates, rest } = datesIn(folded, publishedOn);
  const found: Span[] = [...rest.matchAll(codes)].map(({ 0: words, index }) => ({ words, index }));
  const read = quantitiesIn(maskedAll(rest, codes));
  const isYear = ({ value, words, units, ordinal, sense }: Quantity) =>
    /^(?:19|20)\d\d$/.test(words) && value > 0 && units.length === 0 && !ordinal && sense === 'exact';
  return {
    dates,
    codes: found,
    years: read.quantities.filter(isYear).map(({ value }) => value),
    quantities: read.quantities.filter((quantity) => !isYear(quantity)),
    rest: read.rest,
  };
}

/** The numbered notices of a text, a notice of which a section is named once with it and once without. */
export function noticesIn(
  title: string,
  text: string,
  publishedOn: Day | null,
): { notice: string | null; words: string }[] {
  return mentionsIn(passageOf({ title, text, publishedOn })).flatMap(({ items, sentence }) =>
    items.flatMap(({ notice, sections, start, end }) => {
      const words = sentence.folded.slice(start, end);
      return [
        { notice, words },
        ...sections.map((section) => ({ notice: notice && `${notice} ${section}`, words })),
      ];
    }),
  );
}
