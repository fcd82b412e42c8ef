import { loadHtml } from '../html.ts';

/**
 * The address a column's list comes from, as its shell names it: the `url` of the script that builds it,
 * with the keys of its `queryData` (JSON in single quotes) as parameters, in UTF-8 whatever the page's own
 * encoding, because the service refuses any other. Null where the page is no shell.
 *
 * `parseType` is "bulidstatic" at MOFCOM and "buildstatic" at MIIT: it is passed on as it is spelt.
 */
export function findQuery(shell: string, url: string): string | null {
  const $ = loadHtml(shell, url);
  const units = $('script[url][querydata]')
    .toArray()
    .flatMap((script) => {
      const query = queryIn($(script).attr('querydata') ?? '');
      const address = $(script).attr('url') ?? '';
      return query && URL.canParse(address, url) ? [{ query, address: new URL(address, url) }] : [];
    });
  // A page may have several units, menus among them; the list's is the one that a column is made of.
  const unit =
    units.find(({ query }) => query.pageType === 'column' && /列表|内容|list/i.test(query.tagId ?? '')) ??
    units.find(({ query }) => query.pageType === 'column') ??
    units[0];
  if (!unit) return null;

  const query = { ...unit.query };
  query.pageId ||= $('meta[name="ColId" i]').attr('content') ?? '';
  for (const [name, value] of Object.entries(query)) unit.address.searchParams.set(name, value);
  return unit.address.href;
}

function queryIn(queryData: string): Record<string, string> | null {
  try {
    const query: unknown = JSON.parse(queryData.replaceAll("'", '"'));
    if (typeof query !== 'object' || query === null || Array.isArray(query)) return null;
    return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
  } catch {
    // Not a unit's parameters; the caller says so when no other script has any.
    return null;
  }
}
