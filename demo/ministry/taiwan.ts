import iconv from 'iconv-lite';
import type { Archive, Entry } from './archive.ts';
import { beijing, beijingDay, disclaimer, escapeHtml, paragraphsHtml } from './html.ts';
import { type Answer, entryAt, page, type Site } from './site.ts';

const folder = '/zccs/zccs_61195/cjtdwgfz/';
const firstArticleId = 13_000_000;

/**
 * The Taiwan Affairs Office: pages in GB18030 that call themselves gb2312, under a Content-Type without a
 * charset.
 */
export const taiwan: Site = {
  origin: 'https://www.gwytb.gov.cn',
  authority: 'cn-tao',
  columns: { taiwan: (entry) => [`${folder}${relativePath(entry)}`] },
  answer({ url }, archive) {
    if (url.pathname === folder) return encoded('政策措施', list(archive));
    const entry = entryAt(taiwan, 'taiwan', url.pathname, archive);
    return entry && encoded(entry.post.title, article(entry));
  },
};

function relativePath(entry: Entry): string {
  const day = beijingDay(entry.publishedAt).replaceAll('-', '');
  return `${day.slice(0, 6)}/t${day}_${firstArticleId + entry.serial}.htm`;
}

function list(archive: Archive): string {
  const rows = archive.listed('taiwan').map((entry) => {
    const title = escapeHtml(entry.listed.title);
    const link = `<a href="./${relativePath(entry)}" target="_blank" title="${title}">${title}</a>`;
    return `<li>${link}<span>[ ${beijingDay(entry.publishedAt)} ]</span></li>`;
  });
  return `<ul class="list">\n${rows.join('\n')}\n</ul>\n<div class="more"><a href="./bt/">更多&gt;&gt;</a></div>`;
}

function article(entry: Entry): string {
  const { post } = entry;
  const minute = beijing(entry.publishedAt).slice(0, 16);
  return `<h1>${escapeHtml(post.title)}</h1>
<div class="info">${minute} 来源：${escapeHtml(post.issuer ?? '国务院台办')}</div>
<div id="contentArea"><div class="TRS_Editor">
${paragraphsHtml(post.paragraphs)}
</div></div>`;
}

function encoded(title: string, main: string): Answer {
  const html = `<!DOCTYPE html>
<html><head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>${escapeHtml(title)}_国务院台湾事务办公室</title>
</head><body>
${main}
${disclaimer}
</body></html>
`;
  return page(iconv.encode(html, 'gb18030'));
}
