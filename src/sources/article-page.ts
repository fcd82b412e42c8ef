import type { CheerioAPI } from 'cheerio/slim';
import type { Moment } from '../domain/moment.ts';
import { dayInAddress, parseMoment } from './dates.ts';
import { loadHtml, oneLine, textOf } from './html.ts';

/** A parsed page and what it states about itself outside its text. */
export interface Page {
  $: CheerioAPI;
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
  return { $, html, url, meta: metaOf($), variables: scriptVariables(html) };
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
export function titleOf({ $, meta, variables }: Page): string {
  const heading = ['h1.art-title', 'main h1, article h1', 'h1']
    .map((selector) => oneLine($(selector).first().text()))
    .find((text) => text !== '');
  return (
    meta('ArticleTitle') ||
    variables.title ||
    heading ||
    meta('og:title') ||
    // "Title - Name of the site"
    oneLine($('title').first().text()).replace(/\s+[-|–_]\s+[^-|–_]+$/, '')
  );
}

/** The line under a title: 来源：安全与管制局 类型：原创 2025-10-09 09:00 */
export function bylineOf({ $ }: Page, text: string): string {
  const own = textOf($('.at-left').contents());
  if (own) return own;
  const label = /^.{0,60}(?:来源|发布时间|发布日期)\s*[:：]/;
  const lines = textOf($.root().contents()).split('\n');
  return lines.find((line) => label.test(line) && !text.includes(line)) ?? '';
}

/** 【发文日期】2025年10月09日: the labelled lines that open an announcement. */
function labelled(text: string, label: string): string {
  return new RegExp(`^【${label}】[ \\t]*(.+)$`, 'm').exec(text)?.[1]?.trim() ?? '';
}

/**
 * When the page says it was published. Never from `MakeTime`, the time at which the page was generated:
 * it was seen two days off.
 */
export function publishedOf(
  { $, url, meta, variables }: Page,
  byline: string,
  text: string,
  timeZone: string,
): Moment | null {
  const stated = [
    meta('PubDate'),
    variables.publishTime,
    meta('article:published_time'),
    meta('govuk:first-published-at'),
    meta('dcterms.issued'),
    $('main time[datetime], article time[datetime]').first().attr('datetime'),
    byline,
    labelled(text, '发文日期'),
  ];
  for (const words of stated) {
    const moment = words ? parseMoment(words, timeZone) : null;
    if (moment) return moment;
  }
  return dayInAddress(url);
}

/** The office named as the text's origin. */
export function issuerOf({ meta, variables }: Page, byline: string, text: string): string | null {
  return (
    labelled(text, '发布单位') ||
    meta('ContentSource') ||
    variables.source ||
    meta('dc.creator') ||
    meta('dcterms.creator') ||
    meta('govuk:primary-publishing-organisation') ||
    /来源\s*[:：]\s*(\S+)/.exec(byline)?.[1] ||
    null
  );
}
