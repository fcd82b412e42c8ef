import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cluesIn } from '../../src/understand/clues.ts';
import { fold } from '../../src/understand/fold.ts';
import { rules } from '../../src/understand/lexicon/rules/all.ts';
import { openingsOf } from '../../src/understand/openings.ts';
import { FirstScanner, Scanner } from '../../src/understand/scanner.ts';
import { inChinese } from './texts/in-chinese.ts';
import { inEnglish } from './texts/in-english.ts';
import { silent } from './texts/silent.ts';

describe('how the matches of a pattern begin', () => {
  test.each<[pattern: RegExp, openings: string[] | null]>([
    [/\blicen[cs]es?\b/i, ['licen']],
    [/\b(?:grant|issue)s? licences/, ['grant', 'issue']],
    [/\b(?:rare[- ]earth )?magnets?/, ['rare ', 'rare-', 'magne']],
    [/(?<!进)出口|许可/, ['出口', '许可']],
    [/凭[^,]{0,9}?许可/, ['凭', '凭许可']],
    [/实(?:施|行)?管制/, ['实施管', '实行管', '实管制']],
    [/(?:暂停)?发放/, ['暂停发', '发放']],
    [/\bA\w+/, ['a']],
    [/\bA[12]\d{3}/, [...'0123456789'].flatMap((digit) => [`a1${digit}`, `a2${digit}`])],
    [/\d+ licences/, [...'0123456789']],
    [/\w+ licences/, null],
    [/.{0,9}出口/, null],
    [/(?:出口)?/, null],
  ])('%s', (pattern, expected) => {
    const openings = openingsOf(pattern);
    expect(openings && [...openings].toSorted()).toEqual(expected?.toSorted() ?? null);
  });
});

const clued = (folded: string) => ({ folded, clues: cluesIn(folded) });

describe('a scanner', () => {
  const terms = [/\brare earth magnets?/, /\brare earths?/, /稀土磁材/, /稀土/].map((pattern, value) => ({
    value,
    pattern,
  }));
  const scanner = new Scanner(terms);

  test('gives the earlier term precedence where two begin at one place', () => {
    expect(scanner.matches('rare earth magnets, rare earths; 稀土磁材和稀土')).toEqual([
      { value: 0, index: 0, length: 18 },
      { value: 1, index: 20, length: 11 },
      { value: 2, index: 33, length: 4 },
      { value: 3, index: 38, length: 2 },
    ]);
  });

  test('takes the first alternative that matches, however long', () => {
    const one = new FirstScanner([{ value: 0, pattern: /出口量.{0,4}降|出口.{0,12}成/ }]);

    expect(one.firsts(clued('出口量环比降八成'), () => true)).toEqual([{ value: 0, index: 0, length: 6 }]);
  });

  test('takes no term that can begin with anything', () => {
    expect(() => new Scanner([{ value: 0, pattern: /\w+ magnets/ }])).toThrow('no opening is known');
  });

  test('finds the first match of each term that is wanted', () => {
    const found = new FirstScanner(terms).firsts(
      clued('稀土、稀土磁材、rare earths'),
      (value) => value !== 1,
    );
    expect(found).toEqual([
      { value: 2, index: 3, length: 4 },
      { value: 3, index: 0, length: 2 },
    ]);
  });

  const patterns = rules.flatMap(({ en, han }) => [en, han].filter((one) => one instanceof RegExp));
  const everyRule = new FirstScanner(patterns.map((pattern) => ({ value: pattern, pattern })));
  const sentences = [...inChinese, ...inEnglish, ...silent].flatMap(([, title, text]) => [
    fold(title),
    fold(text),
  ]);

  function scanned(text: string) {
    return everyRule.firsts(clued(text), () => true);
  }

  function oneByOne(text: string) {
    return patterns.flatMap((value) => {
      const match = value.exec(text);
      return match ? [{ value, index: match.index, length: match[0].length }] : [];
    });
  }

  test('finds what the rules find one by one', () => {
    for (const text of sentences) expect(scanned(text)).toEqual(oneByOne(text));
  });

  test('finds what begins with a hyphen within a word', () => {
    const text = 'AC issues Russia-related general licence';
    expect(scanned(text)).toEqual(oneByOne(text));
  });

  test('finds it in texts cut and put together at will', () => {
    const pieces = fc
      .tuple(fc.constantFrom(...sentences), fc.nat(60), fc.nat(60))
      .map(([text, start, length]) => text.slice(start, start + length));
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (some) => {
        const text = some.join(' ');
        expect(scanned(text)).toEqual(oneByOne(text));
      }),
      { numRuns: 300 },
    );
  });
});
