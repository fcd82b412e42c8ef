import { SECOND } from '../../domain/moment.ts';
import { cut } from '../../understand/phrases/fit.ts';
import type { Line, Span } from './card.ts';
import { clean, escapeLabel, escapeMarkdown } from './escape.ts';

/** Shorter rests of a line are not worth showing. */
const SHORTEST = 40;

/** The lines as Discord's markdown, at most `limit` characters; the last one shown is cut where it must. */
export function linesMarkdown(lines: readonly Line[], limit: number): string {
  let text = '';
  for (const line of lines) {
    const room = limit - text.length - (text ? 1 : 0);
    if (room < SHORTEST) break;
    const written = lineMarkdown(line, room);
    if (written) text += (text ? '\n' : '') + written;
  }
  return text;
}

/** One line, never cut within markup or an escape. */
export function lineMarkdown(line: Line, limit: number): string {
  let text = '';
  for (const span of line) text += spanMarkdown(span, limit - text.length);
  return text;
}

function spanMarkdown(span: Span, room: number): string {
  if (typeof span === 'string') return written(span, escapeMarkdown, room);
  if ('bold' in span) return written(span.bold, (text) => `**${escapeMarkdown(text)}**`, room);
  if ('italic' in span) return written(span.italic, (text) => `*${escapeMarkdown(text)}*`, room);
  if ('struck' in span) return written(span.struck, (text) => `~~${escapeMarkdown(text)}~~`, room);
  if ('label' in span) return written(span.label, (text) => `[${escapeLabel(text)}](${span.url})`, room);
  const stamp = `<t:${Math.floor(span.at / SECOND)}:${span.as === 'when' ? 'f' : 'R'}>`;
  return stamp.length <= room ? stamp : '';
}

/** The longest start of the text that fits once it is written out; outer spaces are kept outside the markup. */
function written(text: string, write: (text: string) => string, room: number): string {
  const before = /^\s*/u.exec(text)?.[0] ?? '';
  const plain = clean(text);
  if (!plain) return before.slice(0, room);
  const after = /\s*$/u.exec(text)?.[0] ?? '';
  for (let length = plain.length; length > 0; ) {
    const result = before + write(cut(plain, length)) + after;
    if (result.length <= room) return result;
    length = Math.min(length - (result.length - room), length - 1);
  }
  return '';
}
