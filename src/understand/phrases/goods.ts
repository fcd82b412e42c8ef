import type { Language } from '../../domain/source.ts';
import { goodName, goodSymbol, isRareEarthElement } from '../lexicon/goods.ts';

/** A list of goods, as one line may say it. */
export interface GoodsForm {
  /** "gallium, germanium and 3 more", "镓、锗等5类物项". */
  noun: string;
  /**
   * Before a noun: "rare-earth", "gallium, germanium and other". Never with a number,
   * which would read as a count of licences.
   */
  adjective: string;
  /** The elements behind "seven rare earths": "Sm Gd Tb Dy Lu Sc Y". */
  symbols: string | null;
}

interface Entry {
  goods: number;
  full: string;
  short: string;
  adjective: Record<'full' | 'short', string>;
  symbols: string | null;
}

/** Fewer elements than this are named one by one. */
const FAMILY = 3;

/** Push lines have no room for these names; a Chinese name never needs it. */
const shortNames: Record<string, string> = {
  'additive manufacturing equipment': '3D-printing tools',
  'advanced computing chips': 'AI chips',
  'aerospace manufacturing equipment': 'aerospace tools',
  'agricultural commodities': 'farm goods',
  'artificial graphite anode materials': 'graphite anodes',
  'battery cathode technology': 'cathode technology',
  'battery manufacturing equipment': 'battery tools',
  'biotechnology equipment': 'biotech equipment',
  'ceramic coating technology': 'coating technology',
  'ceramic matrix composites': 'ceramic composites',
  'chemical weapons precursors': 'chemical precursors',
  'construction machinery': 'construction machines',
  'conventional weapons-related items': 'weapons items',
  'counter-drone equipment': 'anti-drone equipment',
  'crime control equipment': 'crime control items',
  'cryogenic cooling equipment': 'cryocoolers',
  'cryogenic wafer probers': 'wafer probers',
  'cyber-surveillance items': 'surveillance items',
  'electric passenger cars': 'electric cars',
  'EUV lithography components': 'EUV components',
  'fluorinated polyimide': 'fluoropolyimide',
  'gamma-butyrolactone products': 'GBL products',
  'gas turbine manufacturing equipment': 'gas turbine tools',
  'high acid palm oil residue': 'palm oil residue',
  'high-temperature coating technology': 'coating technology',
  'high-temperature coatings': 'heat coatings',
  'human genetic resources': 'genetic resources',
  'inertial measurement units': 'inertial units',
  'liquefaction equipment': 'liquefaction plant',
  'liquefied natural gas': 'LNG',
  'liquefied petroleum gas': 'LPG',
  'lithium hexafluorophosphate': 'battery electrolyte',
  'mass spectrometry equipment': 'mass spectrometers',
  'medium and heavy rare earths': 'mid-heavy rare earths',
  'narcotic and psychotropic raw materials': 'drug raw materials',
  'nuclear reactor components': 'reactor components',
  'oil refining equipment': 'refining equipment',
  'ozone-depleting substances': 'ozone depleters',
  'palm oil mill effluent': 'palm oil effluent',
  'personal protective equipment': 'protective equipment',
  'pharmaceutical ingredients': 'drug ingredients',
  'potassium perchlorate': 'perchlorate',
  'printed circuit boards': 'circuit boards',
  'programmable logic controllers': 'logic controllers',
  'quantum computing items': 'quantum items',
  'radiation hardened integrated circuits': 'rad-hard chips',
  'rare earth raw and auxiliary materials': 'rare earth auxiliaries',
  'rare earth technology': 'rare earth tech',
  'scanning electron microscopes': 'electron microscopes',
  'semiconductor manufacturing equipment': 'chipmaking tools',
  'semiconductor materials': 'chip materials',
  'semiconductor technology': 'chip technology',
  'solar manufacturing equipment': 'solar tools',
  'spacesuit manufacturing equipment': 'spacesuit tools',
  'strategic high-tech commodities': 'high-tech goods',
  'subsea survey equipment': 'subsea equipment',
  'telecommunications equipment': 'telecoms equipment',
  'tungsten hexafluoride': 'tungsten fluoride',
  'tunnel boring machines': 'tunnelling machines',
  'ultra-high molecular weight polyethylene fibre': 'UHMWPE fibre',
  'uncrewed underwater vehicles': 'underwater drones',
  'underwater visual systems': 'underwater cameras',
};

const numberWords = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
];

/** The ways to say the goods, the fullest first; empty where there are none. */
export function goodsForms(goods: readonly string[], language: Language): GoodsForm[] {
  const entries = entriesOf(goods, language);
  const all = entries.length;
  const forms = [form(entries, all, 'full', language), form(entries, all, 'short', language)];
  for (const shown of [2, 1]) if (shown < all) forms.push(form(entries, shown, 'short', language));
  return all === 0 ? [] : forms;
}

/** The ways to name the goods in a sentence, the fullest first: every name, then as {@link goodsForms} has them. */
export function goodsInProse(goods: readonly string[], language: Language): string[] {
  const names = goodsNames(goods, language);
  const all = language === 'zh' ? names.join('、') : listed(names);
  return [all, ...goodsForms(goods, language).map(({ noun }) => noun)];
}

/** The names of all goods, one by one. */
export function goodsNames(goods: readonly string[], language: Language): string[] {
  return goods.map((good) => goodName(good, language));
}

function entriesOf(goods: readonly string[], language: Language): Entry[] {
  const elements = goods.filter(isRareEarthElement);
  if (elements.length < FAMILY) return goods.map((good) => single(good, language));
  const others = goods.filter((good) => !isRareEarthElement(good));
  return [family(elements, language), ...others.map((good) => single(good, language))];
}

function family(elements: string[], language: Language): Entry {
  const goods = elements.length;
  if (language === 'zh') {
    const full = elements.map((element) => goodName(element, 'zh')).join('');
    return { goods, full, short: `${goods}种稀土`, adjective: { full, short: full }, symbols: null };
  }
  const named = `${numberWords[goods] ?? goods} rare earths`;
  const symbols = elements.map((element) => goodSymbol(element) ?? element).join(' ');
  return {
    goods,
    full: named,
    short: named,
    adjective: { full: 'rare-earth', short: 'rare-earth' },
    symbols,
  };
}

function single(good: string, language: Language): Entry {
  const full = goodName(good, language);
  const short = language === 'en' ? (shortNames[good] ?? full) : full;
  const adjective =
    language === 'en' ? { full: adjectiveOf(full), short: adjectiveOf(short) } : { full, short: full };
  return { goods: 1, full, short, adjective, symbols: null };
}

/** "rare earths" -> "rare-earth", "lithium batteries" -> "lithium battery", "steel products" -> "steel". */
function adjectiveOf(name: string): string {
  return name
    .replace(/ (?:items|products|goods)$/, '')
    .replace(/ies$/, 'y')
    .replace(/([^s])s$/, '$1')
    .replace('rare earth', 'rare-earth');
}

function form(entries: Entry[], shown: number, length: 'full' | 'short', language: Language): GoodsForm {
  const named = entries.slice(0, shown);
  const total = sum(entries);
  const more = total - sum(named);
  const names = named.map((entry) => entry[length]);
  const symbols = named[0]?.symbols ?? null;
  if (language === 'zh') {
    // After 等 the total follows, so the elements of a family need no number of their own.
    const nouns = names.join('、');
    const noun = more > 0 ? `${nouns.replace(/^\d+种/, '')}等${total}类物项` : nouns;
    return { noun, adjective: noun, symbols };
  }
  const adjectives = named.map((entry) => entry.adjective[length]);
  return {
    noun: more > 0 ? `${names.join(', ')} and ${more} more` : listed(names),
    adjective: more > 0 ? `${adjectives.join(', ')} and other` : listed(adjectives),
    symbols,
  };
}

/** "gallium, germanium and antimony". */
export function listed(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join();
}

function sum(entries: Entry[]): number {
  return entries.reduce((total, entry) => total + entry.goods, 0);
}
