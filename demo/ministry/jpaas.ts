import { type Archive, type ColumnId, type Entry, hexOf } from './archive.ts';
import { beijingDay, disclaimer, escapeHtml, metaTags } from './html.ts';
import { attachmentAt, mofcomArticle } from './mofcom-article.ts';
import { type Answer, entryAt, page, type Site } from './site.ts';

interface JpaasColumn {
  id: ColumnId;
  /** The folder of its list page and its articles. */
  folder: string;
  name: string;
}

interface JpaasHost {
  origin: string;
  siteName: string;
  issuer: string;
  /** The name of the list's element, in Chinese; also a parameter of the unit request. */
  tagId: string;
  columns: JpaasColumn[];
}

const unitPath = '/api-gateway/jpaas-publish-server/front/page/build/unit';
const rowsPerPage = 15;

export const mofcom = jpaasSite({
  origin: 'https://www.mofcom.gov.cn',
  siteName: '中华人民共和国商务部',
  issuer: '商务部新闻办公室',
  tagId: '分页列表',
  columns: [
    { id: 'spokesperson', folder: '/xwfb/xwfyrth', name: '新闻发言人谈话' },
    { id: 'policy', folder: '/zwgk/zcfb', name: '政策发布' },
  ],
});

export const securityBureau = jpaasSite({
  origin: 'https://aqygzj.mofcom.gov.cn',
  siteName: '商务部产业安全与进出口管制局',
  issuer: '安全与管制局',
  tagId: '信息列表',
  columns: [{ id: 'security-bureau', folder: '/flzc/gzjgfxwj', name: '管制及管理规范性文件' }],
});

/**
 * A site of the Hanweb JPAAS system: a column page is a shell of scripts without rows, and names in its
 * `queryData` attribute what to ask the unit API for.
 */
function jpaasSite(host: JpaasHost): Site {
  const site: Site = {
    origin: host.origin,
    authority: 'cn-mofcom',
    columns: Object.fromEntries(
      host.columns.map(({ id, folder }) => [id, (entry: Entry) => [articlePath(folder, entry)]]),
    ),
    answer({ url }, archive) {
      if (url.pathname === unitPath) return unit(host, url.searchParams, archive);
      const listing = host.columns.find(({ folder }) => url.pathname === `${folder}/index.html`);
      if (listing) return page(shell(host, listing));
      return article(host, site, url.pathname, archive);
    },
  };
  return site;
}

function articlePath(folder: string, entry: Entry): string {
  return `${folder}/art/${beijingDay(entry.publishedAt).slice(0, 4)}/art_${entry.hex}.html`;
}

function article(host: JpaasHost, site: Site, path: string, archive: Archive): Answer | null {
  for (const { id, name } of host.columns) {
    const entry = entryAt(site, id, path, archive);
    if (entry) {
      const { siteName, issuer, origin } = host;
      const url = `${origin}${path}`;
      return page(mofcomArticle(entry, { lang: 'zh-CN', siteName, issuer, columnName: name, url }));
    }
    const attachment = attachmentAt(archive.listed(id), path);
    if (attachment) return page(attachment.text, 'text/plain; charset=utf-8');
  }
  return null;
}

/** What the unit API has to be asked with. The spelling `bulidstatic` is the system's own. */
function unitQuery(host: JpaasHost, column: JpaasColumn): Record<string, string> {
  return {
    parseType: 'bulidstatic',
    webId: hexOf(`web of ${host.origin}`),
    tplSetId: hexOf(`templates of ${host.origin}`),
    pageType: 'column',
    tagId: host.tagId,
    pageId: pageIdOf(column),
  };
}

function pageIdOf(column: JpaasColumn): string {
  return hexOf(`page of ${column.id}`);
}

function shell(host: JpaasHost, column: JpaasColumn): string {
  const query = singleQuoted({ ...unitQuery(host, column), editType: 'null' });
  const metas = metaTags({ SiteName: host.siteName, ColumnName: column.name, ColId: pageIdOf(column) });
  return `<!DOCTYPE html>
<html lang="zh-CN"><head>
<meta charset="UTF-8">
<title>${column.name}</title>
${metas}
</head><body>
<div class="listCon">
<script id="${hexOf(`unit of ${column.id}`)}" src="/cms_files/default/script/AuthorizedRead/unitbuild.js?v=4.3.0" parseType="bulidstatic" url="${unitPath}" queryData="${query}"></script>
</div>
${disclaimer}
</body></html>
`;
}

function unit(host: JpaasHost, query: URLSearchParams, archive: Archive): Answer {
  const column = host.columns.find((candidate) => isQueryFor(unitQuery(host, candidate), query));
  const asked = pageAsked(query.get('paramJson'));
  return json(column && asked ? unitAnswer(host, column, archive, asked) : { success: false, data: {} });
}

/** Every parameter counts; a tagId sent in GBK is not the tagId. */
function isQueryFor(expected: Record<string, string>, query: URLSearchParams): boolean {
  return Object.entries(expected).every(([name, value]) => query.get(name) === value);
}

interface PageAsked {
  pageNo: number;
  pageSize: number;
}

/** Null: not understood. */
function pageAsked(paramJson: string | null): PageAsked | null {
  if (paramJson === null) return { pageNo: 1, pageSize: rowsPerPage };
  try {
    const { pageNo = 1, pageSize = rowsPerPage } = JSON.parse(paramJson) as Partial<PageAsked>;
    const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 1;
    return isCount(pageNo) && isCount(pageSize) ? { pageNo, pageSize } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function unitAnswer(host: JpaasHost, column: JpaasColumn, archive: Archive, { pageNo, pageSize }: PageAsked) {
  const entries = archive.listed(column.id);
  const rows = entries.slice((pageNo - 1) * pageSize, pageNo * pageSize).map((entry) => {
    const title = escapeHtml(entry.listed.title);
    const link = `<a href="${articlePath(column.folder, entry)}" title="${title}" target="_blank">${title}</a>`;
    return `<li>${link}<span>[${beijingDay(entry.publishedAt)}]</span></li>`;
  });
  const pager = `<div class="pagination" rows="${pageSize}" count="${entries.length}" pageNo="${pageNo}" unitid="${host.tagId}" unitUrl="${unitPath}" queryData="${singleQuoted(unitQuery(host, column))}"></div>`;
  const html = `<style>.pagination{display:block}</style><div id="${host.tagId}"><div class="page-content"><ul class="txtList_01">${rows.join('')}</ul></div>${pager}</div>`;
  return {
    roles: null,
    permissions: null,
    success: true,
    message: null,
    code: '200',
    data: { html },
    traceId: '0',
  };
}

function singleQuoted(query: Record<string, string>): string {
  return JSON.stringify(query).replaceAll('"', "'");
}

function json(value: unknown): Answer {
  return { type: 'application/json; charset=UTF-8', body: JSON.stringify(value) };
}
