import { maskedAll, type Span } from './found.ts';
import {
  digitsValue,
  englishNumber,
  englishOrdinal,
  englishValue,
  hanNumber,
  hanValue,
  ordinalValue,
} from './numerals.ts';
import { type Unit, unitsOf } from './units.ts';

/** How exactly a number is told: "more than 60" is not 60. */
type Sense = 'exact' | 'over' | 'under' | 'about';

/** A number of a text, in whatever script, with what it counts. */
export interface Quantity extends Span {
  value: number;
  ordinal: boolean;
  sense: Sense;
  units: Unit[];
}

/** Numerals that count nothing; 数十 and 十几 are words of quantity, and no tens. */
const noNumbers =
  /一定|一直|一贯|一律|一致|一般|一旦|一方面|一方|一系列|一道|一起|一并|一向|一同|一经|一带一路|一体|一揽子|一些|一切|进一步|逐一|统一|唯一|单一|同一|(?<!分)之一|专一|万一|均一|十分|百分(?!之)|四川|三亚|三星|两用|两岸|两会|千方百计|五金|六面顶|八面体|第三方|第三国|二氧|三氧|五氧|四甲|五氟|一铵|二铵|第一时间|千克|千瓦|万科|[数几][十百千万亿]+(?!分之)|(?<!以)上[百千万亿]+(?!分之)|(?<!达)成[百千万]+(?!分之)|[十百千万]几|成千上万|成百上千/g;

/** Numbers that stand for nothing that could be counted: "one of the", "the one". */
const enNoNumbers = /\b(?:one another|one-off|no one|any one|zero-sum|Article One|one or more)\b/gi;

const digits = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
/** NaN for what looks like a number and has no value: nothing bears it out. */
type Reading = (match: RegExpExecArray) => { value: number; ordinal?: boolean; units?: Unit[] };

/** What an earlier one has read is not read again. */
const readings: readonly [pattern: RegExp, read: Reading][] = [
  [
    new RegExp(`(?<of>${hanNumber}|\\d+)分之(?<part>${hanNumber}|\\d+(?:\\.\\d+)?)`, 'gu'),
    ({ groups }) => shareOf(groups?.of ?? '', groups?.part ?? ''),
  ],
  [
    new RegExp(
      `(?<digits>\\d+)(?:st|nd|rd|th)\\b|(?<word>${englishOrdinal})|(?<first>首(?!都|尔|相|席|长|脑|领|先))`,
      'giu',
    ),
    ({ groups: { digits, word } = {} }) => ({
      value: digits ? Number(digits) : word ? ordinalValue(word) : 1,
      ordinal: true,
    }),
  ],
  [
    new RegExp(
      `(?<![A-Za-z\\d])(?<plain>${digits})(?:(?<han>万亿|[万亿])| ?(?<en>hundred|thousand|million|billion)\\b)?`,
      'giu',
    ),
    ({ groups }) => ({ value: digitsValue(groups?.plain ?? '', groups?.han ?? groups?.en ?? '') }),
  ],
  [new RegExp(hanNumber, 'gu'), ([words]) => ({ value: hanValue(words) ?? Number.NaN })],
  [new RegExp(englishNumber, 'giu'), ([words]) => ({ value: englishValue(words) })],
];

/** Every number of a folded text from which dates and codes have been taken, and the text without them. */
export function quantitiesIn(text: string): { quantities: Quantity[]; rest: string } {
  const quantities: Quantity[] = [];
  let rest = maskedAll(maskedAll(text, noNumbers), enNoNumbers);
  for (const [pattern, read] of readings) {
    for (const match of rest.matchAll(pattern)) quantities.push(quantityAt(rest, match, read(match)));
    rest = maskedAll(rest, pattern);
  }
  return { quantities: quantities.sort((a, b) => a.index - b.index), rest };
}

function quantityAt(text: string, match: RegExpExecArray, read: ReturnType<Reading>): Quantity {
  const { 0: words, index } = match;
  const end = index + words.length;
  const [lead, tail] = [text.slice(Math.max(0, index - 40), index), text.slice(end, end + 90)];
  const units = read.units ?? unitsOf(lead, tail);
  const ordinal = read.ordinal ?? isOrdinal(lead, units);
  return { words, index, value: read.value, ordinal, sense: senseOf(lead, tail), units };
}

/** 百分之五, 三分之一. */
function shareOf(of: string, part: string): ReturnType<Reading> {
  const read = (words: string) => (/^\d/.test(words) ? Number(words) : (hanValue(words) ?? Number.NaN));
  if (of === '百') return { value: read(part), units: ['percent'] };
  return { value: read(part) / read(of), units: ['fraction'] };
}

/** 第三批, and neither 第3号 nor 第三条. */
function isOrdinal(lead: string, units: Unit[]): boolean {
  return lead.endsWith('第') && !units.includes('number') && !units.includes('article');
}

/** The more particular stand first: 不少于 holds 少于. */
const leads: readonly [RegExp, Sense][] = [
  [
    /(?:不少于|不低于|不小于|至少|起码|no (?:less|fewer) than|not (?:less|fewer) than|at least|minimum of|≥) ?$/i,
    'over',
  ],
  [
    /(?:不超过|不高于|不多于|不大于|至多|最多|no more than|not more than|not exceeding|at most|up to|maximum of|≤) ?$/i,
    'under',
  ],
  [/(?:超过|逾|多于|高于|大于|突破|more than|over|above|exceed(?:s|ed|ing)?|upwards? of|>) ?$/i, 'over'],
  [/(?:少于|低于|不足|不到|小于|less than|fewer than|under|below|<) ?$/i, 'under'],
  [
    /(?:约|近|大约|将近|接近|about|around|some|roughly|approximately|nearly|almost|close to|~|≈) ?$/i,
    'about',
  ],
];
const tails: readonly [RegExp, Sense][] = [
  [
    /^ ?(?:[\p{Script=Han}%]{0,4}?(?:以上|及以上)|[余多](?![少数])|%?\+|(?:%|per ?cent)? (?:or|and) (?:more|above|higher|over)\b|plus\b)/iu,
    'over',
  ],
  [
    /^ ?(?:[\p{Script=Han}%]{0,4}?以下|(?:%|per ?cent)? (?:or|and) (?:less|below|fewer|lower|under)\b)/iu,
    'under',
  ],
  [/^ ?\p{Script=Han}{0,2}?(?:左右|上下)/u, 'about'],
];

function senseOf(lead: string, tail: string): Sense {
  const [, said] =
    leads.find(([pattern]) => pattern.test(lead)) ?? tails.find(([pattern]) => pattern.test(tail)) ?? [];
  return said ?? 'exact';
}

/**
 * Whether the source's number bears out the model's: as much, as exactly, of the same. Where the source counts
 * something, a number that does not say what it counts is not borne out.
 */
export function bearsOut(said: Quantity, claimed: Quantity): boolean {
  const units =
    claimed.ordinal || said.units.length === 0 || claimed.units.some((unit) => said.units.includes(unit));
  return sameValue(said, claimed) && said.sense === claimed.sense && units;
}

export function sameValue(said: Quantity, claimed: Quantity): boolean {
  return said.value === claimed.value && said.ordinal === claimed.ordinal;
}
