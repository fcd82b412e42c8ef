import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datePattern, dayOf } from '../../src/understand/calendar.ts';
import { fold } from '../../src/understand/fold.ts';
import { languageOf } from '../../src/understand/language.ts';
import { numberOf } from '../../src/understand/numerals.ts';
import { sentencesOf } from '../../src/understand/sentences.ts';

describe('folding', () => {
  test.each([
    ['出口許可證、兩用物項', '出口许可证、两用物项'],
    ['２０２７年第８号，ＡＢＣ', '2027年第8号,ABC'],
    ['〔２０２７〕　第１２号', '[2027] 第12号'],
    ['“一定数量”的‘申请’', '"一定数量"的\'申请\''],
    ['「若干」', '"若干"'],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('keeps every offset, and folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('languages', () => {
  test.each([
    ['zh', '商务部公布决定'],
    ['zh', '海關總署發布公告'],
    ['zh', '将Example Systems, Inc.等3家实体列入出口管制管控名单'],
    ['en', 'The ministry (商务部) issued a notice on licences'],
    ['en', 'A notice'],
    ['en', ''],
  ] as const)('%s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe('sentences', () => {
  test.each<[text: string, sentences: string[]]>([
    ['已批准。将继续！是否？', ['已批准。', '将继续！', '是否？']],
    ['第一句；第二句', ['第一句；', '第二句']],
    ['他说：“已批准。”会议结束。', ['他说：“已批准。”', '会议结束。']],
    [
      'Notice No. 61 took effect. It covers 0.1% of value.',
      ['Notice No. 61 took effect.', 'It covers 0.1% of value.'],
    ],
    [
      'Exports to the U.S. need a licence. None was given.',
      ['Exports to the U.S. need a licence.', 'None was given.'],
    ],
    ['It sells to the U.S. The rest goes elsewhere.', ['It sells to the U.S.', 'The rest goes elsewhere.']],
    ['From Jan. 5, 2027. "Yes," he said. Done', ['From Jan. 5, 2027.', '"Yes," he said.', 'Done']],
    ['one\n\n two', ['one', 'two']],
  ])('%s', (text, sentences) => {
    expect(sentencesOf(fold(text)).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
  });

  test('nothing but white space lies between them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab 。.;；!\n"A1 ') }), (text) => {
        let at = 0;
        for (const { start, end } of sentencesOf(fold(text))) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});

describe('numerals', () => {
  test.each([
    ['61', 61],
    ['1,074', 1074],
    ['七', 7],
    ['十', 10],
    ['十八', 18],
    ['六十一', 61],
    ['一百零五', 105],
    ['二〇二六', 2026],
    ['两', 2],
    ['若干', null],
    ['', null],
  ])('%s', (words, value) => {
    expect(numberOf(words)).toBe(value);
  });
});

describe('dates', () => {
  test.each([
    ['2027年5月1日', '2027-05-01'],
    ['二〇二七年十一月十日', '2027-11-10'],
    ['5月1日', '2027-05-01'],
    ['明年11月10日', '2028-11-10'],
    ['2027-05-01', '2027-05-01'],
    ['May 1, 2028', '2028-05-01'],
    ['Sept. 3', '2027-09-03'],
    ['3rd', null],
    ['1 May 2028', '2028-05-01'],
    ['Nov 2026', null],
    ['2027年2月30日', null],
  ])('%s', (words, day) => {
    expect(dayOf(words, '2027-03-18')).toBe(day);
  });

  test('a date without a year stays unknown where the year of publication is', () => {
    expect(dayOf('5月1日', null)).toBeNull();
  });

  test('the pattern finds each form within a sentence', () => {
    const text = '自2027年5月1日起 until November 10, 2027 and 3 June 2028, 2027-08-09.';
    expect(text.match(new RegExp(datePattern, 'gi'))).toEqual([
      '2027年5月1日',
      'November 10, 2027',
      '3 June 2028',
      '2027-08-09',
    ]);
  });
});
