import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackedRows } from '../../src/understand/packed-rows.ts';
import { WordFinder } from '../../src/understand/word-finder.ts';

function found(words: readonly string[], text: string): string[] {
  const bits = new Int32Array((words.length >>> 5) + 1);
  new WordFinder(new Map(words.map((word, number) => [word, [number]]))).mark(text, bits);
  return words.filter((_, number) => ((bits[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0);
}

describe('words found in one pass', () => {
  it.each([
    ['one within another', ['export', 'port', 'rt c'], 'export control', ['export', 'port', 'rt c']],
    ['one that ends where another goes on', ['licensing', 'sing'], 'licences sing', ['sing']],
    ['capitals as small letters', ['export'], 'EXPORT', ['export']],
    ['Chinese', ['出口', '口管', '许可'], '对出口管制', ['出口', '口管']],
    ['none in an empty text', ['export'], '', []],
  ])('%s', (_, words, text, expected) => {
    expect(found(words, text)).toEqual(expected);
  });

  it('are those that the text includes', () => {
    const letters = (most: number) =>
      fc.string({ unit: fc.constantFrom('a', 'b', '出', '口'), maxLength: most });
    const words = fc.uniqueArray(
      letters(5).filter((word) => word !== ''),
      { maxLength: 70 },
    );
    fc.assert(
      fc.property(words, letters(40), (all, text) => {
        expect(found(all, text)).toEqual(all.filter((word) => text.includes(word)));
      }),
    );
  });
});

describe('packed rows', () => {
  it('hold what was put in them, and nothing else', () => {
    const row = fc.uniqueArray(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 0xffff })), {
      selector: ([column]) => column,
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (entries) => {
        const packed = new PackedRows(entries.map((each) => new Map(each)));
        for (const [number, each] of entries.entries()) {
          const columns = new Map(each);
          for (let column = 0; column <= 31; column++)
            expect(packed.at(number, column)).toBe(columns.get(column) ?? 0);
        }
      }),
    );
  });
});
