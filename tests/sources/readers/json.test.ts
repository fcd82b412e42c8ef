import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReadFailure } from '../../../src/domain/failure.ts';
import type { JsonFields } from '../../../src/domain/source.ts';
import { json } from '../../../src/sources/readers/json.ts';
import { fakeFetcher } from '../../fakes/fetcher.ts';
import { inWords, sourceLike } from '../fixtures.ts';

const url = 'https://ministry.example/api/news?type=press';
const fields: JsonFields = {
  list: 'data.items',
  title: 'title.rendered',
  link: 'href',
  date: 'meta.day',
  text: 'body',
};
const source = sourceLike('us-state', { url, reader: { kind: 'json', fields, page: 'page' } });

const entry = (rest: object = {}) => ({
  title: { rendered: 'Licences for &#8220;magnets&#8221;  resumed' },
  href: '/n/1.html',
  meta: { day: '2026-11-18' },
  ...rest,
});
const answer = (...items: object[]) => JSON.stringify({ data: { items, total: items.length } });
const parse = (text: string, changes = {}) => json.parse(text, { ...source, ...changes }, url);
const withFields = (changes: Partial<JsonFields>) => ({
  reader: { kind: 'json', fields: { ...fields, ...changes } },
});

describe('a JSON listing', () => {
  it('gives its rows in order, each address once, with titles and texts as a reader sees them', async () => {
    const { rows, warnings } = await parse(
      answer(
        entry({ body: '<p>The licence&hellip;</p><p>Two&nbsp;days</p>' }),
        entry({ title: { rendered: 'Notice 2' }, href: 'http://ministry.example/n/2.html#top', meta: null }),
        entry({ title: { rendered: 'Again' } }),
      ),
    );

    expect(warnings).toEqual([]);
    expect(rows.map((row) => [row.title, row.url, inWords(row.published), row.text])).toEqual([
      [
        'Licences for “magnets” resumed',
        'https://ministry.example/n/1.html',
        '2026-11-18',
        'The licence…\nTwo days',
      ],
      ['Notice 2', 'https://ministry.example/n/2.html', null, undefined],
    ]);
    expect(rows[0]?.key).toBe('https://ministry.example/n/1.html');
  });

  it('is the whole answer where its entry names no list', async () => {
    const { rows } = await parse(JSON.stringify([entry()]), withFields({ list: '' }));

    expect(rows).toHaveLength(1);
  });

  it('makes addresses of fields, and keys of the field that is said to identify', async () => {
    const changes = withFields({ link: 'https://ministry.example/n?id={no}&l={meta.day}', id: 'no' });
    const { rows, warnings } = await parse(answer(entry({ no: 17 }), entry({ no: 'a/b' }), entry()), changes);

    expect(rows.map(({ key, url }) => [key, url])).toEqual([
      ['17', 'https://ministry.example/n?id=17&l=2026-11-18'],
      ['a/b', 'https://ministry.example/n?id=a%2Fb&l=2026-11-18'],
    ]);
    expect(warnings).toEqual(['1 of 3 rows had no title or no address']);
  });

  it('leaves out in silence what its entry leaves out', async () => {
    const reader = { kind: 'json', fields, path: /^\/n\// };
    const text = answer(entry(), entry({ href: '/jobs/2.html' }));

    expect(await parse(text, { reader })).toMatchObject({ rows: [{ title: /^Licences/ }], warnings: [] });
  });

  it.each`
    answer                                          | reason          | says
    ${'{"data":{"items":[]}}'}                      | ${'empty'}      | ${/held no rows/}
    ${'{"data":{"items":null}}'}                    | ${'malformed'}  | ${/another shape/}
    ${'{"data":{"items":{"0":{}}}}'}                | ${'malformed'}  | ${/another shape/}
    ${'{"data":{"items":["a"]}}'}                   | ${'malformed'}  | ${/another shape/}
    ${'{"error":"gone"}'}                           | ${'malformed'}  | ${/another shape/}
    ${'{"data":{"items":[{'}                        | ${'malformed'}  | ${/cannot be parsed/}
    ${'<!doctype html><p>Maintenance'}              | ${'wrong-type'} | ${/a page where a JSON listing was due/}
    ${''}                                           | ${'wrong-type'} | ${/nothing where/}
    ${'{"data":{"items":[{"title":"no object"}]}}'} | ${'empty'}      | ${/held no rows/}
  `('is a failure with a reason: $answer', async ({ answer, reason, says }) => {
    const failure = await parse(answer).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(ReadFailure);
    expect(failure).toMatchObject({ reason, message: expect.stringMatching(says) });
  });

  it('is empty without failing where it may be', async () => {
    expect((await parse('{"data":{"items":[]}}', { minRows: 0 })).rows).toEqual([]);
  });

  it('never reads a field that the answer does not have itself', async () => {
    const { rows } = await parse(
      answer(entry({ no: 1 })),
      withFields({ text: 'constructor.name', id: '__proto__' }),
    );

    expect(rows[0]?.text).toBeUndefined();
    expect(rows[0]?.key).toBe('https://ministry.example/n/1.html');
  });

  it('gives rows or fails by name, whatever JSON it is handed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        const outcome = await parse(text).catch((error: unknown) => error);
        expect(outcome instanceof ReadFailure || (outcome as { rows: unknown }).rows).toBeTruthy();
      }),
    );
  });
});

describe('older pages of a JSON listing', () => {
  const second = `${url}&page=2`;
  const older = answer(entry({ href: '/n/0.html' }));

  it('are asked for by its parameter', async () => {
    const fetcher = fakeFetcher({ [url]: answer(entry()), [second]: older });
    const first = await json.read({ source, fetcher, snapshot: null, page: 1 });
    const next = await json.read({ source, fetcher, snapshot: first.snapshot, page: 2 });

    expect(first).toMatchObject({ outcome: 'rows', more: true });
    expect(next).toMatchObject({ outcome: 'rows', rows: [{ url: 'https://ministry.example/n/0.html' }] });
  });

  it('are known not to exist where the site answers with the first', async () => {
    const fetcher = fakeFetcher({ [url]: answer(entry()), [second]: answer(entry()) });
    const { snapshot } = await json.read({ source, fetcher, snapshot: null, page: 1 });

    await expect(json.read({ source, fetcher, snapshot, page: 2 })).rejects.toMatchObject({
      reason: 'page-repeats',
    });
  });

  it('are not claimed by one that has no parameter for them', async () => {
    expect((await parse(answer(entry()), withFields({}))).more).toBe(false);
  });
});
