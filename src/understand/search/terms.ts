import { goodNamed } from '../lexicon/called.ts';
import { countryCalled } from '../lexicon/countries.ts';
import { indexed, wordsOf } from './words.ts';

/** Words that stand next to each other, whatever punctuation is between them. */
export interface Phrase {
  words: string[];
  /** The last word may go on: `galli` finds gallium. */
  open: boolean;
}

/** One thing that a text must hold to be found: any of these wordings of it. */
export interface Term {
  /** The first is what was typed, the others are what the lexicon calls the same. */
  wordings: [Phrase, ...Phrase[]];
  /** The others, as they are shown. */
  also: string[];
}

/**
 * What a person searches for. Every term must be found; quoted words are one phrase, found exactly as they stand. There are no operators:
 * `-`, `OR`, `*`, `:` and brackets are punctuation or words like any others.
 */
export function termsOf(written: string): Term[] {
  const pieces = piecesOf(written);
  const terms: Term[] = [];
  for (let at = 0; at < pieces.length; ) {
    const named = namedAt(pieces, at);
    const term = named?.term ?? plainTerm(pieces[at]);
    if (term) terms.push(term);
    at += named?.length ?? 1;
  }
  return terms;
}

interface Piece {
  text: string;
  quoted: boolean;
}

const quotes = /"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』|[^\s"“「『]+|["“「『]/gu;

function piecesOf(written: string): Piece[] {
  return [...written.matchAll(quotes)].map(([all, ...inside]) => {
    const quoted = inside.find((each) => each !== undefined);
    return { text: quoted ?? all, quoted: quoted !== undefined };
  });
}

function plainTerm(piece: Piece | undefined): Term | null {
  const phrase = piece && phraseOf(piece.text, !piece.quoted);
  return phrase ? { wordings: [phrase], also: [] } : null;
}

/** Names of goods and countries have at most so many words. */
const LONGEST_NAME = 5;

/** The longest name of a good or a country that begins here: the archive is in two languages, and it is meant in both. */
function namedAt(pieces: readonly Piece[], at: number): { term: Term; length: number } | null {
  for (let length = LONGEST_NAME; length >= 1; length -= 1) {
    const run = pieces.slice(at, at + length);
    if (run.length < length || run.some(({ quoted }) => quoted)) continue;
    const typed = run.map(({ text }) => text).join(' ');
    const named = goodNamed(typed) ?? countryCalled(typed);
    const phrase = named && phraseOf(typed, true);
    if (!phrase) continue;
    const also = [named.name, named.zh].filter((name) => indexed(name) !== indexed(typed));
    const others = also.flatMap((name) => phraseOf(name, true) ?? []);
    return { term: { wordings: [phrase, ...others], also }, length };
  }
  return null;
}

/** Shorter words are taken as they are: "US" is not "use", and Ga is no beginning. */
const SHORTEST_OPEN = 4;

function phraseOf(text: string, mayGoOn: boolean): Phrase | null {
  const words = wordsOf(text).map(({ word }) => word);
  const last = words.at(-1);
  if (last === undefined) return null;
  if (!mayGoOn || last.length < SHORTEST_OPEN) return { words, open: false };
  return { words: [...words.slice(0, -1), stemOf(last)], open: true };
}

/** "licences" finds "licence", "license" and "licensing" too. What is cut off is only what may follow anyway. */
function stemOf(word: string): string {
  if (/^licen[cs]/.test(word)) return 'licen';
  return word.length > SHORTEST_OPEN && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
