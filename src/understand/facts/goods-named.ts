import { relatedTo } from '../lexicon/families.ts';
import { goods } from '../lexicon/goods.ts';
import type { Sentence } from '../passage.ts';
import { type Found, Scanner } from '../scanner.ts';
import { asideOf, howMadeAfter, titlesOfLaws } from './goods-aside.ts';

/** A good where a sentence names it. */
export interface Mention {
  good: string;
  sentence: Sentence;
  index: number;
  length: number;
}

interface Named {
  /** What the sentence speaks of. */
  plainly: Mention[];
  /** What it only says of firms: "magnet makers". */
  ofFirms: Mention[];
  /** What it says was asked about. */
  asked: Mention[];
}

const scanner = new Scanner(
  goods.flatMap(({ name, en, han }) => [
    { value: name, pattern: new RegExp(`\\b(?:${en})`, 'i') },
    { value: name, pattern: new RegExp(han, 'i') },
  ]),
);

const known = new WeakMap<Sentence, Named>();

/** The goods a sentence names, in order, each once for every time it does. */
export function goodsNamedIn(sentence: Sentence): Mention[] {
  return namedIn(sentence).plainly;
}

/** The goods that a sentence names only to say which firms it means. */
export function goodsOfFirmsIn(sentence: Sentence): Mention[] {
  return namedIn(sentence).ofFirms;
}

/** The goods that a sentence names only to say which firms or which question it means. */
export function goodsHintedIn(sentence: Sentence): Mention[] {
  const { asked, ofFirms } = namedIn(sentence);
  return [...asked, ...ofFirms];
}

/** Each good where it is named first: there are few of them, however long the text. */
export function distinctIn(sentences: readonly Sentence[], named = goodsNamedIn): Mention[] {
  const first = new Map<string, Mention>();
  for (const sentence of sentences) {
    for (const mention of named(sentence)) if (!first.has(mention.good)) first.set(mention.good, mention);
  }
  return [...first.values()];
}

function namedIn(sentence: Sentence): Named {
  const named = known.get(sentence) ?? read(sentence);
  known.set(sentence, named);
  return named;
}

const mayNameLaws = /《|\(关于|"|dual-use|两用物项/i;

function read(sentence: Sentence): Named {
  const { folded } = sentence;
  const text =
    sentence.in === 'title' || !mayNameLaws.test(folded)
      ? folded
      : folded.replaceAll(titlesOfLaws, (words) => ' '.repeat(words.length));
  const named: Named = { plainly: [], ofFirms: [], asked: [] };
  const found = scanner.matches(text);
  let read = 0;
  for (const [at, each] of found.entries()) {
    if (each.index < read) continue;
    const { good, index, length } = asMeant(text, each);
    const end = index + length;
    read = end;
    const next = found[at + 1];
    // "Chip materials gallium and germanium": the kind is said of the names that follow.
    if (next && kind.test(good) && apposed.test(text.slice(end, next.index))) continue;
    const aside = asideOf(text, index, end, sentence.in === 'title');
    // 钨、锑、白银出口企业: what is said of the last name is no more said of it than of the list.
    const last = named.plainly.at(-1);
    const listed = last !== undefined && enumerated.test(text.slice(last.index + last.length, index));
    const role = aside === 'ofFirms' && listed ? 'plainly' : aside;
    if (role !== 'dropped') named[role].push({ good, sentence, index, length });
  }
  return named;
}

/** Ways to make rare earths and magnets are goods of their own. */
function asMeant(text: string, { value: good, index, length }: Found<string>): Omit<Mention, 'sentence'> {
  const end = index + length;
  const more = madeByTechnique.has(good) ? howMadeAfter(text, index, end) : null;
  return more === null ? { good, index, length } : { good: technique, index, length: length + more };
}

const technique = 'rare earth technology';
const madeByTechnique = new Set(relatedTo([technique]).filter((good) => good !== technique));

const kind = /(?:materials|metals|minerals|goods|commodities)$/;
const enumerated = /^(?:、|和|及|与)(?:\d{1,3}[家户])?$/;
const apposed = /^ ?(?:\(|: ?|such as |including |like )?$/;
