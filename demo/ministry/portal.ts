import type { Archive, Entry } from './archive.ts';
import { beijing, beijingDay, disclaimer, paragraphsHtml } from './html.ts';
import { type Answer, type Asked, entryAt, page, type Site } from './site.ts';

const listPath = '/edi_ecms_web_front/front/column/getColumnList';
const defaultIssuer = '商务部';
const rowsPerPage = 20;
/** The site's number of 国内动态. */
const domesticNews = '1';
const firstArticleId = 7000;

/** The export control portal (中国出口管制信息网): a POST that answers JSON, and pages of its own. */
export const portal: Site = {
  origin: 'https://exportcontrol.mofcom.gov.cn',
  authority: 'cn-mofcom',
  columns: { portal: (entry) => [articlePath(entry)] },
  answer(asked, archive) {
    const path = asked.url.pathname;
    if (path === listPath) return list(asked, archive);
    const entry = entryAt(portal, 'portal', path, archive);
    return entry && page(article(entry));
  },
};

/** Numbers count up over the whole site, so those of one column have gaps. */
function articleId(entry: Entry): number {
  return firstArticleId + entry.serial;
}

function articlePath(entry: Entry): string {
  const month = beijingDay(entry.publishedAt).slice(0, 7).replace('-', '');
  return `/article/gndt/${month}/${articleId(entry)}.html`;
}

/**
 * Without the header that its own script sends, the portal answers 200 with every Chinese character
 * destroyed; a body that is not declared to be a form asks for no column, and has no rows.
 */
function list(asked: Asked, archive: Archive): Answer {
  if (asked.method !== 'POST')
    return { status: 405, type: 'text/plain', body: '', headers: { allow: 'POST' } };
  const isColumn = asked.form.get('columnID') === domesticNews;
  const entries = isColumn ? archive.listed('portal') : [];
  const pageNumber = Number(asked.form.get('pageNumber') ?? 1);
  const body = JSON.stringify({
    pageInfo: {
      total: entries.length,
      maxPageNum: Math.ceil(entries.length / rowsPerPage),
      pageNumber,
      rows: entries.slice((pageNumber - 1) * rowsPerPage, pageNumber * rowsPerPage).map(row),
    },
  });
  const isItsOwnScript = asked.headers['x-requested-with'] === 'XMLHttpRequest';
  return { type: 'application/json;charset=UTF-8', body: isItsOwnScript ? body : destroyed(body) };
}

/** Its times are dates: the clock part is always midnight. */
function row(entry: Entry) {
  return {
    id: articleId(entry),
    columnID: Number(domesticNews),
    title: entry.listed.title,
    url: articlePath(entry),
    publishTimeStr: `${beijingDay(entry.publishedAt)} 00:00:00`,
    source: entry.listed.issuer ?? defaultIssuer,
    content: '',
  };
}

function destroyed(text: string): string {
  return text.replace(/[^\x00-\x7f]/gu, '?');
}

function article(entry: Entry): string {
  const { post } = entry;
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>中国出口管制信息网</title></head><body>
<div class="hd"><a href="/">首页</a></div>
<div class="bd">
<script>
var title = ${scriptString(post.title)};
var source = ${scriptString(post.issuer ?? defaultIssuer)};
var publishTime = '${beijing(entry.publishedAt)}';
var articleId = '${articleId(entry)}'; var siteId = '1'; var subTitle = ''; var articleType = '1';
</script>
${paragraphsHtml(post.announcementNo ? [post.announcementNo, ...post.paragraphs] : post.paragraphs)}
</div>
<div class="u-disclaimer-box">${disclaimer}</div>
</body></html>
`;
}

function scriptString(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replaceAll('<', '\\x3c')}'`;
}
