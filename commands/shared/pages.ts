import type { Line } from '../../src/discord/render/card.ts';
import { linesMarkdown } from '../../src/discord/render/markdown.ts';

/**
 * Blocks of lines parted into pages of at most `room` characters of markdown. A block stays whole where it fits on
 * a page; else it goes on on the next one under its first line.
 */
export function pagesOf(blocks: readonly (readonly Line[])[], room: number): Line[][] {
  const pages: Line[][] = [[]];
  for (const block of blocks.flatMap((each) => parted(each, room))) {
    const last = pages.at(-1) ?? [];
    if (last.length > 0 && lengthOf([...last, ...block]) > room) pages.push([...block]);
    else last.push(...block);
  }
  return pages;
}

/** A block that is longer than a page, in parts that are not. */
function parted([head = [], ...rest]: readonly Line[], room: number): Line[][] {
  const parts: Line[][] = [[head]];
  for (const line of rest) {
    const last = parts.at(-1) ?? [];
    if (last.length > 1 && lengthOf([...last, line]) > room) parts.push([head, line]);
    else last.push(line);
  }
  return parts;
}

const lengthOf = (lines: readonly Line[]) => linesMarkdown(lines, Number.POSITIVE_INFINITY).length;
