import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect } from '../../../src/sources/detect/index.ts';

const now = Date.UTC(2026, 10, 23, 14);
const url = 'https://ministry.example/notices/';

interface Notice {
  id: number;
  title: string;
  day: number;
}

const notices = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1000, max: 9999 }),
    title: fc
      .array(
        fc.constantFrom('licence', 'export', 'gallium', 'notice', 'control', 'permit', 'revised', 'list'),
        {
          minLength: 4,
          maxLength: 9,
        },
      )
      .map((words) => words.join(' ')),
    day: fc.integer({ min: 1, max: 20 }),
  }),
  { minLength: 6, maxLength: 25, selector: ({ id }) => id },
);

type Markup = (notice: Notice) => string;
const href = ({ id }: Notice) => `/notices/2026/n${id}.html`;
const markups: Record<string, (rows: readonly Notice[]) => string> = {
  list: (rows) =>
    `<ul>${each(rows, (row) => `<li><a href="${href(row)}">${row.title} ${row.id}</a><span>2026-11-${row.day}</span></li>`)}</ul>`,
  table: (rows) =>
    `<table><tr><th>No.</th><th>Title</th><th>Date</th></tr>${each(rows, (row) => `<tr><td>${row.id}</td><td><a href="${href(row)}">${row.title} ${row.id}</a></td><td>${row.day} Nov 2026</td></tr>`)}</table>`,
  cards: (rows) =>
    each(
      rows,
      (row) =>
        `<article><a href="${href(row)}"><img src="/${row.id}.jpg"></a><h3><a href="${href(row)}">${row.title} ${row.id}</a></h3><time datetime="2026-11-${row.day}">${row.day} November 2026</time><p>A summary of it.</p></article>`,
    ),
  definitions: (rows) =>
    `<dl>${each(rows, (row) => `<dt>2026年11月${row.day}日</dt><dd><a href="${href(row)}">${row.title} ${row.id}</a></dd>`)}</dl>`,
};

function each(rows: readonly Notice[], markup: Markup): string {
  return rows.map(markup).join('\n');
}

const words = fc.constantFrom(
  'About us',
  'Contact',
  'Ministers',
  'Legislation',
  'Statistics',
  'Careers',
  'Archive',
  'Forms',
);
const menu = fc
  .array(words, { maxLength: 40 })
  .map(
    (items) =>
      `<nav><ul>${items.map((item, n) => `<li><a href="/m/${n}/">${item}</a></li>`).join('')}</ul></nav>`,
  );
const footer = menu.map((links) => `<footer>${links}<p>All rights reserved</p></footer>`);
const aside = fc
  .array(fc.integer({ min: 1, max: 28 }), { maxLength: 12 })
  .map(
    (days) =>
      `<div class="sidebar"><h3>Most read</h3><ul>${days.map((day, n) => `<li><a href="/stories/${n}.html">A story that many people have read ${n}</a><span>2026-10-${day}</span></li>`).join('')}</ul></div>`,
  );

async function rowsIn(html: string) {
  const detection = await detect(html, url, now);
  if (detection.kind !== 'list') throw new Error(detection.kind);
  return detection.chosen.rows;
}

describe.each(Object.entries(markups))('the rows of a page of %s', (_, markup) => {
  it('are all of them, in their order, whatever chrome stands around', async () => {
    await fc.assert(
      fc.asyncProperty(notices, menu, footer, aside, async (rows, above, below, beside) => {
        const page = `<html lang="en"><body>${above}<main><h1>Notices</h1>${markup(rows)}</main>${beside}${below}</body></html>`;

        const found = await rowsIn(page);

        expect(found.map(({ title, url: to, published }) => [title, to, published?.on])).toEqual(
          rows.map((row) => [
            `${row.title} ${row.id}`,
            `https://ministry.example${href(row)}`,
            `2026-11-${String(row.day).padStart(2, '0')}`,
          ]),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('are the same in another order', async () => {
    await fc.assert(
      fc.asyncProperty(notices, fc.integer(), async (rows, seed) => {
        const shuffled = [...rows].sort((a, b) => ((a.id * 31 + seed) % 97) - ((b.id * 31 + seed) % 97));
        const byKey = async (list: readonly Notice[]) =>
          new Map((await rowsIn(`<body>${markup(list)}</body>`)).map((row) => [row.key, row]));

        expect(await byKey(shuffled)).toEqual(await byKey(rows));
      }),
      { numRuns: 15 },
    );
  });
});

describe('a hostile page', () => {
  const many = (count: number) =>
    Array.from(
      { length: count },
      (_, n) => `<div class="c${n % 7}"><a href="/n/${n}">Link number ${n} of very many</a></div>`,
    ).join('');

  it('of 10,000 links is read', async () => {
    expect(
      (
        await rowsIn(
          `<ul>${markups.list?.(Array.from({ length: 10_000 }, (_, id) => ({ id, title: 'notice of a licence', day: 3 })))}</ul>`,
        )
      ).length,
    ).toBe(10_000);
  });

  it('of links nested as deep as is parsed is read', async () => {
    expect((await rowsIn('<div>'.repeat(400) + many(500))).length).toBeGreaterThan(50);
  });

  it('costs in proportion to its length', async () => {
    const cost = async (count: number) => {
      const before = process.cpuUsage();
      await rowsIn(many(count));
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await cost(1000);
    const [small, large] = [await cost(1500), await cost(12_000)];

    // Eight times the page; sixty-four times the work, were it quadratic.
    expect(large / small).toBeLessThan(32);
  });
});
