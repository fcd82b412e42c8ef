import type { Instant } from '../../domain/moment.ts';
import type { Colour } from './colours.ts';

/**
 * A message before it knows where it is shown. Texts are plain: whoever writes a Card out, for Discord or
 * for a terminal, escapes them, so nothing from outside can be written unescaped by mistake.
 */
export interface Card {
  /** What a push shows: one line per language. */
  headlines: string[];
  colour: Colour;
  badge: string;
  title: Line;
  /** The official page; null where there is none to open. */
  url: string | null;
  body: Line[];
  sections: Section[];
  footer: string | null;
  buttons: Button[];
}

export interface Section {
  label: string;
  lines: Line[];
}

export type Line = Span[];

export type Span =
  | string
  | { bold: string }
  | { italic: string }
  | { struck: string }
  | { label: string; url: string }
  /** `when`: date and time in the reader's zone; `ago`: as a distance from now. */
  | { at: Instant; as: 'when' | 'ago' };

export type Button = { label: string; url: string } | { label: string; customId: string };

/** Puts a separator between lines' parts. */
export function joined(parts: readonly Line[], separator: string): Line {
  return parts.flatMap((part, index) => (index === 0 ? part : [separator, ...part]));
}
