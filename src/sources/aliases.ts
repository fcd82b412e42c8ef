import type { Names } from '../domain/source.ts';

/** A part of a ministry's sites under which its notices are published. */
interface NoticeColumn {
  id: string;
  /** As in a list of links: "policy column". */
  name: Names;
  host: string;
  /** Of an article's path. */
  article: RegExp;
}

/**
 * Where one notice of MOFCOM may stand, each time under an id of its own that says nothing of the others:
 * six addresses of one measure were counted, and comparing addresses never finds them. The announcement
 * number joins them; this table says what each address is.
 */
const noticeColumns: readonly NoticeColumn[] = [
  www('policy', 'policy column', '政策发布', /^\/zwgk\/zcfb\/art\//),
  www('announcements', 'orders and announcements', '部令公告', /^\/zcfb\/blgg\/(?:gg\/[^/]+\/)?art\//),
  www('disclosure', 'government information catalogue', '政府信息公开目录', /^\/zfxxgk\/gkml\/art\//),
  www('trade-topics', 'foreign trade management', '对外贸易管理', /^\/zfxxgk\/fdzdgknr\/ztfl\/dwmygl\/art\//),
  www(
    'policy-library',
    'policy library',
    '政策库',
    /^\/cms_files\/filemanager\/policySummary\/(?:art|viewcore)_[^/]+\.html$/,
  ),
  www('spokesperson', 'spokesperson', '新闻发言人谈话', /^\/xwfb\/xwfyrth\/art\//),
  www('daily', 'daily news', '日常新闻发布', /^\/xwfb\/rcxwfb\/art\//),
  www(
    'press-conference',
    'regular press conference',
    '例行新闻发布会',
    /^\/xwfbzt\/\d{4}\/[^/]+\/(?:index\.html)?$/,
  ),
  www('news', 'news', '新闻发布', /^\/xwfb\/[^/]+\/art\//),
  {
    id: 'security',
    name: { en: 'security and control bureau', zh: '安全与管制局' },
    host: 'aqygzj.mofcom.gov.cn',
    article: /^\/(?:flzc\/gzjgfxwj|zhxx|qdml)\/art\//,
  },
  {
    id: 'portal',
    name: { en: 'export-control portal', zh: '中国出口管制信息网' },
    host: 'exportcontrol.mofcom.gov.cn',
    article: /^\/article\/.+\/\d{6}\/\d+\.html$/,
  },
  {
    id: 'english',
    name: { en: 'English site', zh: '英文网站' },
    host: 'english.mofcom.gov.cn',
    article: /^\/(?:News|Policies)\/[^/]+\/art\//,
  },
];

function www(id: string, en: string, zh: string, article: RegExp): NoticeColumn {
  return { id, name: { en, zh }, host: 'www.mofcom.gov.cn', article };
}

/** The column in which an address of an article stands; null for anything but an article of MOFCOM. */
export function noticeColumnOf(url: string): NoticeColumn | null {
  const { hostname, pathname } = new URL(url);
  return noticeColumns.find(({ host, article }) => host === hostname && article.test(pathname)) ?? null;
}

/**
 * Whether an address is a page that leads to others, found from the listing at `listingUrl`: never an Item.
 * That is the listing itself, every folder above it and, on MOFCOM's sites, every folder: only its press
 * conferences are articles called `index.html`.
 */
export function isHub(url: string, listingUrl: string): boolean {
  const page = new URL(canonicalUrl(url));
  const listing = new URL(canonicalUrl(listingUrl));
  if (page.pathname === '/' && page.search === '') return true;
  if (isFolder(page) && /(?:^|\.)mofcom\.gov\.cn$/.test(page.hostname)) return noticeColumnOf(url) === null;
  if (page.hostname !== listing.hostname) return false;
  if (page.href === listing.href) return true;
  return isFolder(page) && page.search === '' && listing.pathname.startsWith(page.pathname);
}

function isFolder({ pathname }: URL): boolean {
  return pathname.endsWith('/') || /\/index(?:_\d+)?\.s?html?$/.test(pathname);
}

/** Parameters that say where a reader came from, not what is read. */
const tracking = /^(?:utm_.*|spm|gclid|fbclid|msclkid|mc_cid|mc_eid|wt_.*|_ga|_gl)$/i;

/**
 * One form for all spellings of an address: https, lower-case host without a default port, no fragment,
 * no tracking parameters, and a folder's `index.html` as the folder. Compare by it; open the original.
 * Throws TypeError where `url` is not an absolute address.
 */
export function canonicalUrl(url: string): string {
  const canonical = new URL(url);
  if (canonical.protocol === 'http:') canonical.protocol = 'https:';
  canonical.hash = '';
  for (const name of [...canonical.searchParams.keys()]) {
    if (tracking.test(name)) canonical.searchParams.delete(name);
  }
  canonical.pathname = canonical.pathname.replace(/\/index\.html?$/, '/');
  return canonical.href;
}

export function sameAddress(a: string, b: string): boolean {
  return canonicalUrl(a) === canonicalUrl(b);
}
