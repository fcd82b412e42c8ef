import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../commands/shared/pages.ts';
import type { Line } from '../../src/discord/render/card.ts';
import { linesMarkdown } from '../../src/discord/render/markdown.ts';

const block = (head: string, ...lines: string[]): Line[] => [
  [{ bold: head }],
  ...lines.map((line) => [line]),
];
const shown = (pages: readonly Line[][]) =>
  pages.map((page) => linesMarkdown(page, Number.POSITIVE_INFINITY).split('\n'));

describe('pages', () => {
  it('keep a block whole where it fits on one', () => {
    const blocks = [block('A', 'one', 'two'), block('B', 'three'), block('C', 'four', 'five')];

    expect(shown(pagesOf(blocks, 25))).toEqual([
      ['**A**', 'one', 'two', '**B**', 'three'],
      ['**C**', 'four', 'five'],
    ]);
  });

  it('go on with a block that is longer than one, under its first line', () => {
    expect(shown(pagesOf([block('A', 'one', 'two', 'three')], 14))).toEqual([
      ['**A**', 'one', 'two'],
      ['**A**', 'three'],
    ]);
  });

  it('are one, and empty, where there is nothing', () => {
    expect(pagesOf([], 100)).toEqual([[]]);
  });

  it('hold every line once and no more than their room', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), fc.integer({ min: 80, max: 400 }), (texts, room) => {
        const pages = pagesOf(
          texts.map((lines, index) => block(`H${index}`, ...lines)),
          room,
        );

        const lines = shown(pages).flat();
        expect(lines.filter((line) => line !== '' && !line.startsWith('**'))).toEqual(texts.flat());
        for (const page of pages) {
          expect(linesMarkdown(page, Number.POSITIVE_INFINITY).length).toBeLessThanOrEqual(room);
        }
      }),
    );
  });
});
