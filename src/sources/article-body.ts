import type { CheerioAPI } from 'cheerio/slim';
import type { Page } from './article-page.ts';
import { densestOf } from './densest.ts';
import { type Line, linesOf, type Nodes } from './html.ts';
import { isChrome, isLinks, isTitle, withoutEdges } from './prose.ts';

/** Where the content systems we know put an article's text, the most certain first. */
const bodies = [
  // JPAAS: MOFCOM and its sister sites, then their older layouts, then MIIT.
  'div.art-con[ergodic="article"]',
  '.art-con-bottonmLine',
  '.art-con',
  '#zoom',
  '.TRS_Editor',
  '#con_con',
  // The State Council; the Foreign Ministry; the customs' easysite; universities' and bureaus' webplus and VSB.
  '#UCAP-CONTENT',
  '.TRS_UEDITOR',
  '#News_Body_Txt_A',
  '#easysiteText',
  '.wp_articlecontent',
  '.v_news_content',
  // The export-control portal.
  'div.bd',
  // GOV.UK: one block or several.
  '.govuk-govspeak, .gem-c-govspeak, .govspeak',
  // The Federal Register; then Drupal, and so OFAC; WordPress; the Commission's component library.
  '#fulltext_content_area',
  '.field--name-body',
  '[itemprop="articleBody"]',
  '.entry-content',
  'main div.ecl',
  // Korean ministries' boards.
  '.hwp_editor_board_content',
];

export interface Body {
  nodes: Nodes;
  /** Its lines, without the page's chrome above and below them and without the title. */
  lines: Line[];
  /** Found where a known content system puts it, not guessed. */
  known: boolean;
}

/** The part of a page that holds the text of an article of that title; null where there is none. */
export function bodyOf({ $, lines: all }: Page, title: string): Body | null {
  for (const selector of bodies) {
    const nodes = $(selector).filter((_, element) => $(element).parents(selector).length === 0);
    const lines = withoutEdges(linesOf(nodes), (line) => isChrome(line) || isTitle(line, title));
    if (lines.length > 0) return { nodes, lines, known: true };
  }
  const nodes = densestOf($, all, title) ?? guessedBody($);
  if (!nodes) return null;
  const isEdge = (line: Line) => isChrome(line) || isLinks(line) || isTitle(line, title);
  return { nodes, lines: withoutEdges(linesOf(nodes), isEdge), known: false };
}

/**
 * For a text without a sentence: the page's own idea of its main part, else the element with the most text in
 * paragraphs of its own.
 */
function guessedBody($: CheerioAPI): Nodes | null {
  const article = $('article');
  if (article.length === 1) return article;
  const main = $('main, [role="main"]').first();
  if (main.length === 1) return main;

  let best: Nodes | null = null;
  let most = 0;
  for (const element of $('div, section, td, article, body').toArray()) {
    const length = $(element).children('p').text().trim().length;
    if (length > most) [best, most] = [$(element), length];
  }
  return best;
}
