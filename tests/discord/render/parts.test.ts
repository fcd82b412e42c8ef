import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customId, deliveryIdIn, pressed } from '../../../src/discord/render/buttons.ts';
import { durationText } from '../../../src/discord/render/duration.ts';
import { clean, escapeLabel, escapeMarkdown } from '../../../src/discord/render/escape.ts';
import { safeUrl, urlAt } from '../../../src/discord/render/links.ts';
import { lineMarkdown, linesMarkdown } from '../../../src/discord/render/markdown.ts';
import { quoted } from './views.ts';

describe('escaping', () => {
  it.each`
    text                     | escaped
    ${'rare-earth (No. 12)'} | ${'rare-earth (No. 12)'}
    ${'[Corrected] 10 May'}  | ${'[Corrected] 10 May'}
    ${'a*b_c~d`e|f\\g'}      | ${'a\\*b\\_c\\~d\\`e\\|f\\\\g'}
    ${'<@42>'}               | ${'\\<@\u200B42\\>'}
    ${'@everyone'}           | ${'@\u200Beveryone'}
    ${'# title'}             | ${'\\# title'}
    ${'-# small'}            | ${'\\-# small'}
    ${'- item'}              | ${'\\- item'}
    ${'1. item'}             | ${'1\\. item'}
    ${'[a](https://b.c)'}    | ${'[a]\\(https:\\//b.c)'}
  `('writes $text as $escaped', ({ text, escaped }) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('leaves no bracket in the label of a link', () => {
    expect(escapeLabel('x](http://evil.example) [y')).toBe('x)(http:\\//evil.example) (y');
  });

  it('takes out what cannot be seen and keeps one line', () => {
    expect(clean(' a\u200B\u202E\u0000b\r\n\tc\uFEFF\uD800 ')).toBe('ab c');
  });
});

describe('lines', () => {
  it('never grow beyond their limit, and never end within an escape or markup', () => {
    const line = fc.array(
      fc.oneof(
        fc.string({ unit: fc.constantFrom('*', '_', '\\', 'a', '稀', ' ', '😀', ']', '(') }),
        fc.record({ bold: fc.string({ unit: fc.constantFrom('*', 'b', ' ') }) }),
        fc.record({ struck: fc.string({ unit: fc.constantFrom('~', 's') }) }),
      ),
    );
    fc.assert(
      fc.property(line, fc.nat(300), (spans, limit) => {
        const written = lineMarkdown(spans, limit);
        const bare = written.replace(/\\./gsu, '');

        expect(written.length).toBeLessThanOrEqual(limit);
        expect(written.isWellFormed()).toBe(true);
        expect((bare.match(/\*\*/g) ?? []).length % 2).toBe(0);
        expect((bare.match(/~~/g) ?? []).length % 2).toBe(0);
        expect(bare).not.toMatch(/\\$/);
      }),
    );
  });

  it('leave out whole lines, and cut the one that only half fits', () => {
    const lines = [['First line.'], [{ bold: Array(30).fill('word').join(' ') }], ['Third line.']];

    expect(linesMarkdown(lines, 80)).toBe(`First line.\n**${'word '.repeat(11)}word…**`);
  });
});

describe('links', () => {
  it.each`
    url                                              | safe
    ${'https://ministry.example/a(1).htm'}           | ${'https://ministry.example/a%281%29.htm'}
    ${'javascript:alert(1)'}                         | ${null}
    ${'data:text/html,x'}                            | ${null}
    ${'//ministry.example'}                          | ${null}
    ${`https://ministry.example/${'a'.repeat(500)}`} | ${null}
  `('opens $url as $safe', ({ url, safe }) => {
    expect(safeUrl(url)).toBe(safe);
  });

  const page = 'https://ministry.example/p';
  it.each`
    words                                                    | language | where      | opened
    ${'不予许可的物项清单如下'}                              | ${'zh'}  | ${'text'}  | ${`${page}#:~:text=${encodeURIComponent('不予许可的物项清')}`}
    ${'輸出貿易管理令の一部を改正'}                          | ${'ja'}  | ${'text'}  | ${`${page}#:~:text=${encodeURIComponent('輸出貿易管理令の')}`}
    ${'The dual-use licence is refused to any buyer at all'} | ${'en'}  | ${'text'}  | ${`${page}#:~:text=The%20dual%2Duse%20licence%20is%20refused%20to%20any%20buyer`}
    ${'One line\nand the next'}                              | ${'en'}  | ${'text'}  | ${`${page}#:~:text=One%20line`}
    ${'Only in the title'}                                   | ${'en'}  | ${'title'} | ${page}
  `('opens the page at "$words"', ({ words, language, where, opened }) => {
    expect(urlAt(page, quoted(words, where)[0], language)).toBe(opened);
  });

  it('opens the page at its top where the address would grow too long', () => {
    const long = `${page}/${'x'.repeat(420)}`;

    expect(urlAt(long, quoted('不予许可的物项清单如下')[0], 'zh')).toBe(long);
  });
});

describe('buttons', () => {
  it("carry the Delivery's id, whatever it looks like", () => {
    expect(pressed(customId('list', 'a:b'))).toEqual({ button: 'list', deliveryId: 'a:b' });
    expect(deliveryIdIn('status:17')).toBe('17');
  });

  it.each(['', 'why:', 'share:17', '17'])('know that "%s" is none of ours', (id) => {
    expect(deliveryIdIn(id)).toBeNull();
  });
});

it.each`
  milliseconds   | en              | zh
  ${20_000}      | ${'1 min'}      | ${'1分钟'}
  ${11_400_000}  | ${'3 h 10 min'} | ${'3小时10分钟'}
  ${180_000_000} | ${'2 d 2 h'}    | ${'2天2小时'}
`('says $milliseconds ms as $en', ({ milliseconds, en, zh }) => {
  expect([durationText(milliseconds, 'en'), durationText(milliseconds, 'zh')]).toEqual([en, zh]);
});
