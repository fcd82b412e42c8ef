import type { Entry, Post, PostAttachment } from './archive.ts';
import { beijing, beijingDay, disclaimer, escapeHtml, metaTags, paragraphsHtml } from './html.ts';

/** The frame around an article; the rest comes from its Entry. */
export interface ArticleFrame {
  lang: 'zh-CN' | 'en';
  siteName: string;
  columnName: string;
  url: string;
  issuer: string;
}

/**
 * An article page as MOFCOM's content system writes it, in Chinese and English alike: metas with the time in
 * Beijing minutes without a zone, the text in `div.art-con[ergodic=article]`. `MakeTime` is a trap: the time
 * at which the page was generated.
 */
export function mofcomArticle(entry: Entry, frame: ArticleFrame): string {
  const { post } = entry;
  const title = escapeHtml(post.title);
  const minute = beijing(entry.publishedAt).slice(0, 16);
  const metas = metaTags({
    SiteName: frame.siteName,
    ColumnName: frame.columnName,
    ArticleTitle: post.title,
    PubDate: minute,
    ContentSource: post.issuer ?? frame.issuer,
    Keywords: '',
    Description: '',
    Url: frame.url,
    MakeTime: beijing(entry.generatedAt),
  });
  return `<!DOCTYPE html>
<html lang="${frame.lang}"><head>
<meta charset="UTF-8">
<title>${title}</title>
${metas}
</head><body>
<nav><a href="/">${escapeHtml(frame.siteName)}</a> &gt; ${escapeHtml(frame.columnName)}</nav>
<div class="at-left">${escapeHtml(post.issuer ?? frame.issuer)} ${minute}</div>
<h1 class="art-title">${title}</h1>
<div class="art-con art-con-bottonmLine" ergodic="article">
${noticeHeader(entry, frame)}${paragraphsHtml(post.paragraphs, ' style="text-indent: 2em;"')}
${attachmentLinks(entry)}</div>
<section class="article-tool"></section>
${disclaimer}
</body></html>
`;
}

function noticeHeader(entry: Entry, frame: ArticleFrame): string {
  const { announcementNo, issuer } = entry.post;
  if (!announcementNo) return '';
  const [year, month, day] = beijingDay(entry.publishedAt).split('-');
  const lines = [
    `【发布单位】${issuer ?? frame.issuer}`,
    `【发布文号】${announcementNo}`,
    `【发文日期】${year}年${month}月${day}日`,
  ];
  return `<div class="art-con-gonggao">\n${paragraphsHtml(lines)}\n</div>\n`;
}

function attachmentLinks(entry: Entry): string {
  const links = (entry.post.attachments ?? []).map(
    ({ title }, index) => `<p><a href="${attachmentPath(entry, index)}">${escapeHtml(title)}</a></p>\n`,
  );
  return links.join('');
}

function attachmentPath(entry: Entry, index: number): string {
  return `/cms_files/filemanager/attach/${entry.hex}_${index + 1}.txt`;
}

/** The attachment at a path, among those of some entries. */
export function attachmentAt(entries: Entry[], path: string): PostAttachment | null {
  for (const entry of entries) {
    const found = attachmentsOf(entry.post).find((_, index) => attachmentPath(entry, index) === path);
    if (found) return found;
  }
  return null;
}

function attachmentsOf(post: Post): readonly PostAttachment[] {
  return post.attachments ?? [];
}
