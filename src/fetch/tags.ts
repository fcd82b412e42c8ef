/** A start or end tag, as it stands in the text. */
export interface Tag {
  /** In lower case, except in XML. */
  name: string;
  ends: boolean;
  selfClosing: boolean;
}

/**
 * The tags of a text in their order, without what is no markup: comments, CDATA sections, declarations, the
 * content of scripts and the like. Linear in the text, whatever the text.
 *
 * It splits as htmlparser2 10 does, mistakes included, since whatever is split otherwise can be hidden from
 * one of the two.
 */
export function* tagsOf(text: string, xml: boolean): Generator<Tag> {
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const { tag, end } = tagAt(text, at, xml) ?? { tag: undefined, end: endOfOther(text, at) };
    at = end;
    if (!tag) continue;

    yield tag;
    if (!xml && !tag.ends && !tag.selfClosing && rawText.has(tag.name)) at = endOfRawText(text, at, tag.name);
  }
}

/** Their content is no markup: `for (i = 0; i<n; i++)`. */
const rawText: ReadonlySet<string> = new Set(['script', 'style', 'title', 'textarea', 'xmp']);

// White space is HTML's, which is less than that of \s.
const endTag = {
  html: /<\/[ \t\n\f\r]*([a-z][^> \t\n\f\r]*)/iy,
  xml: /<\/[ \t\n\f\r]*([^/> \t\n\f\r][^> \t\n\f\r]*)/y,
};
const startTag = { html: /<([a-z][^/> \t\n\f\r]*)/iy, xml: /<([^!?/> \t\n\f\r][^/> \t\n\f\r]*)/y };
/** A quote counts only after `=`, so that `<a "><div>` hides nothing. */
const attribute =
  /[/ \t\n\f\r]*[^/> \t\n\f\r][^/>= \t\n\f\r]*(?:[ \t\n\f\r]*=[ \t\n\f\r]*(?:"[^"]*"|'[^']*'|[^"'> \t\n\f\r][^> \t\n\f\r]*)?)?/y;
const tail = /([/ \t\n\f\r]*)>?/y;

function tagAt(text: string, at: number, xml: boolean): { tag: Tag; end: number } | undefined {
  const kind = xml ? 'xml' : 'html';
  const named = (name: string) => (xml ? name : name.toLowerCase());

  const ending = matchAt(endTag[kind], text, at);
  if (ending) {
    const tag = { name: named(ending[1] ?? ''), ends: true, selfClosing: false };
    return { tag, end: after(text, '>', endTag[kind].lastIndex) };
  }

  const starting = matchAt(startTag[kind], text, at);
  if (!starting) return undefined;
  let end = startTag[kind].lastIndex;
  while (text[end] !== '>' && matchAt(attribute, text, end)) end = attribute.lastIndex;
  // Only what follows the last attribute: the slash of `<g a=b/>` belongs to the value.
  const selfClosing = /\/[ \t\n\f\r]*$/.test(matchAt(tail, text, end)?.[1] ?? '');
  return { tag: { name: named(starting[1] ?? ''), ends: false, selfClosing }, end: tail.lastIndex };
}

/** Where a comment, CDATA section, declaration or stray `<` at `at` ends. */
function endOfOther(text: string, at: number): number {
  // Two back, for `<!-->`.
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 2);
  if (text.startsWith('<![CDATA[', at)) return after(text, ']]>', at);
  return /[!?/]/.test(text[at + 1] ?? '') ? after(text, '>', at) : at + 1;
}

function endOfRawText(text: string, from: number, name: string): number {
  const closing = new RegExp(`</${name}(?=[> \\t\\n\\f\\r])`, 'gi');
  closing.lastIndex = from;
  return closing.exec(text)?.index ?? text.length;
}

function after(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from);
  return index === -1 ? text.length : index + mark.length;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
