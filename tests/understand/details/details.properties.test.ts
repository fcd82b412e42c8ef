import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Details } from '../../../src/domain/details.ts';
import type { Quote } from '../../../src/domain/facts.ts';
import { details } from './support.ts';

/** Pieces that begin, continue and break off every kind of detail. */
const pieces = fc.constantFrom(
  ...'暂停实施 继续暂停 商务部 、海关总署 公告2027年 公告 第46号 第 46 、47 号 至49号 （公布 ） 《 》 第二款 第一条第（三）项 ， ； 。 ： 同时废止 令 不可靠实体清单 ２０２７ 〔2027〕 發言人 沈若川 表示 管制编码 1C931 .a 海关商品编号： 2805301911 .30 价值比例 达到 0.1% 及以上 千分之一 意见反馈截止 2028年4月8日 前'.split(
    ' ',
  ),
  ...[
    'Announcement ',
    'Announcements No. 5',
    ', 6 and ',
    'Nos. 55–58 of 2027',
    ' of 2027',
    'suspends ',
    ' is suspended',
    'paragraph 2 of ',
    ' (paragraph 2)',
    'MOFCOM ',
    'and Customs ',
    'spokesperson He Mingyuan said ',
    'HS code 2805.30 ',
    'de minimis ',
    '25 per cent ',
    'comments by 8 April 2028',
    '\n',
    '. ',
    '😀',
  ],
);
const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

function quotesOf({ relations, spokesperson, commentsUntil, ...lists }: Details): Quote[] {
  const stated = [...Object.values(lists).flat(), ...relations, spokesperson, commentsUntil];
  return stated.flatMap((detail) => detail?.quotes ?? []);
}

test('every detail is quoted, and every quote is the slice that it names', () => {
  fc.assert(
    fc.property(texts, texts, (title, text) => {
      const found = details({ title, text });
      for (const quote of quotesOf(found)) {
        const source = quote.in === 'title' ? title : text;
        expect(quote.words).toBe(source.slice(quote.start, quote.end));
        expect(quote.words).not.toBe('');
      }
      for (const relation of found.relations) expect(relation.quotes.length).toBeGreaterThan(0);
    }),
    { numRuns: 400 },
  );
});

test('numbers keep their normal form', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { relations, hsCodes, controlCodes } = details({ text });
      for (const { notice } of relations) {
        expect(notice).toMatch(/^(?:(?:UEL|Customs|[A-Z][\w ]+) )?(?:Order )?No\. \d+(?: of \d{4})?$/);
      }
      for (const { value } of hsCodes) expect(value).toMatch(/^\d{4,10}$/);
      for (const { value } of controlCodes) expect(value).toMatch(/^\d[A-E]\d{3}(?:\.[a-z](?:\.\d{1,2})?)*$/);
    }),
    { numRuns: 400 },
  );
});

/** Each would take hours if a pattern went back over what it has read. */
const hostile = [
  '公告2027年第1',
  '第1、',
  '第一和一和',
  '1、1、1、1',
  '公告2027年第1号（',
  '公告2027年第1号（公布）、',
  '公告2027年第46号第二款',
  '商务部、海关总署、',
  '暂停实施',
  '《',
  '(',
  'Announcement No. 1, ',
  'Announcement No. 1 and ',
  'No. 1 (a), ',
  'suspended is be ',
  'MOFCOM and Customs and ',
  '发言人沈若',
  'He Mingyuan, a b c d ',
  '1C931.a.',
  '海关商品编号：2805 ',
  '2805.30.',
  'HS 2805 30 ',
  '价值比例0.1%',
  'de minimis 0.1%',
  '意见至2028年4月',
  'comments by April ',
  '        ',
];

test.each(hostile)('a megabyte of "%s" is read through', (piece) => {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
  expect(quotesOf(details({ text, publishedOn: '2028-03-09' })).length).toBeLessThan(200);
});
