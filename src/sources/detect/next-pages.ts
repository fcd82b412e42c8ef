import type { CheerioAPI } from 'cheerio/slim';
import type { NextPages } from '../../domain/source.ts';
import { oneLine } from '../html.ts';

/**
 * How the further pages of a list are called, from what leads to the second: a script of the TRS system, a link
 * to page 2 or 3, or one that says "next". Null where none does, or where its address holds no number.
 */
export function nextPagesOf($: CheerioAPI, text: string, base: string, url: string): NextPages | null {
  return scripted(text, url) ?? linked($, base, url);
}

/**
 * `createPageHTML(34, 0, "index", "html")`: pages are index.html, index_1.html, index_2.html. Where pages are counted
 * from one, `createPageHTML("page_div", 50, 1, "list", "shtml", 1000)`, the second is list_2.shtml.
 */
function scripted(text: string, url: string): NextPages | null {
  const call =
    /createPageHTML\s*\(\s*(?:['"][^'"]*['"]\s*,\s*)?(\d+)\s*,\s*([01])\s*,\s*['"]([\w-]+)['"]\s*,\s*['"](\w+)['"]/.exec(
      text,
    );
  if (!call || Number(call[1]) < 2) return null;
  const [, , first, name, extension] = call;
  return { address: `${new URL(`${name}_`, url).href}{n}.${extension}`, second: Number(first) + 1, step: 1 };
}

const nextWords =
  /^[\s>»›]*(?:下一页|下页|下一頁|next(?: page)?|older(?: posts| entries)?|次へ|次のページ|다음(?: ?페이지)?|siguiente|suivante?|page suivante|weiter|nächste(?: seite)?|berikutnya|selanjutnya|trang sau|tiếp|volgende|successiva|próxima|>|›|»)[\s>»›]*$/i;

interface PageLink {
  page: number | null;
  address: string;
}

function linked($: CheerioAPI, base: string, url: string): NextPages | null {
  const links = $('a[href], link[rel="next"]')
    .toArray()
    .flatMap((node): PageLink[] => {
      const link = $(node);
      const href = link.attr('href') ?? '';
      if (!URL.canParse(href, base)) return [];
      const address = new URL(href, base);
      if (address.host !== new URL(url).host || !/^https?:$/.test(address.protocol)) return [];
      const words = oneLine(link.text()) || oneLine(link.attr('aria-label') ?? link.attr('title') ?? '');
      const number = /^(?:page |第)?\s*(\d{1,3})(?:页|頁)?$/i.exec(words)?.[1];
      const next = link.attr('rel') === 'next' || nextWords.test(words);
      if (!next && number === undefined) return [];
      return [{ page: number === undefined ? null : Number(number), address: address.href }];
    });
  const second = links.find(({ page }) => page === 2) ?? links.find(({ page }) => page === null);
  const third = links.find(({ page }) => page === 3);
  return second ? template(second.address, third?.address ?? null, url) : null;
}

/** The number that makes page 2 of the address: the one that page 3 changes, or the page itself lacks. */
function template(second: string, third: string | null, url: string): NextPages | null {
  for (const match of [...second.matchAll(/\d+/g)].reverse()) {
    const [before, after] = [second.slice(0, match.index), second.slice(match.index + match[0].length)];
    const value = Number(match[0]);
    if (match.index < new URL('/', second).href.length) continue;
    if (third !== null) {
      const [, other] =
        third.startsWith(before) && third.endsWith(after)
          ? [0, third.slice(before.length, third.length - after.length)]
          : [];
      if (other === undefined || !/^\d+$/.test(other) || Number(other) <= value) continue;
      return { address: `${before}{n}${after}`, second: value, step: Number(other) - value };
    }
    if (url.startsWith(before + match[0]) || !isPageNumber(before, value)) continue;
    return { address: `${before}{n}${after}`, second: value, step: value > 2 ? value : 1 };
  }
  return null;
}

/** 1 and 2 count pages; larger numbers count rows, and only where the address says so. */
function isPageNumber(before: string, value: number): boolean {
  if (value === 1 || value === 2)
    return /(?:page|pg|p|index|list|seite|pagina|paged|[/_=-])[\w%[\]]*[=/_-]?$/i.test(before);
  return /(?:start|offset|from|skip|limitstart|first|begin|row)[\w%:[\]]*=$/i.test(before);
}
