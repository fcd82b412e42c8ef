/** UTF-16 units that occur in any tree, numbered from 1; capitals as their small letters. 0: in none. */
const classes = new Uint16Array(0x10000);
let known = 0;
const mostClasses = 0x2000;

function classOf(unit: string): number {
  const code = unit.charCodeAt(0);
  const named = classes[code] ?? 0;
  if (named !== 0) return named;
  if (++known >= mostClasses) throw new RangeError(`more than ${mostClasses} characters in the lexicon`);
  classes[code] = known;
  const capital = unit.toUpperCase();
  if (capital.length === 1) classes[capital.charCodeAt(0)] = known;
  return known;
}

/**
 * Strings in lower case by how they begin, whatever the case of a text. Its nodes are numbers, and lie in flat
 * arrays: a step down costs a few nanoseconds, however many strings there are.
 */
export class PrefixTree {
  /** The nodes of first units by their class, and all others by {@link keyOf} in a hash table. */
  readonly #first = new Uint16Array(mostClasses);
  readonly #keys: Int32Array;
  readonly #nodes: Uint16Array;
  readonly #mask: number;
  /** By node the one it goes on from, which has a lower number; 0 of first units. Nodes are numbered from 1. */
  readonly parents: Uint16Array;

  constructor(strings: Iterable<string>) {
    const paths = new Map([...strings].flatMap((each) => pathsOf(each)).map((path) => [path, 0]));
    let size = 1;
    for (const path of paths.keys()) paths.set(path, size++);
    this.parents = new Uint16Array(size);
    this.#mask = 2 ** Math.ceil(Math.log2(4 * size)) - 1;
    this.#keys = new Int32Array(this.#mask + 1);
    this.#nodes = new Uint16Array(this.#mask + 1);
    for (const [path, node] of paths) {
      const last = classOf(path.charAt(path.length - 1));
      const parent = paths.get(path.slice(0, -1)) ?? 0;
      this.parents[node] = parent;
      if (parent === 0) this.#first[last] = node;
      else this.#put(keyOf(parent, last), node);
    }
  }

  #put(key: number, node: number) {
    const at = this.#placeOf(key);
    this.#keys[at] = key;
    this.#nodes[at] = node;
  }

  /** Where a key is, or would be put. */
  #placeOf(key: number): number {
    let at = (Math.imul(key, 0x9e3779b1) >>> 15) & this.#mask;
    while (this.#keys[at] !== key && this.#keys[at] !== 0) at = (at + 1) & this.#mask;
    return at;
  }

  /** The node of strings that begin with a unit; 0 where none does. */
  first(unit: number): number {
    return this.#first[classes[unit] ?? 0] ?? 0;
  }

  /** The node of strings that go on with a unit; 0 where none does. */
  next(node: number, unit: number): number {
    const next = classes[unit] ?? 0;
    return next === 0 ? 0 : (this.#nodes[this.#placeOf(keyOf(node, next))] ?? 0);
  }

  nodeOf(string: string): number {
    let node = this.first(string.charCodeAt(0));
    for (let i = 1; i < string.length && node !== 0; i++) node = this.next(node, string.charCodeAt(i));
    return node;
  }
}

/** Never 0: classes are counted from 1. */
function keyOf(node: number, next: number): number {
  return node * mostClasses + next;
}

function pathsOf(string: string): string[] {
  return Array.from(string, (_, i) => string.slice(0, i + 1));
}
