import type { Row } from '../domain/item.ts';
import { canonicalUrl } from '../sources/aliases.ts';
import { itemsByKey, itemsByUrl } from '../store/items.ts';
import type { Db, ItemRow } from '../store/schema.ts';
import { isAlike } from '../understand/parts.ts';

/** A row and the Item that it shows; null where it was never seen before. */
export interface Recognised {
  row: Row;
  item: ItemRow | null;
}

/** An Item whose listing gives it another key than before. */
export interface Renamed {
  itemId: number;
  key: string;
}

/**
 * Which Items the rows of a listing show. Keys decide, but sites change them and use them again: what stands at the
 * address of a known Item that is listed no more is that Item under another key, and what has the key of a known
 * Item, another address and a wholly different title is something new, with a key of its own.
 */
export async function recognise(db: Db, sourceId: string, rows: readonly Row[]): Promise<Recognised[]> {
  const byKey = await itemsByKey(
    db,
    sourceId,
    rows.map(({ key }) => key),
  );
  const own = rows.map((row) => {
    const item = byKey.get(row.key);
    return item && isAnother(item, row) ? { ...row, key: `${row.key} ${canonicalUrl(row.url)}` } : row;
  });
  const reused = own.filter((row, index) => row !== rows[index]);
  for (const [key, item] of await itemsByKey(
    db,
    sourceId,
    reused.map(({ key }) => key),
  ))
    byKey.set(key, item);

  const strangers = own.filter(({ key }) => !byKey.has(key));
  const moved = await underAnotherKey(db, sourceId, strangers, own);
  return own.map((row) => ({ row, item: byKey.get(row.key) ?? moved.get(row) ?? null }));
}

/** Of the rows whose key is unknown, those that stand where a known Item stood. */
async function underAnotherKey(
  db: Db,
  sourceId: string,
  strangers: readonly Row[],
  listed: readonly Row[],
): Promise<Map<Row, ItemRow>> {
  if (strangers.length === 0) return new Map();
  const spellings = strangers.flatMap(({ url }) => spellingsOf(url));
  const byAddress = Map.groupBy(await itemsByUrl(db, sourceId, spellings), ({ url }) => canonicalUrl(url));
  const keys = new Set(listed.map(({ key }) => key));
  const rowsAt = Map.groupBy(listed, ({ url }) => canonicalUrl(url));
  return new Map(
    strangers.flatMap((row): [Row, ItemRow][] => {
      const address = canonicalUrl(row.url);
      // Where several rows lead to one page, its address says nothing of which is which.
      if (rowsAt.get(address)?.length !== 1) return [];
      const item = byAddress
        .get(address)
        ?.find(({ key, title }) => !keys.has(key) && isAlike(title, row.title));
      return item ? [[row, item]] : [];
    }),
  );
}

function isAnother(item: ItemRow, row: Row): boolean {
  if (item.url === row.url || item.title === row.title) return false;
  return canonicalUrl(item.url) !== canonicalUrl(row.url) && !isAlike(item.title, row.title);
}

/** How an address may have been written down. */
function spellingsOf(url: string): string[] {
  const canonical = canonicalUrl(url);
  return [...new Set([url, canonical, canonical.replace(/^https:/, 'http:')])];
}
