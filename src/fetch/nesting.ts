import { ReadFailure } from '../domain/failure.ts';
import { type Tag, tagsOf } from './tags.ts';

/**
 * Refuses markup that no honest page needs: a few hundred KB of `<div>` keep a parser busy for seconds and
 * overflow the stack of whoever walks its tree. To be called before parsing.
 *
 * One pass over the tags. Elements are counted as htmlparser2, which readers parse with, nests them: a test holds
 * the two against each other. All is HTML here, a feed too that was taken for a page.
 * @param url - for the message only.
 * @throws {ReadFailure} 'too-deep'
 */
export function assertShallow(text: string, url: string, limit = 500): void {
  const open = createElements();

  for (const tag of tagsOf(text, false)) {
    if (open.take(tag) > limit) {
      throw new ReadFailure('too-deep', `${url} is nested more than ${limit} levels deep`);
    }
  }
}

/** The elements that are open; `take` returns their number after a tag. */
function createElements() {
  const open = createStack();
  // Whether `<x/>` is an empty element, as in SVG, or the start of one. Kept as loosely as by htmlparser2.
  const foreign = [false];

  function start({ name, selfClosing }: Tag): void {
    while (endedBy.get(name)?.has(open.top() ?? '')) open.pop();
    if (voidElements.has(name)) return;

    open.push(name);
    if (foreignRoots.has(name)) foreign.push(true);
    else if (integration.has(name)) foreign.push(false);
    if (selfClosing && foreign.at(-1)) open.pop();
  }

  function end({ name }: Tag): void {
    if (foreignRoots.has(name) || integration.has(name)) foreign.pop();
    open.end(name);
  }

  return {
    take(tag: Tag): number {
      if (tag.ends) end(tag);
      else start(tag);
      return open.depth();
    },
  };
}

/** Names of open elements, innermost last. */
function createStack() {
  const stack: string[] = [];
  // So that a million end tags without an element are not each looked for through the whole stack.
  const counts = new Map<string, number>();

  function pop(): string | undefined {
    const name = stack.pop();
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) - 1);
    return name;
  }

  return {
    pop,
    top: () => stack.at(-1),
    depth: () => stack.length,
    push(name: string): void {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      stack.push(name);
    },
    /** Ends the innermost element of that name and all within; what ends nothing is ignored, not subtracted. */
    end(name: string): void {
      if (counts.get(name)) while (pop() !== name);
    },
  };
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const voidElements = words(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
);
const foreignRoots = words('svg math');
/** Inside SVG or MathML, their content is HTML again. */
const integration = words('foreignobject desc title annotation-xml mi mo mn ms mtext');

/** Elements whose end tag may be left out, by what ends them when it follows directly. */
const endedBy: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      [
        'p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul',
        'p',
      ],
      ['li', 'li'],
      ['dt dd', 'dt dd'],
      ['tr', 'tr th td'],
      ['th', 'th'],
      ['td', 'thead th td'],
      ['tbody tfoot', 'thead tbody'],
      ['body', 'head link script'],
      ['option', 'option'],
      ['optgroup', 'optgroup option'],
      ['rt rp', 'rt rp'],
      [
        'select input output button datalist textarea',
        'input option optgroup select button datalist textarea',
      ],
    ] as const
  ).flatMap(([starting, ended]) => starting.split(' ').map((name) => [name, words(ended)] as const)),
);
