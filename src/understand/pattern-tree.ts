/**
 * What a pattern is made of, as far as its source says what it matches. Assertions match nothing and are left out.
 * Reads the syntax that the lexicon uses: literals, classes, groups, alternatives, quantifiers, assertions.
 */
export type PatternTree =
  /** One character of these; null: of any. */
  | { kind: 'character'; oneOf: readonly string[] | null }
  | { kind: 'sequence'; parts: readonly PatternTree[] }
  | { kind: 'either'; options: readonly PatternTree[] }
  | { kind: 'repeated'; part: PatternTree; optional: boolean; once: boolean };

export function treeOf(pattern: RegExp): PatternTree {
  return new PatternReader(pattern.source).alternatives();
}

/** Patterns that together match as one does: what it holds on either side of each `|` outside brackets. */
export function alternativesOf(pattern: RegExp): RegExp[] {
  const ends: number[] = [];
  let depth = 0;
  for (const { 0: token, index } of pattern.source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()|]/g)) {
    if (token === '(') depth++;
    if (token === ')') depth--;
    if (token === '|' && depth === 0) ends.push(index);
  }
  const starts = [0, ...ends.map((end) => end + 1)];
  return starts.map((start, at) => new RegExp(pattern.source.slice(start, ends[at]), pattern.flags));
}

const nothing: PatternTree = { kind: 'sequence', parts: [] };
const anything: PatternTree = { kind: 'character', oneOf: null };

class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Up to the bracket that closes the group, or the end. */
  alternatives(): PatternTree {
    const first = this.#sequence();
    const options = [first];
    while (this.#take('|')) options.push(this.#sequence());
    this.#take(')');
    return options.length === 1 ? first : { kind: 'either', options };
  }

  #sequence(): PatternTree {
    const parts: PatternTree[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source.charAt(this.#at))) {
      parts.push(this.#quantified(this.#atom()));
    }
    return { kind: 'sequence', parts };
  }

  #atom(): PatternTree {
    const character = this.#source.charAt(this.#at++);
    if (character === '(') return this.#group();
    if (character === '[') return this.#class();
    if (character === '\\') return escaped(this.#source.charAt(this.#at++));
    if (character === '^' || character === '$') return nothing;
    return character === '.' ? anything : literal(character);
  }

  #group(): PatternTree {
    const [intro = ''] = /^(?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += intro.length;
    const inside = this.alternatives();
    return /[=!]$/.test(intro) ? nothing : inside;
  }

  #class(): PatternTree {
    const end = /(?<!\\)\]/g;
    end.lastIndex = this.#at;
    const close = end.exec(this.#source)?.index ?? this.#source.length;
    const members = this.#source.slice(this.#at, close);
    this.#at = close + 1;
    return /^\^|\\|.-./.test(members) ? anything : { kind: 'character', oneOf: [...members] };
  }

  #quantified(part: PatternTree): PatternTree {
    const [words = ''] = /^(?:[?*+]|\{\d+(?:,\d*)?\})?\??/.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += words.length;
    if (words === '') return part;
    return { kind: 'repeated', part, optional: /^(?:[?*]|\{0)/.test(words), once: /^\?/.test(words) };
  }

  #take(character: string): boolean {
    if (this.#source.charAt(this.#at) !== character) return false;
    this.#at++;
    return true;
  }
}

const digits = [...'0123456789'];

function escaped(character: string): PatternTree {
  if (/[bB]/.test(character)) return nothing;
  if (character === 'd') return { kind: 'character', oneOf: digits };
  return /\w/.test(character) ? anything : literal(character);
}

function literal(character: string): PatternTree {
  return { kind: 'character', oneOf: [character] };
}
