import type { Archive, Entry } from './archive.ts';
import { disclaimer, escapeHtml, metaTags, paragraphsHtml, utc } from './html.ts';
import { entryAt, page, type Site } from './site.ts';

const organisation = '/government/organisations/office-of-financial-sanctions-implementation';
const origin = 'https://www.gov.uk';
const name = 'Office of Financial Sanctions Implementation';
const entriesPerFeed = 20;

/** GOV.UK: the Atom feed of one office, whose entries are named `address#time of the last update`. */
export const govUk: Site = {
  origin,
  authority: 'uk-ofsi',
  columns: { ofsi: (entry) => [articlePath(entry)] },
  answer({ url }, archive) {
    if (url.pathname === `${organisation}.atom`)
      return page(feed(archive), 'application/atom+xml; charset=utf-8');
    const entry = entryAt(govUk, 'ofsi', url.pathname, archive);
    return entry && page(article(entry), 'text/html; charset=utf-8');
  },
};

function articlePath(entry: Entry): string {
  const words = entry.listed.title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return `/government/news/${words.join('-')}`;
}

function feed(archive: Archive): string {
  const entries = archive.listed('ofsi').slice(0, entriesPerFeed);
  const updated = utc(entries[0]?.publishedAt ?? 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xml:lang="en-GB" xmlns="http://www.w3.org/2005/Atom">
  <id>tag:www.gov.uk,2005:${organisation}</id>
  <link rel="alternate" type="text/html" href="${origin}${organisation}"/>
  <link rel="self" type="application/atom+xml" href="${origin}${organisation}.atom"/>
  <title>${name} - Activity on GOV.UK</title>
  <author>
    <name>HM Government</name>
  </author>
  <updated>${updated}</updated>
${entries.map(feedEntry).join('\n')}
</feed>
`;
}

function feedEntry(entry: Entry): string {
  const url = `${origin}${articlePath(entry)}`;
  const updated = utc(entry.publishedAt);
  return `  <entry>
    <id>${url}#${updated}</id>
    <updated>${updated}</updated>
    <link rel="alternate" type="text/html" href="${url}"/>
    <title>News story: ${escapeHtml(entry.listed.title)}</title>
    <category label="News story" term="News story"/>
    <summary>${escapeHtml(entry.listed.paragraphs[0] ?? '')}</summary>
  </entry>`;
}

function article(entry: Entry): string {
  const { post } = entry;
  const published = utc(entry.publishedAt);
  const metas = metaTags({
    'govuk:first-published-at': published,
    'govuk:public-updated-at': published,
  });
  return `<!DOCTYPE html>
<html lang="en"><head>
<meta charset="utf-8">
<title>${escapeHtml(post.title)} - GOV.UK</title>
<link rel="canonical" href="${origin}${articlePath(entry)}">
${metas}
</head><body>
<main id="content">
<h1>${escapeHtml(post.title)}</h1>
<dl class="gem-c-metadata"><dt>From:</dt><dd>${escapeHtml(post.issuer ?? name)}</dd></dl>
<div class="gem-c-govspeak govuk-govspeak">
${paragraphsHtml(post.paragraphs)}
</div>
</main>
${disclaimer}
</body></html>
`;
}
