import { isHub, sameAddress } from './aliases.ts';
import type { Page } from './article-page.ts';
import type { Line } from './html.ts';
import { isProse } from './prose.ts';

/** Characters that a page may show, and of these in sentences, when it is only there to lead on. */
const shell = { shown: 200, said: 40 };

/** One ministry under several names. */
const sisters: readonly (readonly string[])[] = [
  ['mfa.gov.cn', 'fmprc.gov.cn'],
  ['motie.go.kr', 'motir.go.kr'],
];

/** How pages lead on in a script, `_cofing1={href:"…"` being what MOFCOM's press pages say. */
const scripted: readonly RegExp[] = [
  /_cofing\d*\s*=\s*\{[^{}]*?\bhref\s*:\s*(["'])([^"'\s]+)\1/,
  /\blocation(?:\s*\.\s*href)?\s*=\s*(["'])([^"'\s]+)\1/,
  /\blocation\s*\.\s*(?:replace|assign)\s*\(\s*(["'])([^"'\s]+)\1/,
];

/**
 * Where a page that shows next to nothing leads on its own: a refresh, a script, or the one page it frames.
 * An absolute address; null where it is a page of its own right.
 */
export function targetOf({ $, lines, html, url }: Page): string | null {
  const refresh = /^\s*[0-5](?:\.\d+)?\s*[;,]\s*url\s*=\s*["']?([^"'\s]+)/i.exec(
    $('meta[http-equiv="refresh" i]').first().attr('content') ?? '',
  )?.[1];
  const isShell = lengthOf(lines) <= shell.shown && lengthOf(lines.filter(isProse)) <= shell.said;
  const script = scripted.map((pattern) => pattern.exec(html)?.[2]).find((address) => address !== undefined);
  const frames = $('iframe[src], frame[src]')
    .toArray()
    .map((frame) => $(frame).attr('src') ?? '')
    .filter((address) => !/^(?:about|javascript|data):|\.(?:pdf|ofd)(?:$|[?#])/i.test(address));
  const written =
    refresh ?? (isShell ? (script ?? (frames.length === 1 ? frames[0] : undefined)) : undefined);
  if (!written || !URL.canParse(written, url)) return null;

  const target = new URL(written, url);
  return target.protocol.startsWith('http') && !sameAddress(target.href, url) ? target.href : null;
}

const lengthOf = (lines: readonly Line[]) => lines.reduce((sum, { text }) => sum + text.length, 0);

/** Whether an article may continue there: on the site of its ministry, and not on a page that only leads to others. */
export function mayFollow(target: string, from: string, listingUrl: string): boolean {
  return isSameSite(target, from) && !isHub(target, listingUrl);
}

export function isSameSite(a: string, b: string): boolean {
  const [one, other] = [siteOf(a), siteOf(b)];
  return one === other || sisters.some((names) => names.includes(one) && names.includes(other));
}

/** What its owner registered: `mofcom.gov.cn`, `europa.eu`. Three labels too many only keep sites apart. */
function siteOf(url: string): string {
  const labels = new URL(url).hostname.split('.');
  const country = labels.at(-1)?.length === 2 && (labels.at(-2)?.length ?? 0) <= 3;
  return labels.slice(country ? -3 : -2).join('.');
}

/**
 * The further pages of an article that is cut into several, in their order: links to its own address with a number
 * (`t20261118_99_1.shtml`, `index_2.html`, `?page=2`), and what TRS writes in a script instead:
 * `createPageHTML(3, 0, "t20261118_99", "shtml")`.
 *
 * @param first - The address of the first page.
 */
export function furtherPages({ $, html, url }: Page, first: string): string[] {
  const found = new Map<number, string>();
  for (const link of $('a[href]').toArray()) {
    const href = $(link).attr('href') ?? '';
    if (!URL.canParse(href, url)) continue;
    const address = new URL(href, url).href;
    const number = pageNumber(address, first);
    if (number !== null && !found.has(number)) found.set(number, address);
  }
  const [, count = '0', stem = '', suffix = ''] =
    /createPageHTML\(\s*(\d{1,2})\s*,\s*\d+\s*,\s*["']([\w-]+)["']\s*,\s*["'](\w+)["']/.exec(html) ?? [];
  for (let number = 1; number < Number(count); number++) {
    const address = new URL(`${stem}_${number}.${suffix}`, first).href;
    if (pageNumber(address, first) !== null) found.set(number, address);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, address]) => address);
}

/** The number that an address adds to that of the first page; null where it is another address. */
function pageNumber(address: string, first: string): number | null {
  const [page, start] = [new URL(address), new URL(first)];
  if (page.origin !== start.origin) return null;
  const [, stem = '', suffix = ''] =
    /^(.*?)(\.\w+)?$/.exec(start.pathname.replace(/\/$/, '/index.html')) ?? [];
  const asked = Number(/^\?page=(\d{1,2})$/.exec(page.search)?.[1]);
  if (page.pathname === start.pathname && start.search === '' && asked > 1) return asked;
  if (page.search !== '' || !page.pathname.startsWith(`${stem}_`) || !page.pathname.endsWith(suffix))
    return null;
  const number = page.pathname.slice(stem.length + 1, suffix ? -suffix.length : undefined);
  return /^[1-9]\d?$/.test(number) ? Number(number) : null;
}
