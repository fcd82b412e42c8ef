import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/understand/classify.ts';
import { rules } from '../../src/understand/lexicon/rules/all.ts';
import { passageOf } from '../../src/understand/passage.ts';
import { longestSentence } from '../../src/understand/sentences.ts';

/** What patterns hang on, repeated without end or in turns. */
const hostile = [
  '许可',
  '出口',
  '批准出口申请',
  '已批准稀土出口许可申请,',
  '暂停实施公告；',
  '出口许可。',
  '对美国、日本和欧盟',
  '问：出口\n答：已批准镓出口申请\n',
  '记者：请问\n何亚东：已批准出口许可申请\n',
  '2027年1月1日起',
  '《公告',
  'licence to export ',
  'applications approved ',
  'Q: exports?\nA: we approved licences to export gallium\n',
  'EU, US and ',
  'ABAB',
  'No. 7 of 2027 ',
  '1,',
  '1',
  ',',
  '(((',
  '"',
  '? ',
  'a',
];

function processorTime(repeated: string, size: number, where: 'title' | 'text'): number {
  const page = repeated.repeat(Math.ceil(size / repeated.length)).slice(0, size);
  const document = {
    title: '例行新闻发布会',
    text: '批准出口许可',
    [where]: page,
    publishedOn: '2027-03-18',
  };
  const before = process.cpuUsage();
  judge(document);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

describe('work grows with the length of a text, and no faster', () => {
  // Twice the text may cost four times the work before this fails: squares cost four, and more with the constants
  // that small texts share. The floor keeps what is too quick to be measured from deciding, and the least of many
  // runs a collection of garbage or a busy machine: squares are squares however often they are measured.
  const floor = 20_000;
  const most = 12;

  function growsNoFaster(
    repeated: string,
    [small, large]: [number, number],
    where: 'title' | 'text',
  ): boolean {
    let [once, more] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let run = 1; run <= most; run++) {
      once = Math.min(once, processorTime(repeated, small, where));
      more = Math.min(more, processorTime(repeated, large, where));
      if (run > 1 && more < 4 * Math.max(once, floor)) return true;
    }
    return false;
  }

  test.each(hostile)('%j', (repeated) => {
    expect(growsNoFaster(repeated, [100_000, 200_000], 'text')).toBe(true);
  });

  test('a title is read as far as a sentence goes', () => {
    expect(growsNoFaster('批准出口申请', [100_000, 1_000_000], 'title')).toBe(true);
  });
});

describe('what bounds it', () => {
  test('no sentence is longer than what a pattern may be tested on', () => {
    const shapes = fc.array(fc.constantFrom(...hostile, 'x'.repeat(900), '，', ' '), { maxLength: 60 });
    fc.assert(
      fc.property(shapes, fc.nat(60), (pieces, times) => {
        const { sentences } = passageOf({ title: '', text: pieces.join('').repeat(times) });
        for (const { start, end } of sentences) expect(end - start).toBeLessThanOrEqual(longestSentence);
      }),
    );
  });

  test('a sentence cut in two goes on in its rest', () => {
    const [, first, second, ...more] = passageOf({ title: '', text: '铋，'.repeat(500) }).sentences;
    expect([first?.continues, second?.continues, more]).toEqual([false, true, []]);
  });

  test('every gap in a rule has a bound, and nothing repeated repeats within', () => {
    // What may go on without end is a word or a number, which ends by itself.
    const unbounded = /(?<!\\w|\\d|\[\\d,\]|\[\\d\.\]|\[\\w-\])(?:(?<!\\)[*+]|\{\d+,\})/;
    const nested = /[*+]\)(?:[*+]|\{\d+,\})/;
    for (const { id, en, han, unless } of rules) {
      for (const pattern of [en, han, unless]) {
        expect([id, unbounded.exec(pattern?.source ?? '')]).toEqual([id, null]);
        expect([id, nested.exec(pattern?.source ?? '')]).toEqual([id, null]);
      }
    }
  });
});
