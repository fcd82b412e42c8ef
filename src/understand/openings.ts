/** Openings are told apart by this many units of a Latin word, or of Han characters. */
const latinUnits = 5;
const hanUnits = 3;

/** How the matches of a part of a pattern can begin. */
interface Beginnings {
  /** Whole matches, which what follows goes on. */
  open: Set<string>;
  /** Beginnings of matches whose next character may be anything. */
  closed: Set<string>;
}

const nothing: Beginnings = { open: new Set(['']), closed: new Set() };
const anything: Beginnings = { open: new Set(), closed: new Set(['']) };
const mostBeginnings = 500;

/**
 * The strings with which any match of a pattern begins: up to five characters of a Latin word, up to three
 * Han ones. Null where a match can begin with anything, as `\w` or `.{0,9}` do. Reads the syntax that the
 * lexicon uses: literals, classes, groups, alternatives, quantifiers, assertions.
 */
export function openingsOf(pattern: RegExp): Set<string> | null {
  const { open, closed } = new PatternReader(pattern.source).alternatives();
  const openings = new Set<string>();
  for (const beginning of [...open, ...closed]) {
    const latin = beginning.charCodeAt(0) < 0x80;
    if (beginning === '') return null;
    openings.add(beginning.slice(0, latin ? latinUnits : hanUnits).toLowerCase());
  }
  return openings.size > mostBeginnings ? null : openings;
}

class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Up to the bracket that closes the group, or the end. */
  alternatives(): Beginnings {
    let all = this.#sequence();
    while (this.#take('|')) all = either(all, this.#sequence());
    this.#take(')');
    return all;
  }

  #sequence(): Beginnings {
    let all = nothing;
    while (this.#at < this.#source.length && !'|)'.includes(this.#source.charAt(this.#at))) {
      all = joined(all, this.#quantified(this.#atom()));
    }
    return all;
  }

  #atom(): Beginnings {
    const character = this.#source.charAt(this.#at++);
    if (character === '(') return this.#group();
    if (character === '[') return this.#class();
    if (character === '\\') return escaped(this.#source.charAt(this.#at++));
    if (character === '^' || character === '$') return nothing;
    return character === '.' ? anything : literal(character);
  }

  #group(): Beginnings {
    const [intro = ''] = /^(?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += intro.length;
    const inside = this.alternatives();
    return /[=!]$/.test(intro) ? nothing : inside;
  }

  #class(): Beginnings {
    const end = /(?<!\\)\]/g;
    end.lastIndex = this.#at;
    const close = end.exec(this.#source)?.index ?? this.#source.length;
    const members = this.#source.slice(this.#at, close);
    this.#at = close + 1;
    if (/^\^|\\|.-./.test(members)) return anything;
    return { open: new Set(members), closed: new Set() };
  }

  #quantified(atom: Beginnings): Beginnings {
    const [words = ''] = /^(?:[?*+]|\{\d+(?:,\d*)?\})?\??/.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += words.length;
    if (words === '') return atom;
    const once = words === '?' ? atom : { open: new Set<string>(), closed: union(atom.open, atom.closed) };
    return /^(?:[?*]|\{0)/.test(words) ? either(nothing, once) : once;
  }

  #take(character: string): boolean {
    if (this.#source.charAt(this.#at) !== character) return false;
    this.#at++;
    return true;
  }
}

function escaped(character: string): Beginnings {
  if (/[bB]/.test(character)) return nothing;
  if (character === 'd') return { open: new Set('0123456789'), closed: new Set() };
  return /\w/.test(character) ? anything : literal(character);
}

function literal(character: string): Beginnings {
  return { open: new Set([character]), closed: new Set() };
}

function either(one: Beginnings, other: Beginnings): Beginnings {
  return { open: union(one.open, other.open), closed: union(one.closed, other.closed) };
}

function joined(first: Beginnings, then: Beginnings): Beginnings {
  const open = new Set<string>();
  const closed = new Set(first.closed);
  for (const start of first.open) {
    if (start.length >= latinUnits || first.open.size > mostBeginnings)
      closed.add(start.slice(0, latinUnits));
    else {
      for (const end of then.open) open.add(start + end);
      for (const end of then.closed) closed.add(start + end);
    }
  }
  return { open, closed };
}

function union(one: Set<string>, other: Set<string>): Set<string> {
  return new Set([...one, ...other]);
}
