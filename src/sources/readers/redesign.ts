import type { Row } from '../../domain/item.ts';

/** This many links of the shape of rows are a list, wherever it stands; fewer may be a teaser or a menu. */
export const rowsElsewhere = 3;
const mostShapes = 5;

/** What the addresses of a page's rows look like: the commonest shapes, one a line, for the Snapshot. */
export function shapesOf(rows: readonly Pick<Row, 'url'>[]): string {
  const byShape = Map.groupBy(rows, ({ url }) => shapeOf(url));
  return [...byShape]
    .toSorted(([, some], [, others]) => others.length - some.length)
    .slice(0, mostShapes)
    .map(([shape]) => shape)
    .join('\n');
}

/** How many different links of these shapes stand in a text: in a page, or in a page inside JSON. */
export function linksLike(shapes: string | undefined, { text, url }: { text: string; url: string }): number {
  if (!shapes) return 0;
  const wanted = new Set(shapes.split('\n'));
  const links = new Set<string>();
  for (const [, href = ''] of text.matchAll(/\bhref\s*=\s*\\?["']([^"'\\\s]{1,2000})/gi)) {
    const link = URL.parse(href.replaceAll('&amp;', '&'), url);
    if (link && wanted.has(shapeOf(link.href))) links.add(link.href);
  }
  return links.size;
}

/**
 * Host, folders and ending, with every number and hash taken as one: `ministry.example/art/0/*.html`. Names of pages
 * say nothing, and neither does the scheme, which redesigns change first.
 */
function shapeOf(address: string): string {
  const { host, pathname, searchParams } = new URL(address);
  const folders = pathname.slice(0, pathname.lastIndexOf('/') + 1).replaceAll(/[0-9a-f]*\d[0-9a-f]*/gi, '0');
  const ending = /\.\w{1,5}$/.exec(pathname)?.[0] ?? '';
  return [host, folders, '*', ending, ...[...searchParams.keys()].sort().map((name) => `?${name}`)].join('');
}
