import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReadFailure } from '../../../src/domain/failure.ts';
import { feed, looksLikeFeed } from '../../../src/sources/readers/feed.ts';
import { inWords, sourceLike } from '../fixtures.ts';

const address = 'https://ministry.example/news/feed.xml';
const source = sourceLike('uk-ofsi', { url: address, minRows: 0, timeZone: 'UTC' });

async function rowsOf(text: string) {
  return (await feed.parse(text, source, address)).rows;
}

async function rowOf(text: string) {
  const [row] = await rowsOf(text);
  return row;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const atomNs = 'http://www.w3.org/2005/Atom';
const rdfNs = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const rss = (item: string, attributes = 'version="2.0"') =>
  `<?xml version="1.0"?><rss ${attributes}><channel><title>News</title><item>${item}</item></channel></rss>`;
const rdf = (item: string, namespace = 'http://purl.org/rss/1.0/') =>
  `<rdf:RDF xmlns:rdf="${rdfNs}" xmlns="${namespace}" xmlns:dc="http://purl.org/dc/elements/1.1/">
   <channel><title>News</title></channel><item rdf:about="https://ministry.example/n/1">${item}</item></rdf:RDF>`;
const atom = (entry: string, attributes = '') =>
  `<feed xmlns="${atomNs}" ${attributes}><title>News</title><entry>${entry}</entry></feed>`;
const atom03 = (entry: string) =>
  `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>${entry}</entry></feed>`;

const rssItem = `<title>Licence granted</title><link>https://ministry.example/n/1</link>
  <description>One firm.</description>`;
const rssDated = `${rssItem}<guid isPermaLink="false">n1</guid><pubDate>Mon, 09 Nov 2026 08:45:00 GMT</pubDate>`;
const atomEntry = `<id>n1</id><title>Licence granted</title><link href="https://ministry.example/n/1"/>
  <published>2026-11-09T08:45:00Z</published><summary>One firm.</summary>`;
const prefixed = (prefix: string, xml: string) => xml.replace(/<(\/?)(\w)/g, `<$1${prefix}:$2`);

describe('a feed of every kind', () => {
  const kinds: [string, string][] = [
    ...['0.91', '0.92', '0.93', '0.94', '2.0', '2.1', '', 'two'].map((version): [string, string] => [
      `RSS "${version}"`,
      rss(rssDated, `version="${version}"`),
    ]),
    ['RSS without a version', rss(rssDated, '')],
    [
      'RSS in capitals',
      rss(rssDated).replace(/<(\/?)(\w+)/g, (_, end, name) => `<${end}${name.toUpperCase()}`),
    ],
    ['RSS in its namespace', rss(rssDated, 'version="2.0" xmlns="http://backend.userland.com/rss2"')],
    ['RSS in a namespace nobody knows', rss(rssDated, 'version="2.0" xmlns="urn:ministry:feed"')],
    [
      'RSS under a prefix',
      `<r:rss version="2.0" xmlns:r="http://backend.userland.com/rss2">${prefixed('r', `<channel><item>${rssDated}</item></channel>`)}</r:rss>`,
    ],
    ['RSS with items beside its channel', `<rss version="2.0"><channel/><item>${rssDated}</item></rss>`],
    ['RSS without a root', `<channel><title>News</title><item>${rssDated}</item></channel>`],
    [
      'RSS 0.90',
      rdf(
        `${rssItem}<guid>n1</guid><dc:date>2026-11-09T08:45:00Z</dc:date>`,
        'http://my.netscape.com/rdf/simple/0.9/',
      ),
    ],
    ['RSS 1.0', rdf(`${rssItem}<guid>n1</guid><dc:date>2026-11-09T08:45:00Z</dc:date>`)],
    ['Atom 1.0', atom(atomEntry)],
    ['Atom without a namespace', `<feed><entry>${atomEntry}</entry></feed>`],
    [
      'Atom under a prefix',
      `<a10:feed xmlns:a10="${atomNs}">${prefixed('a10', `<entry>${atomEntry}</entry>`)}</a10:feed>`,
    ],
    [
      'Atom in a namespace nobody knows, under a prefix',
      `<x:feed xmlns:x="urn:x">${prefixed('x', `<entry>${atomEntry}</entry>`)}</x:feed>`,
    ],
    ['one Atom entry', `<entry xmlns="${atomNs}">${atomEntry}</entry>`],
    ['Atom 0.3', atom03(atomEntry.replaceAll('published', 'issued'))],
    [
      'JSON Feed 1.0',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1',
        items: [
          {
            id: 'n1',
            title: 'Licence granted',
            url: 'https://ministry.example/n/1',
            content_text: 'One firm.',
            date_published: '2026-11-09T08:45:00Z',
          },
        ],
      }),
    ],
    [
      'JSON Feed 1.1',
      `\ufeff${JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        home_page_url: 'https://ministry.example/',
        items: [
          {
            id: 'n1',
            title: 'Licence granted',
            url: '/n/1',
            content_html: '<p>One <b>firm</b>.</p>',
            date_published: '2026-11-09T08:45:00+00:00',
          },
        ],
      })}`,
    ],
  ];

  it.each(kinds)('says the same: %s', async (_, text) => {
    expect(looksLikeFeed(text)).toBe(true);
    const row = await rowOf(text);
    expect({ ...row, published: inWords(row?.published ?? null) }).toEqual({
      key: 'n1',
      id: 'n1',
      title: 'Licence granted',
      url: 'https://ministry.example/n/1',
      published: '2026-11-09T08:45:00Z',
      text: 'One firm.',
    });
  });

  it('is read from a channel definition (CDF)', async () => {
    const cdf = `<CHANNEL HREF="https://ministry.example/"><ITEM HREF="/n/1" LASTMOD="2026-11-09T08:45"><TITLE>Licence granted</TITLE><ABSTRACT>One firm.</ABSTRACT></ITEM></CHANNEL>`;

    expect(await rowOf(cdf)).toMatchObject({
      title: 'Licence granted',
      url: 'https://ministry.example/n/1',
      updated: '2026-11-09T08:45',
      text: 'One firm.',
    });
  });

  it.each([
    '<html><body><rss version="2.0"/></body></html>',
    '<!DOCTYPE html><title>RSS</title>',
    '<opml version="2.0"><body/></opml>',
    '<urlset><url/></urlset>',
    '{"data":[]}',
    'rss',
    '',
  ])('is not "%s"', (text) => {
    expect(looksLikeFeed(text)).toBe(false);
  });
});

/** As HTML, and as plain text, for those who say which. */
const written: { html: string; asHtml: string; asPlain?: string }[] = [
  { html: 'Licence granted', asHtml: 'Licence granted' },
  { html: 'R&amp;D permits', asHtml: 'R&D permits', asPlain: 'R&amp;D permits' },
  { html: 'R&D permits', asHtml: 'R&D permits' },
  { html: '&lt;licence&gt;', asHtml: '<licence>', asPlain: '&lt;licence&gt;' },
  { html: 'caf&eacute;', asHtml: 'café', asPlain: 'caf&eacute;' },
  { html: 'it&#8217;s &#x201C;due&#x201d;', asHtml: 'it’s “due”', asPlain: 'it&#8217;s &#x201C;due&#x201d;' },
  { html: 'it&#146;s', asHtml: 'it’s', asPlain: 'it&#146;s' },
  { html: '<b>Licences</b> granted', asHtml: 'Licences granted', asPlain: '<b>Licences</b> granted' },
  { html: '<a href="/x">Licence</a>', asHtml: 'Licence', asPlain: '<a href="/x">Licence</a>' },
  { html: '<script>x()</script>Licence', asHtml: 'Licence', asPlain: '<script>x()</script>Licence' },
  {
    html: '<img src="x.png" alt=""/>Licence',
    asHtml: 'Licence',
    asPlain: '<img src="x.png" alt=""/>Licence',
  },
  { html: '1 < 2 & 4 > 3', asHtml: '1 < 2 & 4 > 3' },
  {
    html: '对镓、锗实施<em>出口管制</em>',
    asHtml: '对镓、锗实施出口管制',
    asPlain: '对镓、锗实施<em>出口管制</em>',
  },
];

describe('a text', () => {
  const inRss = written.flatMap(({ html, asHtml }) =>
    ['title', 'description', 'content:encoded', 'dc:title', 'dc:description'].flatMap((name) => {
      const fill = name.endsWith('title') ? '' : '<title>T</title>';
      return [
        {
          how: `${name}, escaped`,
          xml: rss(`${fill}<${name}>${escaped(html)}</${name}>`),
          name,
          expected: asHtml,
        },
        {
          how: `${name}, CDATA`,
          xml: rss(`${fill}<${name}><![CDATA[${html}]]></${name}>`),
          name,
          expected: asHtml,
        },
        {
          how: `RDF ${name}`,
          xml: rdf(`${fill}<${name}>\n ${escaped(html)}\n</${name}>`),
          name,
          expected: asHtml,
        },
      ];
    }),
  );
  const inAtom = written.flatMap(({ html, asHtml, asPlain = asHtml }) =>
    ['title', 'summary', 'content'].flatMap((name) =>
      [
        { attributes: '', expected: asPlain },
        { attributes: ' type="text"', expected: asPlain },
        { attributes: ' type="text/plain"', expected: asPlain },
        { attributes: ' type="html"', expected: asHtml },
        { attributes: ' type="text/html"', expected: asHtml },
        { attributes: ' type="text/html" mode="escaped"', expected: asHtml },
      ].flatMap(({ attributes, expected }) => {
        const fill = name === 'title' ? '' : '<title>T</title>';
        return [
          {
            how: `${name}${attributes}`,
            xml: atom(`${fill}<${name}${attributes}>${escaped(html)}</${name}>`),
            name,
            expected,
          },
          {
            how: `${name}${attributes}, CDATA`,
            xml: atom03(`${fill}<${name}${attributes}><![CDATA[${html}]]></${name}>`),
            name,
            expected,
          },
        ];
      }),
    ),
  );

  it.each([...inRss, ...inAtom])('in $how is "$expected"', async ({ xml, name, expected }) => {
    const row = await rowOf(xml);

    expect(name.endsWith('title') ? row?.title : row?.text).toBe(expected);
  });

  it.each(['title', 'summary', 'content'])('may be XHTML in %s, under any prefix', async (name) => {
    const fill = name === 'title' ? '' : '<title>T</title>';
    for (const [type, prefix] of [
      ['xhtml', ''],
      ['xhtml', 'x:'],
      ['application/xhtml+xml', ''],
    ] as const) {
      const declaration = `xmlns${prefix === '' ? '' : `:${prefix.slice(0, -1)}`}="http://www.w3.org/1999/xhtml"`;
      const xml = atom(
        `${fill}<${name} type="${type}"><${prefix}div ${declaration}>R&amp;D <${prefix}b>licences</${prefix}b> &lt;new></${prefix}div></${name}>`,
      );
      const row = await rowOf(xml);

      expect(name === 'title' ? row?.title : row?.text).toBe('R&D licences <new>');
    }
  });

  it('may be in base64', async () => {
    const value = Buffer.from('<p>许可 granted</p>').toString('base64');

    expect(
      await rowOf(atom03(`<title>T</title><content type="text/html" mode="base64">${value}</content>`)),
    ).toMatchObject({ text: '许可 granted' });
    expect(
      await rowOf(atom(`<title>T</title><content type="application/octet-stream">${value}</content>`)),
    ).toMatchObject({ text: '<p>许可 granted</p>' });
  });

  it('is as written where it only says that it is in base64', async () => {
    const entry = (attributes: string) =>
      `<title ${attributes}>Licence, granted</title><content ${attributes}>One firm: two.</content>`;

    for (const xml of [atom(entry('type="application/pdf"')), atom03(entry('mode="base64"'))]) {
      expect(await rowOf(xml)).toMatchObject({ title: 'Licence, granted', text: 'One firm: two.' });
    }
  });

  it('may be bare markup in RSS', async () => {
    expect(await rowOf(rss('<title>T</title><description>One <p>firm</p> only</description>'))).toMatchObject(
      {
        text: 'One\nfirm\nonly',
      },
    );
  });

  it('is the fullest there is', async () => {
    const full = '<description>Short.</description><content:encoded>Long.</content:encoded>';

    expect(await rowOf(rss(`<title>T</title>${full}`))).toMatchObject({ text: 'Long.' });
    expect(
      await rowOf(rss('<title>T</title><description/><dc:description>Text.</dc:description>')),
    ).toMatchObject({
      text: 'Text.',
    });
    expect(
      await rowOf(atom('<title>T</title><summary>Short.</summary><content>Long.</content>')),
    ).toMatchObject({
      text: 'Long.',
    });
  });

  it.each([
    '<script>x()</script>Licence <b>granted</b>',
    '<style>b { color: red }</style>Licence granted',
    'Licence<applet code="x"></applet> granted',
    'Licence<object classid="x"> <b>granted</b>',
    '<iframe src="https://other.example/">Licence</iframe> granted',
    '<aside>Licence</aside><nav>granted</nav>',
    '<frameset rows="*"><frame src="x">Licence granted',
    'Licence<embed src="x"><link rel="stylesheet" href="x"><meta content="x"> granted',
    '<blink>Licence</blink> <a href="#" onclick="x()">granted</a>',
    '<!-- <script> -->Licence granted<!-- \n x -->',
  ])('is what a reader sees of %s', async (html) => {
    for (const xml of [
      rss(`<title>T</title><description>${escaped(html)}</description>`),
      rss(`<title>T</title><body><![CDATA[${html}]]></body>`),
      atom(`<title>T</title><content type="html">${escaped(html)}</content>`),
    ]) {
      expect((await rowOf(xml))?.text?.replace('\n', ' ')).toBe('Licence granted');
    }
  });

  it.each`
    html                                                                                      | shown
    ${'before <svg><desc>a map</desc><circle r="5"/></svg> after'}                            | ${'before after'}
    ${'<math><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></math>'}                             | ${'a+b'}
    ${'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"><html><p>Licence</p></html>'} | ${'Licence'}
    ${'<!DOCTYPE'}                                                                            | ${'<!DOCTYPE'}
    ${'d&#233;j&#224; &#171;\u00a0ici\u00a0&#187;'}                                           | ${'déjà « ici »'}
  `('of $html is "$shown"', async ({ html, shown }) => {
    for (const xml of [
      rss(`<title>T</title><description><![CDATA[${html}]]></description>`),
      rss(`<title>T</title><description>${escaped(html)}</description>`),
    ]) {
      expect(await rowOf(xml)).toMatchObject({ text: shown });
    }
  });

  it.each`
    written                                   | shown
    ${'Waiting&#226;&#128;&#166;'}            | ${'Waiting…'}
    ${'Waiting&acirc;&#128;&brvbar;'}         | ${'Waiting…'}
    ${'&#195;&#160; la fronti&#195;&#168;re'} | ${'à la frontière'}
  `('in references to the bytes of UTF-8, $written, is "$shown"', async ({ written, shown }) => {
    expect(await rowOf(rss(`<title>${written}</title><description>${written}</description>`))).toMatchObject({
      title: shown,
      text: shown,
    });
  });

  it('may stand after a comment on document types', async () => {
    expect(await rowOf(`<!-- no <!DOCTYPE here -->${rss(rssItem)}`)).toMatchObject({ text: 'One firm.' });
  });

  it('is left out where it is nested too deep, and the entry kept', async () => {
    const deep = `<![CDATA[${'<div>'.repeat(600)}text]]>`;

    expect(await rowOf(rss(`<title>T</title><description>${deep}</description>`))).toEqual(
      expect.not.objectContaining({ text: expect.anything() }),
    );
  });
});

describe('a title that is missing', () => {
  it.each`
    item                                                                              | title
    ${'<description>Licences are granted. Others wait.</description>'}                | ${'Licences are granted.'}
    ${'<title/><description>&lt;p&gt;第一句。第二句。&lt;/p&gt;</description>'}       | ${'第一句。'}
    ${`<description>${'word '.repeat(40)}</description>`}                             | ${`${'word '.repeat(20).trim().slice(0, 99)}…`}
    ${'<link>https://ministry.example/n/1</link>'}                                    | ${'https://ministry.example/n/1'}
    ${'<title>&lt;img src="x"/&gt;</title><link>https://ministry.example/n/1</link>'} | ${'https://ministry.example/n/1'}
    ${'<guid isPermaLink="false">n1</guid>'}                                          | ${address}
    ${'<pubDate>Mon, 09 Nov 2026 08:45:00 GMT</pubDate>'}                             | ${address}
    ${'<title>&lt;img src="x"/&gt;</title>'}                                          | ${address}
    ${'<description><![CDATA[<img src="x">]]></description>'}                         | ${address}
    ${'<media:title>Licence granted</media:title>'}                                   | ${'Licence granted'}
    ${'<media:group><media:title>Licence granted</media:title></media:group>'}        | ${'Licence granted'}
  `('is made of what there is: $title', async ({ item, title }) => {
    expect(await rowOf(rss(item))).toMatchObject({ title });
  });
});

it('leaves out an entry whose elements are all empty', async () => {
  expect(
    await rowsOf(rss('<title/><link> </link><description></description><category>x</category>')),
  ).toEqual([]);
});

it("takes a film's description where there is no other", async () => {
  const group = '<media:group><media:description>The minister speaks.</media:description></media:group>';

  expect(await rowOf(rss(`<title>T</title>${group}`))).toMatchObject({ text: 'The minister speaks.' });
  expect(await rowOf(rss(`${group}${rssItem}`))).toMatchObject({ text: 'One firm.' });
});

describe('an address', () => {
  const bases = [
    { feedBase: '', entryBase: '', linkBase: '', leads: 'https://ministry.example/news/n/1?a=1&b=2' },
    {
      feedBase: 'https://press.example/en/',
      entryBase: '',
      linkBase: '',
      leads: 'https://press.example/en/n/1?a=1&b=2',
    },
    { feedBase: '/en/', entryBase: '', linkBase: '', leads: 'https://ministry.example/en/n/1?a=1&b=2' },
    {
      feedBase: '',
      entryBase: 'https://press.example/',
      linkBase: '',
      leads: 'https://press.example/n/1?a=1&b=2',
    },
    {
      feedBase: 'https://press.example/en/',
      entryBase: '2026/',
      linkBase: '',
      leads: 'https://press.example/en/2026/n/1?a=1&b=2',
    },
    {
      feedBase: 'https://press.example/',
      entryBase: 'a/',
      linkBase: 'b/',
      leads: 'https://press.example/a/b/n/1?a=1&b=2',
    },
    { feedBase: 'http://[', entryBase: '', linkBase: '', leads: 'https://ministry.example/news/n/1?a=1&b=2' },
  ];
  const at = (base: string) => (base === '' ? '' : ` xml:base="${base}"`);
  const relative = bases.flatMap(({ feedBase, entryBase, linkBase, leads }) => [
    {
      leads,
      xml: `<rss version="2.0"${at(feedBase)}><channel><item${at(entryBase)}><title>T</title><link${at(linkBase)}>n/1?a=1&amp;b=2</link></item></channel></rss>`,
    },
    {
      leads,
      xml: `<feed xmlns="${atomNs}"${at(feedBase)}><entry${at(entryBase)}><title>T</title><link${at(linkBase)} href="n/1?a=1&amp;b=2"/></entry></feed>`,
    },
    {
      leads,
      xml: `<rss version="2.0"${at(feedBase)}><channel><item${at(entryBase)}><title>T</title><guid isPermaLink="true"${at(linkBase)}>n/1?a=1&amp;b=2</guid></item></channel></rss>`,
    },
  ]);

  it.each(relative)('is $leads by its xml:base', async ({ xml, leads }) => {
    expect(await rowOf(xml)).toMatchObject({ url: leads });
  });

  it('starts from the BASE of a channel definition', async () => {
    const cdf =
      '<CHANNEL BASE="https://press.example/" HREF="/x"><ITEM HREF="/n/1"><TITLE>T</TITLE></ITEM></CHANNEL>';

    expect(await rowOf(cdf)).toMatchObject({ url: 'https://press.example/n/1' });
  });

  it.each`
    from                     | xml
    ${'a channel'}           | ${rss('<title>T</title><link>n/1</link>').replace('<title>News', '<link>https://press.example/</link><title>News')}
    ${'an Atom feed'}        | ${atom('<title>T</title><link href="n/1"/>').replace('<title>News', '<link rel="self" href="/f"/><link href="https://press.example/"/><title>News')}
    ${'a home page of JSON'} | ${'{"version":"https://jsonfeed.org/version/1.1","home_page_url":"https://press.example/","items":[{"url":"n/1"}]}'}
  `("starts from the site's: $from", async ({ xml }) => {
    expect(await rowOf(xml)).toMatchObject({ url: 'https://press.example/n/1' });
  });

  it.each`
    item                                                                                                          | leads
    ${'<link>\n https://press.example/n/1\n</link>'}                                                              | ${'https://press.example/n/1'}
    ${'<link><![CDATA[https://press.example/n?a=1&b=2]]></link>'}                                                 | ${'https://press.example/n?a=1&b=2'}
    ${'<link>https://press.example/n?a=1&b=2</link>'}                                                             | ${'https://press.example/n?a=1&b=2'}
    ${'<link>https://press.example/n?a=1&copy=2</link>'}                                                          | ${'https://press.example/n?a=1&copy=2'}
    ${'<link>https://press.example/n?a=1&amp;amp;b=2</link>'}                                                     | ${'https://press.example/n?a=1&b=2'}
    ${'<link>https://press.example/n#part-2</link>'}                                                              | ${'https://press.example/n#part-2'}
    ${'<link>&lt;a href="https://press.example/n/1"&gt;n&lt;/a&gt;</link>'}                                       | ${'https://press.example/n/1'}
    ${'<link/><guid>https://press.example/n/1</guid>'}                                                            | ${'https://press.example/n/1'}
    ${'<guid isPermaLink="false">https://press.example/n/1</guid>'}                                               | ${address}
    ${'<guid>n1</guid>'}                                                                                          | ${address}
    ${'<guid>https://press.example/g</guid><link>https://press.example/n/1</link>'}                               | ${'https://press.example/n/1'}
    ${'<atom:link href="https://press.example/n/1"/>'}                                                            | ${'https://press.example/n/1'}
    ${'<atom:link rel="self" href="https://press.example/f"/><link>https://press.example/n/1</link>'}             | ${'https://press.example/n/1'}
    ${'<link>https://proxy.example/x</link><feedburner:origLink>https://press.example/n/1</feedburner:origLink>'} | ${'https://press.example/n/1'}
    ${'<enclosure url="https://press.example/n.pdf" type="application/pdf"/>'}                                    | ${'https://press.example/n.pdf'}
    ${'<enclosure url="https://press.example/n.pdf"/><link>https://press.example/n/1</link>'}                     | ${'https://press.example/n/1'}
    ${'<link>javascript:alert(1)</link>'}                                                                         | ${address}
    ${'<comments>https://press.example/c</comments>'}                                                             | ${address}
    ${'<source url="https://press.example/s">S</source>'}                                                         | ${address}
  `('in RSS is $leads', async ({ item, leads }) => {
    expect(await rowOf(rss(`<title>T</title>${item}`))).toMatchObject({ url: leads });
  });

  it.each`
    entry                                                                                                                        | leads
    ${'<link rel="alternate" type="text/html" href="https://press.example/n/1"/>'}                                               | ${'https://press.example/n/1'}
    ${'<link href="https://press.example/n/1"/>'}                                                                                | ${'https://press.example/n/1'}
    ${'<link>https://press.example/n/1</link>'}                                                                                  | ${'https://press.example/n/1'}
    ${'<link rel="self" href="https://press.example/e"/><link rel="alternate" href="https://press.example/n/1"/>'}               | ${'https://press.example/n/1'}
    ${'<link rel="enclosure" href="https://press.example/n.pdf"/><link href="https://press.example/n/1"/>'}                      | ${'https://press.example/n/1'}
    ${'<link type="application/json" href="https://press.example/j"/><link type="text/html" href="https://press.example/n/1"/>'} | ${'https://press.example/n/1'}
    ${'<link rel="related" href="https://press.example/r"/><link rel="alternate">https://press.example/n/1</link>'}              | ${'https://press.example/n/1'}
    ${'<id>/n/1</id>'}                                                                                                           | ${'https://ministry.example/n/1'}
    ${'<id>https://press.example/n/1</id>'}                                                                                      | ${'https://press.example/n/1'}
    ${'<link rel="enclosure" href="https://press.example/n.pdf"/>'}                                                              | ${'https://press.example/n.pdf'}
    ${'<content type="application/pdf" src="https://press.example/n.pdf"/>'}                                                     | ${'https://press.example/n.pdf'}
    ${'<link rel="self" href="https://press.example/e"/>'}                                                                       | ${address}
    ${'<source><link href="https://press.example/s"/></source>'}                                                                 | ${address}
  `('in Atom is $leads', async ({ entry, leads }) => {
    expect(await rowOf(atom(`<title>T</title>${entry}`))).toMatchObject({ url: leads });
  });
});

describe('what other vocabularies add', () => {
  const additions = [
    '<itunes:title>Other</itunes:title><itunes:summary>Other</itunes:summary><itunes:subtitle>Other</itunes:subtitle>',
    '<media:title>Other</media:title><media:description>Other</media:description>',
    '<media:content url="https://other.example/"><media:title>Other</media:title></media:content>',
    '<podcast:transcript url="https://other.example/">Other</podcast:transcript>',
    '<dc:title>Other</dc:title><dc:description>Other</dc:description><dc:creator>Other</dc:creator>',
    '<dc:date>2020-01-01T00:00:01Z</dc:date><dcterms:issued>2020-01-01T00:00:01Z</dcterms:issued>',
    '<atom:link rel="self" href="https://other.example/"/><atom:author><atom:name>Other</atom:name></atom:author>',
    '<image><title>Other</title><link>https://other.example/</link></image>',
    '<textInput><title>Other</title><description>Other</description><link>https://other.example/</link></textInput>',
    '<source url="https://other.example/">Other</source>',
    '<x:title xmlns:x="urn:other">Other</x:title><x:link xmlns:x="urn:other">https://other.example/</x:link>',
    '<title xmlns="urn:other">Other</title><description xmlns="urn:other">Other</description>',
    '<szf:description>Other</szf:description><l:link rdf:resource="https://other.example/"/>',
  ];
  const declared = Object.entries({
    itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
    media: 'http://search.yahoo.com/mrss/',
    dc: 'http://purl.org/dc/elements/1.1/',
    dcterms: 'http://purl.org/dc/terms/',
    atom: atomNs,
  });
  const withPrefixes = (suffix: string) =>
    declared.map(([prefix, namespace]) => `xmlns:${prefix}${suffix}="${namespace}"`).join(' ');

  it.each(additions)('is left alone: %s', async (addition) => {
    const odd = addition.replace(/<(\/?)(itunes|media|dc|dcterms|atom):/g, '<$1$2x:');

    for (const xml of [
      rss(`${rssDated}${addition}`),
      rss(`${addition}${rssDated}`),
      rss(`${addition}${rssDated}`, `version="2.0" ${withPrefixes('')}`),
      rss(`${odd}${rssDated}`, `version="2.0" ${withPrefixes('x')}`),
    ]) {
      expect(await rowOf(xml)).toMatchObject({
        title: 'Licence granted',
        url: 'https://ministry.example/n/1',
        text: 'One firm.',
        published: { at: Date.UTC(2026, 10, 9, 8, 45) },
      });
    }
  });

  it.each`
    dated                                                                                         | published                 | updated
    ${'<dc:date>2026-11-09T08:45:00Z</dc:date>'}                                                  | ${'2026-11-09T08:45:00Z'} | ${undefined}
    ${'<dcterms:issued>2026-11-09T08:45:00Z</dcterms:issued>'}                                    | ${'2026-11-09T08:45:00Z'} | ${undefined}
    ${'<dcterms:created>2026-11-09T08:45:00Z</dcterms:created>'}                                  | ${'2026-11-09T08:45:00Z'} | ${undefined}
    ${'<dcterms:modified>2026-11-09T08:45:00Z</dcterms:modified>'}                                | ${'2026-11-09T08:45:00Z'} | ${'2026-11-09T08:45:00Z'}
    ${'<atom:updated>2026-11-09T08:45:00Z</atom:updated>'}                                        | ${'2026-11-09T08:45:00Z'} | ${'2026-11-09T08:45:00Z'}
    ${'<pubDate>soon</pubDate><atom:updated>2026-11-09T08:45:00Z</atom:updated>'}                 | ${'2026-11-09T08:45:00Z'} | ${'2026-11-09T08:45:00Z'}
    ${'<dc:date>2020-01-01T00:00:01Z</dc:date><dc:date>2026-11-09T08:45:00Z</dc:date><dc:date/>'} | ${'2026-11-09T08:45:00Z'} | ${undefined}
    ${'<pubDate/><dc:date>2026-11-09T08:45:00Z</dc:date>'}                                        | ${'2026-11-09T08:45:00Z'} | ${undefined}
  `('dates an entry that has no date of its own: $dated', async ({ dated, published, updated }) => {
    const row = await rowOf(rss(`${rssItem}${dated}`));

    expect(inWords(row?.published ?? null)).toBe(published);
    expect(row?.updated).toBe(updated);
  });
});

describe('a feed that is broken', () => {
  it.each([
    ['nothing after the item', `<rss version="2.0"><channel><item>${rssDated}</item>`],
    ['nothing after the last element', `<rss version="2.0"><channel><item>${rssDated}`],
    ['a root that does not end', `<rss version="2.0"><channel><item>${rssDated}</item></channel></rss`],
    ['an end tag too many', rss(`${rssDated}</height></b>`)],
    [
      'items that do not end',
      `<rss version="2.0"><channel><item>${rssDated}<item><title>U</title></channel></rss>`,
    ],
    ['a title that does not end', rss(rssDated.replace('</title>', ''))],
    ['a link that does not end', rss(rssDated.replace('</link>', ''))],
    ['attributes without quotes', rss(rssDated, 'version=2.0')],
    ['an attribute twice', rss(rssDated, 'version="2.0" version="2.0"')],
    ['an undeclared prefix', rss(`<foo:bar>x</foo:bar>${rssDated}`)],
    ['text before', `Warning: deprecated in line 7\n${rss(rssDated)}`],
    ['markup before', `<br />\n<b>Warning</b>: deprecated in <b>x.php</b><br />\n${rss(rssDated)}`],
    ['blank lines before', `\n \n${rss(rssDated)}`],
    ['marks before', `\ufeff\ufeff${rss(rssDated)}`],
    ['two declarations', `<?xml version="1.0"?>${rss(rssDated)}`],
    ['text after', `${rss(rssDated)}\n3 queries in 0.2 s <b>`],
    ['a second feed after', `${rss(rssDated)}<p>x</p>`],
    ['control characters', rss(rssDated.replace('Licence', 'Li\u0000cen\u001bce'))],
    ['a comment with dashes', rss(`<!-- a -- b -->${rssDated}`)],
    [
      'a document type',
      `<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "rss-0.91.dtd">${rss(rssDated)}`,
    ],
    ['a document type of HTML', rss(rssDated).replace('<rss', '<!DOCTYPE html><rss')],
    ['a stray "<"', rss(rssDated.replace('One', '<3 < One').replace('&lt;3 &lt; ', ''))],
  ])('gives what there is, with %s', async (name, xml) => {
    const row = await rowOf(xml);

    expect(row).toMatchObject({ key: 'n1', title: 'Licence granted', url: 'https://ministry.example/n/1' });
    expect(row?.text).toBe(name === 'a stray "<"' ? '<3 < One firm.' : 'One firm.');
  });

  it.each`
    written                                        | title
    ${'R&D'}                                       | ${'R&D'}
    ${'R&D;'}                                      | ${'R&D;'}
    ${'a&nbsp;b'}                                  | ${'a b'}
    ${'caf&eacute;'}                               | ${'café'}
    ${'caf&amp;eacute;'}                           | ${'café'}
    ${'R&amp;amp;D'}                               | ${'R&D'}
    ${'a &#1114112; b'}                            | ${'a \ufffd b'}
    ${'a &#xD800; b'}                              | ${'a \ufffd b'}
    ${'don\u0092t'}                                | ${'don’t'}
    ${'don&#146;t'}                                | ${'don’t'}
    ${'a < b'}                                     | ${'a < b'}
    ${'<b>Licence</b>'}                            | ${'Licence'}
    ${'Li<!-- x -->cence'}                         | ${'Licence'}
    ${'&lt;![CDATA[Licence]]&gt;'}                 | ${'Licence'}
    ${'&lt;b&gt;Licence&lt;/b&gt; <i>granted</i>'} | ${'Licence granted'}
    ${'<![CDATA[a]]> b'}                           | ${'a b'}
    ${'&ministry; notice'}                         | ${'Ministry of Trade notice'}
    ${'&path;'}                                    | ${'C:\\1\\new'}
  `('reads the title "$written" as "$title"', async ({ written, title }) => {
    const doctype = '<!DOCTYPE rss [<!ENTITY ministry "Ministry of Trade"> <!ENTITY path \'C:\\1\\new\'>]>';

    expect(await rowOf(doctype + rss(`<title>${written}</title>`))).toMatchObject({ title });
  });

  it('is empty where it breaks off before saying which entry it was', async () => {
    expect(
      await rowsOf('<rss version="2.0"><channel><item><title>Licence granted</title><link>https://mini'),
    ).toEqual([]);
  });

  it('never makes up a title, wherever it breaks off', async () => {
    const whole = rss(
      `${rssDated}</item><item>${rssItem.replaceAll('granted', 'refused').replace('n/1', 'n/2')}`,
    );

    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length }), async (length) => {
        const rows = await feed.parse(whole.slice(0, length), source, address).then(
          (listing) => listing.rows,
          (failure) => {
            expect(failure).toBeInstanceOf(ReadFailure);
            return [];
          },
        );
        for (const { title, url } of rows) {
          expect(['Licence granted', 'Licence refused']).toContain(title);
          expect(url).toMatch(/\/n\/[12]$/);
        }
      }),
    );
  });

  it('keeps any title through escaping', async () => {
    const title = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => /^[^\s\p{C}<&](?:[^\p{C}\p{Z}<&]| (?! |$))*$/u.test(text));

    await fc.assert(
      fc.asyncProperty(title, async (text) => {
        expect(await rowOf(atom(`<title type="text">${escaped(text)}</title>`))).toMatchObject({
          title: text,
        });
        expect(await rowOf(rss(`<title>${escaped(escaped(text))}</title>`))).toMatchObject({ title: text });
      }),
    );
  });
});

describe('the keys of a feed', () => {
  const items = (...all: string[]) => rss(all.join('</item><item>'));
  const keys = async (xml: string) => (await rowsOf(xml)).map(({ key }) => key);

  it('differ where entries share a page and have no id', async () => {
    const found = await keys(
      items(
        '<title>A</title><link>https://press.example/</link>',
        '<title>B</title><link>https://press.example/</link>',
      ),
    );

    expect(new Set(found).size).toBe(2);
  });

  it('differ where entries have neither an id nor an address', async () => {
    const found = await keys(items('<title>A</title>', '<title>B</title>', '<description>C</description>'));

    expect(new Set(found).size).toBe(3);
  });

  it('differ where one id is used for two pages', async () => {
    const used = (page: string) =>
      `<guid isPermaLink="false">7</guid><title>T</title><link>https://press.example/${page}</link>`;

    expect(new Set(await keys(items(used('a'), used('b')))).size).toBe(2);
  });

  it('are one where an entry is there twice', async () => {
    expect(await keys(items(rssDated, rssDated))).toEqual(['n1']);
  });

  it('stay the same when other entries come', async () => {
    const old = '<title>A</title><description>x</description>';

    expect(await keys(items(old))).toEqual((await keys(items('<title>B</title>', old))).slice(1));
  });

  it.each`
    id                            | key
    ${'http://press.example/n/1'} | ${'https://press.example/n/1'}
    ${'tag:press.example,2026:1'} | ${'tag:press.example,2026:1'}
    ${'/n/1'}                     | ${'https://ministry.example/n/1'}
  `('are made of the id $id, which stands beside', async ({ id, key }) => {
    const [row] = await rowsOf(atom(`<id>${id}</id><title>T</title>`));

    expect(row).toMatchObject({ key, id: id === '/n/1' ? key : id });
  });

  it('are addresses where an id is a path', async () => {
    expect(await keys(atom('<id>/n/1</id><title>T</title>'))).toEqual(['https://ministry.example/n/1']);
  });
});

describe('an entry of a JSON Feed', () => {
  const json = (...items: unknown[]) =>
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items });

  it.each`
    item                                                               | row
    ${{ id: 7, title: 'T', url: '/n/7' }}                              | ${{ key: '7', url: 'https://ministry.example/n/7' }}
    ${{ id: 'x', title: 'T', external_url: '/e' }}                     | ${{ url: 'https://ministry.example/e' }}
    ${{ id: 'x', title: 'T', url: '/u', external_url: '/e' }}          | ${{ url: 'https://ministry.example/u' }}
    ${{ id: 'https://press.example/n/1', title: 'T' }}                 | ${{ url: 'https://press.example/n/1' }}
    ${{ id: 'x', content_html: '<p>First. Second.</p>' }}              | ${{ title: 'First.', text: 'First. Second.' }}
    ${{ id: 'x', content_html: '<p>Text</p>', summary: 'Summary' }}    | ${{ title: 'Summary', text: 'Text' }}
    ${{ id: 'x', title: 'T', content_text: 'a < b\n\nsecond & last' }} | ${{ text: 'a < b\nsecond & last' }}
    ${{ id: 'x', title: '</example>', content_html: '' }}              | ${{ title: '</example>' }}
    ${{ id: 'x', title: 'T', date_modified: '2026-11-09T08:45:00Z' }}  | ${{ updated: '2026-11-09T08:45:00Z' }}
    ${{ id: 'x', title: 'T', date_published: 'tomorrow' }}             | ${{ published: null }}
    ${{ id: 'x', title: 'T', url: null, summary: ['a'] }}              | ${{ title: 'T', url: address }}
  `('is read from $item', async ({ item, row }) => {
    expect(await rowOf(json(item))).toMatchObject(row);
  });

  it('costs no other where it is bad', async () => {
    const { rows, warnings } = await feed.parse(json(null, 'x', { id: 'n1', title: 'T' }), source, address);

    expect(rows).toMatchObject([{ key: 'n1' }]);
    expect(warnings).toContain('2 of 3 entries say nothing');
  });
});

describe('a hostile feed', () => {
  const laughs = Array.from({ length: 30 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
    '',
  );

  it.each([
    [
      'a billion laughs',
      `<!DOCTYPE rss [<!ENTITY l0 "lol">${laughs}]>${rss(`${rssItem.replace('One', '&l30; One')}`)}`,
    ],
    [
      'an external entity',
      `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(rssItem.replace('One', '&x; One'))}`,
    ],
    [
      'the names of prototypes',
      rss(
        `<__proto__><title>x</title></__proto__><constructor>x</constructor>${rssItem}`,
        '__proto__="x" version="2.0"',
      ),
    ],
    [
      '100,000 attributes',
      rss(`<x ${Array.from({ length: 100_000 }, (_, n) => `a${n}="1"`).join(' ')}/>${rssItem}`),
    ],
    [
      '100,000 prefixes',
      rss(
        `<x ${Array.from({ length: 100_000 }, (_, n) => `xmlns:a${n}="u"`).join(' ')}>${'<y/>'.repeat(1000)}</x>${rssItem}`,
      ),
    ],
    ['300,000 comments before', `${' <!-- -->'.repeat(300_000)}${rss(rssItem)}`],
    ['a million end tags', rss(`${'</x>'.repeat(1_000_000)}${rssItem}`)],
  ])('is read all the same: %s', async (_, xml) => {
    const row = await rowOf(xml);

    expect(row).toMatchObject({ title: 'Licence granted' });
    expect(row?.text).toMatch(/One firm\.$/);
    expect(row?.text?.length).toBeLessThan(1000);
  });

  it('gives its million references', async () => {
    const row = await rowOf(rss(`<title>T</title><description>${'&#65;'.repeat(1_000_000)}</description>`));

    expect(row?.text).toHaveLength(1_000_000);
  });

  it('cannot grow without end by entities of its own', async () => {
    const row = await rowOf(
      `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(199)}">]>${rss(`<title>T</title><description>${'&a;'.repeat(100_000)}</description>`)}`,
    );

    expect(row?.text?.length).toBeLessThan(600_000);
  });

  it.each([
    ['200,000 nested elements', rss('<a>'.repeat(200_000))],
    ['200,000 items that do not end', `<rss><channel>${'<item><title>T</title>'.repeat(200_000)}`],
    ['500,000 elements before', '<b>'.repeat(500_000) + rss(rssItem)],
  ])('is refused as too deep: %s', async (_, xml) => {
    await expect(rowsOf(xml)).rejects.toMatchObject({ reason: 'too-deep' });
  });
});
