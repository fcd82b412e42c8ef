import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line, Span } from '../../../src/discord/render/card.ts';
import { linesMarkdown } from '../../../src/discord/render/markdown.ts';
import { cut } from '../../../src/understand/phrases/fit.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.constantFrom(
    '**bold**',
    '~~gone~~',
    '[a](https://a.example)',
    '*',
    '](',
    '\\',
    '稀土。出口，许可',
    '<t:1:R>',
  ),
);
const span: fc.Arbitrary<Span> = fc.oneof(
  text,
  text.map((bold) => ({ bold })),
  text.map((italic) => ({ italic })),
  text.map((struck) => ({ struck })),
  text.map((label) => ({ label, url: 'https://ministry.example/a%28b%29' })),
  fc.constant({ at: 1_750_321_200_000, as: 'ago' as const }),
);
const lines: fc.Arbitrary<Line[]> = fc.array(fc.array(span, { maxLength: 6 }), { maxLength: 8 });

describe('however little room there is', () => {
  it('no mark is left open, and no link broken', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 400 }), (all, limit) => {
        const written = linesMarkdown(all, limit);

        expect(written.length).toBeLessThanOrEqual(limit);
        const links = written.replace(
          /\[(?:[^[\]\\]|\\.)*\]\(https:\/\/ministry\.example\/a%28b%29\)|<t:\d+:R>/gsu,
          '',
        );
        expect(links).not.toContain('](h');
        expect(links).not.toContain('ministry.example/a%28');
        const plain = links.replace(/\\./gsu, '');
        expect(plain.match(/~~/g)?.length ?? 0, written).toSatisfy((count: number) => count % 2 === 0);
        expect(plain.match(/\*/g)?.length ?? 0, written).toSatisfy((count: number) => count % 2 === 0);
        expect(written).not.toMatch(/(?<!\\)(?:\\\\)*\\$/u);
        expect(written.isWellFormed()).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a text that is cut', () => {
  it.each`
    text                                                        | limit | kept
    ${'The ministry has approved them. It gave no number.'}     | ${40} | ${'The ministry has approved them.…'}
    ${'商务部已依法批准合规申请。数量未作说明，企业未作说明。'} | ${22} | ${'商务部已依法批准合规申请。…'}
    ${'One. The ministry has approved some applications now'}   | ${40} | ${'One. The ministry has approved some…'}
    ${'稀土出口许可'}                                           | ${6}  | ${'稀土出口许可'}
  `('ends with a sentence where it can: "$kept"', ({ text: given, limit, kept }) => {
    expect(cut(given, limit)).toBe(kept);
  });

  it('never is longer than its room', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.integer({ min: 0, max: 130 }),
        (given, limit) => {
          expect(cut(given, limit).length).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });
});
