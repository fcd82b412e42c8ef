import type { CheerioAPI } from 'cheerio/slim';
import type { Attachment } from '../domain/item.ts';
import { canonicalUrl } from './aliases.ts';
import type { Page } from './article-page.ts';
import { ancestorsOf, linesOf, type Nodes, oneLine } from './html.ts';
import { isTitle } from './prose.ts';

const documents = /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|hwpx?|ofd|wps|et|csv|zip|rar|7z)$/i;

/** Addresses that hand out files without naming them: what they hand out, the text of their link says. */
const handler = /download|downfile|filedown|attach|annex|getfile|file\.(?:ashx|do|action|jsp|aspx?)/i;
const calledAttachment = /^(?:附件|附表|附录|附錄|首附|下载附件|attachment\b|annex\b|첨부|添付)/i;

/** The documents linked in an article or beside its text, or shown in a frame there, each once. */
export function attachmentsOf(page: Page, body: Nodes, title: string): Attachment[] {
  const { $, url } = page;
  const attachments = new Map<string, Attachment>();
  for (const element of scopeOf(page, body, title)
    .find('a[href], iframe[src], embed[src], object[data]')
    .toArray()) {
    if ($(element).closest('nav, header, footer, aside').length > 0) continue;
    const attachment = attachmentIn($, $(element), url);
    if (!attachment) continue;
    const key = canonicalUrl(attachment.url);
    if (!attachments.has(key)) attachments.set(key, attachment);
  }
  return [...attachments.values()];
}

/** The page's main part; else what holds both the text and its title, and the element around the text at least. */
function scopeOf({ $, lines }: Page, body: Nodes, title: string): Nodes {
  const main = body.closest('main, article');
  if (main.length > 0) return main;
  const titled = new Set(
    lines.filter((line) => isTitle(line, title)).flatMap(({ block }) => ancestorsOf(block)),
  );
  const shared = ancestorsOf(body[0]?.parent ?? null).find((node) => titled.has(node));
  if (shared && !$(shared).is('body, html, :root')) return $(shared);
  const around = body.parent();
  return around.length > 0 ? around : $.root();
}

function attachmentIn($: CheerioAPI, element: Nodes, base: string): Attachment | null {
  const href = element.attr('href') ?? element.attr('src') ?? element.attr('data') ?? '';
  if (!URL.canParse(href, base)) return null;
  const address = new URL(href, base);
  if (!address.protocol.startsWith('http')) return null;

  const text = linesOf(element)[0]?.text ?? '';
  const label = oneLine(element.attr('aria-label') ?? '');
  const named = [address.pathname, ...address.searchParams.values()].find((part) => documents.test(part));
  const handed = handler.test(address.href) && (documents.test(text) || calledAttachment.test(text));
  if (named === undefined && !handed) return null;

  const says = /^(?:download|下载|下載|다운로드|ダウンロード)$/i.test(text) ? label || text : text || label;
  const title = says || oneLine($(element).attr('title') ?? '') || fileName(named ?? address.pathname);
  return { title, url: address.href };
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
