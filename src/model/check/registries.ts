import { bodiesAt } from '../../understand/details/bodies.ts';
import { fold } from '../../understand/fold.ts';
import { countries, countryOfCode } from '../../understand/lexicon/countries.ts';
import { goods } from '../../understand/lexicon/goods.ts';
import { Scanner, type Term } from '../../understand/scanner.ts';
import type { Span } from './found.ts';
import { elements, properNames } from './proper-names.ts';

/** A name that both languages have a word for: the same `name` in either. */
export interface Named extends Span {
  kind: 'place' | 'good' | 'body' | 'name';
  name: string;
}

/** No places: "Unknown Region", pseudo-languages, outlying Oceania, the eurozone. */
const noPlaces = new Set(['ZZ', 'XA', 'XB', 'QO', 'EZ']);

/** Every region of the world that the platform knows, for those that the lexicon does not. */
function regions(): Term<string>[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const chinese = new Intl.DisplayNames('zh-Hans', { type: 'region', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !noPlaces.has(code))
    .flatMap((code): Term<string>[] => {
      const [en, zh] = [english.of(code), chinese.of(code)];
      if (!en || !zh || en === code) return [];
      const value = countryOfCode(code) ?? en;
      return [
        { value, pattern: new RegExp(`(?<!\\w)${literal(en)}(?!\\w)`, 'i') },
        { value, pattern: new RegExp(literal(zh)) },
      ];
    });
}

/** A pattern of these words as they are, folded. */
function literal(words: string): string {
  return fold(words).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** 中美磋商, 对日出口, 美商务部: a country in one character, beside what shows that it is one. */
const short: Record<string, string> = {
  中: 'China',
  美: 'United States',
  欧: 'EU',
  日: 'Japan',
  韩: 'South Korea',
  俄: 'Russia',
  印: 'India',
  澳: 'Australia',
  加: 'Canada',
  英: 'United Kingdom',
  德: 'Germany',
  法: 'France',
};
const others = '[美欧日韩俄印澳加英德法]';
const inOneCharacter = new RegExp(
  [
    `(?<![\\d])[中美](?=${others}(?:经贸|双边|关系|两国|元首|会谈|会晤|磋商|谈判|贸易|领导人|双方|高层|协议|共识|之间|[、,。;]|$))`,
    `(?<=[中美])${others}(?=经贸|双边|关系|两国|元首|会谈|会晤|磋商|谈判|贸易|领导人|双方|高层|协议|共识|之间|[、,。;]|$)`,
    `(?<=[对涉赴输驻访])${others}(?!国|元|洲|方|好|丽|期|本|律|[一-龥]?[年月])`,
    '[美欧韩俄英德](?=企|方|商务部|政府|国防部|财政部|媒|军|官员|国会|工业)',
  ].join('|'),
  'g',
);

type Registry = readonly (readonly [kind: Named['kind'], scanner: Scanner<string>])[];

const makeRegistry = (): Registry => [
  [
    'place',
    new Scanner([
      ...countries.flatMap(({ name, en, han }): Term<string>[] => [
        { value: name, pattern: new RegExp(`(?<!\\w)(?:${en})(?![A-Za-z])`) },
        { value: name, pattern: new RegExp(han) },
      ]),
      ...regions(),
    ]),
  ],
  [
    'good',
    new Scanner([
      ...goods.flatMap(({ name, en, han }): Term<string>[] => [
        { value: name, pattern: new RegExp(`\\b(?:${en})`, 'i') },
        { value: name, pattern: new RegExp(han, 'i') },
      ]),
      ...elements.flatMap(termsOf),
    ]),
  ],
  ['name', new Scanner(properNames.flatMap(termsOf))],
];

let made: Registry | undefined;

/** Made when the first text is checked: it takes 60 MB, and most installations have no model to check. */
function registry(): Registry {
  made ??= makeRegistry();
  return made;
}

function termsOf([en, zh]: readonly [en: string, zh: string]): Term<string>[] {
  return [
    { value: en, pattern: new RegExp(`(?<!\\w)(?:${en})(?!\\w)`, 'i') },
    { value: en, pattern: new RegExp(zh) },
  ];
}

/** Every name in a folded text of either language that the lexicons and the tables know. */
export function namesIn(text: string): Named[] {
  const scanned = registry().flatMap(([kind, scanner]) =>
    scanner.matches(text).map(({ value: name, index, length }) => ({
      kind,
      name,
      index,
      words: text.slice(index, index + length),
    })),
  );
  const shortened = [...text.matchAll(inOneCharacter)].flatMap(({ 0: words, index }): Named[] => {
    const name = short[words];
    return name ? [{ kind: 'place', name, index, words }] : [];
  });
  return [...scanned, ...shortened, ...bodiesIn(text)];
}

function bodiesIn(text: string): Named[] {
  const found: Named[] = [];
  for (let at = 0; at < text.length; at++) {
    const bodies = bodiesAt(text, at);
    if (!bodies) continue;
    const words = text.slice(bodies.start, bodies.end);
    for (const { name } of bodies.list) found.push({ kind: 'body', name, index: at, words });
    at = bodies.end - 1;
  }
  return found;
}

const towards =
  /(?:\b(?:to|for)(?: the)?(?: [A-Z][\w, ]{1,40} and(?: the)?)? |(?:向|输往|运往|销往|出口[到至]|对))$/;
const trade = /\b(?:export|ship|suppl|sale|sell|sold|licen[cs]|transfer|deliver)\w*\b[^.;]{0,70}$/i;
const tradeAfter = /^\p{Script=Han}{0,2}[^。;]{0,12}(?:出口|提供|供应|发放|供货)/u;

/** Whether the words on either side of a country send goods there. */
export function isDestination(text: string, { kind, index, words }: Named): boolean {
  if (kind !== 'place') return false;
  const lead = text.slice(Math.max(0, index - 90), index);
  if (words.startsWith('对')) return tradeAfter.test(text.slice(index + words.length));
  if (!towards.test(lead)) return false;
  return /^[\x20-\x7e]/.test(words)
    ? trade.test(lead)
    : /[到至往]$/.test(lead) || tradeAfter.test(text.slice(index + words.length));
}

/** The countries that a folded text sends goods to. */
export function destinationsIn(text: string, names: readonly Named[]): string[] {
  return names.filter((named) => isDestination(text, named)).map(({ name }) => name);
}
