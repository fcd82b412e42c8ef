import type { Language } from '../../domain/source.ts';

/** What a phone shows of a push line, in characters. */
export const pushRoom: Record<Language, number> = { en: 100, zh: 50 };

/**
 * Shortens a text to at most `limit` UTF-16 units, an ellipsis included: at the end of a sentence in its second
 * half, else of a word there, else between characters. Never splits a surrogate pair, nor a number,
 * which would become another one.
 */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return '';
  const kept = text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '');
  const ends = [lastEnd(kept, /[.!?](?=\s)|[。！？；]/gu), lastEnd(kept, /\S(?=\s)|[，、]/gu)];
  const end = ends.find((each) => each > kept.length / 2);
  const whole = end === undefined ? kept : kept.slice(0, end);
  const sound = /\d/.test(text.charAt(whole.length)) ? whole.replace(/[\d.,]+$/u, '') : whole;
  return `${sound.replace(/[\s,;:，；：、（(]+$/u, '')}…`;
}

function lastEnd(text: string, pattern: RegExp): number {
  let end = 0;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

/** The items that fit into `limit` characters, whole and in order; the first is cut where it alone is too long. */
export function joinWithin(items: readonly string[], separator: string, limit: number): string {
  let joined = cut(items[0] ?? '', limit);
  for (const item of items.slice(1)) {
    if (joined.length + separator.length + item.length <= limit) joined += separator + item;
  }
  return joined;
}

/** The opening of a line. A locked phone may show no more than `core`. */
export interface Lead {
  core: string;
  rest: string;
}

/** One way to say a line. */
export interface Draft {
  lead: Lead;
  /** Said next, in this order, where there is room; of a list of wordings, the first that fits. */
  optional: string[][];
  /** Always said, after that. */
  required: string;
  /** Always said, last. */
  closing: string;
}

export interface Room {
  /** Characters of the whole line. */
  line: number;
  /** Characters within which `core` is to end. */
  core: number;
}

/**
 * The first draft whose core and required parts fit, with the optional parts there is room for.
 * Where no core is short enough the last draft that fits the line; where none fits, the last one, cut.
 */
export function firstThatFits(drafts: readonly Draft[], room: Room): string {
  const fitting = drafts.filter((draft) => bare(draft).length <= room.line);
  const chosen = fitting.find((draft) => draft.lead.core.length <= room.core) ?? fitting.at(-1);
  if (chosen) return withOptional(chosen, room.line);

  const last = drafts.at(-1);
  if (!last) return '';
  const end = cut(last.required + last.closing, Math.floor(room.line / 2));
  return cut(last.lead.core + last.lead.rest, room.line - end.length) + end;
}

function bare({ lead, required, closing }: Draft): string {
  return lead.core + lead.rest + required + closing;
}

function withOptional(draft: Draft, limit: number): string {
  let left = limit - bare(draft).length;
  const said: string[] = [];
  for (const wordings of draft.optional) {
    const wording = wordings.find((words) => words.length <= left);
    if (wording === undefined) continue;
    said.push(wording);
    left -= wording.length;
  }
  return draft.lead.core + draft.lead.rest + said.join('') + draft.required + draft.closing;
}
