import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cluesIn, Sought } from '../../src/understand/clues.ts';
import { fold } from '../../src/understand/fold.ts';
import { rules } from '../../src/understand/lexicon/rules/all.ts';
import { needsOf } from '../../src/understand/needs.ts';
import { WordFinder } from '../../src/understand/word-finder.ts';
import { inChinese } from './texts/in-chinese.ts';
import { inEnglish } from './texts/in-english.ts';
import { silent } from './texts/silent.ts';

describe('what no match of a pattern is without', () => {
  test.each<[pattern: RegExp, needs: string[][]]>([
    [/\blicen[cs]es?\b/i, [['licenc', 'licens']]],
    [/\bexports? (?:of|to)\b/, [['export']]],
    [/(?<!进)出口|许可/, [['出口', '许可']]],
    [/凭[^,]{0,9}?许可/, [['许可'], ['凭']]],
    [/恢复(?:了)?[^,]*(?:出口|供应)/, [['恢复'], ['出口', '供应']]],
    [/(?:暂停)?发放/, [['发放']]],
    [/\b(?:grant|issue)s? .{0,20}permits?/, [['permit'], ['grant ', 'grants', 'issue ', 'issues']]],
    [/(?:出口)?.*/, []],
    [/\d+|no/, []],
    [/(?!出口)./, []],
    [/(?:出口)+/, [['出口']]],
    [/Ausfuhr(?:liste|verbot)/i, [['ausfuh']]],
  ])('%s', (pattern, needs) => {
    expect(needsOf(pattern)).toEqual(needs);
  });

  test('is known of every rule', () => {
    const patterns = rules.flatMap(({ en, han }) => [en, han].filter((one) => one instanceof RegExp));

    expect(patterns.filter((pattern) => needsOf(pattern).length === 0)).toEqual([]);
  });
});

describe('a pattern that is sought', () => {
  const clued = (text: string) => ({ folded: text, clues: cluesIn(text) });
  const texts = [...inChinese, ...inEnglish, ...silent].flatMap(([, title, text]) => [
    fold(title),
    fold(text),
  ]);
  const soughts = rules
    .flatMap(({ en, han, unless }) => [en, han, unless])
    .filter((one) => one instanceof RegExp)
    .map((pattern) => new Sought(pattern));

  test('is found wherever it matches', () => {
    for (const text of [...texts, ...texts.map((each) => each.toUpperCase())]) {
      const found = soughts.filter((sought) => sought.isIn(clued(text)));

      expect(found).toEqual(soughts.filter(({ pattern }) => pattern.test(text)));
    }
  });

  test('is not tried on most texts', () => {
    const tried = texts.flatMap((text) => soughts.filter((sought) => sought.mayBeIn(clued(text))));

    expect(tried.length).toBeLessThan((texts.length * soughts.length) / 4);
  });

  test('that was not known when a text was read may be in it', () => {
    const before = clued('zymurgy');

    expect(new Sought(/zymurgy/).isIn(before)).toBe(true);
    expect(new Sought(/zymurgy/).mayBeIn(clued('brewing'))).toBe(false);
  });
});

test('all strings are found in one pass', () => {
  const string = fc.string({ unit: fc.constantFrom('a', 'b', '出', '口'), minLength: 1, maxLength: 4 });
  const strings = fc.uniqueArray(string, { minLength: 1, maxLength: 40 });
  const text = fc.string({ unit: fc.constantFrom('a', 'B', 'b', '出', '口', 'x'), maxLength: 40 });

  fc.assert(
    fc.property(strings, text, (all, words) => {
      const bits = new Int32Array(2);
      new WordFinder(new Map(all.map((one, number) => [one, [number]]))).mark(words, bits);
      const found = all.filter((_, number) => ((bits[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0);

      expect(found).toEqual(all.filter((one) => words.toLowerCase().includes(one)));
    }),
  );
});
