import type { Archive, Entry } from './archive.ts';
import { beijingDay, disclaimer, escapeHtml } from './html.ts';
import { attachmentAt, mofcomArticle } from './mofcom-article.ts';
import { entryAt, page, type Site } from './site.ts';

const siteName = 'Ministry of Commerce of the People’s Republic of China';

/** The same articles are listed, and kept, under both. */
const sections = [
  { folder: '/News/PressConference', name: 'Press Conference' },
  { folder: '/News/SignificantNews', name: 'Significant News' },
];

/** MOFCOM in English: lists written by the server, without dates; the articles have them. */
export const english: Site = {
  origin: 'https://english.mofcom.gov.cn',
  authority: 'cn-mofcom',
  columns: { english: (entry) => sections.map(({ folder }) => `${folder}/${relativePath(entry)}`) },
  answer({ url }, archive) {
    const section = sections.find(({ folder }) => url.pathname.startsWith(`${folder}/`));
    if (section && url.pathname === `${section.folder}/index.html`) return page(list(section, archive));
    const entry = entryAt(english, 'english', url.pathname, archive);
    if (entry && section) {
      const frame = {
        lang: 'en',
        siteName,
        columnName: section.name,
        url: url.href,
        issuer: 'MOFCOM',
      } as const;
      return page(mofcomArticle(entry, frame));
    }
    const attachment = attachmentAt(archive.listed('english'), url.pathname);
    return attachment && page(attachment.text, 'text/plain; charset=utf-8');
  },
};

function relativePath(entry: Entry): string {
  return `art/${beijingDay(entry.publishedAt).slice(0, 4)}/art_${entry.hex}.html`;
}

function list({ folder, name }: (typeof sections)[number], archive: Archive): string {
  const rows = archive.listed('english').map((entry) => {
    const title = escapeHtml(entry.listed.title);
    return `<li><a href="${folder}/${relativePath(entry)}" title="${title}" target="_blank">${title}</a></li>`;
  });
  return `<!DOCTYPE html>
<html lang="en"><head>
<meta charset="UTF-8">
<title>${name}</title>
</head><body>
<ul class="nav"><li><a href="/">Home</a></li><li><a href="/News/index.html">News</a></li></ul>
<h1>${name}</h1>
<ul class="txtList_01">
${rows.join('\n')}
</ul>
${disclaimer}
</body></html>
`;
}
