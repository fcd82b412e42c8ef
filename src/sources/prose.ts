import type { Line } from './html.ts';

/**
 * What pages say about themselves around a text: where one is, how to print or share, who edited, what else
 * there is to read, whose site it is. Each pattern is held against a line from its start.
 */
const chrome: readonly RegExp[] = [
  /^(?:您?现?在?的?(?:所在)?位置|当前位置|您的位置|我的位置|目前位置|首页\s*[>》›/])/,
  /^.{0,40}(?:发布|发稿|更新|成文|公布|发文|生成|發布|公告)(?:时间|日期|時間)\s*[:：]/,
  /^.{0,30}(?:文章|信息|稿件)?来源\s*[:：].{0,40}$/,
  /^\[?\(?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+(?:\d{1,2}:\d{2}|.{0,20}(?:来源|字体|字号|分享))/,
  /^.{0,12}(?:字体|字号|字號)\s*[:：【[]?/,
  /^(?:浏览|阅读|点击|浏览次数|阅读次数|点击数|访问量|點閱次數|조회수?)\S{0,4}\s*[:：[]/,
  /^[\s【[(（]*(?:(?:打印|打印本页|打印此页|关闭|关闭窗口|关闭本页|收藏|返回顶部|返回列表|字体?|大|中|小|分享|纠错|下载|人民网|留言)[\s|/】[\])）【]*)+$/,
  /^(?:分享(?:到|至|：|:)|一键分享|推荐给朋友|扫一扫|扫描二维码|手机扫|用微信扫)/,
  /^[\s【[(（]*(?:责任编辑|责编|编辑|编审|审核|校对|签发|初审|终审|录入)[\s:：]/,
  /^(?:上一[篇条则]|下一[篇条则]|前一[篇条]|后一[篇条]|이전글|다음글|前の記事|次の記事)/,
  /^(?:相关|推荐|热点|热门|延伸|更多|最新|猜你|24小时|专题)(?:新闻|文章|链接|阅读|稿件|推荐|信息|文件|解读|报道|资讯|专题|公告|热点)/,
  /^(?:附件|文件|檔案|文档)下载/,
  /(?:ICP备|ICP证|公网安备|网站标识码|版权所有|Copyright\s*©|©\s*\d{4}|All Rights Reserved)/i,
  /^(?:主办(?:单位)?|承办(?:单位)?|网站管理|技术支持|运行维护单位)\s*[:：]/,
  /^(?:免责声明|版权声明|声明\s*[:：]\s*(?:本网|本站))/,
  /^(?!.{70}|.*[.!]$)(?:share|print|email this|tweet|follow us|related|see also|more (?:news|press)|previous|next|back to top|skip to|posted on|published|last (?:updated|modified)|date modified|page last|downloads?$|documents?$|details$|on this page|topics?:?$)/i,
  /^(?:was this (?:page )?helpful|is this page useful|read this release in|\(?release id|visitor counter)/i,
  /^(?:関連|印刷|最終更新日|ページの先頭|お問合せ先$|関連資料|関連リンク|ダウンロード)/,
  /^(?:teilen|drucken|nach oben|zum thema|weitere informationen$|seite (?:drucken|teilen))/i,
  /^(?:담당부서|등록일|첨부파일|목록$|인쇄$)/,
];

/** A line that is a date and hardly anything else: above a text its byline, below it the date of a signature. */
const dateline =
  /^(?:[^。]{0,40}[\s|])?(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{1,2}\.? \p{L}{3,9} \d{4}|\p{L}{3,9} \d{1,2}, \d{4})[\d\s:|apm.]{0,14}$/iu;

export const isDateline = ({ text }: Line): boolean => dateline.test(text);

/** Whether a line belongs to the page, not to its text. */
export const isChrome = ({ text }: Line): boolean => chrome.some((pattern) => pattern.test(text));

/** A line of links: a menu, a list of other pages; not a list of attachments. */
export const isLinks = ({ text, linked }: Line): boolean =>
  linked * 2 > text.replace(/\s+/g, '').length && !/^(?:附|\d+\s*[.．、])/.test(text);

/** Whether a line is made of sentences, in Chinese, Japanese, Korean or Western script. */
export function isProse(line: Line): boolean {
  const { text } = line;
  if (isChrome(line) || isLinks(line) || isDateline(line)) return false;
  if (/[。；！？]|，.{6}/u.test(text)) return text.length >= 10;
  const words = text.split(' ').length;
  return (
    text.length >= 30 &&
    (words >= 6 ? /[.:;!?,]/.test(text) : /[\p{Script=Han}\p{Script=Hangul}]{12}/u.test(text))
  );
}

/** Pages repeat their title as links; those head nothing. */
export const isTitle = ({ text, linked }: Line, title: string): boolean =>
  linked === 0 && title !== '' && text.replace(/\s/g, '') === title.replace(/\s/g, '');

/**
 * Lines without the chrome at their edges: they begin after the last such line before the first sentence, and end
 * before the first such line after the last sentence. What stands between sentences is the ministry's. Without any
 * sentence, only the first and last lines are looked at.
 */
export function withoutEdges(lines: readonly Line[], isEdge: (line: Line) => boolean): Line[] {
  const opens = (line: Line) => isEdge(line) || isDateline(line);
  const says = (line: Line) => isProse(line) && !isEdge(line);
  const first = lines.findIndex(says);
  if (first === -1) {
    const start = lines.findIndex((line) => !opens(line));
    return start === -1 ? [] : lines.slice(start, lines.findLastIndex((line) => !isEdge(line)) + 1);
  }
  const last = lines.findLastIndex(says);
  const start = lines.slice(0, first).findLastIndex(opens) + 1;
  const cut = lines.slice(last + 1).findIndex(isEdge);
  return lines.slice(start, cut === -1 ? undefined : last + 1 + cut);
}
