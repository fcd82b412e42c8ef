import { describe, expect, it } from 'vitest';
import { type Candidate, detect } from '../../../src/sources/detect/index.ts';
import { asSource } from '../../../src/sources/detect/lists.ts';
import { readerOf } from '../../../src/sources/readers/index.ts';
import { type ExpectedRow, expectedOf, listNames, listPage } from './lists.ts';

/** When the fixtures are read: a Monday afternoon in Europe. */
const now = Date.UTC(2026, 10, 23, 14);

async function chosenIn(text: string, url: string): Promise<Candidate> {
  const detection = await detect(text, url, now);
  if (detection.kind !== 'list') throw new Error(`${url} is taken for ${detection.kind}`);
  return detection.chosen;
}

const seen = ({ rows }: Candidate): ExpectedRow[] =>
  rows.map(({ title, url, published }) => ({ title, url, date: published?.on ?? null }));

const alike = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

describe('the list of a page', () => {
  it('has fixtures of forty differently built lists', () => {
    expect(listNames.length).toBeGreaterThanOrEqual(40);
  });

  it('is found whole, with no foreign row, in 95 of 100', async () => {
    const wrong: string[] = [];
    for (const name of listNames) {
      const { url, rows } = expectedOf(name);
      const found = await chosenIn(listPage(name), url).then(seen, String);
      if (!alike(found, rows)) wrong.push(name);
    }

    const share = 1 - wrong.length / listNames.length;
    process.stdout.write(
      `lists read right: ${(100 * share).toFixed(1)} % of ${listNames.length}${wrong.map((name) => `\n  wrong: ${name}`).join('')}\n`,
    );
    expect(share).toBeGreaterThanOrEqual(0.95);
  });
});

describe('a page with two lists', () => {
  it('gives the better one first, the other beside it, and why', async () => {
    const { url, rows } = expectedOf('cn-two-lists');
    const detection = await detect(listPage('cn-two-lists'), url, now);

    if (detection.kind !== 'list') throw new Error(detection.kind);
    const { chosen, alternatives } = detection;
    expect(chosen.rows).toHaveLength(rows.length);
    expect(alternatives.length).toBeLessThanOrEqual(2);
    expect(alternatives[0]?.rows[0]?.url).toContain('/tzgg/');
    expect(chosen.score).toBeGreaterThan(alternatives[0]?.score ?? 0);
    expect(chosen.reasons).toContainEqual({ points: 10, says: '14 of 14 rows have a date' });
    expect(chosen.reasons.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(chosen.score, 0);
  });
});

describe('what was found reads the page from then on', () => {
  it.each(listNames)('%s', async (name) => {
    const { url } = expectedOf(name);
    const chosen = await chosenIn(listPage(name), url);
    const saved = JSON.parse(JSON.stringify(chosen.reader));
    const source = { ...asSource(url, chosen), reader: saved };

    const { rows } = await readerOf(source).parse(listPage(name), source, url, now);

    expect(rows).toEqual(chosen.rows);
  });
});

describe('an address is', () => {
  const address = 'https://ministry.example/press/index.html';
  const prose = '<p>'.concat(
    'The ministry has approved a number of export licences for tungsten today. '.repeat(6),
    '</p>',
  );
  const links = (count: number) =>
    Array.from(
      { length: count },
      (_, n) => `<li><a href="/press/n${n}.html">Notice ${n} on export licences for magnets</a></li>`,
    ).join('');

  it.each`
    what                                       | text
    ${'one that says it is an article'}        | ${`<meta property="og:type" content="article"><h1>Licences</h1>${prose}<aside><ul>${links(5)}</ul></aside>`}
    ${'prose with a few links to other pages'} | ${`<main><h1>Licences</h1>${prose.repeat(4)}</main><h3>Related</h3><ul>${links(4)}</ul>`}
    ${'prose alone'}                           | ${`<h1>Licences</h1>${prose}`}
  `('an article: $what', async ({ text }) => {
    expect(await detect(text, address, now)).toEqual({ kind: 'article' });
  });

  it('a list, though each row has its summary', async () => {
    const rows = Array.from(
      { length: 8 },
      (_, n) =>
        `<div class="item"><h3><a href="/press/n${n}.html">Notice ${n} on licences for magnets</a></h3><span>${n + 1} November 2026</span>${prose}</div>`,
    );

    expect((await chosenIn(`<main>${rows.join('')}</main>`, address)).rows).toHaveLength(8);
  });

  it('a feed', async () => {
    const rss =
      '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><title>Licences granted</title><link>https://ministry.example/1</link><pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>';

    expect(await chosenIn(rss, address)).toMatchObject({
      reader: { kind: 'feed' },
      url: address,
      rows: [{ title: 'Licences granted', published: { on: '2026-11-20' } }],
    });
  });

  it.each([
    '<CHANNEL HREF="https://ministry.example/"><ITEM HREF="/1"><TITLE>T</TITLE></ITEM></CHANNEL>',
    '<r:rss xmlns:r="http://backend.userland.com/rss2"><r:channel><r:item><r:title>T</r:title></r:item></r:channel></r:rss>',
    `<!-- ${'x'.repeat(5000)} --><rss><channel><item><title>T</title></item></channel></rss>`,
    '<entry xmlns="http://www.w3.org/2005/Atom"><title>T</title></entry>',
  ])('a feed of a rare kind: %s', async (text) => {
    expect(await detect(text, 'https://ministry.example/feed')).toMatchObject({
      kind: 'list',
      chosen: { reader: { kind: 'feed' }, rows: [{ title: 'T' }] },
    });
  });

  it('elsewhere, where only the head names a feed: comments last, other types not at all', async () => {
    const text = `<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
      <link rel="alternate" type="application/atom+xml" title="Press" href="/press.atom">
      <link rel="alternate" type="application/rss+xml" title="This column" href="rss.xml">
      <link rel="alternate" hreflang="fr" href="/fr/"><link rel="alternate" type="application/json" href="/api/page">
      <p>Welcome</p>`;

    expect(await detect(text, address, now)).toEqual({
      kind: 'elsewhere',
      leads: {
        unit: null,
        feeds: [
          { url: 'https://ministry.example/press/rss.xml', title: 'This column' },
          { url: 'https://ministry.example/press.atom', title: 'Press' },
          { url: 'https://ministry.example/comments/feed/', title: 'Comments' },
        ],
      },
    });
  });

  it.each`
    what                | text                                                                           | reason
    ${'no list'}        | ${'<html><body><nav><a href="/a">About</a></nav><p>Welcome</p></body></html>'} | ${'empty'}
    ${'nothing'}        | ${''}                                                                          | ${'wrong-type'}
    ${'plain text'}     | ${'Service unavailable'}                                                       | ${'wrong-type'}
    ${'other JSON'}     | ${'{"rows": []}'}                                                              | ${'wrong-type'}
    ${'broken JSON'}    | ${'{"success": true, "da'}                                                     | ${'malformed'}
    ${'a refused list'} | ${'{"success": false, "data": null}'}                                          | ${'unit-refused'}
    ${'a challenge'}    | ${'<html><script>window["$_ts"]={};$_ts.nsd=1</script></html>'}                | ${'challenge'}
    ${'absurd nesting'} | ${'<div>'.repeat(3000)}                                                        | ${'too-deep'}
  `('nothing to read where it gives $what: $reason', async ({ text, reason }) => {
    await expect(detect(text, address, now)).rejects.toMatchObject({
      name: 'ReadFailure',
      reason,
      message: expect.stringMatching(/^https:.+\S$/),
    });
  });
});
