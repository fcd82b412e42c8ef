import { expect, it } from 'vitest';
import { csvFile } from '../../commands/shared/csv.ts';

const cellsOf = (...cells: (string | number | null | string[])[]) =>
  Buffer.from(csvFile('a.csv', ['head'], [cells], '').bytes)
    .toString('utf8')
    .split('\r\n')[1];

it('begins with a byte order mark and its header, and ends its lines as spreadsheets expect', () => {
  const { bytes } = csvFile('a.csv', ['one', 'two'], [['稀土', 2]], 'a table');

  expect(Buffer.from(bytes).toString('utf8')).toBe('\uFEFFone,two\r\n稀土,2\r\n');
});

it.each`
  cell                        | written
  ${'=HYPERLINK("http://x")'} | ${`"'=HYPERLINK(""http://x"")"`}
  ${'+1'}                     | ${"'+1"}
  ${'-1+2'}                   | ${"'-1+2"}
  ${'@SUM(A1)'}               | ${"'@SUM(A1)"}
  ${'\t=1+1'}                 | ${"'=1+1"}
  ${'a, b'}                   | ${'"a, b"'}
  ${'two\nlines'}             | ${'two lines'}
  ${null}                     | ${''}
  ${-5}                       | ${'-5'}
  ${['=a', 'b']}              | ${"'=a; b"}
`('$cell is written as $written, so that no spreadsheet runs it', ({ cell, written }) => {
  expect(cellsOf(cell)).toBe(written);
});
