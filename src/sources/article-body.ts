import type { CheerioAPI } from 'cheerio/slim';
import type { Attachment } from '../domain/item.ts';
import { canonicalUrl } from './aliases.ts';
import { type Nodes, oneLine, textOf } from './html.ts';

/** Where the content systems we know put an article's text, the most certain first. */
const bodies = [
  // JPAAS: MOFCOM and its sister sites, then their older layouts, then MIIT.
  'div.art-con[ergodic="article"]',
  '.art-con-bottonmLine',
  '.art-con',
  '#zoom',
  '.TRS_Editor',
  '#con_con',
  // The export-control portal.
  'div.bd',
  // GOV.UK: one block or several.
  '.govuk-govspeak, .gem-c-govspeak, .govspeak',
  // The Federal Register; then Drupal, and so OFAC.
  '#fulltext_content_area',
  '.field--name-body',
  '[itemprop="articleBody"]',
];

interface Body {
  nodes: Nodes;
  /** Found where a known content system puts it, not guessed. */
  known: boolean;
}

/** The part of a page that holds an article's text; null where there is none. */
export function bodyOf($: CheerioAPI): Body | null {
  for (const selector of bodies) {
    const nodes = $(selector).filter((_, element) => $(element).parents(selector).length === 0);
    if (textOf(nodes) !== '') return { nodes, known: true };
  }
  const guess = guessedBody($);
  return guess && textOf(guess) !== '' ? { nodes: guess, known: false } : null;
}

/** The page's own idea of its main part, else the element with the most text in paragraphs of its own. */
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

const documents = /\.(?:pdf|docx?|xlsx?|ofd|wps|et|zip|rar)$/i;

/** The documents linked in an article or beside its text, each once. */
export function attachmentsOf($: CheerioAPI, body: Nodes, url: string): Attachment[] {
  const [main, around] = [body.closest('main, article'), body.parent()];
  const scope = [main, around].find(({ length }) => length > 0) ?? $.root();
  const attachments = new Map<string, Attachment>();
  for (const link of scope.find('a[href]').toArray()) {
    if ($(link).closest('nav, header, footer, aside').length > 0) continue;
    const href = $(link).attr('href') ?? '';
    if (!URL.canParse(href, url)) continue;
    const address = new URL(href, url);
    const name = [address.pathname, ...address.searchParams.values()].find((part) => documents.test(part));
    if (name === undefined || !address.protocol.startsWith('http')) continue;
    const title = oneLine($(link).text()) || oneLine($(link).attr('title') ?? '') || fileName(name);
    const key = canonicalUrl(address.href);
    if (!attachments.has(key)) attachments.set(key, { title, url: address.href });
  }
  return [...attachments.values()];
}

function fileName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    // Escaped in another encoding than UTF-8: the escapes are all there is to show.
    return name;
  }
}
