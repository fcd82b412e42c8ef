import type { CheerioAPI } from 'cheerio/slim';
import type { Moment } from '../domain/moment.ts';
import { dayInAddress, parseMoment } from './dates.ts';
import { type Line, linesOf, loadHtml, oneLine, textOf } from './html.ts';
import { isDateline, isLinks, isTitle } from './prose.ts';

/** A parsed page and what it states about itself outside its text. */
export interface Page {
  $: CheerioAPI;
  /** All it shows, chrome included. */
  lines: Line[];
  html: string;
  url: string;
  /** The content of the meta element of that name or property; '' where there is none. */
  meta: (name: string) => string;
  /** What the export-control portal writes into a script instead of meta elements. */
  variables: Record<string, string>;
}

/** @throws {ReadFailure} `too-deep` */
export function openPage(html: string, url: string): Page {
  const $ = loadHtml(html, url);
  const lines = linesOf($.root().contents());
  return { $, lines, html, url, meta: metaOf($), variables: scriptVariables(html) };
}

function metaOf($: CheerioAPI): Page['meta'] {
  return (name) =>
    oneLine($(`meta[name="${name}" i], meta[property="${name}" i]`).first().attr('content') ?? '');
}

function scriptVariables(html: string): Record<string, string> {
  const assignments = html.matchAll(
    /\bvar\s+(title|source|publishTime)\s*=\s*(['"])((?:\\.|(?!\2)[^\\\n])*)\2/g,
  );
  const variables = Object.fromEntries(
    [...assignments].map(([, name = '', , value = '']) => [name, oneLine(value.replace(/\\(.)/g, '$1'))]),
  );
  // Share buttons have a `title` too; only an article has the time of its publication.
  return 'publishTime' in variables ? variables : {};
}

/** '' where the page has none. */
export function titleOf(page: Page): string {
  const { $, meta, variables } = page;
  const named = oneLine($('title').first().text());
  return (
    meta('ArticleTitle') ||
    variables.title ||
    headingOf(page, named) ||
    lineNaming(page, named) ||
    meta('og:title') ||
    // "Title - Name of the site", "Title_Column_Name of the site"
    named.replace(/\s+[-|–_]\s+[^-|–_]+$/, '').replace(/(?<=.{4})_.*$/, '')
  );
}

/** Of several headings, the one with which the page's name begins: others are logos. */
function headingOf({ $ }: Page, named: string): string {
  const texts = ['h1.art-title', 'main h1, article h1', 'h1']
    .flatMap((selector) => $(selector).toArray())
    .filter(
      (heading) => $(heading).closest('header, nav, footer, [class*="logo"], [id*="logo"]').length === 0,
    )
    .map((heading) => oneLine($(heading).text()))
    .filter((text) => text !== '');
  return texts.find((text) => named.startsWith(text)) ?? texts[0] ?? '';
}

/** The longest line of a page with which its name begins: sites append columns and their own name in many ways. */
function lineNaming({ lines }: Page, named: string): string {
  const heads = lines.filter(
    ({ text, linked }) =>
      linked === 0 &&
      text.length >= 4 &&
      named.startsWith(text) &&
      /^(?:$|[\s_|–—｜-])/.test(named.slice(text.length)),
  );
  return heads.map(({ text }) => text).sort((a, b) => b.length - a.length)[0] ?? '';
}

/**
 * What stands above an article's text, nearest first what follows its title: 来源：安全与管制局 2025-10-09 09:00,
 * then the labelled lines over the title. Its own element first, where the site has one for it.
 */
export function bylinesOf({ $, lines }: Page, title: string, body: readonly Line[]): string[] {
  const own = textOf($('.at-left').contents());
  const start = lines.findIndex(({ text, block }) => text === body[0]?.text && block === body[0]?.block);
  const above = lines.slice(0, start === -1 ? undefined : start).filter((line) => !isLinks(line));
  const at = above.findLastIndex((line) => isTitle(line, title));
  const under = above.slice(at + 1).filter(({ text }) => text.length <= 150);
  const over = above.slice(0, Math.max(at, 0));
  const texts = [...(at === -1 ? under.filter(isTold) : under), ...over.filter(isTold)]
    .map(({ text }) => text)
    .filter((text) => !/今天是|今日是/.test(text));
  return own ? [own, ...texts] : texts;
}

const isTold = (line: Line) => isDateline(line) || published.test(line.text) || origin.test(line.text);

const published =
  /(?:(?:发布|发文|發布|公告|公布|发稿)(?:时间|日期|時間)|日期|时间|등록일|작성일|posted on|published(?: on)?|date)\s*[:：]?\s*(?=\S*\d)/i;

const origin =
  /(?:来源|來源|发布机构|发布单位|發布單位|发布者|담당부서)\s*[:：]?\s*(\S+?)(?=\s|字[体号號]|阅读|浏览|点击|访问|作者|编辑|(?:发布)?(?:时间|日期)|分享|[【[】\]]|\d{4}[-年/.]|$)/;

/** 【发文日期】2025年10月09日: the labelled lines that open an announcement. */
function labelled(text: string, label: string): string {
  return new RegExp(`^【${label}】[ \\t]*(.+)$`, 'm').exec(text)?.[1]?.trim() ?? '';
}

/**
 * When the page says it was published. Never from `MakeTime`, the time at which the page was generated:
 * it was seen two days off.
 */
export function publishedOf(
  page: Page,
  bylines: readonly string[],
  text: string,
  timeZone: string,
): Moment | null {
  const stated = [
    page.meta('PubDate'),
    page.variables.publishTime,
    page.meta('firstpublishedtime'),
    page.meta('article:published_time'),
    page.meta('govuk:first-published-at'),
    page.meta('dcterms.issued'),
    page.meta('dc.date.issued'),
    page.meta('publishdate'),
    /"datePublished"\s*:\s*"([^"]{8,40})"/.exec(page.html)?.[1],
    page.$('main time[datetime], article time[datetime]').first().attr('datetime'),
  ];
  const moment = firstMoment(stated, timeZone) ?? firstMoment(bylines.map(datePart), timeZone);
  return moment ?? firstMoment([labelled(text, '发文日期')], timeZone) ?? dayInAddress(page.url);
}

/** A line may give the date of a signature before that of its publication. */
function datePart(line: string): string {
  const label = /(?:发布|發布)(?:时间|日期|時間)\s*[:：]?/.exec(line);
  return label ? line.slice(label.index) : line;
}

/** Of several days the first; of one day, the one told with a time. */
function firstMoment(stated: readonly (string | undefined)[], timeZone: string): Moment | null {
  const moments = stated.flatMap((words) => (words ? (parseMoment(words, timeZone) ?? []) : []));
  return (
    moments.find(({ on, precision }) => on === moments[0]?.on && precision !== 'date') ?? moments[0] ?? null
  );
}

/** The office named as the text's origin. */
export function issuerOf(
  { $, meta, variables }: Page,
  bylines: readonly string[],
  text: string,
): string | null {
  const named = bylines.map((line) => origin.exec(line)?.[1]).find((office) => office !== undefined);
  return (
    labelled(text, '发布单位') ||
    meta('ContentSource') ||
    variables.source ||
    meta('dc.creator') ||
    meta('dcterms.creator') ||
    meta('govuk:primary-publishing-organisation') ||
    // The Press Information Bureau of India speaks for ministries.
    oneLine($('.MinistryNameSubhead').first().text()) ||
    named ||
    null
  );
}
