import type { CheerioAPI } from 'cheerio/slim';
import type { Row } from '../../domain/item.ts';
import { wordsOf } from '../row-parts.ts';
import { width } from './groups.ts';
import type { Outline, Place } from './outline.ts';

/** Whether a page is an article: it says so or is addressed so, and its prose outweighs any list in it. */
export function isArticle(
  $: CheerioAPI,
  outline: Outline,
  list: { places: readonly Place[]; rows: readonly Row[]; score: number } | null,
  url: string,
): boolean {
  const prose = proseOf($, outline, list?.places ?? []);
  const marked = isMarked($, url);
  if (list === null || list.score < weak) return prose > (marked ? 0 : 200);
  const listed = list.rows.reduce((sum, { title }) => sum + width(title), 0);
  const dated = list.rows.filter(({ published }) => published !== null).length >= list.rows.length * 0.7;
  if (marked) return prose > 60 && (prose > listed / 3 || !dated || list.rows.length < 8);
  return prose > 800 && prose > listed * (dated ? 3 : 1.2);
}

/** A list below this is a chance likeness of links. */
export const weak = 8;

function isMarked($: CheerioAPI, url: string): boolean {
  if (
    $(
      'meta[name="ArticleTitle" i], meta[name="PubDate" i][content*="-"], meta[property="article:published_time"]',
    ).length > 0
  )
    return true;
  if ($('meta[property="og:type" i]').attr('content') === 'article') return true;
  // The export-control portal says it in a script.
  if ($('script').text().includes('publishTime')) return true;
  if ($('.art-con, .TRS_Editor, #zoom, [itemprop="articleBody"]').length > 0) return true;
  return /\/(?:art_[0-9a-f]|art\/\d{4}\/|t20\d{6}_\d+|content_\d+|c\d{4,}\/content)/.test(
    new URL(url).pathname,
  );
}

/** The room that paragraphs take which are in no row and no menu. */
function proseOf($: CheerioAPI, { places, placeOf }: Outline, rows: readonly Place[]): number {
  const inRow = new Set(rows);
  const within = (place: Place | null): boolean =>
    place !== null && (inRow.has(place) || within(place.parent));
  let room = 0;
  for (const place of places) {
    if (place.element.name !== 'p' || place.chrome === 'menu' || placeOf.get(place.element) !== place)
      continue;
    const words = wordsOf($(place.element));
    const links = place.links.reduce((sum, link) => sum + link.words.length, 0);
    if (words.length > 24 && links < words.length / 2 && !within(place)) room += width(words);
  }
  return room;
}
