import type { Element } from '../html.ts';

/** Parts of a page that are not what it is about. */
export type Chrome = 'menu' | 'aside';

const tags: Record<string, Chrome> = { nav: 'menu', header: 'menu', footer: 'menu', aside: 'aside' };
const roles: Record<string, Chrome> = {
  navigation: 'menu',
  banner: 'menu',
  contentinfo: 'menu',
  menu: 'menu',
  menubar: 'menu',
  search: 'menu',
  dialog: 'menu',
  complementary: 'aside',
};

/**
 * Words of class names and ids, whole: `main-nav` is a menu, `navy` is not. None that classes of layout and looks
 * use as well: `margin-bottom`, `elementor-widget`, `lang-en`, `left-side`.
 */
const menuWords = new Set(
  (
    'nav navbar navigation menu submenu mainmenu topmenu footmenu sitemap header topbar masthead footer foot ' +
    'copyright breadcrumb breadcrumbs crumb crumbs weizhi dqwz langs languages cookie cookies consent ' +
    'pager pagination paging pagenav share social sns skip skiplink toolbar links friendlink yqlj ' +
    'megamenu dropdown offcanvas gnb lnb snb toc facet facets alphabet tags tagcloud cloud keywords'
  ).split(' '),
);
const asideWords = new Set(
  (
    'aside sidebar sidenav hot hots hotnews rank ranking popular trending mostread related recommend recommended tuijian ' +
    'carousel slider slide slides swiper slick banner jiaodian lunbo promo promotion teaserbar quicklinks ' +
    'ad ads advert rightcol rightbar xgxw xgyd'
  ).split(' '),
);

/** What an element says it is, by its tag, its role, its id and its classes; null for a part like any other. */
export function chromeOf({ name, attribs }: Element): Chrome | null {
  const role = roles[attribs.role ?? ''];
  if (role) return role;
  // The header of an article or of a row is no menu, and classes of the document say what kind of page it is.
  if (name === 'body' || name === 'html' || name === 'main') return null;
  const byTag = tags[name];
  if (byTag && !(name === 'header' && attribs.class?.includes('entry'))) return byTag;
  const names = `${attribs.id ?? ''} ${attribs.class ?? ''}`
    .split(/\s+/)
    .filter((name) => !name.includes(':'))
    .map(wordsOfName);
  if (names.some((words) => says(words, asideWords))) return 'aside';
  return names.some((words) => says(words, menuWords)) ? 'menu' : null;
}

/**
 * What a name begins or ends with: `search-results` and `main-menu-content` hold what a page is about,
 * `related-articles` does not, and `content-with-sidebar` holds both.
 */
function says(words: readonly string[], vocabulary: ReadonlySet<string>): boolean {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.some((word) => besides.has(word))) return false;
  if (vocabulary === asideWords && (never.has(first) || never.has(last))) return true;
  if (words.some((word) => held.has(word))) return false;
  return vocabulary.has(first) || vocabulary.has(last);
}

const besides = new Set('with has no without'.split(' '));
const held = new Set('content contents result results main body news article articles list'.split(' '));
const never = new Set(
  'related recommend recommended hot popular trending mostread sidebar ranking'.split(' '),
);

function wordsOfName(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

/** Titles of lists that are not the page's own. */
export const asideHeading =
  /^(?:热点|热门|热词|排行|点击排行|阅读排行|推荐|相关|猜你|友情链接|专题|图片新闻|最新更新$|人気|ランキング|関連|アクセスランキング|関連リンク|인기|많이 본|관련|熱門|most (?:read|viewed|popular)|popular|trending|related|you may|see also|quick ?links|useful links|recent (?:posts|comments)|featured|in focus|spotlight|links?$|follow us|explore|les plus lus|à lire aussi|en savoir plus|más (?:leíd|vist)|destacad|relacionad|enlaces|meistgelesen|verwandte|schnellzugriff|das könnte|terpopuler|populer|berita terpopuler|tautan|tin (?:đọc nhiều|nổi bật|liên quan)|xem nhiều|terkini popular|pautan)/i;

/** What leads to a list's further pages or to the whole of it, and never is the title of a row. */
export const moreWords =
  /^(?:[\s«»‹›<>←→|·+]*|\d{1,4}|更多.{0,6}|查看更多.{0,4}|more(?:\s?[>»›…]*| news| notices)?|all news|view all|see all|show all|all|read all|首页|上一页|下一页|末页|尾页|上页|下页|前へ|次へ|一覧(?:へ|を見る)?|もっと見る|이전|다음|더보기|처음|마지막|prev(?:ious)?(?: page)?|next(?: page)?|(?:older|newer)(?: posts| entries| news| items)?|first(?: page)?|last(?: page)?|top|home|back|vor|zurück|weiter|alle anzeigen|suivant|précédent|voir (?:tout|plus)|siguiente|anterior|ver (?:todos?|más|todas)|selengkapnya|berikutnya|lihat semua|trang (?:sau|trước|cuối|đầu)|xem (?:thêm|tất cả)|sau|trước|上一頁|下一頁|更多)\s*[>»›…]*$/i;

/** The text of links that name what is done with them, not what they lead to. */
export const idleWords =
  /^(?:read(?: the)?(?: full)? (?:more|article|story|release)?.{0,3}|more details?|details?|view(?: details?| document| pdf| file)?|download.{0,12}|open|pdf.{0,14}|docx?|click here|here|learn more|continue reading.{0,3}|查看(?:详情|全文|附件)?|详情|阅读全文|详细|下载|附件|全文|原文|詳細(?:はこちら)?|続きを読む|자세히(?: ?보기)?|보기|다운로드|mehr(?: erfahren)?|weiterlesen|download|lire (?:la suite|plus)|en savoir plus|télécharger|leer más|ver más|descargar|baca selengkapnya|selengkapnya|unduh|lihat|detail|xem chi tiết|chi tiết|tải về|muat turun|baca lagi|下載|閱讀更多|leggi(?: tutto)?|lees (?:meer|verder))\s*[>»›…]*$/i;
