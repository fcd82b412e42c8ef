import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf, hitsIn } from '../../../src/understand/search/excerpt.ts';
import { termsOf } from '../../../src/understand/search/terms.ts';
import { indexed, wordsOf } from '../../../src/understand/search/words.ts';

/** Terms as `a b*|c & d`. */
const read = (written: string) =>
  termsOf(written)
    .map(({ wordings }) => wordings.map(({ words, open }) => words.join(' ') + (open ? '*' : '')).join('|'))
    .join(' & ');

describe('what is typed', () => {
  test.each`
    written                     | terms
    ${'许可证'}                 | ${'许 可 证'}
    ${'許可證'}                 | ${'许 可 证'}
    ${'一定数量 许可'}          | ${'一 定 数 量 & 许 可'}
    ${'证'}                     | ${'证'}
    ${'quantity'}               | ${'quantity*'}
    ${'QUANTITY'}               | ${'quantity*'}
    ${'ＱＵＡＮＴＩＴＹ'}       | ${'quantity*'}
    ${'quantité'}               | ${'quantite*'}
    ${'ban'}                    | ${'ban'}
    ${'licences'}               | ${'licen*'}
    ${'license'}                | ${'licen*'}
    ${'exporters'}              | ${'exporter*'}
    ${'process'}                | ${'process*'}
    ${'"certain number"'}       | ${'certain number'}
    ${'“一定数量” 许可'}        | ${'一 定 数 量 & 许 可'}
    ${'「一定数量」'}           | ${'一 定 数 量'}
    ${'dual-use'}               | ${'dual use'}
    ${'dual–use controls'}      | ${'dual use & control*'}
    ${'第46号'}                 | ${'第 46 号'}
    ${'No. 46'}                 | ${'no & 46'}
    ${'3C001.b'}                | ${'3c001 b'}
    ${'2846901940'}             | ${'2846901940*'}
    ${'用途magnet'}             | ${'用 途 magnet*'}
    ${'ban OR -quota'}          | ${'ban & or & quota*'}
    ${'ban*'}                   | ${'ban'}
    ${'title:(quota AND ban)'}  | ${'title quota* & and & ban'}
    ${'NEAR(quota ban, 2)'}     | ${'near quota* & ban & 2'}
    ${'quota" ban'}             | ${'quota* & ban'}
    ${"Robert'); drop table x"} | ${'robert* & drop* & table* & x'}
    ${' — … ？ '}               | ${''}
    ${'""'}                     | ${''}
    ${'镓'}                     | ${'镓|gallium*'}
    ${'鎵'}                     | ${'镓|gallium*'}
    ${'Gallium'}                | ${'gallium*|镓'}
    ${'稀土'}                   | ${'稀 土|rare earth*'}
    ${'rare earths quota'}      | ${'rare earth*|稀 土 & quota*'}
    ${'Japan'}                  | ${'japan*|日 本'}
    ${'US'}                     | ${'us|united state*|美 国'}
    ${'us'}                     | ${'us'}
    ${'"gallium"'}              | ${'gallium'}
  `('$written is looked up as $terms', ({ written, terms }) => {
    expect(read(written)).toBe(terms);
  });

  test('the other names are told', () => {
    expect(termsOf('镓 quota').map(({ also }) => also)).toEqual([['gallium'], []]);
  });
});

describe('words', () => {
  test.each`
    text                       | words
    ${'稀土，出口。'}          | ${'稀土 土出 出口 口'}
    ${'公告2025年第18号Sm₂O₃'} | ${'公告 告 2025 年第 第 18 号 sm2o3'}
    ${'Crème brûlée'}          | ${'creme brulee'}
    ${'수출 허가'}             | ${'수출 허가'}
    ${'𬭊元素'}                | ${'𬭊元 元素 素'}
    ${'ﬁrst ½ №'}              | ${'first 12'}
    ${''}                      | ${''}
  `('of "$text" are indexed as "$words"', ({ text, words }) => {
    expect(indexed(text).replaceAll('\u2044', '')).toBe(words);
  });

  test('stand where they say, and hold nothing that parts words in the index', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { word, start, end } of wordsOf(text)) {
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end).isWellFormed()).toBe(true);
          expect(word).not.toMatch(/[\x00-\x2f\x3a-\x60\x7b-\x7f]/);
        }
      }),
    );
  });
});

describe('an excerpt', () => {
  const marked = (text: string, written: string, room = 40) =>
    excerptOf(text, termsOf(written), room)
      ?.segments.map(({ words, hit }) => (hit ? `[${words}]` : words))
      .join('') ?? null;

  test.each`
    text                                                          | written              | shown
    ${'商务部已批准一定数量的稀土出口许可申请。'}                 | ${'稀土 许可'}       | ${'商务部已批准一定数量的[稀土]出口[许可]申请。'}
    ${'對稀土、出口實施管制'}                                     | ${'稀土出口'}        | ${'對[稀土、出口]實施管制'}
    ${'Licences for gallium'}                                     | ${'licence 镓'}      | ${'[Licences] for [gallium]'}
    ${'Nothing here'}                                             | ${'gallium'}         | ${null}
    ${'One sentence stands first. Then gallium is named at last'} | ${'gallium'}         | ${'…Then [gallium] is named at last'}
    ${'All of it fits. Then gallium'}                             | ${'gallium'}         | ${'All of it fits. Then [gallium]'}
    ${'a gallium notice that goes on for longer than this'}       | ${'gallium'}         | ${'a [gallium] notice that goes on for longer…'}
    ${'gallium'}                                                  | ${'gallium gallium'} | ${'[gallium]'}
  `('of "$text" for "$written" is "$shown"', ({ text, written, shown }) => {
    expect(marked(text, written)).toBe(shown);
  });

  test.each`
    text                                                                         | written              | shown
    ${'问：稀土出口是否恢复？\n答：将依法审批稀土出口许可申请。'}                | ${'稀土'}            | ${'…答：将依法审批[稀土]出口许可申请。'}
    ${'问：稀土对美出口是否恢复？\n答：将依法审批。'}                            | ${'稀土'}            | ${'asked: 问：[稀土]对美出口是否恢复？…'}
    ${'Gallium is one. Then comes much else that nobody asked. Gallium licence'} | ${'gallium licence'} | ${'…[Gallium] [licence]'}
  `('of "$text" for "$written" shows "$shown"', ({ text, written, shown }) => {
    const excerpt = excerptOf(text, termsOf(written), 40);
    expect((excerpt?.asked ? 'asked: ' : '') + marked(text, written)).toBe(shown);
  });

  test('is a part of the text, no longer than its room and a hit, and never half a character', () => {
    const text = fc.array(fc.constantFrom('稀土', '𬭊', 'gallium ', '。', 'and ', '\n', '一定数量', 'x'), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 80 }), (pieces, room) => {
        const whole = pieces.join('');
        const excerpt = excerptOf(whole, termsOf('稀土 gallium'), room);
        if (!excerpt) {
          expect(hitsIn(whole, termsOf('稀土 gallium'))).toEqual([]);
          return;
        }
        const shown = excerpt.segments.map(({ words }) => words).join('');
        expect(whole).toContain(shown.replace(/^…|…$/gu, ''));
        expect(shown.isWellFormed()).toBe(true);
        expect(shown.length).toBeLessThanOrEqual(room + 12);
        expect(excerpt.segments.some(({ hit }) => hit)).toBe(true);
      }),
    );
  });
});
