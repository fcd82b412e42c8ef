import type { Quote } from '../../domain/facts.ts';
import type { SourceLanguage } from '../../domain/source.ts';

/** What a button takes, the strictest of Discord's limits for an address. */
const LONGEST = 512;

/** An address that people may be sent to; null for anything but http and https, or one too long to send. */
export function safeUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const safe = unbracketed(href);
  return safe.length <= LONGEST ? safe : null;
}

/** Languages that put no space between words. */
const unspaced: ReadonlySet<SourceLanguage> = new Set(['zh', 'zh-TW', 'ja']);

/**
 * The address, opened at the quoted words: a text fragment of their first eight characters (Chinese, Japanese)
 * or words. Browsers that do not know it open the page at its top.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function urlAt(url: string, quote: Quote | undefined, language: SourceLanguage): string | null {
  const safe = safeUrl(url);
  if (!safe || quote?.in !== 'text') return safe;
  const [paragraph = ''] = quote.words.trim().split('\n');
  const start = unspaced.has(language)
    ? [...paragraph].slice(0, 8).join('')
    : paragraph.split(/\s+/u).slice(0, 8).join(' ');
  if (start === '' || !start.isWellFormed()) return safe;
  // A hyphen separates the parts of a text fragment.
  const fragment = `:~:text=${unbracketed(encodeURIComponent(start)).replaceAll('-', '%2D')}`;
  const opened = `${safe}${safe.includes('#') ? '' : '#'}${fragment}`;
  return opened.length <= LONGEST ? opened : safe;
}

/** Parentheses would end a markdown link early. */
function unbracketed(url: string): string {
  return url.replaceAll('(', '%28').replaceAll(')', '%29');
}
