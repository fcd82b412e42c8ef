/** A span of a folded text. */
export interface Span {
  start: number;
  end: number;
  /** The first of its paragraph. */
  opens: boolean;
  /** After a semicolon, or the rest of a sentence too long to be read as one. */
  continues: boolean;
}

/**
 * No sentence is longer: what a pattern costs is bounded by the sentence it is tested on, so that any text is
 * read in a time that grows with its length alone. Longer ones, mostly tables without marks, are cut in two.
 */
export const longestSentence = 800;

const abbreviations = new Set(
  'no nos art arts sec secs reg jan feb mar apr jun jul aug sep sept oct nov dec mr mrs ms dr st inc co corp ltd llc vs etc approx fig ann al u.s u.k e.u u.n s.i e.g i.e a.m p.m'.split(
    ' ',
  ),
);
const closers = new Set(['"', "'", ')', ']', '》', '>']);

/**
 * Splits at line breaks, at Chinese full stops and semicolons, and at English full stops that end a sentence:
 * not those of `No. 61`, `U.S.`, `0.1%`. Spans carry no white space at their ends.
 */
export function sentencesOf(folded: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let opens = true;
  let continues = false;
  const close = (end: number, goesOn: boolean) => {
    const span = { ...trim(folded, start, end), opens, continues };
    if (span.end > span.start) {
      spans.push(span);
      opens = false;
    }
    start = end;
    continues = goesOn;
  };
  let pause = 0;
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    if (i - start >= longestSentence) close(pause > start + longestSentence / 2 ? pause : i, true);
    if (code > 0x40 && code !== 0x3002) continue;
    if (code === 0x0a) {
      close(i + 1, false);
      opens = true;
    } else if (isPause(code)) pause = i + 1;
    else if (ends(folded, i, folded.charAt(i))) {
      let end = i + 1;
      while (closers.has(folded.charAt(end))) end++;
      close(end, code === 0x3b);
      i = end - 1;
    }
  }
  close(folded.length, false);
  return spans;
}

/** A comma or a space. */
function isPause(code: number): boolean {
  return code === 0x2c || code === 0x20;
}

function ends(text: string, at: number, character: string): boolean {
  if (character === '。') return true;
  const next = text.charAt(at + 1);
  if (character === ';') return next === '' || next > '\u2e80' || next === '\n';
  if (character === '!' || character === '?') return true;
  if (character !== '.') return false;
  if (next !== '' && !/[\s"')\]]/.test(next)) return false;
  const word = /[A-Za-z.]*$/.exec(text.slice(Math.max(0, at - 12), at))?.[0].toLowerCase() ?? '';
  if (abbreviations.has(word)) return word === 'etc' || word.includes('.') ? startsAnew(text, at + 1) : false;
  return !/^[a-z]$/.test(word) || startsAnew(text, at + 1);
}

/** After an abbreviation that may also end a sentence: whether an article or pronoun opens the next one. */
function startsAnew(text: string, at: number): boolean {
  return /^["')\]]*\s+(?:The|It|This|That|These|They|In|He|She|A|An|But|And|On)\b/.test(
    text.slice(at, at + 16),
  );
}

function trim(text: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end];
  while (from < to && text.charCodeAt(from) <= 32) from++;
  while (to > from && text.charCodeAt(to - 1) <= 32) to--;
  return { start: from, end: to };
}
