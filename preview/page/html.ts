/** Text that has been made safe to stand in a page, or was written by us. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | null | false | undefined | readonly Part[];

/** Markup with its parts: texts are escaped, what is Html already is not; lists are joined. */
export function html(markup: TemplateStringsArray, ...parts: Part[]): Html {
  return { html: markup.map((text, index) => text + written(parts[index])).join('') };
}

/** What is known to be markup: a style sheet, a picture of ours. */
export const raw = (markup: string): Html => ({ html: markup });

function written(part: Part): string {
  if (part === null || part === false || part === undefined) return '';
  if (Array.isArray(part)) return part.map(written).join('');
  return typeof part === 'object' && 'html' in part ? part.html : escaped(String(part));
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
