/**
 * What a text says, or what a function makes of arguments that serve for names, counts and lists alike: of many, of
 * one and of none. Throws where it makes a text of none of them.
 */
export function samplesOf(text: unknown): string[] {
  if (typeof text === 'string') return [text];
  if (typeof text !== 'function') throw new TypeError(`neither a text nor a maker of texts: ${String(text)}`);
  const maker = text as Maker;
  // What is no name and no count is a month or a language.
  const [many = []] = [anything('7'), anything('2031-03'), 'zh']
    .map((given) => madeOf(maker, given))
    .filter((made) => made.length > 0);
  // A record or a list is no number: what is left out of it then would be written as "undefined".
  const counted = [1, 0]
    .flatMap((given) => madeOf(maker, given))
    .filter((each) => !each.includes('undefined'));
  if (many.length === 0) throw new Error(`no text comes of ${String(text).slice(0, 80)}`);
  return [...many, ...counted];
}

type Maker = (...given: unknown[]) => unknown;

function madeOf(maker: Maker, given: unknown): string[] {
  try {
    return [String(maker(...Array.from({ length: Math.max(1, maker.length) }, () => given)))];
  } catch (error) {
    // A number is no list of names, and "7" neither a month nor a language.
    if (error instanceof TypeError || error instanceof RangeError) return [];
    throw error;
  }
}

/** A list of one name: written out it is the name, reckoned with it is its number, and it has a record's fields. */
function anything(name: string): unknown {
  const told = { authority: name, badge: name, goods: name, notice: name, withdrawn: true };
  const near = { when: name, country: name, unseen: name };
  const asked = { channel: name, names: [name], bot: name, role: name };
  const changed = { fact: name, from: name, to: name };
  return Object.assign([name], told, near, asked, changed);
}
