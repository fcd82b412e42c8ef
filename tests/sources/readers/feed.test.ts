import { describe, expect, it } from 'vitest';
import type { Source } from '../../../src/domain/source.ts';
import type { Snapshot } from '../../../src/sources/reader.ts';
import { feed } from '../../../src/sources/readers/feed.ts';
import { fakeFetcher, notModified, ok } from '../../fakes/fetcher.ts';
import { fixture, inWords, sourceLike } from '../fixtures.ts';

const source = sourceLike('uk-ofsi', { url: 'https://ministry.example/news/feed.xml' });

function parse(xml: string, changes: Partial<Source> = {}) {
  return feed.parse(xml, { ...source, ...changes }, source.url);
}

function rss(item: string, attributes = 'version="2.0"', channel = ''): string {
  return `<?xml version="1.0"?><rss ${attributes}><channel><title>t</title>${channel}<item>${item}</item></channel></rss>`;
}

function atom(entry: string, attributes = ''): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>t</title><entry>${entry}</entry></feed>`;
}

const minimal = '<title>Licence notice</title><link>https://ministry.example/n/1</link>';

describe('a feed of any format', () => {
  it.each([
    ['RSS 0.91', rss(minimal, 'version="0.91"')],
    ['RSS 0.92', rss(minimal, 'version="0.92"')],
    ['RSS 2.0', rss(minimal)],
    ['RSS without a version', rss(minimal, '')],
    ['RSS of an odd version', rss(minimal, 'version="1.0"')],
    [
      'RSS 1.0',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
       <channel rdf:about="https://ministry.example/"><title>t</title></channel>
       <item rdf:about="https://ministry.example/n/1">${minimal}</item></rdf:RDF>`,
    ],
    [
      'Atom',
      atom(
        '<id>https://ministry.example/n/1</id><title>Licence notice</title><link href="https://ministry.example/n/1"/>',
      ),
    ],
    ['a feed after blank lines', `\n\ufeff\n${rss(minimal)}`],
    ['a feed after a line of text', `Notice: deprecated\n${rss(minimal)}`],
    ['a feed with control characters', rss(`\u0008${minimal}\u001b`)],
  ])('gives its rows: %s', async (_, xml) => {
    expect(await parse(xml)).toMatchObject({
      rows: [
        {
          key: 'https://ministry.example/n/1',
          title: 'Licence notice',
          url: 'https://ministry.example/n/1',
          published: null,
        },
      ],
      more: false,
      warnings: [],
    });
  });

  it('is repaired where "&" stands bare, outside CDATA only', async () => {
    const { rows } = await parse(
      rss(`<title>R&D licences &amp; permits</title><link>https://ministry.example/n?a=1&b=2</link>
           <description><![CDATA[<p>Arms & parts</p><p>A&amp;B</p>]]></description>`),
    );

    expect(rows).toMatchObject([
      {
        title: 'R&D licences & permits',
        url: 'https://ministry.example/n?a=1&b=2',
        text: 'Arms & parts\nA&B',
      },
    ]);
  });

  it.each`
    where                    | xml                                                                                         | url
    ${'the feed'}            | ${rss('<title>t</title><link>../n/1</link>')}                                               | ${'https://ministry.example/n/1'}
    ${'xml:base'}            | ${atom('<title>t</title><link href="n/1"/>', 'xml:base="https://ministry.example/en/"')}    | ${'https://ministry.example/en/n/1'}
    ${"RSS's xml:base"}      | ${rss('<title>t</title><link>n/1</link>', 'version="2.0" xml:base="/en/"')}                 | ${'https://ministry.example/en/n/1'}
    ${"an entry's xml:base"} | ${atom('<title>t</title><link href="n/1"/>').replace('<entry>', '<entry xml:base="/de/">')} | ${'https://ministry.example/de/n/1'}
    ${'an escaped anchor'}   | ${rss('<title>t</title><link>&lt;a href="/n/1" hreflang="en"&gt;t&lt;/a&gt;</link>')}       | ${'https://ministry.example/n/1'}
    ${'its guid'}            | ${rss('<title>t</title><guid>https://ministry.example/n/1</guid>')}                         | ${'https://ministry.example/n/1'}
    ${'the alternate link'}  | ${atom('<title>t</title><link rel="enclosure" href="/f.pdf"/><link href="/n/1"/>')}         | ${'https://ministry.example/n/1'}
  `('resolves an address against $where', async ({ xml, url }) => {
    expect(await parse(xml)).toMatchObject({ rows: [{ url }] });
  });

  it.each`
    id                                                     | key                                    | updated
    ${'tag:ministry.example,2026:n1'}                      | ${'tag:ministry.example,2026:n1'}      | ${undefined}
    ${'http://ministry.example/?p=7'}                      | ${'https://ministry.example/?p=7'}     | ${undefined}
    ${'https://ministry.example/?p=7'}                     | ${'https://ministry.example/?p=7'}     | ${undefined}
    ${'https://ministry.example/n#item-3'}                 | ${'https://ministry.example/n#item-3'} | ${undefined}
    ${'https://ministry.example/n/1#2026-11-17T23:30:05Z'} | ${'https://ministry.example/n/1'}      | ${'2026-11-17T23:30:05Z'}
  `('knows $id by $key', async ({ id, key, updated }) => {
    const { rows } = await parse(
      atom(`<id>${id}</id><title>t</title><link href="https://ministry.example/n/1"/>`),
    );
    const [row] = rows;

    expect(row?.key).toBe(key);
    expect(row?.updated).toBe(updated);
  });

  it('keeps the key of a page that was edited', async () => {
    const before = fixture('uk-ofsi.atom');
    const after = before.replaceAll('2026-11-17T23:30:05Z', '2026-11-18T09:00:00Z');

    const [first] = (await parse(before)).rows;
    const [second] = (await parse(after)).rows;

    expect(second?.key).toBe(first?.key);
    expect([first?.updated, second?.updated]).toEqual(['2026-11-17T23:30:05Z', '2026-11-18T09:00:00Z']);
  });

  it('takes the time of publication before the time of the last edit', async () => {
    const dates = '<published>2026-11-01T10:00:00Z</published><updated>2026-11-09T10:00:00Z</updated>';
    const [row] = (await parse(atom(`<title>t</title><link href="/n"/>${dates}`))).rows;

    expect(inWords(row?.published ?? null)).toBe('2026-11-01T10:00:00Z');
    expect(row?.updated).toBe('2026-11-09T10:00:00Z');
  });

  it.each([
    rss(`${minimal}<pubDate>soon</pubDate>`),
    atom('<title>t</title><link href="/n"/><published>soon</published><updated></updated>'),
  ])('survives a date that is none', async (xml) => {
    expect(await parse(xml)).toMatchObject({ rows: [{ published: null }] });
  });

  it.each([
    ['escaped HTML', '<title type="html">Licences &lt;b&gt;granted&lt;/b&gt; &amp;amp; refused</title>'],
    [
      'XHTML',
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Licences granted &amp; refused</div></title>',
    ],
    ['lines', '<title>\n  Licences granted\n  &amp; refused </title>'],
  ])('has titles of one plain line, from %s', async (_, title) => {
    expect(await parse(atom(`${title}<link href="/n"/>`))).toMatchObject({
      rows: [{ title: 'Licences granted & refused' }],
    });
  });

  it('carries the fullest text that an entry has', async () => {
    const item = `${minimal}<description>Short.</description><content:encoded><![CDATA[<p>Long.</p><script>x</script>]]></content:encoded>`;

    expect(
      await parse(rss(item, 'version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"')),
    ).toMatchObject({ rows: [{ text: 'Long.' }] });
  });

  it('keeps an entry that leads nowhere, on the site of the feed, with a warning', async () => {
    const xml = rss(
      `${minimal}</item><item><title>No link</title><guid isPermaLink="false">7</guid>`,
      'version="2.0"',
      '<link>https://ministry.example/news/</link>',
    );

    expect(await parse(xml)).toMatchObject({
      rows: [{}, { key: '7', title: 'No link', url: 'https://ministry.example/news/' }],
      warnings: ['1 of 2 entries have no address of their own'],
    });
  });

  it('leaves an entry out that says nothing, with a warning', async () => {
    expect(await parse(rss(`${minimal}</item><item><category>Trade</category>`))).toMatchObject({
      rows: [{}],
      warnings: ['1 of 2 entries say nothing'],
    });
  });

  it.each`
    answer                                                 | reason
    ${'<!DOCTYPE html><html><body>Not here</body></html>'} | ${'wrong-type'}
    ${'<html><body><feed>x</feed></body></html>'}          | ${'wrong-type'}
    ${'<opml><body><rss version="2.0"/></body></opml>'}    | ${'wrong-type'}
    ${'{"version":"https://jsonfeed.org/version/1.1"}'}    | ${'malformed'}
    ${'{"version":"https://jsonfeed.org/version/1.1",'}    | ${'malformed'}
    ${'{"items":[{"title":"x"}]}'}                         | ${'wrong-type'}
    ${''}                                                  | ${'wrong-type'}
    ${'<html><script>$_ts={}</script></html>'}             | ${'challenge'}
    ${'<rss version="2.0"><channel><item><title>cut'}      | ${'empty'}
    ${'<rss version="2.0"></rss>'}                         | ${'empty'}
    ${'<feed xmlns="http://www.w3.org/2005/Atom"></feed>'} | ${'empty'}
    ${`<feed>${'<a>'.repeat(3000)}</feed>`}                | ${'too-deep'}
  `('"$answer" fails as $reason', async ({ answer, reason }) => {
    await expect(parse(answer)).rejects.toMatchObject({ name: 'ReadFailure', reason });
  });

  it('may be empty where the source may be', async () => {
    expect(await parse('<feed xmlns="http://www.w3.org/2005/Atom"></feed>', { minRows: 0 })).toMatchObject({
      rows: [],
    });
  });
});

describe('polling a feed', () => {
  const xml = fixture('uk-ofsi.atom');
  const read = (fetcher: ReturnType<typeof fakeFetcher>, snapshot: Snapshot | null = null, page = 1) =>
    feed.read({ source, fetcher, snapshot, page });

  it('asks with the validators of the last answer', async () => {
    const validators = { etag: '"a"', lastModified: 'Tue, 17 Nov 2026 23:30:05 GMT' };
    const fetcher = fakeFetcher({
      [source.url]: [ok(xml, { url: source.url, validators }), notModified(validators)],
    });

    const first = await read(fetcher);
    const second = await read(fetcher, first.snapshot);

    expect(fetcher.requests.map((request) => request.validators)).toEqual([null, validators]);
    expect(second).toEqual({ outcome: 'unchanged', snapshot: first.snapshot });
  });

  it('does not parse the same bytes again', async () => {
    const fetcher = fakeFetcher({ [source.url]: xml });

    const { snapshot } = await read(fetcher);

    expect(await read(fetcher, snapshot)).toMatchObject({ outcome: 'unchanged' });
  });

  it('has nothing beyond its first page', async () => {
    const fetcher = fakeFetcher({});

    expect(await read(fetcher, null, 2)).toMatchObject({ outcome: 'rows', rows: [], more: false });
    expect(fetcher.requests).toEqual([]);
  });

  it('fails where fewer rows come than always do', async () => {
    const fetcher = fakeFetcher({ [source.url]: xml });

    await expect(
      feed.read({ source: { ...source, minRows: 3 }, fetcher, snapshot: null, page: 1 }),
    ).rejects.toMatchObject({
      reason: 'empty',
      message: 'https://ministry.example/news/feed.xml held 2 rows, fewer than 3',
    });
  });

  it('does not believe "not modified" when it asked for everything', async () => {
    await expect(read(fakeFetcher({ [source.url]: notModified() }))).rejects.toMatchObject({
      reason: 'malformed',
    });
  });
});
